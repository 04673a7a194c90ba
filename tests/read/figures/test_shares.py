"""Percentages held against their numerator and their denominator, and against nothing else."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.model.metrics import Observation, Period, Unit
from boardpack.model.source import Source
from boardpack.read.figures.shares import wrong_shares
from tests.read.figures.files import read

JULY = Period(date(2019, 7, 31), "month", "Jul-19")


def observed(
    value: float | None, numerator: float | None, denominator: float | None, metric: str = "share"
) -> Observation:
    return Observation(metric, "North", JULY, value, None, numerator, denominator, Source("a.csv"))


def kinds(*seen: Observation, units: dict[str, Unit] | None = None) -> list[str]:
    return [finding.kind for finding in wrong_shares(seen, units)]


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "told"),
    [
        (61.4, 27, 44, []),
        (61, 27, 44, []),  # a whole percentage is rounded
        (61.36, 27, 44, []),
        (61.3, 27, 44, ["percentage-differs"]),
        (63, 27, 44, ["percentage-differs"]),
        (0.614, 27, 44, ["percentage-differs"]),
        (0, 0, 44, []),
        (100, 44, 44, []),
        (104.5, 46, 44, ["numerator-exceeds-denominator"]),
        (None, 46, 44, ["numerator-exceeds-denominator"]),
        (None, 27, 44, []),
        (61.4, None, 44, []),
        (61.4, 27, None, []),
        (None, 0, 0, ["denominator-of-nought"]),
        (61.4, 27, 0, ["denominator-of-nought"]),
    ],
)
def test_a_percentage_is_computed_again(
    value: float | None, numerator: float | None, denominator: float | None, told: list[str]
) -> None:
    seen = observed(value, numerator, denominator)
    assert kinds(seen, units={"share": Unit.PERCENT}) == told


def test_a_measure_of_another_unit_is_no_share_of_its_numerator() -> None:
    rate = observed(79.7, 1798, 225_600)
    assert kinds(rate, units={"share": Unit.RATE_10K}) == []
    assert kinds(rate, units={}) == []


@pytest.mark.parametrize(
    "metric",
    [
        "% seen",
        "Per cent seen",
        "Percentage seen",
        "Share of homes",
        "Proportion seen",
        "5 per cent",
    ],
)
def test_without_a_unit_a_share_is_known_by_its_name(metric: str) -> None:
    assert kinds(observed(63, 27, 44, metric)) == ["percentage-differs"]


def test_without_a_unit_a_share_is_known_by_its_other_values() -> None:
    right, wrong = observed(61.4, 27, 44, "seen"), observed(63, 27, 44, "seen")
    assert kinds(right, wrong) == ["percentage-differs"]
    assert kinds(right, wrong, wrong, wrong) == []
    assert kinds(wrong) == []
    assert kinds(observed(79.7, 1798, 225_600, "rate")) == []


def test_a_share_that_differs_is_told_with_its_parts(tmp_path: Path) -> None:
    found = read(tmp_path, "measure,period,%,num,denom\nShare seen,Jul-19,63.25,1270,2440\n")
    assert [str(finding) for finding in wrong_shares(found.observations)] == [
        (
            "a.csv, line 2: 63.25% is given, but 1,270 out of 2,440 is 52.0%. The given value is shown. "
            "Correct the value, the numerator or the denominator."
        )
    ]


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.sampled_from([0, 1]))
def test_a_share_rounded_to_a_decimal_or_to_none_is_right(
    part: int, whole: int, places: int
) -> None:
    seen = observed(round(100 * part / whole, places), part, whole)
    exceeds = ["numerator-exceeds-denominator"] if part > whole else []
    assert kinds(seen, units={"share": Unit.PERCENT}) == exceeds
