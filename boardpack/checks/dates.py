"""Questions about due dates."""

from collections.abc import Iterator

from boardpack.checks.registry import Case, Hit, Threshold, is_plan_row, rule
from boardpack.findings import Severity
from boardpack.model.plan import Action, Rating
from boardpack.read.due import named_dates
from boardpack.words import long_date, plural


@rule(
    "P001",
    "overdue",
    title="Past its due date",
    severity=Severity.WARNING,
    sentence="Due {due}, {days} ago, and rated {rating}: what is left to do, and by when?",
    remedy="Close it as Blue with the evidence, or give a new date and the reason.",
    threshold=Threshold(0, "how many days late it may be"),
)
def overdue(case: Case, beyond: float) -> Iterator[Hit]:
    """Open, late and not Green: what is late and Green is the sharper question below."""
    for action in case.open:
        if action.days_late(case.board) > beyond and action.rating is not Rating.GREEN:
            yield Hit(action, "due", _lateness(action, case))


@rule(
    "P002",
    "overdue-but-green",
    title="Past its due date and still Green",
    severity=Severity.WARNING,
    sentence="Due {due} and still Green: is it done, or is there a new date?",
    remedy="Close it as Blue with the evidence, or give a new date and rate it again.",
    threshold=Threshold(0, "how many days late it may be"),
)
def overdue_but_green(case: Case, beyond: float) -> Iterator[Hit]:
    """Late and Green contradict each other: Green means on programme."""
    for action in case.green:
        if action.days_late(case.board) > beyond:
            yield Hit(action, "due", _lateness(action, case))


def _lateness(action: Action, case: Case) -> dict[str, object]:
    assert action.due.date is not None
    return {
        "due": long_date(action.due.date),
        "days": plural(action.days_late(case.board), "day"),
        "rating": action.rating.word if action.rating else "not at all",
    }


@rule(
    "P003",
    "due-before-next-board",
    title="Due before the next board",
    severity=Severity.NOTE,
    sentence="Due {due}, before the next board on {next_board}: will it be done?",
    remedy="Say what is left, or give a new date now.",
)
def due_before_next_board(case: Case) -> Iterator[Hit]:
    """Due from the day of this board to the day before the next."""
    if case.next_board is None:
        return
    for action in case.open:
        day = action.due.date
        if day is None or action.due.kind == "ongoing" or not is_plan_row(action):
            continue
        if case.board <= day < case.next_board:
            facts = {"due": long_date(day), "next_board": long_date(case.next_board)}
            yield Hit(action, "due", facts)


@rule(
    "P011",
    "no-due-date",
    title="No due date",
    severity=Severity.WARNING,
    sentence="{found}: when will it be done?",
    remedy="Give a date, or move it to standing work.",
)
def no_due_date(case: Case) -> Iterator[Hit]:
    """Work to be done without a date; work that goes on needs none.

    A date that does not exist has a question of its own, and so has a formula without a result.
    """
    for action in case.open:
        wanted = is_plan_row(action) and "due" in action.cells
        if not wanted or action.due.date is not None or _names_a_faulty_date(action):
            continue
        if action.due.kind == "none":
            yield Hit(action, "due", {"found": "There is no due date"})
        elif action.due.kind == "text":
            yield Hit(action, "due", {"found": f'The due date is "{action.due.text}"'})


def _names_a_faulty_date(action: Action) -> bool:
    return any(named.day is None for named in named_dates(action.due.text or ""))
