"""Charts of the measures: a trend, the localities side by side, groups side by side."""

from collections.abc import Sequence

from boardpack import words
from boardpack.analysis.control.kinds import PointType
from boardpack.analysis.control.rule_words import rules_in_words
from boardpack.analysis.control.verdict import verdict
from boardpack.analysis.overview import Overview
from boardpack.analysis.scorecard import Line
from boardpack.charts.spec import Chart, ChartKind, Mark, MarkKind, Series
from boardpack.model.metrics import Good, Observation, Unit
from boardpack.style import Role

LONGEST_TREND = 36
"""Periods on a trend chart: three years of months."""
_GROUP_ROLES: tuple[Role, ...] = ("first", "comparator")


def line_of(overview: Overview, metric: str) -> Line | None:
    """The scorecard's line of a measure that has a value."""
    return next(
        (x for x in overview.scorecard if x.metric.id == metric and x.value is not None), None
    )


def source_of(line: Line) -> str:
    """Where the newest value of a line is from."""
    assert line.latest is not None
    origin = f"{line.metric.origin}; " if line.metric.origin else ""
    return f"Source: {origin}{line.latest.source.file}"


def said_of(value: float | None, line: Line) -> str:
    """A value in the unit of a line."""
    return words.quantity(value, line.metric.unit)


def trend(overview: Overview, argument: str) -> Chart | None:
    """A measure over time, with its target and the area that it is compared with."""
    line = line_of(overview, argument)
    if line is None or line.latest is None:
        return None
    shown = line.series[-LONGEST_TREND:]
    compared = _comparators(overview, line, shown)
    others = [seen for found in compared.values() for seen in found]
    ends = sorted({seen.period.end for seen in (*shown, *others)})
    names = {seen.period.end: words.period(seen.period) for seen in (*others, *shown)}
    series = [_series(overview.settings.areas.whole, shown, ends, "main")]
    if line.metric.target is not None:
        series.append(Series("Target", (line.metric.target,) * len(ends), "target"))
    series += [_series(area, found, ends, "comparator") for area, found in compared.items()]
    return Chart(
        name=f"trend {argument}",
        kind=ChartKind.LINES,
        headline=trend_headline(line),
        subtitle=_trend_subtitle(overview, line),
        unit=line.metric.unit,
        categories=tuple(names[end] for end in ends),
        series=tuple(series),
        source=source_of(line),
        alt=_trend_alt(line, shown),
    )


def control(overview: Overview, argument: str) -> Chart | None:
    """A measure over time with its mean and limits, and the points that are more than chance marked."""
    line = line_of(overview, argument)
    if line is None or line.latest is None or line.control is None:
        return None
    points = line.control.points[-LONGEST_TREND:]
    names = {seen.period.end: words.period(seen.period) for seen in line.series}
    kinds: dict[PointType, MarkKind] = {
        PointType.IMPROVEMENT: "improvement",
        PointType.CONCERN: "concern",
        PointType.NEUTRAL_HIGH: "neutral",
        PointType.NEUTRAL_LOW: "neutral",
    }
    series = [
        Series(overview.settings.areas.whole, tuple(p.value for p in points), "main"),
        Series("Average", tuple(p.mean for p in points), "mean"),
        Series("Upper limit", tuple(p.upper for p in points), "limit"),
        Series("Lower limit", tuple(p.lower for p in points), "limit"),
    ]
    if line.metric.target is not None:
        series.append(Series("Target", (line.metric.target,) * len(points), "target"))
    said = verdict(line.control, line.metric.unit)
    marked = tuple(Mark(i, kinds[p.type]) for i, p in enumerate(points) if p.type in kinds)
    return Chart(
        name=f"control {argument}",
        kind=ChartKind.LINES,
        headline=f"{line.metric.title}: {_lower_first(said)}",
        subtitle=_trend_subtitle(overview, line) + _compared_words(overview, line),
        unit=line.metric.unit,
        categories=tuple(names[point.date] for point in points),
        series=tuple(series),
        source=f"{_marks_in_words(marked)}{_rebase_words(line)}{rules_in_words(line.control.rules)} {source_of(line)}",
        alt=f"{_trend_alt(line, line.series)} {said}",
        marks=marked,
    )


def _compared_words(overview: Overview, line: Line) -> str:
    """The newest value of each area that the council compares itself with, for there is no room for lines."""
    told = []
    for area in overview.settings.areas.comparators:
        given = [
            s for s in overview.meeting.metrics.series(line.metric.id, area) if s.value is not None
        ]
        if given:
            told.append(
                f"{area} {said_of(given[-1].value, line)} in {words.period(given[-1].period)}"
            )
    return "".join(f"; {one}" for one in told)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


_MARK_WORDS: dict[MarkKind, str] = {
    "improvement": "dots mark improvement",
    "concern": "diamonds mark concern",
    "neutral": "squares mark change that is neither",
}


def _marks_in_words(marks: Sequence[Mark]) -> str:
    """What the shapes on the line mean, where there are any."""
    told = [said for kind, said in _MARK_WORDS.items() if any(m.kind == kind for m in marks)]
    return f"{words.sentence(words.join(told))}. " if told else ""


def _rebase_words(line: Line) -> str:
    """When a person began the chart anew, and why."""
    told = [
        f"Limits begin anew from {words.long_date(rebase.day)}: {rebase.reason}. "
        for rebase in line.metric.rebases
        if rebase.reason and line.control and len(line.control.groups) > 1
    ]
    return "".join(told)


def _series(name: str, seen: Sequence[Observation], ends: Sequence[object], role: Role) -> Series:
    values = {observation.period.end: observation.value for observation in seen}
    return Series(name, tuple(values.get(end) for end in ends), role)  # type: ignore[call-overload]  # ends are dates


def _comparators(
    overview: Overview, line: Line, shown: Sequence[Observation]
) -> dict[str, list[Observation]]:
    """The values of each area that the council compares itself with, as far as they fall inside the chart."""
    first, last = shown[0].period.end, shown[-1].period.end
    found = {
        area: [
            seen
            for seen in overview.meeting.metrics.series(line.metric.id, area)
            if seen.value is not None and first <= seen.period.end <= last
        ]
        for area in overview.settings.areas.comparators
    }
    return {area: seen for area, seen in found.items() if seen}


def trend_headline(line: Line) -> str:
    """What the measure did, and where that leaves it against its target."""
    return f"{line.metric.title}: {_move(line)}{_against_target(line)}"


def _move(line: Line) -> str:
    assert line.latest is not None
    then = line.year_ago or line.before
    now = said_of(line.value, line)
    if then is None or then.value is None or line.value is None:
        return f"{now} in {words.period(line.latest.period)}"
    since = "in a year" if line.year_ago else f"since {words.period(then.period)}"
    if said_of(then.value, line) == now:
        return f"{now}, no change {since}"
    verb = "up" if line.value > then.value else "down"
    return f"{verb} from {said_of(then.value, line)} to {now} {since}"


def _against_target(line: Line) -> str:
    target = line.metric.target
    if target is None or line.value is None:
        return ""
    gap = line.value - target
    if said_of(line.value, line) == said_of(target, line):
        return ", on target"
    size = words.change(abs(gap), line.metric.unit).lstrip("+")
    points = " points" if line.metric.unit is Unit.PERCENT else ""
    return f", {size}{points} {'above' if gap > 0 else 'below'} target"


def _trend_subtitle(overview: Overview, line: Line) -> str:
    parts = [overview.settings.areas.whole]
    if line.metric.target is not None:
        until = f" by {words.long_date(line.metric.target_date)}" if line.metric.target_date else ""
        parts.append(f"target {said_of(line.metric.target, line)}{until}")
    if line.metric.good is not None:
        parts.append("higher is better" if line.metric.good is Good.HIGH else "lower is better")
    return "; ".join(parts)


def _trend_alt(line: Line, shown: Sequence[Observation]) -> str:
    given = [seen for seen in shown if seen.value is not None]
    first, last = given[0], given[-1]
    text = (
        f"{line.metric.title}: {said_of(first.value, line)} in {words.period(first.period)}, "
        f"{said_of(last.value, line)} in {words.period(last.period)}."
    )
    if line.metric.target is not None:
        text += f" The target is {said_of(line.metric.target, line)}."
    if line.comparison is not None:
        period = words.period(line.comparison.observation.period)
        text += f" {line.comparison.area}: {said_of(line.comparison.value, line)} in {period}."
    return text


def localities(overview: Overview, argument: str) -> Chart | None:
    """A measure in each locality and in the whole, at the newest period and a year before."""
    return _areas(overview, argument, overview.settings.areas.localities, "locality")


def districts(overview: Overview, argument: str) -> Chart | None:
    """A measure in each district and in the whole, at the newest period and a year before."""
    return _areas(overview, argument, overview.settings.areas.districts, "district")


def _areas(overview: Overview, argument: str, parts: Sequence[str], kind: str) -> Chart | None:
    """Parts side by side with the whole as it was given: percentages of parts are never averaged."""
    line = line_of(overview, argument)
    if line is None or line.latest is None:
        return None
    is_share = line.metric.unit not in {Unit.COUNT, Unit.FTE}
    areas = (*parts, overview.settings.areas.whole) if is_share else tuple(parts)
    now = [_at(overview, argument, area, line.latest) for area in areas]
    known = now[: len(parts)]
    if not any(value is not None for value in known):
        return None
    series = [Series(words.period(line.latest.period), tuple(now), "first")]
    if line.year_ago is not None:
        then = tuple(_at(overview, argument, area, line.year_ago) for area in areas)
        series.insert(0, Series(words.period(line.year_ago.period), then, "third"))
    return Chart(
        name=f"{_PLURALS[kind]} {argument}",
        kind=ChartKind.BARS,
        headline=areas_headline(parts, known, line, _PLURALS[kind]),
        subtitle=f"{line.metric.title}, by {kind}",
        unit=line.metric.unit,
        categories=areas,
        series=tuple(series),
        source=source_of(line),
        alt=f"{line.metric.title}, {words.period(line.latest.period)}: "
        + words.join(
            f"{area} {said_of(value, line)}" for area, value in zip(areas, now, strict=True)
        )
        + ".",
    )


def _at(overview: Overview, metric: str, area: str, when: Observation) -> float | None:
    series = overview.meeting.metrics.series(metric, area)
    wanted = when.period.end, when.period.kind
    return next((s.value for s in series if (s.period.end, s.period.kind) == wanted), None)


_PLURALS = {"locality": "localities", "district": "districts"}


def areas_headline(areas: Sequence[str], now: Sequence[float | None], line: Line, kind: str) -> str:
    """Which areas are highest and lowest."""
    given = {area: value for area, value in zip(areas, now, strict=True) if value is not None}
    low, high = (said_of(end(given.values()), line) for end in (min, max))
    lowest, highest = (
        [area for area, value in given.items() if said_of(value, line) == end]
        for end in (low, high)
    )
    if len(given) == 1:
        return f"{highest[0]}: {high}; no other value can be shown"
    if low == high:
        return f"The {kind} are alike, at {low}"
    verb = "is" if len(highest) == 1 else "are"
    return f"{words.join(highest)} {verb} highest at {high}, {words.join(lowest)} lowest at {low}"


def group(overview: Overview, argument: str) -> Chart | None:
    """The newest values of several measures side by side, with their comparators."""
    settings = overview.settings.charts.groups.get(argument)
    if settings is None:
        return None
    named = settings.labels or (None,) * len(settings.measures)
    shown = [
        (line, label or line.metric.title)
        for metric, label in zip(settings.measures, named, strict=True)
        if (line := line_of(overview, metric))
    ]
    if not shown:
        return None
    lines, labels = [line for line, _ in shown], tuple(label for _, label in shown)
    compared = [line.comparison.value if line.comparison else None for line in lines]
    names = {line.comparison.area for line in lines if line.comparison}
    series = [Series(overview.settings.areas.whole, tuple(line.value for line in lines), "first")]
    if len(names) == 1:
        series.append(Series(names.pop(), tuple(compared), "comparator"))
    least = min(shown, key=lambda pair: pair[0].value or 0.0)
    low = said_of(least[0].value, least[0])
    lowest = [label for line, label in shown if said_of(line.value, line) == low]
    return Chart(
        name=f"group {argument}",
        kind=ChartKind.BARS,
        headline=f"Lowest: {words.join(lowest)}, {low}",
        subtitle=settings.title,
        unit=lines[0].metric.unit,
        categories=labels,
        series=tuple(series),
        source=source_of(lines[0]),
        alt=words.join(f"{label} {said_of(line.value, line)}" for line, label in shown) + ".",
    )
