"""Nothing of the workbook is lost on its way into the pack."""

import re
from collections.abc import Iterator
from datetime import date

import openpyxl
import pytest

from tests.end_to_end.conftest import INPUTS, NEWEST, words
from tests.sample.plan import truth
from tests.sample.plan.rows import METRICS
from tests.sample.plan.rows import NEWEST as BOARD

DATE = re.compile(
    r"(?:v\d[\d.]*\s*)?\b\d{1,2}(?:st|nd|rd|th)?[./ -]+(?:\d{1,2}|[A-Z][a-z]+)[./ -]+\d{2,4}\b|\d{4}-\d\d-\d\d"
)
"""A date is shown in the pack's own form, so that the words round it are what is looked for."""
ACTIVITY, PROGRESS, EVIDENCE, METRIC, CURRENT, TARGET = 3, 4, 5, 6, 7, 8
WINDOW = 3


@pytest.fixture(scope="module")
def rows() -> list[tuple[truth.Expected, dict[int, str]]]:
    """Every action row of the workbook with the texts of its cells by column."""
    workbook = openpyxl.load_workbook(INPUTS / NEWEST / "plan.xlsx", data_only=True)
    return [
        (
            row,
            {
                n: str(c.value)
                for n, c in enumerate(workbook[row.sheet][row.row], 1)
                if isinstance(c.value, str)
            },
        )
        for row in truth.expected(BOARD)
    ]


def windows(text: str) -> Iterator[str]:
    """Each three words that follow one another between two dates."""
    for part in DATE.split(text):
        said = words(part)
        yield from (
            " ".join(said[n : n + WINDOW]) for n in range(max(1, len(said) - WINDOW + 1)) if said
        )


def missing(text: str, shown: str) -> list[str]:
    return [window for window in windows(text) if f" {window} " not in shown]


def test_the_activity_of_every_row_is_on_the_web_page(
    rows: list[tuple[truth.Expected, dict[int, str]]], page_words: str
) -> None:
    assert len(rows) > 200
    lost = {
        f"{row.sheet}!C{row.row}": gone
        for row, cells in rows
        if row.sheet != METRICS and (gone := missing(cells.get(ACTIVITY, ""), page_words))
    }
    assert lost == {}


def test_every_word_of_diaries_evidence_and_figures_is_on_the_web_page(
    rows: list[tuple[truth.Expected, dict[int, str]]], page_words: str
) -> None:
    assert len(rows) > 200
    lost = {
        f"{row.sheet} row {row.row}, column {column}": gone
        for row, cells in rows
        for column in (PROGRESS, EVIDENCE, METRIC, CURRENT, TARGET)
        if (gone := missing(cells.get(column, ""), page_words))
    }
    odd_dates = {
        place: gone
        for place, gone in lost.items()
        if all(re.search(r"\d", window) for window in gone)
    }
    assert lost.keys() - odd_dates.keys() == set(), lost


def test_every_row_is_in_the_pdf(
    rows: list[tuple[truth.Expected, dict[int, str]]], pdf_pages: tuple[str, ...]
) -> None:
    shown = f" {' '.join(words(' '.join(pdf_pages)))} "
    lost = []
    for row, cells in rows:
        if row.sheet != METRICS and cells.get(ACTIVITY):
            sought = list(windows(cells[ACTIVITY]))
            if (
                len(missing(cells[ACTIVITY], shown)) > len(sought) / 3
            ):  # a page may end inside a cell
                lost.append(f"{row.sheet}!C{row.row}: {cells[ACTIVITY]}")
    assert lost == []


def test_the_sheets_that_are_no_plan_are_on_the_web_page(page_words: str) -> None:
    workbook = openpyxl.load_workbook(INPUTS / NEWEST / "plan.xlsx", data_only=True)
    plans = {row.sheet for row in truth.expected(date.fromisoformat(NEWEST))}
    others = [sheet for sheet in workbook.worksheets if sheet.title not in plans]
    assert others
    lost = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in others
        for cells in sheet.iter_rows()
        for cell in cells
        if isinstance(cell.value, str) and missing(cell.value, page_words)
    ]
    assert lost == []
