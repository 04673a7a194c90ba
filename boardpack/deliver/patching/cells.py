"""The cells of a sheet as the verifier reads them, and what differs between two sheets."""

import re
from collections.abc import Iterator

from lxml import etree

Place = tuple[int, int]
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


class Cells:
    """Every cell of a sheet by its row and column."""

    def __init__(self, root: etree._Element, strings: list[etree._Element]) -> None:
        self.root, self._strings = root, strings
        self.at: dict[Place, etree._Element] = {}
        self.rows: dict[int, etree._Element] = {}
        number = 0
        for row in root.findall("{*}sheetData/{*}row"):
            number = int(str(row.get("r") or number + 1))
            self.rows[number] = row
            column = 0
            for cell in row.findall("{*}c"):
                column = self.place(str(cell.get("r")))[1] if cell.get("r") else column + 1
                self.at[number, column] = cell

    @staticmethod
    def place(address: str) -> Place:
        """Row and column of an address."""
        letters = re.sub("[^A-Z]", "", address.upper())
        column = sum((ord(x) - 64) * 26**n for n, x in enumerate(reversed(letters)))
        return int(re.sub("[^0-9]", "", address)), column

    def value(self, place: Place) -> str | float | None:
        """The text or number of a cell."""
        cell = self.at.get(place)
        if cell is None:
            return None
        holder = self.holder(cell)
        if holder is not None:
            return _text(holder) or None
        written = cell.findtext("{*}v")
        if not written:
            return None
        return float(written) if cell.get("t", "n") == "n" else _unescaped(written)

    def style(self, place: Place) -> int:
        """The number of a cell's format; of a cell that is not there, its row's or its column's."""
        cell, row = self.at.get(place), self.rows.get(place[0])
        if cell is not None:
            return int(str(cell.get("s", "0")))
        if row is not None and row.get("customFormat") in {"1", "true", "on"}:
            return int(str(row.get("s", "0")))
        for column in self.root.findall("{*}cols/{*}col"):
            if int(str(column.get("min"))) <= place[1] <= int(str(column.get("max"))):
                return int(str(column.get("style", "0")))
        return 0

    def lost_runs(self, place: Place, later: "Cells") -> list[str]:
        """What is missing in the later sheet of the cell's formatted runs and readings, in order."""
        old, new = self.at.get(place), later.at.get(place)
        before = None if old is None else self.holder(old)
        after = None if new is None else later.holder(new)
        if before is None or not _text(before):
            return []
        if after is None:
            return ["its text is gone"]
        kept = iter([_written(node) for node in after])
        runs = [_written(node) for node in before if _local(node) in {"r", "phoneticPr"}]
        return [] if all(run in kept for run in runs) else ["formatting of its text is lost"]

    def holder(self, cell: etree._Element) -> etree._Element | None:
        """What holds the text of a cell; None where it holds none."""
        if cell.get("t") == "s":
            return self._strings[int(str(cell.findtext("{*}v")))]
        return cell.find("{*}is")


def faults_between(old: Cells, new: Cells, edited: set[Place], texts: set[Place]) -> Iterator[str]:
    """How two sheets differ besides the values of the edited cells. Both trees are used up."""
    rows = {row for row, _ in edited}
    for place in edited:
        mine, theirs = old.at.get(place), new.at.get(place)
        if mine is not None and theirs is not None and _frame(mine) != _frame(theirs):
            yield f"cell {place} lost more than its value"
        for node in (mine, theirs):
            if node is not None:
                _take_out(node)
    for number in rows:
        mine, theirs = old.rows.get(number), new.rows.get(number)
        if theirs is not None and mine is None and set(theirs.attrib) == {"r"} and not len(theirs):
            _take_out(theirs)
        elif mine is not None and theirs is not None:
            theirs.attrib.pop("spans", "")
            mine.attrib.pop("spans", "")
            grows = mine.get("customHeight") not in {"1", "true", "on"}
            if grows and "ht" not in theirs.attrib and any(row == number for row, _ in texts):
                mine.attrib.pop("ht", "")
    for sheet in (old, new):
        _loosen(sheet.root)
    if not _is_wider(old, new, edited):
        yield "the area in use is not the old one with the edited cells"
    if etree.tostring(old.root, method="c14n") != etree.tostring(new.root, method="c14n"):
        yield "something else than the edited cells changed"


def relationship(related: list[tuple[str, str, str]], node: etree._Element) -> str:
    """The part, in small letters, to which a node points."""
    wanted = {
        value for name, value in node.attrib.items() if str(name).endswith("/relationships}id")
    }
    return next(target.lower() for number, _, target in related if number in wanted)


def _is_wider(old: Cells, new: Cells, edited: set[Place]) -> bool:
    """Whether the stated area is the old one, widened to the edited cells; both are then dropped."""
    mine, theirs = old.root.find("{*}dimension"), new.root.find("{*}dimension")
    if mine is None or theirs is None:
        return mine is theirs is None
    corners = [Cells.place(corner) for corner in str(mine.attrib.pop("ref")).split(":")]
    after = [Cells.place(corner) for corner in str(theirs.attrib.pop("ref")).split(":")]
    rows, columns = zip(*corners, *edited, strict=True)
    return (after[0], after[-1]) == ((min(rows), min(columns)), (max(rows), max(columns)))


def _frame(cell: etree._Element) -> tuple[list[tuple[str, str]], list[bytes]]:
    """A cell without its value and format."""
    attributes = sorted((str(k), str(v)) for k, v in cell.attrib.items() if k not in {"s", "t"})
    return attributes, [_written(n) for n in cell if _local(n) not in {"v", "is"}]


def _take_out(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        node.tail = None
        parent.remove(node)


def _loosen(root: etree._Element) -> None:
    """Leaves out white space between rows and cells, which says nothing."""
    data = root.find("{*}sheetData")
    if data is None:
        return
    for node in [data, *data.findall("{*}row")]:
        node.text = None
        for child in node:
            child.tail = None


def _local(node: etree._Element) -> str:
    return etree.QName(node).localname


def _written(node: etree._Element) -> bytes:
    """A node in the one way in which all that are equal are written, whatever stands around it."""
    return etree.tostring(node, method="c14n", exclusive=True, with_tail=False)


def _text(holder: etree._Element) -> str:
    parts = [t for n in holder for t in n.iter("{*}t") if _local(n) in {"t", "r"}]
    return "".join(_unescaped(n.text or "") for n in parts)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
