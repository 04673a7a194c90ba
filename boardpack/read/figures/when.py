"""The period of a row of figures, from whichever of its columns tell it."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from boardpack.model.metrics import Period
from boardpack.read.figures.labels import Role
from boardpack.read.figures.layout import Table
from boardpack.read.figures.rows import Row
from boardpack.read.periods import part_of_year, read_period
from boardpack.words import DASH


def period_of(row: Row, table: Table) -> tuple[Period | None, str | None]:
    """The period of a row, or what it says that is none; neither where its columns have periods."""
    start, end = table.text(row, Role.START), table.text(row, Role.END)
    if start or end:
        found = _from_to(start, end)
        return found, None if found else f"{start} - {end}"
    year = table.text(row, Role.YEAR)
    if not table.when and not year:
        missing = Role.YEAR in table.labels
        return None, DASH if missing else None
    if year and not table.when and (found := read_period(year)) and found.kind != "year":
        return None, year
    texts = tuple([text for place in table.when if (text := row.cell(place))])
    found = _by_columns(texts, year)
    return found, None if found else " ".join(filter(None, (*texts, year))) or DASH


def _from_to(start: str, end: str) -> Period | None:
    first, last = read_period(start), read_period(end)
    if last is None or (first and first.end > last.end):
        return None
    return read_period(f"{start} to {end}") or last


_IDENTIFIERS = re.compile(
    r"(?:financial|reporting|calendar|academic|school) year\s*", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def _by_columns(texts: tuple[str, ...], year: str) -> Period | None:
    """The period of cells that tell it together: a year beside a month, a quarter, a term or a day."""
    whole = next((found for text in texts if (found := read_period(text))), None)
    if whole and not (year and whole.kind == "year"):
        return whole
    if not year:
        return whole
    days = [int(text) for text in texts if text.isdecimal() and len(text) <= len("31")]
    parts = [_IDENTIFIERS.sub("", text) for text in texts]
    months = [
        found for part in parts if (piece := part_of_year(part)) and (found := piece.of(year))
    ]
    finest = min(
        months,
        key=lambda p: ("day", "month", "quarter", "term", "year").index(p.kind),
        default=None,
    )
    if finest and days and finest.kind == "month":
        return _day_of(finest, days[0])
    return finest or _whole_year(texts, year)


def _day_of(month: Period, day: int) -> Period | None:
    try:
        return Period(date(month.end.year, month.end.month, day), "day", f"{day} {month.text}")
    except ValueError:
        return None


def _whole_year(texts: Sequence[str], year: str) -> Period | None:
    said = " ".join(texts).casefold()
    if "academic" in said or "school" in said:
        return read_period(f"academic year {year}")
    found = read_period(year)
    if found and "reporting" in said and re.fullmatch(r"20\d\d", year):
        return Period(date(int(year), 3, 31), "year", year)
    return found if not texts or "year" in said else None
