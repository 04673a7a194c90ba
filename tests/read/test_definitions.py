"""The definitions of measures, from a CSV or a TOML file."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardpack.errors import MissingInput, UnreadableText
from boardpack.findings import Finding
from boardpack.model.metrics import Audience, Good, Metric, Rebase, Unit
from boardpack.read.definitions import definitions_file, read_definitions


def read(
    folder: Path, text: str | bytes, name: str = "definitions.csv"
) -> tuple[tuple[Metric, ...], tuple[Finding, ...]]:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_definitions(path, name)


CSV = (
    "metric,title,unit,good,target,target_date,tolerance,objective,source,owner,ref,audience,rebase\n"
    "cla_rate,Rate,RATE_10K,low,60,31/03/2020,2,Objective 2 and 5,SSDA903,Performance,"
    "KPI 7,Members,2018-04-01: new system; Sep 2019: moved\n"
)
TOML = """
[cla_rate]
title = "Rate"
unit = "rate_10k"
good = "low"
target = 60
target_date = 2020-03-31
tolerance = 2.0
objective = 2
source = "SSDA903"
owner = "Performance"
ref = "KPI 7"
audience = "members"
rebase = [{ date = 2018-04-01, reason = "new system" }, "Sep 2019: moved"]
"""


@pytest.mark.parametrize(("text", "name"), [(CSV, "definitions.csv"), (TOML, "metrics.toml")])
def test_a_definition_is_read_from_either_file(tmp_path: Path, text: str, name: str) -> None:
    (metric,), findings = read(tmp_path, text, name)
    assert (metric.id, metric.title, metric.unit, metric.good) == (
        "cla_rate",
        "Rate",
        Unit.RATE_10K,
        Good.LOW,
    )
    assert (metric.target, metric.target_date, metric.tolerance) == (60.0, date(2020, 3, 31), 2.0)
    assert (metric.objective, metric.origin, metric.owner, metric.ref) == (
        2,
        "SSDA903",
        "Performance",
        "KPI 7",
    )
    assert (metric.audience, metric.rebases) == (
        Audience.MEMBERS,
        (Rebase(date(2018, 4, 1), "new system"), Rebase(date(2019, 9, 1), "moved")),
    )
    assert findings == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("metric,title,unit\na,A,count\n", "definitions.csv"),
        ('[a]\ntitle = "A"\nunit = "count"\n', "metrics.toml"),
    ],
)
def test_a_definition_may_leave_out_all_but_three(tmp_path: Path, text: str, name: str) -> None:
    (metric,), findings = read(tmp_path, text, name)
    assert (metric.good, metric.target, metric.objective, metric.owner) == (None, None, None, None)
    assert (metric.ref, metric.audience, metric.rebases) == (None, Audience.PUBLIC, ())
    assert findings == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("unit,good\na,A,furlongs,", '"furlongs" in column unit is not one of: percent,'),
        ("unit,good\na,A,count,up", '"up" in column good is not one of: high, low.'),
        ("unit,audience\na,A,count,press", '"press" in column audience is not one of: public, members.'),
        ("unit,target\na,A,count,soon", '"soon" in column target is not a number.'),
        ("unit,tolerance\na,A,count,1.2.3", '"1.2.3" in column tolerance is not a number.'),
    ],
)  # fmt: skip
def test_a_definition_that_cannot_be_used_is_told_and_the_others_stay(
    tmp_path: Path, line: str, message: str
) -> None:
    metrics, (finding,) = read(tmp_path, f"metric,title,{line}\nb,B,count,\n")
    assert finding.message.startswith(message)
    assert ([metric.id for metric in metrics], finding.source.line) == (["b"], 2)


@pytest.mark.parametrize(
    ("text", "name", "missing"),
    [
        ("metric,unit\na,count\n", "definitions.csv", "title"),
        ("name,title,unit\na,A,count\n", "definitions.csv", "metric"),
        ('[a]\ntitle = "A"\n', "metrics.toml", "unit"),
        ("a = 5\n", "metrics.toml", "title"),
    ],
)
def test_what_is_missing_of_every_definition_is_told(
    tmp_path: Path, text: str, name: str, missing: str
) -> None:
    metrics, (finding,) = read(tmp_path, text, name)
    assert metrics == ()
    assert finding.message == f"There is no column {missing}, and the file is left out."


def test_a_file_of_definitions_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match=r"metrics\.toml: .+ Put the line back as it was\.$"):
        read(tmp_path, "[a\n", "metrics.toml")
    with pytest.raises(UnreadableText):
        read(tmp_path, b"\xff\xfe", "metrics.toml")
    for name in ("none.toml", "none.csv"):
        with pytest.raises(MissingInput):
            read_definitions(tmp_path / name, name)


def test_definitions_may_be_in_either_of_two_files_and_toml_comes_first(tmp_path: Path) -> None:
    assert definitions_file(tmp_path).name == "definitions.csv"
    read(tmp_path, CSV)
    assert definitions_file(tmp_path).name == "definitions.csv"
    read(tmp_path, TOML, "metrics.toml")
    assert definitions_file(tmp_path).name == "metrics.toml"


_PIECES = st.sampled_from(
    [
        "metric",
        "title",
        "unit",
        "rebase",
        "count",
        ",",
        "\n",
        "2019-07-01",
        "5",
        "[a]",
        "=",
        '"',
        "'",
        "{",
        "}",
    ]
) | st.text(max_size=3)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(_PIECES).map("".join), name=st.sampled_from(["metrics.toml", "definitions.csv"])
)
def test_any_text_is_read_or_refused_in_words(tmp_path: Path, text: str, name: str) -> None:
    start = (
        '[a]\ntitle = "A"\nunit = "count"\n'
        if name == "metrics.toml"
        else "metric,title,unit,rebase\n"
    )
    with suppress(UnreadableText):
        read(tmp_path, (start + text).encode("utf-8", "replace"), name)
