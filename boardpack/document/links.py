"""Links in a finished document: each leads to what is in it, or elsewhere, or is words alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from boardpack.document.blocks import (
    ActionRow,
    ActionRows,
    Block,
    Columns,
    Heading,
    Inline,
    ItemList,
    PageNumber,
    PaperPages,
    Paragraph,
    Table,
    TableRow,
    Text,
    walk,
)
from boardpack.words import DASH

_Part = TypeVar("_Part")
_Changing = Inline | ActionRow


def without_lost_links(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, the words of a link whose place is not among them without the link."""
    known = set(_anchors(blocks))

    def unlinked(part: _Changing) -> _Changing:
        place = _leads_to(part)
        is_lost = place is not None and place not in known
        return replace(part, href=None) if isinstance(part, Text) and is_lost else part

    return _changed(blocks, unlinked)


def led_elsewhere(
    blocks: tuple[Block, ...], instead: Mapping[str, str | None]
) -> tuple[Block, ...]:
    """The blocks, a link whose place is not among them leading where `instead` says.

    Where it says nowhere, the words stay and the page number is a dash. A link that it does not
    name stays, for the renderers to refuse.
    """
    known = set(_anchors(blocks))

    def led(part: _Changing) -> _Changing:
        place = _leads_to(part)
        if place is None or place in known or place not in instead:
            return part
        return _led(part, instead[place])

    return _changed(blocks, led)


def anchored_once(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, an action that is shown again without its anchor there."""
    taken = {block.anchor for block in walk(blocks) if isinstance(block, Heading | PaperPages)}

    def once(part: _Changing) -> _Changing:
        if not isinstance(part, ActionRow) or part.anchor is None:
            return part
        if part.anchor in taken:
            return replace(part, anchor=None)
        taken.add(part.anchor)
        return part

    return _changed(blocks, once)


def _leads_to(part: _Changing) -> str | None:
    """The anchor that a link or a page number leads to."""
    match part:
        case Text(href=str() as href) if href.startswith("#"):
            return href[1:]
        case PageNumber(anchor):
            return anchor
        case _:
            return None


def _led(part: _Changing, place: str | None) -> _Changing:
    match part:
        case Text():
            return replace(part, href=f"#{place}" if place else None)
        case PageNumber():
            return replace(part, anchor=place) if place else Text(DASH)
        case _:
            return part


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in walk(blocks):
        match block:
            case Heading() | PaperPages():
                yield block.anchor
            case ActionRows(rows=rows):
                yield from (row.anchor for row in rows if row.anchor is not None)


def _changed(part: _Part, change: Callable[[_Changing], _Changing]) -> _Part:
    """A part with each run, page number and action in it changed, in reading order."""
    made: Any = part
    match part:
        case Text() | PageNumber() | ActionRow():
            made = change(part)
        case tuple():
            made = tuple(_changed(one, change) for one in part)
        case ActionRows() | Columns() | ItemList() | Paragraph() | Table() | TableRow():
            changed = {one.name: _changed(getattr(part, one.name), change) for one in fields(part)}
            made = replace(part, **changed)
        case _:
            pass
    kept: _Part = made
    return kept
