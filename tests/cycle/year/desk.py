"""The manager's desk: the plan as anyone can read it, and as the manager changes it in Excel."""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from lxml import etree

from tests.cycle.year.plan import ACTIONS, CLOSED, COLUMN, STANDING

_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PARTS = {ACTIONS: "xl/worksheets/sheet1.xml", STANDING: "xl/worksheets/sheet2.xml"}
FIRST = 4
"""The first row that can hold an action."""


@dataclass(frozen=True, slots=True)
class Row:
    """An action of the plan: where it stands and what its cells say."""

    sheet: str
    row: int
    activity: str
    values: dict[str, Any]


def plain(value: Any) -> str:
    """A cell's value as words, its spaces evened out, without the escapes of the file format."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(str("" if value is None else value).replace("_x005F_", "_").split())


def read_plan(data: bytes) -> dict[tuple[str, str], Row]:
    """Every action by its sheet and activity, which are unique in this plan."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    found = {}
    for sheet in (ACTIONS, STANDING, CLOSED):
        for cells in book[sheet].iter_rows(min_row=FIRST):
            activity = plain(cells[COLUMN["activity"] - 1].value)
            if activity:
                values = {name: cells[at - 1].value for name, at in COLUMN.items()}
                found[sheet, activity] = Row(sheet, int(cells[0].row or 0), activity, values)
    return found


def all_cells(data: bytes) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Every cell of every sheet: its value, its kind, its number format and its fill."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        (sheet.title, cell.coordinate): (
            cell.value, cell.data_type, cell.number_format, cell.fill.fgColor.rgb,
        )
        for sheet in book.worksheets
        for cells in sheet.iter_rows()
        for cell in cells
    }  # fmt: skip


def members(data: bytes) -> dict[str, bytes]:
    """Every part of a workbook by its name, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _saved(path: Path, part: str, tree: Any) -> None:
    parts = members(path.read_bytes())
    parts[part] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content)


def _write(cell: Any, text: str) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    words = etree.SubElement(etree.SubElement(cell, f"{{{_NS}}}is"), f"{{{_NS}}}t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def type_into(path: Path, sheet: str, address: str, text: str) -> None:
    """The manager types into a cell of the plan and saves it."""
    tree = etree.fromstring(members(path.read_bytes())[_PARTS[sheet]])
    cell = tree.find(f".//{{{_NS}}}c[@r='{address}']")
    assert cell is not None, address
    _write(cell, text)
    _saved(path, _PARTS[sheet], tree)


def insert_row(path: Path, sheet: str, above: int, texts: dict[int, str]) -> None:
    """The manager inserts a row into the plan: all that stands below moves down by one."""
    tree = etree.fromstring(members(path.read_bytes())[_PARTS[sheet]])
    data = tree.find(f"{{{_NS}}}sheetData")
    assert data is not None
    at = 0
    for place, row in enumerate(data):
        number = int(row.get("r", "0"))
        if number < above:
            at = place + 1
            continue
        row.set("r", str(number + 1))
        for cell in row:
            cell.set("r", re.sub(r"\d+", str(number + 1), cell.get("r", "")))
    for merge in tree.iter(f"{{{_NS}}}mergeCell"):
        merge.set(
            "ref",
            re.sub(r"\d+", lambda n: str(int(n[0]) + (int(n[0]) >= above)), merge.get("ref", "")),
        )
    fresh = etree.Element(f"{{{_NS}}}row", r=str(above))
    for column, text in sorted(texts.items()):
        _write(etree.SubElement(fresh, f"{{{_NS}}}c", r=f"{chr(64 + column)}{above}"), text)
    data.insert(at, fresh)
    _saved(path, _PARTS[sheet], tree)
