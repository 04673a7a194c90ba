"""Whatever is more or less than the edits is found by the second pass."""

import pytest

from boardpack.deliver.patching import AppendText, CellEdit, SetText, patched, verify
from boardpack.errors import BrokenPatch
from tests.deliver.patching.books import changed, rich

RICH = rich()
EDITS = [CellEdit("Plan", "A2", AppendText("=x")), CellEdit("Plan", "A1", SetText("=new"))]
GOOD = patched(RICH, EDITS)
SHEET = "xl/worksheets/sheet1.xml"


def test_what_the_patcher_made_is_sound() -> None:
    verify(RICH, GOOD, EDITS)


@pytest.mark.parametrize(
    ("part", "was", "becomes", "fault"),
    [
        (SHEET, b"=new", b"=old", "should hold"),
        (SHEET, b"<b/>", b"<i/>", "formatting of its text is lost"),
        (SHEET, b"<v>5</v>", b"<v>6</v>", "something else"),
        (SHEET, b'<mergeCell ref="A4:B5"/>', b'<mergeCell ref="A4:B6"/>', "something else"),
        (SHEET, b"x14:dataValidations", b"x14:dataValidationz", "something else"),
        ("xl/styles.xml", b'quotePrefix="1"', b'quotePrefix="0"', "become a formula"),
        ("xl/styles.xml", b"FFFFFF00", b"FFFFFF01", "more than formats"),
        ("xl/workbook.xml", b"Other sheet", b"Other", "more than that Excel"),
        ("xl/calcChain.xml", b"E1", b"E2", "no edit is in it"),
        ("xl/worksheets/sheet2.xml", b"<sheetData>", b"<sheetData >", "no edit is in it"),
    ],
)
def test_a_fault_is_found(part: str, was: bytes, becomes: bytes, fault: str) -> None:
    broken = changed(GOOD, {part: (was, becomes)})
    with pytest.raises(BrokenPatch, match=fault):
        verify(RICH, broken, EDITS)


def test_an_edit_that_was_not_made_is_found() -> None:
    with pytest.raises(BrokenPatch, match="should hold"):
        verify(RICH, RICH, EDITS)


def test_a_file_cut_off_is_found() -> None:
    with pytest.raises(BrokenPatch):
        verify(RICH, GOOD[:-100], EDITS)
