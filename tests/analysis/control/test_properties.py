"""What holds for the chart of any series."""

from itertools import pairwise
from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from boardpack.analysis.control.chart import ControlChart
from boardpack.analysis.control.rule_words import rules_in_words
from boardpack.analysis.control.rules import Near, Rules
from boardpack.analysis.control.verdict import verdict
from boardpack.model.metrics import Unit
from tests.analysis.control.making import chart, codes

eighths = st.integers(-400, 400).map(lambda number: number / 8)
"""Values whose sums and differences are exact, so that a point on a limit stays on it."""
series = st.lists(eighths, max_size=45)
gappy = st.lists(st.none() | eighths, max_size=45)
any_values = st.lists(st.none() | st.floats(allow_nan=True, allow_infinity=True), max_size=30)
rules = st.builds(
    Rules,
    shift=st.integers(3, 9),
    trend=st.integers(3, 9),
    near=st.sampled_from(Near),
    screen=st.booleans(),
    min_points=st.integers(1, 15),
    baseline=st.none() | st.integers(12, 20),
)
cuts = st.lists(st.integers(0, 45), max_size=3)
SWAPPED = {"improvement": "concern", "concern": "improvement", "common-cause": "common-cause"}


@given(gappy, rules, cuts, st.sampled_from([2.0, 0.5, 4.0, 1024.0]))
def test_values_in_another_unit_have_the_same_signals(
    values: list[float | None], by: Rules, at: list[int], factor: float
) -> None:
    scaled = [None if value is None else value * factor for value in values]
    assert codes(chart(*scaled, rules=by, rebased_at=at).points) == codes(
        chart(*values, rules=by, rebased_at=at).points
    )


@given(gappy, rules, st.integers(-64, 64))
def test_values_with_a_constant_added_have_limits_that_are_moved_by_it(
    values: list[float | None], by: Rules, constant: int
) -> None:
    moved = [None if value is None else value + constant for value in values]
    for one, other in zip(
        chart(*values, rules=by).points, chart(*moved, rules=by).points, strict=True
    ):
        assert one.group == other.group
        if one.mean is not None and other.mean is not None:
            assert isclose(one.mean + constant, other.mean, abs_tol=1e-9)
        if one.upper is not None and other.upper is not None:
            assert isclose(one.upper + constant, other.upper, abs_tol=1e-9)
            if _is_clear(one):
                assert (one.side, one.outside, one.near) == (other.side, other.outside, other.near)


def _is_clear(point: object) -> bool:
    """Whether a point is so far from the mean and the limits that rounding cannot move it over."""
    value, mean, upper = (getattr(point, name) for name in ("value", "mean", "upper"))
    if value is None:
        return True
    wide = upper - mean
    return all(abs(value - mean - share * wide) > 1e-9 for share in (-1, -2 / 3, 0, 2 / 3, 1))


@given(gappy, rules, cuts, st.none() | eighths)
def test_the_other_direction_swaps_improvement_and_concern(
    values: list[float | None], by: Rules, at: list[int], target: float | None
) -> None:
    up, down = (
        chart(*values, rules=by, direction=way, target=target, rebased_at=at)
        for way in ("increase", "decrease")
    )
    assert [SWAPPED[point.type] for point in up.points] == [point.type for point in down.points]
    assert codes(up.points) == codes(down.points)


@given(gappy, rules, cuts)
def test_neither_direction_is_an_improvement_where_neither_is_better(
    values: list[float | None], by: Rules, at: list[int]
) -> None:
    made = chart(*values, rules=by, direction="neutral", target=0, rebased_at=at)
    assert {point.type for point in made.points} <= {"common-cause", "neutral-high", "neutral-low"}
    assert made.assurance is None


@given(series, rules)
def test_limits_are_as_far_above_the_mean_as_below_and_never_cut(
    values: list[float], by: Rules
) -> None:
    for point in chart(*(abs(value) for value in values), rules=by).points:
        if point.mean is not None and point.lower is not None and point.upper is not None:
            assert isclose(point.mean - point.lower, point.upper - point.mean, abs_tol=1e-9)


@given(
    any_values, rules, cuts, st.none() | st.floats(-1e300, 1e300), st.sampled_from([None, *Unit])
)
def test_any_series_has_a_chart_and_a_verdict(
    values: list[float | None], by: Rules, at: list[int], target: float | None, unit: Unit | None
) -> None:
    made = chart(*values, rules=by, target=target, rebased_at=at)
    assert len(made.points) == len(values)
    said = verdict(made, unit)
    assert said.endswith(".")
    assert not any(word in said for word in ("None", "nan", "inf"))
    assert rules_in_words(by).endswith(".")


@given(gappy, rules, cuts)
def test_no_group_knows_of_another(values: list[float | None], by: Rules, at: list[int]) -> None:
    whole = chart(*values, rules=by, rebased_at=at)
    edges = [0, *sorted({cut for cut in at if 0 < cut < len(values)}), len(values)]
    alone = [chart(*values[a:b], rules=by) for a, b in pairwise(edges)] if values else []
    assert codes(whole.points) == " ".join(filter(None, (codes(one.points) for one in alone)))
    assert [group.limits for group in whole.groups] == [one.limits for one in alone]


@given(gappy, cuts, st.sampled_from([Rules(min_points=1), Rules()]))
def test_a_flagged_point_has_a_value_and_a_way(
    values: list[float | None], at: list[int], by: Rules
) -> None:
    made: ControlChart = chart(*values, rules=by, rebased_at=at)
    for point in made.points:
        flagged = point.signal != "common-cause"
        assert flagged == (point.way is not None)
        assert not (flagged and point.value is None)
        assert not (point.signal == "outside") ^ point.outside
