"""Sizes, measures and text styles of the page. Colours are named by what they are for."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from boardpack.document.blocks import Align
from boardpack.style import Sizes, Style, Weight

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
MARGIN = 20 * MM
WIDTH = A4[0] - 2 * MARGIN
WIDE = A4[1] - 2 * MARGIN
"""The width of the text on a page that lies on its side."""

MEASURE = 440.0
"""The widest that running text gets: some 77 characters a line."""

GUTTER = 16.0
"""Between columns, and between figures side by side."""

SMALLEST = 9.0
"""No text in running order is set smaller than this."""

Ink = Literal["text", "quiet", "structure"]
Follows = Literal["body", "tables", "nothing"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set: size and leading in points, what its colour is for.

    Size and leading are those at the default sizes. Where a council chooses others, they grow and
    shrink with the size that the style `follows`.
    """

    size: float
    leading: float
    ink: Ink = "text"
    weight: Weight = "regular"
    align: Align = "left"
    follows: Follows = "nothing"

    def colour(self, style: Style) -> str:
        """The colour as `#RRGGBB`."""
        return {"text": style.text, "quiet": style.quiet, "structure": style.structure}[self.ink]

    def sized(self, sizes: Sizes) -> "TextStyle":
        """The style at these sizes, never smaller than text may be."""
        return self if self.follows == "nothing" or sizes == _DEFAULT else _sized(self, sizes)


_DEFAULT = Sizes()


@cache
def _sized(style: TextStyle, sizes: Sizes) -> TextStyle:
    chosen, usual = (
        (sizes.body, _DEFAULT.body) if style.follows == "body" else (sizes.tables, _DEFAULT.tables)
    )
    size = max(round(style.size * chosen / usual, 2), SMALLEST)
    return replace(style, size=size, leading=round(style.leading * size / style.size, 2))


BODY = TextStyle(12, 16, follows="body")
LEAD = TextStyle(14, 19.5, follows="body")
CONTENTS = TextStyle(12, 16, follows="body")

HEADINGS = {
    1: TextStyle(22, 28, "structure", "bold", follows="body"),
    2: TextStyle(16, 21, "structure", "bold", follows="body"),
    3: TextStyle(13, 17, "structure", "bold", follows="body"),
}

NOTE = TextStyle(9.5, 13, "quiet", follows="tables")
LABEL = TextStyle(9.5, 13, "structure", "semibold", follows="tables")
QUESTION = TextStyle(10, 13.5, follows="tables")

CELL = TextStyle(9.5, 12.5, follows="tables")
CELL_HEAD = TextStyle(9, 12, "structure", "semibold", follows="tables")
CELL_GROUP = TextStyle(9.5, 12.5, "structure", "bold", follows="tables")
CAPTION = TextStyle(9.5, 12.5, "text", "semibold", follows="tables")

FIGURE_HEADLINE = TextStyle(12, 16, "text", "bold", follows="body")
FIGURE_SUBTITLE = TextStyle(9.5, 12.5, "quiet", follows="tables")
FIGURE_SOURCE = TextStyle(9, 12, "quiet", follows="tables")

ACTIVITY = TextStyle(10.5, 14, "text", "semibold", follows="tables")
UPDATE = TextStyle(10, 13.5, follows="tables")
ACTION_SIDE = TextStyle(9.5, 13, follows="tables")

RUNNING = TextStyle(9, 11.5, "quiet")
PAGE_OF = TextStyle(9, 11.5, "quiet", align="right")
MARKING = TextStyle(9, 11.5, "text", "semibold", "centre")
