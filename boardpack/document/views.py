"""What templates and slides may name: plain values, with every figure already counted.

The words beside a type say what its value is, for those who write templates (document/schema.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, TypedDict

from boardpack.analysis.changes import Changes
from boardpack.analysis.control.verdict import verdict
from boardpack.analysis.overview import Chapter, Overview
from boardpack.analysis.scorecard import Standing
from boardpack.charts.catalogue import ChartBook
from boardpack.charts.catalogue.measures import line_of, trend_headline
from boardpack.document import summary, wording
from boardpack.document.actions import closed_since
from boardpack.document.names import NOT_HERE, chapter_name, objective_anchor, paper_anchor
from boardpack.exemption import withheld_because
from boardpack.model.board import Purpose
from boardpack.model.metrics import Audience
from boardpack.words import long_date, plural

_FOCUS = 3
"""Objectives and charts that a room has time for."""


@dataclass(frozen=True, slots=True)
class BoardView:
    """The meeting and whose it is."""

    name: Annotated[str, "the board's full name"]
    council: Annotated[str, "the council whose board it is"]
    short_name: Annotated[str, "the board's short name"]
    chair: Annotated[str, "who chairs it, as a role"]
    marking: Annotated[str, "the protective marking, such as OFFICIAL"]
    date: Annotated[str, "the day of the meeting, in words"]
    time: Annotated[str, "when it begins"]
    place: Annotated[str, "where it meets"]
    previous: Annotated[str | None, "the day of the board before; nothing at the first"]
    next_meeting: Annotated[str, "the day of the next board, in words"]
    reports_to: Annotated[str | None, "the board above; nothing where there is none"]


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """An objective with its words and counts; `key` is what charts and tables are called by."""

    number: Annotated[int | None, "its number; nothing for actions without an objective"]
    key: Annotated[str, "what charts and tables call it: rating-of 2"]
    name: Annotated[str, "its number and title: Objective 2: Safely at home"]
    title: Annotated[str, "its title"]
    anchor: Annotated[str, "its heading in the pack, for links"]
    purpose: Annotated[str | None, "why it matters, from the plan"]
    how: Annotated[str | None, "how it will be reached, from the plan"]
    headline: Annotated[str, "how it stands, as a sentence"]
    change: Annotated[str, "what changed since the last board, as a sentence"]
    red: Annotated[int, "actions rated Red"]
    amber: Annotated[int, "actions rated Amber"]
    green: Annotated[int, "actions rated Green"]
    unrated: Annotated[int, "open actions without a rating"]
    blue: Annotated[int, "actions that are done"]
    open: Annotated[int, "actions that are not done"]
    work: Annotated[int, "open actions with an end"]
    standing: Annotated[int, "actions that go on for good"]
    late: Annotated[int, "open actions past their date"]
    questions: Annotated[int, "questions to its leads"]
    closed_since: Annotated[int, "actions closed since the last board"]
    measures: Annotated[int, "measures that belong to it"]


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What the board is asked to decide under an item."""

    number: Annotated[str, "the item on the agenda"]
    title: Annotated[str, "what the item is called"]
    ask: Annotated[str, "what the board is asked to decide"]


@dataclass(frozen=True, slots=True)
class AgendaView:
    """An item of the agenda."""

    number: Annotated[str, "its number on the agenda"]
    title: Annotated[str, "what it is called"]
    lead: Annotated[str, "who brings it"]
    minutes: Annotated[int, "how long it takes"]
    purpose: Annotated[str, "what it is for: decision, discussion or information"]
    is_decision: Annotated[bool, "whether the board is to decide"]


@dataclass(frozen=True, slots=True)
class ChartView:
    """A measure that is charted, with the sentence that the chart shows.

    `verdict` is the sentence of its control chart, for a summary to quote, where it `has_limits`.
    """

    id: Annotated[str, "the measure's short name: trend {{ x.id }}"]
    headline: Annotated[str, "what its chart shows, as a sentence"]
    has_limits: Annotated[bool, "whether it has a control chart"] = False
    verdict: Annotated[str | None, "what its control chart says, where it has one"] = None


@dataclass(frozen=True, slots=True)
class PaperView:
    """An item with a paper; `key` names it for `paper_pages`.

    `ask` is what the board is asked to do. `withheld` says why the item is not published, in place
    of its paper.
    """

    key: Annotated[str, "the item on the agenda"]
    title: Annotated[str, "what the item is called"]
    lead: Annotated[str, "who brings it"]
    pages: Annotated[str, "how long its paper is"]
    anchor: Annotated[str, "its heading in the pack, for links"]
    ask: Annotated[str | None, "what the board is asked to do; nothing where it only notes"]
    withheld: Annotated[str | None, "why it is not published; nothing where it is"]


class Values(TypedDict):
    """Every plain value by the name that templates use, with what it is."""

    board: Annotated[BoardView, "the meeting and whose it is"]
    ask: Annotated[str, "what the pack asks of its reader, counted"]
    is_published: Annotated[bool, "whether the pack is for the public"]
    hidden_as: Annotated[str, "what stands in place of a suppressed number"]
    next_meeting: Annotated[str, "the day of the next board, in words"]
    summary: Annotated[tuple[summary.Sentence, ...], "at most five sentences, the worst news first"]
    objectives: Annotated[tuple[ObjectiveView, ...], "every objective, in the plan's order"]
    focus: Annotated[tuple[ObjectiveView, ...], "the three objectives in most trouble"]
    agenda: Annotated[tuple[AgendaView, ...], "the items of the meeting, in their order"]
    decisions: Annotated[tuple[DecisionView, ...], "what the board is asked to decide"]
    moved: Annotated[tuple[str, ...], "what moved since the last board, a line a kind"]
    late: Annotated[tuple[str, ...], "what is late, the worst first, in a short list"]
    late_count: Annotated[int, "how many actions are late"]
    escalation_count: Annotated[int, "how many actions are escalated"]
    question_count: Annotated[int, "how many questions leads are asked"]
    closed_count: Annotated[int, "how many actions are done"]
    total_count: Annotated[int, "how many actions there are"]
    focus_trends: Annotated[
        tuple[ChartView, ...], "the charted measures furthest from their target, three at most"
    ]
    trends: Annotated[tuple[ChartView, ...], "the measures charted over time"]
    localities: Annotated[tuple[ChartView, ...], "the measures charted locality by locality"]
    districts: Annotated[tuple[ChartView, ...], "the measures charted district by district"]
    groups: Annotated[tuple[str, ...], "the groups of measures that are charted together"]
    papers: Annotated[tuple[PaperView, ...], "the items with a paper, in the agenda's order"]
    has_minutes: Annotated[bool, "whether the minutes are in the inputs"]
    small_tables: Annotated[tuple[str, ...], "the workbook's sheets that are no plan"]
    changes: Annotated[Changes | None, "what a new version changed; nothing in the first"]


def values(overview: Overview, charts: ChartBook, changes: Changes | None = None) -> Values:
    """Every plain value by the name that templates use."""
    return {
        "board": _board(overview),
        "ask": summary.ask(overview),
        "is_published": overview.meeting.audience is Audience.PUBLIC,
        "hidden_as": overview.settings.audiences.public.symbol,
        "next_meeting": long_date(overview.next_board),
        "summary": summary.summary(overview),
        "objectives": tuple(
            _objective(chapter, overview.previous) for chapter in overview.chapters
        ),
        "focus": tuple(
            _objective(chapter, overview.previous)
            for chapter in overview.chapters_in_trouble[:_FOCUS]
        ),
        "agenda": tuple(
            AgendaView(
                number=item.number,
                title=item.title,
                lead=item.lead,
                minutes=item.minutes,
                purpose=item.purpose.value,
                is_decision=item.purpose is Purpose.DECISION,
            )
            for item in overview.meeting.agenda.items
        ),
        "decisions": tuple(
            DecisionView(item.number, item.title, item.ask or item.title)
            for item in overview.meeting.agenda.decisions
        ),
        "moved": summary.moved_lines(overview),
        "late": summary.late_lines(overview),
        "late_count": len(overview.late),
        "escalation_count": len(overview.escalated),
        "question_count": sum(chapter.questions for chapter in overview.chapters),
        "closed_count": overview.now.blue,
        "total_count": overview.now.total,
        "focus_trends": _charted(overview, charts, "trend", _missed_trends(overview)),
        "trends": _charted(overview, charts, "trend", overview.settings.charts.trends),
        "localities": _charted(overview, charts, "localities", overview.settings.charts.localities),
        "districts": _charted(overview, charts, "districts", overview.settings.charts.districts),
        "groups": tuple(
            name for name in overview.settings.charts.groups if charts.has(f"group {name}")
        ),
        "papers": tuple(_papers(overview)),
        "has_minutes": overview.meeting.minutes is not None,
        "small_tables": tuple(table.sheet for table in overview.meeting.plan.tables),
        "changes": changes,
    }


def _papers(overview: Overview) -> Iterator[PaperView]:
    """The items that have a paper or whose papers are withheld, in the order of the agenda."""
    papers = {paper.item.number: paper for paper in overview.meeting.papers}
    for item in overview.meeting.agenda.items:
        paper = papers.get(item.number)
        if paper is None and not item.withheld:
            continue
        there = paper is not None and not paper.missing
        yield PaperView(
            item.number,
            item.title,
            item.lead,
            plural(len(paper.pages), "page") if paper and there else NOT_HERE,
            paper_anchor(item),
            item.ask,
            withheld_because(item.exempt or "") if item.withheld else None,
        )


def _board(overview: Overview) -> BoardView:
    board, agenda = overview.settings.board, overview.meeting.agenda
    return BoardView(
        name=board.name,
        council=board.council,
        short_name=board.short_name,
        chair=board.chair,
        marking=board.marking,
        date=long_date(overview.meeting.date),
        time=agenda.time,
        place=agenda.place,
        previous=long_date(overview.previous) if overview.previous else None,
        next_meeting=long_date(overview.next_board),
        reports_to=board.reports_to,
    )


def _objective(chapter: Chapter, previous: date | None) -> ObjectiveView:
    objective, now = chapter.objective, chapter.now
    return ObjectiveView(
        number=objective.number,
        key=chapter.key,
        name=chapter_name(chapter),
        title=objective.title,
        anchor=objective_anchor(objective.number),
        purpose=objective.purpose,
        how=objective.how,
        headline=wording.chapter_headline(chapter),
        change=wording.chapter_change(chapter, previous),
        red=now.red,
        amber=now.amber,
        green=now.green,
        unrated=now.unrated,
        blue=now.blue,
        open=now.open,
        work=len(chapter.work),
        standing=len(chapter.standing),
        late=len(chapter.late),
        questions=chapter.questions,
        closed_since=len(closed_since(chapter)),
        measures=len(chapter.measures),
    )


def _missed_trends(overview: Overview) -> tuple[str, ...]:
    """The charted measures that are furthest from their target: for slides."""
    missed = [line.metric.id for line in overview.measures(Standing.MISSED)]
    return tuple(metric for metric in missed if metric in overview.settings.charts.trends)[:_FOCUS]


def _charted(
    overview: Overview, charts: ChartBook, kind: str, metrics: tuple[str, ...]
) -> tuple[ChartView, ...]:
    """The measures of a kind of chart that have something to show."""
    made = []
    for metric in metrics:
        line = line_of(overview, metric)
        if line is not None and charts.has(f"{kind} {metric}"):
            said = verdict(line.control, line.metric.unit) if line.control else None
            made.append(ChartView(metric, trend_headline(line), said is not None, said))
    return tuple(made)
