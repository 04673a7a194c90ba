"""Series and charts for tests, with only what a test is about."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from boardpack.analysis.control.chart import ControlChart, Point, control_chart
from boardpack.analysis.control.kinds import Direction
from boardpack.analysis.control.rules import DEFAULT, Near, Rules
from boardpack.read.dates import month_end

CALM = (9.0, 11.0) * 6
"""Twelve points about 10 with a moving range of 2: limits of 4.68 and 15.32, near ones 6.453 and 13.547."""
ON_CALM = Rules(baseline=12)
"""Limits from the first twelve points, so that what follows does not move them."""


def month(number: int) -> date:
    """The last day of a month, counted from January 2017."""
    return month_end(2017 + number // 12, number % 12 + 1)


def months(values: Iterable[float | None]) -> list[tuple[date, float | None]]:
    return [(month(number), value) for number, value in enumerate(values)]


def chart(
    *values: float | None,
    rules: Rules = DEFAULT,
    direction: str = "increase",
    target: float | None = None,
    rebased_at: Sequence[int] = (),
) -> ControlChart:
    """The chart of a value a month; `rebased_at` counts them from 0."""
    return control_chart(
        months(values), rules, Direction(direction), target, [month(at) for at in rebased_at]
    )


def after_calm(*values: float | None, direction: str = "increase", near: str = "mdc") -> str:
    """The signals of what follows twelve calm points, as `codes` has them."""
    rules = replace(ON_CALM, near=Near(near))
    return codes(chart(*CALM, *values, rules=rules, direction=direction).points[12:])


def codes(points: Iterable[Point]) -> str:
    """Two letters a point: o, t, 2 or s for its signal with its way, or two dots."""
    letters = {"outside": "o", "trend": "t", "two-in-three": "2", "shift": "s"}
    ways = {"up": "+", "down": "-"}
    return " ".join(
        letters[point.signal] + ways[point.way] if point.way else ".." for point in points
    )
