"""Which values and which periods stand on the axes of a line chart."""

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.ticker import MaxNLocator

from boardpack.charts.drawing.labels import SIZE
from boardpack.charts.drawing.lettering import width_of
from boardpack.model.metrics import Unit
from boardpack.style import Typeface

_MOST_STEPS = 5
_MOST_PERIODS = 8
_PERIOD_GAP = 12.0
_HUNDRED = 100.0
_WHOLE = {Unit.COUNT, Unit.DAYS}
# Steps that read as a rhythm of months or quarters come before any other.
_STRIDES = (1, 2, 3, 4, 6, 12, 24, 36, 60)


def ticks(values: Sequence[float], unit: Unit) -> list[float]:
    """Round values from below the lowest to above the highest, few of them.

    They never leave what the unit allows for the sake of air: no percentage above 100 or below
    zero where no value is.
    """
    low, high = min(values), max(values)
    least = float(_MOST_STEPS) if unit in _WHOLE else 1.0
    if high - low < least:
        middle = (low + high) / 2
        bottom = middle - least / 2
        low, high = (bottom, bottom + least) if low < 0 or bottom >= 0 else (0.0, least)
    locator = MaxNLocator(_MOST_STEPS, steps=[1, 2, 5, 10], integer=unit in _WHOLE)
    found = [float(value) for value in locator.tick_values(low, high)]
    if unit is Unit.PERCENT and max(values) <= _HUNDRED < found[-1]:
        found = [value for value in found if value <= _HUNDRED]
    return found


def periods_named(names: Sequence[str], width: float, face: Typeface) -> list[int]:
    """Which periods are named under a plot of this width: the last, and as many others as have room."""
    last = len(names) - 1
    for stride in (*_STRIDES, *range(_STRIDES[-1], last + 1)):
        chosen = list(range(last, -1, -stride))[::-1]
        if len(chosen) <= _MOST_PERIODS and _apart(names, chosen, width / max(last, 1), face):
            return chosen
    return [last]


def _apart(names: Sequence[str], chosen: Sequence[int], step: float, face: Typeface) -> bool:
    widths = {index: width_of(names[index], SIZE, face=face) for index in chosen}
    return all(
        (b - a) * step >= (widths[a] + widths[b]) / 2 + _PERIOD_GAP for a, b in pairwise(chosen)
    )


def spread(wanted: Sequence[tuple[float, float]], low: float, high: float) -> list[float]:
    """Middles for labels that are `(middle, height)`, moved no more than keeps them apart.

    They stay between `low` and `high` as long as they fit there.
    """
    order = sorted(range(len(wanted)), key=lambda i: -wanted[i][0])
    middles = [middle for middle, _ in wanted]
    edge = high
    for i in order:
        middles[i] = min(middles[i], edge - wanted[i][1] / 2)
        edge = middles[i] - wanted[i][1] / 2
    edge = low
    for i in reversed(order):
        middles[i] = max(middles[i], edge + wanted[i][1] / 2)
        edge = middles[i] + wanted[i][1] / 2
    return middles
