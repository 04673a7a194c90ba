"""Looks a chart up by the name that a template or a slide gives it."""

from collections.abc import Callable
from dataclasses import dataclass

from boardpack.analysis.overview import Overview
from boardpack.charts.catalogue import measures, multiples, plan
from boardpack.charts.spec import Chart
from boardpack.errors import UnknownChart

_PLAIN: dict[str, Callable[[Overview], Chart]] = {
    "rating-by-objective": plan.rating_by_objective,
    "rating-over-time": plan.rating_over_time,
    "timeliness": plan.timeliness,
}
_OF: dict[str, Callable[[Overview, str], Chart | None]] = {
    "rating-of": plan.rating_of,
    "rating-over-time": plan.rating_at_last_boards,
    "trend": measures.trend,
    "control": measures.control,
    "localities": measures.localities,
    "districts": measures.districts,
    "small-multiples": multiples.small_multiples,
    "group": measures.group,
}
"""Charts of one thing, which stands behind the name: `trend cla_rate`, `rating-of 2`."""


@dataclass(frozen=True, slots=True)
class ChartBook:
    """The charts of a meeting by name."""

    overview: Overview

    def chart(self, name: str, where: str) -> Chart:
        """The chart of this name; `where` is the template that asks, for the error."""
        kind, _, argument = " ".join(name.split()).partition(" ")
        if not argument and kind in _PLAIN:
            return _PLAIN[kind](self.overview)
        made = _OF[kind](self.overview, argument) if kind in _OF and argument else None
        if made is None:
            raise UnknownChart(where, name, self.names())
        return made

    def has(self, name: str) -> bool:
        """Whether there is a chart of this name, so that a template can leave one out."""
        try:
            self.chart(name, "")
        except UnknownChart:
            return False
        return True

    def names(self) -> tuple[str, ...]:
        """The names of all charts, those of one thing with what may stand behind."""
        numbers = [str(c.objective.number) for c in self.overview.chapters if c.objective.number]
        return (
            *_PLAIN,
            f"rating-of {'|'.join(numbers)}",
            "rating-over-time BOARDS",
            "trend METRIC",
            "control METRIC",
            "localities METRIC",
            "districts METRIC",
            "small-multiples METRIC",
            f"group {'|'.join(self.overview.settings.charts.groups)}",
        )
