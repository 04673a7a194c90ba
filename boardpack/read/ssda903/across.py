"""What is odd between lines and between tables, and lines that are given twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from boardpack.findings import Finding
from boardpack.model.source import Source
from boardpack.model.ssda903 import Table
from boardpack.read.ssda903.cells import code_of, day_of
from boardpack.read.ssda903.faults import GIVEN_TWICE, TABLES_DISAGREE
from boardpack.read.ssda903.files import Row
from boardpack.read.ssda903.layout import BORN, CHILD, DATES, ONE_LINE_A_CHILD, PLACED_BY

_ONE_EPISODE = ("RNE", "LS", "PLACE")
_COUNTED_ONCE = "it is counted once"
_BOTH_COUNTED = "both lines are counted"
_FIRST_USED = "the first line is used"


def without_repeats(table: Table, rows: Sequence[Row]) -> tuple[tuple[Row, ...], list[Finding]]:
    """The rows, an episode that is given twice once, with a finding for every repeat.

    Events of a table in several files are counted once as well: files of two years overlap.
    """
    once = table is Table.EPISODES or len({row.file for row in rows}) > 1
    first: dict[frozenset[tuple[str, object]], Row] = {}
    kept: list[Row] = []
    findings: list[Finding] = []
    for row in rows:
        before = first.setdefault(frozenset(_understood(row)), row)
        if before is row or not once:
            kept.append(row)
        if before is not row and before.file == row.file and table in PLACED_BY:
            taken = _COUNTED_ONCE if once else _BOTH_COUNTED
            findings.append(_twice(row, "The line stands here as", before, taken))
    return tuple(kept), findings


def _understood(row: Row) -> Iterator[tuple[str, object]]:
    """What the cells of a line say, in whatever form it is written."""
    for column, text in row.cells.items():
        if column in DATES:
            yield column, day_of(text) or text
        elif text:
            yield column, text if column == CHILD else code_of(text)


def _twice(row: Row, what: str, before: Row, taken: str) -> Finding:
    place = f"on line {before.line}"
    if before.file != row.file:
        place += f" of {before.file}"
    return GIVEN_TWICE.at(row.source, what=what, place=place, taken=taken)


def without_superseded(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The episodes of several files, without those that go on in one and have ended in another."""
    ended = {_episode(row) for row in rows if day_of(row["DEC"])}
    return tuple(row for row in rows if day_of(row["DEC"]) or _episode(row) not in ended)


def _episode(row: Row) -> tuple[object, ...]:
    return row[CHILD], day_of(row["DECOM"]), *(code_of(row[name]) for name in _ONE_EPISODE)


def in_several_files(table: Table, names: Sequence[str]) -> Iterator[Finding]:
    """A finding for each file after the first that holds the same table."""
    what = f"A file with {table.value} was read"
    taken = "their lines are taken together, what stands in both once"
    for name in names[1:]:
        yield GIVEN_TWICE.at(Source(name), what=what, place=names[0], taken=taken)


def children_twice(table: Table, rows: Iterable[Row]) -> Iterator[Finding]:
    """A finding for each line of a child who has one already, in a table with a line a child."""
    if table not in ONE_LINE_A_CHILD:
        return
    first: dict[str, Row] = {}
    taken = _FIRST_USED if table is Table.HEADER else _BOTH_COUNTED
    for row in rows:
        before = first.setdefault(row[CHILD], row)
        if before is not row and row[CHILD]:
            yield _twice(row, "The child of this line has one", before, taken)


def births_of(rows: Iterable[Row]) -> dict[str, date]:
    """The date of birth of each child of the header, of several lines the first that has one."""
    births: dict[str, date] = {}
    for row in rows:
        day = day_of(row[BORN])
        if day:
            births.setdefault(row[CHILD], day)
    return births


def other_births(rows: Iterable[Row], births: Mapping[str, date]) -> Iterator[Finding]:
    """A finding for the first line of each child whose date of birth is not the header's."""
    told: set[str] = set()
    for row in rows:
        day, known = day_of(row[BORN]), births.get(row[CHILD])
        if day and known and day != known and row[CHILD] not in told:
            told.add(row[CHILD])
            what = "DOB differs from the date of birth in the header"
            yield TABLES_DISAGREE.at(row.source, what=what, taken="that of the header is used")


def not_in_header(episodes: Iterable[Row], header: Iterable[Row]) -> Iterator[Finding]:
    """A finding for the first episode of each child whom the header does not have."""
    told = {row[CHILD] for row in header}
    for row in episodes:
        if row[CHILD] not in told:
            told.add(row[CHILD])
            what = "The child of this line is not in the header"
            yield TABLES_DISAGREE.at(
                row.source, what=what, taken="the child is counted, the age is not known"
            )
