"""The timescales cell: when an action is due."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from boardpack.model.plan import Due
from boardpack.read.dates import Mention, mentions, without_overlaps
from boardpack.read.grid import Cell
from boardpack.read.spans import quarters, terms

_GOES_ON = re.compile(r"\bon-?\s?going\b|\bcontinu(?:ous|al|ing|es)\b|\brolling\b", re.IGNORECASE)
_REPEATS = re.compile(
    r"\b(?:daily|fortnightly|twice (?:a year|yearly)|(?:bi|six)[- ]?(?:annual\w*|monthly)|every (?:\w+ )?(?:week|month|term|year|board|meeting)s?|weekly|monthly|quarterly|annual(?:ly)?|termly|six[- ]weekly|monitoring|throughout)\b",
    re.IGNORECASE,
)
_AND_AGAIN = re.compile(
    r"(?:and|then|&|thereafter|-|–|,)\s*(?:then\s+|reviewed\s+)?(?:weekly|monthly|quarterly|annual(?:ly)?|termly|six[- ]weekly)\s*(?:thereafter|after ?wards?|review(?:s|ed)?|updates?)?\s*\.?$",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"\b(?:was|were|previously|originally|original(?: due)?(?: date| deadline)?|formerly|(?:revised|moved|changed|extended|slipped|put back|brought forward|amended) from|instead of|replaces)\s*:?\s*$",
    re.IGNORECASE,
)
"""What stands before a date that no longer holds."""
_SIX_DIGITS = re.compile(r"[0-3]\d[01]\d[0-4]\d")
_LETTER_FOR_NOUGHT = re.compile(r"(?<=\d)[oO](?=[\d/.-])|(?<=[/.-])[oO](?=\d)|(?<=\d)[oO](?=$)")
"""A letter O where a nought was meant: `3O/06/2020`."""
_LABEL = re.compile(r"\b(?:phase|stage|tranche|wave|cohort|part|step)\s+\d{1,2}\b", re.IGNORECASE)
"""A number that names a part of the work is no day of a date behind it."""
_CENTURY = range(2000, 2100)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_SERIAL_ZERO = date(1899, 12, 30)
"""The day from which Excel counts, so that 43830 is 31 December 2019."""


def read_due(cell: Cell | None) -> tuple[Due, tuple[Mention, ...]]:
    """What the cell says, and every date that it names, so that faults in them can be told.

    Where a cell names several dates, the last one named is the due date, but not one that the cell
    says is the old one: `31 Jan 2020 (was 31 Oct 2019)`. One that does not exist is passed over
    unless it is the last, when no date is taken.
    """
    if cell is None or not cell.text.strip():
        return Due(None, "none", None), ()
    text = cell.text.strip()
    if cell.has_no_result:
        return Due(None, "text", text), ()
    if isinstance(cell.value, date):
        return _of_date(cell, cell.value, text)
    named = named_dates(text)
    last = _last_that_holds(text, named)
    day = last.day if last else None
    if _GOES_ON.search(text) or (named and _AND_AGAIN.search(text)):
        return Due(day, "ongoing", text), named
    if last is not None and day is not None:
        return Due(day, last.kind, text), named
    if not named and _REPEATS.search(text):
        return Due(None, "ongoing", text), named
    return Due(None, "text", text), named


def _last_that_holds(text: str, named: Sequence[Mention]) -> Mention | None:
    """The last date that is not said to be an old one; the last of all where each is."""
    holding = [mention for mention in named if not _OLD.search(text[: mention.start])]
    return next(reversed(holding or named), None)


def named_dates(text: str) -> tuple[Mention, ...]:
    """The dates that a timescale names, a quarter or a term by its last day."""
    serial = _of_serial(text) or _run_together(text)
    if serial:
        return (serial,)
    if _LETTER_FOR_NOUGHT.search(text):
        return tuple(
            replace(mention, text=text[mention.start : mention.end], malformed=True)
            for mention in mentions(_LETTER_FOR_NOUGHT.sub("0", text))
        )
    text = _LABEL.sub(lambda match: "\0" * len(match.group()), text)
    spans = (span for span in chain(quarters(text), terms(text)) if span.day)
    return without_overlaps(chain(mentions(text), spans))


def _of_date(cell: Cell, value: date, text: str) -> tuple[Due, tuple[Mention, ...]]:
    if value.year not in _CENTURY:
        fault = Mention(0, len(text), text, None, "day", f"its year is {value.year}")
        return Due(None, "text", text), (fault,)
    if cell.shows_month:
        return Due(cell.month_end, "month", text), ()
    return Due(value, "day", text), ()


def _run_together(text: str) -> Mention | None:
    """The day of six digits with nothing between: `310320`."""
    if not _SIX_DIGITS.fullmatch(text):
        return None
    found = mentions(f"{text[:2]}.{text[2:4]}.{text[4:]}")
    return replace(found[0], start=0, end=len(text), text=text, malformed=True) if found else None


def _of_serial(text: str) -> Mention | None:
    """The day of a number that Excel shows where a date cell lost its format: `43830`."""
    if not _SERIAL.fullmatch(text):
        return None
    day = _SERIAL_ZERO + timedelta(days=int(float(text)))
    return Mention(0, len(text), text, day, "day", malformed=True) if day.year in _CENTURY else None
