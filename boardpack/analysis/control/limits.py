"""The mean of a group of points and the limits about it, by the moving range."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

from boardpack.analysis.control.rules import Rules

_TO_LIMITS = 2.66
"""Average moving ranges from the mean to a limit: three standard deviations, 3 / 1.128."""
_TO_NEAR_LIMITS = 2 * (_TO_LIMITS / 3)
_SCREENED_FROM = 3.267
"""A moving range of so many times their average is screened: the upper limit of a range chart."""

Values = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Band:
    """The process limits and, at two thirds of the way to them, the near limits."""

    lower: float
    upper: float
    near_lower: float
    near_upper: float


@dataclass(frozen=True, slots=True)
class Limits:
    """The mean of a group, where it has a value; its band, where there are enough of them."""

    mean: float | None
    band: Band | None


def limits_of(values: Values, rules: Rules) -> Limits:
    """The mean and limits of a group, from its first points where the rules fix a baseline.

    Limits are never cut at 0 or 100: a limit of 104% says that any share may come.
    """
    base = values[: rules.baseline]
    mean = exact_mean([value for value in base if value is not None])
    if mean is None or is_short(values, rules):
        return Limits(mean, None)
    spread = _average_range(base, screen=rules.screen)
    if spread is None:
        return Limits(mean, None)
    wide, near = _TO_LIMITS * spread, _TO_NEAR_LIMITS * spread
    band = Band(mean - wide, mean + wide, mean - near, mean + near)
    return Limits(mean, band if isfinite(band.upper - band.lower) else None)


def is_short(values: Values, rules: Rules) -> bool:
    """Whether a group has too few values for limits; the R package counts points without one too."""
    given = len(values) if rules.as_in_r else sum(value is not None for value in values)
    return given < rules.min_points


def exact_mean(values: Sequence[float]) -> float | None:
    """The mean, summed without error and rounded once.

    A sum of floats can miss the mean of equal values in the last digit, and then every one of them
    is on one side of it, or outside limits that have no width.
    """
    return statistics.mean(values) if values else None


def _average_range(values: Values, *, screen: bool) -> float | None:
    """The average of the moving ranges; screened, of those that are left without the largest."""
    ranges = [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]
    average = exact_mean(ranges)
    if average is None or not screen:
        return average
    return exact_mean([one for one in ranges if one < _SCREENED_FROM * average])
