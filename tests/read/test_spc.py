"""Files of series: what is understood of them, and a finding with its line for what is not."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardpack.errors import MissingInput, UnreadableText
from boardpack.read.spc import SeriesFile, read_series

JAN, FEB = date(2020, 1, 31), date(2020, 2, 29)


def read(folder: Path, text: str | bytes) -> SeriesFile:
    path = folder / "series.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_series(path, path.name)


def told(seen: SeriesFile) -> list[tuple[str, int | None]]:
    return [(finding.kind, finding.source.line) for finding in seen.findings]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020-02-29", FEB),
        ("1998-04-01", date(1998, 4, 1)),
        ("29/02/2020", FEB),
        ("29/02/2020 00:00", FEB),
        ("2020-02-29T00:00:00Z", FEB),
        ("29 Feb 2020", FEB),
        ("Feb-20", FEB),
        ("2020-02", FEB),
        ("Q1 2019/20", date(2019, 6, 30)),
        ("2018/19", date(2019, 3, 31)),
    ],
)
def test_a_date_may_have_any_of_the_forms_of_the_metrics_and_a_month_is_its_last_day(
    tmp_path: Path, text: str, day: date
) -> None:
    (series,) = read(tmp_path, f"Date,Value\n{text},5\n").series
    assert series.points == ((day, 5.0),)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5.0),
        ("-0.25", -0.25),
        ("−3", -3.0),
        ("61.4%", 61.4),
        ("£1 250.50", 1250.5),
        ('"45,000.00"', 45000.0),
        ("3.0416e+05", 304160.0),
        ("0.3333333333333333", 0.3333333333333333),
        ("", None),
        ("NA", None),
        ("c", None),
    ],
)
def test_a_value_is_read_to_its_last_digit_and_may_be_missing(
    tmp_path: Path, text: str, value: float | None
) -> None:
    seen = read(tmp_path, f"date,value\n2020-01-31,{text}\n")
    assert seen.series[0].points == ((JAN, value),)
    assert seen.findings == ()


@pytest.mark.parametrize("column", ["series", "Facet"])
def test_several_series_are_told_apart_by_their_column(tmp_path: Path, column: str) -> None:
    seen = read(tmp_path, f"{column},date,value\nB,2020-01-31,1\nA,2020-01-31,2\nB,2020-02-29,3\n")
    assert [(one.name, one.points) for one in seen.series] == [
        ("B", ((JAN, 1.0), (FEB, 3.0))),
        ("A", ((JAN, 2.0),)),
    ]
    assert seen.findings == ()


@pytest.mark.parametrize(
    ("line", "kind", "message"),
    [
        ("2020-02-30,9,a", "not-a-date", '"2020-02-30" is not a date (February has 29 days), and the line is left out (series "a").'),
        ("soon,9,a", "not-a-date", '"soon" is not a date, and the line is left out (series "a").'),
        (",9,a", "not-a-date", '"" is not a date, and the line is left out (series "a").'),
        ("31/01/2020,9,a", "repeated-date", 'There is a value for 31 January 2020 on line 2 already, and the line is left out (series "a").'),
        ("2020-02-29,9,000,a", "long-line", "The line has 4 cells and the heading 3, and it is left out."),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_used_is_left_out_and_told(
    tmp_path: Path, line: str, kind: str, message: str
) -> None:
    seen = read(tmp_path, f"date,value,series\n2020-01-31,1,a\n\n{line}\n2020-03-31,3,a\n")
    assert [value for _, value in seen.series[0].points] == [1.0, 3.0]
    (finding,) = seen.findings
    assert (finding.kind, finding.source.line, finding.severity) == (kind, 4, "error")
    assert finding.message == message


@pytest.mark.parametrize("text", ["about 9", "1,5", "inf", "nan", "1e999", "5 of 9", "1-2"])
def test_a_value_that_is_no_number_leaves_a_gap_and_is_told(tmp_path: Path, text: str) -> None:
    seen = read(tmp_path, f'date,value\n2020-01-31,1\n2020-02-29,"{text}"\n')
    assert seen.series[0].points == ((JAN, 1.0), (FEB, None))
    assert told(seen) == [("not-a-value", 3)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("date,value\n", "no-points"),
        ("date,value\nnever,1\n", "no-points"),
        ("date,figure\n2020-01-31,1\n", "missing-column"),
        ("day,value\n2020-01-31,1\n", "missing-column"),
    ],
)
def test_a_file_without_points_says_so(tmp_path: Path, text: str, kind: str) -> None:
    seen = read(tmp_path, text)
    assert not any(series.points for series in seen.series)
    assert (kind, 1) in told(seen)


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_delimiters_and_encodings_are_read(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    text = f"date{delimiter}value{delimiter}series\n31/01/2020{delimiter}5{delimiter}Café\n"
    seen = read(tmp_path, text.encode(encoding))
    assert [(one.name, one.points) for one in seen.series] == [("Café", ((JAN, 5.0),))]


def test_a_file_that_holds_no_table_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match="the file is empty"):
        read(tmp_path, "\n")
    with pytest.raises(UnreadableText, match="Mend its quotation marks"):
        read(tmp_path, 'date,value\n"2020-01-31,1\n')
    with pytest.raises(MissingInput):
        read_series(tmp_path / "nothing.csv", "nothing.csv")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2020-01-31", "31/01/2020", "Feb-20", "2020-02-30", "", "x"]),
            st.text(st.sampled_from('0159.,-e%"c '), max_size=6),
            st.sampled_from(["", "a", "b", "a,,"]),
        ),
        max_size=8,
    )
)
def test_any_lines_are_read_or_told(tmp_path: Path, rows: list[tuple[str, str, str]]) -> None:
    body = "\n".join(",".join(row) for row in rows)
    with suppress(UnreadableText):
        seen = read(tmp_path, f"date,value,series\n{body}\n")
        points = sum(len(series.points) for series in seen.series)
        left_out = {"not-a-date", "repeated-date", "long-line"}
        lost = sum(finding.kind in left_out for finding in seen.findings)
        assert points + lost <= len(rows)
        assert points or seen.findings
