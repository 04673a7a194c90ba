import random
import zipfile
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardpack.deliver.patching import CellEdit, SetText, patched
from boardpack.errors import EmptyPlan, NoPlanSheet, UnreadableWorkbook
from boardpack.read.grid import Cell, Grid, shown
from boardpack.read.plan import read_plan
from boardpack.read.workbook import read_grids
from tests.read.books import HEADER, Formula, Over, Styled, row, write_book


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, "General", ""),
        ("as it stands <b>", "@", "as it stands <b>"),
        (3.0, "General", "3"),
        (3.25, "General", "3.25"),
        (1.1, "0.00", "1.10"),
        (2126, "#,##0", "2,126"),
        (0.593, "0.0%", "59.3%"),
        (0.6, "0%", "60%"),
        (True, "General", "TRUE"),
        (date(2019, 7, 31), "dd/mm/yyyy", "31/07/2019"),
        (date(2019, 7, 1), "mmm-yy", "Jul-19"),
        (date(2019, 7, 1), '"by" mmmm yyyy', "Jul-19"),
        (time(9, 30), "hh:mm", "09:30"),
    ],
)
def test_a_value_is_shown_as_excel_shows_it(value: Any, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def test_a_cell_knows_its_name_and_whether_it_came_to_anything() -> None:
    assert Cell(31, 10, "x").address == "J31"
    assert Cell(1, 28, "#N/A").has_no_result
    assert Cell(1, 1, None, formula="=A2").has_no_result
    assert not Cell(1, 1, "#hashtag").has_no_result
    assert Cell(1, 1, None, formula="=A2").text == "=A2"


def test_a_cell_below_a_merge_is_covered_by_its_first_cell() -> None:
    top = Cell(2, 3, "both")
    grid = Grid("S", {(2, 3): top}, merges=((2, 3, 4, 5),))
    assert grid.covering(3, 3) is top
    assert grid.covering(4, 5) is top
    assert grid.covering(2, 4) is None  # beside it, and not below
    assert grid.covering(5, 3) is None
    assert grid.merge_width(2, 3) == 3


def test_hidden_rows_columns_and_sheets_are_read_and_known(tmp_path: Path) -> None:
    path = tmp_path / "hidden.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet, other = book.add_worksheet("S"), book.add_worksheet("T")
    other.hide()
    sheet.write("A1", "x")
    sheet.write("C2", "y")
    sheet.set_row(1, None, None, {"hidden": True})
    sheet.set_column("C:D", 9, None, {"hidden": True})
    book.close()
    first, second = read_grids(path)
    assert (first.hidden_rows, first.hidden_columns) == (frozenset({2}), frozenset({3, 4}))
    assert (first.visible, second.visible) == (True, False)
    assert first.texts(2) == {3: "y"}


def test_line_ends_of_another_system_are_line_ends(tmp_path: Path) -> None:
    path = write_book(tmp_path / "lines.xlsx", {"S": [["one\r\ntwo\rthree\tfour"]]})
    assert read_grids(path)[0].cells[1, 1].value == "one\ntwo\nthree\tfour"


def test_an_array_formula_is_shown_as_its_text(tmp_path: Path) -> None:
    path = tmp_path / "array.xlsx"
    book = openpyxl.Workbook()
    from openpyxl.worksheet.formula import ArrayFormula

    sheet = book.active
    assert sheet is not None
    sheet["A1"] = ArrayFormula("A1:A2", "=SUM(B1:B2*C1:C2)")
    book.save(path)
    assert read_grids(path)[0].cells[1, 1].text == "=SUM(B1:B2*C1:C2)"


def test_a_stray_cell_in_the_last_corner_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("S")
    for number, cells in enumerate([HEADER, row()]):
        sheet.write_row(number, 0, cells)
    sheet.write(1048575, 16383, "x")
    book.close()
    plan, findings = read_plan(path, "far.xlsx")
    assert len(plan.actions) == 1
    assert [finding.source.cell for finding in findings] == ["XFD1048576"]


def test_a_workbook_with_macros_is_read_and_nothing_runs(tmp_path: Path) -> None:
    path = write_book(tmp_path / "plan.xlsx", {"S": [HEADER, row()]}).rename(tmp_path / "plan.xlsm")
    assert len(read_plan(path, "plan.xlsm")[0].actions) == 1


VALUES = (
    st.none()
    | st.text(st.characters(codec="utf-8"), max_size=8)
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False, width=32)
    | st.booleans()
    | st.datetimes(datetime(1900, 3, 1), datetime(2199, 1, 1))  # noqa: DTZ001  # Excel has no time zones
    | st.timedeltas(timedelta(0), timedelta(days=9))
)
LOOKS = st.fixed_dictionaries(
    {},
    optional={
        "num_format": st.sampled_from(
            [
                "General",
                "@",
                "mmm-yy",
                "d-mmm",
                "0.0%",
                "0.00",
                "h:mm",
                "[h]:mm",
                "#,##0",
                ";;;",
                '"x"0',
            ]
        ),
        "bg_color": st.sampled_from(["#FF0000", "#92D050", "#F2F2F2"]),
    },
)
CELLS = (
    VALUES
    | st.builds(
        Formula,
        st.sampled_from(["=A1", "=NOW()", "=1/0"]),
        st.sampled_from([0, "", "x", "#DIV/0!", True]),
    )
    | st.builds(Styled, st.none() | st.integers(-9, 99999) | st.text("ab\n", max_size=3), LOOKS)
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(table=st.lists(st.lists(CELLS, max_size=11), max_size=6))
def test_any_workbook_is_read_without_an_error(tmp_path: Path, table: list[list[Any]]) -> None:
    plan, _ = read_plan(
        write_book(tmp_path / "any.xlsx", {"S": [HEADER, *table, row()]}), "any.xlsx"
    )
    assert plan.actions[-1].activity == "Open a second home"


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_workbook_is_read_or_refused_in_words(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    whole = write_book(
        tmp_path / "whole.xlsx",
        {"S": [[Over("A title", 11)], HEADER, row(), row(due=date(2019, 1, 1))]},
    )
    path = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(path, "w") as damaged:
        for name in archive.namelist():
            data = bytearray(archive.read(name))
            if chance.random() < 0.4:
                for _ in range(chance.randint(1, 5)):
                    data[chance.randrange(len(data))] = chance.choice(b'<>"/0aZ\x00&')
            damaged.writestr(name, bytes(data))
    with suppress(UnreadableWorkbook, NoPlanSheet, EmptyPlan):
        read_plan(path, "damaged.xlsx")


@pytest.mark.parametrize(
    ("said", "shared"),
    [
        ("a_x0041_b", True),
        ("a_x0041_b", False),
        ("a_x005F_b", False),
        ("_x000D_", False),
        ("a\nb", True),
        ("a\nb", False),
    ],
)
def test_what_looks_like_a_character_of_xml_stays_as_it_was_typed(
    tmp_path: Path, said: str, *, shared: bool
) -> None:
    path = write_book(tmp_path / "book.xlsx", {"Plan": [[said if shared else "x"]]})
    if not shared:
        path.write_bytes(patched(path.read_bytes(), [CellEdit("Plan", "A1", SetText(said))]))
    (grid,) = read_grids(path)
    assert grid.cells[1, 1].value == said
