"""The questions about the board's own actions: late ones, and those that nobody can be asked about."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from boardpack.findings import Finding, FindingKind, Severity, register
from boardpack.model.board import Decision, LoggedAction
from boardpack.model.source import Source
from boardpack.words import long_date

LATE = register(
    "B001",
    "board-action-overdue",
    "An action of the board past its date",
    Severity.WARNING,
    "Action {name} of the board was due {due} and is still open: is it done?",
    "Write Done into its status, or give a new date and the reason.",
)
NO_OWNER = register(
    "B002",
    "board-action-without-owner",
    "An action of the board without an owner",
    Severity.WARNING,
    "Action {name} of the board has no owner, so that nobody can be asked about it.",
    "Write who is to do it.",
)
NO_DUE = register(
    "B003",
    "board-action-without-date",
    "An action of the board without a date",
    Severity.WARNING,
    "Action {name} of the board has no due date, so that it can never be late.",
    "Write by when it is to be done.",
)
NOT_IN_THE_LOG = register(
    "B004",
    "board-action-not-in-log",
    "An action of the last board that is not in the action log",
    Severity.WARNING,
    "Action {name} of the last board is not in the action log: is it done?",
    "Add it with this ref to action-log.csv. It stays there until it is closed.",
)
KINDS = frozenset(kind.kind for kind in (LATE, NO_OWNER, NO_DUE, NOT_IN_THE_LOG))


def of_the_log(
    log: Iterable[LoggedAction], board: date, off: Collection[str] = ()
) -> tuple[Finding, ...]:
    """The questions about the lines of an action log on the day of a board."""
    found = (one for line in log for one in _of_line(line, board))
    return tuple(finding for finding in found if finding.kind not in off)


def of_lost(lost: Iterable[tuple[str, Decision]], off: Collection[str] = ()) -> tuple[Finding, ...]:
    """A question for each action of the last board, with its ref, that no action log has."""
    if NOT_IN_THE_LOG.kind in off:
        return ()
    return tuple(_named(NOT_IN_THE_LOG, ref, decision.source) for ref, decision in lost)


def of_decisions(decisions: Iterable[Decision]) -> tuple[Finding, ...]:
    """What is missing in what was noted after a meeting, before it goes into the action log."""
    return tuple(
        finding
        for one in decisions
        if one.is_action and not one.is_done
        for finding in _missing(str(one.number), one.owner, one.due.kind, one.source)
    )


def _of_line(line: LoggedAction, board: date) -> Iterator[Finding]:
    if line.is_done:
        return
    name = line.ref or f"“{line.action}”"
    yield from _missing(name, line.owner, line.due.kind, line.source)
    if line.due.kind in {"day", "month"} and line.due.date is not None and line.due.date < board:
        yield _named(LATE, name, line.source, due=long_date(line.due.date))


def _missing(name: str, owner: str, due: str, source: Source) -> Iterator[Finding]:
    if not owner:
        yield _named(NO_OWNER, name, source)
    if due == "none":
        yield _named(NO_DUE, name, source)


def _named(kind: FindingKind, name: str, source: Source, due: str = "") -> Finding:
    """A finding that names the action in its sentence; the field `ref` is that of a row of the plan."""
    return kind.at(source, name=name, due=due)
