"""Tables on slides: at most seven rows on each, and no row beyond its frame."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml.etree import tostring

from boardpack.document.blocks import Content, Table, TableRow, Text
from boardpack.renderers.slides.cells import FILLS, Look, cell_flow, letters, make_cell
from boardpack.renderers.slides.charts.parts import colour, text_width
from boardpack.renderers.slides.flow import height, steps
from boardpack.renderers.slides.inheritance import ancestry
from boardpack.renderers.slides.shapes import Box, properties_of, put_in_place, room_below
from boardpack.renderers.slides.sharing import shared_evenly
from boardpack.renderers.slides.xml import EMU, Element, child, children, every, read, safe
from boardpack.style import Style

MOST_ROWS = 7
_ALIKE = 0.02
_SPARE = 1.05  # a font that is not there gives way to a wider one
_MILDEST = 0.9  # a table in a room is better on two slides than in small letters
_NOTHING = "None"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_FRAME = f"""<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="0" name=""/>\
<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>\
</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></p:xfrm>\
<a:graphic><a:graphicData uri="{_TABLE}"><a:tbl><a:tblPr/><a:tblGrid/></a:tbl>\
</a:graphicData></a:graphic></p:graphicFrame>"""


@dataclass(frozen=True, slots=True)
class Filled:
    """A table laid out for the shape that it stands in: the rows of each slide, and their size."""

    table: Table
    header: tuple[Look, ...]
    bodies: tuple[tuple[Look, ...], ...]
    """The looks of the rows, in turn: more than one where the template's rows differ."""
    widths: tuple[float, ...]
    pages: tuple[tuple[TableRow, ...], ...]
    scale: float
    cut: tuple[str, ...]
    """The whole texts of cells that were too long even for a slide of their own."""

    def looks(self, column: int, *, header: bool) -> list[Look]:
        """The looks that a cell of this column may have."""
        rows = (self.header,) if header else self.bodies
        return [row[min(column, len(row) - 1)] for row in rows]


def lay_out(slide: Any, shape: Element, table: Table, style: Style) -> Filled:
    """The table shared out over slides, at the template's size where it can be."""
    box = Box.of(slide, shape)
    header, bodies = _looks(slide, shape, style)
    widths = _widths(shape, table, header, box.width / EMU)
    rows = table.rows or (TableRow(((Text(_NOTHING),),)),)
    plain = Filled(table, header, bodies, widths, (), 1.0, ())
    room = (box.height if child(shape, ".//a:tbl") is None else room_below(slide, shape)) / EMU
    smallest = min(look.size for row in (header, *bodies) for look in row)
    scales = steps(smallest, least=style.smallest)
    wanted = -(-len(rows) // MOST_ROWS)
    mild = [s for s in scales if s >= _MILDEST]
    scale = next((s for s in mild if len(_pages(plain, rows, room, s)) <= wanted), 1.0)
    if not _each_fits(plain, rows, room, scale):
        scale = next((s for s in scales if _each_fits(plain, rows, room, s)), scales[-1])
    cut: list[str] = []
    rows = tuple(_short_enough(plain, row, room, scale, cut) for row in rows)
    pages = tuple(
        tuple(rows[number] for number in page) for page in _pages(plain, rows, room, scale)
    )
    return Filled(table, header, bodies, widths, pages, scale, tuple(cut))


def place_table(slide: Any, shape: Element, filled: Filled, page: int, style: Style) -> None:
    """Put the rows of one slide where the shape stands, under the table's header."""
    box = Box.of(slide, shape)
    frame = read(_FRAME) if child(shape, ".//a:tbl") is None else deepcopy(shape)
    properties = properties_of(frame)
    properties.set("id", str(box.id))
    properties.set("name", box.name)
    properties.set("descr", safe(filled.table.caption))
    (grid_table,) = every(frame, "a:tbl")
    settings = child(grid_table, "a:tblPr")
    assert settings is not None
    settings.set("firstRow", "1")
    _set_grid(grid_table, [int(width * EMU) for width in filled.widths])
    columns = filled.table.columns
    titles = TableRow(tuple((Text(column.title),) for column in columns))
    heights = 0
    for place, row in enumerate((titles, *filled.pages[page]), start=-1):
        high = int(_row_height(filled, row, filled.scale, header=row is titles) * EMU)
        heights += high
        line = read(f'<a:tr h="{high}"/>')
        for number, column in enumerate(columns):
            looks = filled.looks(number, header=row is titles)
            look = looks[place % len(looks)]
            content = _content(row, number, filled)
            line.append(make_cell(content, look, column.align, filled.scale, style))
        grid_table.append(line)
    for key, value in (("x", box.x), ("y", box.y)):
        _of_place(frame, "a:off").set(key, str(value))
    for key, value in (("cx", box.width), ("cy", heights)):
        _of_place(frame, "a:ext").set(key, str(value))
    put_in_place(slide, shape, frame)


def _of_place(frame: Element, what: str) -> Element:
    """A part of the frame's own place; extensions of its name are called `a:ext` too."""
    found = child(frame, f"p:xfrm/{what}")
    assert found is not None
    return found


def _content(row: TableRow, column: int, filled: Filled) -> Content:
    """The content of a cell; a sub-heading stands in the widest, since no cells are merged."""
    if not row.group:
        return row.cells[column] if column < len(row.cells) else ()
    widest = filled.widths.index(max(filled.widths))
    strong = tuple(
        Text(one.text, strong=True) if isinstance(one, Text) else one for one in row.cells[0]
    )
    return strong if column == widest else ()


def _row_height(filled: Filled, row: TableRow, scale: float, *, header: bool = False) -> float:
    tallest = 0.0
    for number, width in enumerate(filled.widths):
        said = letters(_content(row, number, filled))
        for look in filled.looks(number, header=header):
            tall = height(cell_flow(said, look), width - look.sides, scale) + look.ends
            tallest = max(tallest, tall)
    return tallest


def _header_height(filled: Filled, scale: float) -> float:
    titles = TableRow(tuple((Text(column.title),) for column in filled.table.columns))
    return _row_height(filled, titles, scale, header=True)


def _each_fits(filled: Filled, rows: tuple[TableRow, ...], room: float, scale: float) -> bool:
    left = room - _header_height(filled, scale)
    return all(_row_height(filled, row, scale) <= left for row in rows)


def _pages(
    filled: Filled, rows: tuple[TableRow, ...], room: float, scale: float
) -> list[list[int]]:
    """The numbers of the rows of each slide; a sub-heading is never the last."""
    heights = [_row_height(filled, row, scale) for row in rows]
    left = room - _header_height(filled, scale)
    return shared_evenly(heights, left, MOST_ROWS, [row.group for row in rows])


def _short_enough(
    filled: Filled, row: TableRow, room: float, scale: float, cut: list[str]
) -> TableRow:
    """The row, its long cells cut short where it would not fit on a slide of its own."""
    left = room - _header_height(filled, scale)
    cells = list(row.cells)
    for number, content in enumerate(row.cells):
        whole = "".join(one.text for one in letters(content))
        kept = whole
        alone = TableRow(
            tuple(content if n == number else () for n in range(len(cells))), row.group
        )
        while kept and _row_height(filled, alone, scale) > left:
            kept = kept[: len(kept) * 9 // 10].rsplit(" ", 1)[0]
            cells[number] = (Text(kept + "…"),)
            alone = TableRow(
                tuple(cells[number] if n == number else () for n in range(len(cells))), row.group
            )
        if kept is not whole:
            cut.append(whole)
    return TableRow(tuple(cells), row.group)


def _set_grid(table: Element, widths: list[int]) -> None:
    for row in children(table, "a:tr"):
        table.remove(row)
    grid = child(table, "a:tblGrid")
    assert grid is not None
    old = children(grid, "a:gridCol")
    if len(old) == len(widths):
        for column, width in zip(old, widths, strict=True):
            column.set("w", str(width))
        return
    for column in old:
        grid.remove(column)
    for width in widths:
        grid.append(read(f'<a:gridCol w="{width}"/>'))


def _widths(
    shape: Element, table: Table, header: tuple[Look, ...], whole: float
) -> tuple[float, ...]:
    """How wide the columns are: as the template's, where its author set as many as there are.

    Columns that are all alike nobody has set: PowerPoint draws them so.
    """
    drawn = [int(column.get("w", "0")) for column in every(shape, "a:gridCol")]
    is_set = len(drawn) == len(table.columns) and max(drawn) - min(drawn) > _ALIKE * max(drawn)
    wanted = drawn if is_set else [column.width for column in table.columns]
    widths = tuple(whole * one / (sum(wanted) or 1.0) for one in wanted)
    return widths if is_set else _with_whole_words(widths, table, header)


def _with_whole_words(
    widths: tuple[float, ...], table: Table, header: tuple[Look, ...]
) -> tuple[float, ...]:
    """The widths, those that would break a word of the header widened at the cost of the others."""
    least: list[float] = []
    for number, column in enumerate(table.columns):
        look = header[min(number, len(header) - 1)]
        words = (text_width(word, look.size, bold=True) for word in column.title.split())
        least.append(max(words, default=0.0) * _SPARE + look.sides)
    short = sum(max(need - width, 0.0) for width, need in zip(widths, least, strict=True))
    spare = sum(max(width - need, 0.0) for width, need in zip(widths, least, strict=True))
    if not 0 < short <= spare:
        return widths
    return tuple(
        max(need, width - max(width - need, 0.0) * short / spare)
        for width, need in zip(widths, least, strict=True)
    )


def _looks(
    slide: Any, shape: Element, style: Style
) -> tuple[tuple[Look, ...], tuple[tuple[Look, ...], ...]]:
    """The looks of the template's header and rows, or of a plain table with hairlines.

    The second row is the model of all. A third with other fills takes turns with it.
    """
    rows = [children(row, "a:tc") for row in every(shape, "a:tr")]
    if not rows:
        header = read(_plain(bold=True, ink=style.structure, rule=style.structure, width=1.5))
        body = read(_plain(bold=False, ink=style.text, rule=style.hairline, width=0.75))
        rows = [[header], [body]]
    models = rows[1:3] or rows[:1]
    if len(models) > 1 and list(map(_fills, models[0])) == list(map(_fills, models[1])):
        models = models[:1]
    source = ancestry(slide, shape, style.typeface)
    titles, *others = (
        tuple(Look.of(cell, source, style.smallest) for cell in row) for row in (rows[0], *models)
    )
    return titles, tuple(others)


def _fills(cell: Element) -> list[bytes]:
    """What a cell is filled with, as XML."""
    return [tostring(one) for kind in FILLS for one in children(cell, f"a:tcPr/{kind}")]


def _plain(*, bold: bool, ink: str, rule: str, width: float) -> str:
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    return (
        "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>"
        f'<a:endParaRPr lang="en-GB" sz="1800" b="{int(bold)}">{colour(ink)}</a:endParaRPr></a:p>'
        f'</a:txBody><a:tcPr anchor="t">{none}<a:lnB w="{int(width * EMU)}">{colour(rule)}</a:lnB>'
        "<a:noFill/></a:tcPr></a:tc>"
    )
