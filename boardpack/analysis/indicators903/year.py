"""What the indicators look at: the return, its year, and the history of each child in care."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from boardpack.model.ssda903 import Episode, Return

SHORT_BREAKS = frozenset({"V3", "V4"})
FOLLOWED = "X1"
STARTED = "S"
_APRIL = 4


def first_day(last: date) -> date:
    """The 1 April on or before the last day of a period."""
    return date(last.year if last.month >= _APRIL else last.year - 1, _APRIL, 1)


def age_on(day: date, born: date) -> int:
    """Whole years; a child born on 29 February is a year older on 1 March where there is no 29th."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@dataclass(frozen=True, slots=True, repr=False)
class History:
    """A child's episodes in order, without short breaks, and the short breaks."""

    episodes: tuple[Episode, ...]
    breaks: tuple[Episode, ...]

    def until(self, day: date) -> tuple[Episode, ...]:
        """The episodes that began on or before a day."""
        return tuple(episode for episode in self.episodes if episode.begins <= day)

    def open_on(self, day: date) -> bool:
        """Whether the child is looked after at the end of a day."""
        return any(episode.open_on(day) for episode in self.episodes)


@dataclass(frozen=True, slots=True, repr=False)
class Year:
    """The return, the first and the last day of its year, and who is looked after at the end."""

    first: date
    last: date
    given: Return
    histories: Mapping[str, History]
    looked_after: frozenset[str]
    long_looked_after: frozenset[str]
    """Those looked after for the 12 months of the year."""

    def overlapping(self, episodes: Iterable[Episode]) -> tuple[Episode, ...]:
        """The episodes that were open in the year; one that ended on 1 April was not."""
        return tuple(
            episode
            for episode in episodes
            if episode.begins <= self.last and (episode.ends is None or episode.ends > self.first)
        )


def year_of(given: Return, last: date) -> Year:
    """The year that ends on a day, with the return seen from there."""
    first = first_day(last)
    histories = {child: _history(episodes) for child, episodes in _by_child(given).items()}
    looked_after = frozenset(child for child, past in histories.items() if past.open_on(last))
    year = Year(first, last, given, histories, looked_after, frozenset())
    long = frozenset(child for child in looked_after if _all_year(histories[child], year))
    return Year(first, last, given, histories, looked_after, long)


def _by_child(given: Return) -> dict[str, list[Episode]]:
    found: dict[str, list[Episode]] = {}
    for episode in given.episodes:
        found.setdefault(episode.child, []).append(episode)
    return found


def _history(episodes: Iterable[Episode]) -> History:
    """In order of the first day; of one day the one that ended first, else as they stand."""
    ordered = sorted(episodes, key=lambda episode: (episode.begins, episode.ends or date.max))
    kept: tuple[list[Episode], list[Episode]] = ([], [])
    for episode in ordered:
        kept[episode.status in SHORT_BREAKS].append(episode)
    return History(tuple(kept[0]), tuple(kept[1]))


def _all_year(past: History, year: Year) -> bool:
    """No start after 1 April, no end but one that is followed, no short break in the year.

    What begins after the period's end plays no part. An end without its reason is an end.
    """
    started = any(
        episode.why_new == STARTED and year.first < episode.begins <= year.last
        for episode in past.episodes
    )
    ended = any(
        episode.why_ended != FOLLOWED and episode.ends_in(year.first, year.last)
        for episode in past.episodes
    )
    return not (started or ended or year.overlapping(past.breaks))
