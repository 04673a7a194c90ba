"""Tables: a header that repeats, hairlines between rows, sub-headings that stay with their rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from boardpack.document.blocks import Align, Content, Table, TableRow, Text
from boardpack.renderers.pdf.boxes import Box, Cell, Framed, Row, TextBox
from boardpack.renderers.pdf.desk import Desk
from boardpack.renderers.pdf.fonts import font_name, width
from boardpack.renderers.pdf.paging import Item, with_company
from boardpack.renderers.pdf.tags import Tag
from boardpack.renderers.pdf.typography import CAPTION, CELL, CELL_GROUP, CELL_HEAD, TextStyle

_GUTTER = 12.0
_ROW_SPACE = 4.0
_GROUP_SPACE = 8.0
_HEAD_RULE = 0.9
_BEFORE = 10.0
_SPLIT_FROM = 240.0
_LEAST = 100.0
_MANY_COLUMNS = 7


@dataclass(frozen=True, slots=True)
class Track:
    """A column as it stands on the page."""

    x: float
    width: float
    align: Align = "left"


def table_items(table: Table, across: float, desk: Desk, into: Tag) -> Iterator[Item]:
    """The table's caption, header and rows."""
    tracks = _tracks(table, across)
    before = _BEFORE
    tag = into.add("Table")
    if table.show_caption:
        caption = desk.text(table.caption, CAPTION, across, tag.add("Caption"))
        yield Item(caption, before, keep=True)
        before = _ROW_SPACE
    head = None
    if any(column.title for column in table.columns):
        head = header([column.title for column in table.columns], tracks, across, desk, tag)
        yield Item(head, before, keep=True)
        before = 0.0
    body = tag.add("TBody")
    names_rows = table.names_rows
    rows = [
        replace(
            _row_item(row, tracks, across, desk, _cells(body, row, tracks, names_rows)), head=head
        )
        for row in table.rows
    ]
    for item in with_company(rows):
        yield replace(item, before=before)
        before = 0.0


def header(
    titles: Sequence[str], tracks: Sequence[Track], across: float, desk: Desk, table: Tag
) -> Box:
    """A header row over a strong rule."""
    tag = table.add("THead").add("TR")
    tags = [tag.add("TH", Scope="Column") for _ in titles]
    row = aligned_row([(Text(title),) for title in titles], CELL_HEAD, tracks, desk, tags)
    return Framed(row, across, below=_ROW_SPACE, rule=desk.look.structure, rule_weight=_HEAD_RULE)


def aligned_row(
    cells: Sequence[Content],
    style: TextStyle,
    tracks: Sequence[Track],
    desk: Desk,
    tags: Sequence[Tag],
) -> Row:
    """Cells side by side, the middles of their first lines on one height."""
    boxes = [
        desk.text(cell, _aligned(style, track.align), track.width, tag)
        for cell, track, tag in zip(cells, tracks, tags, strict=False)
    ]
    tallest = max((_first_line(box) for box in boxes), default=0.0)
    return Row(
        tuple(
            Cell(track.x, box, (tallest - _first_line(box)) / 2)
            for box, track in zip(boxes, tracks, strict=False)
        )
    )


@cache
def _aligned(style: TextStyle, align: Align) -> TextStyle:
    return replace(style, align=align)


def split_from(height: float) -> float | None:
    """How much of a row must fit before it is split: all of it, unless the row is long."""
    return _LEAST if height > _SPLIT_FROM else None


def _cells(body: Tag, row: TableRow, tracks: Sequence[Track], names_rows: bool) -> list[Tag]:
    """The elements of a row's cells; a sub-heading spans the table."""
    tag = body.add("TR")
    if row.group:
        return [tag.add("TH", Scope="Row", ColSpan=len(tracks))]
    first = tag.add("TH", Scope="Row") if names_rows else tag.add("TD")
    return [first, *(tag.add("TD") for _ in tracks[1:])]


def _row_item(
    row: TableRow, tracks: Sequence[Track], across: float, desk: Desk, tags: Sequence[Tag]
) -> Item:
    if row.group:
        content = row.cells[0] if row.cells else ()
        box = Framed(
            desk.text(content, CELL_GROUP, across, tags[0]),
            across,
            above=_GROUP_SPACE,
            below=_ROW_SPACE,
            rule=desk.look.hairline,
        )
        return Item(box, keep=True)
    box = Framed(
        aligned_row(row.cells, CELL, tracks, desk, tags),
        across,
        above=_ROW_SPACE,
        below=_ROW_SPACE,
        rule=desk.look.hairline,
    )
    return Item(box, least=split_from(box.height))


def is_wide(table: Table, across: float) -> bool:
    """Whether a table has many columns and not the room for the longest word of each."""
    if len(table.columns) < _MANY_COLUMNS:
        return False
    return sum(_needs(table)) > across - _GUTTER * (len(table.columns) - 1)


def _needs(table: Table) -> list[float]:
    """How wide the longest word of each column is."""
    needs = [_longest((Text(column.title),), CELL_HEAD) for column in table.columns]
    for row in table.rows:
        if not row.group:
            for place, cell in enumerate(row.cells[: len(needs)]):
                needs[place] = max(needs[place], _longest(cell, CELL))
    return needs


def _longest(content: Content, style: TextStyle) -> float:
    words = (word for text in content if isinstance(text, Text) for word in text.text.split())
    font = font_name(style.weight)
    return max((width(word, font, style.size) for word in words), default=0.0)


def _tracks(table: Table, across: float) -> tuple[Track, ...]:
    """The columns with their shares of the width, a gutter after each but the last.

    A table of many columns first gives each the room for its longest word, if that can be.
    """
    columns = table.columns
    shares = [column.width for column in columns]
    whole = sum(shares) or 1.0
    room = across - _GUTTER * (len(columns) - 1)
    widths = [room * share / whole for share in shares]
    if len(columns) >= _MANY_COLUMNS:
        needs = _needs(table)
        spare = room - sum(needs)
        if spare >= 0 and any(have < need for have, need in zip(widths, needs, strict=True)):
            widths = [
                need + spare * share / whole for need, share in zip(needs, shares, strict=True)
            ]
    found, x = [], 0.0
    for column, own in zip(columns, widths, strict=True):
        found.append(Track(x, own, column.align))
        x += own + _GUTTER
    return tuple(found)


def _first_line(box: TextBox) -> float:
    return box.lines[0].height
