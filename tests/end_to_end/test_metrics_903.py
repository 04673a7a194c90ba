"""`boardpack metrics 903` as its users run it: on a sample, on faulty tables, and without a leak."""

import json
import random
import traceback
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from boardpack import ssda903
from boardpack.errors import UnshownFault
from boardpack.read.metrics import read_metrics
from tests.end_to_end.conftest import ROOT, Ran, run

SAMPLE = ROOT / "tests" / "data" / "ssda903"
END = "2019-03-31"
TABLES = {path.stem: path.read_text(encoding="utf-8") for path in SAMPLE.glob("*.csv")}


def metrics(folder: Path, *more: object) -> Ran:
    return run("metrics", "903", folder, "--period-end", END, *more)


def test_the_sample_has_these_figures() -> None:
    ran = metrics(SAMPLE, "--json")
    assert (ran.code, ran.err, ran.json["findings"]) == (0, "", [])
    seen = {
        each["id"]: (each["value"], each["numerator"], each["denominator"])
        for each in ran.json["indicators"]
    }
    assert seen["cla_at_period_end"] == (4, None, None)
    assert seen["three_plus_placements"] == (25, 1, 4)
    assert seen["same_placement_2y"] == (50, 1, 2)
    assert seen["sdq_mean"] == (15.5, None, None)
    assert seen["care_leavers_accommodation"] == (100, 2, 2)
    assert len(seen) == 23
    assert all(each["title"] and each["definition"] for each in ran.json["indicators"])
    (lacking,) = ran.json["not_computed"]
    assert (lacking["id"], lacking["why"]) == ("rate_per_10000", "needs the population under 18")


def test_the_text_has_value_share_and_definition() -> None:
    ran = metrics(SAMPLE)
    assert ran.code == 0
    (line,) = [line for line in ran.out.splitlines() if line.startswith("Dental check")]
    assert line.split()[-4:] == ["67%", "2", "of", "3"]
    assert "    Of the lines of OC2" in ran.out
    assert "Not computed:\n    Children looked after per 10 000" in ran.out
    assert ran.out.endswith("0 errors, 0 warnings, 0 notes\n")


def test_the_csv_is_one_of_the_metrics_folder(tmp_path: Path) -> None:
    out = tmp_path / "metrics" / "903.csv"
    ran = metrics(SAMPLE, "--out", out)
    assert (ran.code, ran.out.splitlines()[0]) == (0, f"{out}: 23 indicators")
    (tmp_path / "metrics" / "definitions.csv").write_text(
        "metric,title,unit\ndental,Dental,percent\nsdq_mean,SDQ,score\n"
    )
    read, _ = read_metrics(tmp_path / "metrics", "metrics")
    (seen,) = [each for each in read.observations if each.metric == "dental"]
    assert (seen.value, seen.numerator, seen.denominator, seen.period.end) == (
        67.0,
        2.0,
        3.0,
        date(2019, 3, 31),
    )
    assert metrics(SAMPLE, "--out", out, "--json").json["period_end"] == END


def test_a_share_of_nothing_is_a_marker_in_the_csv(tmp_path: Path) -> None:
    (tmp_path / "oc3.csv").write_text(TABLES["oc3"].splitlines()[0] + "\n")
    metrics(tmp_path, "--out", tmp_path / "out" / "x.csv")
    lines = (tmp_path / "out" / "x.csv").read_text().splitlines()
    assert lines[1].startswith("care_leavers_in_touch,2019-03-31,,z,0,0,percent,")
    assert len(lines) == 4


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--period-end", END), 3, "{folder}: no table of the SSDA903 return found."),
        ((), 2, "Missing option '--period-end'"),
        (("--period-end", "0001-01-01"), 2, "there was no return in that year"),
        (("--period-end", "March"), 2, "'March' does not match the format"),
    ],
)
def test_what_cannot_be_done_is_refused(
    tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    ran = run("metrics", "903", tmp_path, *words)
    assert (ran.code, ran.out) == (code, "")
    assert said.format(folder=tmp_path) in ran.err


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    ran = metrics(tmp_path / "none")
    assert (ran.code, ran.out) == (3, "")
    assert (
        ran.err == f"{tmp_path / 'none'}: the folder is missing. Name the folder of the tables.\n"
    )


def test_a_line_that_is_left_out_gives_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text(TABLES["episodes"].replace("17/08/2018", "31/06/2018"))
    ran = metrics(tmp_path, "--json")
    (finding,) = ran.json["findings"]
    assert (ran.code, finding["kind"], finding["file"], finding["line"], finding["cell"]) == (
        1,
        "line-left-out",
        "e.csv",
        6,
        None,
    )


CHILDREN = ("QX83719", "0047715", "Marian Quill", "QX9")
BIRTHS = ("17/11/2007", "2007-11-17", "17 Nov 2007", "31/11/2007", "17/11/07")
MARKS = (*CHILDREN, *BIRTHS, "ZZ99 7QX", "Q123456789012", "SECRET")


def _marked(table: str, chosen: random.Random) -> str:
    """A sample table with marks of a child put into its cells, columns of codes among them."""
    heading, *lines = table.splitlines()
    return "\n".join([f"{heading},NOTE", *(_spoilt(line, chosen) for line in lines * 12)])


def _spoilt(line: str, chosen: random.Random) -> str:
    cells = [*line.split(","), "SECRET"]
    cells[0] = chosen.choice(CHILDREN)
    for _ in range(chosen.randrange(4)):
        cells[chosen.randrange(1, len(cells))] = chosen.choice(MARKS)
    text = ",".join(cells)
    return chosen.choice(
        [text, text, text, f"{text},SECRET,QX83719", f'"{text}', text.replace(",", ";")]
    )


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("marked")
    chosen = random.Random(903)
    for name, table in TABLES.items():
        (folder / f"{name}.csv").write_text(_marked(table, chosen), encoding="utf-8")
    (folder / "list.csv").write_text("NAME,SECRET\nMarian Quill,17/11/2007\n", encoding="utf-8")
    return folder


def _leaks(text: str) -> list[str]:
    return [mark for mark in MARKS if mark.casefold() in text.casefold()]


@pytest.mark.parametrize("form", [(), ("--json",), ("--out",)])
def test_nothing_of_a_child_is_ever_shown(
    marked: Path, tmp_path: Path, form: tuple[str, ...]
) -> None:
    out = tmp_path / "out.csv"
    ran = metrics(marked, *form, *([out] if form == ("--out",) else []))
    written = out.read_text(encoding="utf-8") if out.exists() else ""
    assert (ran.code, ran.err) == (1, "")
    assert len(ran.out) > 2000
    assert bool(written) is (form == ("--out",))
    assert _leaks(ran.out + ran.err + written) == []


def test_a_refusal_shows_nothing_of_a_child(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("QX83719,17/11/2007,SECRET\n")
    ran = metrics(tmp_path)
    assert ran.code == 3
    assert _leaks(ran.out + ran.err) == []


def test_a_bug_shows_its_place_and_nothing_of_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        int("QX83719")

    monkeypatch.setattr(ssda903, "read_return", broken)
    with pytest.raises(UnshownFault, match=r"ValueError at test_metrics_903\.py, line \d+") as met:
        ssda903.compute(Path("tables"), date(2019, 3, 31))
    shown = "".join(traceback.format_exception(met.value)) + json.dumps(str(met.value))
    assert _leaks(shown) == []


def test_two_thousand_children_are_counted_without_a_finding(tmp_path: Path) -> None:
    many(tmp_path, 2000)
    made = ssda903.compute(tmp_path, date(2019, 3, 31))
    assert made.indicators.figures[0][1].value == 2000
    assert made.findings == ()


def many(folder: Path, children: int) -> None:
    """The tables of a return with so many children, each with seven episodes."""
    born, start = date(2008, 1, 1), date(2015, 1, 1)

    def lines(of: Callable[[int], list[str]]) -> str:
        return "\n".join(line for number in range(children) for line in of(number))

    def moves(number: int) -> list[str]:
        days = [start + timedelta(number % 90 + 200 * move) for move in range(7)]
        shown = [day.strftime("%d/%m/%Y") for day in days]
        ends = [*(f"{end},X1" for end in shown[1:]), ","]
        return [
            f"{number},{begins},{'P' if move else 'S'},C2,N1,U4,PR1,{end},,,,"
            for move, (begins, end) in enumerate(zip(shown, ends, strict=True))
        ]

    def header(number: int) -> list[str]:
        return [f"{number},1,{born + timedelta(number):%d/%m/%Y},WBRI,UN1,,"]

    for name, of in (("header", header), ("episodes", moves)):
        heading = TABLES[name].splitlines()[0]
        (folder / f"{name}.csv").write_text(f"{heading}\n{lines(of)}\n")
