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


def test_a_tracker_is_found_by_words_that_give_its_headings_away(tmp_path: Path) -> None:
    rows: Rows = [
        ["Rec", "What the inspectors recommended", "Executive lead", "Milestone date", "Delivery status", "Update for Board", "KPI - now", "Where do we want to be"],
        [1, "See every child alone", "Chief Nurse", "30/09/2019", "On track to deliver", "14.05.19 - Begun", "60%", "90%"],
    ]  # fmt: skip
    (action,) = read(tmp_path, rows)
    assert (action.ref, action.activity, action.lead) == (
        "1",
        "See every child alone",
        ("Chief Nurse",),
    )
    assert (action.rating, str(action.due.date), action.progress) == (
        "green",
        "2019-09-30",
        "14.05.19 - Begun",
    )
    assert [reading.value for reading in (*action.current, *action.target)] == [60, 90]


def test_a_tracker_is_about_the_column_that_holds_most_words(tmp_path: Path) -> None:
    rows: Rows = [
        ["No.", "Headline", "Lead officer", "By when", "BRAG status"],
        ["1", "Children are seen alone within a week", "Head", "Dec 22", "G"],
    ]
    (action,) = read(tmp_path, rows)
    assert action.activity == "Children are seen alone within a week"


def test_a_revised_date_goes_before_the_original_one_where_there_is_one(tmp_path: Path) -> None:
    rows: Rows = [
        ["Ref", "Recommendation", "Responsible officer", "Date raised", "Original due date", "1st revised date", "2nd revised date", "Status", "Date closed"],
        ["R1", "Check", "Manager", "01/01/22", "31/08/22", None, None, "Implemented", "30/08/22"],
        ["R2", "Count", "Manager", "01/01/22", "31/08/22", "30/09/22", None, "Overdue", None],
        ["R3", "Lock", "Manager", "01/01/22", "31/08/22", "30/09/22", "31/10/22", "Not yet due", None],
    ]  # fmt: skip
    found = read(tmp_path, rows)
    assert [(action.ref, str(action.due.date), action.rating) for action in found] == [
        ("R1", "2022-08-31", "blue"),
        ("R2", "2022-09-30", "red"),
        ("R3", "2022-10-31", None),
    ]
    assert found[0].cells["due"] == "E2"


def test_the_newest_of_several_ratings_that_holds_something_is_read(tmp_path: Path) -> None:
    header: list[object] = [
        "No.",
        "Action",
        "Lead",
        "By when",
        "RAG Feb 22",
        "RAG May 22",
        "RAG Aug 22",
    ]
    rows: Rows = [header, ["1", "Publish it", "Head", "Dec 22", "G", "B", None]]
    (action,) = read(tmp_path, rows)
    assert action.rating == "blue"


def test_a_template_s_empty_rows_its_totals_and_its_legend_are_no_rows(tmp_path: Path) -> None:
    rows: Rows = [
        ["ID", "Action", "Owner", "Due", "Status"],
        ["A1", "Ring the landlord", "Estates", "31/10/19", "Open"],
        ["A2", None, None, None, "Open"],
        ["A3", None, None, None, "Open"],
        ["Total", "1 action", None, None, None],
        [],
        ["Complete", None, "Signed off by the board", None, None],
        [],
        [None, "Notes: the owner keeps this log", None, None, None],
    ]
    assert [action.ref for action in read(tmp_path, rows)] == ["A1"]


def test_a_column_of_statuses_by_the_name_of_progress_is_the_rating(tmp_path: Path) -> None:
    rows: Rows = [
        ["Task ID", "Task name", "Progress", "Assigned to", "Due date", "Notes"],
        ["x1", "Write it", "Completed", "Lead", "27/10/23", "sent"],
        ["x2", "Read it", "In progress", "Lead", "28/10/23", None],
        ["x3", "Send it", "Late", "Lead", "29/10/23", None],
    ]
    found = read(tmp_path, rows)
    assert [action.rating for action in found] == ["blue", None, "red"]
    assert found[0].progress == "sent"


def test_an_update_is_dated_by_the_column_beside_it(tmp_path: Path) -> None:
    rows: Rows = [
        ["No.", "Agreed action", "Comments", "RAG", "By when", "Date updated"],
        ["1", "Hold an event", "Both held", "G", "Jan 20", "22/01/2020"],
        ["2", "Meet twice", "03.02.20 - First held", "G", "Jul 20", "22/01/2020"],
    ]
    first, second = read(tmp_path, rows)
    assert first.latest_update is not None
    assert str(first.latest_update.date) == "2020-01-22"
    assert second.latest_update is not None
    assert str(second.latest_update.date) == "2020-02-03"


def test_a_second_table_of_another_kind_ends_the_objective_of_the_first(tmp_path: Path) -> None:
    rows: Rows = [
        ["No.", "Priority", "Action", "RAG", "By when"],
        ["1", "2 - Permanence", "Hold an event", "G", "Jan 20"],
        [],
        ["Table 2"],
        ["Action", "Timescale", "Lead", "Status", "Update"],
        ["Hold a panel", "31/01/20", "Police", "At risk", "Weekly"],
    ]
    found = read(tmp_path, rows)
    assert [(action.activity, action.objective) for action in found] == [
        ("Hold an event", 2),
        ("Hold a panel", None),
    ]


def test_of_from_and_to_the_second_is_the_due_date_unless_there_is_a_plainer_one(
    tmp_path: Path,
) -> None:
    plain: Rows = [
        ["Ref", "Action", "Lead", "To", "Due", "RAG"],
        ["1", "Send it", "Head", "Schools", "31/12/19", "G"],
    ]
    (action,) = read(tmp_path, plain)
    assert str(action.due.date) == "2019-12-31"
    span: Rows = [
        ["Ref", "Action", "Lead", "From", "To", "RAG"],
        ["1", "Send it", "Head", "01/09/19", "31/12/19", "G"],
    ]
    (action,) = read(tmp_path, span)
    assert str(action.due.date) == "2019-12-31"


def test_a_review_date_is_no_due_date_where_there_is_a_column_of_due_dates(tmp_path: Path) -> None:
    rows: Rows = [
        ["Ref", "Action", "Lead", "Due date", "Review date", "RAG"],
        ["1", "Send it", "Head", None, "31/12/19", "G"],
        ["2", "Read it", "Head", "30/11/19", None, "G"],
    ]
    assert [action.due.kind for action in read(tmp_path, rows)] == ["none", "day"]


def test_notes_stand_in_for_progress_where_its_cell_is_empty(tmp_path: Path) -> None:
    rows: Rows = [
        ["Ref", "Action", "Lead", "Notes", "Progress", "RAG"],
        ["1", "Send it", "Head", "ask IT", "14.05.19 - Sent", "G"],
        ["2", "Read it", "Head", "ask HR", None, "G"],
    ]
    assert [action.progress for action in read(tmp_path, rows)] == ["14.05.19 - Sent", "ask HR"]


def test_work_whose_words_begin_with_total_is_an_entry(tmp_path: Path) -> None:
    rows: Rows = [
        ["Ref", "Action", "Lead", "Due date", "RAG"],
        ["1", "Train all staff", "Head", "31/12/19", "G"],
        [None, "Total Respect training rolled out", "Participation", "31/03/20", "Green"],
        [None, "Total", None, None, None],
    ]
    assert len(read(tmp_path, rows)) == 2


def test_a_column_that_asks_whether_it_is_done_is_answered_with_a_letter(tmp_path: Path) -> None:
    rows: Rows = [
        ["Item", "Action agreed", "By whom", "By when", "Done? (Y/N)"],
        ["1", "Ring them", "Clerk", "31/12/19", "Y"],
        ["2", "Write to them", "Clerk", "31/12/19", "N"],
        ["3", "Meet them", "Clerk", "31/12/19", "Y (done)"],
    ]
    assert [action.rating for action in read(tmp_path, rows)] == ["blue", None, "blue"]


def test_a_column_that_tells_risks_from_issues_is_not_what_a_row_is_about(tmp_path: Path) -> None:
    rows: Rows = [
        ["ID", "Risk or issue", "Description", "Owner", "Action due", "RAG"],
        ["1", "Risk", "Partners do not agree the budget", "Manager", "09/12/22", "R"],
        ["2", "Issue", "No scrutineer is in post", "Chair", "16/12/22", "A"],
    ]
    assert [action.activity for action in read(tmp_path, rows)] == [
        "Partners do not agree the budget",
        "No scrutineer is in post",
    ]
