"""Every row of two plans is matched once: by ref where it can be, by wording where it cannot."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.analysis.matching import Match, likeness, match
from boardpack.model.plan import Action
from tests.analysis.making import action

TRAIN = "Train every social worker in life story work"
TRAIN_MORE = "Train every social worker and supervisor in life story work"
HOUSING = "Agree a joint housing protocol with all twelve district councils"


def pairs(matches: tuple[Match, ...]) -> list[tuple[int | None, int | None, str]]:
    """The rows of each match, now and before."""
    return [
        (m.now.row if m.now else None, m.before.row if m.before else None, m.by) for m in matches
    ]


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (action("19a"), action("19a")),
        (action("19a"), action("19 A")),  # spaces and case
        (action("19a"), action("19a.")),  # a dot behind
        (action("2"), action("2", TRAIN_MORE)),  # reworded a little
        (action("2"), action("2", HOUSING)),  # written anew, on the same sheet
        (action("2", sheet="Completed"), action("2")),  # moved to another sheet
    ],
)
def test_rows_with_one_ref_are_the_same_action(now: Action, before: Action) -> None:
    assert pairs(match([now], [before])) == [(10, 10, "ref")]


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (action("3"), action("2")),  # the ref was changed
        (action(None), action("2")),  # the ref was lost
        (action(None), action(None, TRAIN_MORE)),  # never had one
        (
            action("2a"),
            action("2", f"{TRAIN} and hold a yearly event for all of them and their managers"),
        ),
        (action(None, TRAIN.upper()), action(None, f"  {TRAIN}\n")),  # case and spaces
    ],
)
def test_rows_with_one_wording_are_the_same_action(now: Action, before: Action) -> None:
    assert pairs(match([now], [before])) == [(10, 10, "wording")]


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (action("2"), action("3", HOUSING)),  # neither ref nor wording
        (
            action("2", objective=1),
            action("2", HOUSING, objective=2),
        ),  # refs start anew in each objective
        (
            action("2", objective=1),
            action("2", objective=2),
        ),  # the wording alone, under another objective
        (
            action("2a", "Train staff"),
            action("2", "Train staff and hold a yearly event for them all"),
        ),
        (action(None), action(None, HOUSING)),  # two rows without a ref
        (
            action("2", sheet="A"),
            action("2", HOUSING, sheet="B"),
        ),  # a ref that another sheet has too
    ],
)
def test_rows_that_share_too_little_are_one_new_and_one_gone(now: Action, before: Action) -> None:
    assert pairs(match([now], [before])) == [(10, None, "ref"), (None, 10, "ref")]


def test_where_a_ref_stands_twice_the_wording_decides() -> None:
    now = [action("2", HOUSING, row=1), action("2", TRAIN, row=2)]
    before = [action("2", TRAIN_MORE, row=8), action("2", HOUSING, row=9)]
    assert pairs(match(now, before)) == [(1, 9, "ref"), (2, 8, "ref")]


def test_the_surest_match_comes_first_whatever_the_order_of_the_rows() -> None:
    copied = action("7", TRAIN.replace("life story", "direct"), row=1)
    kept = action("8", TRAIN, row=2)
    before = [action("3", TRAIN, row=9)]
    assert pairs(match([copied, kept], before)) == [(1, None, "ref"), (2, 9, "wording")]
    assert pairs(match([kept, copied], before)) == [(2, 9, "wording"), (1, None, "ref")]


def test_a_row_that_moved_away_leaves_its_ref_to_the_one_that_took_it() -> None:
    now = [action("2", HOUSING, row=1), action("3", TRAIN, row=2)]
    before = [action("2", TRAIN, row=8), action("3", HOUSING, row=9)]
    assert pairs(match(now, before)) == [(1, 9, "wording"), (2, 8, "wording")]


def test_two_plans_without_rows_match() -> None:
    assert match([], []) == ()
    assert pairs(match([action()], [])) == [(10, None, "ref")]
    assert pairs(match([], [action()])) == [(None, 10, "ref")]


def test_likeness_is_between_nothing_and_the_same() -> None:
    assert likeness(TRAIN, TRAIN.upper()) == 1
    assert 0.75 < likeness(TRAIN, TRAIN_MORE) < 1
    assert likeness(TRAIN, HOUSING) < 0.5
    assert likeness(TRAIN, HOUSING, 0.75) == 0
    assert likeness(TRAIN, TRAIN_MORE, 0.75) == likeness(TRAIN, TRAIN_MORE)


rows = st.lists(
    st.builds(
        action,
        ref=st.sampled_from([None, "1", "1.", "2", "2a", " 2A"]),
        activity=st.sampled_from(["", "Train staff", "Train all staff", TRAIN, TRAIN_MORE, HOUSING])
        | st.text(max_size=8),
        objective=st.sampled_from([None, 1, 2]),
        sheet=st.sampled_from(["Open Actions", "Completed"]),
    ),
    max_size=8,
)


def numbered(actions: list[Action]) -> list[Action]:
    """The rows with a place of their own, as in a workbook."""
    return [replace(one, row=place) for place, one in enumerate(actions, 5)]


@given(rows, rows)
def test_nothing_is_matched_twice_and_nothing_is_lost(
    now: list[Action], before: list[Action]
) -> None:
    now, before = numbered(now), numbered(before)
    matches = match(now, before)
    assert [m.now for m in matches if m.now] == now
    gone_or_matched = Counter((m.before.sheet, m.before.row) for m in matches if m.before)
    assert gone_or_matched == Counter((one.sheet, one.row) for one in before)
    assert all(m.now or m.before for m in matches)


@given(rows)
def test_a_plan_matched_with_itself_has_nothing_new_and_nothing_gone(actions: list[Action]) -> None:
    actions = numbered(actions)
    matches = match(actions, actions)
    assert len(matches) == len(actions)
    assert all(m.now and m.before and m.now.activity == m.before.activity for m in matches)


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_never_leaves_its_bounds(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == 1
