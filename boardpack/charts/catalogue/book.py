"""Looks a chart up by the name that a template or a slide gives it."""

from collections.abc import Callable
from dataclasses import dataclass

from boardpack.analysis.overview import Overview
from boardpack.charts.catalogue import measures, multiples, plan
from boardpack.charts.spec import Chart
from boardpack.errors import UnknownChart
from boardpack.near import Named, nearest

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
_ARGUMENTS = {"rating-of": "OBJECTIVE", "rating-over-time": "BOARDS", "group": "GROUP"}
_METRIC = "METRIC"


def catalogue() -> tuple[Named, ...]:
    """Every chart with what it shows; those of one thing with the word for what stands behind."""
    return (
        *(Named.of(name, make) for name, make in _PLAIN.items()),
        *(Named.of(name, make, _ARGUMENTS.get(name, _METRIC)) for name, make in _OF.items()),
    )


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
            raise UnknownChart(where, name, self.names(), (*_PLAIN, *self.named(kind)))
        return made

    def has(self, name: str) -> bool:
        """Whether there is a chart of this name, so that a template can leave one out."""
        kind, _, argument = " ".join(name.split()).partition(" ")
        if not argument:
            return kind in _PLAIN
        return kind in _OF and _OF[kind](self.overview, argument) is not None

    def named(self, kind: str) -> tuple[str, ...]:
        """The whole names of the charts of one thing that have something to show: `trend cla_rate`.

        A kind that there is not has those that it is most like.
        """
        kind = kind if kind in _OF else nearest(kind, _OF) or ""
        boards = range(1, len(self.overview.tallies) + 1)
        behind = {
            "OBJECTIVE": [chapter.key for chapter in self.overview.chapters],
            "BOARDS": [str(count) for count in boards],
            "GROUP": [*self.overview.settings.charts.groups],
            _METRIC: [line.metric.id for line in self.overview.scorecard],
        }
        each = behind[_ARGUMENTS.get(kind, _METRIC)]
        return tuple(name for one in each if self.has(name := f"{kind} {one}"))

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
