"""The agenda is changed where it has to be, however it is written, and nowhere else."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.cycle.new.agenda import next_agenda
from boardpack.settings import AgendaFile

LAST, MEETING, AFTER = date(2019, 8, 14), date(2019, 9, 25), date(2019, 11, 6)
HEAD = "# Ours.\n[meeting] # the day\ndate = 2019-08-14 # a Wednesday\n"
ITEM = """
[[item]] # first
number = 1
title = "Minutes of 3 July 2019"
lead = "Chair"
minutes = 5
purpose = "decision"
paper = "a.pdf"
ask = "Agree."
"""

INLINE = """
item = [{number = 1, title = "Minutes of 3 July 2019", lead = "C", minutes = 5, purpose = "decision", ask = "Agree.", paper = "a.pdf"}]
meeting = {date = 2019-08-14}
"""


def changed(text: str) -> str:
    return next_agenda(text, Path("agenda.toml"), MEETING, AFTER, LAST)


def test_an_agenda_without_a_next_meeting_has_one_afterwards() -> None:
    told = tomllib.loads(changed(HEAD + ITEM))
    assert told["meeting"] == {"date": MEETING, "next_meeting": AFTER}
    assert told["item"] == [
        {
            "number": 1,
            "title": "Minutes of 14 August 2019",
            "lead": "Chair",
            "minutes": 5,
            "purpose": "decision",
        }
    ]


def test_every_comment_stays() -> None:
    text = changed(HEAD + ITEM)
    assert all(words in text for words in ("# Ours.", "# the day", "# a Wednesday", "# first"))


@pytest.mark.parametrize(
    "text",
    [
        (HEAD + ITEM).replace("\n", "\r\n"),
        INLINE,
        'meeting.date = 2019-08-14\nmeeting.support = ["x"]\n' + ITEM,
    ],
)
def test_an_agenda_in_another_form_is_changed_as_well(text: str) -> None:
    told = AgendaFile.model_validate(tomllib.loads(changed(text)))
    assert (told.meeting.date, told.meeting.next_meeting) == (MEETING, AFTER)
    assert told.meeting.support == ()
    assert [(item.title, item.ask, item.paper) for item in told.item] == [
        ("Minutes of 14 August 2019", None, None)
    ]


TITLE = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters='"\\'))


@given(st.lists(TITLE, max_size=4), TITLE)
def test_any_other_words_stay(titles: list[str], note: str) -> None:
    items = "".join(ITEM.replace("Minutes of 3 July 2019", title) for title in titles)
    text = changed(f"# {note}\n{HEAD}{items}")
    assert text.startswith(f"# {note}\n")
    assert [item["title"] for item in tomllib.loads(text).get("item", [])] == titles
