"""Each measure as it stands: its newest value, how it moved, whether that is more than chance."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardpack.analysis.control.chart import ControlChart, control_chart
from boardpack.analysis.control.kinds import direction_of
from boardpack.analysis.control.rules import DEFAULT
from boardpack.model.metrics import Good, Metric, Metrics, Observation, PeriodKind

SPARK_PERIODS = 24
_FRESH_FOR: dict[PeriodKind, int] = {
    "day": 92,
    "month": 92,
    "quarter": 184,
    "term": 184,
    "year": 550,
}
"""Days after which a value of a period of each kind is old: its successor should be there."""
_SUPPRESSED = "c"
"""The marker of a value that may not be shown."""
DEFAULT_TOLERANCE = 0.05
"""The share of the target within which a measure is close to it, where its owner gives none."""


class Standing(StrEnum):
    """A measure against its target."""

    MET = "met"
    CLOSE = "close"
    MISSED = "missed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The newest value of an area that the council compares itself with."""

    area: str
    value: float
    observation: Observation


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of the scorecard. `expected` is the target, or the trajectory's value by now."""

    metric: Metric
    latest: Observation | None
    before: Observation | None
    year_ago: Observation | None
    expected: float | None
    standing: Standing
    comparison: Comparison | None
    series: tuple[Observation, ...]
    since_board: Observation | None = None
    """What was the newest value at the last board; the newest of all where there is no newer."""
    is_stale: bool = False
    hidden: Observation | None = None
    """The newest value, where it is suppressed."""
    control: ControlChart | None = None
    """The control chart of its values of one kind of period; nothing where they are too few."""

    @property
    def value(self) -> float | None:
        """The newest value."""
        return self.latest.value if self.latest else None

    @property
    def change(self) -> float | None:
        """The newest value less the one before."""
        return _difference(self.latest, self.before)

    @property
    def change_since_board(self) -> float | None:
        """The newest value less that of the last board."""
        return _difference(self.latest, self.since_board)

    @property
    def change_in_a_year(self) -> float | None:
        """The newest value less that of a year before."""
        return _difference(self.latest, self.year_ago)

    @property
    def is_on_the_way(self) -> bool:
        """Whether its target has a date that lies after the newest value."""
        until = self.metric.target_date
        return self.latest is not None and until is not None and self.latest.period.end < until

    @property
    def gap(self) -> float:
        """How far the value is on the wrong side of what is expected, as a share of it; 0 where met."""
        if self.value is None or not self.expected or self.metric.good is None:
            return 0.0
        distance = (self.value - self.expected) / abs(self.expected)
        return max(0.0, distance if self.metric.good is Good.LOW else -distance)


def _difference(now: Observation | None, then: Observation | None) -> float | None:
    if now is None or then is None or now.value is None or then.value is None:
        return None
    return now.value - then.value


@dataclass(frozen=True, slots=True)
class Then:
    """The day of the board, and what measures were known at the one before it."""

    board: date | None = None
    known: Metrics = field(default_factory=Metrics)


def scorecard(
    metrics: Metrics, whole: str, comparators: Sequence[str], then: Then | None = None
) -> tuple[Line, ...]:
    """A line a measure, in the order of the definitions."""
    then = then or Then()
    return tuple(
        _line(metric, metrics, (whole, *comparators), then) for metric in metrics.definitions
    )


def _line(metric: Metric, metrics: Metrics, areas: Sequence[str], then: Then) -> Line:
    whole, *comparators = areas
    series = _of_one_kind(metrics.series(metric.id, whole))
    given = [seen for seen in series if seen.value is not None]
    latest = given[-1] if given else None
    newest = series[-1] if series else None
    hidden = newest if newest and newest.value is None and _is_told(newest) else None
    expected = expected_at(metric, given, latest.period.end) if latest else None
    return Line(
        metric=metric,
        latest=latest,
        before=_before(latest, series),
        year_ago=_a_year_before(given),
        expected=expected,
        standing=Standing.NONE
        if hidden
        else standing(metric, latest.value if latest else None, expected),
        hidden=hidden,
        comparison=_comparison(metric, metrics, comparators),
        series=series,
        since_board=_at_board(latest, then.known.series(metric.id, whole)),
        is_stale=_is_stale(latest, then.board),
        control=_control(metric, given),
    )


def _of_one_kind(series: Sequence[Observation]) -> tuple[Observation, ...]:
    """The observations of the kind of period that the newest is of; of two that end alike the shorter."""
    given = [seen for seen in series if seen.value is not None] or list(series)
    if not given:
        return ()
    kinds = list(_FRESH_FOR)
    newest = min(
        given, key=lambda seen: (-seen.period.end.toordinal(), kinds.index(seen.period.kind))
    )
    return tuple(seen for seen in series if seen.period.kind == newest.period.kind)


def _at_board(latest: Observation | None, known: Sequence[Observation]) -> Observation | None:
    """The newest value that was known at the last board; the newest of all where there is no newer.

    Where that value is suppressed there is nothing to compare with: an older one tells of another time.
    """
    if latest is None:
        return None
    told = [s for s in known if _is_told(s) and s.period.kind == latest.period.kind]
    if not told or told[-1].value is None:
        return None
    is_same = (told[-1].period.end, told[-1].value) == (latest.period.end, latest.value)
    return latest if is_same else told[-1]


def _before(latest: Observation | None, series: Sequence[Observation]) -> Observation | None:
    """The value before the newest; nothing where that one is suppressed."""
    told = [seen for seen in series if _is_told(seen)]
    if latest is None or told.index(latest) == 0:
        return None
    before = told[told.index(latest) - 1]
    return before if before.value is not None else None


def _is_told(seen: Observation) -> bool:
    """Whether there is a value, be it one that is suppressed."""
    return seen.value is not None or seen.marker == _SUPPRESSED


def _is_stale(latest: Observation | None, board: date | None) -> bool:
    if latest is None or board is None:
        return False
    return (board - latest.period.end).days > _FRESH_FOR[latest.period.kind]


def _control(metric: Metric, given: Sequence[Observation]) -> ControlChart | None:
    """The chart with limits since the last day on which a person has begun it anew."""
    if len(given) < DEFAULT.min_points:
        return None
    points = {seen.period.end: seen.value for seen in given}
    rebases = [_first_from(list(points), rebase.day) for rebase in metric.rebases]
    chart = control_chart(
        list(points.items()),
        DEFAULT,
        direction_of(metric.good),
        metric.target,
        [day for day in rebases if day],
    )
    return chart if chart.variation else None


def _first_from(ends: Sequence[date], day: date) -> date | None:
    """The first period that ends on a day or after it: a new system counts from there."""
    return next((end for end in sorted(ends) if end >= day), None)


def _a_year_before(given: Sequence[Observation]) -> Observation | None:
    if not given:
        return None
    end = given[-1].period.end
    return next(
        (s for s in given if (s.period.end.year + 1, s.period.end.month) == (end.year, end.month)),
        None,
    )


def _comparison(metric: Metric, metrics: Metrics, comparators: Sequence[str]) -> Comparison | None:
    """The first of the comparators that has a value, with its newest."""
    for area in comparators:
        given = [seen for seen in metrics.series(metric.id, area) if seen.value is not None]
        if given and given[-1].value is not None:
            return Comparison(area, given[-1].value, given[-1])
    return None


def expected_at(metric: Metric, given: Sequence[Observation], when: date) -> float | None:
    """What the value should be on a day: the target, or on the way to a target with a later date.

    The way is the straight line from the first value to the target on its date.
    """
    target, until = metric.target, metric.target_date
    if target is None or until is None or when >= until or not given or given[0].value is None:
        return target
    start = given[0].period.end
    if start >= when:
        return target
    done = (when - start).days / (until - start).days
    return given[0].value + (target - given[0].value) * done


def standing(metric: Metric, value: float | None, expected: float | None) -> Standing:
    """Met: on or past what is expected. Close: within the tolerance. Missed: the rest.

    Without a target or a direction there is no standing, and never a good one by default.
    """
    if value is None or expected is None or metric.good is None:
        return Standing.NONE
    short = value - expected if metric.good is Good.LOW else expected - value
    if short <= 0:
        return Standing.MET
    tolerance = metric.tolerance
    if tolerance is None:
        tolerance = DEFAULT_TOLERANCE * abs(expected)
    return Standing.CLOSE if short <= tolerance else Standing.MISSED
