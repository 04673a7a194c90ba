"""Workbooks that Excel opens and does not write, and damaged ones: patched soundly, or refused in words."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardpack.deliver.patching import AppendText, CellEdit, PrependText, SetDay, SetText, patched
from boardpack.errors import CannotPatch
from tests.deliver.patching.books import changed, part, plain, rich, values

SMALL = "xl/sheet1.xml"
ROW = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
BOOK = plain(ROW)
WHATS: list[SetText | AppendText | SetDay] = [
    SetText("=x"),
    AppendText("y"),
    SetDay(date(2020, 7, 1)),
]
pytestmark = pytest.mark.filterwarnings("ignore:Workbook contains no default style")
RICH = rich()


def edit(what: SetText | AppendText | PrependText | SetDay, cell: str = "A1") -> CellEdit:
    return CellEdit("Plan", cell, what)


def inline(text: str) -> bytes:
    return plain(
        f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is>{text}</is></c></row></sheetData>'
    )


def stored_again(book: bytes, **replaced: bytes) -> bytes:
    """The workbook with every member written as one that could have been of any size."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            with new.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
                member.write(replaced.get(name, old.read(name)))
    return out.getvalue()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<t><![CDATA[a < b]]></t>", "a < b"),
        ("<t>a<!-- a remark -->b</t>", "ab"),
        ("<t>&#10;a&#x1F600;</t>", "\na😀"),
        ("<t>a&#13;\nb</t>", "a\nb"),
        ("<r><t/></r><r><rPr><b/></rPr><t>a</t></r>", "a"),
    ],
)
def test_a_text_is_kept_however_its_xml_is_written(text: str, shown: str) -> None:
    after = values(patched(inline(text), [edit(AppendText("more"))]))["Plan", "A1"]
    assert str(after).replace("\r\n", "\n") == f"{shown}\nmore"


@pytest.mark.parametrize("book", [ROW.replace('"', "'"), ROW.replace('r="A1"', 'r = "A1"\n'), ROW.replace("</c>", "</c >"),
                                  f"<!-- <c r='A1'/> -->{ROW}", f"<?note x?>{ROW}"])  # fmt: skip
def test_tags_are_found_however_they_are_written(book: str) -> None:
    assert values(patched(plain(book), [edit(SetText("new"))]))["Plan", "A1"] == "new"


def test_a_byte_order_mark_shifts_nothing() -> None:
    book = changed(BOOK, {SMALL: (b"<worksheet", b"\xef\xbb\xbf<worksheet")})
    assert values(patched(book, [edit(SetText("new"))]))["Plan", "A1"] == "new"


@pytest.mark.parametrize("head", ['<dimension ref=""/>', '<dimension ref="A:C"/>', "<dimension/>"])
def test_an_area_in_use_that_is_none_stays_as_it_is(head: str) -> None:
    after = patched(plain(ROW, head=head), [edit(SetText("new"), "C9")])
    assert head.encode() in part(after, SMALL)


@pytest.mark.parametrize("spans", ["x:y", "1", "1:2 4:5", ""])
def test_spans_that_are_no_span_stay_as_they_are(spans: str) -> None:
    book = plain(ROW.replace('r="1"', f'r="1" spans="{spans}"'))
    after = patched(book, [edit(SetText("new"), "C1")])
    assert f'spans="{spans}"'.encode() in part(after, SMALL)


@pytest.mark.parametrize("value", ["", "<v>99</v>", "<v>x</v>"])
def test_a_cell_whose_text_is_missing_can_be_set(value: str) -> None:
    book = plain(ROW.replace("<v>0</v>", value))
    assert values(patched(book, [edit(SetText("new"))]))["Plan", "A1"] == "new"


@pytest.mark.parametrize(
    ("sheet", "why"),
    [
        (f"{ROW}<mergeCells><mergeCell/></mergeCells>", 'an area "", which is none'),
        (ROW.replace("A1", "A3"), "row 1 of the sheet holds a cell named A3"),
        (ROW.replace("A1", "Total"), "not the address of a cell"),
    ],
)
def test_a_sheet_whose_places_cannot_be_trusted_is_refused(sheet: str, why: str) -> None:
    with pytest.raises(CannotPatch, match=why):
        patched(plain(sheet), [edit(SetText("new"))])


def test_a_reading_without_its_place_is_kept() -> None:
    book = inline("<t>課</t><rPh><t>カ</t></rPh>")
    assert values(patched(book, [edit(PrependText("x"))]))["Plan", "A1"] == "x\n課"


def test_a_changed_member_does_not_state_its_old_sizes_beside_the_new() -> None:
    after = patched(stored_again(BOOK), [edit(SetText("new"))])
    assert values(after)["Plan", "A1"] == "new"
    sizes = {}
    for info in zipfile.ZipFile(BytesIO(after)).infolist():
        at = info.header_offset
        sizes[info.filename] = int.from_bytes(after[at + 28 : at + 30], "little")
    assert sizes[SMALL] == 0
    assert set(sizes.values()) == {0, 20}


def test_a_part_that_was_damaged_before_is_refused_and_is_no_fault_of_ours() -> None:
    with pytest.raises(CannotPatch, match=r"Plan!A1: the workbook is damaged"):
        patched(changed(BOOK, {"xl/styles.xml": (b"<cellXfs", b"<cellXf")}), [edit(SetText("new"))])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_damaged_is_patched_soundly_or_refused(data: st.DataObject) -> None:
    book = {"small": BOOK, "rich": RICH}[data.draw(st.sampled_from(["small", "rich"]))]
    names = [n for n in zipfile.ZipFile(BytesIO(book)).namelist() if n.endswith((".xml", ".rels"))]
    name = data.draw(st.sampled_from(names))
    xml = bytearray(part(book, name))
    for _ in range(data.draw(st.integers(1, 2))):
        at = data.draw(st.integers(0, len(xml) - 1))
        xml[at] = data.draw(st.sampled_from(b'abz019<>"/ :='))
    what = data.draw(st.sampled_from(WHATS))
    try:
        patched(stored_again(book, **{name: bytes(xml)}), [edit(what), edit(SetText("z"), "J9")])
    except CannotPatch:
        return
