"""How the date and the rating of each activity went, from the first board known to this one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from boardpack.analysis.matching import match
from boardpack.model.plan import Action, Due, Plan, Rating


@dataclass(frozen=True, slots=True)
class State:
    """How an activity stood at a board."""

    board: date
    rating: Rating | None
    due: Due


@dataclass(frozen=True, slots=True)
class History:
    """The states of an activity, oldest first; the last one is of this board."""

    states: tuple[State, ...] = ()

    @property
    def slips(self) -> tuple[int, ...]:
        """By how many days the date moved later, an entry each time that it did."""
        dates = [state.due.date for state in self.states if state.due.date is not None]
        moved = ((new - old).days for old, new in pairwise(dates))
        return tuple(days for days in moved if days > 0)

    @property
    def has_changed(self) -> bool:
        """Whether the date or the rating has ever been another one."""
        return len({(state.rating, state.due.date) for state in self.states}) > 1


def histories(
    plan: Plan, board: date, earlier: Sequence[tuple[date, Plan]]
) -> Mapping[tuple[str, int], History]:
    """The history of each activity of a plan, by its sheet and row; `earlier` plans oldest first."""
    states = {_place(action): [_state(action, board)] for action in plan.activities}
    follows = {_place(action): action for action in plan.activities}
    newer = plan
    for day, older in reversed(earlier):
        before = {
            _place(pair.now): pair.before
            for pair in match(newer.activities, older.activities)
            if pair.now is not None and pair.before is not None
        }
        follows = {
            place: found
            for place, action in follows.items()
            if (found := before.get(_place(action))) is not None
        }
        for place, action in follows.items():
            states[place].insert(0, _state(action, day))
        newer = older
    return {place: History(tuple(told)) for place, told in states.items()}


def _place(action: Action) -> tuple[str, int]:
    return action.sheet, action.row


def _state(action: Action, board: date) -> State:
    return State(board, action.rating, action.due)
