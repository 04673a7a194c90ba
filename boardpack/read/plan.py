"""A workbook to a plan: which sheets are plans, where their tables are, what each row says."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from boardpack.errors import EmptyPlan, NoPlanSheet
from boardpack.findings import Finding
from boardpack.model.plan import Note, Plan, Sheet, SheetRole, SmallTable
from boardpack.model.source import Source
from boardpack.read.faults import (
    CELL_ERROR,
    HIDDEN_ROW,
    HIDDEN_SHEET,
    LOOSE_TEXT,
    NO_CACHED_VALUE,
    OTHER_FORMAT,
    UNKNOWN_COLUMN,
)
from boardpack.read.grid import Grid, cell_name
from boardpack.read.header import first_header
from boardpack.read.headings import Headings
from boardpack.read.leads import known_leads, with_leads_apart
from boardpack.read.other_books import OTHER
from boardpack.read.rows import SheetReading, read_sheet
from boardpack.read.tables import read_table
from boardpack.read.workbook import read_grids
from boardpack.words import plural

_ROLE_WORDS: tuple[tuple[SheetRole, str], ...] = (
    (SheetRole.METRICS, r"\b(?:metric|measure|kpi|indicator|scorecard|dashboard|dataset)"),
    (SheetRole.COMPLETED, r"\b(?:complete|closed|archive|done\b)"),
    (SheetRole.STANDING, r"\b(?:standing|business as usual|bau\b|on-?going)"),
)


def role_of(sheet: str, roles: Mapping[str, SheetRole]) -> SheetRole:
    """What a plan sheet is to the board: as the settings say, else by its name, else open."""
    if sheet in roles:
        return roles[sheet]
    return next(
        (role for role, words in _ROLE_WORDS if re.search(words, sheet, re.IGNORECASE)),
        SheetRole.OPEN,
    )


def roles_of_sheets(sheets: Iterable[str], roles: Mapping[str, SheetRole]) -> dict[str, SheetRole]:
    """The role of each plan sheet. A sheet of measures repeats the actions of another: without one, it is open."""
    found = {sheet: role_of(sheet, roles) for sheet in sheets}
    if set(found.values()) == {SheetRole.METRICS} and not roles:
        return dict.fromkeys(found, SheetRole.OPEN)
    return found


def read_plan(
    path: Path,
    label: str,
    roles: Mapping[str, SheetRole] | None = None,
    words: Headings | None = None,
) -> tuple[Plan, tuple[Finding, ...]]:
    """The whole workbook and what could not be understood in it. `label` names it in findings.

    `roles` and `words` are what the settings tell of sheets and headings; the rest is guessed.

    Raises NoPlanSheet where no sheet has the header of a plan, and EmptyPlan where none has a row.
    """
    return plan_of(read_grids(path), path, label, roles, words)


def plan_of(
    grids: Sequence[Grid],
    path: Path,
    label: str,
    roles: Mapping[str, SheetRole] | None = None,
    words: Headings | None = None,
) -> tuple[Plan, tuple[Finding, ...]]:
    """As `read_plan`, of the sheets of a workbook that was opened already."""
    words = words or Headings()
    headers = {grid.name: header for grid in grids if (header := first_header(grid, words))}
    if not headers:
        raise NoPlanSheet(path, [grid.name for grid in grids])
    role = roles_of_sheets(headers, roles or {})
    readings = {
        grid.name: read_sheet(grid, headers[grid.name], label, role[grid.name], words)
        for grid in grids
        if grid.name in headers
    }
    if not any(reading.actions for reading in readings.values()):
        raise EmptyPlan(path, {name: header.first_row for name, header in headers.items()})
    leads = known_leads(action for reading in readings.values() for action in reading.actions)
    sheets: list[Sheet] = []
    tables: list[SmallTable] = []
    notes: list[Note] = []
    findings = _format_findings(path, label)
    for grid in grids:
        findings += _faulty_cells(grid, label)
        if reading := readings.get(grid.name):
            sheets.append(_plan_sheet(grid, reading))
            notes += reading.notes
            findings += reading.findings
            findings += _layout_findings(grid, reading, label)
        else:
            table, loose = read_table(grid)
            tables += [table] if table else []
            notes += loose
            sheets.append(_other_sheet(grid, table))
    plan = Plan(
        file=label,
        sheets=tuple(sheets),
        objectives=tuple(o for reading in readings.values() for o in reading.objectives),
        actions=tuple(
            with_leads_apart(action, leads)
            for reading in readings.values()
            for action in reading.actions
        ),
        tables=tuple(tables),
        notes=tuple(notes),
    )
    return plan, tuple(findings)


def _format_findings(path: Path, label: str) -> list[Finding]:
    suffix = path.suffix.lower()
    return [OTHER_FORMAT.at(Source(label), suffix=suffix)] if suffix in OTHER else []


def _plan_sheet(grid: Grid, reading: SheetReading) -> Sheet:
    return Sheet(
        grid.name,
        "actions",
        reading.role,
        reading.header.first_row,
        len(reading.actions),
        reading.header.why,
    )


def _other_sheet(grid: Grid, table: SmallTable | None) -> Sheet:
    if table is not None:
        return Sheet(
            grid.name,
            "table",
            None,
            table.row,
            len(table.rows),
            "no plan header; rows of equal cells",
        )
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


def _layout_findings(grid: Grid, reading: SheetReading, label: str) -> list[Finding]:
    """What the project manager may not see on the screen, or not know that the pack passes over."""
    found = []
    if not grid.visible:
        count = plural(len(reading.actions), "row")
        found.append(HIDDEN_SHEET.at(Source(label, grid.name), count=count))
    header = reading.header
    found += [
        UNKNOWN_COLUMN.at(
            Source(label, grid.name, cell_name(header.first_row, column)), text=heading
        )
        for column, heading in header.others.items()
    ]
    found += [HIDDEN_ROW.of(action) for action in reading.actions if action.hidden]
    found += [
        LOOSE_TEXT.at(Source(label, note.sheet, note.cell), text=note.text)
        for note in reading.notes
        if note.cell in reading.beside
    ]
    return found
