"""The period column of a metrics file: days, months, quarters, years and terms."""

import re
from datetime import date

from boardpack.model.metrics import Period
from boardpack.read.dates import MONTHS, full_year, mentions, month_end
from boardpack.read.spans import LAST_QUARTER, TERM_ENDS

_ISO_MONTH = re.compile(r"(20\d\d)-(\d\d)")
_QUARTER = re.compile(r"Q([1-4])\s*(20\d\d)\s?[/-]\s?(?:20)?(\d\d)", re.IGNORECASE)
_YEAR = re.compile(r"(20\d\d)\s?[/-]\s?(?:20)?(\d\d)")
_TERM = re.compile(r"(autumn|spring|summer)(?: term)?\s*(20\d\d)", re.IGNORECASE)


def read_period(text: str) -> Period | None:
    """The period that a text names, by its last day; nothing where it names none.

    A quarter is of the financial year: Q1 2019/20 is April to June 2019. A year is from April to
    March: 2018/19 ends on 31 March 2019.
    """
    words = text.strip()
    if match := _ISO_MONTH.fullmatch(words):
        year, month = int(match[1]), int(match[2])
        return Period(month_end(year, month), "month", words) if month in MONTHS else None
    if match := _QUARTER.fullmatch(words):
        quarter, first, second = int(match[1]), int(match[2]), full_year(match[3])
        if second != first + 1:
            return None
        end = month_end(second, 3) if quarter == LAST_QUARTER else month_end(first, 3 + 3 * quarter)
        return Period(end, "quarter", words)
    if match := _YEAR.fullmatch(words):
        if full_year(match[2]) != int(match[1]) + 1:
            return None
        return Period(month_end(full_year(match[2]), 3), "year", words)
    if match := _TERM.fullmatch(words):
        return Period(month_end(int(match[2]), TERM_ENDS[match[1].lower()]), "term", words)
    return _day_or_month(words)


def _day_or_month(words: str) -> Period | None:
    named = mentions(words)
    if len(named) != 1 or (named[0].start, named[0].end) != (0, len(words)) or named[0].malformed:
        return None
    day: date | None = named[0].day
    return Period(day, named[0].kind, words) if day else None
