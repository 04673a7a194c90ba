"""The sample plan: two meetings' workbooks, and what is true of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.sample.plan.workbook import write_workbook


def write_plan(board: date, path: Path) -> None:
    """Writes the plan workbook of a meeting."""
    write_workbook(board, path)
