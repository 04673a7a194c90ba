"""Dates, numbers and plurals as the pack writes them. One place, so that no two pages differ."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

from boardpack.model.metrics import Period, Unit

DASH = "–"
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def month_name(month: int) -> str:
    """The full English name of a month, 1 to 12, whatever the machine's locale."""
    return _MONTHS[month - 1]


def long_date(day: date) -> str:
    """`14 August 2019`, for running text."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def short_date(day: date) -> str:
    """`14 Aug 2019`, for tables."""
    return f"{day.day} {month_name(day.month)[:3]} {day.year}"


def short_month(day: date) -> str:
    """`Aug 2019`, for tables and axes."""
    return f"{month_name(day.month)[:3]} {day.year}"


def in_words(count: int) -> str:
    """`three` below ten, digits from ten: for running text."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else thousands(count)


def thousands(count: int) -> str:
    """`2,126`."""
    return f"{count:,}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 action`, `2 actions`."""
    return f"{thousands(count)} {one if count == 1 else many or one + 's'}"


def plural_words(count: int, one: str, many: str | None = None) -> str:
    """`one action`, `two actions`, `no actions`: for running text."""
    return f"{in_words(count)} {one if count == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def join(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    parts = list(items)
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
"""Room for every digit of the largest float: a cell may hold any number."""


def rounded(value: float, places: int) -> Decimal:
    """The value rounded half up, as people round, not half to even."""
    exact = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-places), context=_EXACT)
    return exact.copy_abs() if exact.is_zero() else exact


def figure(value: float, places: int) -> str:
    """A number with this many decimals, thousands set off, a true minus sign before it."""
    return f"{rounded(value, places):,}".replace("-", "−")


_PLACES = {Unit.PERCENT: 1, Unit.RATE_10K: 1, Unit.SCORE: 1, Unit.FTE: 1}
_SMALLEST_IN_FULL, _LARGEST_IN_FULL = 1e-4, 1e15
_SUFFIX = {Unit.PERCENT: "%", Unit.DAYS: " days"}


def quantity(value: float | None, unit: Unit, places: int | None = None) -> str:
    """A value with its unit, without a decimal that says nothing: `61.4%`, `60%`, `2,126`.

    `places` are those of the unit unless told: a mean of counts has one more than a count.
    """
    if value is None:
        return DASH
    places = _PLACES.get(unit, 0) if places is None else places
    if rounded(value, places) == rounded(value, 0):
        places = 0
    return figure(value, places) + _SUFFIX.get(unit, "")


def bare_number(value: float | None, digits: int = 4) -> str:
    """A number whose unit is not known, to so many digits: `61.37`, `2,126`, `0.004`."""
    if value is None:
        return DASH
    if value and not _SMALLEST_IN_FULL <= abs(value) < _LARGEST_IN_FULL:
        return f"{value:.{digits - 1}e}".replace("-", "−")
    whole = len(str(abs(int(value)))) if abs(value) >= 1 else 0
    text = figure(value, max(0, digits - whole))
    return text.rstrip("0").rstrip(".") if "." in text else text


def change(value: float, unit: Unit) -> str:
    """A difference with its sign: `+1.2`, `−14`, `0`; for a percentage in points."""
    places = _PLACES.get(unit, 0)
    if rounded(value, places) == rounded(value, 0):
        places = 0
    sign = "+" if rounded(value, places) > 0 else ""
    return sign + figure(value, places)


def period(when: Period) -> str:
    """A period as people write it: `14 Aug 2019`, `Aug 2019`, or a quarter, year or term as given."""
    if when.kind == "day":
        return short_date(when.end)
    if when.kind == "month":
        return short_month(when.end)
    return when.text
