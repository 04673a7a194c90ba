"""Counts by rating and by lateness, with every border on the right side."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.analysis.tally import Tally, Timeliness, tally, timeliness
from boardpack.model.plan import Rating
from tests.analysis.making import BOARD, NEXT, action, due

DAY = timedelta(days=1)
BUCKETS = ("very_late", "late", "soon", "later", "undated")


def bucket(*actions: object) -> dict[str, int]:
    """The buckets that hold something."""
    counts = timeliness(actions, BOARD, NEXT)  # type: ignore[arg-type]  # actions
    return {name: getattr(counts, name) for name in BUCKETS if getattr(counts, name)}


def test_actions_are_counted_by_rating_and_unrated_ones_are_open() -> None:
    counted = tally([action(rating=r) for r in (*Rating, Rating.RED, None)])
    assert counted == Tally(red=2, amber=1, green=1, blue=1, unrated=1)
    assert (counted.open, counted.total) == (5, 6)
    assert [counted.of(r) for r in (Rating.RED, Rating.BLUE, None)] == [2, 1, 1]


def test_no_actions_are_counted_as_none() -> None:
    assert tally([]) == Tally()
    assert Tally().total == 0


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (BOARD - timedelta(weeks=12) - DAY, "very_late"),
        (BOARD - timedelta(weeks=12), "late"),  # two cycles to the day are not yet more than two
        (BOARD - DAY, "late"),
        (BOARD, "soon"),  # due on the day of the board is in time
        (NEXT - DAY, "soon"),
        (NEXT, "later"),  # due on the day of the next board is not before it
        (date(2031, 1, 1), "later"),
    ],
)
def test_an_action_falls_on_one_side_of_each_border(day: date, name: str) -> None:
    assert bucket(action(due=day)) == {name: 1}


@pytest.mark.parametrize(
    "when",
    [due(None), due(None, "text", "tbc"), due(None, "ongoing"), due(date(2018, 1, 1), "ongoing")],
)
def test_what_has_no_date_to_be_late_against_is_undated(when: object) -> None:
    assert bucket(action(due=when)) == {"undated": 1}  # type: ignore[arg-type]  # a Due


def test_closed_actions_are_on_time_or_not_no_longer() -> None:
    assert bucket(action(rating=Rating.BLUE, due=date(2018, 1, 1))) == {}


@pytest.mark.parametrize(("day", "late"), [(BOARD - DAY, 1), (BOARD, 0), (BOARD + DAY, 0)])
def test_days_late_are_counted_from_the_day_after_the_date(day: date, late: int) -> None:
    assert action(due=day).days_late(BOARD) == late


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*Rating, None]),
            st.none() | st.dates(date(2018, 1, 1), date(2021, 1, 1)),
            st.booleans(),
        )
    )
)
def test_every_open_action_is_in_one_bucket_and_late_is_what_is_late(
    drawn: list[tuple[Rating | None, date | None, bool]],
) -> None:
    actions = [action(rating=r, due=due(day, "ongoing" if on else None)) for r, day, on in drawn]
    counts: Timeliness = timeliness(actions, BOARD, NEXT)
    assert sum(getattr(counts, name) for name in BUCKETS) == tally(actions).open
    assert counts.late + counts.very_late == sum(a.days_late(BOARD) > 0 for a in actions)
