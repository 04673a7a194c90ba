"""The folder of another council: its own headings, one meeting, and little else."""

from datetime import date
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
MEETING = "2026-03-11"


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
