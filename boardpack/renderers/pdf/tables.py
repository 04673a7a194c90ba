"""Tables: a header that repeats, hairlines between rows, sub-headings that stay with their rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from boardpack.document.blocks import Align, Column, Content, Table, TableRow, Text
from boardpack.renderers.pdf.boxes import Box, Cell, Framed, Row, TextBox
from boardpack.renderers.pdf.desk import Desk
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


@dataclass(frozen=True, slots=True)
class Track:
    """A column as it stands on the page."""

    x: float
    width: float
    align: Align = "left"


def table_items(table: Table, width: float, desk: Desk, into: Tag) -> Iterator[Item]:
    """The table's caption, header and rows."""
    tracks = _tracks(table.columns, width)
    before = _BEFORE
    tag = into.add("Table")
    if table.show_caption:
        caption = desk.text(table.caption, CAPTION, width, tag.add("Caption"))
        yield Item(caption, before, keep=True)
        before = _ROW_SPACE
    head = None
    if any(column.title for column in table.columns):
        head = header([column.title for column in table.columns], tracks, width, desk, tag)
        yield Item(head, before, keep=True)
        before = 0.0
    body = tag.add("TBody")
    rows = [
        replace(_row_item(row, tracks, width, desk, body.add("TR")), head=head)
        for row in table.rows
    ]
    for item in with_company(rows):
        yield replace(item, before=before)
        before = 0.0


def header(
    titles: Sequence[str], tracks: Sequence[Track], width: float, desk: Desk, table: Tag
) -> Box:
    """A header row over a strong rule."""
    tag = table.add("THead").add("TR")
    tags = [tag.add("TH", Scope="Column") for _ in titles]
    row = aligned_row([(Text(title),) for title in titles], CELL_HEAD, tracks, desk, tags)
    return Framed(row, width, below=_ROW_SPACE, rule=desk.look.structure, rule_weight=_HEAD_RULE)


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


def _row_item(row: TableRow, tracks: Sequence[Track], width: float, desk: Desk, tag: Tag) -> Item:
    if row.group:
        content = row.cells[0] if row.cells else ()
        cell = tag.add("TH", Scope="Row", ColSpan=len(tracks))
        box = Framed(
            desk.text(content, CELL_GROUP, width, cell),
            width,
            above=_GROUP_SPACE,
            below=_ROW_SPACE,
            rule=desk.look.hairline,
        )
        return Item(box, keep=True)
    tags = [tag.add("TD") for _ in tracks]
    box = Framed(
        aligned_row(row.cells, CELL, tracks, desk, tags),
        width,
        above=_ROW_SPACE,
        below=_ROW_SPACE,
        rule=desk.look.hairline,
    )
    return Item(box, least=split_from(box.height))


def _tracks(columns: Sequence[Column], width: float) -> tuple[Track, ...]:
    """The columns with their shares of the width, a gutter after each but the last."""
    whole = sum(column.width for column in columns) or 1.0
    room = width - _GUTTER * (len(columns) - 1)
    found, x = [], 0.0
    for column in columns:
        across = room * column.width / whole
        found.append(Track(x, across, column.align))
        x += across + _GUTTER
    return tuple(found)


def _first_line(box: TextBox) -> float:
    return box.lines[0].height
