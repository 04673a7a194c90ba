"""A deck's charts: their axes and series, and whether they say what their workbooks say."""

from collections import Counter
from collections.abc import Iterator
from math import isfinite
from zipfile import BadZipFile

from pptx.oxml import parse_xml

from boardpack.renderers.slides.integrity.fault import Fault
from boardpack.renderers.slides.integrity.parts import Parts
from boardpack.renderers.slides.package import unzipped
from boardpack.renderers.slides.xml import NAMESPACES, Element, child, children, every

_PLOTS = (
    "c:barChart", "c:bar3DChart", "c:lineChart", "c:line3DChart", "c:areaChart", "c:area3DChart",
    "c:radarChart", "c:scatterChart", "c:bubbleChart", "c:stockChart", "c:surfaceChart",
    "c:surface3DChart",
)  # fmt: skip
_AXES = ("c:catAx", "c:valAx", "c:dateAx", "c:serAx")
_MAIN = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_UINT32 = range(2**32)


def chart_faults(parts: Parts) -> Iterator[Fault]:
    """What is wrong with each chart."""
    for part, tree in parts.of_kind("chart"):
        yield from _axis_faults(part, tree)
        yield from _series_faults(part, tree)
        yield from _point_faults(part, tree)
        yield from _workbook_faults(parts, part, tree)


def _axis_faults(part: str, tree: Element) -> Iterator[Fault]:
    present = Counter(_value(axis, "c:axId") for axis in every(tree, *_AXES))
    used = {_value_of(e) for plot in every(tree, *_PLOTS) for e in children(plot, "c:axId")}
    crossed = {_value(axis, "c:crossAx") for axis in every(tree, *_AXES)}
    if set(present) != used or crossed - set(present) or any(n > 1 for n in present.values()):
        yield Fault("axes pair", part, f"axes {sorted(present)}, used {sorted(used)}")
    for number in present:
        if not number.isdigit() or int(number) not in _UINT32:
            yield Fault("axis ids", part, f"{number} is not an axis id")


def _series_faults(part: str, tree: Element) -> Iterator[Fault]:
    series = list(every(tree, "c:ser"))
    for key in ("c:idx", "c:order"):
        for number, count in Counter(_value(one, key) for one in series).items():
            if count > 1:
                yield Fault("series are numbered", part, f"{count} series have {key} {number}")
    for one in series:
        size = next((int(_value_of(e)) for e in every(one, "c:ptCount") if _is_data(e)), 0)
        for special in (*children(one, "c:dPt"), *children(one, "c:dLbls/c:dLbl")):
            if int(_value(special, "c:idx")) >= size:
                yield Fault("special points exist", part, "a point beyond the data is special")


def _point_faults(part: str, tree: Element) -> Iterator[Fault]:
    for cache in every(tree, "c:numCache", "c:strCache"):
        count = int(_value(cache, "c:ptCount") or 0)
        places = [int(point.get("idx", "0")) for point in children(cache, "c:pt")]
        if len(set(places)) < len(places) or any(place >= count for place in places):
            yield Fault("points have places", part, f"places {places} of {count}")
    for cache in every(tree, "c:numCache"):
        for value in children(cache, "c:pt/c:v"):
            if not _is_number(value.text or ""):
                yield Fault("values are numbers", part, f'"{value.text}" is none')


def _workbook_faults(parts: Parts, part: str, tree: Element) -> Iterator[Fault]:
    """Each cached value is the value of its cell: Edit Data changes nothing by itself.

    Only workbooks with texts in the cells of one sheet are read, which are those that we write.
    """
    book = next((k.target for k in parts.links.get(part, ()) if k.kind == "package"), None)
    if child(tree, "c:externalData") is None or book is None or book not in parts.members:
        return
    try:
        cells = _cells(parts.members[book])
    except (BadZipFile, KeyError) as fault:
        yield Fault("workbooks open", book, str(fault))
        return
    if cells is None:
        return
    for reference in every(tree, "c:strRef", "c:numRef"):
        formula = child(reference, "c:f")
        said = {
            int(point.get("idx", "0")): point.findtext("c:v", "", NAMESPACES)
            for cache in every(reference, "c:strCache", "c:numCache")
            for point in children(cache, "c:pt")
        }
        places = _places((formula.text if formula is not None else None) or "")
        for index, place in enumerate(places):
            if cells.get(place, "") != said.get(index, ""):
                yield Fault("charts say what cells say", part, f"{place} differs")


def _cells(workbook: bytes) -> dict[str, str] | None:
    members = unzipped(workbook)
    first = "xl/worksheets/sheet1.xml"
    if "xl/sharedStrings.xml" in members or first not in members:
        return None
    sheet = parse_xml(members[first])
    return {
        str(cell.get("r")): "".join(
            (e.text or "").replace("_x005F_", "_") for e in cell.iterfind(".//s:t", _MAIN)
        )
        or cell.findtext("s:v", "", _MAIN)
        for cell in sheet.iterfind(".//s:c", _MAIN)
    }


def _places(formula: str) -> list[str]:
    """The cells of `Sheet1!$B$2:$B$9`, or of `Sheet1!$B$1`."""
    ends = formula.rpartition("!")[2].split(":")
    column = ends[0].strip("$").split("$")[0]
    rows = [int(end.rpartition("$")[2]) for end in ends]
    return [f"{column}{row}" for row in range(rows[0], rows[-1] + 1)]


def _is_number(text: str) -> bool:
    try:
        return isfinite(float(text))
    except ValueError:
        return False


def _is_data(count: Element) -> bool:
    cache = count.getparent()
    above = None if cache is None else cache.getparent()
    holder = None if above is None else above.getparent()
    return holder is not None and str(holder.tag).endswith(("}cat", "}val"))


def _value_of(element: Element) -> str:
    return element.get("val", "")


def _value(parent: Element, short: str) -> str:
    found = child(parent, short)
    return "" if found is None else _value_of(found)
