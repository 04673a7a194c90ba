"""No action is ever lost: it stays in the log until it is closed and was shown so once."""

import csv
import io
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from boardpack.analysis.arising import arising
from boardpack.cycle.new.log import carried
from boardpack.model.board import LoggedAction
from boardpack.read.trackers import read_action_log
from tests.analysis.test_arising import BOARD, noted

HEADING = ["Ref", "Raised", "Action", "Owner", "Due", "Status", "Update", "RAG"]


def row(ref: str, status: str) -> list[str]:
    return [ref, "01/07/2019", f"Do {ref}", "Head", "31/07/2019", status, "", "amber"]


def test_an_open_action_is_carried_as_it_stands_with_columns_of_its_own() -> None:
    log = carried([HEADING, row("1", "Open")], [])
    assert log.heading == tuple(HEADING)
    assert log.rows == (tuple(row("1", "Open")),)


def test_a_closed_action_was_shown_so_and_is_left_out_and_told() -> None:
    log = carried([HEADING, row("1", "Done"), row("2", "closed."), row("3", "")], [])
    assert [one[0] for one in log.rows] == ["3"]
    assert log.left_out == ("1", "2")


def test_what_was_agreed_is_added_and_a_decision_is_not() -> None:
    told = arising(BOARD, [noted(1, "Opens", is_action=False), noted(2, "Ring")], [])
    log = carried([HEADING], [(BOARD, one) for one in told])
    assert log.added == ("2019-08-14/2",)
    assert log.rows == (("2019-08-14/2", "14/08/2019", "Ring", "Head", "", "Open", "", ""),)


def test_an_action_closed_before_it_came_into_a_log_is_shown_once() -> None:
    told = arising(BOARD, [noted(1, "Ring", status="Done")], [])
    log = carried([], [(BOARD, one) for one in told])
    assert [one[5] for one in log.rows] == ["Done"]
    assert carried([log.heading, *log.rows], []).rows == ()


def test_a_log_without_a_status_has_one_afterwards_and_keeps_its_rows() -> None:
    log = carried([["Action"], ["Ring"]], [])
    assert log.rows[0][:2] == ("Ring", "")
    assert set(log.heading) >= {"Action", "status", "ref"}


CELL = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12).map(str.strip)


@given(st.lists(CELL.filter(bool), max_size=5))
def test_words_of_any_kind_come_back_from_the_file_and_are_no_formula(words: list[str]) -> None:
    told = arising(BOARD, [noted(n, what) for n, what in enumerate(words, 1)], [])
    log = carried([], [(BOARD, one) for one in told])
    cells = [
        cell for line in csv.reader(io.StringIO(log.as_csv.decode("utf-8-sig"))) for cell in line
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "action-log.csv"
        path.write_bytes(log.as_csv)
        lines, findings = read_action_log(path, "action-log.csv")
    assert [line.action for line in lines] == words
    assert findings == ()


@given(st.lists(st.sampled_from(["Open", "", "Done", "Late", "Closed"]), max_size=4), st.data())
def test_over_many_boards_an_action_stays_until_it_was_shown_as_closed(
    begun: list[str], data: st.DataObject
) -> None:
    """Each board shows its log; between boards any status may change and actions may be noted."""
    log = [HEADING, *(row(str(n), status) for n, status in enumerate(begun))]
    known, shown_closed = {one[0] for one in log[1:]}, set[str]()
    for month in range(1, 5):
        board = date(2020, month, 1)
        shown_closed |= {one[0] for one in log[1:] if one[5] in {"Done", "Closed"}}
        count = data.draw(st.integers(0, 2))
        new = arising(board, [noted(n, f"Do {board} {n}") for n in range(1, count + 1)], [])
        made = carried(log, [(board, one) for one in new])
        known |= set(made.added)
        names = [name.casefold() for name in made.heading]
        status = names.index("status")
        assert {one[0] for one in made.rows} == known - shown_closed
        log = [list(made.heading)]
        for one in made.rows:
            changed = list(one)
            changed[status] = data.draw(st.sampled_from(["Open", "Done", ""]))
            log.append(changed)


def test_a_line_that_is_a_logged_action_is_not_added_again() -> None:
    seen = LoggedAction(
        "2019-08-14/1", "", "Ring", "", noted(1, "").due, "Open", "", noted(1, "").source
    )
    told = arising(BOARD, [noted(1, "Ring")], [seen])
    assert carried([HEADING, row("2019-08-14/1", "Open")], [(BOARD, told[0])]).added == ()
