"""Which points are more than chance, by which rule, and which way. Limits: 10 and 5.32 about it."""

import pytest

from boardpack.analysis.control.rules import Rules
from tests.analysis.control.making import CALM, ON_CALM, after_calm, chart, codes

HIGH, LOW = 10.5, 9.5


def test_a_point_beyond_a_limit_is_outside_and_one_on_it_is_not() -> None:
    assert after_calm(15.4) == "o+"
    assert after_calm(15.3) == ".."
    assert after_calm(4.6) == "o-"
    (*_, on_it) = chart(*[5.0] * 13).points
    assert (on_it.outside, on_it.upper) == (False, 5.0)


def test_seven_on_one_side_are_a_shift_and_all_are_flagged() -> None:
    assert after_calm(LOW, *[HIGH] * 7, LOW) == ".. s+ s+ s+ s+ s+ s+ s+ .."
    assert after_calm(LOW, *[HIGH] * 6, LOW) == ".. .. .. .. .. .. .. .."
    assert after_calm(HIGH, *[LOW] * 8) == ".. s- s- s- s- s- s- s- s-"


def test_a_point_on_the_mean_ends_a_shift() -> None:
    assert "s" not in after_calm(LOW, HIGH, HIGH, HIGH, 10.0, HIGH, HIGH, HIGH, HIGH)


def test_seven_that_rise_or_fall_are_a_trend_and_all_are_flagged() -> None:
    rising = (9.1, 9.3, 9.6, 10.2, 10.4, 10.7, 10.9)
    assert after_calm(*rising, 10.0) == "t+ t+ t+ t+ t+ t+ t+ .."
    assert after_calm(*reversed(rising), 10.0) == "t- t- t- t- t- t- t- .."
    assert "t" not in after_calm(11.0, *rising[:6], 10.0)


def test_a_tie_ends_a_trend() -> None:
    assert "t" not in after_calm(9.1, 9.3, 9.6, 9.6, 10.2, 10.4, 10.7)


def test_at_a_peak_between_two_trends_a_point_goes_the_way_of_the_next_step() -> None:
    rising = (9.1, 9.3, 9.6, 10.2, 10.4, 10.7, 10.9)
    told = after_calm(*rising, *reversed(rising[:-1]))
    assert told == " ".join(["t+"] * 6 + ["t-"] * 7)


def test_a_tie_between_two_trends_leaves_each_its_way_but_in_the_r_package() -> None:
    values = (9.1, 9.3, 9.6, 10.2, 10.4, 10.7, 10.9, 10.9, 11.0, 11.1, 11.2, 11.3, 11.4, 11.5)
    assert after_calm(*values) == " ".join(["t+"] * 14)
    assert after_calm(*values, near="nhsr") == " ".join(["t+"] * 6 + ["t-"] + ["t+"] * 7)


def test_of_three_on_one_side_two_near_a_limit_are_flagged_and_the_third_is_not() -> None:
    assert after_calm(13.6, HIGH, 13.6, LOW) == "2+ .. 2+ .."
    assert after_calm(13.6, 13.6, HIGH, LOW) == "2+ 2+ .. .."
    assert after_calm(6.4, 6.4, LOW, HIGH) == "2- 2- .. .."
    assert after_calm(LOW, 13.6, 13.6, LOW) == ".. .. .. .."  # not three on one side
    assert after_calm(LOW, 13.6, HIGH, HIGH, 13.6) == ".. .. .. .. .."
    assert after_calm(13.5, 13.5, 13.5, LOW) == ".. .. .. .."  # none is near


def test_a_point_outside_counts_as_near_but_in_the_r_package() -> None:
    assert after_calm(13.6, HIGH, 16.0, LOW) == "2+ .. o+ .."
    assert after_calm(13.6, HIGH, 16.0, LOW, near="nhsr") == ".. .. o+ .."


def test_a_point_has_the_first_signal_that_holds() -> None:
    rising = (13.6, 13.7, 13.8, 13.9, 14.0, 14.1, 16.0)
    assert after_calm(*rising) == "t+ t+ t+ t+ t+ t+ o+"  # near, and on one side, too
    assert after_calm(LOW, 13.6, 13.6, *[HIGH] * 5) == ".. 2+ 2+ s+ s+ s+ s+ s+"


@pytest.mark.parametrize(
    "values",
    [
        (HIGH, HIGH, HIGH, None, HIGH, HIGH, HIGH, HIGH),
        (9.1, 9.3, 9.6, None, 10.2, 10.4, 10.7, 10.9),
        (13.6, None, 13.6, HIGH),
    ],
)
def test_a_missing_value_ends_every_run(values: tuple[float | None, ...]) -> None:
    assert set(after_calm(*values).split()) == {".."}


@pytest.mark.parametrize(
    ("before", "after"),
    [([HIGH] * 3, [HIGH] * 4), ([9.1, 9.3, 9.6], [10.2, 10.4, 10.7, 10.9]), ([13.6], [13.6, HIGH])],
)
def test_no_run_reaches_across_a_rebase(before: list[float], after: list[float]) -> None:
    values = [*CALM, LOW, *before, *after, *CALM]
    whole = codes(chart(*values, rules=ON_CALM).points)
    cut = codes(
        chart(
            *values,
            rules=Rules(min_points=1, baseline=40),
            rebased_at=[len(CALM) + 1 + len(before)],
        ).points
    )
    assert set(whole.split()) != {".."}
    assert set(cut.split()) == {".."}


def test_the_length_of_runs_is_a_setting() -> None:
    six = Rules(shift=6, trend=8, baseline=12)
    assert codes(chart(*CALM, LOW, *[HIGH] * 6, rules=six).points[13:]) == " ".join(["s+"] * 6)
    rising = (9.1, 9.3, 9.6, 10.2, 10.4, 10.7, 10.9)
    assert "t" not in codes(chart(*CALM, *rising, rules=six).points)


def test_a_series_too_short_for_limits_has_no_signals() -> None:
    assert codes(chart(1, 2, 3, 4, 5, 6, 7, 8, 90).points) == " ".join([".."] * 9)
    assert "t+" in codes(chart(1, 2, 3, 4, 5, 6, 7, 8, 90, rules=Rules(min_points=1)).points)
