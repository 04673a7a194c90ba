"""The structure of the document as a screen reader walks it: elements, and what of a page is theirs.

Elements are made with the boxes, in reading order, and filled as the boxes are drawn. An element of
a box that is split is the same in both parts, so that a paragraph over two pages is one paragraph.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from boardpack.document.blocks import Block, Heading, PaperPages, walk

Role = Literal[
    "Document", "Part", "Sect", "Div", "H1", "H2", "H3", "P", "Caption",
    "L", "LI", "Lbl", "LBody", "TOC", "TOCI", "Reference", "Link", "Figure", "Span",
    "Table", "THead", "TBody", "TR", "TH", "TD",
]  # fmt: skip
"""The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that a pack is made of."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Content:
    """A stretch of a page's content, by the page's place in the file and its number on the page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link's active area, by the page's place in the file and its reference."""

    page: int
    reference: str


@dataclass(slots=True, eq=False)
class Tag:
    """An element of the structure, with its children in reading order.

    `alt` is heard in place of what is drawn. `box` is where a figure stands on its page.
    `attributes` are those of tables and lists, as PDF names them.
    """

    role: Role
    alt: str = ""
    attributes: Mapping[str, str | int] = field(default_factory=dict)
    kids: "list[Tag | Content | Annotation]" = field(default_factory=list)
    box: Box | None = None
    number: tuple[int, int] = (0, 0)
    """Its number in the file, once it is written there."""

    def add(self, role: Role, alt: str = "", **attributes: str | int) -> "Tag":
        """A new last child."""
        tag = Tag(role, alt, attributes)
        self.kids.append(tag)
        return tag

    def walk(self) -> "Iterator[Tag]":
        """The element and all below it, in reading order."""
        waiting: list[Tag] = [self]
        while waiting:
            tag = waiting.pop()
            yield tag
            waiting += [kid for kid in reversed(tag.kids) if isinstance(kid, Tag)]


HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3")
"""The structure types of headings, level 1 first."""


def heading_levels(blocks: Sequence[Block]) -> dict[str, int]:
    """The level of each heading by its anchor, and by that of a paper the level of what it is under.

    No level is ever skipped on the way down: a heading may be set small for its looks and still be
    the first below its chapter.
    """
    levels: dict[str, int] = {}
    above = 0
    for block in walk(blocks):
        match block:
            case Heading(level, _, anchor):
                above = min(level, above + 1)
                levels[anchor] = above
            case PaperPages(_, anchor):
                levels[anchor] = above
            case _:
                pass
    return levels
