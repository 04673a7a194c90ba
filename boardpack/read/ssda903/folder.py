"""A folder of tables as one return, with a finding for everything that is odd in it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from boardpack.errors import MissingInput, NoReturnTables
from boardpack.findings import Finding
from boardpack.model.ssda903 import Return, Table
from boardpack.read.ssda903 import records
from boardpack.read.ssda903.across import (
    births_of,
    children_twice,
    in_several_files,
    not_in_header,
    other_births,
    without_repeats,
    without_superseded,
)
from boardpack.read.ssda903.cells import day_of
from boardpack.read.ssda903.checks import Checker
from boardpack.read.ssda903.files import Row, TableFile, read_file
from boardpack.read.ssda903.layout import CHILD

_SUFFIXES = frozenset({".csv", ".txt", ".tsv"})
_OF_ONE_YEAR = frozenset({Table.OC2, Table.OC3})
"""Tables without a date: of two files nobody can say which year a line is of."""
_Rows = Mapping[Table, Sequence[Row]]


def read_return(folder: Path, first: date, last: date) -> tuple[Return, tuple[Finding, ...]]:
    """The return of a year from its first to its last day. Raises where the folder has no table."""
    files, findings = _files(folder)
    checker = Checker(first, last, _identities(files))
    rows: dict[Table, Sequence[Row]] = {}
    for table, group in groupby(files, key=lambda file: file.table):
        rows[table], odd = _rows(table, list(group), checker)
        findings += odd
    findings += _across(rows, births_of(rows.get(Table.HEADER, ())))
    spoilt = {table: why for table in _OF_ONE_YEAR if (why := _spoilt(table, files))}
    return _return(rows, files, spoilt), tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[str, int, str]:
    return finding.source.file, finding.source.line or 0, finding.code


def _files(folder: Path) -> tuple[list[TableFile], list[Finding]]:
    """The tables of a folder, those of one kind together."""
    if not folder.is_dir():
        raise MissingInput(folder, "the folder", "Name the folder of the tables.")
    files: list[TableFile] = []
    findings: list[Finding] = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix.lower() in _SUFFIXES:
            file, odd = read_file(path)
            files += [file] if file else []
            findings += odd
    if not files:
        raise NoReturnTables(folder)
    order = list(Table)
    return sorted(files, key=lambda file: order.index(file.table)), findings


def _identities(files: Iterable[TableFile]) -> frozenset[str]:
    return frozenset(
        row[column].upper() for file in files for row in file.rows for column in (CHILD, "UPN")
    )


def _rows(
    table: Table, files: Sequence[TableFile], checker: Checker
) -> tuple[Sequence[Row], list[Finding]]:
    """The usable lines of a table, of all its files."""
    rows: Sequence[Row] = ()
    findings: list[Finding] = []
    for file in files:
        usable, odd = checker.usable(file)
        rows = (*rows, *usable)
        findings += odd
    if len(files) > 1 and table in _OF_ONE_YEAR:
        return (), findings
    rows, repeats = without_repeats(table, rows)
    findings += repeats
    if len(files) > 1:
        rows = without_superseded(rows) if table is Table.EPISODES else rows
        findings += in_several_files(table, [file.name for file in files])
    return rows, findings


def _across(rows: _Rows, births: Mapping[str, date]) -> Iterable[Finding]:
    for table, lines in rows.items():
        yield from children_twice(table, lines)
        if table is not Table.HEADER:
            yield from other_births(lines, births)
    if Table.HEADER in rows:
        yield from not_in_header(rows.get(Table.EPISODES, ()), rows[Table.HEADER])


def _spoilt(table: Table, files: Iterable[TableFile]) -> str | None:
    names = [file.name for file in files if file.table is table]
    return f"{table.value} in one file, not in {' and '.join(names)}" if len(names) > 1 else None


def _return(rows: _Rows, files: Iterable[TableFile], spoilt: Mapping[Table, str]) -> Return:
    columns: dict[Table, frozenset[str]] = {}
    for file in files:
        columns[file.table] = columns.get(file.table, file.columns) & file.columns
    episodes = map(records.episode, rows.get(Table.EPISODES, ()))
    absences = map(records.absence, rows.get(Table.MISSING, ()))
    reviews = (day_of(row["REVIEW"]) for row in rows.get(Table.REVIEWS, ()))
    return Return(
        columns=columns,
        spoilt=spoilt,
        births=births_of(rows.get(Table.HEADER, ())),
        episodes=tuple(filter(None, episodes)),
        health=tuple(map(records.health, rows.get(Table.OC2, ()))),
        leavers=tuple(map(records.leaver, rows.get(Table.OC3, ()))),
        absences=tuple(filter(None, absences)),
        reviews=tuple(filter(None, reviews)),
    )
