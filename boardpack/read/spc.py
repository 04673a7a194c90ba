"""A file of series for control charts: dates and values, with a finding for what is odd."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from pathlib import Path

from boardpack.errors import UnreadableText
from boardpack.findings import Finding
from boardpack.model.source import Source
from boardpack.read.dates import mentions
from boardpack.read.faults import MISSING_COLUMN
from boardpack.read.periods import read_period
from boardpack.read.spc_faults import (
    LONG_LINE,
    NO_POINTS,
    NOT_A_DATE,
    NOT_A_VALUE,
    REPEATED_DATE,
)
from boardpack.read.text import read_text
from boardpack.words import long_date

_DELIMITERS = ",;\t|"
_NAMES = ("series", "facet")
"""The column that tells several series apart, by either of its names."""
_NO_VALUE = frozenset({"", "na", "c", "x", "z", "low", "u"})
"""An empty cell, that of R, and the markers of the Department for Education."""
_MIDNIGHT = re.compile(r"[T ]0?0:00(?::00(?:\.0+)?)?Z?$")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)

Row = tuple[int, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one series in the order of the file; the one without a name is the only one."""

    name: str | None
    points: tuple[tuple[date, float | None], ...]


@dataclass(frozen=True, slots=True)
class SeriesFile:
    """What was read of one file."""

    series: tuple[Series, ...]
    findings: tuple[Finding, ...]


def read_series(path: Path, label: str) -> SeriesFile:
    """Every series of a file. Raises MissingInput and UnreadableText where there is no text.

    A line without a date that can be read, or with one that its series has already, is left out.
    """
    text, _ = read_text(path)
    heading, body = _table(path, text)
    missing = [name for name in ("date", "value") if name not in heading]
    if missing:
        fault = MISSING_COLUMN.at(
            Source(label, line=1), column=missing[0], columns="date, value, series"
        )
        return SeriesFile((), (fault,))
    findings: list[Finding] = []
    points: dict[str | None, dict[date, tuple[float | None, int]]] = {}
    for line, row in _rows(heading, body, label, findings):
        _add_point(points, row, Source(label, line=line), findings)
    if not any(points.values()):
        findings.append(NO_POINTS.at(Source(label, line=1)))
    series = tuple(
        Series(name, tuple((day, value) for day, (value, _) in of.items()))
        for name, of in points.items()
    )
    return SeriesFile(series, tuple(findings))


def in_series(name: str | None) -> str:
    """What a finding says of the series that it is about."""
    return f' (series "{name}")' if name else ""


def _table(path: Path, text: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The headings, in lower case, and the rows below them that are not empty, with their lines."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            rows += [(start, cells)] if any(cells) else []
            start = reader.line_num + 1
    except csv.Error as fault:
        why = f"the row that starts on line {start} cannot be read ({fault})."
        raise UnreadableText(path, why, "Mend its quotation marks.") from None
    if not rows:
        raise UnreadableText(path, "the file is empty.", "Export it again, with its heading line.")
    return [name.lower() for name in rows[0][1]], rows[1:]


def _rows(
    heading: Sequence[str],
    body: Sequence[tuple[int, list[str]]],
    label: str,
    findings: list[Finding],
) -> Iterator[Row]:
    """Each row by its headings; one that is too long is told and left out."""
    width = len(heading)
    for line, cells in body:
        if any(cells[width:]):
            findings.append(LONG_LINE.at(Source(label, line=line), count=len(cells), width=width))
        else:
            yield line, dict(zip(heading, cells + [""] * (width - len(cells)), strict=False))


def _add_point(
    points: dict[str | None, dict[date, tuple[float | None, int]]],
    row: Mapping[str, str],
    source: Source,
    findings: list[Finding],
) -> None:
    """Adds the point of a line to its series, or tells why it cannot be."""
    name = next((row[column] for column in _NAMES if row.get(column)), None)
    series = points.setdefault(name, {})
    day = _day(row["date"])
    if day is None:
        why = _why(row["date"])
        findings.append(NOT_A_DATE.at(source, text=row["date"], why=why, series=in_series(name)))
        return
    if day in series:
        findings.append(
            REPEATED_DATE.at(
                source, date=long_date(day), first=series[day][1], series=in_series(name)
            )
        )
        return
    value = _number(row["value"])
    if value is None and row["value"].lower() not in _NO_VALUE:
        findings.append(NOT_A_VALUE.at(source, text=row["value"], series=in_series(name)))
    series[day] = (value, source.line or 0)


def _day(text: str) -> date | None:
    """The day that a cell names; the last one of a month, quarter, term or year."""
    words = _MIDNIGHT.sub("", text)
    if _ISO.fullmatch(words):
        try:
            return date.fromisoformat(words)
        except ValueError:
            return None
    period = read_period(words)
    return period.end if period else None


def _why(text: str) -> str:
    """Why a date does not exist, where it is one that does not."""
    fault = next((mention.fault for mention in mentions(text)), None)
    return f" ({fault})" if fault else ""


def _number(text: str) -> float | None:
    """The number that a cell holds, to the last digit, with or without `%`, `£` and thousands."""
    plain = re.sub(r"[\s£%]", "", text.replace("−", "-"))
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    number = float(plain) if _NUMBER.fullmatch(plain) else None
    return number if number is not None and isfinite(number) else None
