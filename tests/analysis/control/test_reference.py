"""Charts of series whose limits and signals were worked out with exact fractions."""

import json
from typing import Any

import pytest

from boardpack.analysis.control.rules import Near, Rules
from tests.analysis.control.making import chart, codes
from tests.analysis.control.reference import FILE, expected

SERIES: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))


def test_there_are_enough_series_and_every_signal_and_icon_is_among_them() -> None:
    assert len(SERIES) >= 40
    wanted = [series["expected"] for series in SERIES]
    found = {code for of in wanted for code in of["codes"].split()}
    assert found >= {"o+", "o-", "t+", "t-", "2+", "2-", "s+", "s-", ".."}
    assert {of["variation"] for of in wanted} == {"common-cause", "improvement", "concern", None}
    assert {of["assurance"] for of in wanted} == {"pass", "fail", "hit-or-miss", None}


@pytest.mark.parametrize("series", SERIES, ids=lambda series: series["what"])
def test_what_is_expected_is_what_the_plainest_way_gives(series: dict[str, Any]) -> None:
    assert series["expected"] == expected(series), "python -m tests.analysis.control.reference"


@pytest.mark.parametrize("series", SERIES, ids=lambda series: series["what"])
def test_a_series_has_the_chart_that_was_worked_out(series: dict[str, Any]) -> None:
    options = {"near": "mdc"} | series.get("rules", {})
    made = chart(
        *series["values"],
        rules=Rules(**options | {"near": Near(options["near"])}),
        direction=series.get("direction", "increase"),
        target=series.get("target"),
        rebased_at=series.get("rebase", ()),
    )
    wanted = series["expected"]
    for group, (mean, lower, upper) in zip(made.groups, wanted["limits"], strict=True):
        assert group.limits.mean == mean, "the mean is rounded once"
        band = group.limits.band
        assert (band and band.lower) == (lower if lower is None else pytest.approx(lower, rel=1e-12, abs=1e-12))  # fmt: skip
        assert (band and band.upper) == (upper if upper is None else pytest.approx(upper, rel=1e-12, abs=1e-12))  # fmt: skip
    assert codes(made.points) == wanted["codes"]
    assert (made.variation, made.assurance) == (wanted["variation"], wanted["assurance"])
