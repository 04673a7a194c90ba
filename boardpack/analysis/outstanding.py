"""Which leads have not answered, and how often each was late before."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from boardpack.folded import folded
from boardpack.model.cycle import Change, Commission, SentReturn, SentRow


@dataclass(frozen=True, slots=True)
class Answered:
    """One round of asking as it is judged: `due` is the day by which updates had to be back."""

    due: date
    commissions: tuple[Commission, ...] = ()
    changes: tuple[Change, ...] = ()
    files: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outstanding:
    """A lead who was asked and has not answered: its rows, and how it answered before.

    `late` counts the earlier rounds that it answered after the day or not at all, `asked` all
    earlier rounds in which it was asked.
    """

    sent: SentReturn
    rows: tuple[SentRow, ...]
    late: int = 0
    asked: int = 0

    @property
    def lead(self) -> str:
        """The lead as the plan names it."""
        return self.sent.lead


@dataclass(slots=True)
class _Past:
    """How a lead answered the earlier rounds."""

    late: int = 0
    asked: int = 0


def outstanding(now: Answered, earlier: Iterable[Answered] = ()) -> tuple[Outstanding, ...]:
    """The leads who have not answered this round, those who were late most often first.

    A lead has answered once a change of one of its rows was accepted, or a file of it was saved.
    """
    before = tuple(earlier)
    if not now.commissions:
        return ()
    newest = now.commissions[-1]
    rows = {row.key: row for row in newest.rows}
    silent = [sent for sent in newest.returns if not _has_answered(sent, now)]
    told = []
    for sent in silent:
        past = _past(sent.lead, before)
        own = tuple(rows[key] for key in sent.keys if key in rows)
        told.append(Outstanding(sent, own, past.late, past.asked))
    return tuple(sorted(told, key=lambda one: (-one.late, -len(one.rows), one.lead.casefold())))


def _has_answered(sent: SentReturn, now: Answered) -> bool:
    return _first_change(sent, now.changes) is not None or _has_returned(sent, now)


def _first_change(sent: SentReturn, changes: Iterable[Change]) -> str | None:
    """The day of the first change that this lead gave."""
    days = [change.date for change in changes if folded(change.lead) == folded(sent.lead)]
    return min(days, default=None)


def _has_returned(sent: SentReturn, asked: Answered) -> bool:
    """Whether a return of the lead was read, or a file lies there that is called like it."""
    read = any(folded(lead) == folded(sent.lead) for lead in asked.leads)
    return read or _has_file(sent, asked.files)


def _has_file(sent: SentReturn, files: Sequence[str]) -> bool:
    """Whether a file was saved that is called as the one that was sent: `fostering (1).xlsx` too."""
    stem = re.escape(PurePath(sent.file).stem.casefold())
    called = re.compile(rf"{stem}(?:[ _-]*(?:\(\d+\)|\d+|copy|final|v\d+))*")
    return any(called.fullmatch(PurePath(name).stem.casefold()) for name in files)


def _past(lead: str, rounds: Iterable[Answered]) -> _Past:
    past = _Past()
    for one in rounds:
        sent = next(
            (
                sent
                for commission in one.commissions[-1:]
                for sent in commission.returns
                if folded(sent.lead) == folded(lead)
            ),
            None,
        )
        if sent is None:
            continue
        past.asked += 1
        first = _first_change(sent, one.changes)
        if first is None:
            past.late += not _has_returned(sent, one)
        else:
            past.late += first > one.due.isoformat()
    return past
