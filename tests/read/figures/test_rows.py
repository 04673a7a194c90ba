"""Files of figures as rows of cells: delimiters, encodings, quotation marks, sheets."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardpack.errors import MissingInput, UnreadableText, UnreadableWorkbook
from boardpack.read.figures.rows import Row, Rows, delimiter_of, rows_of
from tests.read.books import Formula, Over, Styled, write_book


def rows(folder: Path, text: str | bytes, name: str = "a.csv") -> Rows:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    (found,) = rows_of(path)
    return found


def cells(found: Rows) -> list[tuple[int | str, ...]]:
    return [(row.line, *row.cells) for row in found.rows]


def test_a_row_knows_its_filled_cells() -> None:
    row = Row(3, ("", "a", "", "b"))
    assert (row.filled, row.first, row.count) == ([1, 3], "a", 2)
    assert [row.cell(place) for place in (1, 2, 9, None)] == ["a", "", "", ""]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_cuts_the_lines(tmp_path: Path, delimiter: str) -> None:
    text = "A title, with commas, and more\na|b|c\n1|2|3\n4|5|6\n".replace("|", delimiter)
    found = rows(tmp_path, text)
    assert found.delimiter == delimiter
    assert [row.cells for row in found.rows][1:] == [tuple("abc"), tuple("123"), tuple("456")]


@pytest.mark.parametrize("told", ["sep=;", '"sep=;"', "\nsep=;"])
def test_a_line_may_tell_the_delimiter(tmp_path: Path, told: str) -> None:
    found = rows(tmp_path, f"{told}\na;1,5\nb;2,5\n")
    first = told.count("\n") + 2
    assert (found.delimiter, cells(found)) == (";", [(first, "a", "1,5"), (first + 1, "b", "2,5")])


@pytest.mark.parametrize("line", ['sep="', "sep=a", "sep=", "separator=;"])
def test_a_line_that_tells_no_delimiter_is_a_row(tmp_path: Path, line: str) -> None:
    assert delimiter_of([line, "a,b"]) == (",", 0)
    assert rows(tmp_path, f"{line}\na,b\n").delimiter == ","


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp1252", "cp1252"),
    ],
)
def test_an_encoding_is_known_by_its_bytes(tmp_path: Path, encoding: str, name: str) -> None:
    text = "Café – £,1\n"
    data = text.encode(encoding)
    found = rows(tmp_path, b"\xfe\xff" + data if encoding == "utf-16-be" else data)
    assert (found.encoding, cells(found)) == (name, [(1, "Café – £", "1")])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them_and_empty_ones_are_left_out(
    tmp_path: Path, end: str
) -> None:
    found = rows(tmp_path, end.join(["a,b", "", " , ,", "c,d", ""]))
    assert cells(found) == [(1, "a", "b"), (4, "c", "d")]


def test_spaces_of_typography_are_plain_spaces(tmp_path: Path) -> None:
    found = rows(tmp_path, "\u00a0a\u00a0b\u200b,\u20091\u202f234 ,\ufeffc\n")
    assert cells(found) == [(1, "a b", "1 234", "c")]


def test_a_line_of_dashes_below_a_heading_is_left_out(tmp_path: Path) -> None:
    found = rows(tmp_path, "a |b\n---|----\n1 |-\n- | -\n")
    assert cells(found) == [(1, "a", "b"), (3, "1", "-"), (4, "-", "-")]


def test_a_quoted_cell_may_span_lines(tmp_path: Path) -> None:
    found = rows(tmp_path, 'a,"b\nc"\nd,"say ""e"""\nf,"g\nh"')
    assert cells(found) == [(1, "a", "b\nc"), (3, "d", 'say "e"'), (4, "f", "g\nh")]
    assert found.broken is None


@pytest.mark.parametrize(
    ("text", "broken", "last"),
    [
        ('a,1\nb,"2\nc,3\n', 2, (3, "c", "3")),
        ('a,1\nb,"2', 2, (2, "b", "2")),
        ('a,1\nb,"2\n', 2, (2, "b", "2")),
        ('a,1\n"b,2\n' + "c,3\n" * 20 + 'd,"4"\n', 2, (23, "d", "4")),
        ('a,1\n"b,2' + "c" * 200_000 + "\n", 2, (2, "b", "2" + "c" * 200_000)),
    ],
    ids=["open", "open at the end", "open on the last line", "open for many lines", "endless"],
)
def test_where_a_quotation_mark_is_never_closed_each_line_is_a_row(
    tmp_path: Path, text: str, broken: int, last: tuple[Any, ...]
) -> None:
    found = rows(tmp_path, text)
    assert found.broken == broken
    assert cells(found)[0] == (1, "a", "1")
    assert cells(found)[-1] == last


def test_a_quotation_mark_within_a_cell_opens_nothing(tmp_path: Path) -> None:
    found = rows(tmp_path, 'Height 5" or more,1\na,2\n')
    assert (cells(found), found.broken) == ([(1, 'Height 5" or more', "1"), (2, "a", "2")], None)


@pytest.mark.parametrize("text", ["", "\n", " \r\n\t\n", "\ufeff"])
def test_an_empty_file_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableText, match="the file is empty"):
        rows(tmp_path, text)


def test_what_is_no_file_of_figures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        rows_of(tmp_path / "a.csv")
    with pytest.raises(UnreadableText):
        rows(tmp_path, b"a,b\n\0")
    with pytest.raises(UnreadableWorkbook):
        rows(tmp_path, b"not a workbook", "a.xlsx")


def test_a_sheet_gives_numbers_in_full_and_dates_as_excel_shows_them(tmp_path: Path) -> None:
    table = [
        [Over("Title", 3)],
        [],
        ["a", Styled(0.61367, {"num_format": "0%"}), Styled(61.367, {"num_format": "0"})],
        [Styled(date(2019, 7, 31), {"num_format": "dd/mm/yyyy"}), Styled(date(2019, 7, 1), {"num_format": "mmm-yy"})],
        [Formula("=1/3", 0.25), True, 2019, 1234567.5],
    ]  # fmt: skip
    (found,) = rows_of(write_book(tmp_path / "a.xlsx", {"Data": table}))
    assert found.sheet == "Data"
    assert (found.encoding, found.delimiter) == (None, None)
    assert cells(found) == [
        (1, "Title", "", "", ""),
        (3, "a", "61.367%", "61.367", ""),
        (4, "31/07/2019", "Jul-19", "", ""),
        (5, "0.25", "TRUE", "2019", "1234567.5"),
    ]


def test_each_sheet_of_a_workbook_has_its_rows(tmp_path: Path) -> None:
    path = write_book(tmp_path / "a.xlsx", {"One": [["a"]], "Two": [["b"]]}, hidden=["Two"])
    assert [(found.sheet, cells(found)) for found in rows_of(path)] == [
        ("One", [(1, "a")]),
        ("Two", [(1, "b")]),
    ]


def test_a_stray_cell_far_to_the_right_does_not_widen_every_row(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A2"], sheet["XFD2"] = "a", "b", "stray"
    book.save(tmp_path / "a.xlsx")
    first, second = rows_of(tmp_path / "a.xlsx")[0].rows
    assert len(first.cells) <= 200
    assert (len(second.cells), second.cells[-1]) == (16_384, "stray")


def test_a_coloured_cell_without_a_value_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write("A1", "a")
    sheet.write_blank("A2", None, book.add_format({"bg_color": "red"}))
    book.close()
    assert cells(rows_of(path)[0]) == [(1, "a")]


_TEXT = st.text(st.characters(codec="cp1252", exclude_characters="\0\r\n\u00a0"), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    table=st.lists(st.lists(_TEXT, min_size=2, max_size=4), min_size=1, max_size=6),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_every_table_comes_back_with_its_lines(
    tmp_path: Path, table: list[list[str]], delimiter: str, encoding: str, end: str
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator=end).writerows(
        table
    )
    data = f"sep={delimiter}{end}{text.getvalue()}".encode(encoding)
    expected = [
        (line, *stripped)
        for line, texts in enumerate(table, 2)
        if any(stripped := [text.strip() for text in texts]) and not is_ruled(stripped)
    ]
    assert cells(rows(tmp_path, data)) == expected


def is_ruled(texts: list[str]) -> bool:
    return set("".join(texts)) <= set("-=_| +\t") and any(len(text) > 2 for text in texts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from('ab1,;|\t"\n\r -=sep') | st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_rows_or_refused(tmp_path: Path, text: str) -> None:
    try:
        found = rows(tmp_path, text)
    except UnreadableText:
        return
    lines = [row.line for row in found.rows]
    assert lines == sorted(set(lines))
    assert all(row.count for row in found.rows)
