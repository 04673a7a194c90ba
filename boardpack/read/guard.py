"""Looks a workbook over before it is opened, so that no file can take all time and memory.

The limits are far beyond any plan: the largest of 1,650 public workbooks that they were tried on
pass. Rows that hold nothing but formats are left out of what is opened; there can be a million.
"""

import re
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from boardpack.errors import UnreadableWorkbook

_MEGABYTE = 1_000_000
_LARGEST_FILE = 50 * _MEGABYTE
_LARGEST_PART = 120 * _MEGABYTE
_LARGEST_WHOLE = 250 * _MEGABYTE
_MOST_PARTS = 5_000
_TIGHTEST = 250
"""A part of a megabyte or more that unpacks to this many times its size is a trap."""
_MOST_CELLS = 200_000
_LONG_SHEET = 4 * _MEGABYTE
"""A sheet from this size on is searched for rows that hold nothing."""

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_EMPTY_ROWS = re.compile(rb"<row\b[^>]*?(?:/>|>(?:<c\b[^>]*?(?:/>|></c>))*</row>)")
OLE2 = b"\xd0\xcf\x11\xe0"
"""How an old workbook (.xls) opens, and a new one that a password protects."""
SAVE_AGAIN = "Open it in Excel and save it as an Excel Workbook (.xlsx)."
_SPLIT = "Copy the sheets of the plan into a new workbook, and save that."


def no_workbook(path: Path) -> UnreadableWorkbook:
    """Why a file of another kind by a workbook's name is refused."""
    return UnreadableWorkbook(
        path, "the file is named as a workbook and is not one, or it was cut off.", SAVE_AGAIN
    )


def guarded(path: Path) -> BytesIO:
    """The workbook as openpyxl may read it. UnreadableWorkbook where it is a trap or too large."""
    if path.stat().st_size > _LARGEST_FILE:
        size = f"{path.stat().st_size // _MEGABYTE} MB"
        raise UnreadableWorkbook(path, f"the workbook is too large ({size}).", _SPLIT)
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        refuse_traps(path, parts)
        long = [
            part
            for part in parts
            if _SHEET.fullmatch(part.filename) and part.file_size > _LONG_SHEET
        ]
        if not long:
            return BytesIO(path.read_bytes())
        slim = {part.filename: _without_empty_rows(path, archive.read(part)) for part in long}
        return _rewritten(archive, slim)


def refuse_traps(path: Path, parts: Sequence[zipfile.ZipInfo]) -> None:
    """Nothing; UnreadableWorkbook where the parts of the file would unpack beyond all bounds."""
    names = {part.filename for part in parts}
    unpacked = sum(part.file_size for part in parts)
    tight = any(
        part.file_size > _MEGABYTE and part.file_size > _TIGHTEST * max(part.compress_size, 1)
        for part in parts
    )
    if len(names) < len(parts) or len(parts) > _MOST_PARTS:
        raise UnreadableWorkbook(path, "the workbook is not put together as Excel does.", _SPLIT)
    if tight or unpacked > _LARGEST_WHOLE or any(part.file_size > _LARGEST_PART for part in parts):
        size = f"{unpacked // _MEGABYTE:,} MB"
        raise UnreadableWorkbook(path, f"the workbook would unpack to {size}.", _SPLIT)


def _without_empty_rows(path: Path, sheet: bytes) -> bytes:
    """The sheet without its rows of formats; refused where what is left is no plan by its size."""
    slim = _EMPTY_ROWS.sub(b"", sheet)
    cells = slim.count(b"<c ")
    if cells > _MOST_CELLS:
        raise UnreadableWorkbook(path, f"a sheet holds {cells:,} cells.", _SPLIT)
    return slim


def _rewritten(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> BytesIO:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
        for part in archive.infolist():
            copy.writestr(part.filename, changed.get(part.filename) or archive.read(part))
    out.seek(0)
    return out
