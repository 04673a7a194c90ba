"""Which line stands where: the sheets of one meeting's workbook, before anything is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tests.sample.plan import completed, gone, metrics, open_actions, standing
from tests.sample.plan.objectives import OBJECTIVES, Objective
from tests.sample.plan.rows import (
    ACTION_SHEETS,
    COMPLETED,
    METRICS,
    OPEN,
    PREVIOUS,
    STANDING,
    Absent,
    Row,
)

Kind = Literal["title", "blank", "text", "header", "band", "purpose", "how", "paragraph", "row"]

SHEET_ROWS: dict[str, dict[int, tuple[Row, ...]]] = {
    OPEN: open_actions.ROWS,
    METRICS: metrics.ROWS,
    STANDING: standing.ROWS,
    COMPLETED: completed.ROWS,
}

# The objective before which the header stands again, as after a page break.
HEADER_AGAIN = {OPEN: 5, COMPLETED: 6}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet: an action row, or something around the actions."""

    kind: Kind
    text: str = ""
    objective: int | None = None
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """An action row and where it stands, the row as Excel numbers it."""

    sheet: str
    excel_row: int
    objective: int
    row: Row


def spoken(day: date) -> str:
    """The date in words, without a zero before the day."""
    return f"{day.day} {day:%B %Y}"


def opening(sheet: str, board: date) -> list[Line]:
    """The lines above the first objective."""
    on = spoken(board)
    if sheet == OPEN:
        return [
            Line("title", "Permanence and Children in Our Care Board \u2013 delivery plan"),
            Line("blank"),
            Line(
                "text",
                f"For the board of {on}. Leads update their own lines two weeks before the meeting;"
                " the programme office does not change a rating. Reports to the Getting to Good"
                " Board by highlight report.",
            ),
            Line("blank"),
            Line("header"),
        ]
    if sheet == METRICS:
        # The second header line is where "Current" and "Target" stand.
        return [
            Line("title", f"Measures \u2013 {on}"),
            Line("blank"),
            Line("header"),
            Line("blank"),
        ]
    if sheet == STANDING:
        return [Line("title", "Standing work (no end date)"), Line("blank"), Line("header")]
    return [
        Line("title", "Completed actions"),
        Line("text", "Moved here once the board has agreed that they are closed."),
        Line("blank"),
        Line("header"),
    ]


def band(sheet: str, objective: Objective) -> list[Line]:
    """The lines that open an objective; Completed has the first of them only."""
    name = f"Objective {objective.number} - {objective.title}"
    first = Line("band", name, objective.number)
    if sheet == COMPLETED:
        return [first]
    return [
        first,
        Line("purpose", f"\u201c{objective.purpose}\u201d", objective.number),
        Line("how", "How will we achieve this:", objective.number),
        Line("paragraph", objective.how, objective.number),
    ]


def rows_at(board: date, sheet: str, objective: int) -> tuple[Row, ...]:
    """The rows of an objective on a sheet, in order."""
    now = SHEET_ROWS[sheet].get(objective, ())
    if board != PREVIOUS:
        return now
    rows = [_before(row) for row in now if _stood_on(row, sheet) == sheet]
    for other in ACTION_SHEETS:
        for row in SHEET_ROWS[other].get(objective, ()):
            if other != sheet and _stood_on(row, other) == sheet:
                _insert(rows, _before(row))
    for left in gone.GONE:
        if (left.sheet, left.objective) == (sheet, objective):
            _insert(rows, left.row)
    return tuple(rows)


def _stood_on(row: Row, sheet: str) -> str | None:
    """The sheet on which the row stood on the previous board."""
    return None if isinstance(row.before, Absent) else row.sheet_before or sheet


def _before(row: Row) -> Row:
    """The row of the previous workbook."""
    return row.before if isinstance(row.before, Row) else row


def _insert(rows: list[Row], row: Row) -> None:
    """Puts the row where its ref belongs."""
    place = sum(1 for other in rows if _key(other) <= _key(row))
    rows.insert(place, row)


def _key(row: Row) -> int:
    """The number that a ref begins with; a row without one comes last."""
    found = re.search(r"\d+", row.truth.ref or "")
    return int(found.group()) if found else 999


def lines(board: date, sheet: str) -> list[Line]:
    """Every line of an action sheet; the first is row 1."""
    found = opening(sheet, board)
    for objective in OBJECTIVES:
        if HEADER_AGAIN.get(sheet) == objective.number:
            found += [Line("blank"), Line("header")]
        found += band(sheet, objective)
        found += [
            Line("row", "", objective.number, row)
            for row in rows_at(board, sheet, objective.number)
        ]
    return found


def placed(board: date) -> list[Placed]:
    """Every action row of a meeting's workbook and where it stands."""
    return [
        Placed(sheet, number, line.objective, line.row)
        for sheet in ACTION_SHEETS
        for number, line in enumerate(lines(board, sheet), start=1)
        if line.row is not None and line.objective is not None
    ]
