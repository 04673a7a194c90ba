from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.read.dates import mentions, why_impossible
from boardpack.words import long_date, month_name, short_date

FORMS = [
    # day first, with every divider
    ("31/12/2019", date(2019, 12, 31), "day"),
    ("31/12/19", date(2019, 12, 31), "day"),
    ("31.12.19", date(2019, 12, 31), "day"),
    ("31-12-2019", date(2019, 12, 31), "day"),
    ("1/2/19", date(2019, 2, 1), "day"),
    # as computers write it
    ("2019-12-31", date(2019, 12, 31), "day"),
    # the month in words, short, long, misspelt, run together
    ("30th April 2020", date(2020, 4, 30), "day"),
    ("30 Apr 20", date(2020, 4, 30), "day"),
    ("30th of April, 2020", date(2020, 4, 30), "day"),
    ("30-Apr-20", date(2020, 4, 30), "day"),
    ("30 Apr '20", date(2020, 4, 30), "day"),
    ("5 Sept. 2019", date(2019, 9, 5), "day"),
    ("2 Feburary 2019", date(2019, 2, 2), "day"),
    ("30 Apr 2020", date(2020, 4, 30), "day"),
    # the month first
    ("April 30th 2020", date(2020, 4, 30), "day"),
    ("April 30, 2020", date(2020, 4, 30), "day"),
    # months, by their last day
    ("Jul-20", date(2020, 7, 31), "month"),
    ("July 2020", date(2020, 7, 31), "month"),
    ("Feb 20", date(2020, 2, 29), "month"),
    ("Feb'19", date(2019, 2, 28), "month"),
    ("SEPTEMBER 2020", date(2020, 9, 30), "month"),
    ("03/2020", date(2020, 3, 31), "month"),
    ("3.2020", date(2020, 3, 31), "month"),
]


@pytest.mark.parametrize(("text", "day", "kind"), FORMS)
def test_a_form_that_leads_type_is_read(text: str, day: date, kind: str) -> None:
    (found,) = mentions(text)
    assert (found.day, found.kind, found.fault, found.malformed) == (day, kind, None, False)
    assert found.text == text


@pytest.mark.parametrize(("text", "day", "kind"), FORMS)
def test_a_date_is_found_inside_a_sentence(text: str, day: date, kind: str) -> None:
    (found,) = mentions(f"agreed by {text}, then sent on")
    assert (found.day, found.kind) == (day, kind)


@pytest.mark.parametrize(
    ("text", "day", "kind"),
    [
        ("01./03/20", date(2020, 3, 1), "day"),  # a divider too many
        ("30.1119", date(2019, 11, 30), "day"),  # a divider too few
        ("Nov1-8", date(2018, 11, 30), "month"),  # a dash inside the year
        ("23.019", None, "day"),  # month and year run together: no telling
    ],
)
def test_a_mistyped_date_is_guessed_and_said_to_be(text: str, day: date | None, kind: str) -> None:
    (found,) = mentions(text)
    assert (found.day, found.kind, found.malformed) == (day, kind, True)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31/04/19", "April has 30 days"),
        ("29/02/2019", "February has 28 days"),
        ("05.13.19", "there is no month 13"),
        ("00/05/19", "May has 31 days"),
        ("31st June 2019", "June has 30 days"),
        ("2019-02-30", "February has 28 days"),
    ],
)
def test_a_day_that_does_not_exist_says_why(text: str, why: str) -> None:
    (found,) = mentions(text)
    assert (found.day, found.fault) == (None, why)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TBC",
        "2018-2019",  # two years
        "2019/20",  # a financial year
        "version 2.1.1",
        "£31.12",
        "1,234.56",
        "in May 45 children",  # a count
        "June 19 of 24 homes",  # a count
        "30th April",  # no year
        "marching 12",
        "12.345",
        "19%",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert mentions(text) == ()


def test_several_dates_keep_the_order_of_the_text() -> None:
    found = mentions("Final draft 30th Jan 2019 amended 01.05.19, Dec 18")
    assert [mention.day for mention in found] == [
        date(2019, 1, 30),
        date(2019, 5, 1),
        date(2018, 12, 31),
    ]


DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(
    DAYS,
    st.sampled_from(
        [
            "{0:%d/%m/%Y}",
            "{0:%d.%m.%y}",
            "{0:%Y-%m-%d}",
            "{0.day} {1} {0.year}",
            "{1} {0.day}, {0.year}",
        ]
    ),
)
def test_every_day_of_the_century_is_read_back(day: date, form: str) -> None:
    (found,) = mentions(form.format(day, month_name(day.month)))
    assert (found.day, found.kind) == (day, "day")


@given(DAYS)
def test_the_dates_that_the_pack_writes_are_read_back(day: date) -> None:
    assert [found.day for found in mentions(f"{long_date(day)}; {short_date(day)}")] == [day, day]


DATE_LIKE = st.text(st.sampled_from("0123456789./-: ’'stndrhOf,JanFebMayJulySept%£\n")) | st.text()


@given(DATE_LIKE)
def test_any_text_is_searched_without_an_error_and_mentions_stand_in_it(text: str) -> None:
    end = 0
    for found in mentions(text):
        assert text[found.start : found.end] == found.text
        assert end <= found.start < found.end
        assert (found.day is None) == (found.fault is not None)
        end = found.end


@given(st.integers(2000, 2099), st.integers(-3, 20), st.integers(-3, 40))
def test_a_day_exists_or_there_is_a_reason_why_not(year: int, month: int, day: int) -> None:
    why = why_impossible(year, month, day)
    if why is None:
        date(year, month, day)
    else:
        with pytest.raises(ValueError, match=r".+"):
            date(year, month, day)
