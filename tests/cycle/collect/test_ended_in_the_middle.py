"""A run that is ended at any write leaves what the next run brings to the same end."""

import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.cycle.collect.making import BOARD, Board, board

PROGRAM = """
import os, sys
from pathlib import Path
import boardpack.deliver.file as file

left, half, inputs = int(sys.argv[1]), sys.argv[2] == "half", sys.argv[3]
whole, unlink = file.replace_file, Path.unlink

def replace_file(target, data):
    global left
    left -= 1
    if left == 0:
        if half:
            target.parent.mkdir(parents=True, exist_ok=True)
            (target.parent / f".{target.name}-halfway_").write_bytes(data[: len(data) // 2])
        os._exit(9)
    whole(target, data)

def gone(self, missing_ok=False):
    if self.name == "pending.json":
        global left
        left -= 1
        if left == 0:
            os._exit(9)
    unlink(self, missing_ok=missing_ok)

file.replace_file, Path.unlink = replace_file, gone
from datetime import date
from boardpack.cycle.collect.collecting import collect
collect(Path(inputs), None, date(2019, 7, 30))
"""
WRITES = 8
"""Backup, journal, plan, ledger, answers, conflicts; the journal gone."""


def ran(made: Board, left: int = 0, how: str = "before") -> int:
    command = [sys.executable, "-c", PROGRAM, str(left), how, str(made.inputs)]
    return subprocess.run(command, capture_output=True, text=True, check=False).returncode


def filled(tmp: Path) -> Board:
    made = board(tmp)
    made.answer(
        "Head of Fostering",
        {
            "1": {
                "Your update": "Keys.",
                "New rating": "Amber",
                "New due date": datetime(2020, 2, 28),
            },
            "2b": {"New rating": "Green", "Your update": "Half."},
        },
    )
    made.answer(
        "Head of Participation",
        {
            "2b": {
                "New rating": "Amber",
                "Your update": "Less.",
                "Questions": "P001",
                "Answer to the questions": "Yes.",
            }
        },
    )
    return made


def twice(tmp: Path) -> tuple[Board, Board]:
    """The same board in two folders, byte for byte."""
    one = filled(tmp / "one")
    shutil.copytree(one.inputs, tmp / "other" / "inputs")
    return one, Board(tmp / "other" / "inputs")


def state(made: Board) -> dict[str, bytes]:
    """Every file, so that what a killed run left behind has to be gone, too."""
    return dict(made.snapshot())


def test_a_whole_run_has_as_many_writes_as_are_tried(tmp_path: Path) -> None:
    made = filled(tmp_path)
    assert ran(made, WRITES + 1) == 0
    assert {"cycle/collected.json", "cycle/conflicts.csv", "answers.csv"} <= state(made).keys()


@pytest.mark.parametrize("how", ["before", "half"])
@pytest.mark.parametrize("left", range(1, WRITES + 1))
def test_ended_at_any_write_the_next_run_comes_to_the_same_end(
    tmp_path: Path, left: int, how: str
) -> None:
    whole, ended = twice(tmp_path)
    assert ran(whole) == 0
    assert ran(ended, left, how) == 9
    assert ran(ended) == 0
    assert state(ended) == state(whole)


@pytest.mark.parametrize("left", [2, 3, 5])
def test_ended_twice_it_comes_to_the_same_end(tmp_path: Path, left: int) -> None:
    whole, ended = twice(tmp_path)
    assert ran(whole) == 0
    ran(ended, left)
    ran(ended, 1)
    assert ran(ended) == 0
    assert state(ended) == state(whole)


def test_a_plan_saved_by_somebody_after_a_run_was_ended_keeps_both(tmp_path: Path) -> None:
    import openpyxl

    made = filled(tmp_path)
    assert ran(made, 4) == 9  # the plan is written, the ledger is not
    book = openpyxl.load_workbook(made.plan)
    book["Action Plan"]["B6"] = "Agree a protocol with the health trust and the police"
    book.save(made.plan)
    assert ran(made) == 0
    assert str(made.text("C3")).count("Keys.") == 1
    assert str(made.text("B6")).endswith("police")


def test_the_board_is_the_newest_one(tmp_path: Path) -> None:
    assert filled(tmp_path).folder.name == BOARD
