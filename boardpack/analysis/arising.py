"""Matters arising: what the last board decided and agreed, each with its line in the action log."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boardpack.folded import folded
from boardpack.model.board import Decision, LoggedAction


@dataclass(frozen=True, slots=True)
class Arising:
    """A decision or action of the last board; `logged` is its line in the action log, if it has one."""

    ref: str
    decision: Decision
    logged: LoggedAction | None = None

    @property
    def is_lost(self) -> bool:
        """Whether it is to be done and stands in no action log."""
        return self.decision.is_action and self.logged is None


def arising(
    board: date, decisions: Sequence[Decision], log: Sequence[LoggedAction]
) -> tuple[Arising, ...]:
    """What was noted after the board of that day, against the action log of the next.

    A line of the log is known by its words, else by its ref: rows may be put between others after
    the log was made. A ref is the day and the place in the list, such as 2019-08-14/3, or the next
    free number where another line has it.
    """
    lines = _lines_of(board, decisions, log)
    taken = {line.ref for line in log}
    told = []
    for decision in decisions:
        line = lines.get(decision.number)
        ref = line.ref if line else _free(board, decision.number, taken)
        taken.add(ref)
        told.append(Arising(ref, decision, line))
    return tuple(told)


def _lines_of(
    board: date, decisions: Sequence[Decision], log: Sequence[LoggedAction]
) -> dict[int, LoggedAction]:
    """The line of each action that has one, by its number; no line belongs to two."""
    own = [line for line in log if line.ref.startswith(f"{board.isoformat()}/")]
    found: dict[int, LoggedAction] = {}
    actions = [decision for decision in decisions if decision.is_action]
    # An action that kept both its place and its words comes before those that kept one of them.
    for alike in (_both, _words, _place):
        for decision in actions:
            line = next((line for line in own if alike(decision, line, board)), None)
            if decision.number not in found and line is not None:
                found[decision.number] = line
                own.remove(line)
    return found


def _both(decision: Decision, line: LoggedAction, board: date) -> bool:
    return _words(decision, line, board) and _place(decision, line, board)


def _words(decision: Decision, line: LoggedAction, _board: date) -> bool:
    return folded(decision.what) == folded(line.action)


def _place(decision: Decision, line: LoggedAction, board: date) -> bool:
    return line.ref == _ref(board, decision.number)


def _ref(board: date, number: int) -> str:
    return f"{board.isoformat()}/{number}"


def _free(board: date, number: int, taken: Iterable[str]) -> str:
    while _ref(board, number) in taken:
        number += 1
    return _ref(board, number)
