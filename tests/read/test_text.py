import csv
import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardpack.errors import UnreadableText
from boardpack.read.text import read_csv, read_text


def write(folder: Path, data: bytes | str) -> Path:
    path = folder / "placements.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("metric,value\ncafé,1\n".encode(), "utf-8"),
        (
            "metric,value\ncafé,1\n".encode("utf-8-sig"),
            "utf-8",
        ),  # with a byte order mark, from Excel
        ("metric,value\ncafé,1\n".encode("cp1252"), "cp1252"),
        ("metric,value\ncafé,1\n".encode("utf-16"), "utf-16"),
    ],
)
def test_each_encoding_is_recognised(tmp_path: Path, data: bytes, encoding: str) -> None:
    file = read_csv(write(tmp_path, data))
    assert (file.encoding, list(file.table.columns)) == (encoding, ["metric", "value"])
    assert file.table["metric"].tolist() == ["café"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_each_delimiter_is_recognised(tmp_path: Path, delimiter: str) -> None:
    file = read_csv(write(tmp_path, f"a{delimiter}b\n1{delimiter}2\n"))
    assert (file.delimiter, file.table.to_dict("list")) == (delimiter, {"a": ["1"], "b": ["2"]})


def test_a_first_line_that_tells_the_delimiter_is_obeyed_and_left_out(tmp_path: Path) -> None:
    file = read_csv(write(tmp_path, "sep=;\nName, of area;value\nNorth;1\n"))
    assert file.table.to_dict("index") == {3: {"name, of area": "North", "value": "1"}}


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_numbered_as_an_editor_does(tmp_path: Path, ending: str) -> None:
    # an empty line before the heading, one between, and a cell that spans two
    lines = ["", "a,b", "1,2", "", '"x', 'y",3', " , ", "4,5", ""]
    file = read_csv(write(tmp_path, ending.join(lines)))
    assert [str(line) for line in file.table.index] == ["3", "5", "8"]
    assert file.table["b"].tolist() == ["2", "3", "5"]


def test_values_stay_as_they_stand(tmp_path: Path) -> None:
    file = read_csv(write(tmp_path, "Ref, Value \n1.10, NA \n007,None\n,nan\n"))
    assert file.table.to_dict("list") == {
        "ref": ["1.10", "007", ""],
        "value": ["NA", "None", "nan"],
    }


def test_rows_may_be_short_and_may_end_in_empty_cells(tmp_path: Path) -> None:
    file = read_csv(write(tmp_path, "a,b,,\n1\n2,3,,,\n"))
    assert file.table.to_dict("list") == {"a": ["1", "2"], "b": ["", "3"]}


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\ufeff"), max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_a_written_table_is_read_back(tmp_path: Path, rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([["a", "b", "c"], *rows])
    table = read_csv(write(tmp_path, out.getvalue())).table
    expected = [[cell.strip() for cell in row] for row in rows]
    assert table.to_numpy().tolist() == [row for row in expected if any(row)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=60)
    | st.text(st.sampled_from('ab",;\t\n\r =sep1é'), max_size=40).map(str.encode)
)
def test_any_bytes_are_read_or_refused_in_words(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path, data)
    for read in (read_text, read_csv):
        with suppress(UnreadableText):
            read(path)
