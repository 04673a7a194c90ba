"""Periods as analysts write them: days, months, quarters, years and terms, by their last day."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from boardpack.model.metrics import Period, PeriodKind
from boardpack.read.dates import MONTHS, full_year, mentions, month_end, month_number
from boardpack.read.spans import LAST_QUARTER, TERM_ENDS

_DASH = r"\s*[-–—/]\s*"
_MONTH_NAME = r"(?P<month>[A-Za-z]{3,9})\.?"
_YEARS = r"(?P<first>20\d\d|\d\d)\s?[-–/]\s?(?P<second>20\d\d|\d\d)|(?P<joined>20\d{4})"
_LEADS = re.compile(
    r"(?:as at|at|position at|snapshot|data as at|w/?e|week ending|month (?:ending|ended|to)|period ending)\s*:?\s+|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day,?\s+",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?:[T\s]00:00(?::00(?:\.0+)?)?Z?|\s12:00(?::00)? AM)$", re.IGNORECASE)
_YEAR_TO = re.compile(
    r"(?:(?:rolling )?(?:12|twelve) months? (?:to|ending|ended)|(?:rolling )?year (?:to|ending|ended)|y/?e)\s+(?P<end>.+)",
    re.IGNORECASE,
)
_SERIAL_ZERO, _SERIALS = date(1899, 12, 30), range(36526, 73051)
"""Excel counts days from here; the serials are those of 2000 to 2099."""
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


@lru_cache(maxsize=8192)  # a column of a thousand lines names a few dozen periods
def read_period(text: str) -> Period | None:
    """The period that a text names, by its last day; nothing where it names none.

    A quarter is of the financial year: Q1 2019/20 is April to June 2019, and so is `2019-Q1`. A year is
    from April to March: 2018/19 ends on 31 March 2019. An academic year ends on 31 August.
    """
    words = text.strip()
    line = " ".join(words.split())
    plain = _LEADS.sub("", _TIME.sub("", line), count=1).strip()
    for form, made in _FORMS:
        match = form.fullmatch(plain)
        if match and (found := made(match)):
            return Period(found[0], found[1], words)
    return _year_to(line, words) or _range(plain, words) or _day_or_month(plain, words)


_Found = tuple[date, PeriodKind] | None


def _iso_month(match: re.Match[str]) -> _Found:
    year, month = int(match["year"]), int(match["number"])
    return (month_end(year, month), "month") if month in MONTHS else None


def _named_month(match: re.Match[str]) -> _Found:
    month = month_number(match["month"])
    known = month is not None and match["month"].casefold() in _MONTH_WORDS
    return (month_end(full_year(match["year"]), month or 0), "month") if known else None


def _quarter(match: re.Match[str]) -> _Found:
    number = int(match["quarter"])
    first = _first_year(match)
    if first is None:
        return None
    if number == LAST_QUARTER:
        return month_end(first + 1, 3), "quarter"
    return month_end(first, 3 + 3 * number), "quarter"


def _first_year(match: re.Match[str]) -> int | None:
    """The calendar year in which a financial or academic year begins; nothing where two do not follow."""
    groups = match.groupdict()
    if joined := groups.get("joined"):
        first, second = int(joined[:4]), int(joined[4:])
    elif groups.get("single"):
        return int(groups["single"])
    else:
        first, second = full_year(groups["first"]), int(groups["second"])
    return first if (first + 1) % 100 == second % 100 else None


def _financial_year(match: re.Match[str]) -> _Found:
    first = _first_year(match)
    return (month_end(first + 1, 3), "year") if first is not None else None


def _year_by_its_end(match: re.Match[str]) -> _Found:
    return month_end(full_year(match["last"]), 3), "year"


def _calendar_year(match: re.Match[str]) -> _Found:
    return date(int(match["calendar"]), 12, 31), "year"


def _academic_year(match: re.Match[str]) -> _Found:
    first = _first_year(match)
    return (month_end(first + 1, 8), "year") if first is not None else None


def _term(match: re.Match[str]) -> _Found:
    first = _first_year(match)
    name = match["term"].casefold()
    if first is None:
        return None
    later = match["single"] is None and name != "autumn"
    return month_end(first + later, TERM_ENDS[name]), "term"


def _serial(match: re.Match[str]) -> _Found:
    number = int(match["serial"])
    return (_SERIAL_ZERO + timedelta(days=number), "day") if number in _SERIALS else None


def _run_together(match: re.Match[str]) -> _Found:
    try:
        return date(int(match["year"]), int(match["number"]), int(match["day"])), "day"
    except ValueError:
        return None


def _year_or_month(match: re.Match[str]) -> _Found:
    """`201819` is a financial year, `201906` a month: the second half follows the first in one of them."""
    found = _financial_year(match)
    joined = match["joined"]
    if found is None and joined and int(joined[4:]) in MONTHS:
        return month_end(int(joined[:4]), int(joined[4:])), "month"
    return found


_MONTH_WORDS = frozenset(
    [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "january", "february", "march", "april", "june", "july", "august", "september", "october",
        "november", "december",
    ]
)  # fmt: skip
_Q = r"(?:Q|Qtr\s?|Quarter\s?)(?P<quarter>[1-4])"
_ACADEMIC = r"(?:academic year|academic yr|academic|AY|school year)"
_TERM = r"(?P<term>autumn|spring|summer)(?:\s+term)?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Found]], ...] = tuple(
    (re.compile(form, re.IGNORECASE), made)
    for form, made in (
        (rf"(?:F\.?Y\.?|financial year|fin\.? year|year)\s*:?\s*(?:{_YEARS})", _financial_year),
        (r"F\.?Y\.?\s*(?:20)?(?P<last>\d\d)", _year_by_its_end),
        (r"(?P<first>20\d\d)/(?P<second>\d\d)", _financial_year),  # 2000/01 is no January
        (r"(?P<year>20\d\d)[-/](?P<number>0\d|1[0-2])", _iso_month),
        (r"(?P<number>0?[1-9]|1[0-2])[-/.](?P<year>20\d\d)", _iso_month),
        (r"(?P<year>20\d\d)(?P<number>0[1-9]|1[0-2])(?P<day>[0-3]\d)", _run_together),
        (rf"{_MONTH_NAME}[-–,\s'’/]*(?P<year>20\d\d|\d\d)", _named_month),
        (rf"(?P<year>20\d\d)[-–,\s/]*{_MONTH_NAME}", _named_month),
        (rf"{_Q}[,\s]*(?:of\s+)?(?:{_YEARS}|(?P<single>20\d\d))", _quarter),
        (rf"(?:{_YEARS}|(?P<single>20\d\d))[-–,\s]*(?:financial year )?{_Q}", _quarter),
        (rf"{_ACADEMIC}\s*:?\s*(?:{_YEARS})", _academic_year),
        (rf"(?:{_YEARS})\s*{_ACADEMIC}", _academic_year),
        (rf"{_TERM}[,\s]*(?:{_YEARS}|(?P<single>20\d\d))", _term),
        (rf"(?:{_YEARS}|(?P<single>20\d\d))[-–,\s]*{_TERM}", _term),
        (r"(?P<serial>[3-7]\d{4})(?:\.0+)?", _serial),
        (rf"(?:{_YEARS})(?: financial year)?", _year_or_month),
        (r"(?P<calendar>20\d\d)", _calendar_year),
    )
)


def _year_to(line: str, words: str) -> Period | None:
    """A year by the day or the month that it ends with: `12 months to 31 March 2019`."""
    match = _YEAR_TO.fullmatch(line)
    end = read_period(match["end"]) if match else None
    return Period(end.end, "year", words) if end and end.kind in {"day", "month"} else None


_MONTH_ALONE = re.compile(r"[A-Za-z]{3,9}\.?")


def _range(plain: str, words: str) -> Period | None:
    """A stretch from one month or day to another, by how long it is: `Apr-Jun 2019`, `01/04/2015 - 31/03/2016`."""
    for match in _splits(plain):
        last = read_period(match[1])
        if last is None or last.kind not in {"day", "month"}:
            continue
        start = _start(match[0], last)
        if start is None or start > last.end or not _are_whole_months(start, last.end):
            continue
        months = (last.end.year - start.year) * 12 + last.end.month - start.month + 1
        kind = next((kind for kind, length in _MONTHS_OF.items() if length == months), None)
        if kind:
            return Period(last.end, kind, words)  # type: ignore[arg-type]  # a key of _MONTHS_OF
    return None


def _are_whole_months(start: date, end: date) -> bool:
    return start.day == 1 and end == month_end(end.year, end.month)


def _splits(plain: str) -> Iterator[tuple[str, str]]:
    for match in re.finditer(rf"{_DASH}|\s+to\s+", plain, re.IGNORECASE):
        yield plain[: match.start()], plain[match.end() :]


def _start(text: str, last: Period) -> date | None:
    """The first day of a range; a month without its year is the one before the last day."""
    if _MONTH_ALONE.fullmatch(text) and text.rstrip(".").casefold() in _MONTH_WORDS:
        month = month_number(text) or 0
        year = last.end.year - (month > last.end.month)
        return date(year, month, 1)
    found = read_period(text)
    if found is None:
        return None
    return found.end.replace(day=1) if found.kind == "month" else found.end


def _day_or_month(plain: str, words: str) -> Period | None:
    named = mentions(plain)
    if len(named) != 1 or (named[0].start, named[0].end) != (0, len(plain)) or named[0].malformed:
        return None
    day: date | None = named[0].day
    return Period(day, named[0].kind, words) if day else None


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A month, a quarter or a term whose year stands elsewhere: in a row above, a column beside, a title."""

    text: str

    def of(self, year: str) -> Period | None:
        """The period in a year, `2018/19`, `2018` or `201819`; nothing where the two make none."""
        single = re.fullmatch(r"20\d\d", year.strip())
        if month := _month_alone(self.text):
            return self._month_in(month, year, single=bool(single))
        return read_period(f"{self.text} {year}")

    def _month_in(self, month: int, year: str, *, single: bool) -> Period | None:
        whole = read_period(year)
        if single:
            return Period(month_end(int(year), month), "month", f"{self.text} {year.strip()}")
        if whole is None or whole.kind != "year":
            return None
        calendar = whole.end.year - (month > whole.end.month)
        return Period(month_end(calendar, month), "month", f"{self.text} {year.strip()}")


_PART = re.compile(rf"{_Q}|{_TERM}|[A-Za-z]{{3,9}}\.?", re.IGNORECASE)


def _month_alone(text: str) -> int | None:
    plain = text.strip().rstrip(".").casefold()
    return month_number(plain) if plain in _MONTH_WORDS else None


@lru_cache(maxsize=8192)
def part_of_year(text: str) -> PartOfYear | None:
    """A month, a quarter or a term that stands without its year, if the text is one."""
    plain = " ".join(text.split())
    if _month_alone(plain) is not None:
        return PartOfYear(plain.rstrip("."))
    match = _PART.fullmatch(plain)
    return PartOfYear(plain) if match and (match["quarter"] or match["term"]) else None


_YEAR_IN = re.compile(r"(?<![\d/-])(?:20\d\d\s?[-–/]\s?(?:20)?\d\d|20\d{4}|20\d\d)(?![\d/-])")


def year_in(text: str) -> str | None:
    """The year that a title or a heading names, as it is written there: `2018/19`."""
    found: list[str] = _YEAR_IN.findall(text)
    return found[-1] if found else None
