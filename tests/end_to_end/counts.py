"""The figures of the sample, counted without boardpack: with openpyxl, pandas and what was planted."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import count
from pathlib import Path

import openpyxl
import pandas as pd

from tests.end_to_end.conftest import INPUTS
from tests.sample.plan import truth
from tests.sample.plan.rows import METRICS, NEWEST, PREVIOUS

ODD_WORDS = {"g": "green", "amber/red": "red"}
RATINGS = ("red", "amber", "green", "blue")
TERM_ENDS = {"Spring": (4, 30), "Summer": (7, 31), "Autumn": (12, 31)}
DEFINITIONS = "definitions.csv"


def planted(board: date) -> list[truth.Expected]:
    """The rows of the plan that are activities: all but those of the metrics sheet."""
    return [row for row in truth.expected(board) if row.sheet != METRICS]


@cache
def ratings(board: date) -> Counter[str]:
    """How many activities have each rating: the words of the BRAG column, read with openpyxl.

    Where a cell has a colour and no word, or words of another kind, the planted rating counts.
    """
    workbook = openpyxl.load_workbook(INPUTS / board.isoformat() / "plan.xlsx", data_only=True)
    rows = {(row.sheet, row.row): row.truth.rating or "unrated" for row in planted(board)}
    found: Counter[str] = Counter()
    for sheet in workbook.worksheets:
        column = 0
        for row in sheet.iter_rows():
            texts = [str(cell.value or "").strip().lower() for cell in row]
            column = next((n for n, text in enumerate(texts) if text.startswith("brag")), column)
            place = sheet.title, int(row[0].row or 0)
            if place in rows:
                word = ODD_WORDS.get(texts[column], texts[column])
                found[word if word in RATINGS else rows[place]] += 1
    assert found.total() == len(rows) > 100
    return found


def late() -> list[truth.Expected]:
    """The open activities that are past their date."""
    return [
        row
        for row in planted(NEWEST)
        if row.truth.rating != "blue"
        and row.truth.due_kind != "ongoing"
        and row.truth.due is not None
        and row.truth.due < NEWEST
    ]


def silent() -> int:
    """The open activities whose newest dated update is not newer than the previous board."""
    return sum(
        row.truth.rating != "blue" and (row.truth.latest_update or date.min) <= PREVIOUS
        for row in planted(NEWEST)
    )


def moved() -> Counter[str]:
    """How many activities moved in each way."""
    return Counter(move.kind for move in truth.movements() if move.sheet != METRICS)


def longest_slip() -> int:
    """The days of the longest slip."""
    return max(
        move.days or 0
        for move in truth.movements()
        if move.kind == "slipped" and move.sheet != METRICS
    )


@dataclass(frozen=True, slots=True)
class Judged:
    """A measure with a target and whether its newest value misses it."""

    title: str
    value: float
    target: float
    missed: bool


def judged() -> list[Judged]:
    """Every measure that has a target, a direction and a value of the whole council."""
    folder = INPUTS / NEWEST.isoformat() / "metrics"
    observed = pd.concat(
        [_observed(p) for p in sorted(folder.glob("*.csv")) if p.name != DEFINITIONS]
    )
    definitions = pd.read_csv(folder / DEFINITIONS, dtype=str, keep_default_na=False)
    found = []
    for row in definitions.to_dict("records"):
        mine = observed[observed["metric"] == row["metric"]].sort_values("end", kind="stable")
        if row["target"] and row["good"] and len(mine):
            found.append(_judged({str(name): str(text) for name, text in row.items()}, mine))
    return found


def _judged(row: dict[str, str], series: pd.DataFrame) -> Judged:
    ends, values = list(series["end"]), [float(value) for value in series["value"]]
    target, value = float(row["target"]), values[-1]
    expected = target
    if row["target_date"]:
        until = date.fromisoformat(row["target_date"])
        if ends[0] < ends[-1] < until:
            expected = (
                values[0]
                + (target - values[0]) * (ends[-1] - ends[0]).days / (until - ends[0]).days
            )
    short = value - expected if row["good"] == "low" else expected - value
    tolerance = float(row["tolerance"]) if row["tolerance"] else abs(expected) / 20
    return Judged(row["title"], value, target, short > tolerance)


def _observed(path: Path) -> pd.DataFrame:
    """The values of the whole council in one file: metric, end of period, value."""
    text = path.read_bytes().decode("cp1252" if path.name == "permanence.csv" else "utf-8-sig")
    rows = [
        re.split(r"[;]" if ";" in text.splitlines()[0] else ",", line) for line in _unquoted(text)
    ]
    head = rows[0]
    table = pd.DataFrame([row[: len(head)] for row in rows[1:] if len(row) >= 4], columns=head)
    table = table[table["area"].str.strip() == "County"].drop_duplicates(["metric", "period"])
    values = pd.to_numeric(
        table["value"].str.replace(r"[%\s]", "", regex=True).str.replace("\0", ""), errors="coerce"
    )
    found = pd.DataFrame(
        {"metric": table["metric"], "end": table["period"].map(_end), "value": values}
    )
    return found.dropna()


def _unquoted(text: str) -> list[str]:
    """The lines with the commas inside quotation marks taken out."""
    lines = (line for line in text.splitlines() if line.strip(",; "))
    return [re.sub(r'"([^"]*)"', lambda quoted: quoted[1].replace(",", ""), line) for line in lines]


def _end(text: str) -> date | None:
    """The last day of a period, as the sample writes periods; none where it is no period."""
    words = text.strip()
    if match := re.fullmatch(r"Q([1-4]) (20\d\d)/\d\d", words):
        quarter, year = int(match[1]), int(match[2])
        return _month_end(year + (quarter == 4), 3 if quarter == 4 else 3 + 3 * quarter)
    if match := re.fullmatch(r"(20\d\d)/\d\d", words):
        return date(int(match[1]) + 1, 3, 31)
    if match := re.fullmatch(r"(Spring|Summer|Autumn) (20\d\d)", words):
        return date(int(match[2]), *TERM_ENDS[match[1]])
    for form in ("%d/%m/%Y", "%Y-%m", "%b-%y", "%B %Y"):
        try:
            day = datetime.strptime(words, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        return day if form.startswith("%d") else _month_end(day.year, day.month)
    return None


def _month_end(year: int, month: int) -> date:
    days = (date(year, month, 28).toordinal() + n for n in count())
    return next(date.fromordinal(n) for n in days if date.fromordinal(n + 1).month != month)
