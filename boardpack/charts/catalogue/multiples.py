"""A measure over time in each area, a panel an area."""

from collections.abc import Mapping
from datetime import date

from boardpack import words
from boardpack.analysis.overview import Overview
from boardpack.analysis.scorecard import Line
from boardpack.charts.catalogue.measures import (
    LONGEST_TREND,
    areas_headline,
    line_of,
    said_of,
    source_of,
)
from boardpack.charts.spec import Chart, ChartKind, Series
from boardpack.model.metrics import Good, Unit

_Values = Mapping[date, float | None]


def small_multiples(overview: Overview, argument: str) -> Chart | None:
    """A measure over time in each locality and district, and in the whole where it is no sum of them."""
    line = line_of(overview, argument)
    if line is None or line.latest is None:
        return None
    shown = line.series[-LONGEST_TREND:]
    names = {seen.period.end: words.period(seen.period) for seen in shown}
    settings = overview.settings.areas
    found = {area: _over_time(overview, line, area) for area in _parts(overview)}
    found = {area: values for area, values in found.items() if _has_any(values, names)}
    if not found:
        return None
    parts, now = tuple(found), [values.get(line.latest.period.end) for values in found.values()]
    if line.metric.unit not in {Unit.COUNT, Unit.FTE}:
        found[settings.whole] = _over_time(overview, line, settings.whole)
    series = [
        Series(area, tuple(values.get(end) for end in names), "main")
        for area, values in found.items()
    ]
    if line.metric.target is not None:
        series.append(Series("Target", (line.metric.target,) * len(names), "target"))
    kind = "areas" if {*settings.localities} & {*parts} != {*parts} else "localities"
    return Chart(
        name=f"small-multiples {argument}",
        kind=ChartKind.SMALL_MULTIPLES,
        headline=areas_headline(parts, now, line, kind)
        if any(value is not None for value in now)
        else f"{line.metric.title}: no newest value of the {kind} can be shown",
        subtitle=_subtitle(line, kind),
        unit=line.metric.unit,
        categories=tuple(names.values()),
        series=tuple(series),
        source=source_of(line),
        alt=f"{line.metric.title}. {_alt(line, found, names)}",
    )


def _parts(overview: Overview) -> tuple[str, ...]:
    areas = overview.settings.areas
    return tuple(dict.fromkeys((*areas.localities, *areas.districts)))


def _over_time(overview: Overview, line: Line, area: str) -> _Values:
    assert line.latest is not None
    return {
        seen.period.end: seen.value
        for seen in overview.meeting.metrics.series(line.metric.id, area)
        if seen.period.kind == line.latest.period.kind
    }


def _has_any(values: _Values, names: Mapping[date, str]) -> bool:
    return any(values.get(end) is not None for end in names)


def _subtitle(line: Line, kind: str) -> str:
    parts = [f"{line.metric.title}, by {'locality' if kind == 'localities' else 'area'}"]
    if line.metric.target is not None:
        parts.append(f"target {said_of(line.metric.target, line)}")
    if line.metric.good is not None:
        parts.append("higher is better" if line.metric.good is Good.HIGH else "lower is better")
    return "; ".join(parts)


def _alt(line: Line, found: Mapping[str, _Values], names: Mapping[date, str]) -> str:
    told = []
    for area, values in found.items():
        known = [end for end in names if values.get(end) is not None]
        if known:
            ends = dict.fromkeys((known[0], known[-1]))
            told.append(
                f"{area}: "
                + ", ".join(f"{said_of(values[end], line)} in {names[end]}" for end in ends)
                + "."
            )
    if line.metric.target is not None:
        told.append(f"The target is {said_of(line.metric.target, line)}.")
    return " ".join(told)
