"""Where a figure comes from: its file and line or cell, its period, and what was done to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from boardpack.analysis.disclosure import (
    FigureKey,
    areas_of,
    disclosure_of,
    figure_key,
    figures_hidden,
)
from boardpack.analysis.overview import Overview
from boardpack.analysis.scorecard import Line
from boardpack.folded import folded
from boardpack.model.metrics import Audience, Observation, Unit
from boardpack.model.plan import Action, Field
from boardpack.model.source import Source
from boardpack.read.periods import read_period
from boardpack.read.refs import ref_key


@dataclass(frozen=True, slots=True)
class Trace:
    """One figure: what it is, what the pack shows of it, where it stands, what was done to it."""

    what: str
    area: str | None
    period: str | None
    shown: str
    source: Source
    done: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The trace with its public field names."""
        return {
            "what": self.what,
            "area": self.area,
            "period": self.period,
            "shown": self.shown,
            "file": self.source.file,
            "sheet": self.source.sheet,
            "cell": self.source.cell,
            "line": self.source.line,
            "done": list(self.done),
        }


def traces(
    overview: Overview, name: str, area: str | None = None, period: str | None = None
) -> tuple[Trace, ...]:
    """Every figure of a measure, by its id or title, or of an action, by its ref; none where neither is known.

    `area` and `period`, in any form that is read, choose among a measure's figures.
    """
    plain = folded(name)
    line = next(
        (
            line
            for line in overview.scorecard
            if plain in {line.metric.id.casefold(), folded(line.metric.title)}
        ),
        None,
    )
    if line is not None:
        return tuple(_of_measure(overview, line, area, period))
    return tuple(
        trace
        for action in overview.meeting.plan.actions
        if ref_key(action.ref) == ref_key(name)
        for trace in _of_action(action)
    )


def _of_measure(
    overview: Overview, line: Line, area: str | None, period: str | None
) -> Iterator[Trace]:
    settings = overview.settings
    public = disclosure_of(settings, Audience.PUBLIC)
    hidden = figures_hidden(overview.meeting.metrics, public, areas_of(settings))
    asked = read_period(period) if period else None
    for seen in overview.meeting.metrics.observations:
        if seen.metric != line.metric.id or (area and seen.area.casefold() != area.casefold()):
            continue
        if period and (asked is None or asked.end != seen.period.end):
            continue
        yield Trace(
            what=line.metric.title,
            area=seen.area,
            period=f"{seen.period.text} ({seen.period.kind} to {seen.period.end.isoformat()})",
            shown=seen.marker or (f"{seen.value:,.15g}" if seen.value is not None else ""),
            source=seen.source,
            done=tuple(_done(line, seen, hidden)),
        )


def _done(line: Line, seen: Observation, hidden: frozenset[FigureKey]) -> Iterator[str]:
    if seen.numerator is not None and seen.denominator:
        computed = ""
        if line.metric.unit is Unit.PERCENT:
            computed = f", which is {100 * seen.numerator / seen.denominator:.1f}%"
        yield (
            f"Given with {seen.numerator:,.15g} of {seen.denominator:,.15g}{computed}; "
            "the value is shown as given."
        )
    if seen is line.latest:
        yield "The newest value: it stands in the scorecard."
        if line.expected is not None and line.expected != line.metric.target:
            yield (
                f"Judged against {line.expected:,.4g}, which lies on the straight line from the first "
                f"value to the target of {line.metric.target:,.15g}."
            )
        elif line.expected is not None:
            yield f"Judged against the target of {line.expected:,.15g}."
    point = (
        next((p for p in line.control.points if p.date == seen.period.end), None)
        if (line.control and seen in line.series)
        else None
    )
    if point is not None and point.mean is not None:
        yield f"A point of the control chart, whose average is {point.mean:,.4g}."
    if seen.value is not None and figure_key(seen) in hidden:
        yield "Suppressed in the public pack."


_TEXTS: tuple[tuple[Field, str], ...] = (
    ("rating", "Rating"), ("due", "Due date"), ("current", "Current figure"),
    ("target", "Target figure"), ("lead", "Lead"),
)  # fmt: skip


def _of_action(action: Action) -> Iterator[Trace]:
    due = action.due.date.isoformat() if action.due.date else "no date"
    current = "; ".join(f"{reading.value:,.15g}{reading.unit or ''}" for reading in action.current)
    target = "; ".join(f"{reading.value:,.15g}{reading.unit or ''}" for reading in action.target)
    understood = {
        "rating": (action.rating_text, action.rating.word if action.rating else "no rating"),
        "due": (action.due.text, f"{due} ({action.due.kind})"),
        "current": (action.current_text, current or "no figure"),
        "target": (action.target_text, target or "no figure"),
        "lead": (action.lead_text, ", ".join(action.lead) or "nobody"),
    }
    for field, what in _TEXTS:
        text, read_as = understood[field]
        if field in action.cells:
            yield Trace(
                what=f"{what} of {action.ref}: {action.activity}",
                area=None,
                period=None,
                shown=text or "",
                source=action.source(field),
                done=(f"Read as {read_as}.",),
            )
