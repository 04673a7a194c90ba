"""Actions as rows of three: what it is; what is being done; who does it and how far it is."""

from collections.abc import Iterator
from dataclasses import replace

from boardpack.document.blocks import ActionRow, ActionRows, Content, LineBreak, Pill, Text
from boardpack.renderers.pdf.boxes import Anchored, Box, Cell, Framed, Row, Stack
from boardpack.renderers.pdf.desk import Desk
from boardpack.renderers.pdf.paging import Item, with_company
from boardpack.renderers.pdf.tables import Track, aligned_row, header, split_from
from boardpack.renderers.pdf.tags import Tag
from boardpack.renderers.pdf.typography import (
    ACTION_SIDE,
    ACTIVITY,
    CELL,
    GUTTER,
    QUESTION,
    UPDATE,
)

_LEFT, _RIGHT = 92.0, 96.0
_BRIEF = (42.0, 66.0, 66.0, 104.0)
_BRIEF_GUTTER = 10.0
_ROW_SPACE = 8.0
_BRIEF_SPACE = 4.0
_MOVED = replace(ACTION_SIDE, size=9, leading=11.5)
_TITLES = ("Action", "What is being done", "Lead and measure")
_BRIEF_TITLES = ("Action", "Rating", "What was done", "Due", "Lead")


def action_items(actions: ActionRows, width: float, desk: Desk, into: Tag) -> Iterator[Item]:
    """A header that repeats, and an item for each action."""
    table = into.add("Table")
    tracks = _brief_tracks(width) if actions.brief else _tracks(width)
    titles = _BRIEF_TITLES if actions.brief else _TITLES
    head = header(titles, tracks, width, desk, table)
    body = table.add("TBody")
    yield Item(head, before=_ROW_SPACE, keep=True)
    set_row = _brief_row if actions.brief else _row
    space = _BRIEF_SPACE if actions.brief else _ROW_SPACE
    rule = desk.look.hairline
    boxes: list[Box] = []
    for action in actions.rows:
        row = set_row(action, tracks, desk, body.add("TR"))
        boxes.append(_place(action, Framed(row, width, space, space, rule=rule)))
    yield from with_company([Item(box, least=split_from(box.height), head=head) for box in boxes])


def _place(action: ActionRow, box: Box) -> Box:
    """The box as a place that links lead to, where the action has an anchor; it has no bookmark."""
    return Anchored(box, action.anchor, f"Action {action.ref}") if action.anchor else box


def _row(action: ActionRow, tracks: tuple[Track, ...], desk: Desk, tag: Tag) -> Box:
    """The three cells, and the questions under them, which are heard in the middle one."""
    cells = (tag.add("TH", Scope="Row"), tag.add("TD"), tag.add("TD"))
    return Stack(
        (
            (0.0, _three(action, tracks, desk, cells)),
            *_questions(action, tracks, desk, cells[1]),
        )
    )


def _brief_row(action: ActionRow, tracks: tuple[Track, ...], desk: Desk, tag: Tag) -> Box:
    first = tag.add("TH", Scope="Row")
    tags = (first, *(tag.add("TD") for _ in tracks[1:]))
    return aligned_row(_brief_cells(action), CELL, tracks, desk, tags)


def _three(
    action: ActionRow, tracks: tuple[Track, ...], desk: Desk, cells: tuple[Tag, Tag, Tag]
) -> Row:
    left, middle, right = tracks
    what, doing, who = cells
    ref = (Text(action.ref, strong=True), Text("  "), Pill(action.rating))
    identity = desk.text(ref, ACTION_SIDE, left.width, what.add("P"))
    due = desk.text((Text(action.due),), ACTION_SIDE, left.width, what.add("P"))
    moved = [
        (2.0, desk.text((arrow,), _MOVED, left.width, what.add("P"))) for arrow in action.moved
    ]
    said: list[tuple[float, Box]] = [
        (1.0, desk.text(action.activity, ACTIVITY, middle.width, doing.add("P")))
    ]
    if action.update.strip():
        said.append((3.0, desk.text(_update(action), UPDATE, middle.width, doing.add("P"))))
    return Row(
        (
            Cell(left.x, Stack(((0.0, identity), (3.0, due), *moved))),
            Cell(middle.x, Stack(tuple(said))),
            Cell(right.x, desk.text(_who(action), ACTION_SIDE, right.width, who), drop=1.5),
        )
    )


def _update(action: ActionRow) -> Content:
    date = (Text(action.update_date, strong=True), Text("  ")) if action.update_date else ()
    return *date, Text(action.update)


def _who(action: ActionRow) -> Content:
    measure = (LineBreak(), Text(action.measure, strong=True)) if action.measure else ()
    return Text(action.lead), *measure


def _questions(
    action: ActionRow, tracks: tuple[Track, ...], desk: Desk, cell: Tag
) -> Iterator[tuple[float, Box]]:
    """The challenges, each in a tinted line under the action."""
    start, end = tracks[1], tracks[-1]
    across = end.x + end.width - start.x
    for question in action.questions:
        answer = (LineBreak(), Text(question.answer)) if question.answer else ()
        content = (Text("Question: ", strong=True), Text(question.text), *answer)
        box = desk.text(content, QUESTION, across - 2 * _ROW_SPACE, cell.add("P"))
        framed = Framed(box, across, above=4, below=4, left=_ROW_SPACE, fill=desk.look.question)
        yield 5.0, Row((Cell(start.x, framed),))


def _brief_cells(action: ActionRow) -> tuple[Content, ...]:
    return (
        (Text(action.ref, strong=True),),
        (Pill(action.rating),),
        (Text(action.activity),),
        (Text(action.due_date),),
        (Text(action.lead),),
    )


def _tracks(width: float) -> tuple[Track, ...]:
    middle = width - _LEFT - _RIGHT - 2 * GUTTER
    return (
        Track(0.0, _LEFT),
        Track(_LEFT + GUTTER, middle),
        Track(width - _RIGHT, _RIGHT),
    )


def _brief_tracks(width: float) -> tuple[Track, ...]:
    ref, rating, due, lead = _BRIEF
    activity = width - sum(_BRIEF) - 4 * _BRIEF_GUTTER
    found, x = [], 0.0
    for across in (ref, rating, activity, due, lead):
        found.append(Track(x, across))
        x += across + _BRIEF_GUTTER
    return tuple(found)
