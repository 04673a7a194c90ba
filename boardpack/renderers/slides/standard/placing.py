"""Where the parts of a standard slide stand on a layout, whatever its placeholders are called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from boardpack.errors import UnknownLayout, UnknownPlaceholder
from boardpack.folded import folded
from boardpack.model.deck import DeckPart, LayoutChoice
from boardpack.renderers.slides.standard.contents import Field, Line, Page
from boardpack.renderers.slides.xml import EMU

_TITLES = {"TITLE", "CENTER_TITLE", "VERTICAL_TITLE"}
_FOOT = {"DATE", "FOOTER", "SLIDE_NUMBER", "HEADER"}
_PICTURES = {"PICTURE", "BITMAP", "MEDIA_CLIP", "SLIDE_IMAGE"}
_LEAD_HEIGHT = 34 * EMU
_LOW = 64 * EMU
"""A placeholder that is not higher holds a line of text and nothing else."""
_GAP = 10 * EMU
_GUESSES: Mapping[str, tuple[str, ...]] = {
    "cover": ("title",),
    "text": ("obj", "tx"),
    "chart": ("chart", "obj", "titleOnly", "tx"),
    "table": ("tbl", "obj", "titleOnly", "tx"),
    "objective": ("chartAndTx", "txAndChart", "objTx", "txAndObj", "twoObj", "obj", "titleOnly"),
}
"""The types that PowerPoint gives to layouts, by what they suit, the best first."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a slide, in EMU."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Place:
    """A field with the placeholder that it fills, or with the area where a shape is made for it."""

    field: Field
    holder: int | None
    area: Area | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A standard slide on a layout: the number of the title's placeholder, and every field's place."""

    page: Page
    layout: Any
    title: int
    places: tuple[Place, ...]


def placed(
    deck: Any, page: Page, layouts: Mapping[DeckPart, LayoutChoice], template: str
) -> Placed:
    """The slide on the layout that the map names for it or for its kind, else on one that suits."""
    choice = layouts.get(page.part) or layouts.get(page.like)
    layout = _named(deck, choice.layout, template) if choice else _guessed(deck, page.like)
    title = _title(layout, choice, template)
    if choice and choice.content:
        slots = [_holder(layout, one, template) for one in choice.content]
        pairs = _in_turn(page.fields, slots)
    else:
        slots = [one for one in _contents(layout) if one.element is not title.element]
        pairs = _by_size(page.fields, slots)
    places: list[Place] = []
    for slot, fields in _groups(pairs):
        area = _area(slot) if slot is not None else _under(deck, title)
        places += _shared(fields, slot, area)
    return Placed(page, layout, int(title.placeholder_format.idx), tuple(places))


def layouts_of(deck: Any) -> list[Any]:
    """The layouts of every master, in the order of PowerPoint's own list."""
    return [layout for master in deck.slide_masters for layout in master.slide_layouts]


def _named(deck: Any, name: str, template: str) -> Any:
    """The first layout of this name, or with its master's before it: `Master/Name`."""
    known = layouts_of(deck)
    for layout in known:
        theme = f"{layout.slide_master.name}/{layout.name}"
        if folded(name) in {folded(layout.name), folded(theme)}:
            return layout
    raise UnknownLayout(template, name, (layout.name for layout in known))


def _guessed(deck: Any, like: str) -> Any:
    """The layout that suits by the type that PowerPoint gave it, else the first that has a title."""
    titled = [one for one in layouts_of(deck) if _title_of(one) is not None]
    for kind in _GUESSES[like]:
        for layout in titled:
            if layout.element.get("type") == kind:
                return layout
    with_room = [one for one in titled if len(_contents(one)) == 1]
    return (with_room or titled or layouts_of(deck))[0]


def _contents(layout: Any) -> list[Any]:
    """The placeholders that can take text, charts and tables, in reading order."""
    found = [one for one in layout.placeholders if kind_of(one) not in _TITLES | _FOOT | _PICTURES]
    return sorted(found, key=lambda one: (_area(one).y, _area(one).x))


def _title(layout: Any, choice: LayoutChoice | None, template: str) -> Any:
    if choice and choice.title is not None:
        return _holder(layout, choice.title, template)
    found = _title_of(layout)
    if found is None:
        raise UnknownPlaceholder(template, layout.name, "title", _names(layout))
    return found


def _title_of(layout: Any) -> Any:
    return next((one for one in layout.placeholders if kind_of(one) in _TITLES), None)


def _holder(layout: Any, wanted: int | str, template: str) -> Any:
    for holder in layout.placeholders:
        if holder.placeholder_format.idx == wanted or (
            isinstance(wanted, str) and folded(holder.name) == folded(wanted)
        ):
            return holder
    raise UnknownPlaceholder(template, layout.name, str(wanted), _names(layout))


def _names(layout: Any) -> list[str]:
    return [f"{one.name} ({one.placeholder_format.idx})" for one in layout.placeholders]


def _in_turn(fields: tuple[Field, ...], slots: list[Any]) -> list[tuple[Any, Field]]:
    """Each field with the placeholder that the map lists for it; the last takes what is left."""
    if len(slots) < len(fields):
        fields = _merged(fields)
    if len(slots) < len(fields):  # the lead can stand above what it speaks of
        slots = [slots[0]] * sum(field.kind == "lead" for field in fields) + slots
    return [(slots[min(number, len(slots) - 1)], field) for number, field in enumerate(fields)]


def _by_size(fields: tuple[Field, ...], slots: list[Any]) -> list[tuple[Any, Field]]:
    """Each field with a placeholder: charts and tables with the largest, text in reading order.

    A field that finds none left stands where the one before it stands; a lead, with the first.
    """
    low = [slot for slot in slots if _area(slot).height <= _LOW]
    roomy = [slot for slot in slots if slot not in low] or low
    if len(roomy) < sum(field.kind != "lead" for field in fields):
        fields = _merged(fields)
    largest = sorted(roomy, key=lambda slot: -_area(slot).width * _area(slot).height)
    wide = largest[: sum(field.kind in {"chart", "table"} for field in fields)]
    free = {"chart": wide, "table": wide, "text": [slot for slot in roomy if slot not in wide]}
    taken: dict[str, Any] = {}
    last = None
    for field in fields:
        if field.kind != "lead":
            last = taken[field.called] = free[field.kind].pop(0) if free[field.kind] else last
    first = next(iter(taken.values()), None)
    lines = [one for one in low if one not in roomy]
    for field in fields:
        if field.kind == "lead":
            taken[field.called] = lines.pop(0) if lines else first
    return [(taken[field.called], field) for field in fields]


def _groups(pairs: list[tuple[Any, Field]]) -> list[tuple[Any, tuple[Field, ...]]]:
    """What stands in each placeholder, in the order in which they are first filled."""
    slots: list[Any] = []
    for slot, _ in pairs:
        if slot not in slots:
            slots.append(slot)
    return [(one, tuple(field for slot, field in pairs if slot is one)) for one in slots]


def _shared(fields: tuple[Field, ...], slot: Any, area: Area) -> Iterator[Place]:
    """The fields one under the other; the first that is no lead fills the placeholder itself."""
    index = None if slot is None else int(slot.placeholder_format.idx)
    if len(fields) == 1 and index is not None:
        yield Place(fields[0], index, None)
        return
    main = next((one for one in fields if one.kind != "lead"), fields[0])
    shares = sum(one.share for one in fields if one.kind != "lead") or 1.0
    leads = sum(one.kind == "lead" for one in fields)
    room = area.height - leads * _LEAD_HEIGHT - _GAP * (len(fields) - 1)
    top = area.y
    for one in fields:
        high = _LEAD_HEIGHT if one.kind == "lead" else int(room * one.share / shares)
        yield Place(one, index if one is main else None, Area(area.x, top, area.width, high))
        top += high + _GAP


def _under(deck: Any, title: Any) -> Area:
    """The room under a title that stands alone on its layout."""
    head, bottom = _area(title), int(deck.slide_height) * 9 // 10
    top = head.y + head.height + _GAP
    return Area(head.x, top, head.width, max(bottom - top, bottom // 2))


def _merged(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """The fields with all text in one of them."""
    texts = [field for field in fields if field.kind == "text"]
    if len(texts) < 2:  # noqa: PLR2004 - one text is merged with nothing
        return fields
    lines = tuple(
        Line(f"{line.figure} {line.text}".strip()) for field in texts for line in field.lines
    )
    one = replace(texts[0], called="Text", lines=lines, share=1.5)
    return (*(field for field in fields if field.kind != "text"), one)


def _area(holder: Any) -> Area:
    return Area(
        int(holder.left or 0), int(holder.top or 0), int(holder.width or 0), int(holder.height or 0)
    )


def kind_of(holder: Any) -> str:
    """The kind of a placeholder, such as TITLE or OBJECT."""
    return str(holder.placeholder_format.type).partition(" ")[0].rpartition(".")[2]
