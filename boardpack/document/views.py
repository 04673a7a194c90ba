"""What templates and slides may name: plain values, with every figure already counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

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

    name: str
    council: str
    short_name: str
    chair: str
    marking: str
    date: str
    time: str
    place: str
    previous: str | None
    next_meeting: str
    reports_to: str | None


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """An objective with its words and counts; `key` is what charts and tables are called by."""

    number: int | None
    key: str
    name: str
    title: str
    anchor: str
    purpose: str | None
    how: str | None
    headline: str
    change: str
    red: int
    amber: int
    green: int
    unrated: int
    blue: int
    open: int
    work: int
    standing: int
    late: int
    questions: int
    closed_since: int
    measures: int


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What the board is asked to decide under an item."""

    number: str
    title: str
    ask: str


@dataclass(frozen=True, slots=True)
class AgendaView:
    """An item of the agenda."""

    number: str
    title: str
    lead: str
    minutes: int
    purpose: str
    is_decision: bool


@dataclass(frozen=True, slots=True)
class ChartView:
    """A measure that is charted, with the sentence that the chart shows.

    `verdict` is the sentence of its control chart, for a summary to quote, where it `has_limits`.
    """

    id: str
    headline: str
    has_limits: bool = False
    verdict: str | None = None


@dataclass(frozen=True, slots=True)
class PaperView:
    """An item with a paper; `key` names it for `paper_pages`.

    `ask` is what the board is asked to do. `withheld` says why the item is not published, in place
    of its paper.
    """

    key: str
    title: str
    lead: str
    pages: str
    anchor: str
    ask: str | None
    withheld: str | None


def values(overview: Overview, charts: ChartBook) -> Mapping[str, object]:
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
