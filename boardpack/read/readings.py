"""The current and target cells: a figure with its meaning and its date in one text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from boardpack.model.plan import Reading
from boardpack.read.dates import full_year, mentions, month_end
from boardpack.read.grid import Cell

_NUMBER = re.compile(
    r"(?<![\w.,/])(?P<sign>[-−])?£?(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<percent>\s?%)?(?![\d/]|[.,]\d)"
)
_FINANCIAL_YEAR = re.compile(r"(?<![\d/])20(?P<first>\d\d)\s?[/-]\s?(?:20)?(?P<second>\d\d)(?![\d/])")
_QUARTER = re.compile(
    r"\b(?:Q|quarter\s)(?P<quarter>[1-4])\b\s*(?P<year>20\d\d)?(?:\s?[/-]\s?(?:20)?\d\d\b)?", re.IGNORECASE
)
_VALUE_THEN_RANGE = re.compile(r"\s*(?P<value>\d+)\s+[A-Za-z]{3,9}\.?\s+20\d\d\s*[-–]\s")


@dataclass(frozen=True, slots=True)
class _When:
    start: int
    end: int
    text: str
    day: date | None


def _periods(text: str) -> tuple[_When, ...]:
    """Every date and period named, in the order of the text, without overlaps."""
    found = [_When(m.start, m.end, m.text, m.day) for m in mentions(text)]
    for match in _QUARTER.finditer(text):
        found.append(_When(match.start(), match.end(), match.group().strip(), _quarter_end(match)))
    for match in _FINANCIAL_YEAR.finditer(text):
        if int(match["second"]) == (int(match["first"]) + 1) % 100:
            end = month_end(full_year(match["second"]), 3)
            found.append(_When(match.start(), match.end(), match.group(), end))
    kept: list[_When] = []
    for when in sorted(found, key=lambda w: (w.start, -w.end)):
        if not kept or when.start >= kept[-1].end:
            kept.append(when)
    return tuple(kept)


def _quarter_end(match: re.Match[str]) -> date | None:
    """The last day of a financial quarter: Q1 of 2019 is April to June 2019."""
    if match["year"] is None:
        return None
    quarter, year = int(match["quarter"]), int(match["year"])
    return month_end(year + 1, 3) if quarter == 4 else month_end(year, 3 + 3 * quarter)


def _masked(text: str, whens: tuple[_When, ...]) -> str:
    for when in whens:
        text = text[: when.start] + "\0" * (when.end - when.start) + text[when.end :]
    return text


def read_readings(cell: Cell | None) -> tuple[Reading, ...]:
    """The figures in the order of the cell, each with the date that stands nearest after it.

    Percentages are readings wherever they stand. Without one, the figure that opens the cell is
    the reading, and any others are part of its explanation. A single figure is of the last date
    that the cell names: `... reviews between 01.04.16 and 31.12.18` is of December 2018.
    """
    if cell is None or not cell.text.strip() or isinstance(cell.value, date):
        return ()
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        share = "%" in cell.number_format
        value = round(cell.value * 100, 6) if share else float(cell.value)
        return (Reading(value, "%" if share else None, None, None),)
    return tuple(_of_text(cell.text))


def _of_text(text: str) -> Iterator[Reading]:
    opening = _VALUE_THEN_RANGE.match(text)
    if opening:
        whens = _periods(" " * opening.end("value") + text[opening.end("value") :])
        last = whens[-1] if whens else None
        yield Reading(float(opening["value"]), None, last.day if last else None, last.text if last else None)
        return
    whens = _periods(text)
    numbers = list(_NUMBER.finditer(_masked(text, whens)))
    shares = [number for number in numbers if number["percent"]]
    chosen = shares or [number for number in numbers[:1] if not re.search(r"[A-Za-z]{3}", text[: number.start()])]
    for number, after in zip_longest(chosen, chosen[1:]):
        until = after.start() if after else len(text)
        when = next((w for w in whens if number.end() <= w.start < until), None)
        if len(chosen) == 1 and whens:
            when = whens[-1]
        value = float(number["value"].replace(",", ""))
        yield Reading(
            -value if number["sign"] else value,
            "%" if number["percent"] else None,
            when.day if when else None,
            when.text if when else None,
        )
