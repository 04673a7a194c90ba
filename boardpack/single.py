"""One file by itself, outside any meeting: for `boardpack read`."""

from datetime import date, timedelta
from pathlib import Path

from boardpack.checks.registry import Case
from boardpack.checks.run import check
from boardpack.findings import Finding
from boardpack.model.plan import Plan
from boardpack.read.header import first_header
from boardpack.read.headings import Headings
from boardpack.read.metrics import ObservationFile, read_observations
from boardpack.read.other_books import CSV
from boardpack.read.plan import read_plan
from boardpack.read.workbook import read_grids

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
    """Whether a file holds values of measures: a CSV without the header of a plan."""
    if path.suffix.lower() not in CSV:
        return False
    return not path.is_file() or not any(
        first_header(grid, Headings()) for grid in read_grids(path)
    )


def read_one_csv(path: Path) -> ObservationFile:
    """A file of observations and the faults in it."""
    return read_observations(path, path.name)
