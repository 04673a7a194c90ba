"""Trackers that are not delivery plans: registers, logs and project plans read with the same command."""

from pathlib import Path

import openpyxl
import pytest

from boardpack.model.plan import Action
from boardpack.read.plan import read_plan

Rows = list[list[object]]


def read(tmp_path: Path, rows: Rows) -> tuple[Action, ...]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    path = tmp_path / "tracker.xlsx"
    book.save(path)
    return read_plan(path, path.name)[0].actions


RISKS: Rows = [
    ["Corporate risk register"],
    [],
    ["Risk ID", "Risk Description", "Cause", "Score", "Mitigating Actions", "Risk Owner", "Review Date", "Status"],
    ["R1", "Too few carers", "Market", 20, "Recruit more", "Head of Fostering", "30/09/2019", "Open"],
    ["R2", "System fails", "Age", 8, "Replace it", "Head of ICT", "31/10/2019", "Closed"],
]  # fmt: skip
RAID: Rows = [
    ["ID", "Type", "Description", "Date raised", "Owner", "Target Date", "Status", "Comments"],
    ["A1", "Action", "Arrange a meeting", "01/05/2019", "PMO", "01/06/2019", "Complete", "Done"],
    ["I2", "Issue", "No data feed", "03/05/2019", "Data team", "01/07/2019", "In progress", "Awaiting supplier"],
]  # fmt: skip
PROJECT: Rows = [
    ["Task Name", "Start", "Finish", "Resource Names", "RAG", "Notes"],
    ["Define scope", "01/01/2019", "01/02/2019", "PM", "Complete", "signed off"],
    ["Build", "01/02/2019", "01/09/2019", "Lead developer", "At risk", "two weeks behind"],
    ["Test", "01/09/2019", "01/10/2019", "QA", "Not started", None],
]
INSPECTION: Rows = [
    ["No.", "Recommendation", "Who is responsible?", "When will it be done by?", "Progress update (Sept 2019)", "RAG rating"],
    [1, "Improve assessments", "Principal Social Worker", "Dec 2019", "Training commissioned", "A"],
]  # fmt: skip
LOG: Rows = [
    ["Meeting date", "Action number", "Action agreed", "Action owner", "Deadline", "Update / outcome", "Open/Closed"],
    ["01/05/2019", "1.1", "Circulate papers", "Clerk", "15/05/19", "Sent", "Closed"],
    ["01/05/2019", "1.2", "Invite health", "Chair", "01/07/2019", None, "Open"],
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (RISKS, [("R1", "Too few carers", None, "2019-09-30"), ("R2", "System fails", "blue", "2019-10-31")]),
        (RAID, [("A1", "Arrange a meeting", "blue", "2019-06-01"), ("I2", "No data feed", None, "2019-07-01")]),
        (
            PROJECT,
            [
                (None, "Define scope", "blue", "2019-02-01"),
                (None, "Build", "amber", "2019-09-01"),
                (None, "Test", None, "2019-10-01"),
            ],
        ),
        (INSPECTION, [("1", "Improve assessments", "amber", "2019-12-31")]),
        (LOG, [("1.1", "Circulate papers", "blue", "2019-05-15"), ("1.2", "Invite health", None, "2019-07-01")]),
    ],
    ids=["risks", "RAID", "project", "inspection", "log"],
)  # fmt: skip
def test_a_tracker_of_another_kind_is_read(
    tmp_path: Path, rows: Rows, found: list[tuple[str | None, str, str | None, str]]
) -> None:
    told = [
        (
            action.ref,
            action.activity,
            action.rating,
            action.due.date and action.due.date.isoformat(),
        )
        for action in read(tmp_path, rows)
    ]
    assert told == found
    assert all(action.lead for action in read(tmp_path, rows))


def test_the_band_of_the_first_priority_may_stand_above_the_header(tmp_path: Path) -> None:
    rows: Rows = [
        ["Improvement plan"],
        ["Priority 1: Leadership"],
        ["Ref", "Key Actions", "Lead", "Timescale", "BRAG"],
        ["1.1", "Review the structure", "Director", "Mar-20", "Blue"],
        ["Priority 2: Practice"],
        ["2.1", "Audit cases", "Principal Social Worker", "Jun-20", "Green"],
    ]
    assert [action.objective for action in read(tmp_path, rows)] == [1, 2]


def test_a_column_may_name_the_objective_of_each_row(tmp_path: Path) -> None:
    rows: Rows = [
        ["Priority", "Ref", "Action", "Lead", "By when", "RAG"],
        ["1. Leadership", "1.1", "Review the structure", "Director", "Mar-20", "Blue"],
        [None, "1.2", "Recruit heads", "Head of HR", "Jun-20", "Amber"],
        [
            "Priority 2 - Practice",
            "2.1",
            "Audit cases",
            "Principal Social Worker",
            "Jun-20",
            "Green",
        ],
        [1, "1.3", "Publish the plan", "Director", "Jul-20", "Green"],
    ]
    assert [action.objective for action in read(tmp_path, rows)] == [1, 1, 2, 1]
    plan = read_plan(tmp_path / "tracker.xlsx", "tracker.xlsx")[0]
    assert [(band.number, band.title) for band in plan.objectives][:2] == [
        (1, "Leadership"),
        (2, "Practice"),
    ]


def test_a_column_of_ratings_under_another_heading_is_found_by_what_stands_in_it(
    tmp_path: Path,
) -> None:
    rows: Rows = [
        ["Ref", "Recommendation", "Lead", "Latest position", "Progress", "Priority level"],
        ["1", "Publish the data", "Director", "Published in May", "Implemented", "High"],
        ["2", "Fund the post", "Director", "Bid made", "In progress", "Low"],
        ["3", "Write the guide", "Head of Service", "Draft made", "On track", "Low"],
    ]
    found = read(tmp_path, rows)
    assert [action.rating for action in found] == ["blue", None, "green"]
    assert [action.progress for action in found] == ["Published in May", "Bid made", "Draft made"]
