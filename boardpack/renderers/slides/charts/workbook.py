"""The small workbook behind a chart, which PowerPoint opens at "Edit Data"."""

import re
from math import isfinite
from xml.sax.saxutils import escape

from boardpack.charts.spec import Chart
from boardpack.renderers.slides.package import zipped
from boardpack.renderers.slides.xml import safe

SHEET = "Sheet1"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{_SML}.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SML}.worksheet+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="{_SML}.styles+xml"/></Types>"""
_ROOT = f"""<Relationships xmlns="{_LINKS}">\
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
_BOOK = f"""<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">\
<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>"""
_BOOK_LINKS = f"""<Relationships xmlns="{_LINKS}">\
<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>\
<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>"""
_STYLES = f"""<styleSheet xmlns="{_MAIN}">\
<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


def workbook(chart: Chart) -> bytes:
    """Categories down column A from row 2, a series a column from B. All text stays text."""
    rows: list[list[str | float | None]] = [["", *(series.name for series in chart.series)]]
    for index, category in enumerate(chart.categories):
        rows.append([category, *(number(series.values[index]) for series in chart.series)])
    cells = "".join(
        f'<row r="{r}">{"".join(_cell(r, c, cell) for c, cell in enumerate(row))}</row>'
        for r, row in enumerate(rows, start=1)
    )
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": _BOOK,
        "xl/_rels/workbook.xml.rels": _BOOK_LINKS,
        "xl/styles.xml": _STYLES,
        "xl/worksheets/sheet1.xml": sheet,
    }
    return zipped({name: (_HEAD + text).encode() for name, text in members.items()})


def column(index: int) -> str:
    """The letters of a column: A for 0, AA for 26."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def number(value: float | None) -> float | None:
    """What stands in the cell: a figure, or nothing where there is none."""
    return value if value is not None and isfinite(value) else None


def figure(value: float) -> str:
    """A number as XML writes it."""
    return f"{value:.15g}"


def _cell(row: int, index: int, value: str | float | None) -> str:
    where = f"{column(index)}{row}"
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        # `_x0041_` would be read as the letter A
        text = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", safe(value))
        return (
            f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        )
    return f'<c r="{where}"><v>{figure(value)}</v></c>'
