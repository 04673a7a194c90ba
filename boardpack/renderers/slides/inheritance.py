"""Where a shape has its looks from: the layout, the master, their styles and the theme."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pptx.oxml import parse_xml

from boardpack.renderers.slides.advances import Font, font_named
from boardpack.renderers.slides.faces import KNOWN_FONT
from boardpack.renderers.slides.private import root
from boardpack.renderers.slides.xml import Element, child, every
from boardpack.style import Typeface

_TITLES = {"title", "ctrTitle"}
_OTHERS = {"ftr", "sldNum", "dt"}


@dataclass(frozen=True, slots=True)
class Ancestry:
    """A shape and the placeholders it takes after, nearest first, with the styles behind them."""

    shapes: tuple[Element, ...]
    styles: tuple[Element, ...]
    usual: str
    """The font of text that names none, as a theme has it: +mj-lt or +mn-lt."""
    theme: Mapping[str, str]
    own: Typeface | None = None

    def level(self, depth: int) -> Iterator[Element]:
        """What is said about paragraphs of this depth, nearest first."""
        for style in self.styles:
            found = child(style, f"a:lvl{depth + 1}pPr")
            if found is not None:
                yield found
            if (default := child(style, "a:defPPr")) is not None:
                yield default

    def font(self, said: str) -> Font:
        """The font that is said, by its name or by its place in the theme."""
        face = said or self.usual
        return font_named(
            self.theme.get(face[:6], KNOWN_FONT) if face[:1] == "+" else face, self.own
        )

    def setting(self, key: str, default: str) -> str:
        """What the nearest says about the body of the text."""
        for shape in self.shapes:
            if said := of(child(shape, "p:txBody/a:bodyPr"), key):
                return said
        return default

    def autofit(self) -> str:
        """What the nearest says about text that does not fit: the name of the element, or nothing."""
        for shape in self.shapes:
            for kind in ("spAutoFit", "normAutofit", "noAutofit"):
                if child(shape, f"p:txBody/a:bodyPr/a:{kind}") is not None:
                    return kind
        return ""


def ancestry(slide: Any, shape: Element, own: Typeface | None = None) -> Ancestry:
    """What a shape of the slide takes its looks from."""
    layout = slide.slide_layout
    master = layout.slide_master
    holder = child(shape, "p:nvSpPr/p:nvPr/p:ph")
    shapes = [shape]
    kind = "text" if holder is None else holder.get("type", "obj")
    if holder is not None:
        shapes += _like(root(layout.part), holder.get("idx", "0"), kind, by_index=True)
        shapes += _like(root(master.part), holder.get("idx", "0"), kind, by_index=False)
    styles = [s for one in shapes if (s := child(one, "p:txBody/a:lstStyle")) is not None]
    style = "title" if kind in _TITLES else "other" if kind in _OTHERS | {"text"} else "body"
    behind = child(root(master.part), f"p:txStyles/p:{style}Style")
    deck = slide.part.package.presentation_part
    default = child(root(deck), "p:defaultTextStyle")
    styles += [s for s in (None if kind == "text" else behind, default) if s is not None]
    drawn = of(child(shape, "p:style/a:fontRef"), "idx")
    usual = "+mj-lt" if drawn == "major" or kind in _TITLES else "+mn-lt"
    return Ancestry(tuple(shapes), tuple(styles), usual, theme_fonts(master), own)


def theme_fonts(master: Any) -> Mapping[str, str]:
    """The names of the theme's fonts for titles (+mj-lt) and for text (+mn-lt)."""
    for link in master.part.rels.values():
        if link.reltype.endswith("/theme"):
            return _fonts(link.target_part.blob)
    return {}


def of(element: Element | None, key: str) -> str | None:
    """An attribute of an element, if both are there."""
    return None if element is None else element.get(key)


@lru_cache(maxsize=16)
def _fonts(theme: bytes) -> Mapping[str, str]:
    tree = parse_xml(theme)
    said = {
        short: of(child(tree, f"a:themeElements/a:fontScheme/a:{which}Font/a:latin"), "typeface")
        for short, which in (("+mj-lt", "major"), ("+mn-lt", "minor"))
    }
    return {short: face for short, face in said.items() if face}


def _like(tree: Element | None, index: str, kind: str, *, by_index: bool) -> list[Element]:
    """The placeholder of a layout (by its index) or a master (by its kind)."""
    assert tree is not None
    kinds = {kind, "title"} if kind in _TITLES else {kind} if kind in _OTHERS else {"body", "obj"}
    for shape in every(tree, "p:sp"):
        holder = child(shape, "p:nvSpPr/p:nvPr/p:ph")
        if holder is None:
            continue
        same = holder.get("idx", "0") == index if by_index else holder.get("type", "obj") in kinds
        if same:
            return [shape]
    return []
