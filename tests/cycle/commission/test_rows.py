"""The keys of the rows that leads are asked about."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from boardpack.cycle.commission.rows import checksum_of, rows_of
from boardpack.model.plan import Action, Plan, Rating
from boardpack.read.plan import read_plan

BOARD = "2019-08-14"
PLAN = read_plan(Path(__file__).parents[3] / "inputs" / BOARD / "plan.xlsx", "plan.xlsx")[0]
BASE = next(action for action in PLAN.actions if action.is_open)


def plan_of(actions: list[Action]) -> Plan:
    return replace(PLAN, actions=tuple(actions))


ACTIONS = st.lists(
    st.builds(
        lambda ref, activity, objective: replace(
            BASE, ref=ref, activity=activity, objective=objective
        ),
        st.none() | st.sampled_from(["1", "2b"]),
        st.text(max_size=3),
        st.none() | st.integers(1, 3),
    ),
    max_size=12,
)


def test_open_rows_are_asked_about_and_completed_ones_are_not() -> None:
    rows = rows_of(PLAN, BOARD)
    assert len(rows) == 155
    assert {row.sheet for row in rows} == {"Open Actions", "Metrics", "Standing Work"}


@given(ACTIONS)
def test_no_two_rows_have_one_key(actions: list[Action]) -> None:
    rows = rows_of(plan_of(actions), BOARD)
    assert len({row.key for row in rows}) == len(rows) == len(actions)


@given(ACTIONS, st.randoms(use_true_random=False))
def test_keys_stay_when_rows_move(actions: list[Action], random: object) -> None:
    moved = list(actions)
    random.shuffle(moved)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    moved = [replace(action, row=number) for number, action in enumerate(moved, 50)]
    before, after = rows_of(plan_of(actions), BOARD), rows_of(plan_of(moved), BOARD)
    assert {row.key for row in before} == {row.key for row in after}


def test_another_value_gives_another_checksum_and_the_same_key() -> None:
    changed = replace(BASE, progress=f"{BASE.progress} More.")
    (one,), (other,) = (rows_of(plan_of([action]), BOARD) for action in (BASE, changed))
    assert one.key == other.key
    assert one.checksum != other.checksum == checksum_of(other.key, other.values)


def test_a_closed_row_is_not_asked_about() -> None:
    assert rows_of(plan_of([replace(BASE, rating=Rating.BLUE)]), BOARD) == ()


def test_the_case_and_the_spaces_of_a_wording_do_not_change_the_key() -> None:
    other = replace(BASE, activity=f"  {BASE.activity.upper()} ")
    (one,), (same,) = (rows_of(plan_of([action]), BOARD) for action in (BASE, other))
    assert one.key == same.key


def test_closing_a_row_leaves_the_key_of_its_twin_alone() -> None:
    first, second = rows_of(plan_of([BASE, BASE]), BOARD)
    assert first.key != second.key
    (left,) = rows_of(plan_of([replace(BASE, rating=Rating.BLUE), BASE]), BOARD)
    assert left.key == second.key
