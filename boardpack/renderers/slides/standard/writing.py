"""Writes the standard deck into a presentation: slides with tags, ready to be filled or edited."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from boardpack.model.deck import DeckPart, LayoutChoice
from boardpack.renderers.slides import private
from boardpack.renderers.slides.access import LANGUAGE
from boardpack.renderers.slides.shapes import put_in_place
from boardpack.renderers.slides.standard.contents import PAGES, Field, Line
from boardpack.renderers.slides.standard.placing import Area, Place, Placed, kind_of, placed
from boardpack.renderers.slides.xml import EMU, Element, child, children, every, read, remove

MARKING = "{{ board.marking }}"
_FIGURE = 4400
_TIGHT = '<a:pPr marL="0" indent="0"><a:spcBef><a:spcPts val="400"/></a:spcBef><a:buNone/></a:pPr>'
_TIGHT_SIZE = ' sz="2000"'
_INK, _HEAD = "tx1", "tx2"
_QUIET = '<a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr>'
_FAINT = '<a:schemeClr val="tx1"><a:lumMod val="25000"/><a:lumOff val="75000"/></a:schemeClr>'
_ROW = 34 * EMU
_FOOT = ("FOOTER", "SLIDE_NUMBER")


def write_standard(deck: Any, layouts: Mapping[DeckPart, LayoutChoice], template: str) -> None:
    """Add the slides of the standard deck behind those that are there, each on its layout."""
    for page in PAGES:
        _write(deck, placed(deck, page, layouts, template))


def _write(deck: Any, plan: Placed) -> None:
    slide = deck.slides.add_slide(plan.layout)
    holders = {one.placeholder_format.idx: one for one in slide.placeholders}
    _set_text(holders[plan.title].element, (Line(plan.page.title),))
    used = {plan.title}
    behind = holders[plan.title].element
    for place in plan.places:
        shape = _shape(slide, place, holders)
        behind.addnext(shape)  # the reading order is that of the fields
        behind = shape
        used.add(-1 if place.holder is None else place.holder)
    for index, holder in holders.items():
        if index not in used:
            remove(holder.element)
    _add_foot(slide)
    if plan.page.notes:
        _set_notes(slide, plan.page.notes)


def _shape(slide: Any, place: Place, holders: Mapping[int, Any]) -> Element:
    """The shape of a field, in its placeholder where that can hold it as it is."""
    field, area = place.field, place.area
    holder = holders.get(place.holder) if place.holder is not None else None
    if field.kind == "table":
        number = _free_number(slide)
        if holder is None:
            assert area is not None
            return _table(number, field.called, area)
        made = _table(number, field.called, area or _area(holder))
        put_in_place(slide, holder.element, made)
        return made
    if holder is None:
        assert area is not None
        return _box(_free_number(slide), field, area)
    shape: Element = holder.element
    next(every(shape, "p:cNvPr")).set("name", field.called)
    if area is not None:
        holder.left, holder.top = area.x, area.y
        holder.width, holder.height = area.width, area.height
    if field.kind != "chart":
        _set_text(shape, field.lines)
    return shape


def _set_text(shape: Element, lines: tuple[Line, ...]) -> None:
    body = child(shape, "p:txBody")
    assert body is not None
    for old in children(body, "a:p"):
        body.remove(old)
    for line in lines:
        body.append(read(_paragraph(line)))


def _paragraph(line: Line, size: str = "", ink: str = "") -> str:
    look = f'lang="{LANGUAGE}"{_TIGHT_SIZE if line.tight else size}'
    fill = f"<a:solidFill>{ink}</a:solidFill>" if ink else ""
    figure = (
        ""
        if not line.figure
        else (
            f'<a:r><a:rPr lang="{LANGUAGE}" sz="{_FIGURE}" b="1"><a:solidFill>'
            f'<a:schemeClr val="{_HEAD}"/></a:solidFill></a:rPr><a:t>{escape(line.figure)}</a:t></a:r>'
            f"<a:br><a:rPr {look}/></a:br>"
        )
    )
    properties = _TIGHT if line.tight else ""
    text = f"<a:r><a:rPr {look}>{fill}</a:rPr><a:t>{escape(line.text)}</a:t></a:r>"
    return f"<a:p>{properties}{figure}{text}</a:p>"


def _box(number: int, field: Field, area: Area) -> Element:
    """A text box, or a rectangle that says which chart will stand there."""
    ink = _QUIET if field.kind in {"lead", "chart"} else ""
    lines = field.lines or (Line("The chart named in the Selection Pane"),)
    text = "".join(_paragraph(line, ' sz="1800"', ink) for line in lines)
    edge = "" if field.lines else f"<a:ln><a:solidFill>{_FAINT}</a:solidFill></a:ln>"
    return read(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(field.called)}/>'
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{_xfrm("a", area)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>{edge}</p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/>'
        f"</a:bodyPr><a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def _table(number: int, called: str, area: Area) -> Element:
    """A table whose first row shows how the header looks, the second how the rows look."""
    rows = "".join(
        f'<a:tr h="{_ROW}">{_cell(text, strong=strong, ink=ink, rule=rule, width=width)}</a:tr>'
        for text, strong, ink, rule, width in (
            ("Header", True, _HEAD, f'<a:schemeClr val="{_HEAD}"/>', 19050),
            ("Rows", False, _INK, _FAINT, 9525),
        )
    )
    shallow = Area(area.x, area.y, area.width, 2 * _ROW)
    return read(
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name={quoteattr(called)}/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f"</p:nvGraphicFramePr>{_xfrm('p', shallow)}<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr firstRow="1"/><a:tblGrid><a:gridCol w="{area.width}"/></a:tblGrid>{rows}</a:tbl>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(text: str, *, strong: bool, ink: str, rule: str, width: int) -> str:
    sides = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="{LANGUAGE}" sz="1800" '
        f'b="{int(strong)}"><a:solidFill><a:schemeClr val="{ink}"/></a:solidFill></a:rPr>'
        f"<a:t>{text}</a:t></a:r></a:p></a:txBody>"
        f'<a:tcPr marL="{6 * EMU}" marR="{16 * EMU}" marT="{5 * EMU}" marB="{5 * EMU}">{sides}'
        f'<a:lnB w="{width}"><a:solidFill>{rule}</a:solidFill></a:lnB><a:noFill/></a:tcPr></a:tc>'
    )


def _xfrm(prefix: str, area: Area) -> str:
    return (
        f'<{prefix}:xfrm><a:off x="{area.x}" y="{area.y}"/>'
        f'<a:ext cx="{area.width}" cy="{area.height}"/></{prefix}:xfrm>'
    )


def _area(holder: Any) -> Area:
    return Area(int(holder.left), int(holder.top), int(holder.width), int(holder.height))


def _free_number(slide: Any) -> int:
    numbers = [int(one.get("id", "0")) for one in every(slide.shapes.element, "p:cNvPr")]
    return max(numbers, default=1) + 1


def _add_foot(slide: Any) -> None:
    """The marking and the slide's number, where the layout has a place for them."""
    for holder in slide.slide_layout.placeholders:
        kind = kind_of(holder)
        if kind not in _FOOT:
            continue
        shape = deepcopy(holder.element)
        named = next(every(shape, "p:cNvPr"))
        named.set("id", str(_free_number(slide)))
        for made in list(named):  # its creation id is the layout's
            named.remove(made)
        properties = child(shape, "p:spPr")
        assert properties is not None
        for old in list(properties):  # the place and the look stay the layout's
            properties.remove(old)
        for style in list(every(shape, "a:lstStyle")):
            for old in list(style):
                style.remove(old)
        if kind == "FOOTER":
            _set_text(shape, (Line(MARKING),))
        slide.shapes.element.append(shape)


def _set_notes(slide: Any, lines: tuple[str, ...]) -> None:
    frame = slide.notes_slide.notes_text_frame
    body = private.text_body(frame)
    for old in children(body, "a:p"):
        body.remove(old)
    for line in lines:
        body.append(read(_paragraph(Line(line))))
