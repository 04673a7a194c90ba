"""Every indicator that the tables allow, and why the others are not there."""

from dataclasses import dataclass
from datetime import date

from boardpack.analysis.indicators903 import events, flows, health, leavers, placements
from boardpack.analysis.indicators903.registry import Figure, Indicator, registered
from boardpack.analysis.indicators903.year import year_of
from boardpack.model.ssda903 import Return

REGISTERING = (flows, placements, health, leavers, events)
"""Importing these registers every indicator; they are told in this order."""
_ORDER = {module.__name__: place for place, module in enumerate(REGISTERING)}


@dataclass(frozen=True, slots=True)
class NotComputed:
    """An indicator without its figure, and why."""

    id: str
    title: str
    why: str


_NEVER = (
    NotComputed(
        "rate_per_10000",
        "Children looked after per 10 000 under 18",
        "needs the population under 18",
    ),
)
"""What no table of the return gives."""


@dataclass(frozen=True, slots=True)
class Indicators:
    """The figures of a year that ends on a day."""

    last: date
    figures: tuple[tuple[Indicator, Figure], ...]
    not_computed: tuple[NotComputed, ...]


def indicators_of(given: Return, last: date) -> Indicators:
    """Every indicator of the year that ends on a day."""
    year = year_of(given, last)
    figures: list[tuple[Indicator, Figure]] = []
    lacking: list[NotComputed] = []
    for each in sorted(registered(), key=lambda each: _ORDER[each.compute.__module__]):
        why = each.why_not(given)
        if why:
            lacking.append(NotComputed(each.id, each.title, why))
        else:
            figures.append((each, each.compute(year)))
    return Indicators(last, tuple(figures), (*lacking, *_NEVER))
