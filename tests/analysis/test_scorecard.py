"""How a measure stands: against its target or the way to it, and whom it is compared with."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.analysis.scorecard import Line, Standing, Then, expected_at, scorecard, standing
from boardpack.model.metrics import Good, Metric, Metrics, Observation, Rebase
from tests.analysis.making import metric, seen

APRIL, MAY, JUNE, JULY = (
    date(2019, 4, 30),
    date(2019, 5, 31),
    date(2019, 6, 30),
    date(2019, 7, 31),
)
JULY_2018 = date(2018, 7, 31)


def line(
    *observations: Observation,
    of: Metric | None = None,
    comparators: tuple[str, ...] = ("England",),
) -> Line:
    """The line of one measure with these observations."""
    (made,) = scorecard(Metrics((of or metric(),), observations), "County", comparators)
    return made


@pytest.mark.parametrize(
    ("value", "good", "target", "tolerance", "stands"),
    [
        (60.0, Good.HIGH, 60.0, 2.0, "met"),  # on it
        (61.0, Good.HIGH, 60.0, 2.0, "met"),
        (59.9, Good.HIGH, 60.0, 2.0, "close"),
        (58.0, Good.HIGH, 60.0, 2.0, "close"),  # the tolerance itself
        (57.9, Good.HIGH, 60.0, 2.0, "missed"),
        (60.0, Good.LOW, 60.0, 2.0, "met"),
        (59.0, Good.LOW, 60.0, 2.0, "met"),
        (62.0, Good.LOW, 60.0, 2.0, "close"),
        (62.1, Good.LOW, 60.0, 2.0, "missed"),
        (
            57.0,
            Good.HIGH,
            60.0,
            None,
            "close",
        ),  # five per cent of the target where no tolerance is given
        (56.9, Good.HIGH, 60.0, None, "missed"),
        (59.9, Good.HIGH, 60.0, 0.0, "missed"),  # a tolerance of nothing is one
        (None, Good.HIGH, 60.0, 2.0, "none"),
        (60.0, Good.HIGH, None, 2.0, "none"),
        (60.0, None, 60.0, 2.0, "none"),  # no direction, and never a good standing by default
        (1.0, Good.LOW, 0.0, None, "missed"),
        (0.0, Good.LOW, 0.0, None, "met"),
    ],
)
def test_a_measure_is_met_close_missed_or_without_a_standing(
    value: float | None,
    good: Good | None,
    target: float | None,
    tolerance: float | None,
    stands: str,
) -> None:
    of = metric(good=good, target=target, tolerance=tolerance)
    assert standing(of, value, target).value == stands


@pytest.mark.parametrize(
    ("when", "until", "expected"),
    [
        (date(2019, 1, 1), date(2020, 1, 1), 70.0),  # a first value would always meet its own way
        (date(2019, 1, 2), date(2020, 1, 1), 50 + 20 / 365),
        (date(2019, 7, 2), date(2020, 1, 1), 50 + 20 * 182 / 365),
        (date(2020, 1, 1), date(2020, 1, 1), 70.0),  # on the day
        (date(2021, 1, 1), date(2020, 1, 1), 70.0),  # after it
        (date(2019, 7, 2), None, 70.0),  # a target without a date holds at once
    ],
)
def test_on_the_way_to_a_later_target_the_straight_line_is_expected(
    when: date, until: date | None, expected: float
) -> None:
    of = metric(target=70.0, target_date=until)
    assert expected_at(of, [seen(50.0, date(2019, 1, 1))], when) == pytest.approx(expected)


def test_without_a_target_nothing_is_expected() -> None:
    assert expected_at(metric(), [seen(50.0, APRIL)], JULY) is None


def test_a_measure_on_its_way_is_met_before_it_reaches_the_target() -> None:
    of = metric(target=100.0, target_date=date(2020, 4, 30), tolerance=1.0)
    made = line(seen(50.0, APRIL), seen(70.0, JULY), of=of)
    assert made.standing is Standing.MET
    assert made.expected == pytest.approx(50 + 50 * 92 / 366)
    assert line(seen(50.0, APRIL), seen(51.0, JULY), of=of).standing is Standing.MISSED


def test_the_newest_value_the_one_before_and_the_one_a_year_ago_are_found() -> None:
    made = line(seen(3.0, JULY), seen(1.0, JULY_2018), seen(2.0, JUNE))
    assert (made.value, made.change) == (3.0, 1.0)
    assert made.before is not None
    assert made.before.period.end == JUNE
    assert made.year_ago is not None
    assert made.year_ago.value == 1.0


def test_a_missing_value_is_a_gap_and_not_the_newest() -> None:
    made = line(seen(1.0, MAY), seen(2.0, JUNE), seen(None, JULY))
    assert made.value == 2.0
    assert len(made.series) == 3
    unknown = replace(seen(None, JUNE), marker="x")
    assert line(seen(1.0, MAY), unknown, seen(3.0, JULY)).change == 2.0


def test_a_value_is_compared_with_one_of_the_same_kind_of_period() -> None:
    made = line(
        seen(10.0, date(2019, 3, 31), kind="year"),
        seen(2.0, JUNE),
        seen(3.0, JULY),
        seen(9.0, JUNE, kind="quarter"),
    )
    assert (made.value, made.change) == (3.0, 1.0)


def test_a_measure_without_values_has_a_line_that_says_so() -> None:
    for made in (line(), line(seen(None, JULY)), line(seen(1.0, JULY, area="North"))):
        assert (made.latest, made.value, made.change, made.gap) == (None, None, None, 0.0)
        assert made.standing is Standing.NONE


def test_the_first_comparator_that_has_a_value_is_taken_with_its_newest() -> None:
    rows = (
        seen(50.0, JULY),
        seen(None, JULY, area="England"),
        seen(40.0, MAY, area="Region"),
        seen(41.0, JUNE, area="Region"),
        seen(45.0, JULY, area="Neighbours"),
    )
    compared = line(*rows, comparators=("England", "Region", "Neighbours")).comparison
    assert compared is not None
    assert (compared.area, compared.value) == ("Region", 41.0)
    assert line(*rows, comparators=()).comparison is None


@pytest.mark.parametrize(
    ("value", "good", "gap"),
    [(40.0, Good.HIGH, 0.2), (60.0, Good.LOW, 0.2), (60.0, Good.HIGH, 0.0), (40.0, None, 0.0)],
)
def test_the_gap_is_a_share_of_the_target_on_the_wrong_side(
    value: float, good: Any, gap: float
) -> None:
    assert line(seen(value, JULY), of=metric(good=good, target=50.0)).gap == pytest.approx(gap)


def test_lines_stand_in_the_order_of_the_definitions() -> None:
    made = scorecard(
        Metrics((metric("b"), metric("a")), (seen(1.0, JULY, name="a"),)), "County", ()
    )
    assert [one.metric.id for one in made] == ["b", "a"]


numbers = st.floats(-1e6, 1e6)


@given(numbers, numbers, st.none() | st.floats(0, 1e6), st.sampled_from(Good))
def test_better_values_never_stand_worse(
    value: float, target: float, tolerance: float | None, good: Good
) -> None:
    of = metric(good=good, target=target, tolerance=tolerance)
    order = [Standing.MISSED, Standing.CLOSE, Standing.MET]
    better = value + 1 if good is Good.HIGH else value - 1
    assert order.index(standing(of, better, target)) >= order.index(standing(of, value, target))


@given(st.lists(st.tuples(st.none() | numbers, st.dates(date(2018, 1, 1), date(2019, 8, 1)))))
def test_any_series_has_a_line(values: list[tuple[float | None, date]]) -> None:
    of = metric(target=50.0, target_date=date(2019, 3, 31))
    made = line(*(seen(value, end) for value, end in values), of=of)
    assert (made.latest is None) == all(value is None for value, _ in values)
    assert made.gap >= 0


def board_line(*observations: Observation, known: tuple[Observation, ...] = ()) -> Line:
    """The line at the board of 14 August 2019, with what was known at the one before it."""
    then = Then(date(2019, 8, 14), Metrics((metric(),), known))
    (made,) = scorecard(Metrics((metric(),), observations), "County", (), then)
    return made


def test_a_value_is_compared_with_that_of_the_last_board_and_of_a_year_before() -> None:
    before = (seen(50.0, JULY_2018), seen(54.0, MAY), seen(55.0, JUNE))
    made = board_line(*before, seen(58.0, JULY), known=before)
    assert (made.change_since_board, made.change_in_a_year) == (3.0, 8.0)


def test_a_value_that_the_last_board_has_seen_is_no_news() -> None:
    made = board_line(seen(54.0, MAY), seen(55.0, JUNE), known=(seen(55.0, JUNE),))
    assert made.since_board is made.latest
    assert made.change_since_board == 0


def test_a_value_of_june_that_came_after_the_board_of_july_is_news() -> None:
    made = board_line(seen(54.0, MAY), seen(55.0, JUNE), known=(seen(54.0, MAY),))
    assert made.change_since_board == 1


def test_of_a_month_and_a_year_that_end_alike_the_month_is_the_newest() -> None:
    march = date(2019, 3, 31)
    for values in ((250.0, "year"), (22.0, "month")), ((22.0, "month"), (250.0, "year")):
        made = board_line(*(seen(value, march, kind=kind) for value, kind in values))
        assert made.value == 22


def test_a_value_whose_successor_should_be_there_is_old() -> None:
    assert not board_line(seen(54.0, JUNE)).is_stale
    assert board_line(seen(54.0, APRIL)).is_stale
    assert not board_line(seen(54.0, date(2018, 3, 31), kind="year")).is_stale
    assert board_line(seen(54.0, date(2017, 3, 31), kind="year")).is_stale


def test_a_newest_value_that_is_suppressed_is_not_judged() -> None:
    made = board_line(seen(54.0, JUNE), seen(None, JULY))
    assert made.hidden is not None
    assert (made.hidden.period.end, made.standing) == (JULY, Standing.NONE)


def test_thirteen_values_make_a_control_chart_that_begins_anew_where_a_person_says() -> None:
    ends = [date(2018 + n // 12, n % 12 + 1, 28) for n in range(19)]
    values = [50.0 + n % 3 for n in range(6)] + [70.0 + n % 3 for n in range(13)]
    given = tuple(seen(value, end) for value, end in zip(values, ends, strict=True))
    anew = replace(metric(), rebases=(Rebase(date(2018, 7, 1), "a new system"),))
    (made,) = scorecard(Metrics((anew,), given), "County", ())
    assert made.control is not None
    assert len(made.control.groups) == 2
    assert made.control.limits.mean == pytest.approx(sum(values[6:]) / 13)
    assert line(*given[:12]).control is None


def test_a_value_is_not_compared_with_one_from_before_a_suppressed_one() -> None:
    known = (seen(6.0, MAY), seen(None, JUNE))
    made = board_line(*known, seen(8.0, JULY), known=known)
    assert (made.before, made.since_board) == (None, None)
    assert (made.change, made.change_since_board) == (None, None)


def test_a_value_that_was_never_given_is_passed_over() -> None:
    known = (seen(6.0, MAY), replace(seen(None, JUNE), marker="x"))
    made = board_line(*known, seen(8.0, JULY), known=known)
    assert (made.change, made.change_since_board) == (2.0, 2.0)
