"""The series of a template's chart: which of them shows what, none too many, new ones like the last."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from itertools import pairwise

from boardpack.charts.spec import Chart, MarkKind
from boardpack.renderers.slides.charts.formats import GENERAL, format_of
from boardpack.renderers.slides.charts.newcomers import as_sign, recolour
from boardpack.renderers.slides.charts.palette import Palette
from boardpack.renderers.slides.charts.parts import series_data, series_head, shared_format
from boardpack.renderers.slides.charts.prepare import bare
from boardpack.renderers.slides.charts.special import repoint
from boardpack.renderers.slides.xml import Element, child, children, every, name, read, remove

PLOTS = (
    "c:barChart", "c:bar3DChart", "c:lineChart", "c:line3DChart", "c:areaChart", "c:area3DChart",
    "c:radarChart", "c:pieChart", "c:pie3DChart", "c:ofPieChart", "c:doughnutChart",
    "c:surfaceChart", "c:surface3DChart",
)  # fmt: skip
_SHARES = "0.0%"
_UNIQUE = "{C3380CC4-5D6E-409C-BE32-E72D297353CC}"
_BEHIND_DATA = ("c:shape", "c:smooth", "c:extLst")


def plots_of(root: Element) -> list[Element]:
    """The plots of a chart, such as its columns and its lines."""
    return list(every(root, *PLOTS))


def give_series(
    root: Element,
    chart: Chart,
    signs: Mapping[int, MarkKind],
    palette: Palette,
    *,
    shares: bool,
) -> None:
    """Give each series of the data one of the chart's: that of its name, else the next in order.

    `signs` are series that are points and no line; `shares` says that 0.5 stands for 50%.
    """
    old = sorted(every(root, "c:ser"), key=_order)
    categories = _count(old[0])
    numbered = {id(one): number for number, one in enumerate(old)}
    chosen = _matched(old, chart)
    moved: dict[int, int] = {}
    for index, found in enumerate(chosen):
        if found is not None:
            moved[numbered[id(found)]] = index
    for one in old:
        if not any(one is found for found in chosen):
            _take_out(one)
    last = [found for found in chosen if found is not None][-1]
    for index, found in enumerate(chosen):
        series = found
        if series is None:
            series = _another(root, last, palette)
            if index in signs:
                as_sign(series, signs[index], palette)
            last = series if index not in signs else last
        _set_data(series, index, chart, shares=shares)
        repoint(series, categories, chart.series[index].values)
    for plot in plots_of(root):
        _settle(plot)
    _settle_legend(root, moved, len(old), len(chosen))


def _order(series: Element) -> int:
    found = child(series, "c:order")
    return 0 if found is None else int(found.get("val", "0"))


def _count(series: Element) -> int:
    found = next(
        (
            e
            for path in ("c:val", "c:cat")
            for e in series.iterfind(f"{name(path)}//{name('c:ptCount')}")
        ),
        None,
    )
    return 0 if found is None else int(found.get("val", "0"))


def _name(series: Element) -> str:
    title = child(series, "c:tx")
    return "" if title is None else bare("".join(v.text or "" for v in every(title, "c:v")))


def _matched(old: Sequence[Element], chart: Chart) -> list[Element | None]:
    """The template's series for each of the data's, or nothing where it has none left."""
    left = list(old)
    chosen: list[Element | None] = [None] * len(chart.series)
    for index, one in enumerate(chart.series):
        same = next((each for each in left if _name(each) == bare(one.name)), None)
        if same is not None:
            chosen[index] = same
            left.remove(same)
    for index, found in enumerate(chosen):
        if found is None and left:
            chosen[index] = left.pop(0)
    return chosen


def _take_out(series: Element) -> None:
    plot = series.getparent()
    remove(series)
    if plot is not None and child(plot, "c:ser") is None:
        remove(plot)


def _another(root: Element, last: Element, palette: Palette) -> Element:
    """A series like the last, in the next colour of the theme and known by itself."""
    new = deepcopy(last)
    for extension in list(every(new, "c:ext")):
        if extension.get("uri") == _UNIQUE:
            remove(extension)
    for holder in list(every(new, "c:extLst")):
        if not len(holder):
            remove(holder)
    for point in children(new, "c:dPt"):
        remove(point)
    last.addnext(new)
    recolour(new, root, palette)
    return new


def _set_data(series: Element, index: int, chart: Chart, *, shares: bool) -> None:
    code = format_of(series)
    if code == GENERAL:
        own = shared_format(chart.unit, chart.series[index].values)
        code = _SHARES if shares else own
    new = read(
        f"<c:ser>{series_head(index, chart.series[index])}{series_data(index, chart, code)}</c:ser>"
    )
    for short in ("c:idx", "c:order", "c:tx", "c:cat", "c:val"):
        for found in children(series, short):
            remove(found)
    number, order, title, categories, values = list(new)
    for place, element in enumerate((number, order, title)):
        series.insert(place, element)
    behind = next((e for e in series if e.tag in {name(short) for short in _BEHIND_DATA}), None)
    for element in (categories, values):
        if behind is None:
            series.append(element)
        else:
            behind.addprevious(element)


def _settle(plot: Element) -> None:
    """Put the series of a plot in their order."""
    series = sorted(children(plot, "c:ser"), key=_order)
    for before, after in pairwise(series):
        before.addnext(after)


def _settle_legend(root: Element, moved: Mapping[int, int], before: int, now: int) -> None:
    """Entries that the template took out of its legend follow their series."""
    by_point = (
        any(flag.get("val") not in {"0", "false"} for flag in every(root, "c:varyColors"))
        and before == 1
    )
    for entry in [] if by_point else list(every(root, "c:legendEntry")):
        number = child(entry, "c:idx")
        place = int(number.get("val", "0")) if number is not None else before
        if number is None or place not in moved or moved[place] >= now:
            remove(entry)
        else:
            number.set("val", str(moved[place]))
