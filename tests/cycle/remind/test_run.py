"""Reminders as a mail program reads them, and the briefing that names the same leads."""

from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pikepdf
import pytest

from boardpack.cycle.remind.run import remind, remind_text
from boardpack.errors import NothingAsked
from boardpack.pipeline import Request, brief, examine
from tests.cycle.meetings import BEFORE, NEWEST, TEMPLATES, ask, sample
from tests.tools import text_of

FOSTERING, IRO = "Head of Fostering", "IRO Manager"
DUE = date(2019, 7, 31)


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """Two boards whose leads were asked: one lead was late, another has answered this time."""
    made = sample(tmp_path)
    every = {lead for story in examine(made, BEFORE).stories for lead in story.action.lead}
    ask(made, BEFORE, late=(FOSTERING,), back=tuple(every - {FOSTERING}))
    ask(made, NEWEST, back=(IRO,))
    return made


def drafts(inputs: Path, tmp_path: Path, today: date = DUE) -> dict[str, EmailMessage]:
    made = remind(inputs, tmp_path / "out", TEMPLATES, NEWEST, today)
    return {
        one.lead: message_from_bytes((made.folder / file).read_bytes(), policy=default)
        for file, one in made.drafts
    }


def test_each_lead_who_has_not_answered_has_a_draft_that_is_not_sent(
    inputs: Path, tmp_path: Path
) -> None:
    made = drafts(inputs, tmp_path)
    every = {lead for story in examine(inputs, NEWEST).stories for lead in story.action.lead}
    assert set(made) == every - {IRO}
    letter = made[FOSTERING]
    assert letter["X-Unsent"] == "1"
    assert letter["To"].endswith("@example.gov.uk")
    assert "Date" not in letter


def test_a_draft_lists_the_rows_of_its_lead_with_their_questions(
    inputs: Path, tmp_path: Path
) -> None:
    body = drafts(inputs, tmp_path)[FOSTERING].get_content()
    own = [s for s in examine(inputs, NEWEST).stories if FOSTERING in s.action.lead]
    assert body.count("\n- Objective") == len(own)
    asked = [question.message for story in own for question in story.to_ask]
    assert asked
    assert all(" ".join(question.split())[:40] in body for question in asked)


def test_a_lead_who_was_late_before_is_written_to_more_firmly(inputs: Path, tmp_path: Path) -> None:
    made = drafts(inputs, tmp_path)
    firm = made.pop(FOSTERING).get_content()
    assert "They were late once before." in firm
    assert not [one for one in made.values() if "late once" in one.get_content()]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2019, 7, 30), "are due on Wednesday 31 July 2019."),
        (DUE, "are due today, Wednesday 31 July 2019."),
        (date(2019, 8, 1), "1 day ago"),
        (date(2019, 8, 3), "3 days ago"),
    ],
)
def test_a_draft_says_how_late_it_is(inputs: Path, tmp_path: Path, today: date, words: str) -> None:
    assert words in drafts(inputs, tmp_path, today)[FOSTERING].get_content()


def test_who_has_answered_since_has_no_draft_any_longer(inputs: Path, tmp_path: Path) -> None:
    first = remind(inputs, tmp_path / "out", TEMPLATES, NEWEST, DUE)
    returned = inputs / NEWEST / "returns"
    returned.mkdir()
    gone = next(file for file, one in first.drafts if one.lead == FOSTERING)
    (returned / gone.replace(".eml", ".xlsx")).write_bytes(b"")
    second = remind(inputs, tmp_path / "out", TEMPLATES, NEWEST, DUE)
    assert len(second.drafts) == len(first.drafts) - 1
    assert not (second.folder / gone).exists()


def test_the_same_day_gives_the_same_drafts(inputs: Path, tmp_path: Path) -> None:
    folder = remind(inputs, tmp_path / "out", TEMPLATES, NEWEST, DUE).folder
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    remind(inputs, tmp_path / "out", TEMPLATES, NEWEST, DUE)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_draft_is_told_with_its_lead(inputs: Path, tmp_path: Path) -> None:
    told = remind_text(remind(inputs, tmp_path / "out", TEMPLATES, NEWEST, DUE))
    assert f"{FOSTERING}, " in told
    assert "late 1 of 1 times before" in told


def test_where_nobody_was_asked_nobody_is_reminded(tmp_path: Path) -> None:
    with pytest.raises(NothingAsked, match="boardpack commission 2019-08-14"):
        remind(sample(tmp_path), tmp_path / "out", TEMPLATES, None, DUE)
    assert not (tmp_path / "out").exists()


def test_the_briefing_names_who_has_not_answered_and_how_often_that_was_so_before(
    inputs: Path, tmp_path: Path
) -> None:
    made = brief(Request(inputs, tmp_path / "out", TEMPLATES, NEWEST))
    with pikepdf.open(made.path) as pdf:
        assert len(pdf.pages) <= 2
    words = " ".join(text_of(made.path, "-raw").split())
    assert "leads who were asked have not sent updates, one of them late before as well" in words
    assert f"{FOSTERING} " in words
    assert "1 of 1" in words
