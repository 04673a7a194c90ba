"""The bookmarks of a paper, which come along below its own in the pack."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import pikepdf

from boardpack.model.board import Bookmark
from boardpack.read.papers.links import Target, named_targets, target_of
from boardpack.read.papers.opening import ODDITIES

_DEEPEST = 3
_MOST = 300


def bookmarks_of(pdf: pikepdf.Pdf, taken: Sequence[int]) -> tuple[Bookmark, ...]:
    """The bookmarks that lead to the pages which are taken, in order; none where they are damaged."""
    places = {pdf.pages[place].obj.objgen: number for number, place in enumerate(taken)}
    found: list[Bookmark] = []
    with suppress(*ODDITIES):
        if "/Outlines" in pdf.Root:
            names = named_targets(pdf)
            for entry, level in _entries(pdf.Root.Outlines):
                bookmark = _bookmark(entry, level, names, places)
                if bookmark is not None:
                    found.append(bookmark)
    return tuple(found)


def _entries(root: Any) -> Iterator[tuple[Any, int]]:
    """The entries from the first to the last, each with its level; entries in a circle end it."""
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, int]] = [(root.get("/First"), 1)]
    while waiting and len(seen) < _MOST:
        entry, level = waiting.pop()
        if not isinstance(entry, pikepdf.Dictionary) or entry.objgen in seen:
            continue
        seen.add(entry.objgen)
        yield entry, level
        waiting.append((entry.get("/Next"), level))
        if level < _DEEPEST:
            waiting.append((entry.get("/First"), level + 1))


def _bookmark(
    entry: Any, level: int, names: Mapping[str, Target], places: Mapping[tuple[int, int], int]
) -> Bookmark | None:
    title = " ".join(str(entry.get("/Title", "")).split())
    target = target_of(entry, names)
    place = places.get(target[0].objgen) if target is not None else None
    return None if place is None or not title else Bookmark(title, level, place)
