"""Counts of actions by rating and by lateness."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from boardpack.model.plan import Action, Rating

WEEKS_BETWEEN_BOARDS = timedelta(weeks=6)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many actions have each rating."""

    red: int = 0
    amber: int = 0
    green: int = 0
    blue: int = 0
    unrated: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.open + self.blue

    @property
    def open(self) -> int:
        """Those that are not closed."""
        return self.red + self.amber + self.green + self.unrated

    def of(self, rating: Rating | None) -> int:
        """How many have this rating."""
        return int(getattr(self, rating.value if rating else "unrated"))


def tally(actions: Iterable[Action]) -> Tally:
    """The counts of some actions."""
    counts = Counter(action.rating.value if action.rating else "unrated" for action in actions)
    return Tally(**counts)


@dataclass(frozen=True, slots=True)
class Timeliness:
    """Open actions by when they are due, seen from the day of a board."""

    very_late: int
    """Later than two cycles between boards."""
    late: int
    soon: int
    """Due before the next board."""
    later: int
    undated: int
    """No date to be late against: none given, or work that goes on."""


def timeliness(actions: Iterable[Action], board: date, next_board: date) -> Timeliness:
    """The open actions among these, by when they are due."""
    counts: Counter[str] = Counter()
    for action in actions:
        if not action.is_open:
            continue
        if action.due.date is None or action.due.kind == "ongoing":
            counts["undated"] += 1
        elif action.due.date >= next_board:
            counts["later"] += 1
        elif action.due.date >= board:
            counts["soon"] += 1
        elif board - action.due.date > 2 * WEEKS_BETWEEN_BOARDS:
            counts["very_late"] += 1
        else:
            counts["late"] += 1
    return Timeliness(
        **{name: counts[name] for name in ("very_late", "late", "soon", "later", "undated")}
    )
