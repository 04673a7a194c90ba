"""Tables for a slide: at most seven short rows, the last of which says what is left out."""

import re

from boardpack.analysis.movement import Moved, Movement
from boardpack.analysis.overview import Overview
from boardpack.analysis.scorecard import Standing
from boardpack.analysis.stories import Story
from boardpack.checks.figures import flat
from boardpack.document.blocks import Column, Content, Pill, Table, Text
from boardpack.document.names import where
from boardpack.document.tables.cells import inline, table, text
from boardpack.document.wording import falling_short
from boardpack.model.plan import Rating
from boardpack.words import change, plural, plural_words, quantity, sentence, short_date

MOST_ROWS = 7
_SHORT = 56
"""Characters of an activity that fit on two lines of a slide's table."""
_CLAUSE = re.compile(r"(?<=[a-z)])(?:[:;,–]| - | so that | with )")
_LEAST_CLAUSE = 18


def short_activity(activity: str) -> str:
    """The first clause of an activity, cut at a word where it is long."""
    words = flat(activity, longest=1_000)
    for match in _CLAUSE.finditer(words):
        if _LEAST_CLAUSE <= match.start() <= _SHORT:
            return words[: match.start()]
    return flat(words, longest=_SHORT)


def _brief(
    name: str, caption: str, columns: tuple[Column, ...], rows: list[tuple[Content, ...]], what: str
) -> Table:
    """The first rows, and how many more the pack has."""
    if len(rows) <= MOST_ROWS:
        return table(name, caption, columns, rows)
    left = len(rows) - MOST_ROWS + 1
    more: Content = (Text(f"and {plural(left, what)} more, in the pack"),)
    empty: tuple[Content, ...] = ((),) * (len(columns) - 2)
    return table(name, caption, columns, [*rows[: MOST_ROWS - 1], ((), more, *empty)])


def movements(overview: Overview) -> Table:
    """The movements that a board talks about: worse, slipped, gone and reopened."""
    columns = (Column("Action", 0.22), Column("Activity", 0.5), Column("Change", 0.28))
    found = overview.moved(Moved.WORSE, Moved.SLIPPED, Moved.GONE, Moved.REOPENED)
    rows = [_movement(movement) for movement in found]
    caption = sentence(f"{plural_words(len(found), 'change')} for the worse since the last board")
    return _brief("movements-in-brief", caption, columns, rows, "movement")


def _movement(movement: Movement) -> tuple[Content, ...]:
    story = Story(movement.action, (), (), 0)
    return (
        text(where(story)),
        text(short_activity(movement.action.activity)),
        text(_said(movement)),
    )


def _said(movement: Movement) -> str:
    if movement.kind is Moved.SLIPPED:
        return f"{plural(movement.days or 0, 'day')} later"
    if isinstance(movement.was, Rating) and isinstance(movement.now, Rating):
        return f"{movement.was.word} to {movement.now.word}"
    return "Gone, not closed"


def escalations(overview: Overview) -> Table:
    """What the board has to hear of, the worst first."""
    columns = (
        Column("Action", 0.22),
        Column("Activity", 0.44),
        Column("Due", 0.18),
        Column("Rating", 0.16),
    )
    rows = [_due_line(story) for story in overview.escalated]
    caption = sentence(
        f"{plural_words(len(rows), 'action is', 'actions are')} escalated to the board"
    )
    return _brief("escalations-in-brief", caption, columns, rows, "action")


def _due_line(story: Story) -> tuple[Content, ...]:
    due = story.action.due.date
    return (
        text(where(story)),
        text(short_activity(story.action.activity)),
        text(short_date(due) if due else None),
        inline(Pill(story.action.rating)),
    )


def due_next(overview: Overview) -> Table:
    """What is due before the next board, the soonest first."""
    columns = (
        Column("Action", 0.22),
        Column("Activity", 0.44),
        Column("Due", 0.18),
        Column("Rating", 0.16),
    )
    rows = [_due_line(story) for story in overview.due_next]
    caption = sentence(
        f"{plural_words(len(rows), 'action is', 'actions are')} due before the next board"
    )
    return _brief("due-next-in-brief", caption, columns, rows, "action")


def measures_missed(overview: Overview) -> Table:
    """The measures that miss their target or are behind, the furthest first."""
    columns = (
        Column("Rank", 0.1),
        Column("Measure", 0.48),
        Column("Latest", 0.14, "right"),
        Column("Target", 0.14, "right"),
        Column("Change", 0.14, "right"),
    )
    rows: list[tuple[Content, ...]] = [
        (
            text(str(rank)),
            text(flat(line.metric.title, longest=_SHORT)),
            text(quantity(line.value, line.metric.unit)),
            text(quantity(line.metric.target, line.metric.unit)),
            text(change(line.change, line.metric.unit) if line.change is not None else None),
        )
        for rank, line in enumerate(overview.measures(Standing.MISSED), start=1)
    ]
    caption = f"{sentence(falling_short(overview.scorecard))}, furthest first"
    return _brief("measures-missed-in-brief", caption, columns, rows, "measure")
