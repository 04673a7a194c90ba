"""Where formulas stand in a workbook: a reader of values shows what they came to, and not that they are."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

from boardpack.read.grid import cell_name
from boardpack.read.guard import guarded

_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def formulas_of(path: Path) -> dict[tuple[str, str], str]:
    """The formulas by sheet and cell. Of .xls, .xlsb and CSV nothing can be said, and nothing is."""
    suffix = path.suffix.lower()
    if suffix in {".xlsx", ".xlsm"}:
        return dict(_of_excel(path))
    if suffix == ".ods" and zipfile.is_zipfile(path):
        return dict(_of_ods(path))
    return {}


def _of_excel(path: Path) -> Iterator[tuple[tuple[str, str], str]]:
    with zipfile.ZipFile(path) as archive:
        sheets = [n for n in archive.namelist() if n.lower().startswith("xl/worksheets/")]
        if not any(_FORMULA.search(archive.read(name)) for name in sheets):
            return
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of extensions that reading does not need
        book = openpyxl.load_workbook(guarded(path))
    for sheet in book.worksheets:
        for cell in sheet._cells.values():  # noqa: SLF001 - the rectangle could be endless
            if cell.data_type == "f":
                yield (sheet.title, cell.coordinate), str(getattr(cell.value, "text", cell.value))


def _of_ods(path: Path) -> Iterator[tuple[tuple[str, str], str]]:
    from lxml import etree

    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml")
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for table in etree.fromstring(content, parser).iter(f"{_TABLE}table"):
        name, number = table.get(f"{_TABLE}name") or "", 0
        for row in table.iter(f"{_TABLE}table-row"):
            place = 0
            for cell in row:
                if formula := cell.get(f"{_TABLE}formula"):
                    yield (name, cell_name(number + 1, place + 1)), formula
                place += int(cell.get(f"{_TABLE}number-columns-repeated") or 1)
            number += int(row.get(f"{_TABLE}number-rows-repeated") or 1)
