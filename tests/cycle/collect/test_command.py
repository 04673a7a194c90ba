"""The whole round through the command line: asked, answered, collected."""

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from boardpack.analysis.overview import Overview
from boardpack.checks import run  # noqa: F401 - registers the rules
from boardpack.cli import main
from boardpack.cycle.collect.questions import codes_in
from boardpack.pipeline import examine
from tests.cycle.collect.making import BOARD, Board, board

SAMPLE = Path(__file__).parents[3] / "inputs"


@pytest.fixture
def made(tmp_path: Path) -> Board:
    return board(tmp_path)


def test_the_command_tells_json_and_ends_with_1_where_something_is_to_be_decided(
    made: Board,
) -> None:
    made.answer("Head of Fostering", {"2b": {"New rating": "Green"}})
    made.answer("Head of Participation", {"2b": {"New rating": "Amber"}})
    ran = CliRunner().invoke(
        main, ["collect", "--inputs", str(made.inputs), "--today", "2019-07-30", "--json"]
    )
    assert ran.exit_code == 1
    said = json.loads(ran.stdout)
    assert (said["board"], said["outstanding"], len(said["conflicts"])) == (
        BOARD,
        ["Head of Health"],
        1,
    )


def test_the_command_ends_with_0_where_all_went_in(made: Board) -> None:
    made.answer("Head of Fostering", {"1": {"New rating": "Blue"}})
    ran = CliRunner().invoke(
        main, ["collect", BOARD, "--inputs", str(made.inputs), "--today", "2019-07-30"]
    )
    assert ran.exit_code == 0
    assert "1 answer put into inputs/2019-08-14/plan.xlsx" in ran.stdout


def test_every_question_of_the_sample_is_known_again_by_its_words() -> None:
    told: Overview = examine(SAMPLE, "2019-08-14")
    asked = [finding for finding in told.findings if finding.code.startswith("P")]
    assert len(asked) > 50
    assert {codes_in(f"1. {one.message} {one.remedy}") == (one.code,) for one in asked} == {True}


def test_a_workbook_that_was_sent_can_be_collected(tmp_path: Path) -> None:
    import shutil

    inputs = tmp_path / "inputs"
    shutil.copytree(SAMPLE, inputs)
    base = [sys.executable, "-c", "from boardpack.cli import main; main()"]
    where = ["--inputs", str(inputs)]
    out = ["--outputs", str(tmp_path / "outputs"), "--today", "2019-07-24"]
    subprocess.run(
        [*base, "commission", "2019-08-14", *where, *out], check=True, capture_output=True
    )
    sent = next((tmp_path / "outputs" / "2019-08-14" / "commission").glob("*.xlsx"))
    book = openpyxl.load_workbook(sent)
    sheet = book["Your actions"]
    header = next(row for row in sheet.iter_rows() if row[0].value == "Key")
    update = next(cell.column for cell in header if cell.value == "Your update")
    assert update
    sheet.cell((header[0].row or 0) + 1, update).value = "The lease was signed."
    returns = inputs / "2019-08-14" / "returns"
    returns.mkdir()
    book.save(returns / "filled in.xlsx")
    ran = subprocess.run(
        [*base, "collect", "2019-08-14", *where, "--today", "2019-07-30", "--json"],
        check=True,
        capture_output=True,
    )
    said = json.loads(ran.stdout)
    assert said["findings"] == []
    (change,) = said["changes"]
    assert "30.07.19 - The lease was signed." in change["after"]
    assert change["before"] in change["after"]
