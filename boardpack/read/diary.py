"""The progress cell: a diary whose entries open with a date and usually initials."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from boardpack.model.plan import Update
from boardpack.read.dates import Mention, mentions

_INITIALS = r"[A-Z]{2,3}(?:/[A-Z]{2,3})?"
_OPENER = re.compile(
    rf"[ \t]*(?:[•●▪◦*·o>–-][ \t]+)?(?:\d{{1,2}}[.)][ \t]+)?(?:v\d+(?:\.\d+)*[ \t]*)?"
    rf"(?i:(?:latest[ \t]+)?updated?[ \t]*(?:on|of|as of|as at)?[ \t]*[-–—:]?[ \t]*|as (?:of|at)[ \t]+|w/[ce][ \t]+)?"
    rf"(?:(?P<initials>{_INITIALS})[ \t]*[-–—:,]?[ \t]*)?"
    rf"(?i:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?[ \t]+)?[\[(*_]*"
)
"""What may stand on a line before the date that opens an entry: a bullet, a number, initials."""
_AFTER = re.compile(rf"[ \t]*(?:[-–—:]|{_INITIALS}\b)")
_MID_SENTENCE = re.compile(r"[ \t]+[-–—][ \t]*|[ \t]*[-–—][ \t]+|:[ \t]+")


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where an entry begins, the date that opens it, and initials that stand before the date."""

    start: int
    mention: Mention
    initials: str | None = None


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
        if opening.initials:
            body = f"{opening.initials} - {body}"
        updates.append(Update(mention.day, mention.kind if mention.day else None, body))
    return tuple(updates), tuple(opening.mention for opening in openings)


def _openings(text: str) -> Iterator[_Opening]:
    """The dates that open an entry: at the start of a line, or after a sentence with a dash behind."""
    for mention in mentions(text):
        line = text.rfind("\n", 0, mention.start) + 1
        before, after = text[line : mention.start], text[mention.end :]
        opener = _OPENER.fullmatch(before)
        if opener and (_AFTER.match(after) or not after[:1].isalnum()):
            yield _Opening(line, mention, opener["initials"])
        elif before.rstrip().endswith((".", "!", "?", ";", ")")) and _MID_SENTENCE.match(after):
            yield _Opening(mention.start, mention)


_INITIALS_FIRST = re.compile(rf"^{_INITIALS}(?:[ \t]*[-–—:][ \t]*|[ \t]+)(?=[A-Za-z])")


def without_initials(text: str) -> str:
    """An update's words without the initials of who wrote it, as the board reads it."""
    return _INITIALS_FIRST.sub("", text, count=1)
