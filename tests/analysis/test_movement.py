"""What moved between two boards, each change told once."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.analysis.movement import Moved, Movement, movements, of_kind
from boardpack.model.plan import Action, Plan, Rating, SheetRole
from boardpack.read.plan import read_plan
from tests.analysis.making import action, due, plan
from tests.sample.plan import truth

MAY, JUNE = date(2019, 5, 31), date(2019, 6, 30)
INPUTS = Path(__file__).parents[2] / "inputs"
Told = tuple[str, int | None, str | None, str, int | None]
"""Sheet, objective, ref, kind and days of a movement."""


def kinds(now: Plan, before: Plan) -> list[str]:
    return [moved.kind.value for moved in movements(now, before)]


def only(now: Action, before: Action) -> Movement:
    (moved,) = movements(plan(now), plan(before))
    return moved


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        (Rating.GREEN, Rating.AMBER, "worse"),
        (Rating.AMBER, Rating.RED, "worse"),
        (Rating.RED, Rating.AMBER, "better"),
        (Rating.AMBER, Rating.GREEN, "better"),
        (Rating.GREEN, Rating.BLUE, "closed"),
        (None, Rating.BLUE, "closed"),
        (Rating.BLUE, Rating.GREEN, "reopened"),
        (Rating.BLUE, None, "reopened"),
        (Rating.GREEN, Rating.GREEN, "unchanged"),
        (None, None, "unchanged"),
        (None, Rating.GREEN, "unchanged"),  # a first rating is neither better nor worse
        (Rating.RED, None, "unchanged"),  # a question asks for the rating; nothing got better
    ],
)
def test_a_rating_that_changed_is_a_movement(
    before: Rating | None, now: Rating | None, kind: str
) -> None:
    moved = only(action(rating=now), action(rating=before))
    assert moved.kind.value == kind
    if kind != "unchanged":
        assert (moved.was, moved.now, moved.days) == (before, now, None)


@pytest.mark.parametrize(
    ("before", "now", "days"),
    [
        (due(MAY), due(JUNE), 30),
        (due(MAY, "month"), due(JUNE, "month"), 30),
        (due(MAY), due(JUNE, "ongoing"), 30),
        (due(JUNE), due(MAY), None),  # brought forward
        (due(MAY), due(MAY), None),
        (due(None), due(MAY), None),  # a first date
        (due(MAY), due(None), None),  # no date left: a question asks for it
    ],
)
def test_a_later_date_is_a_slip_with_its_days(before: Any, now: Any, days: int | None) -> None:
    moved = only(action(due=now), action(due=before))
    assert moved.kind is (Moved.SLIPPED if days else Moved.UNCHANGED)
    assert moved.days == days
    if days:
        assert (moved.was, moved.now) == (MAY, JUNE)


def test_a_closed_action_no_longer_slips() -> None:
    assert only(action(rating=Rating.BLUE, due=JUNE), action(due=MAY)).kind is Moved.CLOSED


def test_a_new_action_and_one_that_is_gone_are_told_with_their_ratings() -> None:
    now = action("9", "Open a crisis home", rating=Rating.RED)
    before = action("2", "Write to every carer", rating=Rating.AMBER)
    new, gone = movements(plan(now), plan(before))
    assert (new.kind, new.action, new.was, new.now) == (Moved.NEW, now, None, Rating.RED)
    assert (gone.kind, gone.action, gone.was, gone.now) == (Moved.GONE, before, Rating.AMBER, None)


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        (("Head of A",), ("Head of B",), "lead-changed"),
        (("Head of A", "Head of B"), ("Head of A",), "lead-changed"),
        (("Head of A",), (), "lead-changed"),
        (("Head of A", "Head of B"), ("Head of B", "Head of A"), "unchanged"),
        (("Head of A",), ("head of  a.",), "unchanged"),
    ],
)
def test_another_lead_is_a_movement_and_another_spelling_is_none(
    before: tuple[str, ...], now: tuple[str, ...], kind: str
) -> None:
    assert kinds(plan(action(lead=now)), plan(action(lead=before))) == [kind]


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        ("Train every social worker", "Train every social worker and manager", "reworded"),
        ("Train every social worker", "train every social-worker.", "unchanged"),
    ],
)
def test_other_words_are_a_movement_and_other_stops_are_none(
    before: str, now: str, kind: str
) -> None:
    assert kinds(plan(action("1", now)), plan(action("1", before))) == [kind]


def test_one_action_may_move_in_several_ways() -> None:
    now = action(
        "1", rating=Rating.RED, due=JUNE, lead=("Head of B",), activity="Train all social workers"
    )
    before = action(
        "1", rating=Rating.GREEN, due=MAY, lead=("Head of A",), activity="Train social workers"
    )
    assert kinds(plan(now), plan(before)) == ["worse", "slipped", "lead-changed", "reworded"]


def test_a_changed_ref_is_matched_by_wording_and_said_to_be() -> None:
    moved = only(action("7", rating=Rating.RED), action("2", rating=Rating.GREEN))
    assert (moved.kind, moved.matched_by, moved.action.ref) == (Moved.WORSE, "wording", "7")


def test_the_rows_of_the_metrics_sheet_are_left_out() -> None:
    measure = action("1", sheet="Metrics", role=SheetRole.METRICS, rating=Rating.RED)
    assert movements(plan(measure), plan(replace(measure, rating=Rating.GREEN))) == ()


def test_the_public_shape_writes_ratings_as_words_and_dates_as_iso() -> None:
    worse, slipped = movements(
        plan(action(rating=Rating.RED, due=JUNE)), plan(action(rating=Rating.GREEN, due=MAY))
    )
    assert worse.as_json() == {
        "sheet": "Open Actions", "objective": 1, "ref": "1", "kind": "worse", "from": "green", "to": "red",
        "days": None, "matched_by": "ref", "split_from": None,
    }  # fmt: skip
    assert (slipped.as_json()["from"], slipped.as_json()["to"]) == ("2019-05-31", "2019-06-30")
    unchanged = only(action(), action()).as_json()
    assert (unchanged["kind"], unchanged["from"], unchanged["to"]) == ("unchanged", None, None)


def test_the_parts_that_an_action_was_split_into_tell_what_they_were() -> None:
    now = plan(action("4a", "Hold a yearly event"), action("4b", "Train the panel", row=11))
    found = movements(now, plan(action("4", "Hold a yearly event")))
    assert [(m.action.ref, m.kind, m.matched_by, m.split_from) for m in found] == [
        ("4a", Moved.UNCHANGED, "wording", None),
        ("4b", Moved.NEW, "ref", "4"),
    ]


def test_a_new_part_of_an_action_that_still_stands_was_not_split_from_it() -> None:
    now = plan(action("4", "Hold a yearly event"), action("4b", "Train the panel", row=11))
    found = movements(now, plan(action("4", "Hold a yearly event")))
    assert [m.split_from for m in found] == [None, None]


def test_movements_are_chosen_by_kind_in_their_order() -> None:
    found = movements(plan(action("1", rating=Rating.RED)), plan(action("1", rating=Rating.GREEN)))
    assert of_kind(found, Moved.WORSE, Moved.GONE) == found
    assert of_kind(found, Moved.CLOSED) == ()


ratings = st.sampled_from([*Rating, None])
dates = st.none() | st.dates(date(2019, 1, 1), date(2020, 12, 31))


@given(st.lists(st.tuples(ratings, ratings, dates, dates), max_size=6))
def test_every_row_is_told_at_least_once_and_unchanged_stands_alone(
    changes: list[tuple[Rating | None, Rating | None, date | None, date | None]],
) -> None:
    now = [
        action(str(n), rating=new, due=later, row=n) for n, (new, _, later, _) in enumerate(changes)
    ]
    before = [
        action(str(n), rating=old, due=early, row=n) for n, (_, old, _, early) in enumerate(changes)
    ]
    found = movements(plan(*now), plan(*before))
    told = Counter(moved.action.row for moved in found)
    assert set(told) == set(range(len(changes)))
    assert all(told[moved.action.row] == 1 for moved in found if moved.kind is Moved.UNCHANGED)
    assert all((moved.days or 0) > 0 for moved in found if moved.kind is Moved.SLIPPED)


def test_the_movements_of_the_sample_are_those_that_were_planted() -> None:
    now, _ = read_plan(INPUTS / "2019-08-14" / "plan.xlsx", "now")
    before, _ = read_plan(INPUTS / "2019-07-03" / "plan.xlsx", "before")
    found = Counter(
        (moved.action.sheet, moved.action.objective, moved.action.ref, moved.kind.value, moved.days)
        for moved in movements(now, before)
        if moved.kind is not Moved.UNCHANGED
    )
    planted: Counter[Told] = Counter(
        (move.sheet, move.objective, move.ref, move.kind, move.days)
        for move in truth.movements()
        if move.kind != "unchanged" and move.sheet != "Metrics"
    )
    assert sum(planted.values()) > 20
    assert found - planted == Counter(), "told and not planted"
    assert planted - found == Counter(), "planted and not told"
