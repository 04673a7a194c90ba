"""The colours of a slide's theme, as its master maps them, and the colour that lies behind it."""

import re
from collections.abc import Iterator, Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml

from boardpack.colours import BLACK, WHITE
from boardpack.renderers.slides import private
from boardpack.renderers.slides.xml import Element, child, name

_SLOTS = ("bg1", "tx1", "bg2", "tx2", *(f"accent{number}" for number in range(1, 7)))
_FULL = 100_000
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_PLAIN = {"bg1": WHITE, "tx1": BLACK, "bg2": WHITE, "tx2": BLACK}


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour of the theme, made lighter or darker: what it is called, and how it looks now."""

    slot: str
    looks: str
    part: int = 100
    """How much of its lightness is left, per cent."""
    more: int = 0
    """How much lightness is added, per cent."""

    def changed(self, part: int, more: int = 0) -> "Ink":
        """The same colour of the theme with another lightness."""
        return Ink(self.slot, _relit(self.looks, part / 100, more / 100), part, more)

    def xml(self) -> str:
        """The colour as a chart names it."""
        changes = f'<a:lumMod val="{self.part * 1000}"/>' if self.part < 100 else ""  # noqa: PLR2004 - the whole
        changes += f'<a:lumOff val="{self.more * 1000}"/>' if self.more else ""
        return f'<a:schemeClr val="{self.slot}">{changes}</a:schemeClr>'


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours by the names that a slide gives them, and what lies behind the slide."""

    inks: Mapping[str, Ink]
    behind: str

    @classmethod
    def of(cls, slide: Any) -> "Theme":
        """The theme of a slide's master. A background that is a picture counts as `bg1`."""
        inks = _inks(slide)
        return cls(inks, _behind(slide, inks) or inks["bg1"].looks)

    @property
    def accents(self) -> tuple[Ink, ...]:
        """The six colours for series, in order."""
        return tuple(self.inks[f"accent{number}"] for number in range(1, 7))


def _levels(slide: Any) -> Iterator[Element]:
    """The XML of the slide, of its layout and of its master."""
    layout = slide.slide_layout
    for part in (slide.part, layout.part, layout.slide_master.part):
        root = private.root(part)
        assert root is not None
        yield root


def _inks(slide: Any) -> dict[str, Ink]:
    colours = _theme_colours(slide.slide_layout.slide_master)
    mapped = _map(slide)
    found: dict[str, Ink] = {}
    for slot in _SLOTS:
        looks = colours.get(mapped.get(slot, slot)) or _PLAIN.get(slot) or found["tx1"].looks
        found[slot] = Ink(slot, looks)
    return found


def _map(slide: Any) -> dict[str, str]:
    """Which colour of the theme each name means: by the slide, else its layout, else its master."""
    for root in _levels(slide):
        for path in ("p:clrMapOvr/a:overrideClrMapping", "p:clrMap"):
            found = child(root, path)
            if found is not None:
                return {str(key): str(value) for key, value in found.attrib.items()}
    return {}


def _theme_colours(master: Any) -> dict[str, str]:
    for link in master.part.rels.values():
        if link.reltype.endswith("/theme"):
            scheme = child(parse_xml(link.target_part.blob), "a:themeElements/a:clrScheme")
            slots = [] if scheme is None else list(scheme)
            return {
                str(slot.tag).rpartition("}")[2]: looks
                for slot in slots
                if len(slot) and (looks := _own(slot[0]))
            }
    return {}


def _own(element: Element) -> str | None:
    """The colour that an element itself names, if it is one that can be told."""
    if element.tag == name("a:srgbClr"):
        said = element.get("val", "")
    elif element.tag == name("a:sysClr"):
        said = element.get("lastClr", "FFFFFF" if element.get("val") == "window" else "000000")
    else:
        said = {"white": "FFFFFF", "black": "000000"}.get(element.get("val", ""), "")
    return f"#{said.upper()}" if _HEX.fullmatch(said) else None


def _behind(slide: Any, inks: Mapping[str, Ink]) -> str | None:
    """The colour of the nearest background; of a gradient the first."""
    for root in _levels(slide):
        background = child(root, "p:cSld/p:bg")
        if background is None:
            continue
        for path in ("p:bgRef", "p:bgPr/a:solidFill", "p:bgPr/a:gradFill/a:gsLst/a:gs"):
            holder = child(background, path)
            if holder is not None and len(holder):
                return _resolved(holder[0], inks)
        return None
    return None


def _resolved(element: Element, inks: Mapping[str, Ink]) -> str | None:
    if element.tag == name("a:schemeClr"):
        slot = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}.get(
            element.get("val", ""), element.get("val", "")
        )
        looks = inks[slot].looks if slot in inks else None
    else:
        looks = _own(element)
    if looks is None:
        return None
    part, more = (child(element, f"a:{change}") for change in ("lumMod", "lumOff"))
    return _relit(
        looks,
        int(part.get("val", _FULL)) / _FULL if part is not None else 1.0,
        int(more.get("val", 0)) / _FULL if more is not None else 0.0,
    )


def _relit(looks: str, part: float, more: float) -> str:
    """The colour with a part of its lightness and some more, as PowerPoint reckons it (HSL)."""
    hue, light, full = rgb_to_hls(*(int(looks[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    channels = hls_to_rgb(hue, min(max(light * part + more, 0.0), 1.0), full)
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)
