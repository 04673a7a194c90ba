"""Where a figure comes from, told for a measure and for an action."""

from pathlib import Path

import pytest

from boardpack.analysis.overview import Overview
from boardpack.analysis.trace import traces
from boardpack.pipeline import examine

INPUTS = Path(__file__).parents[2] / "inputs"


@pytest.fixture(scope="module")
def overview() -> Overview:
    return examine(INPUTS, "2019-08-14")


def test_a_figure_of_a_measure_tells_its_line_its_period_and_what_was_done(
    overview: Overview,
) -> None:
    (found,) = traces(overview, "iha_timely", "County", "Jul-19")
    path, line = INPUTS.parent / found.source.file, found.source.line or 0
    cells = path.read_text(encoding="utf-8").splitlines()[line - 1].split(",")
    assert cells[0] == "iha_timely"
    assert (found.shown, found.area) == (cells[3], "County")
    assert found.period == "July 2019 (month to 2019-07-31)" or "2019-07-31" in (found.period or "")
    assert any("straight line" in said for said in found.done)
    assert any("control chart" in said for said in found.done)


def test_a_measure_is_known_by_its_title_too(overview: Overview) -> None:
    by_id = traces(overview, "iha_timely", "County")
    assert traces(overview, "initial health  assessments on time", "County") == by_id


def test_a_figure_that_the_public_does_not_see_says_so(overview: Overview) -> None:
    (found,) = traces(overview, "iha_timely", "North", "2019-07")
    assert found.done[-1] == "Suppressed in the public pack."


def test_an_action_tells_the_cell_of_each_of_its_values(overview: Overview) -> None:
    found = traces(overview, "10b.i")
    assert {trace.source.cell for trace in found if trace.source.sheet == "Open Actions"} >= {
        "K32",
        "J32",
    }
    assert all(trace.done[0].startswith("Read as ") for trace in found)


def test_what_nobody_knows_has_no_trace(overview: Overview) -> None:
    assert traces(overview, "no such measure") == ()
