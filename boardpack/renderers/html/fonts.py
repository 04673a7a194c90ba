"""The page's own fonts: its typeface cut down to the characters on the page, within the style sheet."""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from boardpack.style import Typeface, Weight

_FACES: Final[tuple[tuple[Weight, int, str], ...]] = (
    ("regular", 400, "normal"),
    ("semibold", 600, "normal"),
    ("bold", 700, "normal"),
    ("italic", 400, "italic"),
)
FALLBACK: Final = "DejaVu Sans"
"""The family that has what a typeface lacks."""


def font_faces(page: str, face: Typeface) -> str:
    """`@font-face` rules for the characters of a page.

    What the typeface lacks comes from DejaVu Sans; what neither has is left to the reader's system.
    """
    used = frozenset(map(ord, page))
    return "".join(_rules(used, face))


def _rules(used: frozenset[int], face: Typeface) -> Iterator[str]:
    for weight, number, slope in _FACES:
        data = _subset(face.file(weight), used)
        yield _rule(face.family, number, slope, data)
    fallback = _fallback_file()
    missing = (used - _characters(face.regular)) & _characters(fallback)
    if missing:
        yield _rule(FALLBACK, 400, "normal", _subset(fallback, missing))


def _rule(family: str, weight: int, slope: str, data: bytes) -> str:
    source = f"url(data:font/woff;base64,{b64encode(data).decode('ascii')}) format('woff')"
    return f"@font-face{{font-family:'{family}';font-weight:{weight};font-style:{slope};src:{source}}}\n"


def _fallback_file() -> Path:
    import matplotlib as mpl

    return Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


@cache
def _characters(font: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def _subset(font: Path, characters: frozenset[int]) -> bytes:
    """The font with these characters only, as WOFF; its dates stay those of the file."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    options.hinting = False  # no screen of today needs it, and it is half of the file
    options.drop_tables += ["FFTM"]  # notes of a font editor
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    data = BytesIO()
    with TTFont(font, recalcTimestamp=False) as opened:
        subsetter.subset(opened)
        opened.flavor = "woff"
        opened.save(data)
    return data.getvalue()
