"""One file by itself, outside any meeting: for `boardpack read`."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from boardpack.checks.registry import Case
from boardpack.checks.run import check
from boardpack.errors import NoPlanSheet, UnreadableText
from boardpack.findings import Finding
from boardpack.model.plan import Plan
from boardpack.read.figures.reader import ObservationFile, read_observations
from boardpack.read.figures.shares import wrong_shares
from boardpack.read.header import first_header
from boardpack.read.headings import Headings
from boardpack.read.other_books import CSV, grid_of_csv
from boardpack.read.plan import read_plan
from boardpack.read.workbook import SUFFIXES

_LOOKED_AT = 400
"""Rows of a CSV by which it is known to be a plan."""
_SIX_WEEKS = timedelta(weeks=6)


def read_one_file(
    path: Path, board: date | None, previous: date | None, following: date | None = None
) -> tuple[Plan, tuple[Finding, ...]] | ObservationFile:
    """A plan with what was found in it or, where there is none in the file, its values of measures.

    A workbook with neither is refused as a plan.
    """
    if is_observations(path):
        return read_one_csv(path)
    try:
        return read_one_workbook(path, board, previous, following)
    except NoPlanSheet:
        if path.suffix.lower() in SUFFIXES and (found := read_one_csv(path)).observations:
            return found
        raise


def read_one_workbook(
    path: Path, board: date | None, previous: date | None, following: date | None = None
) -> tuple[Plan, tuple[Finding, ...]]:
    """A workbook, the faults in it and, given the board's date, the questions that it raises.

    The board that follows is six weeks later, unless it is told.
    """
    plan, findings = read_plan(path, path.name)
    if board is not None:
        findings += check(Case(plan, board, previous, following or board + _SIX_WEEKS))
    return plan, findings


def is_observations(path: Path) -> bool:
    """Whether a file is a CSV that holds values of measures: it has no header of a plan."""
    if path.suffix.lower() not in CSV:
        return False
    if not path.is_file():
        return True
    try:
        return first_header(grid_of_csv(path, _LOOKED_AT), Headings()) is None
    except UnreadableText:
        return True  # a plan is not kept so; the reader of figures says what is wrong, and where


def read_one_csv(path: Path) -> ObservationFile:
    """A file of observations and the faults in it."""
    read = read_observations(path, path.name)
    return replace(read, findings=(*read.findings, *wrong_shares(read.observations)))
