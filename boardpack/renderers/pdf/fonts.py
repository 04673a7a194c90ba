"""The fonts of the file: those of the pack's typeface, and DejaVu Sans for what it lacks."""

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from boardpack.style import OPEN_SANS, Typeface, Weight

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_ALIKE = str.maketrans({"\u2011": "-", "\u202f": "\u00a0", "\u2007": "\u00a0", "\t": " "})
_FALLBACK = "DejaVuSans"


@cache
def font_name(weight: Weight, face: Typeface = OPEN_SANS) -> str:
    """The name under which ReportLab knows a font: its path, so that no two fonts share one."""
    file = face.file(weight)
    return _registered(str(file), file)


def width(text: str, font: str, size: float) -> float:
    """The width of text in points, in a font that `font_name` or `spans` gave."""
    return size * sum(map(_advances(font).__getitem__, text))


class _Advances(dict[str, float]):
    """How far each character of a font moves the pen, at size 1; asked for once."""

    def __init__(self, font: str) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, char: str) -> float:
        self[char] = advance = float(pdfmetrics.stringWidth(char, self._font, 1))
        return advance


@cache
def _advances(font: str) -> _Advances:
    return _Advances(font)


@lru_cache(maxsize=65_536)
def spans(text: str, own: str) -> tuple[tuple[str, str], ...]:
    """The text as (font, text) pairs: in the font `own`, and in another where it lacks a character.

    Characters that are invisible by nature (joiners, marks of direction, variation selectors) are
    left out; what no font has, and control characters, show as a replacement character.
    """
    found: list[tuple[str, str]] = []
    for char in unicodedata.normalize("NFC", text).translate(_ALIKE):
        if _is_invisible(char):
            continue
        font, shown = _shown(char, own)
        if found and found[-1][0] == font:
            found[-1] = (font, found[-1][1] + shown)
        else:
            found.append((font, shown))
    return tuple(found)


def _shown(char: str, own: str) -> tuple[str, str]:
    if char in _characters(own):
        return own, char
    if char.isprintable() and char in _characters(_fallback()):
        return _fallback(), char
    return own, _REPLACEMENT


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


@cache
def _characters(font: str) -> frozenset[str]:
    known = cast("TTFont", pdfmetrics.getFont(font))
    return frozenset(map(chr, known.face.charToGlyph)) - {
        chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))
    }


@cache
def _fallback() -> str:
    import matplotlib as mpl  # it carries DejaVu Sans

    file = Path(mpl.get_data_path()) / "fonts" / "ttf" / f"{_FALLBACK}.ttf"
    return _registered(_FALLBACK, file)


def _registered(name: str, file: Path) -> str:
    pdfmetrics.registerFont(TTFont(name, str(file)))
    return name
