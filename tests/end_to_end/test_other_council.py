"""Another council's inputs make a pack without a change to the code."""

import re
from pathlib import Path

import pytest

from tests.end_to_end import council
from tests.end_to_end.conftest import run, words


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    inputs, outputs = tmp_path_factory.mktemp("inputs"), tmp_path_factory.mktemp("outputs")
    council.write(inputs)
    ran = run("build", "--inputs", inputs, "--outputs", outputs, "--formats", "html,pdf")
    assert (ran.code, ran.err) == (0, "")
    assert (outputs / council.MEETING / "pack.pdf").read_bytes().startswith(b"%PDF")
    return (outputs / council.MEETING / "pack.html").read_text(encoding="utf-8")


def text(page: str) -> str:
    """The page's words without its marks."""
    body = re.sub(r"<(style|script|svg).*?</\1>", " ", page, flags=re.DOTALL)
    return " ".join(words(re.sub(r"<[^>]+>", " ", body)))


def test_its_actions_are_all_in_the_pack(page: str) -> None:
    for row in council.ROWS:
        assert row[1] in text(page)


def test_it_is_told_what_is_late_and_what_is_missing(page: str) -> None:
    said = text(page)
    assert "One action is past the due date" in said
    assert "No action is red" not in said
    assert "There is no earlier meeting in the inputs to compare with" in said
    assert "The minutes of the last meeting are not in the inputs" in said
    assert "Children in our care" in said
    assert "309" in said


def test_nothing_of_the_sample_or_of_the_machinery_is_in_it(page: str) -> None:
    said = text(page)
    assert "Marlshire" not in said
    assert "Westmere Borough Council" in said
    assert not re.search(r"\b(objective|of|nan) ?None\b|\bnan\b", said)


def test_its_questions_can_be_read_as_json(tmp_path: Path) -> None:
    council.write(tmp_path)
    ran = run("check", "--inputs", tmp_path, "--json")
    seen = ran.json
    assert (seen["board"], seen["previous"], seen["movement"]) == (council.MEETING, None, [])
    kinds = {finding["kind"] for finding in seen["findings"]}
    assert {"overdue", "no-lead", "no-rating", "no-due-date"} <= kinds


def test_a_second_meeting_is_compared_with_the_first(tmp_path: Path) -> None:
    inputs = tmp_path / "inputs"
    first = council.write(inputs)
    first.rename(inputs / "2026-01-14")
    (inputs / "board.toml").unlink()
    changed = ((*council.ROWS[0][:4], "Complete", "10/03/2026 - All approved"), *council.ROWS[1:3])
    council.write(inputs, rows=changed)
    seen = run("check", "--inputs", inputs, "--json").json
    assert seen["previous"] == "2026-01-14"
    moved = {(move["ref"], move["kind"]) for move in seen["movement"]}
    assert moved == {("1", "closed"), ("2", "unchanged"), ("3", "unchanged"), ("4", "gone")}


def test_a_plan_without_dates_ratings_of_its_own_or_refs_makes_a_pack(tmp_path: Path) -> None:
    headings = ("Task", "Who", "Update")
    rows = (
        ("Buy a van for the team", "Head of Service", "Ordered"),
        ("Paint the contact room", "", None),
    )
    council.write(tmp_path / "inputs", headings, rows)
    ran = run(
        "build",
        "--inputs",
        tmp_path / "inputs",
        "--outputs",
        tmp_path / "outputs",
        "--formats",
        "html",
    )
    assert (ran.code, ran.err) == (0, "")
    said = text((tmp_path / "outputs" / council.MEETING / "pack.html").read_text(encoding="utf-8"))
    assert "Buy a van for the team" in said
    assert "Paint the contact room" in said
