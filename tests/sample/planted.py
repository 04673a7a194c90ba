"""The faults planted in the sample, as data for tests; plan.xlsx has a list of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.sample.action_log import LOGS
from tests.sample.metrics import metric_lines
from tests.sample.recommendations import HEADER_ROW, RECOMMENDATIONS


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted fault: the file below the meeting's folder, the line or row, what is wrong."""

    file: str
    line: int
    kind: str


@dataclass(frozen=True, slots=True)
class Mess:
    """A peculiarity of a file that has to be read without a finding of severity error."""

    file: str
    what: str


MESS: tuple[Mess, ...] = (
    Mess("metrics/health.csv", "UTF-8 with a byte order mark"),
    Mess("metrics/health.csv", "months as July 2019, an empty line"),
    Mess("metrics/permanence.csv", "semicolons, cp1252, non-breaking space in an area"),
    Mess("metrics/permanence.csv", "snapshot days as 29/07/2019"),
    Mess("metrics/care-leavers.csv", "Windows line endings, months as 31/07/2019"),
    Mess("metrics/safeguarding.csv", "% signs behind percentages, months as Jul-19"),
    Mess("metrics/placements.csv", "thousands separators, trailing spaces in an area"),
    Mess("metrics/placements.csv", "months as 2017-04, from 2018 as Jan-18; years as 2017/18"),
    Mess("metrics/education.csv", "terms as Autumn 2018, quarters as Q1 2019/20"),
)


def _of_metrics(board: date) -> Iterator[Planted]:
    for name, lines in metric_lines(board).items():
        for number, line in enumerate(lines, 1):
            if line.fault:
                yield Planted(f"metrics/{name}", number, line.fault)


def _of_log(board: date) -> Iterator[Planted]:
    for number, (_, _, _, _, due, status, _) in enumerate(LOGS[board], 2):
        day, month, year = (int(part) for part in due.split("/"))
        if status != "Done" and date(year, month, day) < board:
            yield Planted("action-log.csv", number, "action past its date and not done")


def _of_recommendations(board: date) -> Iterator[Planted]:
    for number, item in enumerate(RECOMMENDATIONS, HEADER_ROW + 1):
        rating = (item.july if board == date(2019, 7, 3) else item.august)[1]
        if rating == "Green" and item.due < board:
            yield Planted("recommendations.xlsx", number, "past its date and rated Green")


def planted(board: date) -> tuple[Planted, ...]:
    """The faults planted in one meeting's files."""
    return (*_of_metrics(board), *_of_log(board), *_of_recommendations(board))
