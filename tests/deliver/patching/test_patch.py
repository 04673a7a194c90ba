"""Cells are set, and every other byte of the workbook stays."""

import subprocess
import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils.cell import coordinate_to_tuple

from boardpack.deliver.patching import (
    AppendText,
    CellEdit,
    PrependText,
    SetDay,
    SetText,
    patched,
)
from boardpack.errors import CannotPatch
from tests.deliver.patching.books import changed, part, plain, rich, seen_by_calamine, values

# openpyxl tells what it would lose if it saved the workbook, which is why it never does.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")

SAMPLE = Path(__file__).parents[3] / "inputs" / "2019-08-14" / "plan.xlsx"
RICH = rich()
SHEET = "xl/worksheets/sheet1.xml"
SMALL = "xl/sheet1.xml"


def edit(cell: str, what: SetText | AppendText | PrependText | SetDay) -> CellEdit:
    return CellEdit("Plan", cell, what)


def members(book: bytes) -> dict[str, tuple[object, ...]]:
    """What each member of the zip file is, with its compressed bytes."""
    found: dict[str, tuple[object, ...]] = {}
    for info in zipfile.ZipFile(BytesIO(book)).infolist():
        at = info.header_offset
        start = at + 30 + sum(int.from_bytes(book[at + n : at + n + 2], "little") for n in (26, 28))
        found[info.filename] = (info.CRC, info.date_time, book[start : start + info.compress_size])
    return found


def as_saved_by_openpyxl() -> bytes:
    out = BytesIO()
    openpyxl.load_workbook(BytesIO(RICH)).save(out)
    return out.getvalue()


def as_saved_by_libreoffice(book: bytes, folder: Path) -> bytes:
    (folder / "in.xlsx").write_bytes(book)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder / "out"), str(folder / "in.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "out" / "in.xlsx").read_bytes()


def test_only_the_parts_of_the_edit_change() -> None:
    after = patched(RICH, [edit("A1", SetText("=1+1")), edit("B1", SetText("TBC"))])
    old, new = members(RICH), members(after)
    assert list(old) == list(new)
    assert {name for name in old if old[name] != new[name]} == {
        SHEET,
        "xl/styles.xml",
        "xl/workbook.xml",
    }
    assert b'fullCalcOnLoad="1"' in part(after, "xl/workbook.xml")


def test_no_edit_gives_the_same_bytes() -> None:
    assert patched(RICH, []) is RICH
    assert patched(RICH, [edit("A1", AppendText(""))]) == RICH


def test_runs_are_kept_when_a_diary_grows() -> None:
    after = patched(RICH, [edit("A2", AppendText("August")), edit("A2", PrependText("Diary"))])
    cell = openpyxl.load_workbook(BytesIO(after), rich_text=True)["Plan"]["A2"].value
    assert isinstance(cell, CellRichText)
    assert str(cell) == "Diary\nJuly: done and late\nAugust"
    assert [run.font.b for run in cell if not isinstance(run, str)] == [True, False, False]


def test_a_text_like_a_formula_is_kept_from_becoming_one() -> None:
    after = patched(
        RICH, [edit("A1", SetText("=1+1")), edit("B1", SetText("-")), edit("K9", SetText("@a"))]
    )
    sheet = openpyxl.load_workbook(BytesIO(after))["Plan"]
    assert [sheet[cell].quotePrefix for cell in ("A1", "B1", "K9")] == [True] * 3
    assert sheet["B1"].fill.fgColor.rgb == "FFFFFF00"
    assert "<f>1+1" not in part(after, SHEET).decode()


def test_a_date_set_to_text_and_back_has_its_own_format_again() -> None:
    for between in ("TBC", "-"):
        text = patched(RICH, [edit("B1", SetText(between))])
        back = patched(text, [edit("B1", SetDay(date(2020, 7, 1)))])
        was, cell = (openpyxl.load_workbook(BytesIO(b))["Plan"]["B1"] for b in (RICH, back))
        assert (cell.value, cell._style) == (datetime(2020, 7, 1), was._style)  # noqa: DTZ001


def test_a_date_in_a_text_cell_is_shown_as_a_date() -> None:
    after = patched(RICH, [edit("A1", SetDay(date(2020, 7, 1)))])
    assert openpyxl.load_workbook(BytesIO(after))["Plan"]["A1"].is_date


@pytest.mark.parametrize(("style", "kept"), [(0, False), (1, True), (2, False)])
def test_a_format_of_a_month_shows_a_date_and_one_of_an_hour_does_not(
    style: int, kept: bool
) -> None:
    book = plain(f'<sheetData><row r="1"><c r="A1" s="{style}"/></row></sheetData>', early=True)
    after = patched(book, [edit("A1", SetDay(date(2020, 7, 1)))])
    assert (f's="{style}"'.encode() in part(after, SMALL)) is kept
    assert values(after)["Plan", "A1"] == datetime(2020, 7, 1)  # noqa: DTZ001
    assert b"<v>42551</v>" in part(after, SMALL)


@pytest.mark.parametrize(
    "data",
    [
        "<sheetData/>",
        "<sheetData></sheetData>",
        '<sheetData><row r="3"/></sheetData>',
        "<sheetData><row><c><v>1</v></c></row></sheetData>",
        '<sheetData><row r="1" spans="1:1"><c r="A1"><v>1</v></c></row><row r="9"/></sheetData>',
        '<sheetData><row r="3"><c r="A3"/><c r="D3" t="s"><v>0</v></c></row></sheetData>',
        (
            '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            '<x:sheetData><x:row r="3"><x:c r="C3" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>'
            "</x:worksheet>"
        ),
    ],
)
def test_rows_and_cells_that_are_not_there_are_put_in_order(data: str) -> None:
    book = plain(data, head='<dimension ref="A1"/>')
    wanted = {"C3": "new", "B3": " edge ", "A5": "below", "XFD7": "_x0041_ & <"}
    after = patched(book, [edit(cell, SetText(text)) for cell, text in wanted.items()])
    there = {(3, 3): "new", (3, 2): " edge ", (5, 1): "below", (7, 16384): "_x0041_ & <"}
    assert seen_by_calamine(after) == seen_by_calamine(book) | there
    listed = [cell for row in openpyxl.load_workbook(BytesIO(after))["Plan"].rows for cell in row]
    assert {c.coordinate for c in listed if c.value is not None} >= wanted.keys()


def test_a_shared_text_of_another_prefix_is_appended_to() -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings = f'<y:sst xmlns:y="{space}"><y:si><y:r><y:t>old</y:t></y:r></y:si></y:sst>'
    book = plain(
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', strings=strings
    )
    assert values(patched(book, [edit("A1", AppendText("new"))]))["Plan", "A1"] == "old\nnew"


def test_readings_above_characters_move_with_them() -> None:
    cell = '<is><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></is>'
    book = plain(f'<sheetData><row r="1"><c r="A1" t="inlineStr">{cell}</c></row></sheetData>')
    below = part(patched(book, [edit("A1", AppendText("x"))]), SMALL).decode()
    above = part(patched(book, [edit("A1", PrependText("x"))]), SMALL).decode()
    assert '課\nx</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr' in below
    assert 'x\n課</t><rPh sb="2" eb="3"><t>カ</t></rPh><phoneticPr' in above


@pytest.mark.parametrize(
    ("row", "usual", "kept"),
    [
        ('ht="15"', "", False),
        ('ht="15" customHeight="1"', "", True),
        ('ht="15" hidden="1"', "", True),
        ('ht="15"', '<sheetFormatPr defaultRowHeight="15" customHeight="1"/>', True),
    ],
)
def test_a_row_grows_with_its_text_unless_somebody_set_its_height(
    row: str, usual: str, kept: bool
) -> None:
    book = plain(
        f'<sheetData><row r="1" {row}><c r="A1" t="s"><v>0</v></c></row></sheetData>', head=usual
    )
    assert (b'ht="15"' in part(patched(book, [edit("A1", AppendText("x"))]), SMALL)) is kept
    assert b'ht="15"' in part(patched(book, [edit("A1", SetDay(date(2020, 7, 1)))]), SMALL)


def test_members_that_were_streamed_are_copied(tmp_path: Path) -> None:
    class Stream(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    out = Stream()
    with zipfile.ZipFile(BytesIO(RICH)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    book = out.getvalue()
    assert any(info.flag_bits & 8 for info in zipfile.ZipFile(BytesIO(book)).infolist())
    assert values(patched(book, [edit("A1", SetText("new"))]))["Plan", "A1"] == "new"


def test_every_edit_that_cannot_be_made_is_told_at_once() -> None:
    wrong = {
        "E1": "formula",
        "F2": "belongs to the formula",
        "B5": "merged into A4",
        "H1": "header row of a table",
        "C1": "number or a date",
        "C2": "TRUE or FALSE",
        "ZZZ1": "not the address",
        "D1": "32,768 characters",
    }
    edits = [edit(c, AppendText("x" * 32_768 if c == "D1" else "x")) for c in wrong]
    edits += [CellEdit("Gone", "A1", SetText("x")), edit("A4", SetText("the anchor"))]
    with pytest.raises(CannotPatch) as told:
        patched(RICH, edits)
    reasons = dict(told.value.refused)
    assert reasons.keys() == {*(f"Plan!{cell}" for cell in wrong), "Gone!A1"}
    assert [cell for cell, why in wrong.items() if why not in reasons[f"Plan!{cell}"]] == []
    assert "no such sheet. Sheets: Plan, Other sheet" in reasons["Gone!A1"]


@pytest.mark.parametrize(
    ("book", "why"),
    [
        (b"Ref,Activity\n1.1,x\n", r"Save the plan as an Excel Workbook \(\.xlsx\)"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), r"old Excel \(\.xls\)"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (RICH[:-400], "damaged"),
        (b"", "this is none"),
    ],
)
def test_another_kind_of_file_is_refused(book: bytes, why: str) -> None:
    with pytest.raises(CannotPatch, match=why):
        patched(book, [edit("A1", SetText("x"))])


@pytest.mark.parametrize(
    ("name", "why"),
    [("_xmlsignatures/a.xml", "signed"), ("xl/workbook.bin", "xlsb"), ("mimetype", "ods")],
)
def test_a_signed_workbook_and_other_kinds_of_zip_are_refused(name: str, why: str) -> None:
    with zipfile.ZipFile(file := BytesIO(RICH), "a") as archive:
        archive.writestr(name, b"x")
    with pytest.raises(CannotPatch, match=why):
        patched(file.getvalue(), [edit("A1", SetText("x"))])


def test_a_cell_that_stands_twice_and_definitions_are_refused() -> None:
    twice = plain('<sheetData><row r="1"><c r="A1"/><c r="A1"/></row></sheetData>')
    with pytest.raises(CannotPatch, match="twice"):
        patched(twice, [edit("A1", SetText("x"))])
    defined = changed(twice, {SMALL: (b"<worksheet", b"<!DOCTYPE a><worksheet")})
    with pytest.raises(CannotPatch, match="definitions"):
        patched(defined, [edit("A1", SetText("x"))])


def test_workbooks_of_openpyxl_and_libreoffice_and_the_sample_are_patched(tmp_path: Path) -> None:
    """One conversion makes a workbook of LibreOffice, one opens what was patched in it."""
    office = as_saved_by_libreoffice(RICH, tmp_path)
    edits = [
        edit("A2", AppendText("=more")),
        edit("D7", SetText("new")),
        edit("B1", SetDay(date(2020, 7, 1))),
    ]
    for book in (as_saved_by_openpyxl(), office, RICH):
        after = seen_by_calamine(patched(book, edits))
        assert after == seen_by_calamine(book) | {
            (2, 1): "July: done and late\n=more",
            (7, 4): "new",
            (1, 2): date(2020, 7, 1),
        }
    opened = as_saved_by_libreoffice(patched(office, edits), tmp_path)
    assert values(opened)["Plan", "A2"] == "July: done and late\n=more"


def test_two_hundred_diaries_of_the_sample_grow() -> None:
    book = SAMPLE.read_bytes()
    before = {cell: text for (s, cell), text in values(book).items() if s == "Open Actions"}
    texts = {c: t for c, t in before.items() if isinstance(t, str) and int(c[1:]) > 9}
    chosen = dict(list(texts.items())[:200])
    after = values(patched(book, [CellEdit("Open Actions", c, AppendText("Aug")) for c in chosen]))
    old = values(book)
    assert len(chosen) == 200
    assert after == old | {("Open Actions", c): f"{t}\nAug" for c, t in chosen.items()}


TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.text("=+-@\t\n <>&\"'_x0041é😀]", max_size=30),
    st.sampled_from(["x" * 32_767, "😀" * 16_383, "]]>", "_x000D_"]),
)
PLACES = st.sampled_from(["A1", "B1", "A2", "D1", "D7", "C9", "AA3", "XFD1", "A4"])


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(PLACES, TEXTS, min_size=1, max_size=5))
def test_any_texts_come_back_and_no_other_cell_changes(wanted: dict[str, str]) -> None:
    after = patched(RICH, [edit(cell, SetText(text)) for cell, text in wanted.items()])
    places = {coordinate_to_tuple(c): t for c, t in wanted.items()}
    lines = {p: t.replace("\r\n", "\n").replace("\r", "\n") for p, t in places.items()}
    seen, old = seen_by_calamine(after), seen_by_calamine(RICH)
    assert {p: v for p, v in seen.items() if p not in places} == {
        p: v for p, v in old.items() if p not in places
    }
    assert {p: seen.get(p, "") for p in places} == lines
    others = [{k: v for k, v in values(b).items() if k[1] not in wanted} for b in (RICH, after)]
    assert others[0] == others[1]


EDITS = st.one_of(
    st.builds(SetText, st.text("=ab \n", max_size=5)),
    st.builds(AppendText, st.text("=ab \n", max_size=5)),
    st.builds(PrependText, st.text("=ab \n", max_size=5)),
    st.builds(SetDay, st.dates(date(1904, 1, 2), date(2100, 1, 1))),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(edit, st.sampled_from(["A1", "A2", "D7", "K9"]), EDITS), max_size=6))
def test_one_patching_after_another_is_one_patching(edits: list[CellEdit]) -> None:
    try:
        whole = patched(RICH, edits)
    except CannotPatch:  # text added to a date
        return
    step = RICH
    for one in edits:
        step = patched(step, [one])
    assert {n: zipfile.ZipFile(BytesIO(step)).read(n) for n in members(step)} == {
        n: zipfile.ZipFile(BytesIO(whole)).read(n) for n in members(whole)
    }
