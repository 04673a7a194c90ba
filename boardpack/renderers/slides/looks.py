"""How big text on a slide really is: sizes, indents and insets come down from layout and master."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml

from boardpack.renderers.slides.advances import KNOWN_FONT
from boardpack.renderers.slides.flow import Flow, Run
from boardpack.renderers.slides.private import root
from boardpack.renderers.slides.xml import EMU, Element, child, children, every, name, safe

_TITLES = {"title", "ctrTitle"}
_OTHERS = {"ftr", "sldNum", "dt"}
_DEFAULT_SIZE = 18.0
_INSETS = {"lIns": 7.2, "rIns": 7.2, "tIns": 3.6, "bIns": 3.6}
_PER_CENT = 100_000


@dataclass(frozen=True, slots=True)
class Room:
    """Where a shape's text can stand, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Ancestry:
    """A shape and the placeholders it takes after, nearest first, with the styles behind them."""

    shapes: tuple[Element, ...]
    styles: tuple[Element, ...]
    font: str

    def level(self, depth: int) -> Iterator[Element]:
        """What is said about paragraphs of this depth, nearest first."""
        for style in self.styles:
            found = child(style, f"a:lvl{depth + 1}pPr")
            if found is not None:
                yield found
            if (default := child(style, "a:defPPr")) is not None:
                yield default


def ancestry(slide: Any, shape: Element) -> Ancestry:
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
    return Ancestry(
        tuple(shapes), tuple(styles), _theme_font(master, "major" if kind in _TITLES else "minor")
    )


def room(source: Ancestry) -> Room | None:
    """The text area of a shape, or nothing where its text sets the size."""
    extents = (child(shape, "p:spPr/a:xfrm/a:ext") for shape in source.shapes)
    extent = next((one for one in extents if one is not None), None)
    if extent is None or _body_setting(source, "wrap", "square") == "none":
        return None
    insets = {key: _inset(source, key, default) for key, default in _INSETS.items()}
    wide, high = int(extent.get("cx", "0")) / EMU, int(extent.get("cy", "0")) / EMU
    if _body_setting(source, "vert", "horz") != "horz":
        wide, high = high, wide
    return Room(wide - insets["lIns"] - insets["rIns"], high - insets["tIns"] - insets["bIns"])


def flow(source: Ancestry, paragraph: Element) -> Flow:
    """The paragraph as it will be set at its full size."""
    own = child(paragraph, "a:pPr")
    depth = int(own.get("lvl", "0")) if own is not None else 0
    levels = [*([own] if own is not None else []), *source.level(depth)]
    size = _default_size(levels)
    runs = tuple(_runs(paragraph, levels, size, source.font))
    biggest = max((run.size for run in runs), default=size)
    line, exact = _spacing(levels, "a:lnSpc", biggest, of_line=True)
    return Flow(
        runs,
        depth,
        left=_number(levels, "marL") / EMU,
        first=_number(levels, "indent") / EMU,
        before=_spacing(levels, "a:spcBef", biggest)[0],
        after=_spacing(levels, "a:spcAft", biggest)[0],
        line=line,
        exact=exact,
        empty=_end_size(paragraph, size),
    )


def _runs(paragraph: Element, levels: list[Element], size: float, font: str) -> Iterator[Run]:
    heavy = next((b for one in levels if (b := _of(child(one, "a:defRPr"), "b"))), "0")
    for element in children(paragraph, "*"):
        look = child(element, "a:rPr")
        own = _of(look, "sz")
        points = int(own) / 100 if own else size
        bold = (_of(look, "b") or heavy) in {"1", "true"}
        face = _of(child(look, "a:latin"), "typeface") or ""
        known = font if face.startswith("+") or not face else face
        if element.tag == name("a:br"):
            yield Run("\n", points, bold, known)
        elif element.tag in {name("a:r"), name("a:fld")}:
            yield Run(
                safe("".join(t.text or "" for t in every(element, "a:t"))), points, bold, known
            )


def _default_size(levels: list[Element]) -> float:
    for level in levels:
        if size := _of(child(level, "a:defRPr"), "sz"):
            return int(size) / 100
    return _DEFAULT_SIZE


def _end_size(paragraph: Element, size: float) -> float:
    own = _of(child(paragraph, "a:endParaRPr"), "sz")
    return int(own) / 100 if own else size


def _of(element: Element | None, key: str) -> str | None:
    return None if element is None else element.get(key)


def _number(levels: list[Element], key: str) -> float:
    return float(next((value for one in levels if (value := one.get(key))), 0))


def _spacing(
    levels: list[Element], what: str, size: float, *, of_line: bool = False
) -> tuple[float, bool]:
    """Points and True, or for a line's pitch its share and False."""
    for level in levels:
        said = child(level, what)
        if said is None:
            continue
        points = child(said, "a:spcPts")
        if points is not None:
            return int(points.get("val", "0")) / 100, True
        share = child(said, "a:spcPct")
        if share is not None:
            part = _share(share.get("val", "0"))
            return (part, False) if of_line else (part * size * 1.2, True)
    return (1.0, False) if of_line else (0.0, True)


def _share(text: str) -> float:
    return float(text[:-1]) / 100 if text.endswith("%") else int(text) / _PER_CENT


def _inset(source: Ancestry, key: str, default: float) -> float:
    said = _body_setting(source, key, "")
    return int(said) / EMU if said else default


def _body_setting(source: Ancestry, key: str, default: str) -> str:
    for shape in source.shapes:
        if said := _of(child(shape, "p:txBody/a:bodyPr"), key):
            return said
    return default


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


def _theme_font(master: Any, which: str) -> str:
    """The name of the theme's font for titles (major) or text (minor)."""
    for link in master.part.rels.values():
        if link.reltype.endswith("/theme"):
            theme = parse_xml(link.target_part.blob)
            path = f"a:themeElements/a:fontScheme/a:{which}Font/a:latin"
            return _of(child(theme, path), "typeface") or KNOWN_FONT
    return KNOWN_FONT
