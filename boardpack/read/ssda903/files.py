"""One file of the return: its table by its heading, its lines as cells by column."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from boardpack.errors import InputError
from boardpack.findings import Finding
from boardpack.model.source import Source
from boardpack.model.ssda903 import Table
from boardpack.read.ssda903.cells import cell_of
from boardpack.read.ssda903.faults import FILE_LEFT_OUT, LINE_LEFT_OUT
from boardpack.read.ssda903.layout import CHILD, column_name, columns_of, table_of
from boardpack.read.text import read_text

_DELIMITERS = ",;\t|"
_HEADING_WITHIN = 20
"""Lines; a title may stand above the heading."""


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """A line of a table; `cells` holds the columns that the table can have."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """What stands in a column, nothing where there is no such column."""
        return self.cells.get(column, "")

    @property
    def source(self) -> Source:
        """Where it stands."""
        return Source(self.file, line=self.line)


@dataclass(frozen=True, slots=True, repr=False)
class TableFile:
    """A file that is a table of the return."""

    name: str
    table: Table
    columns: frozenset[str]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    table: Table
    width: int
    known: Mapping[str, int]
    """The place of each of the table's columns; of two with one name the first."""
    delimiter: str
    line: int


def read_file(path: Path) -> tuple[TableFile | None, tuple[Finding, ...]]:
    """The table of a file, or nothing and the finding that says why."""
    try:
        text, _ = read_text(path)
    except InputError:
        return _left_out(path, "it is not text")
    except OSError:
        return _left_out(path, "it cannot be opened")
    lines = io.StringIO(text, newline=None).readlines()
    heading = _heading(lines)
    if heading is None:
        return _left_out(path, "its headings are not those of a table")
    rows: list[Row] = []
    findings: list[Finding] = []
    for line, cells in _parsed(lines[heading.line :], heading):
        why = _unusable(cells, heading)
        if why:
            findings.append(LINE_LEFT_OUT.at(Source(path.name, line=line), why=why))
        elif cells and any(cells) and not _is_heading(cells, heading):
            rows.append(Row(path.name, line, _named(cells, heading)))
    columns = frozenset(heading.known)
    return TableFile(path.name, heading.table, columns, tuple(rows)), tuple(findings)


def _left_out(path: Path, why: str) -> tuple[None, tuple[Finding, ...]]:
    return None, (FILE_LEFT_OUT.at(Source(path.name), why=why),)


def _heading(lines: Iterable[str]) -> _Heading | None:
    for number, line in zip(range(1, _HEADING_WITHIN + 1), lines, strict=False):
        for delimiter in _DELIMITERS:
            names = tuple(column_name(cell) for cell in _cells(line, delimiter) or ())
            table = table_of(names)
            if table:
                wanted = columns_of(table)
                known = {name: names.index(name) for name in names if name in wanted}
                return _Heading(table, len(names), known, delimiter, number)
    return None


def _parsed(body: list[str], heading: _Heading) -> Iterator[tuple[int, list[str] | None]]:
    """Each row with the line on which it starts, and None in place of one that cannot be read.

    Where quotation marks do not match, every line is read by itself, so that none swallows the
    lines below it.
    """
    try:
        rows = list(_rows(body, heading))
    except csv.Error:
        rows = None
    if rows is None or any(_spans(cells, heading) for _, cells in rows):
        for line, text in enumerate(body, heading.line + 1):
            yield line, _cells(text, heading.delimiter)
        return
    yield from rows


def _rows(body: list[str], heading: _Heading) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(body, delimiter=heading.delimiter, strict=True, skipinitialspace=True)
    start = heading.line + 1
    for cells in reader:
        yield start, [cell_of(cell) for cell in cells]
        start = heading.line + 1 + reader.line_num


def _spans(cells: list[str], heading: _Heading) -> bool:
    """Whether a column of the return holds a line break, which none does by right."""
    return any("\n" in cells[place] for place in heading.known.values() if place < len(cells))


def _named(cells: list[str], heading: _Heading) -> dict[str, str]:
    width = len(cells)
    return {name: cells[place] for name, place in heading.known.items() if place < width}


def _cells(line: str, delimiter: str) -> list[str] | None:
    """The cells of one line, or None where its quotation marks swallow the rest or a cell has no end."""
    try:
        row = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return None
    return None if line.count('"') % 2 else [cell_of(cell) for cell in row]


def _unusable(cells: list[str] | None, heading: _Heading) -> str | None:
    if cells is None:
        return "its quotation marks do not match, or it is too long"
    if any(cells[heading.width :]):
        return "it has more cells than the heading"
    return None


def _is_heading(cells: list[str], heading: _Heading) -> bool:
    """Whether a line is the heading again, as where files were joined."""
    return _named(cells, heading).get(CHILD, "").upper() == CHILD
