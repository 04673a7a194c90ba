"""A chart as data. Every output draws from this, and takes its words and its data table from it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated, Literal

from boardpack.model.metrics import Unit
from boardpack.style import Role


class ChartKind(StrEnum):
    """The shapes of chart that every output can draw."""

    STACKED_BARS = "stacked-bars"
    """Horizontal bars, one a category, made of counts with their words on them."""
    LINES = "lines"
    """Lines over periods, the last point labelled, target dashed, comparator thin."""
    BARS = "bars"
    """Horizontal bars side by side in groups, a group a category."""
    SMALL_MULTIPLES = "small-multiples"
    """Lines over periods, each in a panel of its own on one scale; the target in every panel."""


@dataclass(frozen=True, slots=True)
class Series:
    """One value a category; `None` is a gap. The role says what it is, the output how it looks."""

    name: str
    values: tuple[float | None, ...]
    role: Role


MarkKind = Literal["improvement", "concern", "neutral"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of the first series that is more than chance, by its place and what it means."""

    place: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with everything that is said about it.

    `headline` says what the chart shows, `subtitle` what is measured, `source` where it is from,
    `alt` what a reader who cannot see it needs to know. `marks` are points that stand out.
    """

    name: str
    kind: ChartKind
    headline: Annotated[str, "what the chart shows, as a sentence"]
    subtitle: Annotated[str, "what is measured, where and how often"]
    unit: Unit
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    source: Annotated[str, "where its figures are from"]
    alt: Annotated[str, "the chart in words"]
    marks: tuple[Mark, ...] = ()


def panels(chart: Chart) -> tuple[Chart, ...]:
    """The panels of small multiples: a chart of one line each, named after it, with the target."""
    targets = tuple(one for one in chart.series if one.role == "target")
    return tuple(
        replace(chart, kind=ChartKind.LINES, series=(one, *targets))
        for one in chart.series
        if one.role != "target"
    )
