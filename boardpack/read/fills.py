"""The fill of a cell as `RRGGBB`, whether it is given as a colour, a theme's or an old index."""

import re
from typing import Any

from openpyxl.styles.colors import COLOR_INDEX

_THEME_ORDER = (1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11)
"""Excel numbers light before dark; the theme's file lists dark before light."""
_THEME_COLOUR = re.compile(rb'(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"')


def theme_colours(theme: bytes | None) -> tuple[str, ...]:
    """The twelve colours of a workbook's theme, as Excel numbers them; none where it has no theme."""
    if not theme:
        return ()
    scheme = theme.partition(b"<a:clrScheme")[2].partition(b"</a:clrScheme>")[0]
    found = [match.decode().upper() for match in _THEME_COLOUR.findall(scheme)]
    return tuple(found[i] for i in _THEME_ORDER) if len(found) == len(_THEME_ORDER) else ()


def fill_of(cell: Any, theme: tuple[str, ...]) -> str | None:
    """The solid fill of an openpyxl cell; white and no fill are none."""
    if not cell.has_style or cell.fill.fill_type != "solid":
        return None
    colour = cell.fill.fgColor
    found: str | None = None
    if colour.type == "rgb" and isinstance(colour.rgb, str):
        found = colour.rgb[-6:].upper()
    elif colour.type == "indexed" and colour.indexed < len(COLOR_INDEX):
        found = COLOR_INDEX[colour.indexed][-6:].upper()
    elif colour.type == "theme" and colour.theme < len(theme):
        found = _tinted(theme[colour.theme], colour.tint)
    return None if found in {None, "FFFFFF"} else found


def _tinted(colour: str, tint: float) -> str:
    """A theme colour made lighter (tint above 0) or darker (below), channel by channel."""
    target = 255 if tint > 0 else 0
    channels = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return "".join(f"{round(c + (target - c) * abs(tint)):02X}" for c in channels)
