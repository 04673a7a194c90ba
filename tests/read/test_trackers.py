from datetime import date
from pathlib import Path

from boardpack.model.plan import Rating
from boardpack.read.trackers import read_action_log, read_recommendations
from tests.read.books import write_book


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
