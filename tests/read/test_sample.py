"""The reader measured against what is known to be true of the sample's two workbooks."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boardpack.findings import Finding
from boardpack.model.plan import Action, Plan, Reading
from boardpack.read.plan import read_plan
from tests.read.books import texts_of
from tests.sample.plan.layout import placed
from tests.sample.plan.rows import BOARDS, NEWEST
from tests.sample.plan.truth import Expected, expected
from tests.sample.plan.workbook import write_workbook


@dataclass(frozen=True)
class Read:
    """A workbook of the sample as it was read, and what is true of it."""

    plan: Plan
    findings: tuple[Finding, ...]
    truth: list[Expected]

    def action(self, of: Expected) -> Action:
        """The action that was read where the truth has one."""
        return next(a for a in self.plan.actions if (a.sheet, a.row) == (of.sheet, of.row))


@pytest.fixture(scope="module", params=BOARDS, ids=str)
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Read:
    board: date = request.param
    path: Path = tmp_path_factory.mktemp("sample") / "plan.xlsx"
    write_workbook(board, path)
    plan, findings = read_plan(path, "plan.xlsx")
    return Read(plan, findings, expected(board))


def test_every_row_is_found_and_no_other(read: Read) -> None:
    assert len(read.truth) > 200
    found = [
        (action.sheet, action.row, action.objective, action.ref) for action in read.plan.actions
    ]
    assert found == [(row.sheet, row.row, row.objective, row.truth.ref) for row in read.truth]


FIELDS = ("rating", "due", "due_kind", "latest_update", "current", "target", "lead")


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_says_what_a_careful_person_understands(read: Read, field: str) -> None:
    pairs = [(row, *_pair(row, read.action(row), field)) for row in read.truth]
    wrong = [
        f"{row.sheet} row {row.row}: {words!r} is {true}, but {found} was read"
        for row, true, found, words in pairs
        if true != found
    ]
    assert not wrong, "\n".join(wrong)
    assert any(true for _, true, _, _ in pairs)


def _pair(row: Expected, action: Action, field: str) -> tuple[Any, Any, str]:
    """What is true, what was read, and the words of the cell."""
    truth = row.truth
    latest = action.latest_update
    return {
        "rating": (truth.rating, action.rating and action.rating.value, action.rating_text or ""),
        "due": (truth.due, action.due.date, action.due.text or ""),
        "due_kind": (truth.due_kind, action.due.kind, action.due.text or ""),
        "latest_update": (truth.latest_update, latest and latest.date, action.progress),
        "current": (_figures(truth.current), _figures(action.current), action.current_text),
        "target": (_figures(truth.target), _figures(action.target), action.target_text),
        "lead": (truth.lead, action.lead, action.lead_text),
    }[field]


def _figures(readings: Any) -> list[tuple[float, str | None, date | None]]:
    found: list[Reading] = list(readings)
    return [(reading.value, reading.unit, reading.as_at) for reading in found]


def test_every_text_of_every_row_is_kept(read: Read) -> None:
    kept = " ".join(texts_of(read.plan).split())
    board = NEWEST if read.truth[0].faults is not None else BOARDS[0]
    texts = [text for text in _typed(board) if " ".join(text.split()) not in kept]
    assert not texts


def _typed(board: date) -> Iterator[str]:
    rows = placed(board)
    assert rows
    for place in rows:
        yield from (cell for cell in place.row.cells() if isinstance(cell, str))
        if place.row.side_note:
            yield place.row.side_note


def test_the_sheets_are_told_apart(read: Read) -> None:
    assert [(sheet.name, sheet.kind, sheet.role) for sheet in read.plan.sheets] == [
        ("Governance", "table", None),
        ("Open Actions", "actions", "open"),
        ("Metrics", "actions", "metrics"),
        ("Standing Work", "actions", "standing"),
        ("Completed", "actions", "completed"),
        ("Appendix A EET", "table", None),
    ]
    rows = Counter(row.sheet for row in read.truth)
    assert {sheet.name: sheet.rows for sheet in read.plan.sheets if sheet.kind == "actions"} == rows


def test_the_nine_objectives_are_read_from_their_bands(read: Read) -> None:
    bands = [band for band in read.plan.objectives if band.sheet == "Open Actions"]
    assert [band.number for band in bands] == list(range(1, 10))
    assert all(band.title and band.purpose and band.how for band in bands)
