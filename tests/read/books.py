"""Workbooks and cells for tests, written with XlsxWriter as Excel would store them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from boardpack.findings import Finding
from boardpack.model.plan import Action, Plan
from boardpack.read.grid import Cell
from boardpack.read.plan import read_plan

HEADER = (
    "Ref", "Plan Ref", "Activity", "Progress", "Evidence", "Metric",
    "Current Data & Date", "Target Data & Date", "Responsible Service", "Timescales", "BRAG",
)  # fmt: skip
ROW = (
    "1", "2.1.1", "Open a second home", "14.05.19 - JL found a house.", "Lease", "Homes",
    "1 at 13.05.19", "2 by Dec-19", "Head of Fostering", "31/12/2019", "Green",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Styled:
    """A value with a format of its own, as XlsxWriter names its properties."""

    value: Any
    looks: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the result that is stored beside it."""

    text: str
    result: Any = 0


@dataclass(frozen=True, slots=True)
class Over:
    """A text merged from its cell over some columns and rows."""

    text: str
    columns: int = 1
    rows: int = 1
    looks: tuple[tuple[str, Any], ...] = ()


Table = Sequence[Any]


def cell(value: Any, number_format: str = "General", fill: str | None = None) -> Cell:
    """A cell by itself."""
    return Cell(1, 1, value, number_format, fill)


def row(**changes: Any) -> list[Any]:
    """The cells of a plain action, some of them changed by the name of their field."""
    names = (
        "ref",
        "plan_ref",
        "activity",
        "progress",
        "evidence",
        "metric",
        "current",
        "target",
        "lead",
        "due",
        "rating",
    )
    return [changes.get(name, given) for name, given in zip(names, ROW, strict=True)]


def write_book(path: Path, sheets: dict[str, Table], *, hidden: Iterable[str] = ()) -> Path:
    """A workbook with these sheets; None leaves a cell empty."""
    book = xlsxwriter.Workbook(str(path))
    for name, table in sheets.items():
        sheet = book.add_worksheet(name)
        if name in hidden:
            sheet.hide()
        for number, cells in enumerate(table):
            for column, value in enumerate(cells):
                _write(book, sheet, number, column, value)
    book.close()
    return path


def _write(
    book: xlsxwriter.Workbook, sheet: Worksheet, number: int, column: int, value: Any
) -> None:
    looks: Format | None = None
    match value:
        case None:
            return
        case Formula():
            sheet.write_formula(number, column, value.text, None, value.result)
            return
        case Over():
            looks = book.add_format(dict(value.looks))
            last = (number + value.rows - 1, column + value.columns - 1)
            sheet.merge_range(number, column, *last, value.text, looks)
            return
        case Styled():
            value, looks = value.value, book.add_format(value.looks)
        case date():
            looks = book.add_format({"num_format": "dd/mm/yyyy"})
        case timedelta():
            looks = book.add_format({"num_format": "[h]:mm"})
    _write_value(sheet, number, column, value, looks)


def _write_value(
    sheet: Worksheet, number: int, column: int, value: Any, looks: Format | None
) -> None:
    """One cell; text stays text, whatever it begins with."""
    match value:
        case None:
            sheet.write_blank(number, column, None, looks)
        case str():
            sheet.write_string(number, column, value, looks)
        case bool():
            sheet.write_boolean(number, column, value, looks)
        case date() | timedelta():
            sheet.write_datetime(number, column, value, looks)
        case _:
            sheet.write_number(number, column, value, looks)


def read_book(
    folder: Path, sheets: dict[str, Table], *, hidden: Iterable[str] = ()
) -> tuple[Plan, tuple[Finding, ...]]:
    """A workbook with these sheets, written and read."""
    return read_plan(write_book(folder / "plan.xlsx", sheets, hidden=hidden), "plan.xlsx")


def read_rows(folder: Path, *rows: Sequence[Any]) -> tuple[tuple[Action, ...], tuple[Finding, ...]]:
    """The actions of one sheet with the usual header in row 1, and what was odd in them."""
    plan, findings = read_book(folder, {"Actions": [HEADER, *rows]})
    return plan.actions, findings


def texts_of(plan: Plan) -> str:
    """Every text that was kept of a workbook, in one."""
    kept: list[str] = []
    for action in plan.actions:
        kept += [
            action.ref or "",
            action.plan_ref or "",
            action.activity,
            action.progress,
            action.evidence,
        ]
        kept += [action.metric, action.current_text, action.target_text, action.lead_text]
        kept += [action.due.text or "", action.rating_text or ""]
    for objective in plan.objectives:
        kept += [
            f"Objective {objective.number}",
            objective.title,
            objective.purpose or "",
            objective.how or "",
        ]
    kept += [note.text for note in plan.notes]
    for table in plan.tables:
        kept += [*table.header, *(text for cells in table.rows for text in cells)]
    return "\n".join(kept)
