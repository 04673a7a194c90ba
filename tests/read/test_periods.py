from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.read.periods import read_period


@pytest.mark.parametrize(
    ("text", "end", "kind"),
    [
        ("2019-07", date(2019, 7, 31), "month"),
        ("Jul-19", date(2019, 7, 31), "month"),
        ("July 2019", date(2019, 7, 31), "month"),
        ("07/2019", date(2019, 7, 31), "month"),
        ("2020-02", date(2020, 2, 29), "month"),
        ("2019-07-29", date(2019, 7, 29), "day"),
        ("29/07/2019", date(2019, 7, 29), "day"),
        # the financial year begins in April
        ("Q1 2019/20", date(2019, 6, 30), "quarter"),
        ("Q3 2019/20", date(2019, 12, 31), "quarter"),
        ("q4 2019-20", date(2020, 3, 31), "quarter"),
        ("2018/19", date(2019, 3, 31), "year"),
        ("2018-2019", date(2019, 3, 31), "year"),
        ("Autumn 2018", date(2018, 12, 31), "term"),
        ("spring term 2019", date(2019, 4, 30), "term"),
        ("Summer 2019", date(2019, 7, 31), "term"),
    ],
)
def test_a_period_ends_on_its_last_day(text: str, end: date, kind: str) -> None:
    for words in (text, f"  {text} "):
        period = read_period(words)
        assert period is not None
        assert (period.end, period.kind, period.text) == (end, kind, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "total",
        "2019",  # which year: calendar, financial, academic?
        "2019-13",
        "31/04/2019",
        "Q5 2019/20",
        "Q1 2019/21",
        "2018/20",
        "30.1119",  # guessed dates are for people, not for exports
        "July 2019 and August 2019",
    ],
)
def test_what_names_no_period_is_none(text: str) -> None:
    assert read_period(text) is None


@given(
    st.lists(
        st.sampled_from(["Q1", "2019", "/", "20", "-", "07", "Jul", "Autumn", "term", " "])
        | st.text(max_size=3)
    ).map("".join)
)
def test_any_text_is_read_without_an_error(text: str) -> None:
    period = read_period(text)
    assert period is None or period.text == text.strip()


@given(st.integers(2000, 2098), st.integers(1, 4))
def test_the_four_quarters_fill_their_year(year: int, quarter: int) -> None:
    period, whole = (
        read_period(f"Q{quarter} {year}/{(year + 1) % 100:02}"),
        read_period(f"{year}/{(year + 1) % 100:02}"),
    )
    assert period is not None
    assert whole is not None
    assert (whole.end.year - period.end.year) * 12 + whole.end.month - period.end.month == 3 * (
        4 - quarter
    )
