"""A worksheet: what its cells hold, which of them may be set, and its bytes with some set."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from boardpack.deliver.patching.book import Book
from boardpack.deliver.patching.edits import Refused, address_of, area, lies_in, position
from boardpack.deliver.patching.nodes import Node, spliced, with_attribute
from boardpack.deliver.patching.texts import Text, fresh, held

_TRUE = frozenset({"1", "true", "on"})
_NOT_TEXT = {
    "n": "a number or a date",
    "d": "a date",
    "b": "TRUE or FALSE",
    "e": "an error",
}
Place = tuple[int, int]
Splice = tuple[int, int, bytes]


@dataclass(frozen=True, slots=True)
class Content:
    """What a cell is to hold: a text, a number, or nothing; and its style."""

    value: Text | int | None
    style: int
    has_new_text: bool = False


class Sheet:
    """One worksheet's part, scanned once; cells without an address are counted as Excel counts."""

    def __init__(self, book: Book, part: str) -> None:
        self._book, self.part = book, part
        self.data = book.archive.read(part)
        self.root = book.tree(part)
        found = self.root.first("sheetData")
        if found is None:
            raise Refused("the sheet holds no cells.")
        self._rows_node = found
        self._space = self._namespace()
        self.rows: dict[int, Node] = {}
        self.cells: dict[Place, Node] = {}
        self._met: Counter[Place | int] = Counter()
        self._scan()
        self._closed = dict(self._areas())

    def check(self, place: Place) -> None:
        """Nothing; Refused where the cell must not be set."""
        cell = self.cells.get(place)
        if self._met[place] > 1 or self._met[place[0]] > 1:
            raise Refused("the sheet holds this cell twice. Open it in Excel and save it.")
        if cell is not None and cell.first("f") is not None:
            raise Refused("the cell holds a formula. Replace it in Excel if it is to hold a text.")
        if cell is not None and {"cm", "vm"} & cell.attributes.keys():
            raise Refused("the cell holds a picture, a linked record or a part of a formula.")
        for reference, why in self._closed.items():
            if lies_in(*place, reference) and not (
                why.startswith("the cell is merged") and area(reference)[:2] == place
            ):
                raise Refused(why)

    def content(self, place: Place) -> Content:
        """What the cell holds before any edit; a number is given as nothing, by `text` refused."""
        cell = self.cells.get(place)
        return Content(None, self._style(place) if cell is None else _number(cell, "s"))

    def text(self, place: Place, strings: list[tuple[bytes, bytes, bytes]]) -> Text | None:
        """The text of a cell, None where it is empty; Refused where it holds something else."""
        cell = self.cells.get(place)
        if cell is None:
            return None
        value, inline = cell.first("v"), cell.first("is")
        kind = cell.attributes.get("t", "n")
        if kind == "inlineStr" and inline is not None:
            raw = self.data[inline.inside : inline.close]
            return held(raw, inline.prefix, self._space) if raw.strip() else None
        written = b"" if value is None else self.data[value.inside : value.close]
        if not written.strip():
            return None
        if kind == "s":
            if not written.strip().isdigit() or int(written) >= len(strings):
                raise Refused("the cell's text is missing. Type it anew in Excel.")
            raw, prefix, space = strings[int(written)]
            return held(raw, prefix, space) if raw.strip() else None
        if kind == "str":
            raw = b'<%st xml:space="preserve">%s</%st>' % (cell.prefix, written, cell.prefix)
            return held(raw, cell.prefix, self._space)
        raise Refused(
            f"the cell holds {_NOT_TEXT.get(kind, 'no text')}, to which no text can be added. "
            "Type it as a text in Excel, with an apostrophe before it."
        )

    def new_text(self, text: str) -> Text:
        """A plain text in the way of this sheet."""
        return fresh(text, self._rows_node.prefix, self._space)

    def rewritten(self, contents: Mapping[Place, Content]) -> bytes:
        """The sheet with these cells."""
        splices: list[Splice] = []
        new: dict[int, list[Place]] = defaultdict(list)
        for place, content in contents.items():
            cell = self.cells.get(place)
            if cell is None:
                new[place[0]].append(place)
            else:
                tag = self.data[cell.start : cell.inside]
                splices.append((cell.start, cell.end, self._cell(tag, cell.prefix, content, cell)))
        for number in sorted({row for row, _ in contents}):
            added = sorted(new[number])
            if number in self.rows:
                splices += self._widened(number, added, contents)
        splices += self._new_rows(
            {n: sorted(p) for n, p in new.items() if n not in self.rows}, contents
        )
        splices += self._dimension(contents)
        return spliced(self.data, splices)

    def _scan(self) -> None:
        row_number = 0
        for row in self._rows_node.all("row"):
            row_number = _number(row, "r", row_number + 1)
            self._met[row_number] += 1
            self.rows[row_number] = row
            column = 0
            for cell in row.all("c"):
                address = cell.attributes.get("r")
                column = position(address)[1] if address else column + 1
                self._met[row_number, column] += 1
                self.cells[row_number, column] = cell

    def _namespace(self) -> bytes:
        strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
        usual = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        return strict if strict in self.data[: self.root.inside] else usual

    def _areas(self) -> Iterator[tuple[str, str]]:
        """Areas that must not be set, each with the reason."""
        merges = self.root.first("mergeCells")
        for merge in [] if merges is None else merges.children:
            reference = merge.attributes["ref"]
            anchor = reference.partition(":")[0]
            yield reference, f"the cell is merged into {anchor}. Name that cell."
        for cell in self.cells.values():
            formula = cell.first("f")
            if formula is not None and formula.attributes.get("t") in {"array", "dataTable"}:
                reference = formula.attributes.get("ref", "")
                if reference:
                    yield reference, f"the cell belongs to the formula of {reference}."
        for table in self._book.belongings(self.part, "table"):
            yield from _ends_of(table)
        for pivot in self._book.belongings(self.part, "pivotTable"):
            location = pivot.first("location")
            if location is not None:
                yield location.attributes["ref"], "the cell belongs to a pivot table."

    def _style(self, place: Place) -> int:
        """The style of a cell that is not there yet: its row's, or its column's."""
        row = self.rows.get(place[0])
        if row is not None and row.attributes.get("customFormat") in _TRUE:
            return _number(row, "s")
        columns = self.root.first("cols")
        for column in [] if columns is None else columns.children:
            if _number(column, "min") <= place[1] <= _number(column, "max"):
                return _number(column, "style")
        return 0

    def _cell(self, tag: bytes, prefix: bytes, content: Content, old: Node | None) -> bytes:
        """A cell with its new content; all that it held besides a value is kept."""
        # Both are taken out first, so that they stand in one order however often a cell is set.
        tag = with_attribute(with_attribute(tag, "t", None), "s", None)
        tag = with_attribute(tag, "s", str(content.style) if content.style else None)
        kind, inner = None, b""
        match content.value:
            case Text() as text:
                own = prefix == text.prefix
                kind, inner = "inlineStr", text.wrapped(b"is", prefix, declare=not own)
            case int() as day:
                inner = b"<%sv>%d</%sv>" % (prefix, day, prefix)
        tag = with_attribute(tag, "t", kind)
        kept = [] if old is None else [n for n in old.children if n.name not in {"v", "is", "f"}]
        inner += b"".join(self.data[node.start : node.end] for node in kept)
        return _filled(tag, b"c", prefix, inner)

    def _new_cells(
        self, places: list[Place], prefix: bytes, contents: Mapping[Place, Content]
    ) -> list[bytes]:
        return [
            self._cell(
                b'<%sc r="%s"/>' % (prefix, address_of(*p).encode()), prefix, contents[p], None
            )
            for p in places
        ]

    def _widened(
        self, number: int, added: list[Place], contents: Mapping[Place, Content]
    ) -> list[Splice]:
        """A row with its new cells; its stored height goes where that would hide a longer text."""
        row = self.rows[number]
        tag = old = self.data[row.start : row.inside]
        if any(c.has_new_text for place, c in contents.items() if place[0] == number):
            tag = self._growing(row, tag)
        if added and ":" in row.attributes.get("spans", ""):
            first, last = map(int, row.attributes["spans"].split(" ")[0].split(":"))
            columns = [column for _, column in added]
            if " " not in row.attributes["spans"]:
                spans = f"{min(first, *columns)}:{max(last, *columns)}"
                tag = with_attribute(tag, "spans", spans)
        cells = self._new_cells(added, row.prefix, contents)
        if row.is_closed_at_once and cells:
            return [(row.start, row.end, _filled(tag, b"row", row.prefix, b"".join(cells)))]
        splices = [] if tag == old else [(row.start, row.inside, tag)]
        there = sorted(c for r, c in self.cells if r == number) if cells else []
        for (_, column), cell in zip(added, cells, strict=True):
            after = next((c for c in there if c > column), None)
            at = row.close if after is None else self.cells[number, after].start
            splices.append((at, at, cell))
        return splices

    def _growing(self, row: Node, tag: bytes) -> bytes:
        """The row's tag without the height that Excel worked out for its older texts.

        Excel works it out again when it opens the sheet. A height that somebody set is kept.
        """
        usual = self.root.first("sheetFormatPr")
        fixed = usual is not None and usual.attributes.get("customHeight") in _TRUE
        if fixed or {row.attributes.get(k) for k in ("customHeight", "hidden")} & _TRUE:
            return tag
        return with_attribute(tag, "ht", None)

    def _new_rows(
        self, new: Mapping[int, list[Place]], contents: Mapping[Place, Content]
    ) -> list[Splice]:
        if not new:
            return []
        data, prefix = self._rows_node, self._rows_node.prefix
        rows = {
            number: _filled(
                b'<%srow r="%d"/>' % (prefix, number),
                b"row",
                prefix,
                b"".join(self._new_cells(places, prefix, contents)),
            )
            for number, places in sorted(new.items())
        }
        if data.is_closed_at_once:
            tag = self.data[data.start : data.inside]
            return [
                (data.start, data.end, _filled(tag, b"sheetData", prefix, b"".join(rows.values())))
            ]
        there = sorted(self.rows)
        after = {n: next((row for row in there if row > n), None) for n in rows}
        places = {n: data.close if a is None else self.rows[a].start for n, a in after.items()}
        return [(places[n], places[n], row) for n, row in rows.items()]

    def _dimension(self, contents: Mapping[Place, Content]) -> list[Splice]:
        node = self.root.first("dimension")
        if node is None or "ref" not in node.attributes:
            return []
        top, left, bottom, right = area(node.attributes["ref"])
        rows, columns = zip(*contents, strict=True)
        wide = (min(top, *rows), min(left, *columns), max(bottom, *rows), max(right, *columns))
        if wide == (top, left, bottom, right):
            return []
        reference = f"{address_of(*wide[:2])}:{address_of(*wide[2:])}"
        tag = with_attribute(self.data[node.start : node.inside], "ref", reference)
        return [(node.start, node.inside, tag)]


def _number(node: Node, name: str, otherwise: int = 0) -> int:
    written = node.attributes.get(name, "")
    return int(written) if written.isdigit() else otherwise


def _filled(tag: bytes, name: bytes, prefix: bytes, inner: bytes) -> bytes:
    """An element of this opening tag with this inside; one tag where there is nothing inside."""
    opening = tag.removesuffix(b"/>").removesuffix(b">")
    return opening + (b">%s</%s%s>" % (inner, prefix, name) if inner else b"/>")


def _ends_of(table: Node) -> Iterator[tuple[str, str]]:
    """The header row and the row of totals of a table, which Excel keeps in two places."""
    top, left, bottom, right = area(table.attributes["ref"])
    heads = _number(table, "headerRowCount", 1)
    totals = _number(table, "totalsRowCount", 0)
    if heads:
        reference = f"{address_of(top, left)}:{address_of(top + heads - 1, right)}"
        yield reference, "the cell is in the header row of a table. Change it in Excel."
    if totals:
        reference = f"{address_of(bottom - totals + 1, left)}:{address_of(bottom, right)}"
        yield reference, "the cell is in the row of totals of a table. Change it in Excel."
