"""The signals of a group of points: what is more than chance, by which rule, and which way.

A rule is a function from the group to a flag a point. A missing value ends a run, and no run
begins in one group and ends in another, for a group is all that a rule is given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from boardpack.analysis.control.kinds import Signal, Way
from boardpack.analysis.control.limits import Band, Limits, Values
from boardpack.analysis.control.rules import Rules

_WINDOW, _NEAR_IN_WINDOW = 3, 2


@dataclass(frozen=True, slots=True)
class Mark:
    """What the rules say of one point. `side` is 1 above the mean, -1 below it, else 0."""

    side: int
    outside: bool = False
    near: bool = False
    signal: Signal = Signal.COMMON_CAUSE
    way: Way | None = None


def sides(values: Values, mean: float | None) -> list[int]:
    """The side of the mean that each value is on; 0 on it, and where there is no value."""
    return [_order(mean, value) for value in values]


def marks(values: Values, limits: Limits, rules: Rules) -> list[Mark]:
    """A mark a point: the first that holds of outside, trend, two in three and shift."""
    side, steps = sides(values, limits.mean), _steps(values)
    outside, near = _beyond(values, limits.band, rules)
    trend = in_trend(steps, rules.trend)
    close = in_two_of_three(side, near)
    shift = in_shift(side, rules.shift)
    made = []
    for at in range(len(values)):
        signal, sign = Signal.COMMON_CAUSE, 0
        if outside[at]:
            signal, sign = Signal.OUTSIDE, side[at]
        elif trend[at]:
            signal, sign = Signal.TREND, _sign_in_trend(at, steps, trend, rules)
        elif close[at]:
            signal, sign = Signal.TWO_IN_THREE, side[at]
        elif shift[at]:
            signal, sign = Signal.SHIFT, side[at]
        made.append(Mark(side[at], outside[at], near[at], signal, _WAYS[sign]))
    return made


_WAYS = {1: Way.UP, -1: Way.DOWN, 0: None}


def in_shift(side: Sequence[int], length: int) -> list[bool]:
    """The points of every run on one side of the mean that is long enough."""
    found = [False] * len(side)
    for first, end in _stretches(side, length):
        found[first:end] = [True] * (end - first)
    return found


def in_trend(steps: Sequence[int], length: int) -> list[bool]:
    """The points of every run that rises or falls long enough, the one that it starts from too."""
    found = [False] * len(steps)
    for first, end in _stretches(steps, length - 1):
        found[first - 1 : end] = [True] * (end - first + 1)
    return found


def in_two_of_three(side: Sequence[int], near: Sequence[bool]) -> list[bool]:
    """The near points of every three in a row on one side of which two or more are near."""
    found = [False] * len(side)
    for first in range(len(side) - _WINDOW + 1):
        window = range(first, first + _WINDOW)
        if abs(sum(side[at] for at in window)) < _WINDOW:
            continue
        if sum(near[at] for at in window) >= _NEAR_IN_WINDOW:
            for at in window:
                found[at] = found[at] or near[at]
    return found


def _order(before: float | None, after: float | None) -> int:
    if before is None or after is None:
        return 0
    return (after > before) - (after < before)


def _steps(values: Values) -> list[int]:
    """The sign of each difference from the point before; 0 for a tie, and next to a missing value."""
    return [_order(values[at - 1], values[at]) if at else 0 for at in range(len(values))]


def _beyond(values: Values, band: Band | None, rules: Rules) -> tuple[list[bool], list[bool]]:
    """Which points are outside the limits and which are near them; a point on a limit is neither."""
    if band is None:
        return [False] * len(values), [False] * len(values)
    outside = [v is not None and not band.lower <= v <= band.upper for v in values]
    near = [v is not None and not band.near_lower <= v <= band.near_upper for v in values]
    if rules.as_in_r:
        near = [close and not out for close, out in zip(near, outside, strict=True)]
    return outside, near


def _stretches(signs: Sequence[int], least: int) -> Iterator[tuple[int, int]]:
    """The first place, and the one after the last, of each run of one sign that is long enough."""
    first = 0
    for at in range(1, len(signs) + 1):
        if at == len(signs) or signs[at] != signs[first]:
            if signs[first] and at - first >= least:
                yield first, at
            first = at


def _sign_in_trend(at: int, steps: Sequence[int], trend: Sequence[bool], rules: Rules) -> int:
    """Which way a trend goes at a point: to the next point of a trend, else from the one before.

    Where two trends stand side by side with a tie between them, the first of them keeps its way;
    the R package calls its last point falling.
    """
    if at + 1 < len(steps) and trend[at + 1]:
        if steps[at + 1]:
            return steps[at + 1]
        if rules.as_in_r:
            return -1
    return steps[at]
