"""The progress cell: a diary whose entries open with a date and usually initials."""

import re

from boardpack.model.plan import Update
from boardpack.read.dates import Mention, mentions

_BEFORE = re.compile(r"(?:^|\n)[ \t]*(?:[•●▪*·o–-][ \t]+)?(?:v\d+(?:\.\d+)*[ \t]*)?(?:updated?[ \t]*:?[ \t]*)?$", re.IGNORECASE)
_AFTER = re.compile(
    r"[ \t]*(?:(?:[-–—:][ \t]*)(?P<initials>[A-Z]{2,3}(?:/[A-Z]{2,3})?\b[ \t]*[-–—:]?[ \t]*)?"
    r"|(?P<alone>[A-Z]{2,3}\b[ \t]*[-–—:]?[ \t]*))"
)
_MID_SENTENCE = re.compile(r"[ \t]+[-–—][ \t]*|[ \t]*[-–—][ \t]+|:[ \t]+")


def _opens_entry(text: str, mention: Mention) -> bool:
    """Whether a date opens an entry: at the start of a line, or inside one with a dash after it."""
    before, after = text[: mention.start], text[mention.end :]
    if _BEFORE.search(before):
        return not after.strip() or bool(_AFTER.match(after)) or not after[:1].isalnum()
    ends_sentence = before.rstrip().endswith((".", "!", "?", ";", ")"))
    return ends_sentence and bool(_MID_SENTENCE.match(after))


def read_diary(text: str) -> tuple[tuple[Update, ...], tuple[Mention, ...]]:
    """The updates in the order of the cell, and the dates that opened them.

    Words before the first date are an update without a date, so that no word is lost. An entry
    whose date does not exist is an update without a date as well.
    """
    openings = [mention for mention in mentions(text) if _opens_entry(text, mention)]
    starts = [mention.start for mention in openings] + [len(text)]
    updates: list[Update] = []
    preface = text[: starts[0]].strip(" \t\n•●▪*·-–")
    if preface and not re.fullmatch(r"v\d+(?:\.\d+)*", preface):
        updates.append(Update(None, None, preface))
    for mention, end in zip(openings, starts[1:], strict=True):
        body = re.sub(r"\n[ \t]*(?:[•●▪*·][ \t]*)?(?:v\d+(?:\.\d+)*)?[ \t]*$", "", text[mention.end : end])
        body = body.strip().lstrip("-–—: \t").strip()
        kind = mention.kind if mention.day else None
        updates.append(Update(mention.day, kind, body))
    return tuple(updates), tuple(openings)


_INITIALS = re.compile(r"^(?:[A-Z]{2,3}(?:/[A-Z]{2,3})?)(?:[ \t]*[-–—:][ \t]*|[ \t]+)(?=[A-Za-z])")


def without_initials(text: str) -> str:
    """An update's words without the initials of who wrote it, as the board reads it."""
    return _INITIALS.sub("", text, count=1)
