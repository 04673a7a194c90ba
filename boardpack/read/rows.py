"""The rows of a plan sheet: where the header is, where an objective begins, what a row holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from boardpack.findings import Finding
from boardpack.model.plan import Action, Field, Note, Objective, SheetRole
from boardpack.read.action import read_action
from boardpack.read.diary import read_diary
from boardpack.read.grid import Grid
from boardpack.read.headings import columns_of, field_of, is_header

_OBJECTIVE = re.compile(
    r"\s*(?:objective|priority|theme|outcome|workstream)\s+(?P<number>\d+)\b\s*[-–—:.]*\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_HOW = re.compile(r"\s*how (?:will|do|are) we (?:going to )?achieve (?:this|it)\s*[:?]*\s*", re.IGNORECASE)
_QUOTES = "\"“”'‘’«»"
_BAND_WIDTH = 3
"""A text merged over at least this many columns is a band and not an action."""
_CONTINUES: set[Field] = {"progress", "evidence"}


@dataclass
class SheetReading:
    """What was read of one plan sheet; `beside` holds the cells of notes next to the table."""

    role: SheetRole
    header_row: int
    columns: dict[Field, int]
    objectives: list[Objective] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    beside: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    awaits_how: bool = False


def read_sheet(grid: Grid, label: str, role: SheetRole) -> SheetReading | None:
    """Every row of a plan sheet, or nothing where the sheet has no plan's header."""
    header = next((found for row in grid.rows if (found := _header_at(grid, row))), None)
    if header is None:
        return None
    columns, last_header_row = header
    first_header_row = next(row for row in grid.rows if _header_at(grid, row))
    reading = SheetReading(role, first_header_row, columns)
    for row in grid.rows:
        if row < first_header_row:
            _keep_as_notes(grid, row, reading)
        elif row > last_header_row:
            again = _header_at(grid, row)
            if again:
                reading.columns, last_header_row = again
            else:
                _read_row(grid, row, label, reading)
    return reading


def _header_at(grid: Grid, row: int) -> tuple[dict[Field, int], int] | None:
    """The columns of a header that starts on this row, and its last row: it may take two."""
    single = columns_of(grid.texts(row))
    both = _two_row_header(grid, row)
    if len(both) > len(single) and is_header(both):
        return both, row + 1
    return (single, row) if is_header(single) else None


def _two_row_header(grid: Grid, row: int) -> dict[Field, int]:
    """The columns that two rows name together: a word above, merged or not, and one below."""
    upper, lower = _spread(grid, row), grid.texts(row + 1)
    if not lower or not upper:
        return {}
    joined = {}
    for column in upper.keys() | lower.keys():
        above, below = upper.get(column, ""), lower.get(column, "")
        forms = (f"{above} {below}", below, above) if below else (above,)
        joined[column] = next((form for form in forms if field_of(form)), above)
        if below and not any(field_of(form) for form in forms[:2]):
            return {}
    return columns_of(joined)


def _spread(grid: Grid, row: int) -> dict[int, str]:
    """The texts of a row, a merged cell's text standing in each column that it spans."""
    texts = {}
    for column, text in grid.texts(row).items():
        for offset in range(grid.merge_width(row, column)):
            texts[column + offset] = text
    return texts


def _read_row(grid: Grid, row: int, label: str, reading: SheetReading) -> None:
    texts = grid.texts(row)
    if not texts:
        return
    if _is_band(grid, row, texts, reading):
        _read_band(grid.name, row, next(iter(texts.values())), reading)
        return
    reading.awaits_how = False
    inside = {name: column for name, column in reading.columns.items() if column in texts}
    if _is_action(inside):
        action, findings = read_action(grid, row, label, reading.role, reading.columns, _objective(reading))
        reading.actions.append(action)
        reading.findings += findings
        _note_outside(grid, row, texts, set(reading.columns.values()), reading)
    elif inside and inside.keys() <= _CONTINUES and reading.actions:
        reading.actions[-1] = _continued(reading.actions[-1], {n: texts[c] for n, c in inside.items()})
        _note_outside(grid, row, texts, set(reading.columns.values()), reading)
    else:
        _note_outside(grid, row, texts, set(), reading)


def _is_action(inside: Mapping[Field, int]) -> bool:
    return "activity" in inside or len(inside) >= 2


def _is_band(grid: Grid, row: int, texts: Mapping[int, str], reading: SheetReading) -> bool:
    """Whether a row is words about an objective: one text, wide or where bands are expected."""
    column, text = next(iter(texts.items()))
    if _OBJECTIVE.match(text) and column == min(reading.columns.values()):
        return len([t for c, t in texts.items() if c in reading.columns.values()]) == 1
    if len(texts) > 1:
        return False
    if grid.merge_width(row, column) >= _BAND_WIDTH:
        return True
    first = column == min(reading.columns.values())
    return first and bool(text[0] in _QUOTES or _HOW.match(text) or reading.awaits_how)


def _read_band(sheet: str, row: int, text: str, reading: SheetReading) -> None:
    named = _OBJECTIVE.match(text)
    if named:
        title = named["title"].strip().splitlines()[0] if named["title"].strip() else ""
        reading.objectives.append(Objective(sheet, row, int(named["number"]), title, None, None))
        reading.awaits_how = False
        return
    if not reading.objectives:
        reading.notes.append(Note(sheet, f"A{row}", text))
        return
    current = reading.objectives[-1]
    how = _HOW.match(text)
    if how:
        rest = text[how.end() :].strip() or None
        reading.objectives[-1] = replace(current, how=rest)
        reading.awaits_how = rest is None
    elif text[0] in _QUOTES and current.purpose is None:
        reading.objectives[-1] = replace(current, purpose=text.strip(_QUOTES + " "))
    elif reading.awaits_how:
        reading.objectives[-1] = replace(current, how=text)
        reading.awaits_how = False
    else:
        reading.notes.append(Note(sheet, f"A{row}", text))


def _objective(reading: SheetReading) -> int | None:
    return reading.objectives[-1].number if reading.objectives else None


def _continued(action: Action, more: Mapping[Field, str]) -> Action:
    """An action whose row went on after a page break; the words of both parts stay."""
    progress = "\n".join(part for part in (action.progress, more.get("progress", "")) if part)
    evidence = "\n".join(part for part in (action.evidence, more.get("evidence", "")) if part)
    return replace(action, progress=progress, evidence=evidence, updates=read_diary(progress)[0])


def _keep_as_notes(grid: Grid, row: int, reading: SheetReading) -> None:
    _note_outside(grid, row, grid.texts(row), set(), reading, beside=False)


def _note_outside(
    grid: Grid,
    row: int,
    texts: Mapping[int, str],
    table: set[int],
    reading: SheetReading,
    *,
    beside: bool = True,
) -> None:
    for column, text in texts.items():
        if column not in table:
            cell = grid.cells[row, column].address
            reading.notes.append(Note(grid.name, cell, text))
            if beside:
                reading.beside.add(cell)
