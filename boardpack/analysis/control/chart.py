"""A control chart as data: its points, the groups that they fall into, and its two icons."""

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import isfinite

from boardpack.analysis.control.icons import assurance_of, variation_of
from boardpack.analysis.control.kinds import (
    Assurance,
    Direction,
    PointType,
    Signal,
    Way,
    type_of,
)
from boardpack.analysis.control.limits import Limits, Values, is_short, limits_of
from boardpack.analysis.control.rules import DEFAULT, Rules
from boardpack.analysis.control.signals import Mark, marks, sides
from boardpack.errors import RepeatedDate


@dataclass(frozen=True, slots=True)
class Point:
    """One value with its limits and what the rules say of it; `group` counts rebases."""

    date: date
    value: float | None
    group: int
    mean: float | None
    lower: float | None
    upper: float | None
    outside: bool
    near: bool
    side: int
    signal: Signal
    way: Way | None
    type: PointType


@dataclass(frozen=True, slots=True)
class Group:
    """The points from one rebase to the next, with their limits.

    `is_short` says that they are too few for limits: then its points carry no signals.
    """

    number: int
    points: tuple[Point, ...]
    limits: Limits
    is_short: bool

    @property
    def values(self) -> tuple[float, ...]:
        """The values that are given."""
        return tuple(point.value for point in self.points if point.value is not None)


@dataclass(frozen=True, slots=True)
class ControlChart:
    """A series with its groups, oldest first, and what its latest point and group say.

    `variation` is None where the latest group is too short to tell, `assurance` also where there
    is no target or neither way is better.
    """

    rules: Rules
    direction: Direction
    target: float | None
    groups: tuple[Group, ...]
    variation: PointType | None
    assurance: Assurance | None

    @property
    def points(self) -> tuple[Point, ...]:
        """Every point, oldest first."""
        return tuple(point for group in self.groups for point in group.points)

    @property
    def latest_group(self) -> Group | None:
        """The points since the last rebase; nothing where there is no point at all."""
        return self.groups[-1] if self.groups else None

    @property
    def latest(self) -> Point | None:
        """The newest point, whether or not it has a value."""
        return self.groups[-1].points[-1] if self.groups else None

    @property
    def limits(self) -> Limits:
        """The mean and the limits of the latest group."""
        return self.groups[-1].limits if self.groups else Limits(None, None)

    @property
    def run_median(self) -> float | None:
        """The median of the latest group: the line of a run chart, where limits cannot be drawn."""
        return run_median(self.groups[-1].values) if self.groups else None


def run_median(values: Sequence[float]) -> float | None:
    """The middle value, or halfway between the two in the middle."""
    return statistics.median(values) if values else None


def control_chart(
    points: Sequence[tuple[date, float | None]],
    rules: Rules = DEFAULT,
    direction: Direction = Direction.INCREASE,
    target: float | None = None,
    rebases: Iterable[date] = (),
) -> ControlChart:
    """The chart of a series, in any order of its points. Raises RepeatedDate.

    A group starts at each point whose date is in `rebases`; a date without a point starts none.
    """
    series = sorted(points, key=lambda point: point[0])
    _refuse_repeats(series)
    groups = tuple(_groups(series, rules, direction, frozenset(rebases)))
    if not groups:
        return ControlChart(rules, direction, target, (), None, None)
    newest = groups[-1]
    values = [point.value for point in newest.points]
    variation = variation_of(newest.points[-1].type, values, rules)
    assurance = assurance_of(values, newest.limits, rules, direction, target)
    return ControlChart(rules, direction, target, groups, variation, assurance)


def _refuse_repeats(series: Sequence[tuple[date, float | None]]) -> None:
    for (before, _), (after, _) in pairwise(series):
        if before == after:
            raise RepeatedDate(before)


def _groups(
    series: Sequence[tuple[date, float | None]],
    rules: Rules,
    direction: Direction,
    rebases: frozenset[date],
) -> Iterator[Group]:
    if not series:
        return
    dates = [day for day, _ in series]
    starts = [at for at, day in enumerate(dates) if at == 0 or day in rebases]
    # The R package numbers its groups by the rebases so far, be one on the very first point.
    number = int(rules.as_in_r and dates[0] in rebases)
    for first, end in zip(starts, [*starts[1:], len(dates)], strict=True):
        yield _group(number, series[first:end], rules, direction)
        number += 1


def _group(
    number: int,
    series: Sequence[tuple[date, float | None]],
    rules: Rules,
    direction: Direction,
) -> Group:
    values = [value if value is not None and isfinite(value) else None for _, value in series]
    limits = limits_of(values, rules)
    short = is_short(values, rules)
    made = _bare(values, limits) if short else marks(values, limits, rules)
    band = limits.band
    points = tuple(
        Point(
            date=day,
            value=value,
            group=number,
            mean=limits.mean,
            lower=band.lower if band else None,
            upper=band.upper if band else None,
            outside=mark.outside,
            near=mark.near,
            side=mark.side,
            signal=mark.signal,
            way=mark.way,
            type=type_of(mark.way, direction),
        )
        for (day, _), value, mark in zip(series, values, made, strict=True)
    )
    return Group(number, points, limits, short)


def _bare(values: Values, limits: Limits) -> list[Mark]:
    """Marks without signals: a run among a handful of points is what chance brings."""
    return [Mark(side) for side in sides(values, limits.mean)]
