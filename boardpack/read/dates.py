"""Dates in free text, day first: every form that leads type, with where it stood in the text."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from boardpack.model.plan import DateKind
from boardpack.words import month_name

MONTHS = range(1, 13)
_CENTURY = 2000
_SHORTEST_MONTH = 3
_LONGEST_MONTH = 31
"""Days; `45 May 2019` is a count and its month."""
_MONTH_WORDS = {month_name(number)[:3].lower(): number for number in MONTHS}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary|urary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?P<year>20\d\d|\d\d)"
_YEAR_OF_MONTH = r"(?:,?[\s./'’-]*(?P<full>20\d\d)|[\s./'’-]*(?P<short>[0-3]\d)(?!\s+(?:of|out)\b))"
"""After a month's name: `May 45` and `June 19 of 24` are counts and no years."""
_NOT_IN_NUMBER = r"(?<![\d.,/£])"
_ENDS = r"(?![\d%]|[.,/]\d)"

_ISO = re.compile(rf"{_NOT_IN_NUMBER}(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d){_ENDS}")
_NUMERIC = re.compile(
    rf"{_NOT_IN_NUMBER}(?P<day>\d{{1,2}})(?P<first>[./-]{{1,2}})(?P<month>\d{{1,2}})(?P<second>[./-]{{1,2}}){_YEAR}{_ENDS}"
)
_RUN_TOGETHER = re.compile(
    rf"{_NOT_IN_NUMBER}(?P<day>\d\d)[./](?P<month>\d\d)(?P<year>\d\d){_ENDS}"
)
_CUT_SHORT = re.compile(rf"{_NOT_IN_NUMBER}(?P<day>\d\d)[./](?P<month>0\d\d){_ENDS}")
_DAY_MONTH_WORD = re.compile(
    rf"{_NOT_IN_NUMBER}(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?(?:\s+of)?[\s./-]*{_MONTH}\.?(?:,?[\s./'’-]*{_YEAR}{_ENDS})?(?![a-z])",
    re.IGNORECASE,
)
_MONTH_WORD_DAY = re.compile(
    rf"(?<![a-z]){_MONTH}\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>20\d\d){_ENDS}",
    re.IGNORECASE,
)
_MONTH_WORD_YEAR = re.compile(rf"(?<![a-z]){_MONTH}\.?{_YEAR_OF_MONTH}{_ENDS}", re.IGNORECASE)
_MONTH_NUMBER_YEAR = re.compile(
    rf"{_NOT_IN_NUMBER}(?P<month>0?[1-9]|1[0-2])[./-](?P<year>20\d\d)(?![./-]?\d){_ENDS}"
)
_ODD_YEAR = re.compile(
    rf"{_NOT_IN_NUMBER}(?P<day>\d{{1,2}})([./-])(?P<month>\d{{1,2}})\2(?P<year>1\d{{3}}|2[1-9]\d\d|\d{{3}}){_ENDS}"
)
_MONTH_TYPO = re.compile(rf"(?<![a-z]){_MONTH}\s?(?P<tens>\d)-(?P<ones>\d){_ENDS}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A date named in a text from `start` to `end`.

    `day` is None where no such day exists, and `fault` then says why. `malformed` is set where the
    form had to be guessed. A month is given by its last day.
    """

    start: int
    end: int
    text: str
    day: date | None
    kind: DateKind
    fault: str | None = None
    malformed: bool = False


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def month_number(word: str) -> int | None:
    """1 to 12 for the name of a month or the start of it, of three letters or more."""
    return _MONTH_WORDS.get(word[:3].casefold()) if len(word) >= _SHORTEST_MONTH else None


def full_year(digits: str) -> int:
    """The year that `19` or `2019` means: plans are of this century."""
    return int(digits) + (0 if int(digits) >= _CENTURY else _CENTURY)


def why_impossible(year: int, month: int, day: int) -> str | None:
    """Why a day does not exist, in words; nothing where it does."""
    if month not in MONTHS:
        return f"there is no month {month}"
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        return f"{month_name(month)} has {last} days"
    return None


def _of_day(
    match: re.Match[str], year: int, month: int, day: int, *, malformed: bool = False
) -> Mention:
    fault = why_impossible(year, month, day)
    found = None if fault else date(year, month, day)
    return Mention(match.start(), match.end(), match.group(), found, "day", fault, malformed)


def _candidates(text: str) -> Iterator[Mention]:
    """Every match of every form; they overlap, and the caller keeps the longest of each place."""
    yield from _days_in_figures(text)
    for form in (_DAY_MONTH_WORD, _MONTH_WORD_DAY):
        for match in form.finditer(text):
            if match["year"] and int(match["day"]) <= _LONGEST_MONTH:
                month = month_number(match["month"]) or 0
                yield _of_day(match, full_year(match["year"]), month, int(match["day"]))
    for match in _MONTH_WORD_YEAR.finditer(text):
        yield _of_month(match, match["full"] or match["short"], month_number(match["month"]) or 0)
    for match in _MONTH_NUMBER_YEAR.finditer(text):
        yield _of_month(match, match["year"], int(match["month"]))
    for match in _MONTH_TYPO.finditer(text):
        year = match["tens"] + match["ones"]
        yield _of_month(match, year, month_number(match["month"]) or 0, malformed=True)


def _days_in_figures(text: str) -> Iterator[Mention]:
    """Days without a month's name."""
    for match in _ISO.finditer(text):
        yield _of_day(match, int(match["year"]), int(match["month"]), int(match["day"]))
    for match in _NUMERIC.finditer(text):
        odd = len(match["first"]) > 1 or len(match["second"]) > 1
        year, month, day = full_year(match["year"]), int(match["month"]), int(match["day"])
        yield _of_day(match, year, month, day, malformed=odd)
    for match in _ODD_YEAR.finditer(text):
        why = f"its year is {match['year']}"
        yield Mention(match.start(), match.end(), match.group(), None, "day", why, malformed=True)
    for match in _RUN_TOGETHER.finditer(text):
        year, month, day = full_year(match["year"]), int(match["month"]), int(match["day"])
        yield _of_day(match, year, month, day, malformed=True)
    for match in _CUT_SHORT.finditer(text):
        why = "the month and year run together"
        yield Mention(match.start(), match.end(), match.group(), None, "day", why, malformed=True)


def _of_month(match: re.Match[str], year: str, month: int, *, malformed: bool = False) -> Mention:
    end = month_end(full_year(year), month)
    return Mention(match.start(), match.end(), match.group(), end, "month", malformed=malformed)


def mentions(text: str) -> tuple[Mention, ...]:
    """The dates named in a text, in its order; where forms overlap, the earliest and longest."""
    return without_overlaps(_candidates(text))


def without_overlaps(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions in the order of their text; of those that overlap, the earliest and longest.

    Of two for the same words, the one that had not to be guessed.
    """
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end, m.malformed)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
