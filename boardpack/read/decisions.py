"""What a board decided and agreed, noted after the meeting in decisions.csv or decisions.xlsx."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from boardpack.findings import Finding
from boardpack.folded import folded
from boardpack.model.board import Decision
from boardpack.model.source import Source
from boardpack.read.due import read_due
from boardpack.read.faults import MISSING_COLUMN
from boardpack.read.grid import Cell, Grid
from boardpack.read.text import read_csv, unguarded
from boardpack.read.workbook import read_grids

DECISIONS = "decisions.csv"
COLUMNS = ("item", "decision or action", "what", "owner", "due", "status", "note")
_SHEET = "decisions.xlsx"
_KIND = "decision or action"
_SAME = {
    "decision/action": _KIND,
    "kind": _KIND,
    "type": _KIND,
    "action": "what",
    "comment": "note",
}
"""Other headings for the columns."""
_Row = tuple[Source, Mapping[str, Cell]]


def decision_files(folder: Path) -> tuple[Path, ...]:
    """The files of a meeting in which decisions are noted, those that are there."""
    return tuple(path for path in (folder / DECISIONS, folder / _SHEET) if path.is_file())


def read_decisions(
    folder: Path, label: str, exempt: Mapping[str, str] | None = None
) -> tuple[tuple[Decision, ...], tuple[Finding, ...]]:
    """The decisions and actions of a meeting in their order; none where nothing was noted.

    `exempt` says why an item of the agenda is not for publication, by its number. A row that does
    not say which of the two it is counts as an action, so that it stays until it is closed.
    """
    rows: list[_Row] = []
    findings: list[Finding] = []
    for path in decision_files(folder):
        place = Source(f"{label}/{path.name}")
        found, columns = _of_csv(path, place) if path.suffix == ".csv" else _of_sheet(path, place)
        if "what" not in columns:
            needed = ", ".join(COLUMNS)
            findings.append(MISSING_COLUMN.at(place, column="what", columns=needed))
            continue
        rows += [
            (source, row) for source, row in found if any(c.text.strip() for c in row.values())
        ]
    told = (_decision(n, source, row, exempt or {}) for n, (source, row) in enumerate(rows, 1))
    return tuple(told), tuple(findings)


def _of_csv(path: Path, place: Source) -> tuple[list[_Row], set[str]]:
    file = read_csv(path)
    rows: list[_Row] = [
        (
            replace(place, line=line),
            {_name(column): Cell(line, 1, unguarded(text) or None) for column, text in row.items()},
        )
        for line, row in file.lines
    ]
    return rows, set(map(_name, file.columns))


def _of_sheet(path: Path, place: Source) -> tuple[list[_Row], set[str]]:
    """The rows of the first sheet that has the heading."""
    for grid in read_grids(path):
        for number in grid.rows:
            names = {column: _name(text) for column, text in grid.texts(number).items()}
            if {"what", "item"} <= set(names.values()):
                return list(_rows_below(grid, number, names, place)), set(names.values())
    return [], set()


def _rows_below(grid: Grid, header: int, names: Mapping[int, str], place: Source) -> Iterator[_Row]:
    for number in grid.rows:
        if number > header:
            cells = grid.row(number)
            row = {name: cells[column] for column, name in names.items() if column in cells}
            first = next(iter(row.values()), None)
            yield replace(place, sheet=grid.name, cell=first.address if first else None), row


def _name(heading: str) -> str:
    plain = folded(heading)
    return _SAME.get(plain, plain)


def _decision(
    number: int, source: Source, row: Mapping[str, Cell], exempt: Mapping[str, str]
) -> Decision:
    text = {name: row[name].text.strip() if name in row else "" for name in COLUMNS}
    return Decision(
        number=number,
        item=text["item"],
        is_action=not text[_KIND].casefold().startswith("d"),
        what=text["what"],
        owner=text["owner"],
        due=read_due(row.get("due"))[0],
        status=text["status"],
        note=text["note"],
        source=source,
        exempt=exempt.get(text["item"].removeprefix("Item ").strip(), ""),
    )
