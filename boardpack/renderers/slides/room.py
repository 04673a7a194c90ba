"""How much room the text of a shape has, and how the shape grows where it may."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from boardpack.renderers.slides.flow import Flow, height, widest
from boardpack.renderers.slides.inheritance import Ancestry
from boardpack.renderers.slides.shapes import room_below
from boardpack.renderers.slides.xml import EMU, Element, child, children, name

_INSETS = {"lIns": 7.2, "rIns": 7.2, "tIns": 3.6, "bIns": 3.6}
_TURN = 60_000  # a degree
_TO_THE_LEFT = {"ctr": 0.5, "r": 1.0}
"""How much of what a text is wider than its box stands on the left of it."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a shape's text can stand, in points; `own` is its height before it grows, if it may.

    `ends` is what the insets take of the height.
    """

    width: float
    height: float
    ends: float = 0.0
    own: float | None = None


def room(slide: Any, shape: Element, source: Ancestry, flows: list[Flow]) -> Room | None:
    """The text area of a shape; nothing where no size is to be found, or the shape is off the slide."""
    extents = (child(one, "p:spPr/a:xfrm/a:ext") for one in source.shapes)
    extent = next((one for one in extents if one is not None), None)
    if extent is None or _is_beside(slide, shape):
        return None
    across, down = _scale(shape)
    wide, high = (int(extent.get(key, "0")) / EMU for key in ("cx", "cy"))
    wide, high = wide * across, high * down
    insets = {key: _points(source, key, default) for key, default in _INSETS.items()}
    sides, ends = insets["lIns"] + insets["rIns"], insets["tIns"] + insets["bIns"]
    proxy = _upright(slide, shape, source)
    if source.setting("wrap", "square") == "none" and proxy is not None:
        wide = _unwrapped(proxy, source, flows, sides)
    if source.setting("vert", "horz") != "horz":
        wide, high = high, wide
    biggest = max((flow.line_height(1.0) for flow in flows), default=0.0)
    own = None
    if proxy is not None:
        grows = source.autofit() == "spAutoFit" or source.setting("wrap", "square") == "none"
        if grows or high - ends < biggest:
            # One line in a box too low for it runs over as its author saw it; more make it grow.
            own = high if grows else biggest + ends
            high = max(high, room_below(slide, shape) / EMU)
        high = min(high, _to_edge(slide, proxy))
    return _in_columns(source, Room(max(wide - sides, 1.0), high - ends, ends, own), biggest)


def grow(slide: Any, shape: Element, area: Room, needed: float) -> None:
    """Make a shape that grows with its text as high as the text needs."""
    if area.own is None or needed + area.ends <= area.own:
        return
    proxy = next(one for one in slide.shapes if one.element is shape)
    place = proxy.left, proxy.top, proxy.width
    proxy.left, proxy.top, proxy.width = place
    proxy.height = int(min(needed, area.height) * EMU + area.ends * EMU)


def text_height(flows: list[Flow], area: Room, scale: float) -> float:
    """How high the paragraphs stand in the room."""
    return sum(height(flow, area.width, scale) for flow in flows)


def _upright(slide: Any, shape: Element, source: Ancestry) -> Any | None:
    """The shape as python-pptx has it, if it is one that can grow: level, and in no group."""
    turned = child(shape, "p:spPr/a:xfrm")
    if turned is not None and int(turned.get("rot", "0")) % (360 * _TURN):
        return None
    if source.setting("vert", "horz") != "horz":
        return None
    return next((one for one in slide.shapes if one.element is shape), None)


def _is_beside(slide: Any, shape: Element) -> bool:
    """Whether a shape is parked outside the slide, as notes to whoever edits a template are."""
    proxy = next((one for one in slide.shapes if one.element is shape), None)
    if proxy is None or proxy.left is None or proxy.top is None:
        return False
    page = slide.part.package.presentation_part.presentation
    return bool(
        proxy.left >= page.slide_width
        or proxy.top >= page.slide_height
        or proxy.left + (proxy.width or 0) <= 0
        or proxy.top + (proxy.height or 0) <= 0
    )


def _unwrapped(proxy: Any, source: Ancestry, flows: list[Flow], sides: float) -> float:
    """The width of a text that sets it itself; one that would leave the slide is wrapped on it."""
    page = int(proxy.part.package.presentation_part.presentation.slide_width)
    left, own = int(proxy.left or 0), int(proxy.width or 0)
    wanted = max(int((widest(flows) + sides) * EMU), own)
    start = left - int((wanted - own) * _TO_THE_LEFT.get(_alignment(source), 0.0))
    if start >= 0 and start + wanted <= page:
        return wanted / EMU
    body = child(source.shapes[0], "p:txBody/a:bodyPr")
    assert body is not None
    body.set("wrap", "square")
    start = max(start, 0)
    wide, top, high = min(wanted, page - start), proxy.top, proxy.height
    proxy.left, proxy.top, proxy.width, proxy.height = start, top, wide, high
    return wide / EMU


def _alignment(source: Ancestry) -> str:
    """How the first paragraph is aligned."""
    own = children(source.shapes[0], "p:txBody/a:p/a:pPr")
    return next((said for one in (*own[:1], *source.level(0)) if (said := one.get("algn"))), "l")


def _to_edge(slide: Any, proxy: Any) -> float:
    """The height from the top of a shape to the foot of the slide."""
    page = int(slide.part.package.presentation_part.presentation.slide_height)
    return (page - int(proxy.top or 0)) / EMU


def _in_columns(source: Ancestry, area: Room, line: float) -> Room:
    """The room of text in columns: as narrow as one, as high as all, less a line that each may lose."""
    count = int(source.setting("numCol", "1"))
    if count <= 1:
        return area
    gaps = _points(source, "spcCol", 0.0) * (count - 1)
    high = max(area.height * count - line * (count - 1), area.height)
    return Room(max((area.width - gaps) / count, 1.0), high, area.ends, None)


def _scale(shape: Element) -> tuple[float, float]:
    """How much the groups round a shape stretch it; its letters they leave alone."""
    across = down = 1.0
    for group in _groups(shape):
        frame = child(group, "p:grpSpPr/a:xfrm")
        outer, inner = child(frame, "a:ext"), child(frame, "a:chExt")
        if outer is None or inner is None:
            continue
        across *= _ratio(outer, inner, "cx")
        down *= _ratio(outer, inner, "cy")
    return across, down


def _ratio(outer: Element, inner: Element, key: str) -> float:
    inside = int(inner.get(key, "0"))
    return int(outer.get(key, "0")) / inside if inside else 1.0


def _groups(shape: Element) -> Iterator[Element]:
    return shape.iterancestors(name("p:grpSp"))


def _points(source: Ancestry, key: str, default: float) -> float:
    said = source.setting(key, "")
    return int(said) / EMU if said else default
