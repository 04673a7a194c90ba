"""Opens a workbook and gives its sheets as grids. Nothing is written to it, no macro runs."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.merge import MergedCellRange

from boardpack.errors import MissingInput, UnreadableWorkbook
from boardpack.read.fills import fill_of, theme_colours
from boardpack.read.grid import Cell, Grid, Value
from boardpack.read.guard import OLE2, SAVE_AGAIN, guarded, no_workbook
from boardpack.read.other_books import OTHER, read_other_grids

SUFFIXES = frozenset({".xlsx", ".xlsm"})
_SECONDS_A_DAY = 86400
_ESCAPED = re.compile("_x(00[01][0-9A-F]|005F)_")
"""How a workbook's XML writes a control character, such as the carriage return of a pasted text.

What looks like one and is none has its first underscore written so: `_x005F_x0041_` is `_x0041_`.
openpyxl undoes that for texts that cells share, and not for those that stand in their cell.
"""
_WITHOUT_RESULT = re.compile(
    rb"<(?:\w+:)?f(?: [^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:</|<(?:\w+:)?v ?/>|<(?:\w+:)?v></)"
)
"""A formula in the XML of a sheet with no value behind it, or an empty one."""
_MOST_WITHOUT_RESULT = 60_000
"""Cells of a workbook that is loaded twice, once for its values and once for its formulas."""


def read_grids(path: Path) -> tuple[Grid, ...]:
    """Every sheet of the workbook, hidden ones as well, in its order."""
    if path.suffix.lower() in OTHER and path.is_file():
        return read_other_grids(path)
    _refuse_what_is_no_workbook(path)
    try:
        file = guarded(path)
        with warnings.catch_warnings(), _without_borders():
            # openpyxl warns of extensions that reading does not need.
            warnings.simplefilter("ignore")
            values = openpyxl.load_workbook(file, data_only=True)
            formulas = openpyxl.load_workbook(file) if _lacks_results(path, file) else None
    except UnreadableWorkbook:
        raise
    except Exception as fault:  # noqa: BLE001  # a damaged file can make the parser raise anything
        raise UnreadableWorkbook(path, f"the workbook is damaged ({fault}).", SAVE_AGAIN) from None
    theme = theme_colours(values.loaded_theme)
    return tuple(
        _grid(sheet, formulas[sheet.title] if formulas else None, theme)
        for sheet in values.worksheets
    )


def _nothing(self: MergedCellRange) -> None:
    """What is done for the borders of merged cells."""


@contextmanager
def _without_borders() -> Iterator[None]:
    """Meanwhile openpyxl does not work out the borders of merged cells, half of its time; nobody looks."""
    kept = MergedCellRange.format
    MergedCellRange.format = _nothing  # type: ignore[method-assign]
    try:
        yield
    finally:
        MergedCellRange.format = kept  # type: ignore[method-assign]


def _refuse_what_is_no_workbook(path: Path) -> None:
    if not path.is_file():
        raise MissingInput(path, "the workbook", "Put it there, or name another.")
    with path.open("rb") as file:
        start = file.read(8)
    if start.startswith(OLE2) and path.suffix.lower() in SUFFIXES:
        raise UnreadableWorkbook(
            path, "the workbook is protected with a password.", "Save a copy without a password."
        )
    if path.suffix.lower() not in SUFFIXES:
        raise UnreadableWorkbook(
            path, f'a file that ends in "{path.suffix}" is not read.', SAVE_AGAIN
        )
    if not start:
        raise UnreadableWorkbook(path, "the file is empty.", "Copy it again from where it is kept.")
    if not zipfile.is_zipfile(path):
        raise no_workbook(path)


def _lacks_results(path: Path, file: BytesIO) -> bool:
    """Whether a formula stands without its result, looked up here because a second load costs as much.

    A workbook for which that would be too much is refused: Excel has to calculate it first.
    """
    with zipfile.ZipFile(file) as archive:
        sheets = [archive.read(n) for n in archive.namelist() if n.startswith("xl/worksheets/")]
    if not any(map(_WITHOUT_RESULT.search, sheets)):
        return False
    cells = sum(sheet.count(b"<c ") for sheet in sheets)
    if cells > _MOST_WITHOUT_RESULT:
        raise UnreadableWorkbook(
            path,
            f"the workbook holds {cells:,} cells, and formulas among them without their results.",
            "Open it in Excel, let it calculate, and save it.",
        )
    return True


def _grid(sheet: Any, formulas: Any | None, theme: tuple[str, ...]) -> Grid:
    cells = {}
    # iter_rows would visit the whole rectangle, and one stray cell makes that a thousand million.
    for (row, column), cell in sheet._cells.items():  # noqa: SLF001
        formula = _formula(formulas, cell) if formulas is not None else None
        fill = fill_of(cell, theme)
        if cell.value is not None or fill or formula:
            cells[row, column] = Cell(
                row, column, _value(cell.value), cell.number_format, fill, formula
            )
    return Grid(
        name=sheet.title,
        cells=cells,
        merges=tuple(
            (m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges
        ),
        hidden_rows=frozenset(n for n, d in sheet.row_dimensions.items() if d.hidden),
        hidden_columns=frozenset(
            column
            for d in sheet.column_dimensions.values()
            if d.hidden
            for column in range(d.min, d.max + 1)
        ),
        visible=sheet.sheet_state == "visible",
    )


def _formula(formulas: Any, cell: Any) -> str | None:
    held = formulas.cell(cell.row, cell.column)
    if held.data_type != "f":
        return None
    return str(
        getattr(held.value, "text", held.value)
    )  # an array formula is an object with its text


def _value(value: Any) -> Value | None:
    """The value as one of our types: a date without its time, a duration as its share of a day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, timedelta):
        return value.total_seconds() / _SECONDS_A_DAY
    if isinstance(value, str):
        return (
            _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
            .replace("\r\n", "\n")
            .replace("\r", "\n")
        )
    return value  # type: ignore[no-any-return]  # openpyxl gives str, numbers, bool, date and time
