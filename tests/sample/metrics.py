"""The CSV files of measures, with the mess that exports of several systems have."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from tests.sample.metric_data import MEASURES, Measure
from tests.sample.metric_series import Figure, all_figures, month_end

# The newest month in each meeting's files.
LAST_MONTH = {date(2019, 7, 3): date(2019, 5, 31), date(2019, 8, 14): date(2019, 7, 31)}

HEADER = ("metric", "period", "area", "value", "numerator", "denominator")
DEFINITION = (
    "metric",
    "title",
    "unit",
    "good",
    "target",
    "target_date",
    "tolerance",
    "objective",
    "source",
    "owner",
)
TERMS = {4: "Spring", 7: "Summer", 12: "Autumn"}


@dataclass(frozen=True, slots=True)
class Style:
    """How one system writes its export."""

    month: str
    encoding: str = "utf-8"
    delimiter: str = ","
    newline: str = "\n"
    percent_sign: bool = False


STYLES = {
    "placements": Style("%b-%y"),
    "permanence": Style("%Y-%m", encoding="cp1252", delimiter=";"),
    "health": Style("%B %Y", encoding="utf-8-sig"),
    "education": Style("%Y-%m"),
    "care-leavers": Style("%d/%m/%Y", newline="\r\n"),
    "safeguarding": Style("%b-%y", percent_sign=True),
    "workforce": Style("%Y-%m"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file as it will be written, and the fault planted in it."""

    cells: tuple[str, ...]
    fault: str = ""


def _year(end: date) -> str:
    first = end.year - 1 if end.month < 4 else end.year
    return f"{first}/{(first + 1) % 100:02}"


def period_text(figure: Figure, measure: Measure, style: Style) -> str:
    """The period in the words of the system that the file comes from."""
    end = figure.end
    if figure.comparator:
        return end.strftime("%d/%m/%Y") if measure.id == "cla_rate" else _year(end)
    if measure.every == "day":
        return end.strftime("%d/%m/%Y")
    if measure.every == "year":
        return _year(end)
    if measure.every == "quarter":
        return f"Q{(end.month - 4) % 12 // 3 + 1} {_year(end)}"
    if measure.every == "term":
        return f"{TERMS[end.month]} {end.year}"
    # The placements export changed its way of writing months in January 2018.
    return end.strftime("%Y-%m" if style.month == "%b-%y" and end.year < 2018 else style.month)


def _dressed(figure: Figure, measure: Measure, style: Style) -> Line:
    """One figure as its system writes it."""
    value, area = figure.value, figure.area
    if style.percent_sign and measure.unit == "percent" and value[0].isdigit():
        value += "%"
    if measure.id == "cla_count" and figure.end.year == 2019 and area == "County":
        value = f"{int(value):,}"
    if area == "Central" and measure.theme == "placements" and figure.end.month == 9:
        area += "  "
    if style.encoding == "cp1252":
        # A non-breaking space, as the adoption scorecard has it.
        area = area.replace("Statistical neighbours", "Statistical\xa0neighbours")
    counts = ("" if n is None else str(n) for n in (figure.numerator, figure.denominator))
    return Line((measure.id, period_text(figure, measure, style), area, value, *counts))


def _with_faults(figure: Figure, line: Line) -> Iterator[Line]:
    """The line, or what was planted in its place; a duplicate comes after it."""
    where = (figure.metric, figure.end, figure.area)
    metric, period, area, value, numerator, denominator = line.cells
    if where == ("supervision", month_end("2018-11"), "County"):
        wrong = f"{float(value) + 3:.1f}"
        yield Line(
            (metric, period, area, wrong, numerator, denominator),
            "percentage differs from numerator and denominator",
        )
    elif where == ("eet_year13", month_end("2018-06"), "County"):
        yield Line(
            (metric, period, area, "54.5", numerator, denominator),
            "percentage differs from numerator and denominator",
        )
    elif where == ("agency_sw", month_end("2018-08"), "County"):
        yield Line((metric, period, area, "n/a", "", ""), "text in place of a number")
    elif where == ("pathway_plan", month_end("2019-02"), "County"):
        yield line
        counted = int(numerator) - 16
        again = f"{100 * counted / int(denominator):.1f}"
        yield Line(
            (metric, period, area, again, str(counted), denominator),
            "observation given twice with different values",
        )
    else:
        yield line


def _lines(theme: str, board: date) -> Iterator[Line]:
    """All lines of one file below its header."""
    style, measures = STYLES[theme], {m.id: m for m in MEASURES if m.theme == theme}
    for figure in _figures():
        measure = measures.get(figure.metric)
        if measure is not None and figure.end <= LAST_MONTH[board]:
            yield from _with_faults(figure, _dressed(figure, measure, style))
            if (figure.metric, figure.end, figure.area) == (
                "iha_timely",
                month_end("2018-12"),
                "East",
            ):
                yield Line(())
    if theme == "safeguarding":
        yield Line(
            ("advocacy_offer", "May-19", "County", "87.5%", "245", "280"),
            "measure without a definition",
        )


@cache
def _figures() -> tuple[Figure, ...]:
    return all_figures()


def metric_lines(board: date) -> dict[str, tuple[Line, ...]]:
    """For each file name the lines that stand in it, its header first."""
    return {f"{theme}.csv": (Line(HEADER), *_lines(theme, board)) for theme in STYLES}


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _definition(measure: Measure) -> tuple[str, ...]:
    return (
        measure.id,
        measure.title,
        measure.unit,
        measure.good,
        _number(measure.target),
        measure.target_date,
        _number(measure.tolerance),
        str(measure.objective),
        measure.source,
        measure.owner,
    )


def _bytes(lines: tuple[tuple[str, ...], ...], style: Style) -> bytes:
    """The lines as the system would have saved them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=style.delimiter, lineterminator=style.newline)
    for cells in lines:
        writer.writerow(cells)
    return text.getvalue().encode(style.encoding)


def write_metrics(board: date, folder: Path) -> None:
    """Write definitions.csv and a file a theme into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    definitions = (DEFINITION, *(_definition(measure) for measure in MEASURES))
    (folder / "definitions.csv").write_bytes(_bytes(definitions, Style("")))
    for name, lines in metric_lines(board).items():
        style = STYLES[name.removesuffix(".csv")]
        (folder / name).write_bytes(_bytes(tuple(line.cells for line in lines), style))
