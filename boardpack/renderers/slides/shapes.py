"""The shapes of a slide: their names, their texts, their places."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from boardpack.errors import FaultyDirective, UnfillableChart
from boardpack.renderers.slides import private
from boardpack.renderers.slides.cloning import drop_unused
from boardpack.renderers.slides.xml import (
    EMU,
    Element,
    child,
    every,
    name,
    relationship_ids,
    remove,
)

FILLED = frozenset({"chart", "table", "picture"})
"""What a shape's name says before a colon if something is to stand in its place."""
_HELD = ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp", "p:grpSp")
_TITLES = {"title", "ctrTitle"}
_FRAMED = {"obj", "chart", "tbl"}
"""The kinds of placeholder that can hold a chart or a table."""
_MARGIN, _GAP = 24 * EMU, 12 * EMU


@dataclass(frozen=True, slots=True)
class Box:
    """What a shape that is replaced hands on: its number, its name, its place in EMU."""

    id: int
    name: str
    x: int
    y: int
    width: int
    height: int

    @classmethod
    def of(cls, slide: Any, shape: Element) -> "Box":
        """The box of a shape, taken from the layout where the slide does not say."""
        properties = properties_of(shape)
        proxy = next(one for one in slide.shapes if one.element is shape)
        return cls(
            int(properties.get("id", "0")),
            properties.get("name", ""),
            int(proxy.left or 0),
            int(proxy.top or 0),
            int(proxy.width or 0),
            int(proxy.height or 0),
        )


def room_below(slide: Any, shape: Element) -> int:
    """How high a table of the template can grow, in EMU: to what stands under it, or to the edge.

    Its own height says nothing: PowerPoint makes it that of its rows.
    """
    box = Box.of(slide, shape)
    beside = [
        int(one.top)
        for one in slide.shapes
        if one.element is not shape
        and (one.top or 0) > box.y
        and (one.left or 0) < box.x + box.width
        and (one.left or 0) + (one.width or 0) > box.x
    ]
    edge = int(slide.part.package.presentation_part.presentation.slide_height) - _MARGIN
    return min([edge, *(top - _GAP for top in beside)]) - box.y


def tree(slide: Any) -> Element:
    """The shape tree of a slide: its order is the reading order."""
    found = child(private.root(slide.part), "p:cSld/p:spTree")
    assert found is not None
    return found


def shapes(slide: Any) -> list[Element]:
    """The shapes of a slide, groups as one."""
    kinds = {name(kind) for kind in _HELD}
    return [element for element in tree(slide) if element.tag in kinds]


def properties_of(shape: Element) -> Element:
    """The element with a shape's number, name and alternative text."""
    return next(every(shape, "p:cNvPr"))


def by_id(slide: Any, number: str) -> Element:
    """The shape with this number."""
    return next(one for one in shapes(slide) if properties_of(one).get("id") == number)


def placeholder_kind(shape: Element) -> str | None:
    """The kind of placeholder that a shape is, if it is one."""
    holder = child(shape, "p:nvSpPr/p:nvPr/p:ph")
    return None if holder is None else holder.get("type", "obj")


def title_of(slide: Any) -> Element | None:
    """The shape with the slide's title."""
    return next((one for one in shapes(slide) if placeholder_kind(one) in _TITLES), None)


def text_of(shape: Element) -> str:
    """The text of a shape on one line."""
    parts = [
        "\n" if t.tag != name("a:t") else t.text or "" for t in every(shape, "a:t", "a:br", "a:p")
    ]
    return " ".join("".join(parts).split())


def bodies(slide: Any) -> Iterator[tuple[str, Element]]:
    """Every text body of a slide, in groups and tables too, with the name of its shape."""
    for shape in every(tree(slide), "p:sp", "p:graphicFrame"):
        named = properties_of(shape).get("name", "")
        for body in every(shape, "p:txBody", "a:txBody"):
            yield named, body


def parted_name(properties: Element) -> tuple[str, str]:
    """What a shape's name says before its colon, such as `chart`, and behind; nothing without one."""
    lead, colon, wanted = properties.get("name", "").partition(":")
    return (lead.strip().casefold(), " ".join(wanted.split())) if colon else ("", "")


def asked_for(slide: Any, what: str, where: str) -> Iterator[tuple[str, Element]]:
    """The shapes named `chart: NAME` or `table: NAME`, each with that name."""
    top = tree(slide)
    for shape in list(every(tree(slide), *_HELD)):
        named = properties_of(shape).get("name", "")
        lead, wanted = parted_name(properties_of(shape))
        if lead != what or not wanted:
            continue
        parent = shape.getparent()
        if what == "chart" and parent is not None and parent.tag == name("mc:Choice"):
            raise UnfillableChart(
                f'{where}, shape "{named}"',
                "a chart of this kind cannot be given data",
                "Make it a bar, column or line chart (Chart Design, Change Chart Type).",
            )
        if parent is not top:
            raise FaultyDirective(where, named, "take the shape out of its group")
        yield wanted, shape


def put_in_place(slide: Any, old: Element, new: Element) -> None:
    """Replace a shape, and drop what only it needed. A chart or table stays the layout's placeholder."""
    _keep_holder(old, new)
    rids = relationship_ids(old)
    old.addprevious(new)
    remove(old)
    drop_unused(slide.part, rids)


def _keep_holder(old: Element, new: Element) -> None:
    holder = child(old, "p:nvSpPr/p:nvPr/p:ph")
    place = child(new, "p:nvGraphicFramePr/p:nvPr")
    if holder is None or place is None or holder.get("type", "obj") not in _FRAMED:
        return
    if child(place, "p:ph") is None:
        place.insert(0, deepcopy(holder))
