"""Workbooks to patch: a rich one, small ones written by hand, and how their cells are read again."""

import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO

import openpyxl
import python_calamine
import xlsxwriter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OTHER_PARTS = {
    "xl/threadedComments/threadedComment1.xml": b"<ThreadedComments/>",
    "xl/persons/person.xml": b"<personList/>",
    "xl/printerSettings/printerSettings1.bin": bytes(range(256)),
    "customXml/item1.xml": b"<?xml version='1.0'?><council  kept='as it is'/>",
    "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
    "xl/calcChain.xml": b'<calcChain xmlns="%s"><c r="E1" i="1"/></calcChain>' % MAIN.encode(),
}
EXTENSIONS = (
    b'<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-'
    b'97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"/></ext></extLst>'
)


def rich() -> bytes:
    """A plan with all that a save by a library would lose."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2019, 8, 1)})  # noqa: DTZ001  # XlsxWriter's own
        sheet = book.add_worksheet("Plan")
        bold, red = book.add_format({"bold": True}), book.add_format({"font_color": "red"})
        day = book.add_format({"num_format": "dd/mm/yyyy", "bg_color": "#FFFF00"})
        sheet.write_string("A1", "Placed & matched <9")
        sheet.write_rich_string("A2", "July: ", bold, "done", " and ", red, "late")
        sheet.write_datetime("B1", date(2019, 7, 1), day)
        sheet.write_number("C1", 5)
        sheet.write_boolean("C2", True)  # XlsxWriter's signature
        sheet.write_formula("E1", "=C1*2", None, 10)
        sheet.write_array_formula("F1:F2", "{=C1:C2*2}", None, 10)
        sheet.merge_range("A4:B5", "merged", bold)
        sheet.add_table("H1:I3", {"columns": [{"header": "Lead"}, {"header": "Due"}]})
        sheet.write_comment("A1", "a note")
        sheet.data_validation("D1:D9", {"validate": "list", "source": ["Red", "Green"]})
        sheet.conditional_format("C1:C9", {"type": "data_bar", "data_bar_2010": True})
        sheet.add_sparkline("J1", {"range": "Plan!C1:C2"})
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Plan!$C$1:$C$2"})
        sheet.insert_chart("L1", chart)
        book.add_worksheet("Other sheet").write("A1", "untouched")
    surgery = {
        "xl/worksheets/sheet1.xml": (b"</extLst>", EXTENSIONS),
        "xl/workbook.xml": (b' fullCalcOnLoad="1"', b""),
    }
    extra = changed(out.getvalue(), surgery)
    with zipfile.ZipFile(file := BytesIO(extra), "a") as archive:
        for name, data in OTHER_PARTS.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return file.getvalue()


def changed(book: bytes, parts: Mapping[str, tuple[bytes, bytes]]) -> bytes:
    """A workbook with bytes of some parts replaced."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename in parts:
                assert parts[info.filename][0] in data
                data = data.replace(*parts[info.filename])
            new.writestr(info, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def plain(
    data: str, *, head: str = "", tail: str = "", strings: str = "", early: bool = False
) -> bytes:
    """A workbook of one sheet whose data is written by hand."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kinds = {"worksheet": "sheet1", "styles": "styles", "sharedStrings": "sharedStrings"}
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{office}/{kind}" Target="/xl/{name}.xml"/>'
        for n, (kind, name) in enumerate(kinds.items(), 1)
    )
    override = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="application/vnd.openxmlformats-'
        f'officedocument.spreadsheetml.{kind}+xml"/>'
        for kind, name in {**kinds, "sheet.main": "workbook"}.items()
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{override}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{office}"><workbookPr '
        f'date1904="{int(early)}"/><sheets><sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}'
        "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1">'
        '<fill><patternFill/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/>'
        '</cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="20"/>'
        "</cellXfs></styleSheet>",
        "xl/sharedStrings.xml": strings or f'<sst xmlns="{MAIN}"><si><t>shared</t></si></sst>',
        "xl/sheet1.xml": data
        if data.startswith("<x:")
        else f'<worksheet xmlns="{MAIN}">{head}{data}{tail}</worksheet>',
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def values(book: bytes) -> dict[tuple[str, str], object]:
    """Every cell that holds something, as openpyxl reads it."""
    loaded = openpyxl.load_workbook(BytesIO(book))
    return {
        (sheet.title, cell.coordinate): getattr(cell.value, "text", cell.value)
        for sheet in loaded.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def seen_by_calamine(book: bytes, sheet: str = "Plan") -> dict[tuple[int, int], object]:
    """Every cell of a sheet that holds something, as calamine reads it, by row and column from 1."""
    loaded = python_calamine.load_workbook(BytesIO(book)).get_sheet_by_name(sheet)
    rows = loaded.to_python(skip_empty_area=False)
    return {
        (r, c): value
        for r, row in enumerate(rows, 1)
        for c, value in enumerate(row, 1)
        if value != ""  # 0 and FALSE are values
    }


def part(book: bytes, name: str) -> bytes:
    """A part of a workbook."""
    return zipfile.ZipFile(BytesIO(book)).read(name)
