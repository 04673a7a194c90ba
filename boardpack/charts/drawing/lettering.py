"""How wide text is in a typeface, and how it is broken into lines.

A character that the typeface lacks is measured in DejaVu Sans, the font that pages fall back to, and
one that neither has as the replacement character.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from boardpack.style import OPEN_SANS, Typeface

LabelWeight = Literal["regular", "semibold", "bold"]

ELLIPSIS = "…"
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class _Advances:
    """How far each character moves the pen, in ems, by its code point."""

    of: Mapping[int, float]


@cache
def _advances(path: Path) -> _Advances:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        metrics = font["hmtx"].metrics
        em = font["head"].unitsPerEm
        return _Advances({code: metrics[name][0] / em for code, name in font.getBestCmap().items()})


@cache
def _fallback() -> _Advances:
    import matplotlib as mpl

    return _advances(Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf")


def _advance(character: str, font: _Advances) -> float:
    own = font.of.get(ord(character))
    if own is not None:
        return own
    fallback = _fallback().of
    return fallback.get(ord(character), fallback[ord(_REPLACEMENT)])


def width_of(
    text: str, size: float, weight: LabelWeight = "regular", face: Typeface = OPEN_SANS
) -> float:
    """The width of a line of text in points, without kerning, as PDF sets it."""
    font = _advances(face.file(weight))
    return size * sum(_advance(character, font) for character in text)


def visible(text: str) -> str:
    """The text on one line: white space as single spaces, control characters made visible."""
    spaced = " ".join(text.split())
    return "".join(_REPLACEMENT if _unprintable(character) else character for character in spaced)


_NO_CHARACTER = 0xFFFE
"""The last two code points of each plane of Unicode are no characters."""


def _unprintable(character: str) -> bool:
    return (
        unicodedata.category(character) in {"Cc", "Cs"}
        or ord(character) & _NO_CHARACTER == _NO_CHARACTER
    )


def shortened(
    text: str,
    size: float,
    width: float,
    weight: LabelWeight = "regular",
    face: Typeface = OPEN_SANS,
) -> str:
    """The text, or as much of it as fits the width with an ellipsis after it."""
    if width_of(text, size, weight, face) <= width:
        return text
    kept = text
    while kept and width_of(kept.rstrip() + ELLIPSIS, size, weight, face) > width:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def wrapped(
    text: str,
    size: float,
    width: float,
    weight: LabelWeight = "regular",
    most: int = 3,
    face: Typeface = OPEN_SANS,
) -> tuple[str, ...]:
    """The text in lines of this width, `most` of them at most; what is left over ends in an ellipsis.

    A word that is wider than the line is broken.
    """
    lines: list[str] = []
    rest = text
    while rest and len(lines) < most - 1:
        line, rest = _first_line(rest, size, width, weight, face)
        lines.append(line)
    if rest:
        lines.append(shortened(rest, size, width, weight, face))
    return tuple(lines) or ("",)


def _first_line(
    text: str, size: float, width: float, weight: LabelWeight, face: Typeface
) -> tuple[str, str]:
    if width_of(text, size, weight, face) <= width:
        return text, ""
    fits = 1
    while fits < len(text) and width_of(text[: fits + 1], size, weight, face) <= width:
        fits += 1
    space = text.rfind(" ", 1, fits + 1)
    at = space if space > 0 else fits
    return text[:at].rstrip(), text[at:].lstrip()
