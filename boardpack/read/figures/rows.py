"""Files of figures as rows of text cells, each with its line: CSV of any make, sheets of a workbook."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from boardpack.errors import UnreadableText
from boardpack.read.grid import Cell, Grid
from boardpack.read.text import read_text
from boardpack.read.workbook import read_grids

_DELIMITERS = ",;\t|"
_LOOKED_AT = 200
"""Lines by which a delimiter is known."""
_SEPARATOR_LINE = re.compile(r"sep=([^\w\"])")
_RULE = re.compile(r"[-=_\s|+]+")
"""A line of dashes that a database prints below its heading."""
_LONGEST_CELL_LINES = 12
"""A quoted cell over more lines than this was never closed."""
_WIDEST = 200
"""Columns to which each row is filled up; one stray cell may stand in column 16,384."""
_SPACES = re.compile("[\u00a0\u2009\u202f\ufeff\u200b]")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a file: its number as an editor counts (a sheet's row), and its cells."""

    line: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> list[int]:
        """The places of the cells that hold something."""
        return [place for place, cell in enumerate(self.cells) if cell]

    @property
    def first(self) -> str:
        """The first cell that holds something."""
        return next(filter(None, self.cells))

    @property
    def count(self) -> int:
        """How many cells hold something."""
        return len(self.cells) - self.cells.count("")

    def cell(self, place: int | None) -> str:
        """The cell at a place; nothing where the row ends before it, or no column is meant."""
        return self.cells[place] if place is not None and place < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a file, or of one sheet of a workbook, without the empty ones."""

    rows: tuple[Row, ...]
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    broken: int | None = None
    """The line on which a quotation mark opens that is never closed."""


def rows_of(path: Path) -> tuple[Rows, ...]:
    """The rows of a CSV, or of each sheet of a workbook."""
    if path.suffix.lower() in {".csv", ".tsv", ".txt"}:
        return (_of_csv(path),)
    return tuple(_of_grid(grid) for grid in read_grids(path))


def _of_csv(path: Path) -> Rows:
    text, encoding = read_text(path)
    if not text.strip():
        raise UnreadableText(path, "the file is empty.", "Export it again, with its heading line.")
    lines = io.StringIO(_SPACES.sub(" ", f"{text}\n"), newline=None).readlines()
    delimiter, told = delimiter_of(lines)
    rows, broken = _parsed(lines, delimiter)
    kept = tuple(row for row in rows if row.line > told and any(row.cells) and not _is_rule(row))
    return Rows(kept, encoding, delimiter, broken=broken)


def _is_rule(row: Row) -> bool:
    return all(_RULE.fullmatch(c) for c in row.cells if c) and any(len(c) > 2 for c in row.cells)  # noqa: PLR2004  # a dash alone is a value


def delimiter_of(lines: Sequence[str]) -> tuple[str, int]:
    """The character between cells, and the number of the line that says so, else 0.

    It is the one that cuts most lines into the same number of cells, for titles and notes hold commas too.
    """
    first = next((number for number, line in enumerate(lines, 1) if line.strip()), 0)
    told = _SEPARATOR_LINE.fullmatch(lines[first - 1].strip(' "\n')) if first else None
    if told:
        return told[1], first
    counts = {
        delimiter: Counter(n for line in lines[:_LOOKED_AT] if (n := line.count(delimiter)))
        for delimiter in _DELIMITERS
    }
    best = max(
        _DELIMITERS,
        key=lambda d: max((times * min(n, 3) for n, times in counts[d].items()), default=0),
    )
    return best, 0


def _parsed(lines: Sequence[str], delimiter: str) -> tuple[list[Row], int | None]:
    """The rows, and the line where a quotation mark is never closed: from there each line is a row."""
    found: list[Row] = []
    reader = csv.reader(lines, delimiter=delimiter)
    start = 1
    with suppress(csv.Error):  # a cell that goes on and on
        for cells in reader:
            is_open = reader.line_num == len(lines) and cells and cells[-1].endswith("\n")
            if is_open or reader.line_num - start >= _LONGEST_CELL_LINES:
                break
            found.append(Row(start, tuple(map(str.strip, cells))))
            start = reader.line_num + 1
    if start > len(lines):
        return found, None
    for number, line in enumerate(lines[start - 1 :], start):
        cells = line.replace('"', "").split(delimiter)
        found.append(Row(number, tuple(map(str.strip, cells))))
    return found, start


def _of_grid(grid: Grid) -> Rows:
    """The rows of a sheet: numbers in full, not as the screen rounds them."""
    width = min(max((column for _, column in grid.cells), default=0), _WIDEST)
    rows = []
    for number in grid.rows:
        cells = grid.row(number)
        texts = tuple(_in_full(cells.get(n)) for n in range(1, max(width, *cells) + 1))
        if any(texts):
            rows.append(Row(number, texts))
    return Rows(tuple(rows), sheet=grid.name)


def _in_full(cell: Cell | None) -> str:
    if cell is None or cell.value is None:
        return ""
    value = cell.value
    if isinstance(value, bool | date) or not isinstance(value, int | float):
        return _SPACES.sub(" ", cell.text).strip()
    if "%" in cell.number_format:
        return f"{value * 100:.12g}%"
    return f"{value:.15g}"
