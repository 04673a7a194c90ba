"""The folder of another council: its own headings, one meeting, and little else."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook

BOARD = """
[board]
name = "Corporate Parenting Board"
council = "Westmere Borough Council"
short_name = "CPB"
chair = "Lead Member"

[areas]
whole = "Borough"
"""
AGENDA = """
[meeting]
date = 2026-03-11

[[item]]
number = 1
title = "Progress on the improvement plan"
lead = "Head of Service"
minutes = 30
purpose = "discussion"
"""
METRICS = "Indicator,Month,Area,Value\nin_care,Jan-26,Borough,312\nin_care,Feb-26,Borough,309\n"
DEFINITIONS = "metric,title,unit,good,target\nin_care,Children in our care,count,low,300\n"
HEADINGS = ("No", "Action", "Owner", "By when", "Status", "Comments")
ROWS: tuple[tuple[Any, ...], ...] = (
    (1, "Recruit ten more foster carers", "Head of Fostering", date(2026, 1, 31), "Off track", "12/02/2026 - Four approved"),
    (2, "Publish the local offer", "Participation Officer", date(2026, 6, 30), "On track", "No date yet for the printer"),
    (3, "Agree the housing protocol", "Housing Lead", "Complete", "Done", "05/01/2026 - Signed by all"),
    (4, "Ring every care leaver at Christmas", "", None, None, None),
)  # fmt: skip
MEETING, EARLIER = "2026-03-11", "2026-01-14"
_BANDS = 9
_WORK = ("Recruit", "Train", "Publish", "Agree", "Review", "Write", "Visit", "Audit")
_WHAT = ("foster carers", "social workers", "the local offer", "a protocol for housing")
_STATES = ("Off track", "On track", "At risk", "Done", None)


def many_rows(count: int, step: int) -> tuple[tuple[Any, ...], ...]:
    """A plan of so many actions under nine objectives, with long words; `step` makes another of it."""
    rows: list[tuple[Any, ...]] = []
    for number in range(count):
        if number % -(-count // _BANDS) == 0:
            band = f"Objective {len(rows) * _BANDS // count + 1} - Children are heard, safe and settled"
            rows.append((band, None, None, None, None, None))
        seed = number * 7919 + step * 104_729
        work = f"{_WORK[seed % 8]} {_WHAT[seed // 8 % 4]} in neighbourhood {number} of the borough"
        due = date(2026, 3, 11) + timedelta(days=seed % 500 - 250)
        told = (
            f"{1 + seed % 28:02}/0{1 + seed % 2}/2026 - {'It goes on, slower than was hoped. ' * 9}"
        )
        lead = f"Head of Service {seed % 35} for Commissioning, Improvement and Placements"
        rows.append(
            (number + 1, f"{work}, and tell everybody of it", lead, due, _STATES[seed % 5], told)
        )
    return tuple(rows)


def write(
    folder: Path, headings: tuple[str, ...] = HEADINGS, rows: tuple[tuple[Any, ...], ...] = ROWS
) -> Path:
    """Write the inputs; the folder of the meeting is given back."""
    meeting = folder / MEETING
    (meeting / "metrics").mkdir(parents=True)
    (folder / "board.toml").write_text(BOARD)
    (meeting / "agenda.toml").write_text(AGENDA)
    (meeting / "metrics" / "kpi.csv").write_text(METRICS)
    (meeting / "metrics" / "definitions.csv").write_text(DEFINITIONS)
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Improvement Plan"
    for row in (("Westmere improvement plan",), (), headings, *rows):
        sheet.append(row)
    workbook.save(meeting / "plan.xlsx")
    return meeting


def write_two(
    folder: Path, before: tuple[tuple[Any, ...], ...], now: tuple[tuple[Any, ...], ...]
) -> Path:
    """Write the inputs of two meetings; the folder of the newer one is given back."""
    write(folder, rows=before).rename(folder / EARLIER)
    (folder / "board.toml").unlink()
    return write(folder, rows=now)
