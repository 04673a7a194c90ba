"""The cycle through the command line: nothing is lost, nothing invented, all is traced.

Four meetings here; `python -m tests.cycle.year 1 2` simulates whole years of nine, for all leads.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cycle.year.office import office
from tests.cycle.year.plan import LEADS
from tests.cycle.year.simulation import START, Meeting, Tally, Year, begin
from tests.tools import program

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Tally:
    return Year(tmp_path_factory.mktemp("year"), seed=1, share=0.3, meetings=4).run()


def test_no_answer_of_a_year_is_lost_and_none_is_invented(year: Tally) -> None:
    assert year.faults == []


def test_the_meetings_held_much_of_what_leads_do(year: Tally) -> None:
    assert year.meetings == 4
    assert len(LEADS) == 30
    assert year.tokens > 80
    assert year.in_plan > year.tokens // 2
    assert year.conflicts > 5
    assert year.decisions == year.conflicts
    assert set(year.habits) >= {
        "sorted_rows", "deleted_rows", "columns_moved", "titles_deleted", "added row", "copied row",
        "formula", "second answer", "the same file", "disagree", "same again",
    }  # fmt: skip


def test_returns_that_libreoffice_saved_were_among_them(year: Tally) -> None:
    program("soffice", "libreoffice")
    assert office()
    assert set(year.habits) >= {"xls", "ods"}


def test_collecting_that_is_ended_at_any_write_is_put_right_by_the_next_run(tmp_path: Path) -> None:
    year = Year(tmp_path, seed=2)
    begin(tmp_path, 2, START, small=True)
    meeting = Meeting(year, 0, START)
    asked = meeting.commission()
    leads = {one["file"]: one["lead"] for one in meeting.record()[-1]["returns"]}
    for file in sorted(leads)[:1]:
        meeting.answer(leads[file], file, asked)
    meeting.disagree(leads, asked)
    meeting.collect(days=1)
    meeting.decide()
    for file in sorted(leads)[3:5]:
        meeting.answer(leads[file], file, asked)
    ran = subprocess.run(
        [sys.executable, "-m", "tests.cycle.year.kill", str(tmp_path), meeting.board, "2020-01-02"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told["changed"]
    assert told["writes"] > 10
    assert told["torn"] == []
    assert told["wrong"] == []
