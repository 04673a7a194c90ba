"""What a board can quote of a chart, and the rules under it."""

from datetime import date, timedelta

import pytest

from boardpack.analysis.control.chart import control_chart
from boardpack.analysis.control.rule_words import rules_in_words
from boardpack.analysis.control.rules import Near, Rules
from boardpack.analysis.control.verdict import spacing, verdict
from boardpack.model.metrics import Unit
from tests.analysis.control.making import CALM, ON_CALM, chart, month

CHANCE = "No real change: the ups and downs are what chance would bring."


@pytest.mark.parametrize(
    ("values", "direction", "said"),
    [
        ((10.5,), "increase", CHANCE),
        ((9.5, *[10.5] * 8), "increase", "The last eight months are all above the average of 10%: a real improvement, not chance."),
        ((9.5, *[10.5] * 8), "decrease", "The last eight months are all above the average of 10%: a real worsening, not chance."),
        ((10.5, *[9.5] * 10), "neutral", "The last 10 months are all below the average of 10%: a real change, not chance."),
        ((9.1, 9.3, 9.6, 10.2, 10.4, 10.7, 10.9), "increase", "Each of the last six months is higher than the one before: a real improvement, not chance."),
        ((10.9, 10.7, 10.4, 10.2, 9.6, 9.3, 9.1), "increase", "Each of the last seven months is lower than the one before: a real worsening, not chance."),
        ((16.0,), "increase", "The latest month, 16%, is above the upper limit of 15.3%: a real improvement, not chance."),
        ((15.34,), "increase", "The latest month, 15.3%, is just above the upper limit of 15.3%: a real improvement, not chance."),
        ((4.1,), "increase", "The latest month, 4.1%, is below the lower limit of 4.7%: a real worsening, not chance."),
        ((13.6, 10.5, 13.6), "increase", "Two of the last three months are close to the upper limit of 15.3%: a real improvement, not chance."),
        ((6.4, 6.4, 6.4), "increase", "All of the last three months are close to the lower limit of 4.7%: a real worsening, not chance."),
    ],
)  # fmt: skip
def test_the_latest_point_is_told_in_one_sentence(
    values: tuple[float, ...], direction: str, said: str
) -> None:
    made = chart(*CALM, *values, rules=ON_CALM, direction=direction)
    assert verdict(made, Unit.PERCENT) == said


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (65, "At this rate the target of 65% will be missed."),
        (4, "At this rate the target of 4% will be met."),
        (12.5, "At this rate the target of 12.5% may be met or missed by chance."),
    ],
)
def test_a_target_has_a_sentence_of_its_own(target: float, said: str) -> None:
    made = chart(*CALM, 10.5, rules=ON_CALM, target=target)
    assert verdict(made, Unit.PERCENT) == f"{CHANCE} {said}"


def test_a_short_series_is_told_with_its_median_and_from_when_it_is() -> None:
    assert verdict(chart(4, 6, 7), Unit.COUNT) == (
        "Three values are too few to tell change from chance, which takes 13. The median is 6."
    )
    rebased = chart(*CALM, 10.5, 4.5, rebased_at=[13])
    assert verdict(rebased) == (
        "One value since 28 February 2018 is too few to tell change from chance, which takes 13. "
        "The median is 4.5."
    )


def test_what_cannot_be_told_is_said() -> None:
    assert verdict(control_chart([])) == "There is no value, so nothing can be said."
    assert verdict(chart(None, None)) == "There is no value, so nothing can be said."
    assert verdict(chart(*CALM, 16, None, rules=ON_CALM)) == (
        "The latest point, of 28 February 2018, has no value: nothing is said of it."
    )
    assert verdict(chart(*[5.0] * 13), Unit.DAYS) == "No change: every value is 5 days."


def test_a_mean_of_counts_has_a_decimal_and_a_number_without_a_unit_its_digits() -> None:
    made = chart(*(4.0, 5.0) * 6, 3.0, *[6.0] * 7, rules=ON_CALM)
    assert verdict(made, Unit.COUNT).startswith("The last seven months are all above the average of 4.5:")  # fmt: skip
    assert verdict(made).startswith("The last seven months are all above the average of 4.5:")


@pytest.mark.parametrize(
    ("days", "name"),
    [(1, "day"), (7, "week"), (91, "quarter"), (365, "year"), (42, "value"), (2, "value")],
)
def test_points_are_called_by_their_distance(days: int, name: str) -> None:
    assert spacing([date(2019, 1, 1) + timedelta(days * n) for n in range(5)]) == name


def test_months_with_a_gap_are_called_values() -> None:
    assert spacing([month(number) for number in range(12)]) == "month"
    assert spacing([month(0), month(1), month(3)]) == "value"
    assert spacing([month(0)]) == "value"


def test_the_rules_are_told_in_words() -> None:
    assert rules_in_words(Rules()) == (
        "Limits: the average, plus and minus 2.66 times the average moving range. "
        "More than chance: a value outside the limits; seven in a row that rise or fall; "
        "two of three in a row on one side of the average and near its limit or beyond; "
        "seven in a row on one side of the average. "
        "Near begins two thirds of the way to a limit. Limits are drawn from 13 values on."
    )


def test_other_rules_are_told_in_other_words() -> None:
    other = rules_in_words(Rules(6, 8, Near.NHSR, screen=True, min_points=1, baseline=12))
    assert "the average of the first 12 points, plus and minus 2.66 times their average" in other
    assert "from which ranges of 3.267 times it or more were left out once" in other
    assert "eight in a row that rise or fall" in other
    assert "six in a row on one side" in other
    assert "near its limit, not beyond" in other
    assert other.endswith("Limits are drawn for a series of any length.")
