"""What is told of each action: its movements, its questions, and whether the board has to hear of it."""

from datetime import date, timedelta

import pytest

from boardpack.analysis.movement import Moved, movements
from boardpack.analysis.stories import Story, stories
from boardpack.findings import Finding, Severity
from boardpack.model.board import Answer
from boardpack.model.plan import Action, Rating, SheetRole
from boardpack.model.source import Source
from tests.analysis.making import BOARD, NEXT, PREVIOUS, action, analysed, item, plan

LATE = BOARD - timedelta(days=5)


def question(row: Action, kind: str = "overdue", code: str = "P001") -> Finding:
    return Finding(code, kind, Severity.WARNING, row.source("due"), "Is it done?", "Rate it Blue.")


def test_a_story_has_the_movements_and_questions_of_its_row() -> None:
    one = action("1", row=10, rating=Rating.RED, due=LATE, cells={"due": "J10"})
    other = action("2", "Open a home", row=11, cells={"due": "J11"})
    before = plan(
        action("1", row=7, rating=Rating.GREEN, due=LATE), action("2", "Open a home", row=8)
    )
    made = plan(one, other)
    first, second = stories(made, movements(made, before), [question(one)], BOARD)
    assert [moved.kind for moved in first.movements] == [Moved.WORSE]
    assert first.asks("overdue")
    assert first.moved(Moved.WORSE)
    assert first.days_late == 5
    assert (second.movements, second.questions, second.days_late) == ((), (), 0)


def test_faults_of_reading_are_no_questions() -> None:
    row = action(row=10)
    (story,) = stories(plan(row), (), [question(row, "odd-rating", "R005")], BOARD)
    assert story.questions == ()


def test_a_question_without_a_cell_of_the_plan_is_asked_of_no_action() -> None:
    row = action(row=10)
    elsewhere = Finding(
        "P001", "overdue", Severity.NOTE, Source("plan.xlsx", "Other", "A10"), "?", "."
    )
    (story,) = stories(plan(row), (), [elsewhere], BOARD)
    assert story.questions == ()


def test_what_is_asked_of_an_activity_is_not_asked_of_its_measure_again() -> None:
    row = action("1", row=10)
    measure = action("1", row=4, sheet="Metrics", role=SheetRole.METRICS)
    found = [question(row), question(measure), question(measure, "stale-data", "P002")]
    first, second = stories(plan(row, measure), (), found, BOARD)
    assert [asked.kind for asked in first.questions] == ["overdue"]
    assert [asked.kind for asked in second.questions] == ["stale-data"]


@pytest.mark.parametrize(
    ("rating", "due", "asked", "escalated"),
    [
        (Rating.RED, LATE, None, True),
        (Rating.GREEN, LATE, "no-update-since-previous-board", True),
        (Rating.GREEN, LATE, "no-progress", True),
        (Rating.GREEN, LATE, None, False),
        (Rating.RED, BOARD, "no-progress", False),  # due today is not late
        (Rating.RED, None, "no-progress", False),
        (Rating.BLUE, LATE, "no-progress", False),
    ],
)
def test_an_action_is_escalated_when_it_is_late_and_red_or_silent(
    rating: Rating, due: date | None, asked: str | None, escalated: bool
) -> None:
    row = action(rating=rating, due=due)
    story = Story(row, (), (question(row, asked),) if asked else (), row.days_late(BOARD))
    assert story.is_escalated is escalated


def test_the_worst_comes_first() -> None:
    rows = [
        action(rating=Rating.GREEN, row=1),
        action(rating=None, row=2),
        action(rating=Rating.RED, due=BOARD - timedelta(days=1), row=3),
        action(rating=Rating.RED, due=BOARD - timedelta(days=9), row=4),
        action(rating=Rating.AMBER, row=5),
        action(rating=Rating.BLUE, row=6),
        action(rating=Rating.AMBER, row=7),
    ]
    told = sorted(
        (Story(r, (), (), r.days_late(BOARD)) for r in rows), key=lambda story: story.urgency
    )
    assert [story.action.row for story in told] == [4, 3, 5, 7, 2, 1, 6]


def test_an_overview_gathers_every_action_under_its_objective_once() -> None:
    rows = [
        action("1", row=10, objective=2, rating=Rating.RED, due=LATE),
        action("2", "Open a home", row=11, objective=1),
        action("3", "Write a guide", row=12, objective=1, rating=Rating.BLUE),
        action("4", "Hold a review", row=13, objective=None),
        action(
            "5", "Visit every child", row=14, objective=1, sheet="Standing", role=SheetRole.STANDING
        ),
    ]
    seen = analysed(plan(*rows))
    assert [chapter.objective.number for chapter in seen.chapters] == [1, 2, None]
    first = seen.chapters[0]
    assert [story.action.ref for story in first.work] == ["2"]
    assert [story.action.ref for story in first.standing] == ["5"]
    assert [story.action.ref for story in first.closed] == ["3"]
    assert sum(len(chapter.activities) for chapter in seen.chapters) == len(rows) == seen.now.total
    assert [story.action.ref for story in seen.late] == ["1"]


def test_without_an_earlier_board_nothing_moved() -> None:
    seen = analysed(plan(action()))
    assert (seen.previous, seen.before, seen.timeliness_before, seen.movements) == (
        None,
        None,
        None,
        (),
    )
    assert [day for day, _ in seen.tallies] == [BOARD]


def test_with_an_earlier_board_both_are_counted() -> None:
    seen = analysed(plan(action(rating=Rating.RED)), plan(action(rating=Rating.GREEN)))
    assert seen.previous == PREVIOUS
    assert [(day, counts.red) for day, counts in seen.tallies] == [(PREVIOUS, 0), (BOARD, 1)]
    assert [moved.kind for moved in seen.moved(Moved.WORSE, Moved.BETTER)] == [Moved.WORSE]


def test_the_next_board_is_the_agendas_or_else_a_cycle_later() -> None:
    assert analysed(plan(action())).next_board == NEXT
    assert analysed(plan(action()), next_meeting=None).next_board == BOARD + timedelta(weeks=6)


def test_what_is_due_before_the_next_board_is_listed_by_date() -> None:
    rows = [
        action("1", "Open a home", row=1, due=NEXT - timedelta(days=1)),
        action("2", "Write a guide", row=2, due=BOARD),
        action("3", "Hold a review", row=3, due=NEXT),
        action("4", "Visit every child", row=4, due=LATE),
        action("5", "Close the loop", row=5, due=BOARD, rating=Rating.BLUE),
    ]
    assert [story.action.ref for story in analysed(plan(*rows)).due_next] == ["2", "1"]


def test_decisions_are_the_items_that_ask_for_one() -> None:
    seen = analysed(plan(action()), items=[item("1"), item("2")])
    assert [one.number for one in seen.meeting.agenda.decisions] == ["1", "2"]


def answer(text: str, about: str = "P001", ref: str = "1", objective: int | None = None) -> Answer:
    return Answer(about, "Actions", objective, ref, text, Source("answers.csv", line=2))


def test_the_newest_answer_stands_beside_its_question_until_it_is_settled() -> None:
    row = action("1", row=10, sheet="Actions")
    given = [(BOARD, answer("Next week.", "OVERDUE")), (PREVIOUS, answer("Soon."))]
    (story,) = stories(plan(row), (), [question(row)], BOARD, given)
    reply = story.reply_to(story.questions[0])
    assert reply is not None
    assert (reply.text, reply.board) == ("Next week.", BOARD)
    (story,) = stories(plan(row), (), [question(row)], BOARD, given[1:])
    assert [reply.text for reply in story.replies] == ["Soon."]


@pytest.mark.parametrize(
    "other",
    [answer("x", "stale-data"), answer("x", ref="2"), answer("x", objective=9)],
    ids=["another question", "another ref", "another objective"],
)
def test_an_answer_to_something_else_is_not_shown(other: Answer) -> None:
    row = action("1", row=10, sheet="Actions")
    (story,) = stories(plan(row), (), [question(row)], BOARD, [(BOARD, other)])
    assert story.reply_to(story.questions[0]) is None
