"""The rows of a plan sheet: where an objective begins, what is an action, what is a note."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from boardpack.findings import Finding
from boardpack.model.plan import Action, Field, Note, Objective, SheetRole
from boardpack.read.action import date_faults, read_action
from boardpack.read.bands import Bands
from boardpack.read.diary import read_diary
from boardpack.read.grid import Grid, cell_name
from boardpack.read.header import Header, header_at, loose_header_at, opens_table
from boardpack.read.headings import Headings
from boardpack.read.ratings import is_rating

_NEAR_HEADER = 6
"""How many rows above the header the band of the first objective may stand."""
_FILLED_BEFOREHAND: frozenset[Field] = frozenset(("ref", "rating"))
_TOTAL = re.compile(r"(?:grand |sub ?-?)?totals?\b(?! (?:number|cost)s? of)", re.IGNORECASE)
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
            again = _header_again(grid, row, words)
            if again:
                if not again.is_like(current):
                    reading.bands.leave()
                current = again
                _keep(grid, row, again.others, reading)
            else:
                _read_row(grid, row, current, label, reading)
    return reading


def _header_again(grid: Grid, row: int, words: Headings) -> Header | None:
    """A header further down: that of the next table, or the same after a page break."""
    found = header_at(grid, row, words)
    if found is None and opens_table(grid, row):
        return loose_header_at(grid, row, words)
    return found


def _read_above(grid: Grid, row: int, header: Header, reading: SheetReading) -> None:
    """What stands above the header: the band of the first objective, or words about the plan."""
    band = reading.bands.find(grid, row, header) if header.first_row - row <= _NEAR_HEADER else {}
    taken = band if band and reading.bands.read(row, band) else {}
    _keep(grid, row, {c: t for c, t in grid.texts(row).items() if c not in taken}, reading)


def _read_row(grid: Grid, row: int, header: Header, label: str, reading: SheetReading) -> None:
    texts = grid.texts(row)
    band = reading.bands.find(grid, row, header)
    if band:
        taken = reading.bands.read(row, band)
        _keep(grid, row, {c: t for c, t in texts.items() if c not in band}, reading, beside=True)
        _keep(grid, row, {} if taken else band, reading)
        return
    inside = {name: column for name, column in header.columns.items() if column in texts}
    about = texts.get(header.columns["activity"], "")
    begins = row == header.last_row + 1 and bool(reading.actions)
    if _continues(inside, reading, about, begins=begins):
        _continue_last(reading, {name: texts[column] for name, column in inside.items()})
    elif _is_entry(grid, row, header, inside) and not _is_remark(grid, row, header, inside):
        objective = {c: t for c, t in texts.items() if c == header.objective}
        if not all(reading.bands.enter(row, text) for text in objective.values()):
            _keep(grid, row, objective, reading, beside=True)
        action, findings = read_action(grid, row, label, reading.role, header, reading.bands.number)
        reading.actions.append(action)
        reading.findings += findings
        reading.bands.close()
    else:
        _keep(grid, row, texts, reading, beside=True)
        return
    read = {*inside.values(), header.objective, header.updated}
    outside = {column: text for column, text in texts.items() if column not in read}
    _keep(grid, row, {c: t for c, t in outside.items() if c in header.others}, reading)
    _keep(
        grid,
        row,
        {c: t for c, t in outside.items() if c not in header.others},
        reading,
        beside=True,
    )


def _is_entry(grid: Grid, row: int, header: Header, inside: Collection[Field]) -> bool:
    """Whether a row is one of the table: it has an activity, its own or one merged down over it.

    Without one it has to say more than a ref and a status, which a template fills in beforehand.
    """
    texts = grid.texts(row)
    ref = texts.get(header.columns.get("ref", 0), "")
    about = texts.get(header.columns["activity"], "")
    sums_up = not {"lead", "due", "progress"} & set(inside)
    if _TOTAL.match(ref) or (not ref and sums_up and _TOTAL.match(about)):
        return False
    if "activity" in inside or grid.covering(row, header.columns["activity"]):
        return "activity" in inside or len(inside) > 1
    return len(set(inside) - _FILLED_BEFOREHAND) > 0 and len(inside) > 1 and not is_rating(ref)


def _is_remark(grid: Grid, row: int, header: Header, inside: Collection[Field]) -> bool:
    """Whether a row is words between or below the rows of a table: one cell alone.

    Where rows have refs, one that has an activity and nothing else is the title of a section;
    elsewhere it is an entry, unless a space parts it from a table that has ended.
    """
    if set(inside) != {"activity"}:
        return False
    if "ref" in header.columns:
        return grid.covering(row, header.columns["ref"]) is None
    if grid.texts(row - 1):
        return False
    columns = header.columns.values()
    below = (grid.texts(later).keys() & set(columns) for later in grid.rows if later > row)
    return all(len(filled) <= 1 for filled in below)


def _continues(
    inside: Collection[Field], reading: SheetReading, about: str, *, begins: bool
) -> bool:
    """Whether a row goes on with the one above; `begins` that it stands right below a header."""
    goes_on = bool(inside) and set(inside) <= _CONTINUES
    if begins and set(inside) <= {*_CONTINUES, "activity"} and about[:1].islower():
        goes_on = True  # the row was cut by a page break, in the middle of a sentence
    return goes_on and bool(reading.actions) and not reading.bands.is_open


def _continue_last(reading: SheetReading, more: Mapping[Field, str]) -> None:
    """Adds the words of a row that goes on to its action."""
    action = reading.actions[-1]
    progress = "\n".join(part for part in (action.progress, more.get("progress", "")) if part)
    evidence = "\n".join(part for part in (action.evidence, more.get("evidence", "")) if part)
    activity = " ".join(part for part in (action.activity, more.get("activity", "")) if part)
    updates = read_diary(progress)[0]
    reading.actions[-1] = replace(
        action, activity=activity, progress=progress, evidence=evidence, updates=updates
    )
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
