"""Boxes dealt out to pages: what stays together, what repeats, what may be split."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from boardpack.model.board import Paper
from boardpack.renderers.pdf.boxes import Box
from boardpack.renderers.pdf.tags import Tag
from boardpack.renderers.pdf.typography import A4, MARGIN, MM

HEAD = 23 * MM
"""From the top of a page to its text: the margin with the running head in it."""

ROOM = A4[1] - HEAD - MARGIN
"""How tall the text of an upright page can be."""

Size = tuple[float, float]
LANDSCAPE = (A4[1], A4[0])

_TOLERANCE = 0.01
_MOST_KEPT = 0.5 * ROOM
"""The most that holds on to what follows: a longer chain would leave pages empty."""
_FEWEST_FOR_COMPANY = 2


@dataclass(frozen=True, slots=True)
class Item:
    """A box in the flow of pages.

    `keep` holds it on the page of what follows. `least` is how much of it must fit before it is
    split; without it, it is not split unless it is taller than a page. `head` is repeated above it
    where it starts a page.
    """

    box: Box
    before: float = 0.0
    keep: bool = False
    least: float | None = None
    head: Box | None = None


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts a page, unless the page is still empty; without a size it is as before."""

    size: Size | None = None


@dataclass(frozen=True, slots=True)
class CoverPage:
    """A page of its own, filled by one box, without a running head."""

    box: Box


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A page of its own for one page of a paper; the first has the anchor.

    `part` is the element of the paper, `text` that of the page where the paper has no structure;
    `above` is the level of the heading that the paper stands under.
    """

    paper: Paper
    number: int
    anchor: str | None
    part: Tag
    text: Tag | None
    above: int


Step = Item | NewPage | CoverPage | PaperSheet


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with the height at which its top stands."""

    box: Box
    top: float
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: its size, what stands on it, the paper's page that goes under its head."""

    boxes: tuple[Placed, ...] = ()
    size: Size = A4
    is_cover: bool = False
    sheet: PaperSheet | None = None

    @property
    def label(self) -> tuple[str, int] | None:
        """How a page of a paper is called beside its number: `3.12` is the twelfth of item 3."""
        return (self.sheet.paper.item.number, self.sheet.number + 1) if self.sheet else None

    @property
    def anchors(self) -> tuple[str, ...]:
        """The places on it that links may lead to."""
        own = (self.sheet.anchor,) if self.sheet and self.sheet.anchor else ()
        return (*own, *(anchor for placed in self.boxes for anchor in placed.box.anchors))


def with_company(items: Sequence[Item]) -> list[Item]:
    """The rows of a table, the last one never alone on a page: the row before it comes along."""
    rows = list(items)
    if len(rows) > _FEWEST_FOR_COMPANY and rows[-2].least is None:
        rows[-2] = replace(rows[-2], keep=True)
    return rows


def paginate(flow: Sequence[Step]) -> tuple[Page, ...]:
    """The pages that the flow fills."""
    pager = _Pager()
    for number, step in enumerate(flow):
        match step:
            case NewPage(size):
                pager.turn(size)
            case CoverPage(box):
                pager.add(Page((Placed(box, A4[1]),), is_cover=True))
            case PaperSheet(paper, page):
                lies = paper.pages[page]
                is_wide = lies.width > lies.height
                pager.add(Page(size=LANDSCAPE if is_wide else A4, sheet=step))
            case Item():
                pager.place(step, _needed(flow, number))
    pager.turn()
    return tuple(pager.pages)


def first_pages(pages: Iterable[Page]) -> dict[str, int]:
    """The number of the page that each anchor first stands on."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, start=1):
        for anchor in page.anchors:
            found.setdefault(anchor, number)
    return found


def _needed(flow: Sequence[Step], number: int) -> float:
    """How much room there must be for an item and all that it holds on to."""
    needed = 0.0
    first = flow[number]
    for step in islice(flow, number, None):
        if not isinstance(step, Item):
            return needed
        before = step.before if needed else 0.0
        if not step.keep:
            return needed + before + _least(step)
        needed += before + step.box.height
        if needed > _MOST_KEPT:
            break
    assert isinstance(first, Item)
    return _least(first)


def _least(item: Item) -> float:
    return item.box.height if item.least is None else min(item.least, item.box.height)


class _Pager:
    """Fills one page after the other."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self._boxes: list[Placed] = []
        self._size: Size = A4
        self._left = ROOM

    def turn(self, size: Size | None = None) -> None:
        """Finish the page, unless nothing stands on it, and go on with another of this size."""
        if self._boxes:
            self.pages.append(Page(tuple(self._boxes), self._size))
        self._size = size or self._size
        self._boxes, self._left = [], self._room

    @property
    def _room(self) -> float:
        return self._size[1] - HEAD - MARGIN

    def add(self, page: Page) -> None:
        """Finish the page and put a whole one after it."""
        self.turn()
        self.pages.append(page)

    def place(self, item: Item, needed: float) -> None:
        """Put the item where there is room for what is needed, and split what is taller than a page."""
        if needed + item.before > self._left + _TOLERANCE and not self._is_fresh:
            self.turn()
        if self._is_fresh and item.head:
            self._put(item.head, repeated=True)
        elif not self._is_fresh:
            self._left -= item.before
        rest: Box | None = item.box
        while rest is not None:
            rest = self._put_part(rest, item)

    def _put_part(self, box: Box, item: Item) -> Box | None:
        """Put what fits of the box, on this page or, where nothing fits, on the next; give the rest."""
        if box.height <= self._left + _TOLERANCE:
            self._put(box)
            return None
        parts = box.split(self._left)
        nothing_fits = parts is None and not self._is_fresh
        if not nothing_fits:
            self._put(parts[0] if parts else box)
        self.turn()
        rest = parts[1] if parts else box if nothing_fits else None
        if rest and item.head:
            self._put(item.head, repeated=True)
        return rest

    def _put(self, box: Box, *, repeated: bool = False) -> None:
        used = self._room - self._left
        self._boxes.append(Placed(box, self._size[1] - HEAD - used, repeated))
        self._left -= box.height

    @property
    def _is_fresh(self) -> bool:
        return all(placed.repeated for placed in self._boxes)
