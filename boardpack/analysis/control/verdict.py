"""One sentence on a control chart that a board can quote, and one on its target."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise, takewhile

from boardpack.analysis.control.chart import ControlChart, Group
from boardpack.analysis.control.kinds import Assurance, PointType, Signal, Way
from boardpack.model.metrics import Unit
from boardpack.words import bare_number, in_words, long_date, plural_words, quantity, sentence

_WINDOW = 3
_SPACINGS = ((1, 1, "day"), (7, 7, "week"), (28, 31, "month"), (90, 92, "quarter"), (365, 366, "year"))  # fmt: skip
"""The fewest and the most days between two points of a series, and what it then is made of."""
_MEANING = {
    PointType.IMPROVEMENT: "a real improvement, not chance",
    PointType.CONCERN: "a real worsening, not chance",
    PointType.NEUTRAL_HIGH: "a real change, not chance",
    PointType.NEUTRAL_LOW: "a real change, not chance",
}
_OUTLOOK = {
    Assurance.PASS: "will be met",
    Assurance.FAIL: "will be missed",
    Assurance.HIT_OR_MISS: "may be met or missed by chance",
}


def verdict(chart: ControlChart, unit: Unit | None = None) -> str:
    """What the latest point says and, where there is a target, whether it will be met."""
    told = _of_variation(chart, unit)
    if chart.assurance is None or chart.target is None:
        return told
    target = _amount(chart.target, unit)
    return f"{told} At this rate the target of {target} {_OUTLOOK[chart.assurance]}."


def spacing(dates: Sequence[date]) -> str:
    """What a series has a point for, `month` for one; `value` where its dates are uneven."""
    gaps = {(after - before).days for before, after in pairwise(dates)}
    for fewest, most, name in _SPACINGS:
        if gaps and all(fewest <= gap <= most for gap in gaps):
            return name
    return "value"


def _of_variation(chart: ControlChart, unit: Unit | None) -> str:
    group, latest = chart.latest_group, chart.latest
    if group is None or latest is None or not group.values:
        return f"There is no value{_since(chart)}, so nothing can be said."
    if chart.variation is None:
        return _of_few(chart, group, unit)
    if latest.value is None:
        return (
            f"The latest point, of {long_date(latest.date)}, has no value: nothing is said of it."
        )
    if latest.signal is not Signal.COMMON_CAUSE:
        return f"{_TELLING[latest.signal](group, unit)}: {_MEANING[latest.type]}."
    if len(set(group.values)) == 1:
        return f"No change: every value{_since(chart)} is {_amount(latest.value, unit)}."
    return "No real change: the ups and downs are what chance would bring."


def _of_few(chart: ControlChart, group: Group, unit: Unit | None) -> str:
    """Why there is no verdict, and the median instead."""
    count = sentence(plural_words(len(group.values), "value"))
    verb = "is" if len(group.values) == 1 else "are"
    needed = in_words(chart.rules.min_points)
    return (
        f"{count}{_since(chart)} {verb} too few to tell change from chance, which takes {needed}. "
        f"The median is {_mean(chart.run_median, unit)}."
    )


def _since(chart: ControlChart) -> str:
    """From when on, where the series was rebased."""
    if len(chart.groups) <= 1:
        return ""
    return f" since {long_date(chart.groups[-1].points[0].date)}"


def _outside(group: Group, unit: Unit | None) -> str:
    latest = group.points[-1]
    each = spacing([point.date for point in group.points])
    limit = latest.upper if latest.way is Way.UP else latest.lower
    over, which = ("above", "upper") if latest.way is Way.UP else ("below", "lower")
    value, bound = _amount(latest.value, unit), _mean(limit, unit)
    just = "just " if value == bound else ""  # as far as their decimals tell
    return f"The latest {each}, {value}, is {just}{over} the {which} limit of {bound}"


def _trend(group: Group, unit: Unit | None) -> str:
    del unit  # no number is told
    values = [point.value for point in group.points]
    up = group.points[-1].way is Way.UP
    steps = [
        a is not None and b is not None and a != b and (b > a) == up for a, b in pairwise(values)
    ]
    count = len(list(takewhile(bool, reversed(steps))))
    each = spacing([point.date for point in group.points[-count - 1 :]])
    return (
        f"Each of the last {plural_words(count, each)} is "
        f"{'higher' if up else 'lower'} than the one before"
    )


def _two_in_three(group: Group, unit: Unit | None) -> str:
    last = group.points[-_WINDOW:]
    each = spacing([point.date for point in last])
    up = last[-1].way is Way.UP
    limit = last[-1].upper if up else last[-1].lower
    near = sum(point.near for point in last)
    count = "All" if near == _WINDOW else sentence(in_words(near))
    return (
        f"{count} of the last {plural_words(_WINDOW, each)} are close to "
        f"the {'upper' if up else 'lower'} limit of {_mean(limit, unit)}"
    )


def _shift(group: Group, unit: Unit | None) -> str:
    side = group.points[-1].side
    run = list(takewhile(lambda point: point.side == side, reversed(group.points)))
    each = spacing([point.date for point in reversed(run)])
    over = "above" if side > 0 else "below"
    mean = _mean(group.limits.mean, unit)
    return f"The last {plural_words(len(run), each)} are all {over} the average of {mean}"


_TELLING: dict[Signal, Callable[[Group, Unit | None], str]] = {
    Signal.OUTSIDE: _outside,
    Signal.TREND: _trend,
    Signal.TWO_IN_THREE: _two_in_three,
    Signal.SHIFT: _shift,
}


def _amount(value: float | None, unit: Unit | None) -> str:
    return bare_number(value) if unit is None else quantity(value, unit)


def _mean(value: float | None, unit: Unit | None) -> str:
    """A mean, a median or a limit: with a decimal even where the unit counts whole things."""
    return bare_number(value) if unit is None else quantity(value, unit, places=1)
