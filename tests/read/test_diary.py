import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.read.dates import mentions
from boardpack.read.diary import read_diary, without_initials

MAY, JUNE = date(2019, 5, 14), date(2019, 6, 15)


@pytest.mark.parametrize(
    ("text", "updates"),
    [
        # the usual form, newest first or last
        ("14.05.19 - JL advised.\n15.06.19 - Agreed.", [(MAY, "JL advised."), (JUNE, "Agreed.")]),
        ("15.06.19 - Agreed.\n14.05.19 - JL advised.", [(JUNE, "Agreed."), (MAY, "JL advised.")]),
        ("July 19 - Panel met.", [(date(2019, 7, 31), "Panel met.")]),
        # bullets, numbers, versions, brackets, weekdays, empty lines
        ("• 14.05.19 - a\n• 15.06.19 - b", [(MAY, "a"), (JUNE, "b")]),
        ("1. 14/05/2019 one\n2. 15/06/2019 two", [(MAY, "one"), (JUNE, "two")]),
        ("v1.0 14.05.19 - a\nv1.1 15.06.19 - b", [(MAY, "a"), (JUNE, "b")]),
        ("[14/05/19] a\n(15/06/19) b", [(MAY, "a"), (JUNE, "b")]),
        ("**14 May 2019** a\n\n\nSat 15 June 2019: b", [(MAY, "a"), (JUNE, "b")]),
        ("Update 14/05/19: a\nUpdated as at 15.06.19 - b", [(MAY, "a"), (JUNE, "b")]),
        # initials before the date stay with the entry
        ("JL 14.05.19 - a", [(MAY, "JL - a")]),
        # the date on a line of its own
        (
            "14.05.19\nJL said this.\n\n15.06.19\nAnd this.",
            [(MAY, "JL said this."), (JUNE, "And this.")],
        ),
        # two entries on one line
        ("14.05.19 - Sent out. 15.06.19 - Came back.", [(MAY, "Sent out."), (JUNE, "Came back.")]),
        ("14.05.19 JL - Sent 15.06.19 PK - Came", [(MAY, "JL - Sent"), (JUNE, "PK - Came")]),
        ("14.05.19 28 sent. 15.06.19 41 sent.", [(MAY, "28 sent."), (JUNE, "41 sent.")]),
        # what is said of the action before the date stays with the entry
        ("CLOSED 15.06.19. Form live.", [(JUNE, "CLOSED - . Form live.")]),
        ("Complete 15/06/19", [(JUNE, "Complete")]),
        ("[PW 15/06/19] Weekly", [(JUNE, "PW - Weekly")]),
        # no year: that of the entry beside it, as near as can be
        ("15.06 - b\n14.05.19 - a", [(JUNE, "b"), (MAY, "a")]),
        ("04/01 begun\n20.12.18 - a", [(date(2019, 1, 4), "begun"), (date(2018, 12, 20), "a")]),
        ("15.06 - b", [(None, "b")]),
        # a stop left out, or a figure too many
        ("1.062019 - b", [(date(2019, 6, 1), "b")]),
        ("17.022.20 - b", [(None, "b")]),
        ("14.05.19 - a\n3.06 FTE posts", [(MAY, "a\n3.06 FTE posts")]),
        ("3.5 posts are filled", [(None, "3.5 posts are filled")]),
        # a date inside a sentence opens nothing
        ("14.05.19 - Sat on 15.06.19 and later.", [(MAY, "Sat on 15.06.19 and later.")]),
        # words before the first date are kept
        ("Lead changed.\n14.05.19 - a", [(None, "Lead changed."), (MAY, "a")]),
        # dates that do not exist
        ("23.019 - a\n05.13.19 - b", [(None, "a"), (None, "b")]),
        ("No date at all", [(None, "No date at all")]),
        ("14th May - JL said", [(None, "14th May - JL said")]),  # of which year?
        ("14.05.19", [(MAY, "")]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_diary_falls_into_its_entries(text: str, updates: list[tuple[date | None, str]]) -> None:
    assert [(update.date, update.text) for update in read_diary(text)[0]] == updates


def test_an_entry_of_a_month_says_so() -> None:
    (update,) = read_diary("July 19 - Panel met.")[0]
    assert update.date_kind == "month"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("JL - advised", "advised"),
        ("JL advised", "advised"),
        ("JL/PK: advised", "advised"),
        ("Advised", "Advised"),
        ("MASH met", "MASH met"),  # four letters are a body and no initials
    ],
)
def test_the_board_reads_an_update_without_initials(text: str, left: str) -> None:
    assert without_initials(text) == left


ENTRIES = st.lists(
    st.sampled_from(
        [
            "14.05.19 - ",
            "July 19 - ",
            "05.13.19 ",
            "23.019",
            "• ",
            "\n",
            "JL ",
            "v1.0 ",
            "Action complete. ",
            "<b>x</b>",
            "2. ",
        ]
    )
    | st.text(max_size=8)
).map("".join)


@given(ENTRIES)
def test_no_word_of_a_diary_is_lost(text: str) -> None:
    updates, openings = read_diary(text)
    kept = " ".join([update.text for update in updates] + [opening.text for opening in openings])
    words = re.findall(r"[^\W\d_]{4,}", text)
    missing = [word for word in words if word not in kept and word not in _OPENING_WORDS]
    assert not missing


_OPENING_WORDS = {"Update", "Updated", "update", "updated"}


@given(ENTRIES)
def test_every_dated_entry_has_a_date_of_the_text(text: str) -> None:
    days = {mention.day for mention in mentions(text)}
    assert {update.date for update in read_diary(text)[0] if update.date} <= days
