from datetime import date

from boardpack.checks.board import KINDS, of_decisions, of_lost, of_the_log
from boardpack.model.board import LoggedAction
from boardpack.model.plan import Due
from boardpack.model.source import Source
from tests.analysis.test_arising import noted

BOARD = date(2019, 9, 25)
LATE = Due(date(2019, 9, 6), "day", "06/09/2019")


def logged(status: str = "Open", owner: str = "Head", due: Due = LATE) -> LoggedAction:
    return LoggedAction(
        "19/1", "", "Ring", owner, due, status, "", Source("action-log.csv", line=2)
    )


def test_an_open_action_past_its_date_is_asked_about() -> None:
    (finding,) = of_the_log([logged()], BOARD)
    assert finding.kind == "board-action-overdue"
    assert finding.message == (
        "Action 19/1 of the board was due 6 September 2019 and is still open: is it done?"
    )


def test_a_closed_action_and_one_due_on_the_day_are_not() -> None:
    today = Due(BOARD, "day", "25/09/2019")
    assert of_the_log([logged("Done"), logged(due=today)], BOARD) == ()


def test_an_action_that_goes_on_is_not_late() -> None:
    assert of_the_log([logged(due=Due(date(2019, 9, 6), "ongoing", "ongoing"))], BOARD) == ()


def test_an_action_without_an_owner_or_a_date_is_told() -> None:
    found = of_the_log([logged(owner="", due=Due(None, "none", None))], BOARD)
    assert [finding.kind for finding in found] == [
        "board-action-without-owner",
        "board-action-without-date",
    ]
    assert [finding.kind for finding in of_decisions([noted(1, "Ring")])] == [
        "board-action-without-date"
    ]
    assert of_decisions([noted(1, "Ring", status="Done"), noted(2, "So", is_action=False)]) == ()


def test_an_action_that_no_log_has_is_told_with_its_ref() -> None:
    (finding,) = of_lost([("2019-08-14/1", noted(1, "Ring"))])
    assert "2019-08-14/1" in finding.message


def test_each_question_can_be_switched_off() -> None:
    nothing = logged(owner="", due=Due(None, "none", None))
    assert of_the_log([logged(), nothing], BOARD, KINDS) == ()
    assert of_lost([("1", noted(1, "Ring"))], KINDS) == ()
