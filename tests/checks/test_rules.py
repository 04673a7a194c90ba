"""Each question: where it is asked, in which words, and where it would be silly to ask it."""

from datetime import date
from typing import Any

import pytest

from boardpack.checks.registry import Case, rules
from boardpack.checks.run import check
from boardpack.findings import registered
from boardpack.model.plan import Action, SheetRole
from tests.checks.plans import BOARD, NEXT, action, asked, kinds, plan

METRICS, STANDING, COMPLETED = SheetRole.METRICS, SheetRole.STANDING, SheetRole.COMPLETED


def test_of_an_action_that_is_in_order_nothing_is_asked() -> None:
    assert kinds(action()) == []


QUESTIONS: list[tuple[str, tuple[Action, ...], str]] = [
    (
        "overdue",
        (action(due="31/07/2019", rating="red"),),
        (
            "plan.xlsx, Open Actions!J2: Due 31 July 2019, 14 days ago, and rated Red: what is left to do, and by when? "
            "Close it as Blue with the evidence, or give a new date and the reason."
        ),
    ),
    (
        "overdue-but-green",
        (action(due="Jul-19", rating="green"),),
        (
            "plan.xlsx, Open Actions!J2: Due 31 July 2019 and still Green: is it done, or is there a new date? "
            "Close it as Blue with the evidence, or give a new date and rate it again."
        ),
    ),
    (
        "due-before-next-board",
        (action(due="24/09/2019"),),
        (
            "plan.xlsx, Open Actions!J2: Due 24 September 2019, before the next board on 25 September 2019: will it be done? "
            "Say what is left, or give a new date now."
        ),
    ),
    (
        "no-update-since-previous-board",
        (action(progress="24.06.19 - Sent."),),
        (
            "plan.xlsx, Open Actions!D2: The last update is of 24 June 2019, before the board of 3 July 2019: "
            "what has happened since? Add a dated update."
        ),
    ),
    (
        "no-update-since-previous-board",
        (action(progress="03.07.19 - Said at the board."),),
        (
            "plan.xlsx, Open Actions!D2: The last update is of 3 July 2019, on the day of the board of 3 July 2019: "
            "what has happened since? Add a dated update."
        ),
    ),
    (
        "undated-progress",
        (action(progress="Sent out."),),
        (
            "plan.xlsx, Open Actions!D2: No date can be read in the progress: when was this written? "
            "Begin each update with its date, such as 14/05/2019."
        ),
    ),
    (
        "no-progress",
        (action(progress=""),),
        "plan.xlsx, Open Actions!D2: There is no progress: has it begun? Add a dated update.",
    ),
    (
        "says-closed-but-not-blue",
        (action(progress="23.07.19 - Action complete. Close."),),
        (
            'plan.xlsx, Open Actions!D2: The update says "Action complete. Close." and the rating is Amber: is it closed? '
            "Rate it Blue, or say what is left."
        ),
    ),
    (
        "blue-but-open-wording",
        (
            action(
                role=COMPLETED, rating="blue", progress="23.07.19 - Paused until the grant comes."
            ),
        ),
        (
            'plan.xlsx, Completed!D2: The rating is Blue and the last update says "Paused until the grant comes.": is it closed? '
            "Say that it is done, or rate it again."
        ),
    ),
    (
        "no-rating",
        (action(rating=None),),
        "plan.xlsx, Open Actions!K2: There is no rating: how does it stand? Rate it Blue, Red, Amber or Green.",
    ),
    (
        "no-lead",
        (action(lead="TBC"),),
        "plan.xlsx, Open Actions!I2: Nobody is named as responsible: who leads on it? Name a role or a service.",
    ),
    (
        "no-due-date",
        (action(due=""),),
        "plan.xlsx, Open Actions!J2: There is no due date: when will it be done? Give a date, or move it to standing work.",
    ),
    (
        "no-due-date",
        (action(due="TBC"),),
        'plan.xlsx, Open Actions!J2: The due date is "TBC": when will it be done? Give a date, or move it to standing work.',
    ),
    (
        "no-activity",
        (action(activity=""),),
        "plan.xlsx, Open Actions!C2: The row has no activity: what is to be done? Say what the action is, or delete the row.",
    ),
    (
        "no-ref",
        (action(ref=None),),
        (
            "plan.xlsx, Open Actions!A2: The row has no ref, so that it cannot be followed from board to board with certainty. "
            "Give it a ref that no other row of the objective has."
        ),
    ),
    (
        "duplicate-ref",
        (action(ref="19 a"), action(ref="19A", row=3, activity="Another")),
        (
            "plan.xlsx, Open Actions!A3: The ref 19A stands in row 2 as well, under the same objective. "
            "Give one of the two rows another ref."
        ),
    ),
    (
        "due-differs",
        (action(), action(role=METRICS, due="31/01/2020")),
        (
            "plan.xlsx, Metrics!J2: Due 31 Jan 2020 here and due 31 Dec 2019 on Open Actions (J2): which one holds? "
            "Give the same date on both sheets."
        ),
    ),
    (
        "due-differs",
        (action(due="ongoing"), action(role=METRICS)),
        (
            'plan.xlsx, Metrics!J2: Due 31 Dec 2019 here and due "ongoing" on Open Actions (J2): which one holds? '
            "Give the same date on both sheets."
        ),
    ),
    (
        "rating-differs",
        (action(), action(role=METRICS, rating="green")),
        (
            "plan.xlsx, Metrics!K2: Rated Green here and rated Amber on Open Actions (K2): which one holds? "
            "Give the same rating on both sheets."
        ),
    ),
    (
        "far-from-target-but-green",
        (action(rating="green", current="1 at 13.05.19", target="100 by Dec-19"),),
        (
            'plan.xlsx, Open Actions!G2: The figure is "1 at 13.05.19", the target "100 by Dec-19", and the rating Green: '
            "is it on target? Rate it again, or say why the target will be met."
        ),
    ),
    (
        "moving-wrong-way-but-green",
        (action(rating="green", current="81% May-19 78% June-19", target="90%"),),
        (
            'plan.xlsx, Open Actions!G2: The figure went from 81% to 78%, away from the target "90%", and the rating is Green: '
            "is it on target? Rate it again, or say what will turn it round."
        ),
    ),
    (
        "figures-do-not-add-up",
        (action(current="26 of 31 in Q1 2019/20 = 94%"),),
        (
            'plan.xlsx, Open Actions!G2: "26 of 31 in Q1 2019/20 = 94%": 26 of 31 is 83.9% and not 94%. Which figure is right? '
            "Correct the figure that is wrong."
        ),
    ),
    (
        "stale-data",
        (action(current="40% Jan-19"),),
        (
            "plan.xlsx, Open Actions!G2: The figure is of 31 January 2019, more than six months before the board: "
            "is there a newer one? Give the newest figure with its date."
        ),
    ),
    (
        "closed-row-on-open-sheet",
        (action(rating="blue"),),
        (
            "plan.xlsx, Open Actions!K2: The action is Blue and still on the sheet of open actions. "
            "Move the row to the sheet of completed actions after the board."
        ),
    ),
    (
        "possible-personal-data",
        (action(evidence="Ring 01632 960123"),),
        (
            "plan.xlsx, Open Actions!E2: The cell may hold a telephone number: is it about a child or a family? "
            "Take it out before the pack is made: it goes to every member."
        ),
    ),
]


@pytest.mark.parametrize(
    ("kind", "actions", "message"),
    QUESTIONS,
    ids=[f"{kind}-{n}" for n, (kind, _, _) in enumerate(QUESTIONS)],
)
def test_a_question_is_asked_in_these_words(
    kind: str, actions: tuple[Action, ...], message: str
) -> None:
    assert (kind, message) in [(finding.kind, str(finding)) for finding in asked(*actions)]


def test_every_rule_has_a_test() -> None:
    known = {rule.kind.kind for rule in rules()}
    assert len(known) > 20
    assert known == {kind for kind, _, _ in QUESTIONS}
    assert known == {kind.kind for kind in registered() if kind.code.startswith("P")}


@pytest.mark.parametrize(
    ("kind", "actions"),
    [
        # on the day itself nothing is late, and a closed row never is
        ("overdue", (action(due="14/08/2019"),)),
        ("overdue", (action(due="31/07/2019", rating="blue"),)),
        ("overdue", (action(due="01/03/2019 and ongoing"),)),
        ("overdue", (action(due="31/07/2019", rating="green"),)),  # the sharper question is asked
        ("overdue-but-green", (action(due="31/07/2019", rating="amber"),)),
        # not the day of the next board, nor what goes on
        ("due-before-next-board", (action(due="25/09/2019"),)),
        ("due-before-next-board", (action(due="31/08/2019 and ongoing"),)),
        ("due-before-next-board", (action(due="31/08/2019", role=STANDING),)),
        # closed, or written after the board
        ("no-update-since-previous-board", (action(progress="24.06.19 - x", rating="blue"),)),
        ("no-update-since-previous-board", (action(progress="04.07.19 - x"),)),
        ("no-update-since-previous-board", (action(progress="July 19 - x"),)),
        ("no-update-since-previous-board", (action(progress="04.07.19 - x\n14.05.19 - y"),)),
        # a sheet without the column cannot be asked for it
        ("no-update-since-previous-board", (action(progress="", without=("progress",)),)),
        ("no-progress", (action(progress="", without=("progress",)),)),
        ("no-lead", (action(lead="", without=("lead",)),)),
        ("no-rating", (action(rating=None, without=("rating",)),)),
        ("no-ref", (action(ref=None, without=("ref",)),)),
        ("no-due-date", (action(due="", without=("due",)),)),
        ("due-differs", (action(), action(role=METRICS, due="", without=("due",)))),
        ("rating-differs", (action(), action(role=METRICS, rating=None, without=("rating",)))),
        # work that goes on needs no date; a date that does not exist is told as that
        ("no-due-date", (action(due="Quarterly monitoring"),)),
        ("no-due-date", (action(due="", role=STANDING),)),
        ("no-due-date", (action(due="31/04/19"),)),
        # a ref is unique within its sheet and objective; a measure of its own may repeat one
        ("duplicate-ref", (action(), action(row=3, objective=2))),
        ("duplicate-ref", (action(), action(role=STANDING))),
        ("duplicate-ref", (action(ref=None), action(ref=None, row=3))),
        ("duplicate-ref", (action(role=METRICS, metric="a"), action(role=METRICS, metric="b", row=3))),
        # no telling which of two is the twin
        ("due-differs", (action(), action(row=3, activity="b"), action(role=METRICS, due="Jan-20", activity="c"))),
        ("due-differs", (action(due="TBC"), action(role=METRICS, due=""))),
        # near enough, another unit, less is better, another rating
        ("far-from-target-but-green", (action(rating="green", current="80", target="100"),)),
        ("far-from-target-but-green", (action(rating="green", current="40%", target="100 children"),)),
        ("far-from-target-but-green", (action(rating="green", current="150", target="100"),)),
        ("far-from-target-but-green", (action(rating="green", current="20", target="100", metric="Reduction of moves"),)),
        ("far-from-target-but-green", (action(rating="amber", current="1", target="100"),)),
        ("far-from-target-but-green", (action(rating="green", current="1", target="0"),)),
        # met all the same, moving the right way, no dates to tell which is newer
        ("moving-wrong-way-but-green", (action(rating="green", current="95% May-19 92% June-19", target="90%"),)),
        ("moving-wrong-way-but-green", (action(rating="green", current="78% May-19 81% June-19", target="90%"),)),
        ("moving-wrong-way-but-green", (action(rating="green", current="81% 78%", target="90%"),)),
        ("moving-wrong-way-but-green", (action(rating="amber", current="81% May-19 78% June-19", target="90%"),)),
        # six months to the day, and a newer figure beside the old one
        ("stale-data", (action(current="40% 14/02/2019"),)),
        ("stale-data", (action(current="30% Jan-18 40% June-19"),)),
        ("stale-data", (action(current="40%"),)),
        ("stale-data", (action(current="40% Jan-18", rating="blue"),)),
        ("closed-row-on-open-sheet", (action(rating="blue", role=COMPLETED),)),
    ],
)  # fmt: skip
def test_a_question_that_would_be_silly_is_not_asked(
    kind: str, actions: tuple[Action, ...]
) -> None:
    assert kind not in kinds(*actions)


def test_a_figure_that_ought_to_fall_is_far_when_it_is_higher() -> None:
    fewer: dict[str, Any] = {"rating": "green", "metric": "Fewer moves", "target": "20"}
    assert "far-from-target-but-green" in kinds(action(current="40", **fewer))
    assert "far-from-target-but-green" not in kinds(action(current="10", **fewer))


def test_a_cell_merged_over_rows_holds_its_ref_once() -> None:
    first, second = action(), action(row=3, activity="Another")
    from dataclasses import replace

    assert kinds(first, replace(second, cells=dict(second.cells) | {"ref": "A2"})) == []


def test_a_question_that_is_switched_off_is_not_asked() -> None:
    late = action(due="31/07/2019")
    assert [finding.kind for finding in asked(late)] == ["overdue"]
    assert asked(late, off=("overdue",)) == ()


def test_what_needs_another_board_is_not_asked_without_one() -> None:
    case = Case(plan(action(progress="24.06.19 - x", due="01/09/2019")), BOARD)
    assert check(case) == ()


def test_the_threshold_of_far_from_the_target_is_a_setting() -> None:
    case = Case(
        plan(action(rating="green", current="80", target="100")),
        BOARD,
        thresholds={"far-from-target-but-green": 0.1},
    )
    assert [finding.kind for finding in check(case)] == ["far-from-target-but-green"]


def test_questions_come_by_code_and_then_in_the_order_of_the_plan() -> None:
    rows = [action(row=row, ref=str(row), due="31/07/2019", rating=None) for row in (2, 3)]
    assert [(finding.code, finding.source.cell) for finding in asked(*rows)] == [
        ("P001", "J2"),
        ("P001", "J3"),
        ("P009", "K2"),
        ("P009", "K3"),
    ]
    assert NEXT > BOARD > date(2019, 1, 1)


def test_when_a_figure_is_old_is_a_threshold() -> None:
    row = action(current="80% Apr-19")
    assert [f.kind for f in check(Case(plan(row), BOARD)) if f.kind == "stale-data"] == []
    case = Case(plan(row), BOARD, thresholds={"stale-data": 3})
    (old,) = [f for f in check(case) if f.kind == "stale-data"]
    assert "more than three months before the board" in old.message


def test_a_target_whose_day_is_ahead_is_missed_by_more_before_it_is_asked_about() -> None:
    far = action(rating="green", current="60", target="100 by Mar-20")
    assert "far-from-target-but-green" not in kinds(far)
    assert "far-from-target-but-green" in kinds(
        action(rating="green", current="40", target="100 by Mar-20")
    )


def test_of_what_everyone_wants_fewer_a_rise_is_the_wrong_way() -> None:
    more = action(
        rating="green", metric="Average SDQ score", current="14.9 Jul-19\n14.1 Apr-19", target="13"
    )
    assert "moving-wrong-way-but-green" in kinds(more)


def test_an_activity_that_stands_on_two_sheets_with_two_ratings_is_asked_about() -> None:
    still = action(activity="Agree the threshold with partners for strategy meetings")
    closed = action(
        role=COMPLETED, row=7, activity="Threshold with partners - strategy meetings", rating="blue"
    )
    other = action(role=COMPLETED, row=8, activity="Map of parenting programmes", rating="blue")
    found = [f for f in asked(still, closed, other) if f.kind == "rating-differs"]
    assert [str(f.source) for f in found] == ["plan.xlsx, Completed!K7"]


@pytest.mark.parametrize(
    "words", ["We consider this action complete.", "Recommend this measure is closed."]
)
def test_other_words_for_closed_are_heard(words: str) -> None:
    assert "says-closed-but-not-blue" in kinds(action(progress=f"22.07.19 - {words}"))
