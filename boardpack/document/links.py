"""Links in a document that is read by itself, away from the pack that they lead into."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

from boardpack.document.blocks import (
    Block,
    Columns,
    Heading,
    ItemList,
    Paragraph,
    Table,
    TableRow,
    Text,
)

_Part = TypeVar("_Part")


def without_lost_links(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, the words of a link whose heading is not among them without the link."""
    return _unlinked(blocks, {f"#{heading.anchor}" for heading in _headings(blocks)})


def _headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Columns(parts) | ItemList(parts):
                for part in parts:
                    yield from _headings(part)


def _unlinked(part: _Part, known: set[str]) -> _Part:
    made: Any = part
    match part:
        case Text(href=str() as href) if href.startswith("#") and href not in known:
            made = replace(part, href=None)
        case tuple():
            made = tuple(_unlinked(one, known) for one in part)
        case Columns() | ItemList() | Paragraph() | Table() | TableRow():
            changed = {one.name: _unlinked(getattr(part, one.name), known) for one in fields(part)}
            made = replace(part, **changed)
        case _:
            pass
    kept: _Part = made
    return kept
