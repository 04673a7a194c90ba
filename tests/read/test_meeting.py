import shutil
from datetime import date
from pathlib import Path

import pytest

from boardpack.errors import MissingInput, NoMeeting
from boardpack.model.board import Purpose
from boardpack.read.meeting import (
    choose_meeting,
    label_of,
    meeting_folders,
    read_earlier_plan,
    read_meeting,
)
from boardpack.settings import load_settings

INPUTS = Path(__file__).parents[2] / "inputs"


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A board's folder with one meeting, the sample's newest."""
    folder = tmp_path / "inputs"
    shutil.copytree(INPUTS / "2019-08-14", folder / "2019-08-14")
    shutil.copy(INPUTS / "board.toml", folder)
    return folder


def test_a_meeting_is_a_folder_named_by_a_date_that_exists(tmp_path: Path) -> None:
    for name in ("2019-08-14", "2019-07-03", "2019-02-30", "2019-8-1", "notes"):
        (tmp_path / name).mkdir()
    (tmp_path / "2019-09-25").write_text("a file")
    assert [folder.date for folder in meeting_folders(tmp_path)] == [
        date(2019, 7, 3),
        date(2019, 8, 14),
    ]
    assert meeting_folders(tmp_path / "nowhere") == ()


def test_the_newest_meeting_is_chosen_unless_another_is_named(tmp_path: Path) -> None:
    for name in ("2019-07-03", "2019-08-14"):
        (tmp_path / name).mkdir()
    newest, before = choose_meeting(tmp_path, None)
    assert before is not None
    assert (newest.path.name, before.path.name) == ("2019-08-14", "2019-07-03")
    assert choose_meeting(tmp_path, "2019-07-03")[1] is None


def test_a_meeting_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        NoMeeting,
        match=r"/2019-01-01: no such folder\. Name a meeting by its date, such as 2026-12-09\.",
    ):
        choose_meeting(tmp_path, "2019-01-01")
    with pytest.raises(
        NoMeeting, match=r"no meeting found\. Make a folder named by the board's date"
    ):
        choose_meeting(tmp_path, None)


def test_everything_of_a_meeting_is_read(inputs: Path) -> None:
    folder, _ = choose_meeting(inputs, None)
    meeting, findings = read_meeting(folder, inputs, load_settings(inputs / "board.toml"))
    assert (meeting.date, meeting.plan.file) == (date(2019, 8, 14), "inputs/2019-08-14/plan.xlsx")
    assert len(meeting.plan.actions) > 200
    assert len(meeting.metrics.observations) > 2000
    assert [item.purpose for item in meeting.agenda.decisions] == [Purpose.DECISION] * len(
        meeting.agenda.decisions
    )
    assert meeting.agenda.decisions
    assert len(meeting.agenda.support) == 2
    assert len(meeting.recommendations) == 17
    assert meeting.action_log
    assert meeting.minutes
    assert {paper.item.paper for paper in meeting.papers} == {
        paper.name for paper in meeting.papers
    }
    assert {path.name for path in meeting.inputs} >= {
        "plan.xlsx",
        "agenda.toml",
        "definitions.csv",
        "minutes.md",
    }
    assert all(finding.source.file.startswith("inputs/2019-08-14/") for finding in findings)
    assert meeting.plan == read_earlier_plan(folder, inputs, load_settings(inputs / "board.toml"))


def test_files_that_a_meeting_can_do_without_are_told(inputs: Path) -> None:
    missing = {
        "action-log.csv": "The action log",
        "minutes.md": "The minutes file",
        "recommendations.xlsx": "The tracker of recommendations",
    }
    for name in missing:
        (inputs / "2019-08-14" / name).unlink()
    folder, _ = choose_meeting(inputs, None)
    meeting, findings = read_meeting(folder, inputs, load_settings(inputs / "board.toml"))
    assert {str(finding) for finding in findings if finding.kind == "missing-file"} == {
        f"inputs/2019-08-14/{name}: {what} is not there, and its section of the pack says so. Add the file."
        for name, what in missing.items()
    }
    assert (meeting.action_log, meeting.recommendations, meeting.minutes) == ((), (), None)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("plan.xlsx", "the workbook is missing"),
        ("agenda.toml", "the file is missing"),
        ("metrics", "every metrics file is missing"),
        ("metrics/definitions.csv", "the file is missing"),
    ],
)
def test_a_file_that_a_meeting_needs_is_asked_for(inputs: Path, name: str, what: str) -> None:
    path = inputs / "2019-08-14" / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    folder, _ = choose_meeting(inputs, None)
    with pytest.raises(MissingInput, match=what):
        read_meeting(folder, inputs, load_settings(inputs / "board.toml"))


def test_files_are_named_from_the_inputs_folder_on(inputs: Path) -> None:
    assert label_of(inputs / "2019-08-14" / "plan.xlsx", inputs) == "inputs/2019-08-14/plan.xlsx"


def test_an_agenda_of_another_day_is_told(inputs: Path) -> None:
    path = inputs / "2019-08-14" / "agenda.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("date = 2019-08-14", "date = 2019-08-15")
    )
    folder, _ = choose_meeting(inputs, None)
    meeting, findings = read_meeting(folder, inputs, load_settings(inputs / "board.toml"))
    assert [str(finding) for finding in findings if finding.kind == "other-date"] == [
        (
            "inputs/2019-08-14/agenda.toml: The agenda says 15 August 2019 and the folder is that of "
            "14 August 2019, which is taken. Correct the date in the agenda, or rename the folder."
        )
    ]
    assert meeting.date == date(2019, 8, 14)


def test_an_exempt_item_that_names_no_paragraph_is_told(inputs: Path) -> None:
    path = inputs / "2019-08-14" / "agenda.toml"
    told = path.read_text(encoding="utf-8")
    path.write_text(told.replace("paragraph 3 of Part 1 of Schedule 12A", "in confidence"))
    folder, _ = choose_meeting(inputs, None)
    _, findings = read_meeting(folder, inputs, load_settings(inputs / "board.toml"))
    assert [str(f) for f in findings if f.kind == "exempt-without-paragraph"] == [
        (
            'inputs/2019-08-14/agenda.toml: Item 9 is exempt because of "in confidence", which names '
            "no paragraph of Schedule 12A. Write under which of the paragraphs 1 to 7 it is exempt, "
            "such as: paragraph 3 of Part 1 of Schedule 12A."
        )
    ]


def test_the_settings_overrule_the_guess_of_a_heading(inputs: Path) -> None:
    path = inputs / "board.toml"
    told = 'headings = { "Evidence" = "ignore", "BRAG" = "rating" }'
    path.write_text(
        path.read_text(encoding="utf-8").replace("headings = {}", told), encoding="utf-8"
    )
    folder, _ = choose_meeting(inputs, None)
    meeting, _ = read_meeting(folder, inputs, load_settings(path))
    assert {action.evidence for action in meeting.plan.actions} == {""}
    assert any(action.rating for action in meeting.plan.actions)
    sheet = next(sheet for sheet in meeting.plan.sheets if sheet.name == "Open Actions")
    assert sheet.why.startswith(
        'row 5: "Ref" is the ref, "Getting to Good Plan Ref" is the plan ref'
    )


def test_only_what_is_read_of_a_folder_is_an_input(inputs: Path) -> None:
    folder, _ = choose_meeting(inputs, None)
    settings = load_settings(inputs / "board.toml")
    before = read_meeting(folder, inputs, settings)[0].inputs
    (folder.path / "Notes about someone.docx").write_bytes(b"draft")
    (folder.path / "metrics" / "~$open.csv").write_bytes(b"lock")
    assert read_meeting(folder, inputs, settings)[0].inputs == before
    assert folder.path / "plan.xlsx" in before
    assert folder.path / "metrics" / "definitions.csv" in before
