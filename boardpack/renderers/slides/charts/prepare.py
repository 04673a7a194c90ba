"""A chart as a deck shows it: what must not stand in colour alone becomes words or series of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from boardpack.charts.spec import Chart, ChartKind, MarkKind, Series
from boardpack.folded import folded
from boardpack.renderers.slides.symbols import RATING_SHAPES

_MARKED: Mapping[MarkKind, str] = {
    "improvement": "Improvement",
    "concern": "Concern",
    "neutral": "Other change",
}
_MOST_LEVELS = 5
"""A mean that steps more often is drawn as one line, which then slopes between its steps."""
_SHAPES = {str(rating): shape for rating, shape in RATING_SHAPES.items()}


@dataclass(frozen=True, slots=True)
class Prepared:
    """The chart to be written, and which of its series are more than lines or bars."""

    chart: Chart
    signs: Mapping[int, MarkKind] = field(default_factory=dict)
    """The series that are points and no line: what is more than chance."""
    former: frozenset[int] = frozenset()
    """The series that ended before the chart does, as limits do where a chart begins anew."""


def prepared(chart: Chart, *, steps: bool = True) -> Prepared:
    """The chart with shapes in the names of ratings, and with marked points and steps as series.

    As series they survive a change of the data in PowerPoint, and a legend can explain them. Without
    `steps` a mean stays one series, as a template has it.
    """
    if chart.kind is not ChartKind.LINES:
        return Prepared(replace(chart, series=tuple(map(_shaped, chart.series))))
    series: list[Series] = []
    former: set[int] = set()
    for one in chart.series:
        stepped = steps and one.role in {"mean", "limit"}
        parts = list(_levels(chart, one)) if stepped else [one]
        former |= set(range(len(series), len(series) + len(parts) - 1))
        series += parts
    signs: dict[int, MarkKind] = {}
    for kind, name in _MARKED.items():
        places = {mark.place for mark in chart.marks if mark.kind == kind}
        if places and chart.series:
            signs[len(series)] = kind
            values = enumerate(chart.series[0].values)
            points = tuple(v if place in places else None for place, v in values)
            series.append(Series(name, points, chart.series[0].role))
    return Prepared(replace(chart, series=tuple(series), marks=()), signs, frozenset(former))


def bare(name: str) -> str:
    """The name of a series without the shape of its rating, to be compared."""
    shape, _, rest = name.strip().partition(" ")
    return folded(rest if shape in _SHAPES.values() else name)


def _shaped(one: Series) -> Series:
    return replace(one, name=f"{_SHAPES[one.role]} {one.name}") if one.role in _SHAPES else one


def _levels(chart: Chart, one: Series) -> Iterator[Series]:
    """A series for each level of a mean or a limit, so that no line slopes from one to the next."""
    starts = [0]
    last: float | None = None
    for place, value in enumerate(one.values):
        if value is not None and last is not None and value != last:
            starts.append(place)
        last = value if value is not None else last
    if not 1 < len(starts) <= _MOST_LEVELS:
        yield one
        return
    for start, end in zip(starts, (*starts[1:], len(one.values)), strict=True):
        kept = tuple(v if start <= place < end else None for place, v in enumerate(one.values))
        until = f" until {chart.categories[end - 1]}" if end < len(one.values) else ""
        yield Series(f"{one.name}{until}", kept, one.role)
