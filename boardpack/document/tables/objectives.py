"""Objectives as tables: the plan on a page, their measures, and what else their rows say."""

from boardpack.analysis.movement import Moved
from boardpack.analysis.overview import Chapter, Overview
from boardpack.analysis.stories import Story
from boardpack.document import wording
from boardpack.document.actions import action_row, details, updates
from boardpack.document.blocks import Arrow, Column, Content, LineBreak, Pill, Table, TableRow, Text
from boardpack.document.names import chapter_name, objective_anchor, of_objective
from boardpack.document.tables.cells import inline, link, number, table, text
from boardpack.model.plan import SheetRole
from boardpack.words import DASH


def plan_on_a_page(overview: Overview) -> Table:
    """The objectives with what is open, late and asked, one line each, and the whole plan below."""
    columns = (
        Column("Objective", 0.4),
        Column("Open", 0.09, "right"),
        Column("Late", 0.09, "right"),
        Column("Questions", 0.13, "right"),
        Column("Since the last board", 0.29),
    )
    rows = [_objective_line(chapter) for chapter in overview.chapters]
    asked = sum(chapter.questions for chapter in overview.chapters)
    whole = (overview.now.open, len(overview.late), asked)
    rows.append(
        (text("The whole plan", strong=True), *(text(f"{n:,}", strong=True) for n in whole), ())
    )
    return table("plan-on-a-page", "Actions by objective: open, late and questioned", columns, rows)


def _objective_line(chapter: Chapter) -> tuple[Content, ...]:
    name = f"{chapter.objective.number or ''} {chapter.objective.title}".strip()
    return (
        link(name, objective_anchor(chapter.objective.number)),
        number(chapter.now.open),
        number(len(chapter.late)),
        number(chapter.questions),
        _moves(chapter),
    )


def _moves(chapter: Chapter) -> Content:
    worse, slipped = len(chapter.moved(Moved.WORSE)), len(chapter.moved(Moved.SLIPPED))
    better = len(chapter.moved(Moved.BETTER)) + len(chapter.moved(Moved.CLOSED))
    cell: list[Arrow | LineBreak] = []
    counted = (worse, "worse"), (slipped, "slipped"), (len(chapter.gone), "gone")
    if said := [f"{count} {words}" for count, words in counted if count]:
        cell.append(Arrow("down", "worse", ", ".join(said)))
    if better:
        cell += [LineBreak()] if cell else []
        cell.append(Arrow("up", "better", f"{better} better or closed"))
    return tuple(cell) or (Text(DASH),)


def measures(overview: Overview, argument: str) -> Table | None:
    """The measures that the plan gives for one objective: a row of the metrics sheet each."""
    chapter = next((c for c in overview.chapters if c.key == argument), None)
    if chapter is None or not chapter.measures:
        return None
    columns = (
        Column("Ref", 0.08),
        Column("Measure", 0.35),
        Column("Now", 0.17),
        Column("Target", 0.13),
        Column("Due", 0.14),
        Column("Rating", 0.13),
    )
    rows = [_measure(story) for story in chapter.measures]
    return table(
        f"measures {argument}",
        f"Measures in the plan, {of_objective(chapter.objective.number)}",
        columns,
        rows,
    )


def _measure(story: Story) -> tuple[Content, ...]:
    action = story.action
    asked: list[Text | LineBreak] = []
    for question in story.to_ask:
        asked += [LineBreak(), Text(f"Question: {question.message}", emphasis=True, size="small")]
    return (
        text(action.ref),
        (*text(action.metric or action.activity), *asked),
        text(action.current_text),
        text(action.target_text),
        text(wording.due(action.due)),
        inline(Pill(action.rating)),
    )


def history(overview: Overview) -> Table:
    """What each row says beside what is shown elsewhere, grouped by objective, so that no word is lost."""
    rows: list[TableRow] = []
    for chapter in overview.chapters:
        told = [*chapter.open, *chapter.closed, *chapter.measures]
        lines = [line for story in told if (line := _history(story)) is not None]
        if lines:
            rows.append(TableRow((text(chapter_name(chapter)),), group=True))
        rows += lines
    columns = (
        Column("Ref", 0.14),
        Column("Updates not shown above", 0.43),
        Column("The row's other cells", 0.43),
    )
    return Table(
        "history", "Other updates, evidence and figures of every row", columns, tuple(rows)
    )


def _history(story: Story) -> TableRow | None:
    """The newest update of open work stands in its chapter; of closed work and measures none does."""
    action = story.action
    shown = action.is_open and action.role is not SheetRole.METRICS
    told = action_row(story).earlier if shown else updates(action)
    cells = details(action)
    if not told and not cells:
        return None
    name = (*text(action.ref), LineBreak(), Text(action.sheet, size="small"))
    return TableRow((name, _labelled(told, LineBreak()), _labelled(cells, Text("  "))))


def _labelled(parts: tuple[tuple[str, str], ...], between: LineBreak | Text) -> Content:
    """Words one after the other, each with its date or its column before it."""
    cell: list[Text | LineBreak] = []
    for label, words in parts:
        cell += [between] if cell else []
        cell += [Text(f"{label} ", strong=True), Text(" ".join(words.split()))]
    return tuple(cell) or (Text(DASH),)
