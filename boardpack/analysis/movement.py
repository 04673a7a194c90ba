"""What moved between two boards, an entry a change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from boardpack.analysis.matching import Match, MatchedBy, match
from boardpack.model.plan import Action, Plan, Rating


class Moved(StrEnum):
    """The kinds of movement, the news for the board first."""

    WORSE = "worse"
    SLIPPED = "slipped"
    GONE = "gone"
    REOPENED = "reopened"
    NEW = "new"
    CLOSED = "closed"
    BETTER = "better"
    LEAD_CHANGED = "lead-changed"
    REWORDED = "reworded"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Movement:
    """One change of one action. `was` and `now` are what changed; `days` is how far a date slipped."""

    kind: Moved
    action: Action
    """The row as it is now; for one that is gone, as it was."""
    was: Rating | date | str | None
    now: Rating | date | str | None
    days: int | None
    matched_by: MatchedBy
    split_from: str | None = None
    """The ref that a new action was part of at the last board."""

    def as_json(self) -> dict[str, Any]:
        """The movement with the public field names."""
        return {
            "sheet": self.action.sheet,
            "objective": self.action.objective,
            "ref": self.action.ref,
            "kind": self.kind.value,
            "from": _plain(self.was),
            "to": _plain(self.now),
            "days": self.days,
            "matched_by": self.matched_by,
            "split_from": self.split_from,
        }


def _plain(value: Rating | date | str | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value


def movements(now: Plan, before: Plan) -> tuple[Movement, ...]:
    """Every movement of the plan's activities, one `unchanged` for each that did not move.

    The metrics sheet repeats activities, so that its rows are left out.
    """
    found: list[Movement] = []
    for pair in match(now.activities, before.activities):
        changes = list(_changes(pair))
        kept = pair.now or pair.before
        assert kept is not None
        found += changes or [Movement(Moved.UNCHANGED, kept, None, None, None, pair.by)]
    return tuple(found)


def _changes(pair: Match) -> Iterator[Movement]:
    now, before = pair.now, pair.before
    if before is None or now is None:
        kind = Moved.NEW if now else Moved.GONE
        kept = now or before
        assert kept is not None
        was, is_now = (None, kept.rating) if now else (kept.rating, None)
        split_from = pair.part_of.ref if pair.part_of else None
        yield Movement(kind, kept, was, is_now, None, pair.by, split_from)
        return
    yield from _rating_change(now, before, pair.by)
    yield from _slip(now, before, pair.by)
    if {_plain_words(lead) for lead in now.lead} != {_plain_words(lead) for lead in before.lead}:
        yield Movement(Moved.LEAD_CHANGED, now, before.lead_text, now.lead_text, None, pair.by)
    if _plain_words(now.activity) != _plain_words(before.activity):
        yield Movement(Moved.REWORDED, now, before.activity, now.activity, None, pair.by)


def _rating_change(now: Action, before: Action, by: MatchedBy) -> Iterator[Movement]:
    if now.rating is before.rating:
        return
    if now.rating is Rating.BLUE:
        kind = Moved.CLOSED
    elif before.rating is Rating.BLUE:
        kind = Moved.REOPENED
    elif now.rating is None or before.rating is None:
        return
    else:
        order = list(Rating)
        kind = Moved.WORSE if order.index(now.rating) < order.index(before.rating) else Moved.BETTER
    yield Movement(kind, now, before.rating, now.rating, None, by)


def _slip(now: Action, before: Action, by: MatchedBy) -> Iterator[Movement]:
    old, new = before.due.date, now.due.date
    if old and new and new > old and now.is_open:
        yield Movement(Moved.SLIPPED, now, old, new, (new - old).days, by)


def _plain_words(text: str) -> str:
    """Words without case, spaces and stops: a change of those is no rewording."""
    return "".join(character for character in text.casefold() if character.isalnum())


def of_kind(found: Iterable[Movement], *kinds: Moved) -> tuple[Movement, ...]:
    """The movements of these kinds, in their order."""
    return tuple(movement for movement in found if movement.kind in kinds)
