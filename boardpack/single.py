"""One file by itself, outside any meeting: for `boardpack read`."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from boardpack.checks.registry import Case
from boardpack.checks.run import check
from boardpack.errors import UnreadableText
from boardpack.findings import Finding
from boardpack.model.plan import Plan
from boardpack.read.figures.reader import ObservationFile, read_observations
from boardpack.read.figures.shares import wrong_shares
from boardpack.read.header import first_header
from boardpack.read.headings import Headings
from boardpack.read.other_books import CSV, grid_of_csv
from boardpack.read.plan import read_plan
from boardpack.read.workbook import read_grids

_LOOKED_AT = 400
"""Rows of a CSV by which it is known to be a plan."""
_SIX_WEEKS = timedelta(weeks=6)


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
    """Whether a file holds values of measures: it has no sheet with the header of a plan.

    A workbook has to hold figures as well, so that one without a plan is still refused as a plan.
    """
    suffix = path.suffix.lower()
    if not path.is_file() or suffix not in CSV | {".xlsx", ".xlsm"}:
        return suffix in CSV
    try:
        grids = (grid_of_csv(path, _LOOKED_AT),) if suffix in CSV else read_grids(path)
    except UnreadableText:
        return True  # a plan is not kept so; the reader of figures says what is wrong, and where
    if any(first_header(grid, Headings()) for grid in grids):
        return False
    return suffix in CSV or bool(read_observations(path, path.name).observations)


def read_one_csv(path: Path) -> ObservationFile:
    """A file of observations and the faults in it."""
    read = read_observations(path, path.name)
    return replace(read, findings=(*read.findings, *wrong_shares(read.observations)))
