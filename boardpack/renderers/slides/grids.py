"""Tables that an author drew in PowerPoint, with tags in their cells and rows that repeat.

A loop or a condition may stand in rows of its own, or begin in one cell of a row and end in another:
then it holds whole rows. All such a table is one template, as a text is.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256

from boardpack.errors import FaultyTag
from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.links import Links
from boardpack.renderers.slides.marks import Line, Marks, Piece, mark, pieces, shown
from boardpack.renderers.slides.spans import Span
from boardpack.renderers.slides.tags import Rebuilding, fill_body, put_paragraphs, say
from boardpack.renderers.slides.xml import Element, child, children, every

_NOTHING = "None"
_OPENS = {"for", "if"}
_CLOSES = {"endfor", "endif"}
_BETWEEN = {"else", "elif"}


def fill_table(table: Element, names: Names, links: Links) -> None:
    """Fill the cells of a table, and repeat or leave out the rows that its tags say."""
    marks = Marks(names.where, links.address)
    rows = [_Row.read(row, marks) for row in children(table, "a:tr")]
    if not any(row.steers for row in rows):
        for body in every(table, "a:txBody"):
            fill_body(body, names, links)
        return
    _refuse_merged(rows, names.where)
    source = "".join(row.source(number, marks) for number, row in enumerate(rows))
    filled = names.render(source, "; ".join(row.text for row in rows if row.steers))
    made = list(_made(pieces(filled), rows, Rebuilding(marks, links)))
    header = child(table, "a:tblPr[@firstRow='1']") is not None
    shown_rows = [number for number, _ in made if number > 0 or not header]
    if not shown_rows:
        made.append(_nothing(rows, names.where))
    for row in rows:
        table.remove(row.element)
    for _, row_made in made:
        table.append(row_made)
    _number_rows(table)


@dataclass(slots=True)
class _Row:
    """A row of the template: its cells' paragraphs, and the tags that hold it or others."""

    element: Element
    cells: list[list[Line]]
    before: list[Span] = field(default_factory=list)
    after: list[Span] = field(default_factory=list)
    stray: bool = False

    @classmethod
    def read(cls, element: Element, marks: Marks) -> "_Row":
        """The row, with its loops and conditions that do not end in their cell taken out."""
        cells = [
            [marks.line(paragraph) for paragraph in children(cell, "a:txBody/a:p")]
            for cell in children(element, "a:tc")
        ]
        row = cls(element, cells)
        lines = [line for cell in cells for line in cell]
        if any(line.steers for line in lines) and not any(line.says for line in lines):
            row.before = [span for line in lines for span in line.spans]
            row.cells = []
            return row
        row.cells = []
        for cell in cells:
            row.cells.append(row._hoisted(cell))
        return row

    @property
    def steers(self) -> bool:
        """Whether whole rows hang on it."""
        return bool(self.before or self.after or self.stray)

    @property
    def text(self) -> str:
        """What its author wrote."""
        paragraphs = every(self.element, "a:p")
        said = ("".join(t.text or "" for t in every(p, "a:t")) for p in paragraphs)
        return " ".join(one for text in said if (one := shown(text)))

    @property
    def is_merged(self) -> bool:
        """Whether a cell of it goes on in the row below, or is part of one above."""
        return any(
            cell.get("vMerge") in {"1", "true"} or int(cell.get("rowSpan", "1")) > 1
            for cell in children(self.element, "a:tc")
        )

    def source(self, number: int, marks: Marks) -> str:
        """The row as a template with marks."""
        before, after = ("".join(span.tag for span in side) for side in (self.before, self.after))
        if not self.cells:
            return before
        cells = (
            mark("C", place) + "".join(map(marks.source, lines))
            for place, lines in enumerate(self.cells)
        )
        return before + mark("T", number) + "".join(cells) + after

    def _hoisted(self, cell: list[Line]) -> list[Line]:
        """A cell without the tags that hold rows, which are kept for before or after its row."""
        loose = _loose(cell)
        said = any(line.says for earlier in self.cells for line in earlier)
        for place, span in loose:
            is_first = not (said or any(line.says for line in cell[:place])) and not any(
                one.block in _OPENS for one in self.before
            )
            if span.block in _OPENS:
                self.before.append(span)
            elif span.block not in _CLOSES:
                self.stray = True
            elif is_first and not cell[place].until(span).says:
                self.before.append(span)  # it ends what stands above the row
            else:
                self.after.append(span)
        return [
            line.without({span for at, span in loose if at == place})
            for place, line in enumerate(cell)
        ]


def _loose(cell: list[Line]) -> list[tuple[int, Span]]:
    """The tags of a cell that have no partner in it, each with the number of its paragraph."""
    opened: list[tuple[int, Span]] = []
    others: list[tuple[int, Span]] = []
    for place, line in enumerate(cell):
        for span in line.spans:
            if span.block in _OPENS:
                opened.append((place, span))
            elif span.block in _CLOSES and opened:
                opened.pop()
            elif span.block in _CLOSES or (span.block in _BETWEEN and not opened):
                others.append((place, span))
    return sorted([*opened, *others], key=lambda one: (one[0], one[1].start))


def _refuse_merged(rows: list[_Row], where: str) -> None:
    """Refuse what cannot be repeated: cells over several rows, an `else` beside text."""
    depth = 0
    for row in rows:
        depth += sum(span.block in _OPENS for span in row.before)
        depth -= sum(span.block in _CLOSES for span in row.before)
        if row.stray:
            raise FaultyTag(where, row.text, "put `{% else %}` into a row of its own")
        if depth > 0 and row.is_merged:
            raise FaultyTag(
                where,
                row.text,
                "a row that repeats or depends on a condition has a cell that is merged with the "
                "row above or below; split it (Layout, Split Cells)",
            )
        depth -= len(row.after)


def _made(
    filled: Iterator[Piece], rows: list[_Row], rebuilding: Rebuilding
) -> Iterator[tuple[int, Element]]:
    """The rows that come out, each with the number of its row in the template."""
    found: list[tuple[int, list[list[Piece]]]] = []
    for piece in filled:
        if piece.kind == "T":
            found.append((piece.number, []))
        elif piece.kind == "C":
            found[-1][1].append([])
        elif found:
            found[-1][1][-1].append(piece)
    for number, cells in found:
        row = deepcopy(rows[number].element)
        for cell, said in zip(children(row, "a:tc"), cells, strict=True):
            for body in children(cell, "a:txBody"):
                put_paragraphs(body, rebuilding.paragraphs(said))
        yield number, row


def _nothing(rows: list[_Row], where: str) -> tuple[int, Element]:
    """A row that says that there is none, like the first of those that did not come."""
    for number, row in enumerate(rows):
        if row.cells and (number or row.before):
            made = deepcopy(row.element)
            for place, body in enumerate(every(made, "a:txBody")):
                say(body, "" if place else _NOTHING)
            return number, made
    raise FaultyTag(where, rows[0].text, "the table has no row between its tags; give it one")


def _number_rows(table: Element) -> None:
    """A number of its own for every row: PowerPoint repairs a table with two alike."""
    taken: set[str] = set()
    for place, number in enumerate(every(table, "a16:rowId")):
        value, turn = number.get("val", ""), 0
        while value in taken:
            digest = sha256(f"{number.get('val')} {place} {turn}".encode()).hexdigest()
            value, turn = str(int(digest[:8], 16)), turn + 1
        taken.add(value)
        number.set("val", value)
