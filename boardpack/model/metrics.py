"""Measures: their definitions and what was observed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Literal

from boardpack.model.source import Source

PeriodKind = Literal["day", "month", "quarter", "year", "term"]
Marker = Literal["c", "x", "z", "low", "u"]


class Unit(StrEnum):
    """What a value counts."""

    PERCENT = "percent"
    COUNT = "count"
    RATE_10K = "rate_10k"
    DAYS = "days"
    SCORE = "score"
    FTE = "fte"


class Good(StrEnum):
    """Which way is better."""

    HIGH = "high"
    LOW = "low"


class Audience(StrEnum):
    """Who may see a measure: everyone, or the members of the board alone."""

    PUBLIC = "public"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class Rebase:
    """A day from which a control chart begins anew. A person sets it, and says why."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time by its last day, with its kind and the text it was read from."""

    end: date
    kind: PeriodKind
    text: str


@dataclass(frozen=True, slots=True)
class Metric:
    """A measure as its owner defines it. `tolerance` is in the unit of the measure."""

    id: str
    title: str
    unit: Unit
    good: Good | None
    target: float | None
    target_date: date | None
    tolerance: float | None
    objective: int | None
    origin: str | None
    owner: str | None
    source: Source
    ref: str | None = None
    audience: Audience = Audience.PUBLIC
    rebases: tuple[Rebase, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of a measure for an area and a period; `marker` stands where there is no value."""

    metric: str
    area: str
    period: Period
    value: float | None
    marker: Marker | None
    numerator: float | None
    denominator: float | None
    source: Source


@dataclass(frozen=True)
class Metrics:
    """All measures of a meeting."""

    definitions: tuple[Metric, ...] = ()
    observations: tuple[Observation, ...] = ()

    @cached_property
    def _by_series(self) -> dict[tuple[str, str], tuple[Observation, ...]]:
        """Sorted once: a pack asks for hundreds of series."""
        found: dict[tuple[str, str], list[Observation]] = {}
        for seen in self.observations:
            found.setdefault((seen.metric, seen.area), []).append(seen)
        return {key: tuple(sorted(s, key=lambda o: o.period.end)) for key, s in found.items()}

    def series(self, metric: str, area: str) -> tuple[Observation, ...]:
        """The observations of one measure and area, oldest first."""
        return self._by_series.get((metric, area), ())
