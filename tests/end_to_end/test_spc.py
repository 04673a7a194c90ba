"""`boardpack spc` as an analyst runs it: the promised JSON, the words, and the ends."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.conftest import ROOT, run
from tests.end_to_end.test_json import FINDING, ISO, fits

EXAMPLE = ROOT / "docs" / "control-charts.csv"
POINT = {
    "date": str, "value": float | None, "group": int, "mean": float | None, "lpl": float | None,
    "upl": float | None, "outside": bool, "near": bool, "side": int, "signal": str,
    "direction": str | None, "type": str,
}  # fmt: skip
TYPES = {"common-cause", "improvement", "concern", "neutral-high", "neutral-low"}


@pytest.fixture(scope="module")
def charted() -> dict[str, Any]:
    ran = run("spc", EXAMPLE, "--target", "65", "--json")
    assert (ran.code, ran.err) == (0, "")
    return dict(ran.json)


def test_a_chart_has_the_promised_shape(charted: dict[str, Any]) -> None:
    assert list(charted) == ["file", "rules", "series", "findings"]
    assert charted["findings"] == []
    assert charted["rules"].items() >= {
        "shift": 7, "trend": 7, "near": "mdc", "screen": False, "min_points": 13,
    }.items()  # fmt: skip
    (series,) = charted["series"]
    assert (series["series"], series["variation"], series["assurance"]) == (
        None,
        "improvement",
        "hit-or-miss",
    )
    fits(series["points"], POINT)
    assert all(ISO.fullmatch(point["date"]) for point in series["points"])
    assert {point["type"] for point in series["points"]} <= TYPES
    assert {point["signal"] for point in series["points"]} == {"common-cause", "shift"}


def test_the_figures_are_those_of_the_values(charted: dict[str, Any]) -> None:
    points = charted["series"][0]["points"]
    values = [point["value"] for point in points]
    mean = sum(values) / len(values)
    moved = sum(abs(b - a) for a, b in pairwise(values)) / (len(values) - 1)
    for point in points:
        assert point["mean"] == pytest.approx(mean, rel=1e-12)
        assert point["lpl"] == pytest.approx(mean - 2.66 * moved, rel=1e-12)
        assert point["upl"] == pytest.approx(mean + 2.66 * moved, rel=1e-12)


def test_what_is_printed_for_people_is_a_table_with_the_verdict_and_the_rules(
    charted: dict[str, Any],
) -> None:
    ran = run("spc", EXAMPLE, "--target", "65")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "control-charts.csv: 28 points, better: increase"
    assert lines[1].split("  ")[-1] == "upper limit"
    assert lines[2].split() == ["30", "Apr", "2017", "52", "58.93", "37.55", "80.31"]
    assert lines[29].endswith("Special cause, improvement: higher (shift)")
    assert charted["series"][0]["verdict"] in lines
    assert charted["rules"]["in_words"] in lines
    assert lines[-1] == "0 errors, 0 warnings, 0 notes"


def test_every_option_is_obeyed() -> None:
    ran = run(
        "spc", EXAMPLE, "--direction", "decrease", "--rebase", "2018-12-31", "--rebase", "2018-06-30",
        "--baseline", "12", "--screen", "--near", "nhsr", "--min-points", "3", "--json",
    )  # fmt: skip
    assert ran.code == 0
    assert ran.json["rules"].items() >= {
        "near": "nhsr", "screen": True, "min_points": 3, "baseline": 12,
    }.items()  # fmt: skip
    (series,) = ran.json["series"]
    assert [point["group"] for point in series["points"]] == [0] * 14 + [1] * 6 + [2] * 8
    assert series["direction"] == "decrease"


def test_a_fault_ends_with_1_and_the_rest_is_charted(tmp_path: Path) -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    path = tmp_path / "faulty.csv"
    path.write_text("\n".join([*lines, "31/06/2019,5", "31/07/2019,5"]), encoding="utf-8")
    ran = run("spc", path, "--json")
    assert (ran.code, ran.err) == (1, "")
    fits(ran.json["findings"], FINDING)
    assert [(f["kind"], f["line"]) for f in ran.json["findings"]] == [
        ("not-a-date", 30),
        ("repeated-date", 31),
    ]
    assert len(ran.json["series"][0]["points"]) == 28
    assert all(f["message"] in run("spc", path).out for f in ran.json["findings"])


def test_a_rebase_on_a_day_without_a_point_is_told_and_no_error() -> None:
    ran = run("spc", EXAMPLE, "--rebase", "2018-12-01", "--json")
    assert ran.code == 0
    (finding,) = ran.json["findings"]
    assert finding["message"] == (
        "No point is dated 1 December 2018, and no new limits begin there."
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("docs/nothing.csv",), 3, "docs/nothing.csv: the file is missing."),
        ((EXAMPLE, "--baseline", "11"), 2, "a baseline of 11 points. Choose 12 points or more."),
        ((EXAMPLE, "--min-points", "0"), 2, "a minimum of 0 points. Choose 1 point or more."),
        ((EXAMPLE, "--target", "nan"), 2, "nan is not a number that can be reached."),
        ((EXAMPLE, "--rebase", "soon"), 2, "'soon' does not match the format"),
        ((EXAMPLE, "--direction", "up"), 2, "'up' is not one of"),
    ],
)
def test_wrong_use_is_refused_in_words(words: tuple[object, ...], code: int, said: str) -> None:
    ran = run("spc", *words)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert "Traceback" not in ran.err
