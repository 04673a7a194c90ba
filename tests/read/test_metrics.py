"""The metrics folder: files of values beside their definitions."""

from datetime import date
from pathlib import Path

import pytest

from boardpack.errors import MissingInput
from boardpack.model.metrics import Metrics
from boardpack.read.figures.reader import read_observations
from boardpack.read.metrics import metrics_files, read_metrics
from tests.read.books import write_book

DEFINED = (
    "metric,title,unit,good\nshare,Share seen,percent,high\nCLA,Children looked after,count,\n"
)


def write(folder: Path, text: str, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def values(metrics: Metrics) -> list[tuple[str, str, float | None]]:
    return [(seen.metric, seen.area, seen.value) for seen in metrics.observations]


def test_a_line_is_an_observation(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "metric,area,period,value,numerator,denominator\nshare, North ,Jul-19,61.4%,27,44\n",
    )
    (seen,) = read_observations(path, "a.csv").observations
    assert (seen.metric, seen.area, seen.value, seen.numerator, seen.denominator) == (
        "share",
        "North",
        61.4,
        27.0,
        44.0,
    )
    assert (seen.period.end, seen.period.kind, seen.period.text) == (
        date(2019, 7, 31),
        "month",
        "Jul-19",
    )
    assert str(seen.source) == "a.csv, line 2"


@pytest.mark.parametrize("marker", ["c", "x", "z", "low", "u", "C", "LOW"])
def test_a_marker_stands_in_place_of_a_number_without_a_finding(
    tmp_path: Path, marker: str
) -> None:
    read = read_observations(
        write(tmp_path, f"metric,period,value\nshare,2019-07,{marker}\n"), "a.csv"
    )
    (seen,) = read.observations
    assert (seen.value, seen.marker, seen.area, read.findings) == (None, marker.lower(), "", ())


@pytest.mark.parametrize(
    "heading", ["Indicator,Date,Value", "measure,month,value", "metric,period,value", "KPI,As at,%"]
)
def test_columns_may_go_by_another_name(tmp_path: Path, heading: str) -> None:
    path = write(tmp_path, f"{heading}\nshare,2019-07,5\n")
    (seen,) = read_observations(path, "a.csv").observations
    assert (seen.metric, seen.period.text, seen.value) == ("share", "2019-07", 5.0)


@pytest.mark.parametrize("value", ["5.0", "6"])
def test_of_two_values_for_one_thing_the_first_is_kept_and_it_is_told(
    tmp_path: Path, value: str
) -> None:
    write(tmp_path, DEFINED, "definitions.csv")
    write(tmp_path, f"metric,period,value\nCLA,2019-07,5\nCLA,Jul-19,{value}\nshare,2019-07,9\n")
    metrics, findings = read_metrics(tmp_path, "metrics")
    assert values(metrics) == [("CLA", "County", 5.0), ("share", "County", 9.0)]
    assert [(finding.kind, finding.source.line) for finding in findings] == [
        ("repeated-observation", 3)
    ]


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "told"),
    [
        ("61.4", 27, 44, []),
        ("61", 27, 44, []),  # a whole percentage is rounded
        ("61.3", 27, 44, ["percentage-differs"]),
        ("63", 27, 44, ["percentage-differs"]),
        ("104.5", 46, 44, ["numerator-exceeds-denominator"]),
        ("", 0, 0, ["denominator-of-nought"]),
        ("61.4", 27, 0, ["denominator-of-nought"]),
        ("61.4", "", 44, []),
    ],
)
def test_a_share_is_computed_again(
    tmp_path: Path, value: str, numerator: object, denominator: object, told: list[str]
) -> None:
    write(tmp_path, DEFINED, "definitions.csv")
    write(
        tmp_path,
        "metric,period,value,numerator,denominator\nCLA,2019-07,5,,\nshare,2019-06,50,1,2\n"
        f"share,2019-07,{value},{numerator},{denominator}\n",
    )
    _, findings = read_metrics(tmp_path, "metrics")
    assert [finding.kind for finding in findings] == told


def test_a_line_without_an_area_is_of_the_whole(tmp_path: Path) -> None:
    write(tmp_path, DEFINED, "definitions.csv")
    write(tmp_path, "metric,period,value\nshare,Jul-19,61.4\nCLA,Jul-19,5\n")
    metrics, findings = read_metrics(tmp_path, "metrics", "Borough")
    assert [seen.value for seen in metrics.series("share", "Borough")] == [61.4]
    assert findings == ()


@pytest.mark.parametrize(
    "name", ["share", "Share", "SHARE SEEN", "Share seen", " Share  seen ", '"Share\nseen"']
)
def test_a_line_may_name_its_measure_by_its_title(tmp_path: Path, name: str) -> None:
    write(tmp_path, DEFINED, "definitions.csv")
    write(tmp_path, f"metric,period,value\n{name},Jul-19,61.4\nCLA,Jul-19,5\n")
    metrics, findings = read_metrics(tmp_path, "metrics")
    assert values(metrics) == [("share", "County", 61.4), ("CLA", "County", 5.0)]
    assert findings == ()


def test_every_table_of_the_folder_is_read_in_the_order_of_the_names(tmp_path: Path) -> None:
    write(tmp_path, '[share]\ntitle = "Share"\nunit = "percent"\n', "metrics.toml")
    write(tmp_path, "metric;period;value\nshare;Jul-19;1\n", "b.txt")
    write(tmp_path, "metric\tperiod\tvalue\nshare\tAug-19\t2\n", "c.TSV")
    write(tmp_path, "metric,Sep-19\nshare,3\n", "d.csv")
    write_book(tmp_path / "a.xlsx", {"Data": [["Measure", "Oct-19"], ["share", 4]]})
    for other in (".hidden.csv", "~$a.xlsx", "readme.md", "definitions.csv"):
        write(tmp_path, "metric,period,value\nshare,Dec-19,9\n", other)
    assert [path.name for path in metrics_files(tmp_path)] == ["a.xlsx", "b.txt", "c.TSV", "d.csv"]
    metrics, findings = read_metrics(tmp_path, "metrics")
    assert [seen.value for seen in metrics.observations] == [4.0, 1.0, 2.0, 3.0]
    assert {seen.source.file for seen in metrics.observations} == {
        f"metrics/{name}" for name in ("a.xlsx", "b.txt", "c.TSV", "d.csv")
    }
    assert findings == ()


def test_a_measure_that_nobody_defined_is_left_out_and_told_once(tmp_path: Path) -> None:
    write(tmp_path, DEFINED, "definitions.csv")
    write(tmp_path, "metric,Jun-19,Jul-19\nshare,1,2\nCLA,3,4\nother,5,6\n")
    metrics, (finding,) = read_metrics(tmp_path, "metrics")
    assert [metric for metric, _, _ in values(metrics)] == ["share", "share", "CLA", "CLA"]
    assert (finding.kind, finding.source.line) == ("no-definition", 4)


def test_a_folder_without_a_file_of_values_is_refused(tmp_path: Path) -> None:
    write(tmp_path, DEFINED, "definitions.csv")
    with pytest.raises(MissingInput):
        read_metrics(tmp_path, "metrics")
