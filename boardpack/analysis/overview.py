"""The whole analysis of a meeting, made once; every page, slide and letter takes from it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from boardpack.analysis.arising import Arising, arising
from boardpack.analysis.calendar import meeting_after
from boardpack.analysis.history import histories
from boardpack.analysis.movement import Moved, Movement, movements, of_kind
from boardpack.analysis.outstanding import Outstanding
from boardpack.analysis.scorecard import Line, Standing, Then, scorecard
from boardpack.analysis.stories import Story, stories
from boardpack.analysis.tally import Tally, Timeliness, tally, timeliness
from boardpack.findings import Finding
from boardpack.model.board import Answer, Decision, Meeting
from boardpack.model.metrics import Metrics
from boardpack.model.plan import Objective, Plan, SheetRole
from boardpack.settings import Settings


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is known of an earlier board: its plan, what leads answered then, its measures, its decisions.

    Only the board before this one has measures and decisions.
    """

    date: date
    plan: Plan
    answers: tuple[Answer, ...] = ()
    metrics: Metrics = field(default_factory=Metrics)
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """An objective with its activities, its measures and its counts, now and at the last board."""

    objective: Objective
    activities: tuple[Story, ...]
    measures: tuple[Story, ...]
    now: Tally
    before: Tally | None
    gone: tuple[Movement, ...] = ()
    """The activities that are gone since the last board without being closed."""

    @property
    def key(self) -> str:
        """What charts and tables of this objective are called by: `2`, or `none`."""
        return "none" if self.objective.number is None else str(self.objective.number)

    @property
    def open(self) -> tuple[Story, ...]:
        """What is not closed, the worst first."""
        return tuple(sorted((s for s in self.activities if s.action.is_open), key=_urgency))

    @property
    def work(self) -> tuple[Story, ...]:
        """What is open and to be done by a date, the worst first."""
        return tuple(story for story in self.open if story.action.role is not SheetRole.STANDING)

    @property
    def standing(self) -> tuple[Story, ...]:
        """What is open and goes on, the worst first."""
        return tuple(story for story in self.open if story.action.role is SheetRole.STANDING)

    @property
    def closed(self) -> tuple[Story, ...]:
        """What is closed, in the order of the plan."""
        return tuple(story for story in self.activities if not story.action.is_open)

    @property
    def late(self) -> tuple[Story, ...]:
        """What is past its date, the worst first."""
        return tuple(story for story in self.open if story.days_late)

    @property
    def questions(self) -> int:
        """How many questions its activities and measures raise."""
        return sum(len(story.to_ask) for story in (*self.activities, *self.measures))

    def moved(self, kind: Moved) -> tuple[Story, ...]:
        """The activities that moved in this way."""
        return tuple(story for story in self.activities if story.moved(kind))


def _urgency(story: Story) -> tuple[int, int, int]:
    return story.urgency


@dataclass(frozen=True, slots=True)
class Overview:
    """What is known of a meeting once everything was read, checked and compared."""

    meeting: Meeting
    settings: Settings
    previous: date | None
    next_board: date
    findings: tuple[Finding, ...]
    movements: tuple[Movement, ...]
    stories: tuple[Story, ...]
    chapters: tuple[Chapter, ...]
    scorecard: tuple[Line, ...]
    now: Tally
    before: Tally | None
    timeliness: Timeliness
    timeliness_before: Timeliness | None
    tallies: tuple[tuple[date, Tally], ...]
    """The counts at every board that there are inputs for, oldest first, this one last."""
    arising: tuple[Arising, ...] = ()
    """What the last board decided and agreed."""
    outstanding: tuple[Outstanding, ...] | None = None
    """The leads who were asked and have not answered; None where nobody was asked."""

    @property
    def activities(self) -> tuple[Story, ...]:
        """Every activity once, without the metrics sheet's repeats."""
        return tuple(story for story in self.stories if story.action.role is not SheetRole.METRICS)

    @property
    def late(self) -> tuple[Story, ...]:
        """The open activities that are past their date, the worst first."""
        return tuple(sorted((story for story in self.activities if story.days_late), key=_urgency))

    @property
    def escalated(self) -> tuple[Story, ...]:
        """The activities that the board has to hear of, the worst first."""
        return tuple(story for story in self.late if story.is_escalated)

    @property
    def due_next(self) -> tuple[Story, ...]:
        """The open activities that are due before the next board, by date."""
        soon = [
            story
            for story in self.activities
            if story.action.is_open
            and story.action.due.kind != "ongoing"
            and story.action.due.date is not None
            and self.meeting.date <= story.action.due.date < self.next_board
        ]
        return tuple(sorted(soon, key=lambda story: story.action.due.date or self.next_board))

    @property
    def chapters_in_trouble(self) -> tuple[Chapter, ...]:
        """The objectives with red or late actions, the most of them first."""
        worst = [chapter for chapter in self.chapters if chapter.now.red or chapter.late]
        return tuple(sorted(worst, key=lambda chapter: (-chapter.now.red, -len(chapter.late))))

    def asked(self, kind: str) -> tuple[Story, ...]:
        """The activities of which a question of this kind is asked."""
        return tuple(story for story in self.activities if story.asks(kind))

    def moved(self, *kinds: Moved) -> tuple[Movement, ...]:
        """The movements of these kinds, those of red actions and of long slips first."""
        found = [movement for movement in self.movements if movement.kind in kinds]
        return tuple(sorted(found, key=lambda m: (list(Moved).index(m.kind), -(m.days or 0))))

    def measures(self, standing: Standing) -> tuple[Line, ...]:
        """The measures that stand so against their targets, the widest gap first."""
        found = [line for line in self.scorecard if line.standing is standing]
        return tuple(sorted(found, key=lambda line: -line.gap))


def overview(
    meeting: Meeting,
    earlier: tuple[Baseline, ...],
    findings: tuple[Finding, ...],
    settings: Settings,
) -> Overview:
    """The analysis of a meeting against the boards before it, oldest first."""
    plan, before = meeting.plan, earlier[-1] if earlier else None
    next_board = next_board_of(meeting, settings)
    moved = movements(plan, before.plan) if before else ()
    replies = [
        *((meeting.date, answer) for answer in meeting.answers),
        *((board.date, answer) for board in reversed(earlier) for answer in board.answers),
    ]
    past = histories(plan, meeting.date, [(board.date, board.plan) for board in earlier])
    told = stories(plan, moved, findings, meeting.date, replies, past)
    return Overview(
        meeting=meeting,
        settings=settings,
        previous=before.date if before else None,
        next_board=next_board,
        findings=findings,
        movements=moved,
        stories=told,
        chapters=_chapters(plan, told, moved, before.plan if before else None),
        scorecard=scorecard(
            meeting.metrics,
            settings.areas.whole,
            settings.areas.comparators,
            Then(meeting.date, earlier[-1].metrics if earlier else Metrics()),
        ),
        now=tally(plan.activities),
        before=tally(before.plan.activities) if before else None,
        timeliness=timeliness(plan.activities, meeting.date, next_board),
        timeliness_before=timeliness(before.plan.activities, before.date, meeting.date)
        if before
        else None,
        tallies=(
            *((baseline.date, tally(baseline.plan.activities)) for baseline in earlier),
            (meeting.date, tally(plan.activities)),
        ),
        arising=arising(before.date, before.decisions, meeting.action_log) if before else (),
    )


def next_board_of(meeting: Meeting, settings: Settings) -> date:
    """The next board's date: from the agenda, else by the cycle."""
    return meeting.agenda.next_meeting or meeting_after(meeting.date, settings.cycle)


def _chapters(
    plan: Plan, told: Iterable[Story], moved: Iterable[Movement], before: Plan | None
) -> tuple[Chapter, ...]:
    """A chapter an objective, in the order of its number; rows before any band have one of their own."""
    bands = {objective.number: objective for objective in reversed(plan.objectives)}
    rows = list(told)
    if any(story.action.objective is None for story in rows):
        bands[None] = Objective("", 0, None, "Actions without an objective", None, None)
    numbers = sorted(bands, key=lambda number: (number is None, number or 0))
    gone = of_kind(moved, Moved.GONE)
    return tuple(_chapter(bands[number], rows, gone, before) for number in numbers)


def _chapter(
    objective: Objective, rows: Iterable[Story], gone: Iterable[Movement], before: Plan | None
) -> Chapter:
    mine = [story for story in rows if story.action.objective == objective.number]
    activities = tuple(story for story in mine if story.action.role is not SheetRole.METRICS)
    earlier = [a for a in before.activities if a.objective == objective.number] if before else []
    return Chapter(
        objective=objective,
        activities=activities,
        measures=tuple(story for story in mine if story.action.role is SheetRole.METRICS),
        now=tally(story.action for story in activities),
        before=tally(earlier) if before else None,
        gone=tuple(moved for moved in gone if moved.action.objective == objective.number),
    )
