"""Dates, numbers and plurals as the pack writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack import words
from boardpack.model.metrics import Period, Unit

MINUS = "\N{MINUS SIGN}"


def test_dates_are_written_day_first_without_a_zero_before_the_day() -> None:
    day = date(2019, 8, 4)
    assert words.long_date(day) == "4 August 2019"
    assert words.short_date(day) == "4 Aug 2019"
    assert words.short_month(day) == "Aug 2019"


def test_every_month_has_its_english_name() -> None:
    names = [words.month_name(month) for month in range(1, 13)]
    assert (names[0], names[11]) == ("January", "December")
    assert len({name[:3] for name in names}) == 12


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "no"), (1, "one"), (9, "nine"), (10, "10"), (2126, "2,126"), (-1, "-1")],
)
def test_counts_below_ten_are_words_in_running_text(count: int, said: str) -> None:
    assert words.in_words(count) == said


def test_a_noun_follows_its_count() -> None:
    assert words.plural(0, "action") == "0 actions"
    assert words.plural(1, "action") == "1 action"
    assert words.plural(1200, "action") == "1,200 actions"
    assert words.plural(2, "entry", "entries") == "2 entries"
    assert words.plural_words(0, "action") == "no actions"
    assert words.plural_words(1, "action is", "actions are") == "one action is"
    assert words.plural_words(12, "action is", "actions are") == "12 actions are"


def test_a_sentence_begins_with_a_capital_and_is_else_unchanged() -> None:
    assert words.sentence("the CAMHS team") == "The CAMHS team"
    assert words.sentence("") == ""


@pytest.mark.parametrize(
    ("items", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_is_joined_with_and(items: list[str], said: str) -> None:
    assert words.join(items) == said


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (0.5, 0, "1"),  # half up, where Python's round gives 0
        (2.5, 0, "3"),
        (61.45, 1, "61.5"),  # as it is written, not as the nearest binary fraction
        (-61.45, 1, f"{MINUS}61.5"),
        (2126, 0, "2,126"),
        (1234567.0, 1, "1,234,567.0"),
        (-0.04, 1, "0.0"),  # no minus before nothing
        (
            1e30,
            0,
            "1,000,000,000,000,000,000,000,000,000,000",
        ),  # more digits than Decimal's default
    ],
)
def test_figures_are_rounded_half_up(value: float, places: int, said: str) -> None:
    assert words.figure(value, places) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (None, Unit.PERCENT, words.DASH),
        (61.4, Unit.PERCENT, "61.4%"),
        (60.0, Unit.PERCENT, "60%"),
        (59.96, Unit.PERCENT, "60%"),
        (0.0, Unit.PERCENT, "0%"),
        (2126.0, Unit.COUNT, "2,126"),
        (426.0, Unit.DAYS, "426 days"),
        (66.72, Unit.RATE_10K, "66.7"),
        (30.25, Unit.FTE, "30.3"),
    ],
)
def test_a_quantity_has_its_unit_and_no_decimal_that_says_nothing(
    value: float | None, unit: Unit, said: str
) -> None:
    assert words.quantity(value, unit) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (1.2, Unit.PERCENT, "+1.2"),
        (-14.0, Unit.COUNT, f"{MINUS}14"),
        (0.0, Unit.PERCENT, "0"),
        (0.04, Unit.PERCENT, "0"),
        (-0.04, Unit.PERCENT, "0"),  # no minus before nothing
        (3.0, Unit.DAYS, "+3"),
    ],
)
def test_a_change_has_its_sign(value: float, unit: Unit, said: str) -> None:
    assert words.change(value, unit) == said


def test_a_mean_of_counts_may_have_a_decimal() -> None:
    assert words.quantity(4.45, Unit.COUNT, places=1) == "4.5"
    assert words.quantity(4.02, Unit.DAYS, places=1) == "4 days"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (58.9286, "58.93"),
        (2126.0, "2,126"),
        (12345.6, "12,346"),
        (60.0, "60"),
        (100.0, "100"),
        (-0.00425, "−0.0043"),
        (0.0, "0"),
        (None, "–"),
        (1e-9, "1.000e−09"),
        (1.5e300, "1.500e+300"),
    ],
)
def test_a_number_without_a_unit_has_four_digits(value: float | None, said: str) -> None:
    assert words.bare_number(value) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (Period(date(2019, 8, 14), "day", "14/08/19"), "14 Aug 2019"),
        (Period(date(2019, 8, 31), "month", "Aug-19"), "Aug 2019"),
        (Period(date(2019, 6, 30), "quarter", "Q1 2019/20"), "Q1 2019/20"),
        (Period(date(2019, 3, 31), "year", "2018/19"), "2018/19"),
        (Period(date(2018, 12, 31), "term", "Autumn 2018"), "Autumn 2018"),
    ],
)
def test_a_period_is_written_as_people_write_it(when: Period, said: str) -> None:
    assert words.period(when) == said


@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(Unit))
def test_every_number_has_words(value: float, unit: Unit) -> None:
    assert words.quantity(value, unit)
    assert "-" not in words.quantity(value, unit)
    assert not words.change(value, unit).startswith("+0 ")
