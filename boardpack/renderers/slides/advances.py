"""How wide text is on a slide and how far its lines are apart, as its font's own metrics say.

They come from the table and the files in boardpack/fonts, never from the fonts of the machine, so that
a deck has the same bytes everywhere. A council's own typeface is measured from its files.
"""

import csv
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from boardpack.charts.drawing.lettering import width_of
from boardpack.renderers.slides.faces import KNOWN_FONT, Stand, stand_in
from boardpack.style import OPEN_SANS, Typeface, Weight

TABLE = Path(str(files("boardpack") / "fonts" / "advances.csv"))
_MARKS = (
    "\u2010\u2011–—‘’‚“”„†‡•…‰\u2039\u203a€™−≤≥ŒœŠšŸŽž"  # hyphens, and single guillemets among them
)
LETTERS = "".join([*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA0, 0x100)), _MARKS])
"""The letters of the table. An accented one that is not among them is as wide as without its accent."""
PITCH = 1.362
"""The distance of two lines of a chart's text in ems: that of Open Sans, more than most fonts have."""
_LEAST_PITCH = 1.2  # what PowerPoint and LibreOffice give fonts that ask for less
_WIDE, _EMOJI = 1.04, 1.4  # of Chinese with its rules for line starts, and of Segoe UI Emoji
_UNSEEN = {"Mn", "Me", "Cf", "Cc"}
_SOFT_HYPHEN = "\xad"  # seen at the end of a line only
_FIRST_EMOJI = 0x1F000


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A font as far as setting text needs it: what its letters measure, in ems."""

    pitch: float
    """How far apart two lines are."""
    styles: Mapping[str, Mapping[str, float]] = field(repr=False)
    wider: float = 1.0
    heavy: bool = False

    def advance(self, text: str, *, bold: bool = False, italic: bool = False) -> float:
        """The width of the text on one line; a tab has none."""
        return _advance(self, text, _style(self.styles, bold=bold or self.heavy, italic=italic))

    def letter(self, letter: str, style: str) -> float:
        """The width of a letter in one of the styles."""
        own = self.styles[style].get(letter)
        if own is not None and letter != _SOFT_HYPHEN:
            return own * self.wider
        kind = unicodedata.category(letter)
        if kind in _UNSEEN:
            return 0.0
        if unicodedata.east_asian_width(letter) in {"W", "F"} or ord(letter) >= _FIRST_EMOJI:
            return _EMOJI if kind in {"So", "Sk", "Cn"} else _WIDE
        plain = unicodedata.normalize("NFD", letter)[0]
        if plain != letter:
            return self.letter(plain, style)
        return width_of(letter, 1.0, "bold" if "bold" in style else "regular") * self.wider


@lru_cache(maxsize=16384)
def _advance(font: Font, text: str, style: str) -> float:
    return sum(font.letter(letter, style) for letter in text)


def advance(text: str, *, bold: bool = False) -> float:
    """The width in ems of a text on a chart, which is measured in Open Sans."""
    return font_named(KNOWN_FONT).advance(text, bold=bold)


@lru_cache(maxsize=256)
def font_named(name: str, own: Typeface | None = None) -> Font:
    """The font of this name, or what it is measured as. `own` is the typeface that files are known of."""
    if own is not None and name.casefold() == own.family.casefold() != KNOWN_FONT.casefold():
        return _of_files(own)
    stand = stand_in(name)
    return _from_table(stand)


def _from_table(stand: Stand) -> Font:
    known = _of_files(OPEN_SANS) if stand.face == KNOWN_FONT else _table()[stand.face]
    pitch = max(stand.pitch or known.pitch, _LEAST_PITCH)
    return Font(pitch, known.styles, stand.wider, stand.heavy)


def _style(styles: Mapping[str, object], *, bold: bool, italic: bool) -> str:
    wanted = " ".join([*(["bold"] if bold else []), *(["italic"] if italic else [])]) or "regular"
    return wanted if wanted in styles else "bold" if bold and "bold" in styles else "regular"


@cache
def _table() -> dict[str, Font]:
    found: dict[str, Font] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            family, style, *figures = row
            if family == "family":
                continue
            ascent, descent, gap, *widths = (int(figure) / 1000 for figure in figures)
            known = found.setdefault(family, Font(ascent + descent + gap, {}))
            styles = {**known.styles, style: dict(zip(LETTERS, widths, strict=True))}
            found[family] = replace(known, styles=styles)
    return found


@cache
def _of_files(own: Typeface) -> Font:
    from fontTools.ttLib import TTFont

    with TTFont(own.regular, lazy=True) as file:
        upright = file["hhea"]
        pitch = (upright.ascent - upright.descent + upright.lineGap) / file["head"].unitsPerEm
    weights: tuple[Weight, ...] = ("regular", "bold", "italic")
    styles: dict[str, dict[str, float]] = {one: _widths(own.file(one)) for one in weights}
    return Font(max(pitch, _LEAST_PITCH), styles)


def _widths(path: Path) -> dict[str, float]:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as file:
        em, metrics = file["head"].unitsPerEm, file["hmtx"].metrics
        return {chr(code): metrics[glyph][0] / em for code, glyph in file.getBestCmap().items()}
