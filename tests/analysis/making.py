"""Plans, measures and meetings for tests, with only what a test is about."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from boardpack.analysis.overview import Baseline, Overview, overview
from boardpack.findings import Finding
from boardpack.model.board import Agenda, AgendaItem, Meeting, Purpose
from boardpack.model.metrics import Good, Metric, Metrics, Observation, Period, Unit
from boardpack.model.plan import (
    Action,
    Due,
    DueKind,
    Field,
    Objective,
    Plan,
    Rating,
    SheetRole,
)
from boardpack.model.source import Source
from boardpack.settings import Settings

BOARD = date(2019, 8, 14)
PREVIOUS = date(2019, 7, 3)
NEXT = date(2019, 9, 25)
SETTINGS: Mapping[str, Any] = {
    "board": {
        "name": "The Board",
        "council": "A Council",
        "short_name": "Board",
        "chair": "Director",
    }
}


def due(day: date | None, kind: DueKind | None = None, text: str | None = None) -> Due:
    return Due(day, kind or ("day" if day else "none"), text)


def action(
    ref: str | None = "1",
    activity: str = "Train every social worker in life story work",
    *,
    rating: Rating | None = Rating.GREEN,
    due: date | Due | None = None,
    row: int = 10,
    sheet: str = "Open Actions",
    role: SheetRole = SheetRole.OPEN,
    objective: int | None = 1,
    lead: tuple[str, ...] = ("Head of Permanence",),
    cells: Mapping[Field, str] | None = None,
    **more: Any,
) -> Action:
    when = due if isinstance(due, Due) else Due(due, "day" if due else "none", None)
    texts = dict.fromkeys(("progress", "evidence", "metric", "current_text", "target_text"), "")
    given: dict[str, Any] = {
        "plan_ref": None,
        "rating_text": rating.word if rating else None,
        **texts,
        **more,
    }
    return Action(
        file="plan.xlsx",
        sheet=sheet,
        role=role,
        row=row,
        objective=objective,
        ref=ref,
        activity=activity,
        lead_text=", ".join(lead),
        lead=lead,
        rating=rating,
        due=when,
        cells=cells or {},
        **given,
    )


def plan(*actions: Action, objectives: Iterable[Objective] | None = None) -> Plan:
    """A plan of these rows; each objective that they name has a band unless others are given."""
    numbers = sorted({a.objective for a in actions if a.objective is not None})
    bands = (Objective("Open Actions", 1, n, f"Aim {n}", None, None) for n in numbers)
    chosen = tuple(bands if objectives is None else objectives)
    return Plan("inputs/2019-08-14/plan.xlsx", (), chosen, actions, (), ())


def metric(
    name: str = "m",
    *,
    unit: Unit = Unit.PERCENT,
    good: Good | None = Good.HIGH,
    target: float | None = None,
    target_date: date | None = None,
    tolerance: float | None = None,
    objective: int | None = 1,
) -> Metric:
    source = Source("definitions.csv", line=2)
    return Metric(
        name,
        f"Measure {name}",
        unit,
        good,
        target,
        target_date,
        tolerance,
        objective,
        None,
        None,
        source,
    )


def seen(
    value: float | None, end: date, *, name: str = "m", area: str = "County", kind: Any = "month"
) -> Observation:
    period = Period(end, kind, f"{end:%b-%y}")
    marker: Any = None if value is not None else "c"
    return Observation(name, area, period, value, marker, None, None, Source("m.csv", line=2))


def meeting(
    made: Plan,
    *,
    items: Iterable[AgendaItem] = (),
    next_meeting: date | None = NEXT,
    metrics: Metrics | None = None,
    minutes: str | None = None,
) -> Meeting:
    return Meeting(
        date=BOARD,
        folder=Path("inputs/2019-08-14"),
        plan=made,
        metrics=metrics or Metrics(),
        agenda=Agenda("14:00", "Room 2", next_meeting, tuple(items)),
        minutes=minutes,
        action_log=(),
        recommendations=(),
        papers=(),
        inputs=(),
    )


def item(
    number: str = "1", purpose: Purpose = Purpose.DECISION, ask: str | None = "Agree it."
) -> AgendaItem:
    return AgendaItem(number, f"Item {number}", "Director", 5, purpose, None, ask, None)


def settings(**sections: Any) -> Settings:
    return Settings.model_validate({**SETTINGS, **sections})


def analysed(
    made: Plan,
    before: Plan | None = None,
    *,
    findings: tuple[Finding, ...] = (),
    chosen: Settings | None = None,
    **of_meeting: Any,
) -> Overview:
    earlier = (Baseline(PREVIOUS, before),) if before else ()
    return overview(meeting(made, **of_meeting), earlier, findings, chosen or settings())
