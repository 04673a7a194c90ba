"""Workbooks that are not Excel's own: .xls, .xlsb and .ods through calamine, a plan kept as CSV.

They give values and merges; colours, hidden rows and formats of dates are not seen.
"""

import re
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from boardpack.errors import UnreadableWorkbook
from boardpack.read.grid import Cell, Grid, Value
from boardpack.read.guard import OLE2, SAVE_AGAIN, no_workbook, refuse_traps
from boardpack.read.text import cells_of

CALAMINE = frozenset({".xls", ".xlsb", ".ods"})
CSV = frozenset({".csv", ".tsv"})
OTHER = CALAMINE | CSV
_MOST_CELLS = 2_000_000
_COPY = "Copy the plan into a new workbook, and save that."
_ODS_ROW = re.compile(
    rb'<table:table-row(?:[^>]*?number-rows-repeated="(?P<times>\d+)")?[^>]*>(?P<cells>.*?)</table:table-row>',
    re.DOTALL,
)
_ODS_CELL = re.compile(
    rb'<table:table-cell(?=[^>]*value-type=)(?:[^>]*?number-columns-repeated="(?P<times>\d+)")?[^>]*>'
)
"""A cell that holds something: those that are empty are repeated to the edge of each sheet."""
_DATE = "dd/mm/yyyy"
_SECONDS_A_DAY = 86400


def read_other_grids(path: Path) -> tuple[Grid, ...]:
    """The sheets of a workbook in another format than Excel's own."""
    if path.suffix.lower() in CSV:
        return (grid_of_csv(path),)
    import python_calamine

    _refuse_what_is_no_workbook(path)
    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        return tuple(
            _of_sheet(path, book.get_sheet_by_name(sheet.name), visible=_is_visible(sheet))
            for sheet in book.sheets_metadata
            if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
        )
    except python_calamine.PasswordError:
        raise UnreadableWorkbook(
            path, "the workbook is protected with a password.", "Save a copy without a password."
        ) from None
    except (python_calamine.CalamineError, OSError) as fault:
        raise UnreadableWorkbook(
            path,
            f"the workbook is damaged ({fault}).",
            SAVE_AGAIN,
        ) from None


def _refuse_what_is_no_workbook(path: Path) -> None:
    """Refuses a file of another kind by a workbook's name, and one that would unpack beyond all bounds."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            refuse_traps(path, archive.infolist())
            if "content.xml" in archive.namelist():
                _refuse_endless_sheets(path, archive.read("content.xml"))
    elif path.read_bytes()[:4] != OLE2:
        raise no_workbook(path)


def _refuse_endless_sheets(path: Path, content: bytes) -> None:
    """A cell of an .ods may say that it stands a thousand million times."""
    repeated = 0
    for row in _ODS_ROW.finditer(content):
        cells = sum(int(cell["times"] or 1) for cell in _ODS_CELL.finditer(row["cells"]))
        repeated += cells * int(row["times"] or 1)
        if repeated > _MOST_CELLS:
            raise UnreadableWorkbook(path, "a sheet repeats a cell without end.", _COPY)


def _is_visible(sheet: Any) -> bool:
    import python_calamine

    return bool(sheet.visible == python_calamine.SheetVisibleEnum.Visible)


def _of_sheet(path: Path, sheet: Any, *, visible: bool) -> Grid:
    if sheet.total_height * sheet.total_width > _MOST_CELLS:
        raise UnreadableWorkbook(
            path,
            f'the sheet "{sheet.name}" has {sheet.total_height:,} rows and {sheet.total_width:,} columns.',
            _COPY,
        )
    rows = sheet.to_python(skip_empty_area=False)
    merges = sheet.merged_cell_ranges or ()
    return Grid(
        name=sheet.name,
        cells={
            (row, column): _cell(row, column, value)
            for row, values in enumerate(rows, start=1)
            for column, value in enumerate(values, start=1)
            if value != ""
        },
        merges=tuple(
            (top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in merges
        ),
        visible=visible,
    )


def _cell(row: int, column: int, value: Any) -> Cell:
    plain = _plain(value)
    return Cell(row, column, plain, _DATE if hasattr(plain, "year") else "General")


def _plain(value: Any) -> Value:
    """The value as one of our types: a date without its time, a duration as its share of a day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, timedelta):
        return value.total_seconds() / _SECONDS_A_DAY
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    return value  # type: ignore[no-any-return]  # calamine gives str, numbers, bool, date and time


def grid_of_csv(path: Path, most: int | None = None) -> Grid:
    """A CSV as a sheet: every cell is text, and rows are counted as Excel would, without line breaks.

    `most` is how many rows are looked at, where it is only to be known what the file is.
    """
    cells = {
        (row, column): Cell(row, column, text)
        for row, texts in enumerate(cells_of(path, most), start=1)
        for column, text in enumerate(texts, start=1)
        if text
    }
    return Grid(path.stem, cells)
