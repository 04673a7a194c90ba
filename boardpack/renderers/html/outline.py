"""The places of a document as a web page needs them: levels without a gap, anchors that exist."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from boardpack.document.blocks import (
    ActionRow,
    ActionRows,
    Block,
    Heading,
    PaperPages,
    walk,
)
from boardpack.errors import AnchorTwice, UnknownAnchor


@dataclass(frozen=True, slots=True)
class Outline:
    """The chapters in order; the words and the HTML level (2 to 4) behind each anchor."""

    chapters: tuple[Heading, ...]
    titles: Mapping[str, str]
    levels: Mapping[str, int]

    def title(self, anchor: str) -> str:
        """The words at an anchor; UnknownAnchor where nothing in the document has it."""
        if anchor not in self.titles:
            raise UnknownAnchor(anchor)
        return self.titles[anchor]


def outline(blocks: Iterable[Block]) -> Outline:
    """The outline of these blocks, those within columns and lists included.

    A heading is one level below the nearest heading above it that is higher, so that a document that
    goes from level 1 to level 3 leaves no gap on the page.
    """
    chapters: list[Heading] = []
    titles: dict[str, str] = {}
    levels: dict[str, int] = {}
    above: list[int] = []
    others: list[PaperPages | ActionRow] = []
    for block in walk(blocks):
        others += _others(block)
        if not isinstance(block, Heading):
            continue
        if block.anchor in titles:
            raise AnchorTwice(block.anchor)
        above = [*(level for level in above if level < block.level), block.level]
        titles[block.anchor] = block.text
        levels[block.anchor] = 1 + len(above)
        if block.level == 1:
            chapters.append(block)
    # A paper's anchor may be that of the heading before it, and then stays with the heading.
    for other in others:
        if other.anchor is None or (isinstance(other, PaperPages) and other.anchor in levels):
            continue
        if other.anchor in titles:
            raise AnchorTwice(other.anchor)
        titles[other.anchor] = _title(other)
    return Outline(tuple(chapters), titles, levels)


def _others(block: Block) -> tuple[PaperPages | ActionRow, ...]:
    """The places beside headings that links may lead to."""
    if isinstance(block, ActionRows):
        return block.rows
    return (block,) if isinstance(block, PaperPages) else ()


def _title(place: PaperPages | ActionRow) -> str:
    return f"Action {place.ref}" if isinstance(place, ActionRow) else place.paper.item.title
