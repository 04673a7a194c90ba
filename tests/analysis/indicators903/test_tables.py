"""Health, care leavers, missing children and reviews."""

from datetime import date

import pytest

from boardpack.model.ssda903 import Absence, Leaver
from tests.analysis.indicators903.making import figures, health, of

IN_CARE = ["a 1/1/2017 S C2 U4", "b 1/1/2017 S C2 U4", "late 2/4/2018 S C2 U4"]


def test_checks_are_of_the_lines_of_children_in_care_for_12_months() -> None:
    rows = (
        health("a", HEALTH_ASSESSMENT="1", TEETH_CHECK="0"),
        health("b", HEALTH_ASSESSMENT="", TEETH_CHECK="1", IMMUNISATIONS="1"),
        health("late", HEALTH_ASSESSMENT="1", TEETH_CHECK="1", IMMUNISATIONS="1"),
    )
    made = figures(IN_CARE, health=rows)
    assert [of(made[name]) for name in ("health_assessment", "dental", "immunisations")] == [
        (1, 2),
        (1, 2),
        (1, 2),
    ]


@pytest.mark.parametrize(
    ("born", "development", "mean", "returned"),
    [
        ("1/4/2014", (1, 1), None, (1, 1)),  # 4, 5 tomorrow
        ("31/3/2014", (0, 0), 12, (1, 1)),  # 5 today
        ("31/3/2015", (1, 1), None, (1, 1)),  # 4 today
        ("1/4/2015", (1, 1), None, (0, 0)),  # 3, 4 tomorrow
        ("1/4/2002", (0, 0), 12, (1, 1)),  # 16, 17 tomorrow
        ("31/3/2002", (0, 0), None, (0, 0)),  # 17 today
    ],
)
def test_ages_are_those_at_the_end_of_the_period(
    born: str, development: tuple[int, int], mean: float | None, returned: tuple[int, int]
) -> None:
    row = health("a", 12, HEALTH_CHECK="1")
    made = figures(IN_CARE, {"a": born}, health=(row,))
    assert (of(made["development_checks"]), made["sdq_mean"].value, of(made["sdq_return"])) == (
        development,
        mean,
        returned,
    )


def test_a_date_of_birth_is_that_of_the_header_else_that_of_the_line() -> None:
    rows = (health("a", 12, "1/1/2018"), health("b", 15, "1/1/2010"), health("c", 40))
    made = figures([*IN_CARE, "c 1/1/2017 S C2 U4"], {"a": "1/1/2010"}, health=rows)
    assert (made["sdq_mean"].value, of(made["sdq_return"])) == (13.5, (2, 2))


def test_a_line_without_a_score_is_not_a_return() -> None:
    born = dict.fromkeys("ab", "1/1/2010")
    made = figures(IN_CARE, born, health=(health("a", 0), health("b")))
    assert (made["sdq_mean"].value, of(made["sdq_return"])) == (0.0, (1, 2))


def test_care_leavers() -> None:
    leavers = [
        Leaver("YES", "F2", "U1"),
        Leaver("NO", "P5", "D2"),
        Leaver("REFU", "G4", "R1"),
        Leaver("", "", ""),
        Leaver("MAYBE", "H1", "B12"),
        Leaver("NREQ", "0", "G2"),
        Leaver("YES", "0", "H1"),
        Leaver("DIED", "F1", "U1"),
        Leaver("RHOM", "F1", "U1"),
        Leaver("YES", "F1", "X1"),
    ]
    made = figures(leavers=tuple(leavers))
    assert of(made["care_leavers_in_touch"]) == (3, 8)
    assert of(made["care_leavers_eet"]) == (3, 8)
    assert of(made["care_leavers_accommodation"]) == (2, 5)


def test_missing_and_away_in_the_year() -> None:
    absences = tuple(
        Absence(child, kind, date(year, month, day))
        for child, kind, year, month, day in (
            ("a", "M", 2018, 4, 1),
            ("a", "M", 2019, 3, 31),
            ("b", "M", 2018, 3, 31),
            ("b", "M", 2019, 4, 1),
            ("b", "A", 2018, 9, 9),
            ("b", "X", 2018, 9, 9),
        )
    )
    made = figures(absences=absences)
    names = ("missing_incidents", "missing_children", "away_incidents", "away_children")
    assert [made[name].value for name in names] == [2, 1, 1, 1]


def test_reviews_in_the_year() -> None:
    days = (date(2018, 3, 31), date(2018, 4, 1), date(2019, 3, 31), date(2019, 4, 1))
    assert figures(reviews=days)["reviews"].value == 2
