from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardpack.errors import UnreadableText
from boardpack.model.metrics import Good, Unit
from boardpack.read.definitions import number_of, read_definitions
from boardpack.read.metrics import read_metrics, read_observations


def write(folder: Path, text: str, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("79.7", 79.7),
        ("1,798", 1798.0),
        ("61.4%", 61.4),
        (" £1,200.50 ", 1200.5),
        ("−3", -3.0),
        ("+.5", 0.5),
        ("12.", 12.0),
        ("", None),
        ("c", None),
        ("about 80", None),
        ("1.2.3", None),
        ("1e5", None),
        ("-", None),
        ("nan", None),
        ("9" * 400, None),  # no number that a machine can hold
    ],
)
def test_a_number_is_read_with_its_signs(text: str, value: float | None) -> None:
    assert number_of(text) == value


@given(st.text(st.sampled_from("0123456789.,%£+-− eEnaif")) | st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    number_of(text)


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
    assert (seen.value, seen.marker, seen.area, read.findings) == (
        None,
        marker.lower(),
        "County",
        (),
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Indicator,Date,Value",
        "measure,month,value",
        "metric,period,value",
        "indicator,metric,period,date,value",
    ],
)
def test_columns_may_go_by_another_name(tmp_path: Path, heading: str) -> None:
    width = heading.count(",") + 1
    cells = {3: "share,2019-07,5", 5: "other,share,2019-07,soon,5"}[width]
    (seen,) = read_observations(write(tmp_path, f"{heading}\n{cells}\n"), "a.csv").observations
    assert (seen.metric, seen.period.text, seen.value) == ("share", "2019-07", 5.0)


def test_the_same_value_twice_is_kept_once_and_not_told(tmp_path: Path) -> None:
    read = read_observations(
        write(tmp_path, "metric,period,value\na,2019-07,5\na,Jul-19,5.0\n"), "a.csv"
    )
    assert (len(read.observations), read.findings) == (1, ())


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "told"),
    [
        ("61.4", 27, 44, False),
        ("61", 27, 44, False),  # a whole percentage is rounded
        ("61.3", 27, 44, True),
        ("63", 27, 44, True),
        ("61.4", 27, 0, False),
        ("61.4", "", 44, False),
    ],
)
def test_a_share_is_computed_again(
    tmp_path: Path, value: str, numerator: object, denominator: object, told: bool
) -> None:
    write(tmp_path, "metric,title,unit,good\nshare,Share,percent,high\n", "definitions.csv")
    write(
        tmp_path,
        f"metric,period,value,numerator,denominator\nshare,2019-07,{value},{numerator},{denominator}\n",
    )
    _, findings = read_metrics(tmp_path, "metrics")
    assert [finding.kind for finding in findings] == ["percentage-differs"] * told


def test_a_definition_is_read(tmp_path: Path) -> None:
    text = "metric,title,unit,good,target,target_date,tolerance,objective,source,owner\ncla_rate,Rate,RATE_10K,low,60,31/03/2020,2,Objective 2 and 5,SSDA903,Performance\n"
    (metric,), findings = read_definitions(write(tmp_path, text), "definitions.csv")
    assert (metric.unit, metric.good, metric.target, metric.target_date) == (
        Unit.RATE_10K,
        Good.LOW,
        60.0,
        date(2020, 3, 31),
    )
    assert (metric.tolerance, metric.objective, metric.origin, metric.owner, findings) == (
        2.0,
        2,
        "SSDA903",
        "Performance",
        (),
    )


def test_a_definition_may_leave_out_all_but_three_columns(tmp_path: Path) -> None:
    (metric,), _ = read_definitions(
        write(tmp_path, "metric,title,unit\na,A,count\n"), "definitions.csv"
    )
    assert (metric.good, metric.target, metric.objective, metric.owner) == (None, None, None, None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.sampled_from(
            [
                "metric",
                "period",
                "value",
                "title",
                "unit",
                "count",
                ",",
                "\n",
                "2019-07",
                "5",
                "c",
                '"',
                " ",
            ]
        )
        | st.text(max_size=3)
    ).map("".join)
)
def test_any_text_is_read_or_refused_in_words(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(("metric,period,value,title,unit\n" + text).encode("utf-8", "replace"))
    for read in (read_observations, read_definitions):
        with suppress(UnreadableText):
            read(path, "a.csv")


def test_a_line_without_an_area_is_of_the_whole(tmp_path: Path) -> None:
    write(tmp_path, "metric,title,unit\nshare,Share,percent\n", "definitions.csv")
    write(tmp_path, "metric,period,value\nshare,Jul-19,61.4\n")
    metrics, findings = read_metrics(tmp_path, "metrics", "Borough")
    assert [seen.value for seen in metrics.series("share", "Borough")] == [61.4]
    assert findings == ()
