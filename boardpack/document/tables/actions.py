"""Actions as tables: what is escalated, late, due next, and what is asked."""

from boardpack.analysis.movement import Moved
from boardpack.analysis.overview import Overview
from boardpack.analysis.stories import Story
from boardpack.document import wording
from boardpack.document.actions import answer_to
from boardpack.document.blocks import Arrow, Column, Content, LineBreak, Pill, Table, TableRow, Text
from boardpack.document.names import chapter_name
from boardpack.document.tables.cells import inline, link_to_action, table, text

_SHOWN = frozenset({Moved.WORSE, Moved.BETTER, Moved.SLIPPED, Moved.NEW, Moved.REOPENED})


def _actions(name: str, caption: str, told: tuple[Story, ...]) -> Table:
    columns = (
        Column("Action", 0.15),
        Column("Activity", 0.36),
        Column("Lead", 0.19),
        Column("Due", 0.14),
        Column("Rating", 0.16),
    )
    return table(name, caption, columns, [_action(story) for story in told])


def _action(story: Story) -> tuple[Content, ...]:
    action = story.action
    late: Content = (
        (LineBreak(), Text(wording.lateness(story), strong=True)) if story.days_late else ()
    )
    return (
        link_to_action(story),
        text(action.activity),
        text(", ".join(action.lead)),
        (*text(wording.due(action.due)), *late),
        _rating(story),
    )


def _rating(story: Story) -> Content:
    """The rating, with an arrow where the action moved since the last board."""
    cell: list[Pill | LineBreak | Arrow] = [Pill(story.action.rating)]
    for movement in story.movements:
        if movement.kind in _SHOWN:
            cell += [LineBreak(), wording.arrow(movement)]
    return tuple(cell)


def escalations(overview: Overview) -> Table:
    """What the board has to hear of."""
    return _actions("escalations", "Actions escalated to the board", overview.escalated)


def late(overview: Overview) -> Table:
    """The open actions past their date that are not escalated: with those, all that is late."""
    rest = tuple(story for story in overview.late if not story.is_escalated)
    return _actions("late", "Other actions past their due date", rest)


def due_next(overview: Overview) -> Table:
    """What is due before the next board."""
    return _actions("due-next", "Actions due before the next board", overview.due_next)


def questions(overview: Overview) -> Table:
    """Every question of every action, grouped by objective, the worst action first."""
    rows: list[TableRow] = []
    for chapter in overview.chapters:
        asked = [
            story for story in (*chapter.open, *chapter.closed, *chapter.measures) if story.to_ask
        ]
        if asked:
            rows.append(TableRow((text(chapter_name(chapter)),), group=True))
            rows += [TableRow(_questions(story)) for story in asked]
    columns = (
        Column("Action", 0.16),
        Column("Rating", 0.13),
        Column("Question", 0.49),
        Column("Lead", 0.22),
    )
    return Table("questions", "Questions to leads", columns, tuple(rows))


def _questions(story: Story) -> tuple[Content, ...]:
    asked: list[Text | LineBreak] = []
    for question in story.to_ask:
        asked += [LineBreak()] if asked else []
        asked.append(Text(question.message))
        if answer := answer_to(story, question):
            asked += [LineBreak(), Text(answer, emphasis=True)]
    return (
        (*link_to_action(story), LineBreak(), Text(story.action.sheet, size="small")),
        inline(Pill(story.action.rating)),
        tuple(asked),
        text(", ".join(story.action.lead)),
    )
