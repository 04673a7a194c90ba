"""`boardpack template`, as the person who makes the slides runs it."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from click.testing import CliRunner

from boardpack.cli import main
from tests.deckcheck.planted import planted_deck, shape, text
from tests.end_to_end.conftest import INPUTS, NEWEST, TEMPLATES, Ran, run
from tests.renderers.slides.decks import template

DECK = TEMPLATES / "deck.pptx"


@pytest.fixture(scope="module")
def listed() -> Ran:
    return run("template", "names")


def test_the_names_are_listed_with_examples_of_the_newest_meeting(listed: Ran) -> None:
    assert listed.code == 0
    assert 'board.date: the day of the meeting, in words. "14 August 2019"' in listed.out
    assert "  trend METRIC: A measure over time" in listed.out
    assert "cla_rate" in listed.out
    assert "for: objective in focus: the slide is shown for each item" in listed.out


def test_the_names_are_listed_for_programs() -> None:
    whole = run("template", "names", "--json").json
    assert whole["board"] == NEWEST
    assert {one["name"] for one in whole["lists"]} >= {"objectives", "focus", "decisions"}
    trend = next(one for one in whole["charts"] if one["name"] == "trend METRIC")
    assert "trend cla_rate" in trend["names"]
    assert list(whole) == [
        "board", "values", "lists", "charts", "tables", "chart_fields", "table_fields", "shapes",
        "notes", "filters",
    ]  # fmt: skip


def test_neither_command_needs_any_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    listed = CliRunner().invoke(main, ["template", "names", "--json"])
    assert listed.exit_code == 0
    assert json.loads(listed.output)["board"] is None
    checked = CliRunner().invoke(main, ["template", "check", str(DECK)])
    assert checked.exit_code == 0
    assert "by itself, without a meeting" in checked.output


def test_inputs_that_were_asked_for_and_are_not_there_are_refused(tmp_path: Path) -> None:
    refused = run("template", "check", DECK, "2031-01-01")
    assert refused.code == 2
    assert "inputs/2031-01-01: no such folder" in refused.err
    refused = run("template", "names", "--inputs", tmp_path / "none")
    assert refused.code == 3
    assert "the file is missing" in refused.err


def test_a_template_with_faults_exits_with_one_and_tells_all(tmp_path: Path) -> None:
    path = planted_deck(tmp_path / "deck.pptx")
    ran = run("template", "check", path, NEWEST, "--inputs", INPUTS, "--json")
    assert ran.code == 1
    kinds = {found["kind"] for found in ran.json["findings"]}
    assert {"no-such-name", "broken-tag", "no-title", "not-filled"} <= kinds
    assert ran.json["board"] == NEWEST


def test_the_template_of_the_sample_exits_with_nought() -> None:
    ran = run("template", "check", DECK)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-1] == "0 errors, 0 warnings, 0 notes"


def test_what_is_no_deck_is_refused(tmp_path: Path) -> None:
    ran = run("template", "check", tmp_path / "none.pptx")
    assert ran.code == 5
    assert "cannot be opened" in ran.err


@pytest.mark.parametrize(
    ("plant", "said"),
    [
        (text("{{ bord.name }}"), 'there is no "bord". Did you mean "board"?'),
        (text("{{ board.nam }}"), 'there is no "nam". Did you mean "name"?'),
        (shape("chart: trend cla_rat"), 'Did you mean "trend cla_rate"?'),
        (shape("table: decision"), 'Did you mean "decisions"?'),
    ],
)
def test_a_build_that_meets_an_unknown_name_leads_to_the_check(
    tmp_path: Path, plant: Callable[[Any], object], said: str
) -> None:
    templates = Path(copytree(TEMPLATES, tmp_path / "templates"))
    deck = template()
    plant(deck.slides[0])
    deck.save(templates / "deck.pptx")
    out = tmp_path / "out"
    ran = run("build", "--templates", templates, "--outputs", out, "--formats", "slides")
    assert ran.code == 5
    assert said in ran.err
    assert ran.err.rstrip().endswith(f"boardpack template check {templates / 'deck.pptx'}")


def test_a_start_is_made_with_all_slides_and_tags(tmp_path: Path) -> None:
    made = tmp_path / "own.pptx"
    ran = run("template", "new", str(made))
    assert ran.code == 0
    assert made.read_bytes() == DECK.read_bytes()
    again = run("template", "new", str(made))
    assert again.code == 2
    assert "is not overwritten" in again.err


def test_a_start_is_made_on_the_layouts_of_a_council(tmp_path: Path) -> None:
    corporate, made = tmp_path / "corporate.pptx", tmp_path / "own.pptx"
    template(titles=("Sample",)).save(corporate)
    assert run("template", "new", str(made), "--from", str(corporate)).code == 0
    assert run("template", "check", str(made)).code == 0
