"""Writes boardpack/fonts/advances.csv from free font files: `python -m tests.fonts.advances FOLDER`.

FOLDER holds the fonts of the families below, at any depth, as .ttf, .otf or .woff. On Debian most are
in fonts-crosextra-carlito, fonts-crosextra-caladea, fonts-liberation, fonts-liberation2, fonts-lato,
fonts-roboto-unhinted, fonts-noto-core, fonts-inter, fonts-urw-base35, fonts-dejavu
and fonts-wine; Gelasio, Montserrat, Source Sans, Public Sans, Libre Franklin and Poppins are in the
packages of that name under @fontsource on npm.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from boardpack.renderers.slides.advances import LETTERS, TABLE

FAMILIES = (
    "Caladea", "Carlito", "DejaVu Sans", "Gelasio", "Inter", "Lato", "Liberation Mono",
    "Liberation Sans", "Liberation Sans Narrow", "Liberation Serif", "Libre Franklin", "Montserrat",
    "Noto Sans", "P052", "Poppins", "Public Sans", "Roboto", "Source Sans 3", "Tahoma",
    "URW Bookman", "URW Gothic",
)  # fmt: skip
STYLES = {
    "regular": {"Regular", "Book", "Roman", "Light"},  # URW calls its text weight of Bookman so
    "bold": {"Bold", "Demi"},
    "italic": {"Italic", "Oblique", "Book Oblique", "Light Italic"},
    "bold italic": {"Bold Italic", "Bold Oblique", "Demi Oblique", "Demi Italic"},
}
_LIGHT = {"URW Bookman"}
"""Families whose light weight is that of text."""
_INSTEAD = {"\xa0": " ", "\u2010": "-", "\u2011": "-", "\u2212": "\u2013"}
_SOFT_HYPHEN = "\xad"  # not seen within a line
_FAMILY, _STYLE, _BETTER_FAMILY, _BETTER_STYLE = 1, 2, 16, 17


def main(folder: Path) -> None:
    """Write the table anew; a style that a family lacks is left out."""
    from fontTools.ttLib import TTFont

    rows: dict[tuple[str, str], list[str]] = {}
    for path in sorted(p for p in folder.rglob("*") if p.suffix in {".ttf", ".otf", ".woff"}):
        with TTFont(path, lazy=True) as font:
            for key in _named(font):
                rows.setdefault(key, [*key, *map(str, _measures(font))])
    missing = set(FAMILIES) - {family for family, _ in rows}
    if missing:
        sys.exit(f"Not in {folder}: {', '.join(sorted(missing))}")
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(["family", "style", "ascent", "descent", "gap", *LETTERS])
        lines.writerows(rows[key] for key in sorted(rows))


def _named(font: Any) -> Iterator[tuple[str, str]]:
    """The family and the style that a file is for, if it is one of those wanted."""
    names = font["name"]
    family = names.getDebugName(_BETTER_FAMILY) or names.getDebugName(_FAMILY)
    said = names.getDebugName(_BETTER_STYLE) or names.getDebugName(_STYLE)
    if family not in FAMILIES or ord("a") not in font.getBestCmap():
        return
    for style, words in STYLES.items():
        light = said.startswith("Light") and family not in _LIGHT
        if said in words and not light:
            yield family, style


def _measures(font: Any) -> Iterator[int]:
    """Ascent, descent, gap and the advance of each letter, in thousandths of the size."""
    em = font["head"].unitsPerEm
    glyphs, widths, upright = font.getBestCmap(), font["hmtx"].metrics, font["hhea"]
    for value in (upright.ascent, -upright.descent, upright.lineGap):
        yield round(value * 1000 / em)
    for letter in LETTERS:
        glyph = glyphs.get(ord(letter)) or glyphs[ord(_INSTEAD.get(letter, "M"))]
        yield 0 if letter == _SOFT_HYPHEN else round(widths[glyph][0] * 1000 / em)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
