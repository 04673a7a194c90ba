from datetime import date

import pytest

from boardpack.analysis.indicators903.placements import placements
from boardpack.analysis.indicators903.year import year_of
from boardpack.model.ssda903 import Return
from tests.analysis.indicators903.making import LAST, episodes, figures, of

LONG = "a 1/1/2015 S C2 U6"


@pytest.mark.parametrize(
    ("lines", "carers", "any_change"),
    [
        (["1/1/2017 S C2 U4"], 1, 1),
        (["1/1/2017 S C2 U6 to 9/5/2018 X1", "9/5/2018 P C2 U6 to 9/6/2018 X1", "9/6/2018 B E1 K2"], 3, 3),
        (["1/1/2017 S C2 U6 to 9/5/2018 X1", "9/5/2018 L C1 U6 to 9/6/2018 X1", "9/6/2018 T C1 U4 to 9/7/2018 X1", "9/7/2018 U C2 U4"], 1, 3),
        (["1/1/2017 S C2 U6 to 1/4/2018 X1", "1/4/2018 P C2 U6 to 9/5/2018 X1", "9/5/2018 P C2 K2"], 2, 2),
        (["1/1/2017 S C2 U6 to 2/4/2018 X1", "2/4/2018 P C2 U6 to 9/5/2018 X1", "9/5/2018 P C2 K2"], 3, 3),
        (["1/1/2017 S C2 U4 to 9/5/2018 X1", "9/5/2018 P C2 T3 to 19/5/2018 X1", "19/5/2018 P C2 U4"], 2, 2),
        (["1/3/2018 S C2 T0 to 9/5/2018 X1", "9/5/2018 P C2 U4"], 1, 1),
        (["1/3/2018 S C2 T4"], 0, 0),
        (["3/4/2018 S V2 U6 to 9/5/2018 E4A", "9/7/2018 S V2 U6"], 2, 2),
        (["9/5/2018 L C1 U6", "9/5/2018 S V2 U6 to 9/5/2018 X1"], 1, 1),  # ended first, came first
        (["1/1/2017 S C2 U6 to 9/4/2019 X1", "9/4/2019 P C2 K2"], 1, 1),
        (["1/1/2017 S C2 U4", "9/5/2018 S V3 K2 to 11/5/2018 E8"], 1, 1),
    ],
)  # fmt: skip
def test_placements_are_counted_by_their_reasons(
    lines: list[str], carers: int, any_change: int
) -> None:
    year = year_of(Return(episodes=episodes(*(f"a {line}" for line in lines))), LAST)
    past = year.histories["a"]
    assert placements(year, past, frozenset("SPB")) == carers
    assert placements(year, past, frozenset("SPBTU")) == any_change


def test_three_or_more_are_a_share_of_those_looked_after_at_the_end() -> None:
    moved = ["1/1/2017 S C2 U6 to 9/5/2018 X1", "9/5/2018 P C2 U6 to 9/6/2018 X1"]
    made = figures(
        [
            *(f"a {line}" for line in [*moved, "9/6/2018 P C2 K2"]),
            *(f"b {line}" for line in [*moved, "9/6/2018 T C2 K2"]),
            *(f"c {line}" for line in [*moved, "9/6/2018 P C2 K2 to 9/7/2018 E4A"]),
            "d 1/1/2017 S C2 U4",
        ]
    )
    assert of(made["three_plus_placements"]) == (1, 3)
    assert of(made["three_plus_placements_any_change"]) == (2, 3)
    assert made["three_plus_placements"].value == 33


@pytest.mark.parametrize(
    ("born", "lines", "share"),
    [
        ("1/4/2003", ["a 30/9/2016 S C2 U4"], (1, 1)),
        ("31/3/2003", ["a 30/9/2016 S C2 U4"], (0, 0)),  # 16 on the day
        ("1/4/2003", ["a 1/10/2016 S C2 U4"], (0, 0)),
        ("1/1/2010", [f"{LONG} to 31/3/2017 X1", "a 31/3/2017 P C2 U4"], (1, 1)),
        ("1/1/2010", [f"{LONG} to 1/4/2017 X1", "a 1/4/2017 P C2 U4"], (0, 1)),
        ("1/1/2010", [f"{LONG} to 1/4/2017 X1", "a 1/4/2017 B E1 U4"], (0, 1)),
        ("1/1/2010", [f"{LONG} to 1/9/2017 X1", "a 1/9/2017 T C2 U4"], (1, 1)),
        ("1/1/2010", [f"{LONG} to 1/9/2017 X1", "a 1/9/2017 P C2 T3 to 9/9/2017 X1", "a 9/9/2017 P C2 U6"], (0, 1)),
        ("1/1/2010", [f"{LONG} to 1/9/2016 E4A", "a 5/10/2016 S V2 U4"], (0, 0)),
        ("1/1/2010", [f"{LONG} to 1/9/2016 E4A", "a 25/9/2016 S V2 U4"], (1, 1)),
        ("1/1/2010", ["a 1/1/2015 P C2 U4"], (1, 1)),  # no start in the file
        ("1/1/2010", ["a 1/1/2015 L C2 U4 to 1/9/2017 X1", "a 1/9/2017 L E1 U4"], (1, 1)),
    ],
)  # fmt: skip
def test_the_same_placement_for_two_years(
    born: str, lines: list[str], share: tuple[int, int]
) -> None:
    assert of(figures(lines, {"a": born})["same_placement_2y"]) == share


@pytest.mark.parametrize(
    ("lines", "settled"),
    [
        (["a 31/3/2017 P C2 U4 to 1/9/2018 X1", "a 1/9/2018 P E1 A6"], 1),
        (["a 1/4/2017 P C2 U4 to 1/9/2018 X1", "a 1/9/2018 P E1 A6"], 0),
        (["a 1/9/2018 P E1 A6 to 1/10/2018 X1", "a 1/10/2018 L E1 A6"], 1),
        (["a 1/9/2018 P C2 U5 to 1/10/2018 X1", "a 1/10/2018 U E1 A5"], 0),
        (["a 1/9/2018 P E1 A6 to 1/10/2018 X1", "a 1/10/2018 P C2 U4"], 0),
    ],
)
def test_a_late_move_to_adopters_is_no_change(lines: list[str], settled: int) -> None:
    first = f"{LONG} to {lines[0].split()[1]} X1"
    assert of(figures([first, *lines], {"a": "1/1/2012"})["same_placement_2y"]) == (settled, 1)


def test_a_child_whose_date_of_birth_is_not_known_is_not_among_those_under_16() -> None:
    assert of(figures([LONG])["same_placement_2y"]) == (0, 0)


def test_within_a_year_the_days_of_the_rule_stay_as_written() -> None:
    made = figures(["a 30/9/2015 S C2 U4", "b 1/10/2015 S C2 U4"], {"a": "1/1/2010", "b": "1/1/2010"}, date(2018, 12, 31))  # fmt: skip
    assert of(made["same_placement_2y"]) == (1, 1)
