"""The axes of a template's chart, so that they hold together and show all of the new data."""

from collections.abc import Iterable, Iterator

from boardpack.charts.spec import Chart
from boardpack.renderers.slides.charts.reseries import plots_of
from boardpack.renderers.slides.xml import (
    Element,
    child,
    children,
    every,
    name,
    read,
    remove,
)

_AXES = ("c:catAx", "c:valAx", "c:dateAx", "c:serAx")
_DAYS_ONLY = ("c:baseTimeUnit", "c:majorTimeUnit", "c:minorTimeUnit", "c:majorUnit", "c:minorUnit")
_UINT32 = 2**32


def fit_axes(root: Element, chart: Chart) -> None:
    """Drop axes without a plot, make dates plain categories, free scales that the data outgrew."""
    _drop_unused(root)
    for number in every(root, "c:axId", "c:crossAx"):
        number.set(
            "val", str(int(number.get("val", "0")) % _UINT32)
        )  # python-pptx writes negative ones
    for axis in list(every(root, "c:dateAx")):
        _make_plain(axis)
    for axis in every(root, "c:catAx"):
        for skip in (*children(axis, "c:tickLblSkip"), *children(axis, "c:tickMarkSkip")):
            remove(skip)
    for axis in every(root, "c:valAx"):
        _free(root, axis)
    if any(value is None for one in chart.series for value in one.values):
        for blanks in every(root, "c:dispBlanksAs"):
            if blanks.get("val") == "zero":
                blanks.set("val", "gap")  # a value that is missing is not nought


def _drop_unused(root: Element) -> None:
    used = {one.get("val") for plot in plots_of(root) for one in children(plot, "c:axId")}
    for axis in list(every(root, *_AXES)):
        number = child(axis, "c:axId")
        if number is None or number.get("val") not in used:
            remove(axis)


def _make_plain(axis: Element) -> None:
    """Periods are words: an axis of dates would show them as days of the year 1900."""
    for short in _DAYS_ONLY:
        for one in children(axis, short):
            remove(one)
    for bound in (*children(axis, "c:scaling/c:min"), *children(axis, "c:scaling/c:max")):
        remove(bound)
    axis.tag = name("c:catAx")
    last = child(axis, "c:extLst")
    new = read('<c:noMultiLvlLbl val="1"/>')
    if last is None:
        axis.append(new)
    else:
        last.addprevious(new)


def _free(root: Element, axis: Element) -> None:
    """Take a bound away that the data of the axis goes beyond, and its steps with it."""
    number = child(axis, "c:axId")
    plots = [
        plot
        for plot in plots_of(root)
        if number is not None
        and number.get("val") in {one.get("val") for one in children(plot, "c:axId")}
    ]
    reached = [0.0, *(value for plot in plots for value in _heights(plot))]
    freed = False
    for short, beyond in (("c:min", min(reached[1:], default=0.0)), ("c:max", max(reached))):
        for bound in children(axis, f"c:scaling/{short}"):
            said = float(bound.get("val", "0"))
            if (beyond < said) if short == "c:min" else (beyond > said):
                remove(bound)
                freed = True
    if freed:
        for step in (*children(axis, "c:majorUnit"), *children(axis, "c:minorUnit")):
            remove(step)


def _heights(plot: Element) -> Iterator[float]:
    """How far the plot's values reach: stacked ones together."""
    grouping = child(plot, "c:grouping")
    kind = "" if grouping is None else grouping.get("val", "")
    if kind == "percentStacked":
        return
    rows: dict[str, list[float]] = {}
    for point in _points(children(plot, "c:ser")):
        value = point.findtext(name("c:v"), "")
        rows.setdefault(point.get("idx", ""), []).append(float(value))
    for values in rows.values():
        if kind == "stacked":
            yield sum(v for v in values if v > 0)
            yield sum(v for v in values if v < 0)
        else:
            yield from values


def _points(series: Iterable[Element]) -> Iterator[Element]:
    for one in series:
        yield from children(one, "c:val/c:numRef/c:numCache/c:pt")
