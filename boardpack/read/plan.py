"""A workbook to a plan: which sheets are plans, where their tables are, what each row says."""

import re
from collections.abc import Mapping
from pathlib import Path

from boardpack.errors import NoPlanSheet
from boardpack.findings import Finding
from boardpack.model.plan import Action, Note, Objective, Plan, Sheet, SheetRole, SmallTable
from boardpack.model.source import Source
from boardpack.read.faults import CELL_ERROR, HIDDEN_ROW, LOOSE_TEXT, NO_CACHED_VALUE
from boardpack.read.grid import Grid
from boardpack.read.rows import SheetReading, read_sheet
from boardpack.read.tables import read_table
from boardpack.read.workbook import read_grids

_ROLE_WORDS: tuple[tuple[SheetRole, str], ...] = (
    (SheetRole.METRICS, r"metric|measure|kpi|indicator"),
    (SheetRole.COMPLETED, r"complete|closed|archive|done"),
    (SheetRole.STANDING, r"standing|business as usual|\bbau\b|on-?going"),
)


def role_of(sheet: str, roles: Mapping[str, SheetRole]) -> SheetRole:
    """What a plan sheet is to the board: as the settings say, else by its name, else open."""
    if sheet in roles:
        return roles[sheet]
    return next(
        (role for role, words in _ROLE_WORDS if re.search(words, sheet, re.IGNORECASE)), SheetRole.OPEN
    )


def read_plan(
    path: Path, label: str, roles: Mapping[str, SheetRole] | None = None
) -> tuple[Plan, tuple[Finding, ...]]:
    """The whole workbook and what could not be understood in it. `label` names it in findings.

    Raises NoPlanSheet where no sheet has the header of a plan.
    """
    sheets: list[Sheet] = []
    objectives: list[Objective] = []
    actions: list[Action] = []
    tables: list[SmallTable] = []
    notes: list[Note] = []
    findings: list[Finding] = []
    for grid in read_grids(path):
        findings += _faulty_cells(grid, label)
        reading = read_sheet(grid, label, role_of(grid.name, roles or {}))
        if reading is not None:
            sheets.append(_plan_sheet(grid, reading))
            objectives += reading.objectives
            actions += reading.actions
            notes += reading.notes
            findings += reading.findings
            findings += _layout_findings(reading, label)
            continue
        table, loose = read_table(grid)
        tables += [table] if table else []
        notes += loose
        sheets.append(_other_sheet(grid, table))
    if not actions:
        raise NoPlanSheet(path, [sheet.name for sheet in sheets])
    plan = Plan(label, tuple(sheets), tuple(objectives), tuple(actions), tuple(tables), tuple(notes))
    return plan, tuple(findings)


def _plan_sheet(grid: Grid, reading: SheetReading) -> Sheet:
    return Sheet(
        grid.name,
        "actions",
        reading.role,
        reading.header_row,
        len(reading.actions),
        f"row {reading.header_row} names {', '.join(sorted(reading.columns))}",
    )


def _other_sheet(grid: Grid, table: SmallTable | None) -> Sheet:
    if table is not None:
        return Sheet(grid.name, "table", None, table.row, len(table.rows), "no plan header; rows of equal cells")
    if any(cell.text.strip() for cell in grid.cells.values()):
        return Sheet(grid.name, "text", None, None, 0, "no header of a plan or a table")
    return Sheet(grid.name, "empty", None, None, 0, "no text")


def _faulty_cells(grid: Grid, label: str) -> list[Finding]:
    found = []
    for cell in grid.cells.values():
        source = Source(label, grid.name, cell.address)
        if cell.is_error:
            found.append(CELL_ERROR.at(source, text=cell.text))
        elif cell.formula is not None and cell.value is None:
            found.append(NO_CACHED_VALUE.at(source, text=cell.formula))
    return found


def _layout_findings(reading: SheetReading, label: str) -> list[Finding]:
    """What the project manager may not see on the screen: hidden rows, text beside the table."""
    hidden = [
        HIDDEN_ROW.of(action)
        for action in reading.actions
        if action.hidden
    ]
    beside = [
        LOOSE_TEXT.at(Source(label, note.sheet, note.cell), text=note.text)
        for note in reading.notes
        if note.cell in reading.beside
    ]
    return hidden + beside
