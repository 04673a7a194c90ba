"""Tables: a header that repeats, hairlines between rows, sub-headings that stay with their rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from boardpack.document.blocks import (
    Align,
    Arrow,
    Content,
    Pill,
    Status,
    Table,
    TableRow,
    Text,
)
from boardpack.renderers.pdf.boxes import Box, Cell, Framed, Row, TextBox
from boardpack.renderers.pdf.desk import Desk
from boardpack.renderers.pdf.lines import Setting, narrowest
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
_WIDE_LETTER = 0.6
"""A letter that few words have wider on the average, in ems."""
_LETTERS_OF_A_PILL = 13


@dataclass(frozen=True, slots=True)
class Track:
    """A column as it stands on the page."""

    x: float
    width: float
    align: Align = "left"


def table_items(table: Table, across: float, desk: Desk, into: Tag) -> Iterator[Item]:
    """The table's caption, header and rows."""
    tracks = _tracks(table, across, desk)
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
    assert len(cells) <= len(tracks), "a row has more cells than its table has columns"
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


def is_wide(table: Table, across: float, setting: Setting) -> bool:
    """Whether a table has many columns and not the room for the longest word of each."""
    if len(table.columns) < _MANY_COLUMNS:
        return False
    return sum(_needs(table, setting)) > across - _GUTTER * (len(table.columns) - 1)


def _needs(table: Table, setting: Setting) -> list[float]:
    """How wide each column must be for no word in it to be cut."""
    needs = [
        narrowest((Text(column.title),), CELL_HEAD, setting) if column.title else 0.0
        for column in table.columns
    ]
    for row in table.rows:
        if not row.group:
            for place, cell in enumerate(row.cells[: len(needs)]):
                needs[place] = max(needs[place], narrowest(cell, CELL, setting))
    return needs


def _tracks(table: Table, across: float, desk: Desk) -> tuple[Track, ...]:
    """The columns with their shares of the width, a gutter after each but the last.

    A column that would cut a word takes from the others what it needs, if that can be.
    """
    room = across - _GUTTER * (len(table.columns) - 1)
    shares = [column.width for column in table.columns]
    widths = _shared(room, shares, {})
    if _may_cut(table, widths, desk):
        needs = _needs(table, desk.setting)
        fixed: dict[int, float] = {}
        while sum(needs) <= room and (
            tight := [n for n, own in enumerate(widths) if own < needs[n] and n not in fixed]
        ):
            fixed |= {place: needs[place] for place in tight}
            widths = _shared(room, shares, fixed)
    found, x = [], 0.0
    for column, own in zip(table.columns, widths, strict=True):
        found.append(Track(x, own, column.align))
        x += own + _GUTTER
    return tuple(found)


def _shared(room: float, shares: Sequence[float], fixed: Mapping[int, float]) -> list[float]:
    """The room by shares, but for the columns whose width is fixed."""
    left = room - sum(fixed.values())
    whole = sum(share for place, share in enumerate(shares) if place not in fixed) or 1.0
    return [fixed.get(place, left * share / whole) for place, share in enumerate(shares)]


def _may_cut(table: Table, widths: Sequence[float], desk: Desk) -> bool:
    """Whether a word is long for its column, by its letters: measuring every word takes longer."""
    letter = _WIDE_LETTER * CELL.sized(desk.look.sizes).size
    most = [width / letter for width in widths]
    titles = TableRow(tuple((Text(column.title),) for column in table.columns))
    return any(
        _letters(cell) > most[place]
        for row in (titles, *table.rows)
        if not row.group
        for place, cell in enumerate(row.cells[: len(most)])
    )


def _letters(content: Content) -> int:
    """How many letters the longest word has; a pill or an icon with its words counts as one."""
    longest = 0
    for inline in content:
        match inline:
            case Text(text):
                longest = max(longest, max(map(len, text.split()), default=0))
            case Pill():
                longest = max(longest, _LETTERS_OF_A_PILL)
            case Arrow() | Status():
                longest = max(longest, max(map(len, inline.words.split()), default=0) + 2)
            case _:
                pass
    return longest


def _first_line(box: TextBox) -> float:
    return box.lines[0].height
