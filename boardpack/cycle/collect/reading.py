"""A file that a lead sent back: its tables of answers, found by the texts of their headings."""

import hashlib
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from boardpack.folded import folded
from boardpack.read.grid import Cell, Grid
from boardpack.read.workbook import read_grids

Column = Literal[
    "key",
    "stamp",
    "check",
    "ref",
    "activity",
    "rating_shown",
    "due_shown",
    "current_shown",
    "asked",
    "progress",
    "rating",
    "due",
    "current",
    "questions",
]
HEADINGS: dict[str, Column] = {
    "key": "key",
    "stamp": "stamp",
    "check": "check",
    "ref": "ref",
    "activity": "activity",
    "rating": "rating_shown",
    "due": "due_shown",
    "current figure": "current_shown",
    "questions": "asked",
    "your update": "progress",
    "new rating": "rating",
    "new due date": "due",
    "new figure": "current",
    "answer to the questions": "questions",
}
ANSWERS: tuple[Column, ...] = ("progress", "rating", "due", "current", "questions")
_STAMP = re.compile(r"20\d\d-\d\d-\d\d v\d+ [0-9a-f]{8}")
_MODIFIED = re.compile(
    rb"<(?:dcterms:modified|dc:date)[^>]*>\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)", re.IGNORECASE
)
_PROPERTIES = ("docProps/core.xml", "meta.xml")


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """A row of a return: its cells by what they are for. `addresses` has those of empty cells as well."""

    sheet: str
    row: int
    cells: Mapping[Column, Cell]
    addresses: Mapping[Column, str]

    def text(self, column: Column) -> str:
        """The text of a cell as it is shown, without the apostrophe that keeps a CSV from formulas."""
        cell = self.cells.get(column)
        text = cell.text.strip() if cell else ""
        return text[1:] if re.match(r"'[=+\-@\t\r]", text) else text

    @property
    def answers(self) -> tuple[Column, ...]:
        """The answer columns in which something stands."""
        return tuple(column for column in ANSWERS if self.text(column))

    @property
    def words(self) -> str:
        """Everything that the lead can have meant by the row, for a finding."""
        told = ("ref", "activity", *ANSWERS)
        return "; ".join(self.text(c) for c in told if self.text(c)) or "nothing"


@dataclass(frozen=True, slots=True)
class ReturnFile:
    """What stands in a file that came back. `above` is all that stands outside its tables.

    `modified` is when the file was last saved, as it says itself. `hides_formulas` that it cannot
    be told what is a formula.
    """

    file: str
    sha256: str
    name: str
    rows: tuple[ReturnRow, ...]
    above: str
    modified: str | None
    is_csv: bool
    hides_formulas: bool
    formulas: Mapping[tuple[str, str], str]
    tables: int

    @property
    def stamp(self) -> str | None:
        """The stamp that stands in the text of the file, for rows that have none."""
        found = _STAMP.search(self.above)
        return found.group() if found else None


def read_return(path: Path, label: str) -> ReturnFile:
    """The tables of a file. UnreadableWorkbook or UnreadableText where it cannot be opened."""
    from boardpack.cycle.collect.formulas import formulas_of

    grids = read_grids(path)
    rows: list[ReturnRow] = []
    above: list[str] = []
    tables = 0
    for grid in grids:
        found, outside, count = _read_sheet(grid)
        rows += found
        above += outside
        tables += count
    suffix = path.suffix.lower()
    return ReturnFile(
        file=label,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        name=path.stem,
        rows=tuple(rows),
        above="\n".join(above),
        modified=_modified(path),
        is_csv=suffix in {".csv", ".tsv"},
        hides_formulas=suffix in {".xls", ".xlsb"},
        formulas=formulas_of(path),
        tables=tables,
    )


def _read_sheet(grid: Grid) -> tuple[list[ReturnRow], list[str], int]:
    """The rows of the tables on a sheet, the texts outside them, and how many tables there are."""
    columns: dict[int, Column] = {}
    rows: list[ReturnRow] = []
    outside: list[str] = []
    tables = 0
    for number in grid.rows:
        texts = grid.texts(number)
        header = _header(texts)
        if header:
            columns = header
            tables += 1
        elif columns and texts:
            rows.append(_row(grid, number, columns))
        else:
            outside += texts.values()
    return rows, outside, tables


def _header(texts: Mapping[int, str]) -> dict[int, Column] | None:
    """What the columns are for, where a row holds the headings of a return."""
    named: dict[int, Column] = {}
    for column, text in texts.items():
        name = HEADINGS.get(folded(text))
        if name and name not in named.values():
            named[column] = name
    has_answers = set(named.values()) & set(ANSWERS)
    return named if has_answers and set(named.values()) & {"key", "activity", "ref"} else None


def _row(grid: Grid, number: int, columns: Mapping[int, Column]) -> ReturnRow:
    from boardpack.read.grid import cell_name

    cells = grid.row(number)
    return ReturnRow(
        sheet=grid.name,
        row=number,
        cells={name: cells[column] for column, name in columns.items() if column in cells},
        addresses={name: cell_name(number, column) for column, name in columns.items()},
    )


def _modified(path: Path) -> str | None:
    """When the file was last saved, by its own properties; nothing where it has none."""
    if not zipfile.is_zipfile(path):
        return None
    with zipfile.ZipFile(path) as archive:
        for name in _PROPERTIES:
            if name in archive.namelist() and (found := _MODIFIED.search(archive.read(name))):
                return found[1].decode()
    return None
