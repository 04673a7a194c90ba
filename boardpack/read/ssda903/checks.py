"""What is odd in the cells of a table, line by line; which lines can be used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from boardpack.findings import Finding
from boardpack.model.ssda903 import Table
from boardpack.read.ssda903.cells import code_of, day_of, score_of
from boardpack.read.ssda903.codes import LISTS, NEVER_EMPTY, OLD_GUARDIANSHIP
from boardpack.read.ssda903.faults import (
    CODE_NOT_IN_LIST,
    DATE_NOT_READ,
    DATES_DO_NOT_FIT,
    END_WITHOUT_REASON,
    LINE_LEFT_OUT,
    NOT_A_SCORE,
    OLD_CODE,
)
from boardpack.read.ssda903.files import Row, TableFile
from boardpack.read.ssda903.layout import BORN, CHILD, DATES, PLACED_BY, STRETCHES

UNREADABLE = "a date that cannot be read"
_FAR = timedelta(days=5 * 365)
_CODE = re.compile(r"(?!.*\d{3})(?:[A-Z0-9]{1,3}|[A-Z]+\d[A-Z0-9]*)")
"""Short, or with a figure in it: a longer word may be a name, and more figures a number of a child."""
_TAKEN = {
    "DEC": "the episode is taken as one that goes on",
    BORN: "the age is not known from it",
}
_NOT_USED = "nothing is counted by it"


@dataclass(frozen=True, slots=True, repr=False)
class Checker:
    """What the checks of a line must know of the rest of the return."""

    first: date
    last: date
    identities: frozenset[str] = field(default_factory=frozenset)
    """Every child's number and pupil number, in capitals: none may be quoted as a code."""

    def usable(self, file: TableFile) -> tuple[tuple[Row, ...], list[Finding]]:
        """The lines of a table that can be used, and a finding for everything odd."""
        rows: list[Row] = []
        findings: list[Finding] = []
        for row in file.rows:
            why = _unusable(row, file)
            if why:
                findings.append(LINE_LEFT_OUT.at(row.source, why=why))
                continue
            rows.append(row)
            findings += self._odd(row, file)
        return tuple(rows), findings

    def _odd(self, row: Row, file: TableFile) -> Iterator[Finding]:
        for column, text in row.cells.items():
            if column in DATES:
                yield from self._odd_date(row, column, text, file.table)
            elif column in LISTS:
                yield from self._odd_code(row, column, text)
        if row["SDQ_SCORE"] and score_of(row["SDQ_SCORE"]) is None:
            yield NOT_A_SCORE.at(row.source)
        if file.table in STRETCHES:
            yield from _odd_stretch(row, *STRETCHES[file.table])
        if file.table is Table.EPISODES and {"DEC", "REC"} <= file.columns:
            yield from self._odd_end(row)

    def _odd_date(self, row: Row, column: str, text: str, table: Table) -> Iterator[Finding]:
        day = day_of(text) if text else None
        taken = _TAKEN.get(column, _NOT_USED)
        if text and day is None:
            yield DATE_NOT_READ.at(row.source, column=column, what=UNREADABLE, taken=taken)
        elif not text and (table, column) == (Table.HEADER, BORN):
            yield DATE_NOT_READ.at(row.source, column=column, what="empty", taken=taken)
        elif day and column != "DUC" and day - self.last > _FAR:
            what = "a day more than five years after the period"
            yield DATES_DO_NOT_FIT.at(row.source, column=column, what=what)

    def _odd_code(self, row: Row, column: str, text: str) -> Iterator[Finding]:
        code = code_of(text)
        if code in LISTS[column] or (not code and column not in NEVER_EMPTY):
            return
        what = self._told(code, column) if code else "empty"
        yield CODE_NOT_IN_LIST.at(row.source, column=column, what=what)

    def _told(self, code: str, column: str) -> str:
        """The code, where it has the form of one: what slipped in from another column is not told."""
        longest = max(map(len, LISTS[column])) + 1
        if len(code) <= longest and _CODE.fullmatch(code) and code not in self.identities:
            return f'"{code}", which is not in the list'
        return "no code, and what stands there is not shown"

    def _odd_end(self, row: Row) -> Iterator[Finding]:
        ends, reason = row["DEC"], code_of(row["REC"])
        day = day_of(ends)
        if ends and not reason:
            taken = "the episode has ended, and nobody is counted as leaving care by it"
            yield END_WITHOUT_REASON.at(row.source, given="DEC", missing="REC", taken=taken)
        elif reason and not ends:
            taken = "the episode is taken as one that goes on"
            yield END_WITHOUT_REASON.at(row.source, given="REC", missing="DEC", taken=taken)
        if reason in OLD_GUARDIANSHIP and day and self.first <= day <= self.last:
            yield OLD_CODE.at(row.source, code=reason)


def _unusable(row: Row, file: TableFile) -> str | None:
    if CHILD in file.columns and not row[CHILD]:
        return f"{CHILD} is empty"
    column = PLACED_BY.get(file.table)
    if column in file.columns and day_of(row[column]) is None:
        return f"{column} is {UNREADABLE}" if row[column] else f"{column} is empty"
    return None


def _odd_stretch(row: Row, begins: str, ends: str) -> Iterator[Finding]:
    first, last = day_of(row[begins]), day_of(row[ends])
    if first and last and last < first:
        yield DATES_DO_NOT_FIT.at(row.source, column=ends, what=f"a day before {begins}")
