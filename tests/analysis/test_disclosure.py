"""Small numbers: what an audience may not see, and what would give it away."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.analysis.disclosure import (
    WITHHELD,
    Areas,
    Disclosure,
    disclosed,
    plan_disclosed,
    table_disclosed,
)
from boardpack.model.metrics import Audience, Metric, Metrics, Observation, Unit
from boardpack.model.plan import SmallTable, Update
from boardpack.read.grid import Cell
from boardpack.read.readings import read_readings
from tests.analysis.making import action, meeting, metric, plan, seen

JULY = date(2019, 7, 31)
PUBLIC = Disclosure(Audience.PUBLIC, up_to=5)
PARTS = ("North", "Central", "East")
COUNT = metric(unit=Unit.COUNT)


def shown(
    *values: Observation, rule: Disclosure = PUBLIC, of: Metric = COUNT
) -> list[tuple[float | None, str | None]]:
    made = disclosed(
        meeting(plan(action()), metrics=Metrics((of,), values)),
        rule,
        Areas((PARTS, ("Ashby", "Burn", "Cole")), ("England",)),
    )
    return [(one.value, one.marker) for one in made.metrics.observations]


@pytest.mark.parametrize(
    ("value", "is_shown"), [(0.0, True), (1.0, False), (5.0, False), (6.0, True), (120.0, True)]
)
def test_a_count_from_one_to_five_is_hidden_and_nought_is_not(value: float, is_shown: bool) -> None:
    ((left, marker),) = shown(seen(value, JULY))
    assert (left, marker) == ((value, None) if is_shown else (None, "c"))


def test_a_percentage_of_a_small_count_is_hidden_with_it() -> None:
    share = replace(seen(20.0, JULY), numerator=4.0, denominator=20.0)
    fine = replace(seen(30.0, JULY), numerator=6.0, denominator=20.0)
    rest = replace(seen(97.5, JULY), numerator=39.0, denominator=40.0)
    derived = replace(seen(2.0, JULY), denominator=100.0)
    assert shown(rest, of=metric()) == [(None, "c")]
    assert shown(derived, of=metric()) == [(None, "c")]
    assert shown(share, of=metric()) == [(None, "c")]
    assert shown(fine, of=metric()) == [(30.0, None)]


def test_of_parts_with_one_hidden_the_next_smallest_goes_as_well() -> None:
    values = [seen(v, JULY, area=a) for v, a in zip((3.0, 40.0, 30.0), PARTS, strict=True)]
    assert [left for left, _ in shown(*values, seen(73.0, JULY))] == [None, 40.0, None, 73.0]


def test_of_parts_with_two_hidden_nothing_more_goes() -> None:
    values = [seen(v, JULY, area=a) for v, a in zip((3.0, 4.0, 30.0), PARTS, strict=True)]
    assert [left for left, _ in shown(*values, seen(37.0, JULY))] == [None, None, 30.0, 37.0]


def test_of_parts_whose_hidden_sum_is_small_one_more_goes() -> None:
    values = [seen(v, JULY, area=a) for v, a in zip((1.0, 1.0, 50.0), PARTS, strict=True)]
    assert [left for left, _ in shown(*values, seen(52.0, JULY))] == [None, None, None, 52.0]


def test_districts_are_parts_of_the_whole_as_well() -> None:
    areas = ("Ashby", "Burn", "Cole")
    values = [seen(v, JULY, area=a) for v, a in zip((3.0, 17.0, 21.0), areas, strict=True)]
    assert [left for left, _ in shown(*values, seen(41.0, JULY))] == [None, None, 21.0, 41.0]


def test_figures_of_others_are_published_already() -> None:
    assert shown(seen(3.0, JULY, area="England")) == [(3.0, None)]


def test_the_members_see_what_was_given() -> None:
    assert shown(seen(3.0, JULY), rule=Disclosure()) == [(3.0, None)]


def test_counts_are_rounded_where_the_settings_say_so() -> None:
    rule = Disclosure(Audience.PUBLIC, up_to=5, nearest=5)
    assert [left for left, _ in shown(seen(7.0, JULY), seen(8.0, JULY), rule=rule)] == [5.0, 10.0]


def test_a_measure_for_members_is_not_in_the_public_pack() -> None:
    assert shown(seen(50.0, JULY), of=replace(COUNT, audience=Audience.MEMBERS)) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("3 young people June 2019", "c"),
        ("12: North 8, East 4", "c"),
        ("60% June 2019", "60% June 2019"),
        ("67% (4/6)", "c"),
        ("4,6", "c"),
        ("4.0 at June 2019", "c"),
        ("1,204 June 2019", "1,204 June 2019"),
        ("12 homes at 05/07/2019", "12 homes at 05/07/2019"),
        ("0 Q1 2019/20", "0 Q1 2019/20"),
        ("1 Sept 2017 - 06.03.19", "c"),  # read as one since September 2017
        ("1 Sept 2017: 40 homes", "1 Sept 2017: 40 homes"),
    ],
)
def test_a_cell_of_the_plan_with_a_small_count_is_hidden_whole(text: str, left: str) -> None:
    row = action(current_text=text, current=read_readings(Cell(1, 1, text)))
    (kept,) = plan_disclosed(plan(row), PUBLIC).actions
    assert kept.current_text == left
    assert bool(kept.current) is (left != "c")


def table(*rows: tuple[str, ...]) -> SmallTable:
    header = ("Age", "North", "Central", "East", "Total")
    return table_disclosed(SmallTable("Appendix", 1, None, header, rows), PUBLIC)


def test_in_a_row_with_a_total_a_single_gap_takes_the_next_smallest_with_it() -> None:
    assert table(("16", "3", "40", "30", "73")).rows == (("16", "c", "40", "c", "73"),)


def test_in_a_column_with_a_total_a_single_gap_takes_the_next_smallest_with_it() -> None:
    made = table(
        ("16", "3", "2", "30", "35"),
        ("17", "21", "20", "24", "65"),
        ("Total", "24", "22", "54", "100"),
    )
    assert [row[1] for row in made.rows] == ["c", "c", "24"]
    assert [row[2] for row in made.rows] == ["c", "c", "22"]


def test_the_percentage_of_a_hidden_count_goes_with_it() -> None:
    header = ("Age", "In touch", "Share")
    made = table_disclosed(SmallTable("A", 1, None, header, (("16", "4", "44.0"),)), PUBLIC)
    assert made.rows == (("16", "c", "c"),)
    marked = SmallTable("A", 1, None, ("Age", "In touch"), (("16", "4 (40%)"), ("17", "3*")))
    assert table_disclosed(marked, PUBLIC).rows == (("16", "c"), ("17", "c"))


@given(st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=1, max_size=4))
def test_no_line_with_a_total_is_left_with_a_single_gap(counts: list[list[int]]) -> None:
    made = table(*(("16", *map(str, row), str(sum(row))) for row in counts))
    for row in made.rows:
        gaps = [cell for cell in row[1:] if cell == "c"]
        others = [cell for cell in row[1:] if cell not in {"c", "0"}]
        assert len(gaps) != 1 or not others
        assert made.header == ("Age", "North", "Central", "East", "Total")
        assert not any(cell in {"1", "2", "3", "4", "5"} for cell in row[1:])


def test_words_that_may_be_personal_data_are_withheld_from_the_public() -> None:
    diary = (
        Update(JULY, "day", "Rang 01632 960123."),
        Update(date(2019, 6, 30), "day", "Panel met."),
    )
    row = action(progress="Rang 01632 960123.", updates=diary)
    (kept,) = plan_disclosed(plan(row), PUBLIC).actions
    assert [update.text for update in kept.updates] == [WITHHELD, "Panel met."]
    assert kept.progress == WITHHELD
    (members,) = plan_disclosed(plan(row), Disclosure()).actions
    assert members.progress == row.progress
