"""How wide text is on a slide, as far as a deck's fonts are known."""

from functools import lru_cache

from boardpack.charts.drawing.lettering import width_of

KNOWN_FONT = "Open Sans"
PITCH = 1.362
"""The distance of two lines in ems: ascent and descent of Open Sans, more than most fonts have."""
_UNKNOWN_FONT_SAFETY = 1.05  # other fonts in use for decks are at most about this much wider


@lru_cache(maxsize=16384)
def advance(text: str, *, bold: bool = False, font: str = KNOWN_FONT) -> float:
    """The width of the text on one line, in ems."""
    known = width_of(text, 1.0, "bold" if bold else "regular")
    return known * (1.0 if font == KNOWN_FONT else _UNKNOWN_FONT_SAFETY)
