"""Observations of a file of figures, whatever its layout, and what was odd in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from boardpack.findings import Finding
from boardpack.model.metrics import Observation, Period
from boardpack.model.source import Source
from boardpack.read.faults import (
    BAD_PERIOD,
    BAD_VALUE,
    BARE_YEAR,
    INTERPRETED_VALUE,
    MISREAD_LETTERS,
    MISSING_COLUMN,
    NO_HEADING,
    OPEN_QUOTE,
    TOO_FEW_CELLS,
    TOO_MANY_CELLS,
    TOTAL_LEFT_OUT,
)
from boardpack.read.figures.labels import Role, is_area, is_period, is_total, one_line, role_of
from boardpack.read.figures.layout import (
    TITLE,
    Series,
    Table,
    has_figure,
    stands_above_header,
    table_again,
    table_at,
)
from boardpack.read.figures.repeats import key_of, repeats
from boardpack.read.figures.rows import Row, Rows, rows_of
from boardpack.read.figures.values import Figure, is_figure, is_number, read_figure
from boardpack.read.figures.when import period_of
from boardpack.read.periods import PartOfYear, read_period, year_in
from boardpack.words import DASH

_NOTE = re.compile(
    r"(?:source|notes?|page \d|applied filters|data (?:is|are|as)|produced|printed|report|rounded|©|http|key\b|total)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_BAND = 80
_FEWEST_CELLS = 3
"""A line of a long table has a measure, an area and a period, even where its value is empty."""
_MISREAD = re.compile("â€|Â£|Ã©|Â ")
"""UTF-8 that was read as the encoding of Windows, and saved again."""
_BARE_YEAR = re.compile(r"20\d\d(?:-?Q[1-4])?|Q[1-4] 20\d\d", re.IGNORECASE)
_PARTS = ("value", "numerator", "denominator")
_DECIMAL_COMMA, _DECIMAL_POINT = re.compile(r"\d+,\d{1,2}"), re.compile(r"\d+\.\d{1,2}")
_COLUMNS = "metric, period, area, value, numerator, denominator"


@dataclass(frozen=True, slots=True)
class ObservationFile:
    """What was read of one file of observations. An observation without an area is of the whole."""

    encoding: str | None
    delimiter: str | None
    observations: tuple[Observation, ...]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Reading:
    """What is known while a sheet is read: the table that its rows belong to, and what was above."""

    label: str
    stem: str
    sheet: str | None
    decimal_comma: bool
    table: Table | None = None
    band: str | None = None
    bare: set[str] = field(default_factory=set)
    """The years that were told of already."""
    last: tuple[str, str] = "", ""
    """The measure and the area of the row before."""
    above: list[Row] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def source(self, row: Row) -> Source:
        return Source(self.label, self.sheet, line=row.line)


def read_observations(path: Path, label: str) -> ObservationFile:
    """The observations of a CSV or of the sheets of a workbook, in the order of its lines."""
    sheets = rows_of(path)
    observations: list[Observation] = []
    findings: list[Finding] = []
    for rows in sheets:
        reading = _read(rows, label, path.stem)
        observations += reading.observations
        findings += reading.findings
    if not observations and not findings:
        findings.append(MISSING_COLUMN.at(Source(label, line=1), column="period", columns=_COLUMNS))
    findings += repeats(observations)
    return ObservationFile(
        sheets[0].encoding, sheets[0].delimiter, tuple(observations), tuple(findings)
    )


def _read(rows: Rows, label: str, stem: str) -> _Reading:
    reading = _Reading(label, stem, rows.sheet, _has_decimal_commas(rows))
    if rows.broken:
        reading.findings.append(OPEN_QUOTE.at(Source(label, rows.sheet, line=rows.broken)))
    for index, row in enumerate(rows.rows):
        _take(rows.rows, index, row, reading)
    if reading.table is None and rows.rows:
        _read_without_heading(rows.rows, reading)
    _tell_apart(reading)
    return reading


def _take(rows: Sequence[Row], index: int, row: Row, reading: _Reading) -> None:
    table = reading.table
    if table and row.cells == table.header.cells:
        reading.table, reading.above = table_again(table, rows, index, reading.above), []
        return
    fits = table is not None and _fits(row, table)
    found = None if fits else table_at(rows, index, reading.above)
    if found:
        _begin(found, reading)
        return
    if table and not fits and row.count > 1 and _is_no_row(rows, index):
        reading.above.append(row)
        return
    if table is None or not _holds_observation(row, table):
        reading.above.append(row)
        if table and _lacks_its_figure(row, table, reading.last[0]):
            reading.findings.append(TOO_FEW_CELLS.at(reading.source(row), text=row.first))
        elif table and _is_band(row, table):
            reading.band = TITLE.sub("", row.first, count=1)
        return
    reading.above = []
    if _MISREAD.search(" ".join(row.cells)):
        reading.findings += _misread(row, reading)
    _observe(row, table, reading)


def _is_no_row(rows: Sequence[Row], index: int) -> bool:
    """Whether a row without figures is a note in several cells, or labels the heading below it."""
    row = rows[index]
    is_note = _NOTE.fullmatch(row.first) and not has_figure(row)
    return bool(is_note) or stands_above_header(rows, index)


def _begin(table: Table, reading: _Reading) -> None:
    """Goes on with a new table, or with the same where its heading of two rows comes again."""
    before = reading.table
    is_again = before and (before.header.cells, before.series) == (table.header.cells, table.series)
    if not is_again:
        reading.band, reading.last = None, ("", "")
        if table.title and is_area(table.title) and Role.AREA not in table.labels:
            reading.band = table.title
    reading.table, reading.above = table, []
    source = reading.source(table.header)
    reading.findings += (TOTAL_LEFT_OUT.at(source, text=text) for text in table.totals)
    for value, _, _ in table.series:
        if isinstance(value.period, Period):
            _tell_bare_year(value.period, source, reading)


def _tell_bare_year(period: Period, source: Source, reading: _Reading) -> None:
    if _is_bare(period.text) and period.text not in reading.bare:
        reading.bare.add(period.text)
        reading.findings.append(BARE_YEAR.at(source, text=period.text))


def _fits(row: Row, table: Table) -> bool:
    """Whether a row is one of the table and no header: it has a period, or figures, where those stand."""
    first = row.first
    if role_of(first) is not None and not is_period(first) and not has_figure(row):
        return False
    if read_period(table.text(row, Role.PERIOD)) or read_period(table.text(row, Role.YEAR)):
        return True
    said = [cell for value, _, _ in table.series if (cell := row.cell(value.place))]
    return not is_period(first) and 2 * sum(map(is_figure, said)) > len(said)


def _holds_observation(row: Row, table: Table) -> bool:
    """Whether a row holds something in a column of figures, beside the words that name it."""
    count = row.count
    reaches_value = table.is_long and len(row.cells) > table.series[0][0].place
    if reaches_value and (count >= _FEWEST_CELLS or (count > 1 and _is_dated(row, table))):
        return True
    return count > 1 and any(row.cell(value.place) for value, _, _ in table.series)


def _is_dated(row: Row, table: Table) -> bool:
    return read_period(table.text(row, Role.PERIOD)) is not None


def _is_band(row: Row, table: Table) -> bool:
    """Whether a row is one label for the rows below it: it stands alone, in the column of the labels."""
    place = row.filled[0]
    if (
        len(row.filled) > 1
        or place > table.header.filled[0]
        or len(row.cells[place]) > _LONGEST_BAND
    ):
        return False
    return not _NOTE.fullmatch(row.cells[place])


def _lacks_its_figure(row: Row, table: Table, last: str) -> bool:
    """Whether a row of a long table ends before its value: it was cut off."""
    if not table.is_long:
        return False
    return len(row.filled) > 1 or row.first == last


def _observe(row: Row, table: Table, reading: _Reading) -> None:
    """The observations of one row of a table."""
    source = reading.source(row)
    metric, area = _names(row, table, reading)
    for name in (metric, area):
        if name and is_total(name):
            reading.findings.append(TOTAL_LEFT_OUT.at(source, text=name))
            return
    if len(row.cells) > len(table.header.cells):
        reading.findings += _ragged(row, table, source)
    period, fault = period_of(row, table)
    if fault is not None:
        reading.findings.append(BAD_PERIOD.at(source, text=fault))
        return
    if period and not (period.kind == "year" and table.text(row, Role.PART_OF_YEAR)):
        _tell_bare_year(period, source, reading)
    extra = " ".join(filter(None, map(row.cell, table.extras))) if table.extras else ""
    for value, numerator, denominator in table.series:
        when = value.period or period
        if isinstance(when, PartOfYear):
            when = when.of(table.year) if table.year else None
        if when is None:
            reading.findings.append(BAD_PERIOD.at(source, text=DASH))
            continue
        texts = [row.cell(c.place) if c else "" for c in (value, numerator, denominator)]
        if not table.is_long and not any(texts):
            continue  # a wide table has an empty cell where nothing was counted
        seen, part, whole = _figures(texts, reading, source)
        reading.observations.append(
            Observation(
                metric=value.metric or metric or table.title or reading.stem,
                area=value.area or area or "",
                period=when,
                value=seen.value,
                marker=seen.marker,
                numerator=seen.numerator if part.value is None else part.value,
                denominator=seen.denominator if whole.value is None else whole.value,
                source=source,
            )
        )
        reading.extras.append(extra)


def _figures(texts: Sequence[str], reading: _Reading, source: Source) -> list[Figure]:
    """What the cells of a value, its numerator and its denominator say."""
    figures = [read_figure(text, reading.decimal_comma) for text in texts]
    for place, found in enumerate(figures):
        if found.understood and not found.decided:
            continue
        told = (
            INTERPRETED_VALUE.at(source, text=texts[place], read_as=_as_read(found))
            if found.understood
            else BAD_VALUE.at(source, text=texts[place], column=_PARTS[place])
        )
        reading.findings.append(told)
    return figures


def _as_read(found: Figure) -> str:
    return f"the marker {found.marker}" if found.marker else f"{found.value:,.4g}"


def _names(row: Row, table: Table, reading: _Reading) -> tuple[str | None, str | None]:
    """The measure and the area of a row: its own, those of the row above where cells were merged, or of a band."""
    metric, area = table.text(row, Role.METRIC), table.text(row, Role.AREA)
    if not metric and reading.last[0] and Role.METRIC in table.labels:
        metric, area = reading.last[0], area or reading.last[1]
    reading.last = metric, area
    if Role.LEVEL in table.labels:
        area = _area_by_level(row, table) or area
    if reading.band:
        if Role.AREA in table.labels and Role.METRIC not in table.labels:
            metric = reading.band
        elif Role.AREA not in table.labels and not year_in(reading.band):
            area = reading.band
    return one_line(metric) or None, one_line(area) or None


def _area_by_level(row: Row, table: Table) -> str | None:
    """The area of a download of the Department for Education, whose level says which column names it."""
    level = table.text(row, Role.LEVEL).casefold()
    if level.startswith("nation"):
        return table.text(row, Role.COUNTRY) or None
    if level.startswith("region"):
        return table.text(row, Role.REGION) or None
    return None


def _ragged(row: Row, table: Table, source: Source) -> Iterator[Finding]:
    """A row with more cells than headings: a comma in a number has cut it in two."""
    over = row.cells[len(table.header.cells) :]
    if any(over):
        yield TOO_MANY_CELLS.at(source, count=len(row.cells), headings=len(table.header.cells))


def _misread(row: Row, reading: _Reading) -> Iterator[Finding]:
    said = next((cell for cell in row.cells if _MISREAD.search(cell)), None)
    told = any(found.kind == MISREAD_LETTERS.kind for found in reading.findings)
    if said and not told:
        yield MISREAD_LETTERS.at(reading.source(row), text=said)


@lru_cache(maxsize=4096)
def _is_bare(period: str) -> bool:
    return bool(_BARE_YEAR.fullmatch(period))


def _has_decimal_commas(rows: Rows) -> bool:
    """Whether numbers are written as on the continent: 75,5 and 3.912,40."""
    if rows.delimiter != ";":
        return False
    cells = [cell for row in rows.rows[:200] for cell in row.cells]
    commas = sum(bool(_DECIMAL_COMMA.fullmatch(cell)) for cell in cells)
    return commas > 0 and not any(_DECIMAL_POINT.fullmatch(cell) for cell in cells)


def _read_without_heading(rows: Sequence[Row], reading: _Reading) -> None:
    """Reads a file that begins with its first figure: each column is known by what it holds."""
    width = max(len(row.cells) for row in rows)
    roles: dict[Role, int] = {}
    for place in range(width):
        texts = [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place]]
        roles.setdefault(_role_by_content(texts), place)
    if not {Role.PERIOD, Role.VALUE} <= roles.keys():
        return
    first = rows[0]
    if not (
        read_period(first.cell(roles[Role.PERIOD])) and is_figure(first.cell(roles[Role.VALUE]))
    ):
        return  # there is a heading, and it says nothing of figures
    labels: dict[Role, tuple[int, ...]] = {
        role: (place,) for role, place in roles.items() if role is not Role.VALUE
    }
    series = ((Series(roles[Role.VALUE]), None, None),)
    header = Row(0, ("",) * width)
    reading.table = Table(header, labels, (), series)
    reading.findings.append(NO_HEADING.at(reading.source(rows[0]), columns=_COLUMNS))
    for row in rows:
        _observe(row, reading.table, reading)


def _role_by_content(texts: Sequence[str]) -> Role:
    def share(fits: list[bool]) -> float:
        return sum(fits) / len(fits) if fits else 0.0

    if share([read_period(text) is not None for text in texts]) > 1 / 2:
        return Role.PERIOD
    if share(list(map(is_number, texts))) > 1 / 2:
        return Role.VALUE
    return Role.AREA if share([is_area(text) for text in texts]) > 1 / 2 else Role.METRIC


def _tell_apart(reading: _Reading) -> None:
    """Adds the words of a column without a role to the measure, where observations repeat without them."""
    if not any(reading.extras):
        return
    if len(set(map(key_of, reading.observations))) < len(reading.observations):
        reading.observations = [
            replace(seen, metric=f"{seen.metric} {extra}".strip())
            for seen, extra in zip(reading.observations, reading.extras, strict=True)
        ]
