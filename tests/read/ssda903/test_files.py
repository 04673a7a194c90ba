from pathlib import Path

import pytest

from boardpack.model.ssda903 import Table
from boardpack.read.ssda903.files import TableFile, read_file
from tests.read.ssda903.returns import EPISODE, EPISODES, HEADER, MISSING, OC2, OC3, REVIEWS, write


def table(path: Path) -> TableFile:
    file, findings = read_file(path)
    assert (file is not None, findings) == (True, ())
    assert file is not None
    return file


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (HEADER, Table.HEADER),
        ("CHILD,DOB,SEX", Table.HEADER),
        (EPISODES, Table.EPISODES),
        (REVIEWS, Table.REVIEWS),
        ("CHILD,SEX,DOB,DUC", Table.UASC),
        (OC2, Table.OC2),
        (OC3, Table.OC3),
        ("CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE", Table.AD1),
        ("CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", Table.PLACED_FOR_ADOPTION),
        ("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", Table.PREVIOUS_PERMANENCE),
        (MISSING, Table.MISSING),
        ("CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", Table.SOCIAL_WORKERS),
        ("CHILD,DOB,DOLO_START,DOLO_END", Table.LIBERTY),
        ("DEC,TEAM,child,rne, Decom ,Place provider", Table.EPISODES),
        ("DECOM,RNE", Table.EPISODES),
    ],
)  # fmt: skip
def test_a_table_is_known_by_its_columns(tmp_path: Path, heading: str, expected: Table) -> None:
    assert table(write(tmp_path, heading)).table is expected


@pytest.mark.parametrize("heading", ["metric,period,value", "RNE,name", "CHILD,NAME", ""])
def test_another_file_is_left_out_with_a_finding(tmp_path: Path, heading: str) -> None:
    file, (finding,) = read_file(write(tmp_path, heading))
    assert (file, finding.kind) == (None, "file-left-out")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_delimiters_and_line_ends_of_exports(
    tmp_path: Path, encoding: str, delimiter: str, end: str
) -> None:
    lines = ("The team’s tables", "", f"{EPISODES},TEAM", f"{EPISODE},Children’s", "")
    text = end.join(lines).replace(",", delimiter)
    (tmp_path / "x.CSV").write_bytes(text.encode(encoding))
    (row,) = table(tmp_path / "x.CSV").rows
    assert (row.line, row["PLACE"], row["DEC"], row["TEAM"]) == (
        4,
        "U4",
        "",
        "",
    )  # a column of no table


def test_lines_are_numbered_as_an_editor_does_and_empty_ones_passed_over(tmp_path: Path) -> None:
    cells = EPISODE.split(",")
    quoted = ",".join(f'"{cell}"' for cell in cells)
    noted = f'{EPISODE},"two\nlines"'
    path = write(tmp_path, f"{EPISODES},NOTE", "", noted, ",,,", quoted, EPISODES, EPISODE)
    assert [row.line for row in table(path).rows] == [3, 6, 8]


def test_a_quotation_mark_without_its_fellow_swallows_no_line_below(tmp_path: Path) -> None:
    broken = EPISODE.replace("N1", '"N1')
    file, findings = read_file(write(tmp_path, EPISODES, EPISODE, broken, EPISODE, broken, EPISODE))
    assert file is not None
    assert [row.line for row in file.rows] == [2, 4, 6]
    assert [(finding.kind, finding.source.line) for finding in findings] == [
        ("line-left-out", 3),
        ("line-left-out", 5),
    ]


def test_a_line_with_more_cells_than_the_heading_is_left_out(tmp_path: Path) -> None:
    file, (finding,) = read_file(write(tmp_path, EPISODES, f"{EPISODE},,", f"{EPISODE},x"))
    assert file is not None
    assert (len(file.rows), finding.kind, finding.source.line) == (1, "line-left-out", 3)


def test_a_cell_without_end_is_left_out_with_a_finding(tmp_path: Path) -> None:
    file, (finding,) = read_file(write(tmp_path, EPISODES, EPISODE, "x" * 200_000))
    assert file is not None
    assert (len(file.rows), finding.source.line) == (1, 3)


def test_of_two_columns_with_one_name_the_first_is_read(tmp_path: Path) -> None:
    (row,) = table(write(tmp_path, f"{EPISODES},PLACE", f"{EPISODE},K2")).rows
    assert row["PLACE"] == "U4"


def test_a_file_that_is_not_text_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"PK\x03\x04\x00\x00")
    file, (finding,) = read_file(tmp_path / "x.csv")
    assert (file, str(finding.message)) == (None, "The file is left out: it is not text.")
