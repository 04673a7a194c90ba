from datetime import date

import pytest

from boardpack.analysis.indicators903.year import age_on, first_day
from tests.analysis.indicators903.making import figures

ALL = ("cla_at_period_end", "children_started_in_year", "children_ceased_in_year", "cla_12_months")


@pytest.mark.parametrize(
    ("lines", "counted"),
    [
        (["a 1/1/2017 S C2 U4"], (1, 0, 0, 1)),
        (["a 1/1/2017 S C2 U4 to 31/3/2019 E4A"], (0, 0, 1, 0)),
        (["a 1/1/2017 S C2 U4 to 1/4/2019 E4A"], (1, 0, 0, 1)),
        (["a 31/3/2019 S C2 U4"], (1, 1, 0, 0)),
        (["a 1/4/2019 S C2 U4"], (0, 0, 0, 0)),
        (["a 1/4/2018 S C2 U4"], (1, 1, 0, 1)),
        (["a 2/4/2018 S C2 U4"], (1, 1, 0, 0)),
        (["a 1/1/2017 S C2 U4 to 1/4/2018 E13"], (0, 0, 1, 0)),
        (["a 1/1/2017 S C2 U4 to 31/3/2018 E13"], (0, 0, 0, 0)),
        (["a 1/1/2017 S C2 U4 to 1/6/2018 X1"], (0, 0, 0, 0)),
        (["a 1/1/2017 S C2 U4 to 1/6/2018 X1", "a 1/6/2018 P C2 K2"], (1, 0, 0, 1)),
        (["a 1/1/2017 S C2 U4 to 1/6/2018 -", "a 1/6/2018 P C2 K2"], (1, 0, 0, 0)),
        (["a 1/1/2017 S C2 U4 to 1/6/2018 E99"], (0, 0, 1, 0)),
        (["a 1/1/2017 S C2 U4 to 1/6/2018 E4A", "a 1/6/2018 S C2 U4"], (1, 1, 1, 0)),
        (["a 1/1/2017 S C2 U4 to 3/4/2019 E4A", "a 9/4/2019 S C2 U4"], (1, 0, 0, 1)),
        (["a 9/8/2018 P C2 U4"], (1, 0, 0, 1)),  # the start stands in an earlier year's file
        (["a 1/5/2018 S V2 U4 to 2/5/2018 E4B", "a 1/6/2018 S V2 U4 to 2/6/2018 E4B"], (0, 1, 1, 0)),
    ],
)  # fmt: skip
def test_who_came_who_left_and_who_stayed(lines: list[str], counted: tuple[int, ...]) -> None:
    made = figures(lines)
    assert tuple(made[name].value for name in ALL) == counted


@pytest.mark.parametrize(
    ("lines", "counted"),
    [
        (["a 1/1/2017 S V4 U4"], (0, 0, 0, 0)),
        (["a 1/5/2018 S V3 U4 to 3/5/2018 E8"], (0, 0, 0, 0)),
        (["a 1/1/2017 S V2 U4", "a 1/5/2018 S V3 K2 to 3/5/2018 E8"], (1, 0, 0, 0)),
        (["a 1/1/2017 S V2 U4", "a 1/3/2018 S V3 K2 to 1/4/2018 E8"], (1, 0, 0, 1)),
        (["a 1/1/2017 S V2 U4", "a 1/3/2018 S V3 K2 to 2/4/2018 E8"], (1, 0, 0, 0)),
    ],
)
def test_short_breaks_are_left_out_and_end_the_12_months(
    lines: list[str], counted: tuple[int, ...]
) -> None:
    made = figures(lines)
    assert tuple(made[name].value for name in ALL) == counted


@pytest.mark.parametrize(
    ("reason", "ends", "adopted", "guardianship"),
    [
        ("E11", "31/3/2019", 1, 0),
        ("E12", "1/4/2018", 1, 0),
        ("E11", "31/3/2018", 0, 0),
        ("E12", "1/4/2019", 0, 0),
        *((reason, "1/9/2018", 0, 1) for reason in ("E45", "E46", "E47", "E48")),
        *((reason, "1/9/2018", 0, 0) for reason in ("E43", "E44", "E41", "E4A")),
    ],
)
def test_who_left_to_be_adopted_or_to_a_special_guardian(
    reason: str, ends: str, adopted: int, guardianship: int
) -> None:
    made = figures([f"a 1/1/2017 S C2 A4 to {ends} {reason}"])
    assert (made["adopted_in_year"].value, made["sgo_in_year"].value) == (adopted, guardianship)


def test_a_year_begins_on_the_first_of_april() -> None:
    assert first_day(date(2019, 3, 31)) == date(2018, 4, 1)
    assert first_day(date(2018, 12, 31)) == first_day(date(2018, 4, 1)) == date(2018, 4, 1)


def test_an_age_is_in_whole_years() -> None:
    assert [age_on(date(2019, 3, 31), date(2003, 3, day)) for day in (30, 31)] == [16, 16]
    assert age_on(date(2019, 3, 31), date(2003, 4, 1)) == 15
    assert [age_on(date(2019, *day), date(2004, 2, 29)) for day in ((2, 28), (3, 1))] == [14, 15]
