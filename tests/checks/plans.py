"""Plans for tests of the rules: one action or several, all of them fine but for what is changed."""

from datetime import date
from typing import Any, get_args

from boardpack.checks.registry import Case
from boardpack.checks.run import check
from boardpack.findings import Finding
from boardpack.model.plan import Action, Due, Field, Plan, Rating, Reading, SheetRole
from boardpack.read.diary import read_diary
from boardpack.read.due import read_due
from boardpack.read.grid import Cell
from boardpack.read.leads import read_leads
from boardpack.read.readings import read_readings

BOARD, PREVIOUS, NEXT = date(2019, 8, 14), date(2019, 7, 3), date(2019, 9, 25)
COLUMNS: tuple[Field, ...] = get_args(Field)
SHEETS = {
    SheetRole.OPEN: "Open Actions",
    SheetRole.METRICS: "Metrics",
    SheetRole.STANDING: "Standing Work",
    SheetRole.COMPLETED: "Completed",
}


def action(
    *,
    role: SheetRole = SheetRole.OPEN,
    row: int = 2,
    objective: int | None = 1,
    ref: str | None = "1",
    activity: str = "Open a second home",
    progress: str = "22.07.19 - JL found a house.",
    due: str = "31/12/2019",
    rating: str | None = "amber",
    current: str = "",
    target: str = "",
    lead: str = "Head of Fostering",
    without: tuple[str, ...] = (),
    **texts: Any,
) -> Action:
    """An action about which there is nothing to ask; `without` are columns that its sheet lacks."""
    when: Due = read_due(Cell(1, 1, due or None))[0]
    figures: tuple[Reading, ...] = read_readings(Cell(1, 1, current or None))
    return Action(
        file="plan.xlsx",
        sheet=SHEETS[role],
        role=role,
        row=row,
        objective=objective,
        ref=ref,
        plan_ref=None,
        activity=activity,
        progress=progress,
        evidence=texts.get("evidence", ""),
        metric=texts.get("metric", ""),
        current_text=current,
        target_text=target,
        lead_text=lead,
        lead=read_leads(lead),
        rating=Rating(rating) if rating else None,
        rating_text=rating,
        due=when,
        updates=read_diary(progress)[0],
        current=figures,
        target=read_readings(Cell(1, 1, target or None)),
        cells={
            name: f"{letter}{row}"
            for name, letter in zip(COLUMNS, "ABCDEFGHIJK", strict=True)
            if name not in without
        },
    )


def plan(*actions: Action) -> Plan:
    """A plan of these actions."""
    return Plan("plan.xlsx", (), (), actions, (), ())


def asked(
    *actions: Action, previous: date | None = PREVIOUS, off: tuple[str, ...] = ()
) -> tuple[Finding, ...]:
    """Every question about these actions."""
    return check(Case(plan(*actions), BOARD, previous, NEXT), off)


def kinds(*actions: Action) -> list[str]:
    """The kinds of question about these actions."""
    return [finding.kind for finding in asked(*actions)]
