"""The font files of a council: TrueType outlines that may be embedded, or said why not."""

import struct
from dataclasses import dataclass
from pathlib import Path
from string import ascii_letters, digits
from typing import Any, get_args

from boardpack.style import OPEN_SANS, Typeface, Weight

_LETTERS = frozenset(map(ord, ascii_letters + digits))
_MAY_EMBED = 0x000E
_RESTRICTED = 0x0002
_NO_PARTS = 0x0300
"""Bits of OS/2.fsType in OpenType 1.9: how it may be embedded, and whether in parts or as bitmaps."""
_TELLS_CAPITALS = 2
"""The first version of the OS/2 table that has the height of capitals."""


@dataclass(frozen=True, slots=True)
class FontFiles:
    """The name of a family and the files of its weights, empty where none is named."""

    family: str
    regular: str
    semibold: str
    bold: str
    italic: str


def typeface(named: FontFiles, folder: Path, faults: list[str]) -> Typeface:
    """The typeface of these files; what is wrong with them goes to the faults.

    A family without a semibold uses its bold, and one without an italic its regular.
    """
    files = {weight: getattr(named, weight) for weight in get_args(Weight)}
    if not any(files.values()):
        if named.family != OPEN_SANS.family:
            faults.append(
                f'fonts.family is "{named.family}", and no files are named. Put its files into '
                f"{folder} and name them, or take the line out."
            )
        return OPEN_SANS
    found = [
        *(
            f"fonts.{one} is missing. Name its file."
            for one in ("regular", "bold")
            if not files[one]
        ),
        *(
            f'fonts.{weight} is "{name}", {fault}'
            for weight, name in files.items()
            if name and (fault := _fault(name, folder))
        ),
    ]
    faults += found
    if found:
        return OPEN_SANS
    regular, bold = folder / named.regular, folder / named.bold
    return Typeface(
        named.family,
        regular,
        folder / named.semibold if named.semibold else bold,
        bold,
        folder / named.italic if named.italic else regular,
        _cap_height(regular),
    )


def _fault(name: str, folder: Path) -> str | None:
    """What is wrong with a font file, as the end of a sentence, and what to do."""
    path = folder / name
    if path.name != name:
        return f"which is not the name of a file. Put it into {folder} and write its name only."
    if not path.is_file():
        return f"and there is no such file in {folder}. Put it there or correct the name."
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path) as font:
            return _unfit(font) or _not_for_pages(path)
    except (TTLibError, OSError, struct.error, AssertionError, LookupError, ValueError):
        return "which cannot be read as a font. Choose a TrueType file (.ttf)."


def _unfit(font: Any) -> str | None:
    """Why a font cannot be used in a pack."""
    if font.sfntVersion == "OTTO" or "glyf" not in font:
        return "whose outlines are not TrueType. Choose the .ttf of the family, not the .otf."
    if font.flavor:
        return "which is a web font. Choose the .ttf of the family."
    if "fvar" in font:
        return "which holds all weights in one file. Choose a file for each weight."
    allows = font["OS/2"].fsType
    if allows & _MAY_EMBED == _RESTRICTED:
        return "whose licence forbids embedding it in a file. Choose another font."
    if allows & _NO_PARTS:
        return "whose licence forbids embedding a part of it. Choose another font."
    if _LETTERS - (font.getBestCmap() or {}).keys():
        return "which lacks letters or digits. Choose a font for text."
    return None


def _not_for_pages(path: Path) -> str | None:
    """Why the font cannot stand in a PDF, as the library that writes it sees it."""
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

    try:
        TTFontFile(str(path))
    except TTFError:
        return "which cannot be put into a PDF. Choose another font."
    return None


def _cap_height(path: Path) -> float:
    """The height of a capital, to a thousandth of the size."""
    from fontTools.ttLib import TTFont

    with TTFont(path) as font:
        told = font["OS/2"].sCapHeight if font["OS/2"].version >= _TELLS_CAPITALS else 0
        tall = told or font["glyf"][font.getBestCmap()[ord("H")]].yMax
        return float(round(tall / font["head"].unitsPerEm, 3))
