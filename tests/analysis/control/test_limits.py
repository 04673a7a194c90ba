"""The mean and the limits of a group, and the rules that they are made by."""

from fractions import Fraction
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.analysis.control.limits import exact_mean, limits_of
from boardpack.analysis.control.rules import DEFAULT, Near, Rules
from boardpack.errors import UnusableRules
from tests.analysis.control.making import CALM

FROM_ONE = Rules(min_points=1)
numbers = st.floats(-1e9, 1e9)


def test_limits_are_2_66_average_moving_ranges_from_the_mean_and_near_ones_two_thirds() -> None:
    limits = limits_of([10, 12, 9, 13], FROM_ONE)  # moving ranges 2, 3 and 4
    assert limits.mean == 11.0
    assert limits.band is not None
    assert (limits.band.lower, limits.band.upper) == pytest.approx((3.02, 18.98))
    assert (limits.band.near_lower, limits.band.near_upper) == pytest.approx((5.68, 16.32))


def test_limits_are_not_cut_at_0_or_100() -> None:
    low = limits_of([1, 4, 0, 5], FROM_ONE).band
    high = limits_of([100, 92, 99, 90], FROM_ONE).band
    assert low is not None
    assert high is not None
    assert low.lower < 0
    assert high.upper > 100


@pytest.mark.parametrize(("value", "count"), [(0.7, 24), (81.3, 14), (33.3, 19), (0.1, 13)])
def test_the_mean_of_equal_values_is_that_value(value: float, count: int) -> None:
    limits = limits_of([value] * count, DEFAULT)
    assert limits.mean == value
    assert limits.band is not None
    assert (limits.band.lower, limits.band.upper) == (value, value)


@given(st.lists(numbers, min_size=1))
def test_the_mean_is_rounded_once(values: list[float]) -> None:
    assert exact_mean(values) == float(sum(map(Fraction, values), Fraction()) / len(values))


def test_a_baseline_gives_the_limits_of_all_that_follows() -> None:
    fixed = Rules(baseline=12)
    after = limits_of([*CALM, 50.0, 60.0], fixed)
    assert after == limits_of([*CALM, -3.0], fixed)
    assert (after.mean, after.band and round(after.band.upper, 2)) == (10.0, 15.32)


def test_a_baseline_longer_than_its_group_is_the_group() -> None:
    assert limits_of([*CALM, 20.0], Rules(baseline=30)) == limits_of([*CALM, 20.0], DEFAULT)


def test_screening_leaves_out_the_largest_ranges_once_and_keeps_the_mean() -> None:
    values = [*CALM, 40.0, *CALM]  # 22 ranges of 2, and one each of 29 and 31
    plain, screened = limits_of(values, DEFAULT), limits_of(values, Rules(screen=True))
    assert screened.mean == plain.mean
    assert plain.band is not None
    assert screened.band is not None
    assert plain.band.upper - plain.band.lower == pytest.approx(2 * 2.66 * 104 / 24)
    assert screened.band.upper - screened.band.lower == pytest.approx(2 * 2.66 * 2)


def test_a_range_of_exactly_3_267_times_the_average_is_left_out() -> None:
    ranges = [3267, *[811] * 11, 812]  # 1,000 on average
    values = [0.0, *accumulate(size * (-1) ** at for at, size in enumerate(ranges))]
    band = limits_of(values, Rules(screen=True)).band
    assert band is not None
    assert band.upper - band.lower == pytest.approx(2 * 2.66 * (11 * 811 + 812) / 12)
    values[1] -= 1  # less than that now
    wider = limits_of(values, Rules(screen=True)).band
    assert wider is not None
    assert wider.upper - wider.lower > 2 * 2.66 * 990


def test_a_screened_series_of_one_value_has_no_limits() -> None:
    assert limits_of([5.0] * 20, Rules(screen=True)).band is None


@pytest.mark.parametrize(("count", "given"), [(12, False), (13, True)])
def test_limits_take_thirteen_values(count: int, given: bool) -> None:
    assert (limits_of(noisy(count), DEFAULT).band is not None) is given


def test_points_without_a_value_do_not_count_but_in_the_r_package() -> None:
    values = [*noisy(12), None]
    assert limits_of(values, DEFAULT).band is None
    assert limits_of(values, Rules(near=Near.NHSR)).band is not None


def test_a_missing_value_takes_no_part_in_the_mean_nor_in_the_ranges_beside_it() -> None:
    limits = limits_of([10, 12, None, 9, 13], FROM_ONE)  # ranges 2 and 4
    assert limits.mean == 11.0
    assert limits.band is not None
    assert limits.band.upper == pytest.approx(11 + 2.66 * 3)


def test_values_of_which_no_two_stand_side_by_side_have_a_mean_and_no_limits() -> None:
    limits = limits_of([10, None] * 20, DEFAULT)
    assert (limits.mean, limits.band) == (10.0, None)
    assert limits_of([None] * 20, DEFAULT).mean is None


def test_limits_that_no_float_can_hold_are_none() -> None:
    assert limits_of([1.7e308, -1.7e308] * 7, DEFAULT).band is None


def test_rules_by_which_no_chart_can_be_made_are_refused_in_words() -> None:
    with pytest.raises(UnusableRules, match="a baseline of 11 points"):
        Rules(baseline=11)
    with pytest.raises(UnusableRules, match="a shift of 2"):
        Rules(shift=2)
    with pytest.raises(UnusableRules, match="a trend of 0"):
        Rules(trend=0)
    with pytest.raises(UnusableRules, match="a minimum of 0 points"):
        Rules(min_points=0)


def noisy(count: int) -> list[float]:
    return [float(number * 7 % 5) for number in range(count)]
