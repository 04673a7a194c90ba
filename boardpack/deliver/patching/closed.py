"""The areas of a sheet that must not be set, each with the reason for somebody who knows Excel."""

from collections.abc import Iterator
from dataclasses import dataclass

from boardpack.deliver.patching.book import Book
from boardpack.deliver.patching.edits import address_of, area, lies_in
from boardpack.deliver.patching.nodes import Node, number_in


@dataclass(frozen=True, slots=True)
class Closed:
    """An area that must not be set, but for its first cell where that stands for all."""

    reference: str
    why: str
    is_merge: bool = False

    def holds(self, place: tuple[int, int]) -> bool:
        """Whether the cell must not be set for this reason."""
        if self.is_merge and area(self.reference)[:2] == place:
            return False
        return lies_in(*place, self.reference)


def closed_areas(book: Book, part: str, root: Node) -> tuple[Closed, ...]:
    """What must not be set of a sheet."""
    return (
        *_merges(root),
        *_formulas(root),
        *(area for table in book.belongings(part, "table") for area in _ends_of(table)),
        *_pivots(book, part),
    )


def _merges(root: Node) -> Iterator[Closed]:
    merges = root.first("mergeCells")
    for merge in [] if merges is None else merges.children:
        reference = merge.attributes.get("ref", "")
        anchor = reference.partition(":")[0]
        yield Closed(reference, f"the cell is merged into {anchor}. Name that cell.", is_merge=True)


def _formulas(root: Node) -> Iterator[Closed]:
    """Formulas that fill an area from one cell."""
    rows = root.first("sheetData")
    for cell in [] if rows is None else rows.below():
        formula = cell.first("f") if cell.name == "c" else None
        if formula is None or formula.attributes.get("t") not in {"array", "dataTable"}:
            continue
        if reference := formula.attributes.get("ref", ""):
            yield Closed(reference, f"the cell belongs to the formula of {reference}.")


def _pivots(book: Book, part: str) -> Iterator[Closed]:
    for pivot in book.belongings(part, "pivotTable"):
        location = pivot.first("location")
        if location is not None:
            yield Closed(location.attributes.get("ref", ""), "the cell belongs to a pivot table.")


def _ends_of(table: Node) -> Iterator[Closed]:
    """The header row and the row of totals of a table, which Excel keeps in two places."""
    top, left, bottom, right = area(table.attributes.get("ref", ""))
    heads = number_in(table, "headerRowCount", 1)
    totals = number_in(table, "totalsRowCount")
    if heads:
        reference = f"{address_of(top, left)}:{address_of(top + heads - 1, right)}"
        yield Closed(reference, "the cell is in the header row of a table. Change it in Excel.")
    if totals:
        reference = f"{address_of(bottom - totals + 1, left)}:{address_of(bottom, right)}"
        yield Closed(reference, "the cell is in the row of totals of a table. Change it in Excel.")
