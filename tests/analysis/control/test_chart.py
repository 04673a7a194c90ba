"""Groups, their numbers, and the two icons of the latest one."""

from datetime import date

import pytest

from boardpack.analysis.control.chart import control_chart, run_median
from boardpack.analysis.control.icon_words import assurance_words, point_words, variation_words
from boardpack.analysis.control.kinds import Direction, direction_of
from boardpack.analysis.control.rules import Near, Rules
from boardpack.errors import RepeatedDate
from boardpack.model.metrics import Good
from tests.analysis.control.making import CALM, ON_CALM, chart, month, months

AS_IN_R = Rules(near=Near.NHSR, screen=True, min_points=1)


def test_points_stand_in_the_order_of_their_dates() -> None:
    points = months([*CALM, 10.5])
    assert control_chart(points[::-1]) == control_chart(points)


def test_two_values_for_one_date_are_refused_in_words() -> None:
    with pytest.raises(RepeatedDate, match="two values for 2017-01-31"):
        control_chart([(month(0), 1.0), (month(1), 2.0), (month(0), 1.0)])


def test_a_series_without_a_point_has_a_chart_without_one() -> None:
    made = control_chart([])
    assert (made.points, made.latest, made.latest_group, made.run_median) == ((), None, None, None)
    assert (made.limits.mean, made.variation, made.assurance) == (None, None, None)


def test_a_rebase_starts_a_group_at_its_point_with_limits_of_its_own() -> None:
    made = chart(*CALM, 10.5, *(value + 20 for value in (*CALM, 10.5)), rebased_at=[13])
    assert [(g.number, len(g.points), round(g.limits.mean or 0)) for g in made.groups] == [(0, 13, 10), (1, 13, 30)]  # fmt: skip
    assert made.limits == made.groups[1].limits
    assert made.latest_group == made.groups[1]
    assert [point.group for point in made.points] == [0] * 13 + [1] * 13


def test_a_rebase_on_a_day_without_a_point_starts_no_group() -> None:
    assert len(control_chart(months(CALM), rebases=[date(2017, 2, 1)]).groups) == 1


def test_a_rebase_at_the_first_point_is_the_first_group_whatever_its_number() -> None:
    assert [g.number for g in chart(*CALM, rebased_at=[0]).groups] == [0]
    assert [g.number for g in chart(*CALM, rebased_at=[0], rules=AS_IN_R).groups] == [1]


@pytest.mark.parametrize(
    ("value", "direction", "variation", "words"),
    [
        (16.0, "increase", "improvement", "Special cause, improvement: higher"),
        (16.0, "decrease", "concern", "Special cause, concern: higher"),
        (16.0, "neutral", "neutral-high", "Special cause, neither better nor worse: higher"),
        (4.0, "increase", "concern", "Special cause, concern: lower"),
        (4.0, "decrease", "improvement", "Special cause, improvement: lower"),
        (4.0, "neutral", "neutral-low", "Special cause, neither better nor worse: lower"),
        (10.5, "increase", "common-cause", "Common cause: no significant change"),
    ],
)
def test_the_variation_is_what_the_latest_point_means(
    value: float, direction: str, variation: str, words: str
) -> None:
    made = chart(*CALM, value, rules=ON_CALM, direction=direction)
    assert made.variation == variation
    assert variation_words(made) == words == point_words(made.points[-1])


def test_where_the_latest_value_is_missing_there_is_nothing_to_say_of_it() -> None:
    made = chart(*CALM, 16.0, None, rules=ON_CALM, target=20)
    assert (made.variation, made.assurance) == ("common-cause", "fail")
    assert made.latest is not None
    assert (made.latest.value, made.latest.side) == (None, 0)


@pytest.mark.parametrize(
    ("target", "direction", "assurance", "words"),
    [
        (15.4, "increase", "fail", "Assurance: the target will be missed"),
        (15.4, "decrease", "pass", "Assurance: the target will be met"),
        (4.6, "increase", "pass", "Assurance: the target will be met"),
        (4.6, "decrease", "fail", "Assurance: the target will be missed"),
        (15.3, "increase", "hit-or-miss", "Assurance: the target may be met or missed by chance"),
        (4.7, "decrease", "hit-or-miss", "Assurance: the target may be met or missed by chance"),
        (15.4, "neutral", None, None),
        (None, "increase", None, None),
    ],
)
def test_the_assurance_is_where_the_target_stands_to_the_limits(
    target: float | None, direction: str, assurance: str | None, words: str | None
) -> None:
    made = chart(*CALM, 10.5, rules=ON_CALM, direction=direction, target=target)
    assert (made.assurance, assurance_words(made)) == (assurance, words)


@pytest.mark.parametrize(
    ("target", "direction", "assurance"),
    [(5, "increase", "pass"), (6, "increase", "fail"), (4, "decrease", "fail"), (5, "decrease", "pass")],
)  # fmt: skip
def test_a_series_that_does_not_vary_meets_its_target_or_does_not(
    target: float, direction: str, assurance: str
) -> None:
    for rules in (Rules(), Rules(screen=True)):
        made = chart(*[5.0] * 13, rules=rules, direction=direction, target=target)
        assert made.assurance == assurance
    in_r = chart(*[5.0] * 13, rules=AS_IN_R, direction=direction, target=target)
    assert in_r.assurance == "hit-or-miss"


def test_without_a_range_there_is_no_assurance_but_in_the_r_package() -> None:
    values = [10.0, None, 12.0, None] * 7
    assert chart(*values, target=11).assurance is None
    assert chart(*values, target=11, rules=AS_IN_R).assurance == "hit-or-miss"


def test_a_latest_group_that_is_short_has_a_mean_and_a_median_and_no_icons() -> None:
    made = chart(*CALM, 10.5, 20.0, 21.0, 25.0, rebased_at=[13], target=10)
    assert (made.variation, made.assurance) == (None, None)
    assert (variation_words(made), assurance_words(made)) == (None, None)
    assert (made.limits.mean, made.limits.band, made.run_median) == (22.0, None, 21.0)


def test_the_median_of_an_even_number_is_halfway() -> None:
    assert run_median([3.0, 1.0, 2.0, 10.0]) == 2.5
    assert run_median([]) is None


def test_a_measure_without_a_good_way_is_neutral() -> None:
    assert [direction_of(good) for good in (Good.HIGH, Good.LOW, None)] == list(Direction)
