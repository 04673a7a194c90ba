"""The progress cell: a diary whose entries open with a date and usually initials."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from boardpack.model.plan import Update
from boardpack.read.dates import Mention, mentions, why_impossible, without_overlaps

_INITIALS = r"(?:[A-Z]{2,3}|[A-Z]M[ac]c?)(?:/[A-Z]{2,3})?"
_OPENER = re.compile(
    rf"[ \t]*(?:[•●▪◦*·][ \t]*|[o>–-][ \t]+)?(?:\d{{1,2}}[.)][ \t]+)?(?i:(?:v|version |draft )\d+(?:\.\d+)*[ \t]*[/:–-]?[ \t]*)?"
    rf"(?i:(?:latest[ \t]+)?updated?[ \t]*(?:on|of|as of|as at)?[ \t]*[-–—:]?[ \t]*|as (?:of|at)[ \t]+|(?:position|update) (?:at|from|by)[ \t]+|(?:w/?[ceb]|wk|week|month)(?:[ \t]+(?:of|commencing|ending))?[ \t]+)?"
    rf"[\[(]?(?:(?P<initials>{_INITIALS})[ \t]*[-–—:,]?[ \t]*)?"
    rf"(?P<said>(?i:(?:action |now )?(?:closed|completed?|done|started|signed off))[ \t]*[-–—:,]?[ \t]*)?"
    rf"(?i:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?[ \t]+)?[\[(*_]*"
)
"""What may stand on a line before the date that opens an entry: a bullet, a number, initials."""
_AFTER = re.compile(rf"[ \t]*(?:[-–—:]|{_INITIALS}\b)")
_NO_YEAR = re.compile(
    r"^[ \t•●▪*·-]*(?P<all>(?P<day>[0-3]?\d)[./](?P<month>0[1-9]|1[0-2]))(?=[ \t]*[-–—:]|[ \t]+[A-Z]{2,3}\b[ \t]*[-–—:]|(?<=/\d\d)[ \t]+[A-Za-z])",
    re.MULTILINE,
)
_CENTURY = 20
_ODD_FIGURES = re.compile(
    r"^[ \t•●▪*·-]*(?P<all>\d{1,2}[./]\d{3,6}(?:[./]\d{2,4})?)(?=[ \t]*[-–—:])", re.MULTILINE
)
_WITH_INITIALS = re.compile(rf"[ \t]*[-–—]?[ \t]*{_INITIALS}[ \t]*[-–—:][ \t]*")
_NEXT_WORD = re.compile(r"[ \t]+\S|[ \t]*[-–—:]")
_SENTENCE_END = (".", "!", "?", ";", ")")
_MID_SENTENCE = re.compile(r"[ \t]+[-–—][ \t]*|[ \t]*[-–—][ \t]+|:[ \t]+")


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where an entry begins, the date that opens it, and the initials or `Closed` that stand before it."""

    start: int
    mention: Mention
    said: str | None = None


def read_diary(text: str) -> tuple[tuple[Update, ...], tuple[Mention, ...]]:
    """The updates in the order of the cell, and the dates that opened them.

    Words before the first date are an update without a date, so that no word is lost. An entry
    whose date does not exist is an update without a date as well.
    """
    openings = tuple(_openings(text))
    starts = [opening.start for opening in openings] + [len(text)]
    updates: list[Update] = []
    preface = text[: starts[0]].strip(" \t\n•●▪*·-–")
    if preface:
        updates.append(Update(None, None, preface))
    for opening, end in zip(openings, starts[1:], strict=True):
        mention = opening.mention
        body = text[mention.end : end].strip().lstrip("-–—:])*_ \t").strip()
        if opening.said:
            body = f"{opening.said} - {body}" if body else opening.said
        updates.append(Update(mention.day, mention.kind if mention.day else None, body))
    return tuple(updates), tuple(opening.mention for opening in openings)


def _openings(text: str) -> Iterator[_Opening]:
    """The dates that open an entry: at the start of a line, or after a sentence with a dash behind."""
    found = mentions(text)
    for mention in without_overlaps((*found, *_without_year(text, found), *_run_together(text))):
        line = text.rfind("\n", 0, mention.start) + 1
        before, after = text[line : mention.start], text[mention.end :]
        opener = _OPENER.fullmatch(before)
        if opener and (_AFTER.match(after) or not after[:1].isalnum()):
            yield _Opening(
                line, mention, opener["initials"] or (opener["said"] or "").strip(" -:,")
            )
        elif _opens_mid_line(before, mention, after):
            yield _Opening(mention.start, mention)


def _without_year(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Dates such as `31.07 -` that open a line, of the year that brings them nearest to the next one told.

    Where none is told beside them they have no day.
    """
    dated = [(mention.start, mention.day) for mention in found if mention.day]
    for match in _NO_YEAR.finditer(text):
        _, told = min(dated, key=lambda other: abs(other[0] - match.start()), default=(0, None))
        day = _nearest(int(match["month"]), int(match["day"]), told) if told else None
        fault = None if day else "it has no year"
        yield Mention(
            match.start("all"), match.end("all"), match["all"], day, "day", fault, malformed=True
        )


def _nearest(month: int, day: int, told: date) -> date | None:
    """The day of the month that lies nearest to one told; nothing where there is no such day."""
    days = (
        date(year, month, day)
        for year in range(told.year - 1, told.year + 2)
        if why_impossible(year, month, day) is None
    )
    return min(days, key=lambda one: abs(one - told), default=None)


def _run_together(text: str) -> Iterator[Mention]:
    """Figures that open a line as a date does and are none: `17.022.20 -`, `1.022020 -`.

    Where they can be one day alone, it is taken: a stop was left out.
    """
    for match in _ODD_FIGURES.finditer(text):
        digits = re.sub(r"\D", "", match["all"]).rjust(len("ddmmyyyy"), "0")
        day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
        is_day = year // 100 == _CENTURY and why_impossible(year, month, day) is None
        told = date(year, month, day) if is_day else None
        fault = None if told else "its day, month and year cannot be told apart"
        yield Mention(
            match.start("all"), match.end("all"), match["all"], told, "day", fault, malformed=True
        )


def _opens_mid_line(before: str, mention: Mention, after: str) -> bool:
    """Whether an entry goes on behind another on one line: by initials, a dash, or a sentence of its own."""
    if mention.kind == "day" and before[-1:].isspace() and _WITH_INITIALS.match(after):
        return True
    ended = before.rstrip().endswith(_SENTENCE_END)
    if ended and _MID_SENTENCE.match(after):
        return True
    is_day = mention.kind == "day" and mention.text[:1].isdigit()
    return is_day and before.endswith((". ", ".  ", ".\t")) and bool(_NEXT_WORD.match(after))


_INITIALS_FIRST = re.compile(rf"^{_INITIALS}(?:[ \t]*[-–—:][ \t]*|[ \t]+)(?=[A-Za-z])")


def without_initials(text: str) -> str:
    """An update's words without the initials of who wrote it, as the board reads it."""
    return _INITIALS_FIRST.sub("", text, count=1)
