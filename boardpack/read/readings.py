"""The current and target cells: a figure with its meaning and its date in one text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, zip_longest

from boardpack.model.plan import Reading
from boardpack.read.dates import Mention, full_year, mentions, month_end, without_overlaps
from boardpack.read.grid import Cell
from boardpack.read.spans import quarters, terms

_NUMBER = re.compile(
    r"(?<![\w.,/])(?P<sign>[-−])?£?(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<percent>\s?%|\s?per ?cent\b)?(?![\d/]|[.,]\d)"
)
_LABEL = re.compile(
    r"\b(?:phase|stage|step|version|year|tier|level|band|part|aged?|section|key stage|objective|ref)\s*$",
    re.IGNORECASE,
)
"""Words after which a number names something and counts nothing."""
_IN_ALL = re.compile(r"\s+(?:in (?:all|total)|altogether|total)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:in )?(?:total|altogether)\b[\s:=]*(?:(?:of|is|was)\s+)?$", re.IGNORECASE)
_FINANCIAL_YEAR = re.compile(
    r"(?<![\d/])20(?P<first>\d\d)\s?[/-]\s?(?:20)?(?P<second>\d\d)(?![\d/])"
)
_SHORT_YEAR = re.compile(r"(?<=\d\s)(?P<first>\d\d)/(?P<second>\d\d)(?![\d/])")
"""`18 18/19` is 18 in a year; by itself 18/19 may be 18 out of 19."""
_VALUE_THEN_RANGE = re.compile(
    r"\s*(?P<value>\d+)\s+[A-Za-z]{3,9}\.?\s+20\d\d\s*(?:[-–]|to|until)\s*"
)
_VALUE_THEN_MONTH = re.compile(r"\d{1,2}\s+(?=[A-Za-z]+\.?[-–]\d\d$)|\d{1,2}\s+[-–]\s+(?=[A-Za-z])")
_VALUE_THEN_SHORT_YEAR = re.compile(r"\d{1,2}\s+(?=[A-Za-z]+\s'?\d\d$)")
_OF_ALL = re.compile(r"\b(?:of|out of|from)\s+$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:nat(?:ional)?|england|eng|region(?:al)?|stat(?:istical)? neighbours?|sn|neighbours?|compar\w+|average for)\b[^\d%]*$",
    re.IGNORECASE,
)
"""What stands before a figure of another place, for comparison."""
_VALUE_THEN_WORDS = re.compile(r"\d{1,2}\s+(?=[A-Za-z])")
_MOST_WORDS_BEFORE = 2
"""`At least 40` and `Further 50 cases` give a figure; a sentence with a number in it does not."""


def read_readings(cell: Cell | None) -> tuple[Reading, ...]:
    """The figures in the order of the cell, each with its date.

    Percentages are readings wherever they stand. Without one, a stated total is the reading, else
    the figure that opens the cell, and any others explain it; figures that alternate with dates
    are a reading each. A single figure is of the last date that the cell names: `... reviews
    between 01.04.16 and 31.12.18` is of December 2018.
    """
    if cell is None or cell.has_no_result or not cell.text.strip() or isinstance(cell.value, date):
        return ()
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        share = "%" in cell.number_format
        value = round(cell.value * 100, 6) if share else float(cell.value)
        return (Reading(value, "%" if share else None, None, None),)
    return tuple(_of_text(cell.text))


def periods_in(text: str) -> tuple[Mention, ...]:
    """Every date and period that a text of figures names, in its order, without overlaps."""
    found = mentions(text)
    alone = bool(found) and not re.search(r"\w", _blanked(text, found).replace("\0", " "))
    dates = (_without_figure(text, mention, alone=alone) for mention in found)
    real = (mention for mention in dates if mention.day or not mention.malformed)
    spans = chain(_quarters_with_years(text), terms(text, seasons=True), _financial_years(text))
    return without_overlaps(chain(real, spans))


def _quarters_with_years(text: str) -> Iterator[Mention]:
    """The quarters of a text; one without its year is of the year told with the one before it."""
    year = ""
    for quarter in quarters(text):
        told = re.search(r"\d\d.*", quarter.text[2:])
        if quarter.day is None and year:
            dated = next(quarters(f"{quarter.text} {year}"), quarter)
            yield replace(quarter, day=dated.day)
        else:
            year = told.group() if told else year
            yield quarter


def without_periods(text: str) -> str:
    """The text with its dates and periods blanked, so that the numbers left are figures."""
    return _blanked(text, periods_in(text))


def _blanked(text: str, periods: Sequence[Mention]) -> str:
    for period in periods:
        text = text[: period.start] + "\0" * (period.end - period.start) + text[period.end :]
    return text


def _without_figure(text: str, mention: Mention, *, alone: bool) -> Mention:
    """The month of `38 July-19` and `5 of 16 July 19`: in a cell of figures the number before is one.

    So is that of a cell which opens with `4 July 19` and has no other figure.
    """
    if mention.kind != "day":
        return mention
    form = _VALUE_THEN_WORDS if mention.fault else _VALUE_THEN_MONTH
    figure = form.match(mention.text)
    if not figure and (_OF_ALL.search(text[: mention.start]) or alone):
        figure = _VALUE_THEN_SHORT_YEAR.match(mention.text)
    month = mentions(mention.text[figure.end() :]) if figure else ()
    if not figure or not month:
        return mention
    return replace(month[0], start=mention.start + figure.end(), end=mention.end)


def _financial_years(text: str) -> Iterator[Mention]:
    for match in (*_FINANCIAL_YEAR.finditer(text), *_SHORT_YEAR.finditer(text)):
        if int(match["second"]) == (int(match["first"]) + 1) % 100:
            end = month_end(full_year(match["second"]), 3)
            yield Mention(match.start(), match.end(), match.group(), end, "month")


def _of_text(text: str) -> Iterator[Reading]:
    opening = _VALUE_THEN_RANGE.match(text)
    if opening and mentions(text[opening.end() :])[:1] and "%" not in text:
        last = mentions(text[opening.end() :])[-1]
        yield Reading(float(opening["value"]), None, last.day, last.text)
        return
    periods = periods_in(text)
    plain = _blanked(text, periods)
    numbers = [
        number
        for number in _NUMBER.finditer(plain)
        if not _LABEL.search(plain[: number.start()])
        and not (number.start() and _ELSEWHERE.search(plain[: number.start()]))
    ]
    chosen = _chosen(plain, numbers, periods)
    for number, when in zip(chosen, _dates_of(chosen, periods), strict=True):
        value = float(number["value"].replace(",", ""))
        yield Reading(
            -value if number["sign"] else value,
            "%" if number["percent"] else None,
            when.day if when else None,
            when.text.strip() if when else None,
        )


def _chosen(
    plain: str, numbers: Sequence[re.Match[str]], periods: Sequence[Mention]
) -> Sequence[re.Match[str]]:
    """The numbers of a text that are its readings."""
    shares = [number for number in numbers if number["percent"]]
    if shares:
        return shares
    totals = [
        number
        for number in numbers
        if _TOTAL.search(plain[: number.start()]) or _IN_ALL.match(plain[number.end() :])
    ]
    if totals:
        return totals[-1:]
    if len(numbers) > 1 and _alternate(numbers, periods):
        return numbers
    first = numbers[:1]
    if len(numbers) == 1 and not re.search(r"\w", plain[first[0].end() :]):
        return first  # `Care leavers in unsuitable homes: 9 (Dec-19)`
    words_before = re.findall(r"[^\W\d_]{3,}", plain[: first[0].start()]) if first else []
    return first if len(words_before) <= _MOST_WORDS_BEFORE else ()


def _alternate(numbers: Sequence[re.Match[str]], periods: Sequence[Mention]) -> bool:
    """Whether numbers and periods take turns, so that each number has a period of its own."""
    marks = [(number.start(), "n") for number in numbers] + [
        (period.start, "p") for period in periods
    ]
    turns = "".join(mark for _, mark in sorted(marks))
    return len(numbers) == len(periods) and turns in {"np" * len(numbers), "pn" * len(numbers)}


def _dates_of(
    numbers: Sequence[re.Match[str]], periods: Sequence[Mention]
) -> Iterator[Mention | None]:
    """The period of each number: its own, or the one that the whole cell has."""
    if len(numbers) == 1 or len(periods) == 1:
        dated = [period for period in periods if period.day] or periods
        yield from (dated[-1] if dated else None for _ in numbers)
        return
    if _alternate(numbers, periods):
        yield from periods
        return
    for number, following in zip_longest(numbers, numbers[1:]):
        after = (period for period in periods if number.end() <= period.start)
        when = next(after, None)
        yield when if when and (following is None or when.start < following.start()) else None
