from datetime import date
from pathlib import Path

from boardpack.model.plan import Rating
from boardpack.read.trackers import (
    answers_of_sheets,
    read_action_log,
    read_answers,
    read_recommendations,
)
from tests.read.books import HEADER, ROW, read_book, write_book


def test_a_line_of_the_action_log_is_read(tmp_path: Path) -> None:
    path = tmp_path / "action-log.csv"
    path.write_text(
        "Ref,Raised,Action,Owner,Due,Status,Update\nA1,03/07/2019,Write to schools,Head,31/07/2019,Done,Sent\nA2,,Ring,Head,soon,,\n"
    )
    lines, findings = read_action_log(path, "action-log.csv")
    assert [(line.ref, line.due.date, line.due.kind, line.is_done) for line in lines] == [
        ("A1", date(2019, 7, 31), "day", True),
        ("A2", None, "text", False),
    ]
    assert (str(lines[1].source), findings) == ("action-log.csv, line 3", ())


def test_an_action_log_without_some_columns_is_read(tmp_path: Path) -> None:
    path = tmp_path / "action-log.csv"
    path.write_text("action\nRing\n")
    (line,), _ = read_action_log(path, "action-log.csv")
    assert (line.ref, line.action, line.status, line.due.kind) == ("", "Ring", "", "none")


def test_recommendations_are_read_as_the_table_that_they_are(tmp_path: Path) -> None:
    header = [
        "No",
        "Recommendation",
        "Current position",
        "Rating",
        "Linked plan refs",
        "Lead",
        "Due date",
    ]
    table = [
        ["Tracker"],
        [],
        header,
        [1, "See every child", "Most seen", "On track", "2.1, 3.4", "Head", date(2019, 12, 31)],
    ]
    (found,), findings = read_recommendations(
        write_book(tmp_path / "r.xlsx", {"Tracker": table}), "r.xlsx"
    )
    assert (found.number, found.text, found.position, found.rating) == (
        "1",
        "See every child",
        "Most seen",
        Rating.GREEN,
    )
    assert (found.rating_text, found.plan_refs, found.due.date) == (
        "On track",
        "2.1, 3.4",
        date(2019, 12, 31),
    )
    assert (found.source.sheet, found.source.cell) == ("Tracker", "A4")
    assert [finding.kind for finding in findings] == ["odd-rating"]


def test_answers_are_read_with_the_row_that_they_are_about(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(
        "code,sheet,objective,ref,answer\nP001,Open Actions,2,3b,In September.\nP002,Open Actions,,4,\n"
    )
    (given,), findings = read_answers(path, "answers.csv")
    assert (given.question, given.sheet, given.objective, given.ref) == (
        "P001",
        "Open Actions",
        2,
        "3b",
    )
    assert (given.text, str(given.source)) == ("In September.", "answers.csv, line 2")
    assert findings == ()
    assert read_answers(tmp_path / "none.csv", "none.csv") == ((), ())


def test_answers_without_a_column_are_told(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("code,ref,answer\nP001,3b,In September.\n")
    given, (fault,) = read_answers(path, "answers.csv")
    assert given == ()
    assert str(fault) == (
        "answers.csv, line 1: There is no column sheet, and the file is left out. "
        "Give it a header line with: code, sheet, objective, ref, answer."
    )


def test_answers_may_stand_on_a_sheet_of_the_plan(tmp_path: Path) -> None:
    answers = [
        ["Code", "Sheet", "Objective", "Ref", "Answer"],
        ["P001", "Plan", 2, "3b", "In May."],
    ]
    plan, _ = read_book(tmp_path, {"Plan": [HEADER, ROW], "Answers": answers})
    (given,) = answers_of_sheets(plan)
    assert (given.question, given.sheet, given.objective, given.ref, given.text) == (
        "P001",
        "Plan",
        2,
        "3b",
        "In May.",
    )
