"""Sizes, measures and text styles of the page. Colours are named by what they are for."""

from dataclasses import dataclass
from typing import Literal

from boardpack.document.blocks import Align
from boardpack.style import Style, Weight

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

Ink = Literal["text", "quiet", "structure"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set: size and leading in points, what its colour is for."""

    size: float
    leading: float
    ink: Ink = "text"
    weight: Weight = "regular"
    align: Align = "left"

    def colour(self, style: Style) -> str:
        """The colour as `#RRGGBB`."""
        return {"text": style.text, "quiet": style.quiet, "structure": style.structure}[self.ink]


BODY = TextStyle(11, 15)
LEAD = TextStyle(13, 18.5)
NOTE = TextStyle(9.5, 13, "quiet")
LABEL = TextStyle(9.5, 13, "structure", "semibold")
QUESTION = TextStyle(10, 13.5)

HEADINGS = {
    1: TextStyle(22, 28, "structure", "bold"),
    2: TextStyle(15, 20, "structure", "bold"),
    3: TextStyle(12, 16, "structure", "bold"),
}

CELL = TextStyle(9.5, 12.5)
CELL_HEAD = TextStyle(9, 12, "structure", "semibold")
CELL_GROUP = TextStyle(9.5, 12.5, "structure", "bold")
CAPTION = TextStyle(9.5, 12.5, "text", "semibold")

FIGURE_HEADLINE = TextStyle(12, 16, "text", "bold")
FIGURE_SUBTITLE = TextStyle(9.5, 12.5, "quiet")
FIGURE_SOURCE = TextStyle(9, 12, "quiet")

ACTIVITY = TextStyle(10.5, 14, "text", "semibold")
UPDATE = TextStyle(10, 13.5)
ACTION_SIDE = TextStyle(9.5, 13)

RUNNING = TextStyle(9, 11.5, "quiet")
PAGE_OF = TextStyle(9, 11.5, "quiet", align="right")
MARKING = TextStyle(9, 11.5, "text", "semibold", "centre")

SMALLEST = 9.0
"""No text in running order is set smaller than this."""
