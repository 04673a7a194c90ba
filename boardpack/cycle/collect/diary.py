"""The plan's own manner of keeping a diary, and a new entry written in it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from boardpack.folded import folded
from boardpack.read.dates import Mention
from boardpack.read.diary import read_diary
from boardpack.words import month_name

_BULLET = re.compile(r"^[ \t]*[•●▪◦*·–-][ \t]*")
_DASH = re.compile(r"[ \t]*[-–—:][ \t]*")
_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")
_WORDS = re.compile(r"(\d{1,2})(st|nd|rd|th)? ([A-Za-z]+)\.? (\d{4}|\d{2})")
_TEENS = range(11, 14)


@dataclass(frozen=True, slots=True)
class Manner:
    """How the entries of a diary are written and where the newest stands."""

    newest_first: bool = True
    example: str = "14.05.19"
    """A date as it stands in the plan: its figures and signs are the form of the next one."""
    dash: str = " - "
    bullet: str = ""
    gap: str = "\n"

    def day(self, when: date) -> str:
        """A date in the form of the example."""
        if figures := _FIGURES.fullmatch(self.example):
            day, sign, month, year = figures.groups()
            padded = len(day) > 1 and (day[0] == "0" or len(month) > 1)
            shown = f"{when:%d}{sign}{when:%m}" if padded else f"{when.day}{sign}{when.month}"
            return f"{shown}{sign}{when.year if len(year) > 2 else format(when, '%y')}"  # noqa: PLR2004 - a year in full has four figures
        if words := _WORDS.fullmatch(self.example):
            _, ordinal, month, year = words.groups()
            name = month_name(when.month)
            short = name if len(month) > 3 or month.casefold() == "may" else name[:3]  # noqa: PLR2004 - Jan, Feb
            ending = _ordinal(when.day) if ordinal else ""
            return (
                f"{when.day}{ending} {short} {when.year if len(year) > 2 else format(when, '%y')}"  # noqa: PLR2004 - as above
            )
        return f"{when:%d.%m.%y}"

    def entry(self, when: date, text: str) -> str:
        """A new entry."""
        return f"{self.bullet}{self.day(when)}{self.dash}{text}"

    def joined(self, before: str, entries: Sequence[str]) -> str:
        """The diary with new entries, which are given oldest first."""
        added = self.gap.join(reversed(entries) if self.newest_first else entries)
        if not before.strip():
            return added
        if self.newest_first:
            return f"{added}{self.gap}{before}"
        return f"{before}{self.gap}{added}"


def _ordinal(day: int) -> str:
    if day in _TEENS:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def manner(text: str, others: Iterable[str]) -> Manner:
    """The manner of a diary; where it does not show it by itself, that of the others of its sheet."""
    own, beside = _Seen(), _Seen()
    own.look(text)
    for other in others:
        beside.look(other)
    default = Manner()
    votes = own.order or beside.order
    return Manner(
        newest_first=votes >= 0,
        example=_most(own.examples, beside.examples, default.example),
        dash=_most(own.dashes, beside.dashes, default.dash),
        bullet=_most(own.bullets, beside.bullets, default.bullet),
        gap=_most(own.gaps, beside.gaps, default.gap),
    )


def _most(own: Counter[str], beside: Counter[str], default: str) -> str:
    """The commonest, of the diary itself where it has any; of equals the first by the alphabet."""
    seen = own or beside
    return min(seen, key=lambda one: (-seen[one], one)) if seen else default


class _Seen:
    """What was counted of one diary or several. `order` is above 0 where the newest stands first."""

    def __init__(self) -> None:
        self.order = 0
        self.examples: Counter[str] = Counter()
        self.dashes: Counter[str] = Counter()
        self.bullets: Counter[str] = Counter()
        self.gaps: Counter[str] = Counter()

    def look(self, text: str) -> None:
        """Counts what a diary shows."""
        openings = [opening for opening in read_diary(text)[1] if opening.day]
        for opening in openings:
            self._look_at(text, opening)
        days = [opening.day for opening in openings if opening.day]
        for one, other in pairwise(days):
            self.order += (one > other) - (one < other)

    def _look_at(self, text: str, opening: Mention) -> None:
        line = text.rfind("\n", 0, opening.start) + 1
        before = text[line : opening.start]
        is_form = _FIGURES.fullmatch(opening.text) or _WORDS.fullmatch(opening.text)
        if opening.kind == "day" and is_form and not opening.malformed:
            self.examples[opening.text] += 1
        if dash := _DASH.match(text, opening.end):
            self.dashes[dash.group()] += 1
        bullet = _BULLET.match(before)
        self.bullets[bullet.group() if bullet else ""] += 1
        if line:
            self.gaps["\n\n" if text[:line].endswith("\n\n") else "\n"] += 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of a lead's answer: the day that it is of, where the lead gave one, and its words."""

    day: date | None
    text: str


def entries_of(answer: str, today: date) -> tuple[Entry, ...]:
    """A lead's answer as entries: parted where each opens with a day of its own that has come.

    Otherwise the whole is one entry without a day, and no word of it is changed.
    """
    text = answer.strip()
    updates, openings = read_diary(text)
    is_dated = len(updates) == len(openings) and all(
        opening.day and opening.kind == "day" and not opening.malformed and opening.day <= today
        for opening in openings
    )
    if openings and is_dated and all(update.text for update in updates):
        parts = tuple(Entry(update.date, update.text) for update in updates)
        if folded("".join(part.text for part in parts)) and _keeps_words(text, parts, openings):
            return parts
    return (Entry(None, text),)


def _keeps_words(text: str, parts: Sequence[Entry], openings: Sequence[Mention]) -> bool:
    """Whether the entries hold every letter and figure of the answer but the dates that open them."""
    left = text
    for opening in reversed(openings):
        left = left[: opening.start] + left[opening.end :]
    return _letters(left) == _letters("".join(part.text for part in parts))


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def holdings(diary: str, words: str, day: date | None = None) -> int:
    """How many entries of a diary say just this: those of a day, where one is given."""
    wanted = folded(words)
    return sum(
        folded(update.text) == wanted and day in {None, update.date}
        for update in read_diary(diary)[0]
    )
