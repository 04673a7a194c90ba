"""The history of an activity over several boards."""

from datetime import date, timedelta

from boardpack.analysis.history import histories
from boardpack.analysis.movement import movements
from boardpack.document.wording import arrow
from boardpack.model.plan import Rating
from tests.analysis.making import BOARD, action, plan

BOARDS = (date(2019, 5, 22), date(2019, 7, 3))
DUE = date(2019, 6, 30)


def later(days: int) -> date:
    return DUE + timedelta(days=days)


def test_dates_and_ratings_are_followed_to_the_first_board_known() -> None:
    first = plan(action("1", row=5, rating=Rating.GREEN, due=DUE))
    second = plan(action("1", row=6, rating=Rating.AMBER, due=later(30)))
    now = plan(action("1", row=7, rating=Rating.RED, due=later(44)))
    earlier = list(zip(BOARDS, (first, second), strict=True))
    (history,) = histories(now, BOARD, earlier).values()
    assert [state.board for state in history.states] == [*BOARDS, BOARD]
    assert [state.rating for state in history.states] == ["green", "amber", "red"]
    assert history.slips == (30, 14)
    assert history.has_changed


def test_what_is_new_has_one_state_and_no_slip() -> None:
    now = plan(action("9", "A new home", row=7, due=DUE))
    (history,) = histories(now, BOARD, [(BOARDS[1], plan(action("1", "Old work")))]).values()
    assert len(history.states) == 1
    assert history.slips == ()
    assert not history.has_changed


def test_a_date_that_came_forward_is_no_slip() -> None:
    now, before = plan(action("1", due=DUE)), plan(action("1", due=later(10)))
    (history,) = histories(now, BOARD, [(BOARDS[1], before)]).values()
    assert history.slips == ()
    assert history.has_changed


def test_the_arrow_says_how_often_and_by_how_much_in_all() -> None:
    first, second = plan(action("1", due=DUE)), plan(action("1", due=later(30)))
    now = plan(action("1", due=later(44)))
    moved = next(m for m in movements(now, second) if m.kind == "slipped")
    once = histories(now, BOARD, [(BOARDS[1], second)])
    twice = histories(now, BOARD, list(zip(BOARDS, (first, second), strict=True)))
    place = moved.action.sheet, moved.action.row
    assert arrow(moved, once[place]).words == "Slipped 14 days"
    assert arrow(moved, twice[place]).words == "Slipped 14 days; 2 times, 44 days in all"
