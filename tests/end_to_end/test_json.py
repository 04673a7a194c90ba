"""The JSON that scripts rely on has the fields that were promised, and more only beside them."""

import re
from typing import Any

import pytest

from tests.end_to_end.conftest import INPUTS, NEWEST, Ran, run

FINDING = {
    "code": str, "severity": str, "file": str, "sheet": str | None, "cell": str | None, "line": int | None,
    "objective": int | None, "ref": str | None, "kind": str, "message": str, "remedy": str,
}  # fmt: skip
SHEET = {"name": str, "kind": str, "header_row": int | None, "rows": int}
OBJECTIVE = {
    "sheet": str, "row": int, "number": int | None, "title": str, "purpose": str | None, "how": str | None,
}  # fmt: skip
ACTION = {
    "sheet": str, "row": int, "objective": int | None, "ref": str | None, "plan_ref": str | None,
    "activity": str | None, "progress": str | None, "evidence": str | None, "metric": str | None, "lead": list,
    "rating": str | None, "rating_text": str | None, "due": str | None, "due_kind": str, "due_text": str | None,
    "updates": list, "latest_update": str | None, "current": list, "target": list,
}  # fmt: skip
UPDATE = {"date": str | None, "date_kind": str | None, "text": str}
READING = {"value": float, "unit": str | None, "as_at": str | None, "as_at_text": str | None}
OBSERVATION = {
    "line": int, "metric": str, "area": str, "period": str, "period_text": str, "period_kind": str,
    "value": float | None, "marker": str | None, "numerator": float | None, "denominator": float | None,
}  # fmt: skip
MOVEMENT = {
    "sheet": str, "objective": int | None, "ref": str | None, "kind": str, "from": str | None, "to": str | None,
    "days": int | None, "matched_by": str,
}  # fmt: skip
MOVED = {
    "slipped", "closed", "new", "gone", "reopened", "better", "worse", "reworded", "lead-changed", "unchanged",
}  # fmt: skip
ISO = re.compile(r"\d{4}-\d\d-\d\d")


def fits(rows: list[dict[str, Any]], shape: dict[str, Any]) -> None:
    """Each row has the fields of the shape, with values of their types, and no empty text."""
    assert rows
    for row in rows:
        assert shape.keys() <= row.keys(), shape.keys() - row.keys()
        for name, kind in shape.items():
            given = row[name]
            assert isinstance(given, kind), f"{name}: {given!r}"
            assert given != "" or kind is str, f"{name} is an empty text"


def findings(seen: dict[str, Any]) -> list[dict[str, Any]]:
    fits(seen["findings"], FINDING)
    assert {finding["severity"] for finding in seen["findings"]} <= {"error", "warning", "note"}
    return list(seen["findings"])


@pytest.fixture(scope="module")
def workbook() -> dict[str, Any]:
    ran = run("read", INPUTS / NEWEST / "plan.xlsx", "--json", "--board-date", NEWEST)
    assert (ran.code, ran.err) == (0, "")
    return dict(ran.json)


@pytest.fixture(scope="module")
def checked() -> Ran:
    return run("check", "--json")


def test_a_workbook_has_the_promised_shape(workbook: dict[str, Any]) -> None:
    assert list(workbook) == ["file", "sheets", "objectives", "actions", "findings"]
    assert workbook["file"] == "plan.xlsx"
    fits(workbook["sheets"], SHEET)
    fits(workbook["objectives"], OBJECTIVE)
    fits(workbook["actions"], ACTION)
    findings(workbook)


def test_the_parts_of_an_action_have_the_promised_shape(workbook: dict[str, Any]) -> None:
    actions = workbook["actions"]
    fits([update for action in actions for update in action["updates"]], UPDATE)
    fits(
        [
            reading
            for action in actions
            for which in ("current", "target")
            for reading in action[which]
        ],
        READING,
    )
    assert {action["rating"] for action in actions} == {"blue", "red", "amber", "green", None}
    assert {action["due_kind"] for action in actions} == {"day", "month", "ongoing", "text", "none"}
    assert {sheet["kind"] for sheet in workbook["sheets"]} <= {"actions", "table", "text", "empty"}
    dates = [
        action[name] for action in actions for name in ("due", "latest_update") if action[name]
    ]
    assert len(dates) > 100
    assert all(ISO.fullmatch(day) for day in dates)


def test_an_actions_latest_update_is_the_newest_of_its_dated_updates(
    workbook: dict[str, Any],
) -> None:
    for action in workbook["actions"]:
        dated = [update["date"] for update in action["updates"] if update["date"]]
        assert action["latest_update"] == max(dated, default=None)


def test_the_boards_dates_bring_the_questions_that_need_them(workbook: dict[str, Any]) -> None:
    plan = INPUTS / NEWEST / "plan.xlsx"

    def kinds(*options: str) -> set[str]:
        return {
            finding["kind"] for finding in run("read", plan, "--json", *options).json["findings"]
        }

    at_board = {finding["kind"] for finding in workbook["findings"]}
    alone, since = kinds(), kinds("--board-date", NEWEST, "--previous-board-date", "2019-07-03")
    assert "overdue" not in alone
    assert "overdue" in at_board
    assert "no-update-since-previous-board" not in at_board
    assert "no-update-since-previous-board" in since


def test_a_csv_has_the_promised_shape() -> None:
    paths = [INPUTS / NEWEST / "metrics" / f"{name}.csv" for name in ("education", "permanence")]
    seen = [run("read", path, "--json") for path in paths]
    for path, ran in zip(paths, seen, strict=True):
        assert (ran.code, ran.err) == (0, "")
        read = ran.json
        assert list(read) == ["file", "encoding", "delimiter", "observations", "findings"]
        assert read["file"] == path.name
        fits(read["observations"], OBSERVATION)
        assert {o["period_kind"] for o in read["observations"]} <= {
            "day",
            "month",
            "quarter",
            "year",
            "term",
        }
        assert {o["marker"] for o in read["observations"]} <= {"c", "x", "z", "low", "u", None}
        assert all(ISO.fullmatch(o["period"]) for o in read["observations"])
    assert {ran.json["encoding"] for ran in seen} == {"utf-8", "cp1252"}
    assert {ran.json["delimiter"] for ran in seen} == {",", ";"}


def test_check_has_the_promised_shape_and_ends_with_1_where_there_is_an_error(checked: Ran) -> None:
    seen = checked.json
    assert list(seen) == ["board", "previous", "findings", "movement"]
    assert (seen["board"], seen["previous"]) == (NEWEST, "2019-07-03")
    fits(seen["movement"], MOVEMENT)
    assert {move["kind"] for move in seen["movement"]} <= MOVED
    assert {move["matched_by"] for move in seen["movement"]} == {"ref", "wording"}
    assert all((move["days"] or 0) > 0 for move in seen["movement"] if move["kind"] == "slipped")
    errors = [finding for finding in findings(seen) if finding["severity"] == "error"]
    assert checked.code == (1 if errors else 0)


def test_what_is_printed_for_people_names_the_same_findings(checked: Ran) -> None:
    told = run("check").out
    assert all(finding["message"] in told for finding in checked.json["findings"])


def test_a_workbook_read_for_people_names_every_row(workbook: dict[str, Any]) -> None:
    ran = run("read", INPUTS / NEWEST / "plan.xlsx")
    assert ran.code == 0
    named = [f"{action['sheet']}, row {action['row']}: " for action in workbook["actions"]]
    assert all(name in ran.out for name in named)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nothing.xlsx", "the workbook is missing. Put it there, or name another."),
        ("nothing.csv", "the file is missing. Put it there."),
        ("minutes.md", 'a file that ends in ".md" is not read.'),
    ],
)
def test_a_file_that_cannot_be_read_ends_with_3(name: str, said: str) -> None:
    path = INPUTS / NEWEST / name
    ran = run("read", path)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"{path}: {said}")


def test_a_date_that_is_none_is_wrong_use() -> None:
    ran = run("read", INPUTS / NEWEST / "plan.xlsx", "--board-date", "14 August")
    assert ran.code == 2
    assert "'14 August' does not match the format '%Y-%m-%d'" in ran.err
