"""The next meeting's folder: made whole from the last one's, and fit to be built as it stands."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from boardpack.cycle.new.meeting import make_meeting
from boardpack.cycle.new.report import new_text
from boardpack.deliver.folder import new_folder
from boardpack.errors import (
    MeetingThere,
    MissingInput,
    NoMeeting,
    NotAfter,
    OutputError,
    SettingsError,
)
from boardpack.model.metrics import Audience
from boardpack.pipeline import Request, build, examine
from tests.cycle.meetings import BEFORE, NEWEST, TEMPLATES, sample
from tests.end_to_end.conftest import files_of

NEXT = date(2019, 9, 25)
NOTED = """item,decision or action,what,owner,due,status,note
5,Decision,Willow House opens in January 2020.,,,,
5,Action,Write to the district about planning,Commissioning Manager,06/09/2019,,
9,Action,Offer the price for the property,Finance Business Partner,,,
"""


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    made = sample(tmp_path)
    (made / NEWEST / "decisions.csv").write_text(NOTED, encoding="utf-8")
    return made


def test_plan_measures_and_recommendations_are_those_of_the_last_meeting_to_the_byte(
    inputs: Path,
) -> None:
    before = files_of(inputs)
    made = make_meeting(inputs, NEXT, None)
    after = files_of(inputs)
    assert {name: after[name] for name in before} == before, "the last meeting is as it was"
    for name in (
        "plan.xlsx",
        "recommendations.xlsx",
        "metrics/definitions.csv",
        "metrics/health.csv",
    ):
        assert after[f"2019-09-25/{name}"] == after[f"{NEWEST}/{name}"]
        assert name in made.files
    assert after["2019-09-25/answers.csv"] == b"code,sheet,objective,ref,answer\r\n"
    assert set(made.files) == set(files_of(made.folder))


def test_the_agenda_keeps_its_comments_and_loses_what_belonged_to_the_last_meeting(
    inputs: Path,
) -> None:
    make_meeting(inputs, NEXT, None)
    old = (inputs / NEWEST / "agenda.toml").read_text(encoding="utf-8")
    text = (inputs / "2019-09-25" / "agenda.toml").read_text(encoding="utf-8")
    comments = [line for line in old.splitlines() if line.startswith("#")]
    assert [line for line in text.splitlines() if line.startswith("#")] == comments
    agenda = tomllib.loads(text)
    meeting = agenda["meeting"]
    assert (meeting["date"], meeting["next_meeting"]) == (NEXT, date(2019, 11, 6))
    assert meeting["support"] == []
    assert len(agenda["item"]) == len(tomllib.loads(old)["item"])
    assert not [item for item in agenda["item"] if {"paper", "ask", "required"} & item.keys()]
    assert [item["number"] for item in agenda["item"] if "exempt" in item] == [9]
    assert agenda["item"][1]["title"].startswith("Minutes of 14 August 2019")


def test_what_was_agreed_is_in_the_action_log_and_what_was_shown_as_closed_is_not(
    inputs: Path,
) -> None:
    made = make_meeting(inputs, NEXT, None)
    assert made.log.added == ("2019-08-14/2", "2019-08-14/3")
    assert "19/24" in made.log.left_out
    log = (made.folder / "action-log.csv").read_text(encoding="utf-8-sig")
    assert "2019-08-14/2,14/08/2019,Write to the district about planning" in log
    assert "19/24" not in log
    assert "19/19" in log
    assert [finding.kind for finding in made.findings] == ["board-action-without-date"]


def test_the_new_meeting_is_built_as_it_stands_and_shows_what_arises(
    inputs: Path, tmp_path: Path
) -> None:
    make_meeting(inputs, NEXT, None)
    built = build(Request(inputs, tmp_path / "out", TEMPLATES, formats=("html", "brief")))
    assert built.folder.name == "2019-09-25"
    page = (built.folder / "pack.html").read_text(encoding="utf-8")
    assert "Willow House opens in January 2020." in page
    assert "Decided and agreed last time" in page
    assert "Minutes of the meeting of 14 August 2019" in page
    assert not [finding for finding in built.findings if finding.severity.value == "error"]


def test_what_was_agreed_under_an_exempt_item_is_not_in_the_public_pack(
    inputs: Path, tmp_path: Path
) -> None:
    make_meeting(inputs, NEXT, None)
    for audience, shown in ((Audience.MEMBERS, True), (Audience.PUBLIC, False)):
        out = tmp_path / audience.value
        built = build(Request(inputs, out, TEMPLATES, formats=("html",), audience=audience))
        page = (built.folder / "pack.html").read_text(encoding="utf-8")
        assert ("Offer the price for the property" in page) is shown
        assert "Write to the district about planning" in page


def test_an_action_noted_after_the_folder_was_made_is_asked_about_and_carried_by_the_next(
    inputs: Path,
) -> None:
    make_meeting(inputs, NEXT, None)
    with (inputs / NEWEST / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write("6,Action,Count the waiting children,Performance Manager,30/09/2019,,\n")
    seen = examine(inputs, "2019-09-25")
    (lost,) = [finding for finding in seen.findings if finding.kind == "board-action-not-in-log"]
    assert "2019-08-14/4" in lost.message
    later = make_meeting(inputs, date(2019, 11, 6), None)
    assert later.log.added == ("2019-08-14/4",)


def test_a_folder_that_is_there_is_left_as_it_is(inputs: Path) -> None:
    make_meeting(inputs, NEXT, None)
    (inputs / "2019-09-25" / "minutes.md").write_text("Written.", encoding="utf-8")
    before = files_of(inputs)
    with pytest.raises(MeetingThere, match="2019-09-25: the folder is there"):
        make_meeting(inputs, NEXT, None)
    assert files_of(inputs) == before


def test_an_earlier_meeting_can_be_begun_from(inputs: Path) -> None:
    made = make_meeting(inputs, NEXT, BEFORE)
    assert made.last.name == BEFORE
    assert (made.folder / "plan.xlsx").read_bytes() == (inputs / BEFORE / "plan.xlsx").read_bytes()


def test_a_meeting_is_made_only_from_one_before_it(inputs: Path) -> None:
    with pytest.raises(NotAfter, match="which is not before it"):
        make_meeting(inputs, date(2019, 8, 1), NEWEST)
    with pytest.raises(NoMeeting):
        make_meeting(inputs, date(2019, 1, 1), None)
    with pytest.raises(NoMeeting, match="2019-01-01: no such folder"):
        make_meeting(inputs, NEXT, "2019-01-01")


def test_where_something_is_missing_or_wrong_nothing_is_made(inputs: Path) -> None:
    before = set(inputs.iterdir())
    (inputs / NEWEST / "agenda.toml").write_text("[meeting", encoding="utf-8")
    with pytest.raises(SettingsError):
        make_meeting(inputs, NEXT, None)
    (inputs / NEWEST / "agenda.toml").write_bytes((inputs / BEFORE / "agenda.toml").read_bytes())
    (inputs / NEWEST / "plan.xlsx").unlink()
    with pytest.raises(MissingInput, match=r"plan\.xlsx"):
        make_meeting(inputs, NEXT, None)
    assert set(inputs.iterdir()) == before


def test_where_the_folder_cannot_be_written_nothing_is_left_behind(inputs: Path) -> None:
    before = set(inputs.iterdir())
    with pytest.raises(OutputError, match="the folder cannot be made"):
        new_folder(inputs / "2019-09-25", {"a": b"1", "x" * 300: b"2"})
    assert set(inputs.iterdir()) == before


def test_a_folder_that_came_in_between_is_not_replaced(inputs: Path) -> None:
    there = inputs / "2019-09-25"
    there.mkdir()
    (there / "mine.txt").write_text("Mine.", encoding="utf-8")
    with pytest.raises(OutputError, match="the folder cannot be made"):
        new_folder(there, {"a": b"1"})
    assert files_of(there) == {"mine.txt": b"Mine."}


def test_what_was_made_is_told_with_the_days_and_the_next_commands(inputs: Path) -> None:
    told = new_text(make_meeting(inputs, NEXT, None))
    for words in (
        "17 files",
        "New in the action log: 2019-08-14/2 and 2019-08-14/3.",
        "Leads are asked for their updates  Wednesday 4 September 2019",
        "boardpack commission 2019-09-25",
    ):
        assert words in told
