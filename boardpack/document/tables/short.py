"""Tables for papers of two pages: whatever a plan holds, each row is a few lines at most."""

import re
from dataclasses import replace

from boardpack.analysis.attention import (
    SILENT,
    HardQuestion,
    hardest,
    measures_that_matter,
    silent_leads,
)
from boardpack.analysis.movement import Moved
from boardpack.analysis.overview import Chapter, Overview
from boardpack.analysis.scorecard import Line
from boardpack.analysis.stories import Story
from boardpack.checks.figures import flat
from boardpack.document import wording
from boardpack.document.actions import action_row
from boardpack.document.blocks import (
    Arrow,
    Column,
    Content,
    LineBreak,
    Pill,
    Table,
    TableRow,
    Text,
)
from boardpack.document.names import where, where_on_sheet
from boardpack.document.tables.brief import short_activity
from boardpack.document.tables.cells import inline, number, table, text
from boardpack.document.tables.data import lately, no_change, variation
from boardpack.model.board import AgendaItem
from boardpack.model.plan import Rating
from boardpack.words import in_words, period, quantity

_TITLE, _LEAD, _UPDATE, _QUESTION, _ASK = 48, 40, 110, 110, 170
"""Characters of a title, a lead, an update, a question and an ask that keep a row short."""
_PLACE = 30
_SHORT_WORD = 5
_ROOM = 0.3
"""The share of the width from which a column has room for a remark."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def shortened(whole: Table, most: int) -> Table:
    """The first rows of a table, with a last one for what is left out where there are more."""
    if len(whole.rows) <= most:
        return whole
    kept = whole.rows[: max(most - 1, 0)]
    widths = [column.width for column in whole.columns]
    roomy = 0 if widths[0] >= _ROOM else widths.index(max(widths))
    cells: list[Content] = [()] * len(widths)
    cells[roomy] = text(f"and {len(whole.rows) - len(kept):,} more, in the pack")
    return replace(whole, rows=(*kept, TableRow(tuple(cells))))


def off_track(overview: Overview) -> Table:
    """What is escalated: the action, its lead, why, and what is being done."""
    columns = (
        Column("Action", 0.3),
        Column("Lead", 0.18),
        Column("Why", 0.18),
        Column("What is being done", 0.34),
    )
    rows = [
        (_action(story), _lead(story), _why(story, LineBreak()), _doing(story))
        for story in overview.escalated
    ]
    return table("off-track", "Actions that are off track", columns, rows)


def escalated(overview: Overview) -> Table:
    """What is escalated: the action, its lead and why, in two lines."""
    columns = (Column("Action", 0.47), Column("Lead", 0.26), Column("Why", 0.27))
    rows = [(_action(story), _lead(story), _why(story, Text(" "))) for story in overview.escalated]
    return table("escalated", "Actions escalated to the board", columns, rows)


def _action(story: Story, place: str | None = None) -> Content:
    activity = short_activity(story.action.activity) or "No activity is given"
    return (Text(f"{place or flat(where(story), _PLACE)} ", strong=True), Text(activity))


def _lead(story: Story) -> Content:
    """The first lead, and how many more there are."""
    first, *rest = story.action.lead or ("No lead",)
    more = f" and {in_words(len(rest))} more" if rest else ""
    return text(flat(first, _LEAD) + more)


def _why(story: Story, between: LineBreak | Text) -> Content:
    told: Content = (Pill(story.action.rating), between, Text(wording.lateness(story)))
    if story.asks("no-progress"):
        return (*told, LineBreak(), Text("No progress told"))
    if story.asks(SILENT):
        return (*told, LineBreak(), Text("No new update"))
    return told


def _doing(story: Story) -> Content:
    """The newest update with its date, its first sentences alone where it is long."""
    if story.asks("possible-personal-data"):
        return (Text("Withheld: the row may hold personal data.", emphasis=True),)
    row = action_row(story)
    words = first_sentences(row.update, _UPDATE)
    if not words:
        return (Text("The plan does not say."),)
    return (Text(f"{row.update_date}: " if row.update_date else "", strong=True), Text(words))


def first_sentences(told: str, longest: int) -> str:
    """As many whole sentences as fit, or the first one cut at a word where it is long itself."""
    first, *rest = _SENTENCE.split(flat(told, 2_000))
    for one in rest:
        if len(first) + 1 + len(one) > longest:
            break
        first = f"{first} {one}"
    return flat(first, longest)


def objectives(overview: Overview) -> Table:
    """The objectives with their counts by rating and what changed, the worst first."""
    compared = overview.previous is not None
    counts = [
        Column(rating.word, 0.055 if len(rating.word) < _SHORT_WORD else 0.075, "right")
        for rating in Rating
    ]
    moves = (Column("Got worse", 0.24), Column("Better or closed", 0.15)) if compared else ()
    rest_of_width = 1 - sum(column.width for column in (*counts, *moves))
    columns = (Column("Objective", rest_of_width), *counts, *moves)
    worst = overview.chapters_in_trouble
    others = tuple(chapter for chapter in overview.chapters if chapter not in worst)
    rows = [_objective(chapter) for chapter in (*worst, *others)]
    return table(
        "objectives-in-short", "Actions by objective and rating, and what changed", columns, rows
    )


def _objective(chapter: Chapter) -> tuple[Content, ...]:
    title = f"{chapter.objective.number or ''} {chapter.objective.title}".strip()
    counts = [chapter.now.of(rating) for rating in Rating]
    moves = () if chapter.before is None else (_for_the_worse(chapter), _for_the_better(chapter))
    return (text(flat(title, _TITLE)), *(number(count) for count in counts), *moves)


def _for_the_worse(chapter: Chapter) -> Content:
    worse, slipped = len(chapter.moved(Moved.WORSE)), len(chapter.moved(Moved.SLIPPED))
    counted = (worse, "worse"), (slipped, "slipped"), (len(chapter.gone), "gone")
    said = [f"{count} {words}" for count, words in counted if count]
    return inline(Arrow("down", "worse", ", ".join(said))) if said else text(None)


def _for_the_better(chapter: Chapter) -> Content:
    better = len(chapter.moved(Moved.BETTER)) + len(chapter.moved(Moved.CLOSED))
    return inline(Arrow("up", "better", f"{better:,}")) if better else text(None)


def measures(overview: Overview) -> Table:
    """The measures that miss their target or changed by more than chance, a line or two each."""
    columns = (
        Column("Measure", 0.37),
        Column("Latest", 0.18, "right"),
        Column("Target", 0.1, "right"),
        Column("Change", 0.18),
        Column("Signal or noise", 0.17),
    )
    rows = [_measure(line) for line in measures_that_matter(overview)]
    return table("measures-that-matter", "Measures that matter now", columns, rows)


def _measure(line: Line) -> tuple[Content, ...]:
    unit = line.metric.unit
    latest: Content = ()
    if line.latest is not None:
        when = flat(period(line.latest.period), _PLACE)
        latest = (Text(quantity(line.value, unit), strong=True), Text(f" {when}", size="small"))
    return (
        text(flat(line.metric.title, _TITLE)),
        latest or text(None),
        text(quantity(line.metric.target, unit)),
        lately(line) or no_change(line),
        variation(line),
    )


def decisions(overview: Overview) -> Table:
    """What the board must decide: what is asked, by whom, in how many minutes."""
    columns = (
        Column("Item", 0.06),
        Column("The board is asked to", 0.63),
        Column("Lead", 0.22),
        Column("Minutes", 0.09, "right"),
    )
    rows = [_decision(item) for item in overview.meeting.agenda.decisions]
    return table("decisions-in-short", "Decisions that the board is asked for", columns, rows)


def _decision(item: AgendaItem) -> tuple[Content, ...]:
    title = flat(item.title, 2 * _TITLE) + " (exempt)" * bool(item.exempt)
    asked = (LineBreak(), Text(first_sentences(item.ask, _ASK))) if item.ask else ()
    return (
        text(flat(item.number, _PLACE)),
        (Text(title, strong=True), *asked),
        text(flat(item.lead, _LEAD)),
        number(item.minutes),
    )


def silent(overview: Overview) -> Table:
    """Who has given no update since the last board, on how many open actions."""
    columns = (Column("Lead", 0.76), Column("Actions", 0.24, "right"))
    rows = [
        (text(flat(one.lead or "No lead is named", _LEAD)), number(len(one.stories)))
        for one in silent_leads(overview)
    ]
    return table("silent-leads", "Open actions without an update, by lead", columns, rows)


def outstanding_returns(overview: Overview) -> Table:
    """Who was asked for updates and has not answered, and how often that was so before."""
    columns = (Column("Lead", 0.58), Column("Actions", 0.18, "right"), Column("Late before", 0.24))
    rows = [
        (
            text(flat(one.lead or "No lead is named", _LEAD)),
            number(len(one.sent.keys)),
            text(f"{one.late} of {one.asked}" if one.asked else "First time"),
        )
        for one in overview.outstanding or ()
    ]
    return table("outstanding-returns", "Leads who have not sent their updates", columns, rows)


def questions(overview: Overview) -> Table:
    """The hardest questions, a row of the plan each; what is escalated is asked about already."""
    columns = (Column("Action", 0.34), Column("Question", 0.42), Column("Lead", 0.24))
    rows = [_question(hard) for hard in hardest(overview.stories) if not hard.story.is_escalated]
    return table("hardest-questions", "The hardest questions that the plan raises", columns, rows)


def _question(hard: HardQuestion) -> tuple[Content, ...]:
    place = flat(where_on_sheet(hard.story), 2 * _PLACE)
    return (
        _action(hard.story, place),
        text(flat(hard.question.message, _QUESTION)),
        _lead(hard.story),
    )


def watch(overview: Overview) -> Table:
    """What is due before the next board, the soonest first, for half a page's width."""
    columns = (Column("Due", 0.29), Column("Action", 0.71))
    rows = [
        (text(flat(wording.due(story.action.due), _PLACE)), _action(story))
        for story in overview.due_next
    ]
    return table("due-next-in-short", "Actions due before the next board", columns, rows)
