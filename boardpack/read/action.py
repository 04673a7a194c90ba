"""One row of a plan sheet to an action, with what was odd in its cells."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from boardpack.findings import Finding
from boardpack.model.plan import Action, Field, SheetRole, Update
from boardpack.read.dates import Mention
from boardpack.read.diary import read_diary
from boardpack.read.due import read_due
from boardpack.read.faults import (
    IMPOSSIBLE_DATE,
    MALFORMED_DATE,
    ODD_RATING,
    RATING_BY_FILL,
    REF_IS_A_DATE,
    SEVERAL_DATES,
    UNKNOWN_RATING,
)
from boardpack.read.grid import Cell, Grid, cell_name
from boardpack.read.header import Header
from boardpack.read.headings import asks_whether_done
from boardpack.read.leads import read_leads
from boardpack.read.ratings import RatingRead, read_done, read_rating
from boardpack.read.readings import read_readings
from boardpack.read.refs import read_ref
from boardpack.words import long_date


def read_action(
    grid: Grid,
    row: int,
    label: str,
    role: SheetRole,
    header: Header,
    objective: int | None,
) -> tuple[Action, list[Finding]]:
    """The action of a row, every cell's text kept, and the findings of reading it."""
    columns = _columns(grid, row, header)
    cells = {name: cell for name, column in columns.items() if (cell := _cell(grid, row, column))}
    text = {name: cell.text.strip() for name, cell in cells.items()}
    lead = "" if "lead" in cells and cells["lead"].has_no_result else text.get("lead", "")
    if asks_whether_done(header.texts.get(columns.get("rating", 0), "")):
        rating = read_done(cells.get("rating"))
    else:
        rating = read_rating(cells.get("rating"), beside=_fill_beside(grid, row, columns))
    due, due_dates = read_due(cells.get("due"))
    updates, diary_dates = read_diary(text.get("progress", ""))
    updates = _dated_beside(updates, grid, row, header)
    action = Action(
        file=label,
        sheet=grid.name,
        role=role,
        row=row,
        objective=objective,
        ref=read_ref(cells.get("ref")),
        plan_ref=text.get("plan_ref") or None,
        activity=text.get("activity", ""),
        progress=text.get("progress", ""),
        evidence=text.get("evidence", ""),
        metric=text.get("metric", ""),
        current_text=text.get("current", ""),
        target_text=text.get("target", ""),
        lead_text=text.get("lead", ""),
        lead=read_leads(lead),
        rating=rating.rating,
        rating_text=rating.text,
        due=due,
        updates=updates,
        current=read_readings(cells.get("current")),
        target=read_readings(cells.get("target")),
        hidden=row in grid.hidden_rows,
        cells={
            name: cells[name].address if name in cells else cell_name(row, column)
            for name, column in columns.items()
        },
    )
    findings = date_faults(action, "due", due_dates) + date_faults(action, "progress", diary_dates)
    findings += _several_dates(action, due_dates)
    findings += _rating_faults(action, rating)
    findings += _ref_faults(action, cells.get("ref"))
    return action, findings


def _columns(grid: Grid, row: int, header: Header) -> dict[Field, int]:
    """The column of each field in this row: where its cell is empty, one that stands in for it."""
    columns = dict(header.columns)
    for name, spare in header.spare.items():
        if name not in columns:
            continue  # what stands there turned out to be another thing
        filled = (c for c in (columns[name], *spare) if (cell := _cell(grid, row, c)) and cell.text)
        columns[name] = next(filled, columns[name])
    return columns


def _dated_beside(
    updates: tuple[Update, ...], grid: Grid, row: int, header: Header
) -> tuple[Update, ...]:
    """The updates, one without a date of its own dated by the column of dates beside it."""
    if len(updates) != 1 or updates[0].date is not None or header.updated is None:
        return updates
    told = read_due(_cell(grid, row, header.updated))[0]
    if told.date is None or told.kind not in {"day", "month"}:
        return updates
    return (
        replace(updates[0], date=told.date, date_kind="day" if told.kind == "day" else "month"),
    )


def _cell(grid: Grid, row: int, column: int) -> Cell | None:
    """What stands in a column: the row's own cell, or one above that is merged down over it."""
    own = grid.row(row).get(column)
    return own if own is not None and own.text.strip() else grid.covering(row, column) or own


def _fill_beside(grid: Grid, row: int, columns: Mapping[Field, int]) -> str | None:
    """The fill of the cell left of the rating: a fill that both have belongs to the row."""
    beside = grid.row(row).get(columns.get("rating", 0) - 1)
    return beside.fill if beside else None


def date_faults(action: Action, name: Field, dates: Iterable[Mention]) -> list[Finding]:
    """What is wrong with the dates of a cell: those that do not exist, those that had to be guessed."""
    found = []
    for mention in dates:
        if mention.malformed:
            taken = f"; it is read as {long_date(mention.day)}" if mention.day else ""
            found.append(MALFORMED_DATE.of(action, name, text=mention.text, taken=taken))
        elif mention.fault:
            found.append(IMPOSSIBLE_DATE.of(action, name, text=mention.text, why=mention.fault))
    return found


def _several_dates(action: Action, dates: Iterable[Mention]) -> list[Finding]:
    days: list[date] = list(dict.fromkeys(mention.day for mention in dates if mention.day))
    if len(days) <= 1:
        return []
    return [
        SEVERAL_DATES.of(
            action,
            "due",
            text=action.due.text,
            count=len(days),
            taken=long_date(action.due.date) if action.due.date else "which does not exist",
        )
    ]


def _rating_faults(action: Action, rating: RatingRead) -> list[Finding]:
    kinds = {"odd": ODD_RATING, "unknown": UNKNOWN_RATING, "fill": RATING_BY_FILL}
    kind = kinds.get(rating.how)
    if kind is None:
        return []
    return [
        kind.of(
            action, "rating", text=rating.text, rating=rating.rating.word if rating.rating else None
        )
    ]


def _ref_faults(action: Action, cell: Cell | None) -> list[Finding]:
    if cell is None or not isinstance(cell.value, date):
        return []
    return [REF_IS_A_DATE.of(action, "ref", text=cell.text, read_as=action.ref)]
