"""A new entry of a diary looks like the others and stands where the newest stands."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.cycle.collect.diary import Entry, Manner, entries_of, manner
from boardpack.read.diary import read_diary

DAY = date(2019, 7, 4)


@pytest.mark.parametrize(
    ("diary", "then"),
    [
        ("14.05.19 - One\n02.04.19 - Two", "04.07.19 - New\n14.05.19 - One\n02.04.19 - Two"),
        ("02.04.19 - Two\n14.05.19 - One", "02.04.19 - Two\n14.05.19 - One\n04.07.19 - New"),
        ("14/05/2019: One\n\n02/04/2019: Two", "04/07/2019: New\n\n14/05/2019: One\n\n02/04/2019: Two"),
        ("• 14.5.19 – One\n• 2.4.19 – Two", "• 4.7.19 – New\n• 14.5.19 – One\n• 2.4.19 – Two"),
        ("14th May 2019 - One\n2nd April 2019 - Two", "4th July 2019 - New\n14th May 2019 - One\n2nd April 2019 - Two"),
        ("Words without a date", "04.07.19 - New\nWords without a date"),
        ("", "04.07.19 - New"),
    ],
)  # fmt: skip
def test_an_entry_is_written_in_the_manner_of_its_diary(diary: str, then: str) -> None:
    how = manner(diary, [])
    assert how.joined(diary, [how.entry(DAY, "New")]) == then


def test_a_diary_that_shows_no_order_follows_the_others_of_its_sheet() -> None:
    others = ["01/02/19 - a\n01/03/19 - b", "01/02/19 - a\n01/03/19 - b"]
    how = manner("14.05.19 - One", others)
    assert how.joined("14.05.19 - One", [how.entry(DAY, "New")]) == "14.05.19 - One\n04.07.19 - New"


@pytest.mark.parametrize(
    ("answer", "entries"),
    [
        ("On track.", (Entry(None, "On track."),)),
        ("28.06.19 - Done", (Entry(date(2019, 6, 28), "Done"),)),
        ("28.06.19 - Done\n01.07.19 - More", (Entry(date(2019, 6, 28), "Done"), Entry(date(2019, 7, 1), "More"))),
        ("31.12.19 - the lease ends", (Entry(None, "31.12.19 - the lease ends"),)),
        ("31.04.19 - no such day", (Entry(None, "31.04.19 - no such day"),)),
        ("Before\n28.06.19 - Done", (Entry(None, "Before\n28.06.19 - Done"),)),
    ],
)  # fmt: skip
def test_an_answer_with_days_of_its_own_keeps_them_where_they_have_come(
    answer: str, entries: tuple[Entry, ...]
) -> None:
    assert entries_of(answer, DAY) == entries


@given(st.text(max_size=80))
def test_no_letter_of_an_answer_is_lost(answer: str) -> None:
    kept = "".join(str(entry.day or "") + entry.text for entry in entries_of(answer, DAY))
    assert [c for c in answer if c.isalpha()] == [c for c in kept if c.isalpha()] or any(
        entry.day for entry in entries_of(answer, DAY)
    )


@given(
    st.dates(date(2001, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["14.05.19", "1/5/2019", "14 May 2019", "3rd Jun 19"]),
)
def test_a_day_in_any_form_is_read_back_as_that_day(day: date, example: str) -> None:
    entry = Manner(example=example).entry(day, "Words of an update")
    (update,) = read_diary(entry)[0]
    assert (update.date, update.text) == (day, "Words of an update")


@given(
    st.lists(st.dates(date(2018, 1, 1), DAY - timedelta(1)), min_size=2, max_size=5, unique=True),
    st.booleans(),
)
def test_a_new_entry_stands_at_the_newest_end(days: list[date], newest_first: bool) -> None:
    lines = [
        f"{day:%d.%m.%y} - Words {number}"
        for number, day in enumerate(sorted(days, reverse=newest_first))
    ]
    how = manner("\n".join(lines), [])
    text = how.joined("\n".join(lines), [how.entry(DAY, "New words")])
    assert text.split("\n")[0 if newest_first else -1] == "04.07.19 - New words"
