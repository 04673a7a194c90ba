"""The rows of a plan sheet: where an objective begins, what is an action, what is a note."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from boardpack.findings import Finding
from boardpack.model.plan import Action, Field, Note, Objective, SheetRole
from boardpack.read.action import date_faults, read_action
from boardpack.read.bands import Bands
from boardpack.read.diary import read_diary
from boardpack.read.grid import Grid, cell_name
from boardpack.read.header import Header, header_at
from boardpack.read.headings import Headings

_NEAR_HEADER = 6
"""How many rows above the header the band of the first objective may stand."""
_CONTINUES: set[Field] = {"progress", "evidence"}
"""A row with nothing else goes on with the row above, as after a page break."""


@dataclass
class SheetReading:
    """What was read of one plan sheet; `beside` holds the cells of notes next to the table."""

    role: SheetRole
    header: Header
    bands: Bands
    actions: list[Action] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    beside: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    @property
    def objectives(self) -> list[Objective]:
        """The objectives in the order of the sheet."""
        return self.bands.objectives


def first_header(grid: Grid, words: Headings) -> Header | None:
    """The header that makes a sheet a plan, or nothing where there is none."""
    return next((found for row in grid.rows if (found := header_at(grid, row, words))), None)


def read_sheet(
    grid: Grid, header: Header, label: str, role: SheetRole, words: Headings
) -> SheetReading:
    """Every row of a plan sheet, in an action, an objective or a note."""
    reading = SheetReading(role, header, Bands(grid.name))
    current = header
    _keep(grid, header.first_row, header.others, reading)
    for row in grid.rows:
        if row < header.first_row:
            _read_above(grid, row, header, reading)
        elif row > current.last_row:
            again = header_at(grid, row, words)
            if again:
                current = again
                _keep(grid, row, again.others, reading)
            else:
                _read_row(grid, row, current, label, reading)
    return reading


def _read_above(grid: Grid, row: int, header: Header, reading: SheetReading) -> None:
    """What stands above the header: the band of the first objective, or words about the plan."""
    band = reading.bands.find(grid, row, header) if header.first_row - row <= _NEAR_HEADER else {}
    if not (band and reading.bands.read(row, band)):
        _keep(grid, row, grid.texts(row), reading)


def _read_row(grid: Grid, row: int, header: Header, label: str, reading: SheetReading) -> None:
    texts = grid.texts(row)
    band = reading.bands.find(grid, row, header)
    if band:
        taken = reading.bands.read(row, band)
        _keep(grid, row, {c: t for c, t in texts.items() if c not in band}, reading, beside=True)
        _keep(grid, row, {} if taken else band, reading)
        return
    inside = {name: column for name, column in header.columns.items() if column in texts}
    if _continues(inside, reading):
        _continue_last(reading, {name: texts[column] for name, column in inside.items()})
    elif "activity" in inside or len(inside) > 1:
        objective = {c: t for c, t in texts.items() if c == header.objective}
        if not all(reading.bands.enter(row, text) for text in objective.values()):
            _keep(grid, row, objective, reading, beside=True)
        action, findings = read_action(
            grid, row, label, reading.role, header.columns, reading.bands.number
        )
        reading.actions.append(action)
        reading.findings += findings
        reading.bands.close()
    else:
        _keep(grid, row, texts, reading, beside=True)
        return
    read = {*inside.values(), header.objective}
    outside = {column: text for column, text in texts.items() if column not in read}
    _keep(grid, row, {c: t for c, t in outside.items() if c in header.others}, reading)
    _keep(
        grid,
        row,
        {c: t for c, t in outside.items() if c not in header.others},
        reading,
        beside=True,
    )


def _continues(inside: Collection[Field], reading: SheetReading) -> bool:
    goes_on = bool(inside) and set(inside) <= _CONTINUES
    return goes_on and bool(reading.actions) and not reading.bands.is_open


def _continue_last(reading: SheetReading, more: Mapping[Field, str]) -> None:
    """Adds the words of a row that goes on to its action."""
    action = reading.actions[-1]
    progress = "\n".join(part for part in (action.progress, more.get("progress", "")) if part)
    evidence = "\n".join(part for part in (action.evidence, more.get("evidence", "")) if part)
    updates = read_diary(progress)[0]
    reading.actions[-1] = replace(action, progress=progress, evidence=evidence, updates=updates)
    reading.findings += date_faults(action, "progress", read_diary(more.get("progress", ""))[1])


def _keep(
    grid: Grid, row: int, texts: Mapping[int, str], reading: SheetReading, *, beside: bool = False
) -> None:
    """Keeps texts that belong to no action; those beside the table are told to the manager."""
    for column, text in texts.items():
        cell = cell_name(row, column)
        reading.notes.append(Note(grid.name, cell, text))
        if beside:
            reading.beside.add(cell)
