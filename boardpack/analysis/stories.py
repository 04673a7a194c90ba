"""An action with all that is known of it: what moved, what is asked, how late it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from boardpack.analysis.history import History
from boardpack.analysis.movement import Moved, Movement
from boardpack.checks.twins import twins
from boardpack.findings import Finding
from boardpack.model.board import Answer
from boardpack.model.plan import Action, Plan, Rating
from boardpack.read.refs import ref_key

QUESTION_CODES = "P"
"""Codes of challenges begin so; faults of reading go to the page on data quality."""


_SAID_BY = {"no-update-since-previous-board": ("undated-progress", "no-progress")}
"""A question, and the kinds that say the same and say why."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the lead answered to a question, by its code or kind, and at which board."""

    question: str
    text: str
    board: date


@dataclass(frozen=True, slots=True)
class Story:
    """An action, its movements since the last board and the questions that it raises."""

    action: Action
    movements: tuple[Movement, ...]
    questions: tuple[Finding, ...]
    days_late: int
    replies: tuple[Reply, ...] = ()
    history: History = field(default_factory=History)

    def reply_to(self, question: Finding) -> Reply | None:
        """The newest answer to a question, from this board or one before."""
        named = {question.code.casefold(), question.kind}
        return next((reply for reply in self.replies if reply.question in named), None)

    @property
    def to_ask(self) -> tuple[Finding, ...]:
        """The questions to put to the lead: of two that come to the same, the one that says more."""
        return tuple(
            question
            for question in self.questions
            if not any(self.asks(kind) for kind in _SAID_BY.get(question.kind, ()))
        )

    def asks(self, kind: str) -> bool:
        """Whether a question of this kind is raised."""
        return any(question.kind == kind for question in self.questions)

    def moved(self, kind: Moved) -> bool:
        """Whether it moved in this way."""
        return any(movement.kind is kind for movement in self.movements)

    @property
    def is_escalated(self) -> bool:
        """Whether the board has to hear of it: late, and either Red or silent since the last board."""
        return self.days_late > 0 and (
            self.action.rating is Rating.RED
            or self.asks("no-update-since-previous-board")
            or self.asks("no-progress")
        )

    @property
    def urgency(self) -> tuple[int, int, int]:
        """A key that sorts the worst first: by rating, then by lateness, then as in the plan."""
        order = [Rating.RED, Rating.AMBER, None, Rating.GREEN, Rating.BLUE]
        return order.index(self.action.rating), -self.days_late, self.action.row


def stories(
    plan: Plan,
    moved: Iterable[Movement],
    findings: Iterable[Finding],
    board: date,
    answers: Iterable[tuple[date, Answer]] = (),
    history: Mapping[tuple[str, int], History] | None = None,
) -> tuple[Story, ...]:
    """A story for each row of the plan, in its order.

    A row of the metrics sheet repeats an activity; what is asked of the activity is not asked of
    its measure again. `answers` are given with their board, the newest first.
    """
    given = list(answers)
    by_row: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    rows = _row_of_cell(plan)
    for finding in findings:
        row = rows.get((finding.source.sheet or "", finding.source.cell or ""))
        if row is not None and finding.code.startswith(QUESTION_CODES):
            by_row[finding.source.sheet or "", row].append(finding)
    for measure, action in twins(plan):
        asked = {question.kind for question in by_row[action.sheet, action.row]}
        place = measure.sheet, measure.row
        by_row[place] = [question for question in by_row[place] if question.kind not in asked]
    moves: dict[tuple[str, int], list[Movement]] = defaultdict(list)
    for movement in moved:
        if movement.kind not in {Moved.GONE, Moved.UNCHANGED}:
            moves[movement.action.sheet, movement.action.row].append(movement)
    return tuple(
        Story(
            action,
            tuple(moves[action.sheet, action.row]),
            tuple(by_row[action.sheet, action.row]),
            action.days_late(board),
            tuple(
                Reply(answer.question.casefold(), answer.text, day)
                for day, answer in given
                if _is_about(answer, action)
            ),
            (history or {}).get((action.sheet, action.row), History()),
        )
        for action in plan.actions
    )


def _is_about(answer: Answer, action: Action) -> bool:
    """Whether an answer is about a row: by sheet and ref, and by objective where that is told."""
    return (
        answer.sheet.casefold() == action.sheet.casefold()
        and ref_key(answer.ref) == ref_key(action.ref)
        and answer.objective in {None, action.objective}
    )


def _row_of_cell(plan: Plan) -> dict[tuple[str, str], int]:
    """The row that each cell of the plan belongs to."""
    return {
        (action.sheet, cell): action.row
        for action in plan.actions
        for cell in (*action.cells.values(), action.source().cell or "")
    }
