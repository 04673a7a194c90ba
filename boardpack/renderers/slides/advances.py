"""How wide text is: the advances of Open Sans, as far as a deck's fonts are known."""

import unicodedata
from functools import lru_cache

from fontTools.ttLib import TTFont

from boardpack.style import font_file

KNOWN_FONT = "Open Sans"
_UNKNOWN_FONT_SAFETY = 1.05  # other fonts in use for decks are at most about this much wider
_WIDE, _OTHER = 1.0, 0.7  # ems, for characters that another font has to lend
_TALLEST_KNOWN = 1.2  # PowerPoint sets no line closer than this, whatever the font says


@lru_cache(maxsize=2)
def _font(*, bold: bool) -> tuple[dict[int, float], float]:
    with TTFont(font_file("bold" if bold else "regular")) as font:
        units = float(font["head"].unitsPerEm)
        metrics = font["hmtx"].metrics
        widths = {code: metrics[glyph][0] / units for code, glyph in font.getBestCmap().items()}
        pitch = (font["hhea"].ascent - font["hhea"].descent + font["hhea"].lineGap) / units
    return widths, max(_TALLEST_KNOWN, pitch)


@lru_cache(maxsize=16384)
def advance(text: str, *, bold: bool = False, font: str = KNOWN_FONT) -> float:
    """The width of the text on one line, in ems."""
    widths, _ = _font(bold=bold)
    total = sum(widths[ord(letter)] if ord(letter) in widths else _lent(letter) for letter in text)
    return total * (1.0 if font == KNOWN_FONT else _UNKNOWN_FONT_SAFETY)


def pitch() -> float:
    """The distance of two lines, in ems."""
    return _font(bold=False)[1]


def _lent(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    wide = unicodedata.east_asian_width(letter) in {"W", "F"} or ord(letter) >= 0x1F000  # noqa: PLR2004 - emoji
    return _WIDE if wide else _OTHER
