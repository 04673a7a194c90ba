"""Style files, fonts and logos for tests."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib as mpl
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont, newTable
from PIL import Image

from boardpack.style import OPEN_SANS, Logo, Style, Typeface
from boardpack.styling.file import load_style

DEJAVU = Path(mpl.get_data_path()) / "fonts" / "ttf"
OTHER_FACE = Typeface(
    "DejaVu Sans",
    DEJAVU / "DejaVuSans.ttf",
    DEJAVU / "DejaVuSans-Bold.ttf",
    DEJAVU / "DejaVuSans-Bold.ttf",
    DEJAVU / "DejaVuSans-Oblique.ttf",
    cap_height=0.729,
)
"""A typeface that is wider than Open Sans."""


def styled(templates: Path, text: str) -> Style:
    """The style that a style file with this text makes."""
    (templates / "style.toml").write_text(text, encoding="utf-8")
    return load_style(templates)


def picture(kind: str = "PNG", size: tuple[int, int] = (120, 60), mode: str = "RGB") -> bytes:
    """A picture all of one colour."""
    data = BytesIO()
    Image.new(mode, size).save(data, kind)
    return data.getvalue()


def logo() -> Logo:
    return Logo(picture(mode="RGBA"), "png", "Marlshire & its County Council", 40.0, 0.5)


def changed(path: Path, change: Callable[[Any], object]) -> None:
    """Open Sans with a change, as another file."""
    with TTFont(OPEN_SANS.regular) as font:
        change(font)
        font.save(path)


def postscript(path: Path) -> None:
    """A small font with PostScript outlines."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    pen = T2CharStringPen(500, None)
    pen.moveTo((0, 0))
    pen.lineTo((400, 0))
    pen.lineTo((200, 700))
    pen.closePath()
    outline = pen.getCharString()
    builder.setupCFF("Small", {}, {".notdef": outline, "A": outline}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": "Small", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


def without_letters(font: Any) -> None:
    subsetter = Subsetter()
    subsetter.populate(text="0123456789")
    subsetter.subset(font)


def with_all_weights(font: Any) -> None:
    font["fvar"] = newTable("fvar")
    font["fvar"].axes, font["fvar"].instances = [], []


def may_be_embedded(allows: int) -> Callable[[Any], object]:
    def change(font: Any) -> None:
        font["OS/2"].fsType = allows

    return change


def as_web_font(font: Any) -> None:
    font.flavor = "woff"
