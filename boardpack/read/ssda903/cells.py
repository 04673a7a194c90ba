"""Cells of the return: days, codes, scores. What cannot be read is None, never an exception."""

import re
from datetime import date
from functools import lru_cache

from boardpack.read.dates import month_number

_TIME = r"(?:[ T]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[AP]M)?Z?)?"
_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})(?P<by>[/.\- ])(?P<month>\d{{1,2}}|[A-Z]{{3,9}})(?P=by)(?P<year>\d{{4}}|\d\d){_TIME}",
    re.ASCII | re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})(?P<by>[/.\-])(?P<month>\d{{1,2}})(?P=by)(?P<day>\d{{1,2}}){_TIME}",
    re.ASCII | re.IGNORECASE,
)
_WHOLE = re.compile(r"(\d{1,9})\.0+", re.ASCII)
_SCORE = re.compile(r"\d{1,2}", re.ASCII)
_SHORT_YEAR = 2
_LAST_CENTURY_FROM = 69
_HIGHEST_SCORE = 40
_EMPTY = frozenset({"NULL", "NAN"})
"""What databases and their tools write into an empty cell."""


def cell_of(text: str) -> str:
    """What stands in a cell, without the blanks round it; nothing where a database says NULL."""
    plain = text.strip()
    return "" if plain.upper() in _EMPTY else plain


@lru_cache(maxsize=16384)
def day_of(text: str) -> date | None:
    """The day of a cell, day first or as ISO writes it; 69 to 99 are years of the last century."""
    match = _DAY_FIRST.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    if match is None:
        return None
    year, month = int(match["year"]), match["month"]
    if len(match["year"]) == _SHORT_YEAR:
        year += 1900 if year >= _LAST_CENTURY_FROM else 2000
    try:
        return date(
            year, int(month) if month.isdigit() else month_number(month) or 0, int(match["day"])
        )
    except ValueError:
        return None


def code_of(text: str) -> str:
    """A code in capitals; 1.0 is 1, as spreadsheets and databases write it."""
    whole = _WHOLE.fullmatch(text)
    return whole[1] if whole else text.upper()


def score_of(text: str) -> int | None:
    """A score from 0 to 40."""
    plain = code_of(text)
    score = int(plain) if _SCORE.fullmatch(plain) else None
    return score if score is not None and score <= _HIGHEST_SCORE else None
