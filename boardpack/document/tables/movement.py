"""What moved since the last board, as a table."""

from boardpack.analysis.movement import Moved, Movement
from boardpack.analysis.overview import Overview
from boardpack.analysis.stories import Story
from boardpack.document.blocks import Column, Content, LineBreak, Pill, Table, TableRow, Text
from boardpack.document.names import objective_anchor, where
from boardpack.document.tables.cells import inline, link, link_to_action, text
from boardpack.document.wording import due, rating_word
from boardpack.model.plan import Rating
from boardpack.words import DASH, plural, short_date

_KINDS = (
    Moved.WORSE, Moved.SLIPPED, Moved.GONE, Moved.REOPENED, Moved.NEW,
    Moved.CLOSED, Moved.BETTER, Moved.LEAD_CHANGED, Moved.REWORDED,
)  # fmt: skip
_GROUP_WORDS = {
    Moved.WORSE: "Got worse",
    Moved.SLIPPED: "Date slipped",
    Moved.GONE: "Gone without being closed",
    Moved.REOPENED: "Reopened",
    Moved.NEW: "New",
    Moved.CLOSED: "Closed",
    Moved.BETTER: "Got better",
    Moved.LEAD_CHANGED: "Lead changed",
    Moved.REWORDED: "Reworded",
}


def movements(overview: Overview) -> Table:
    """Every movement, grouped by kind, the bad news first."""
    rows: list[TableRow] = []
    for kind in _KINDS:
        found = overview.moved(kind)
        if found:
            rows.append(TableRow((text(f"{_GROUP_WORDS[kind]}: {len(found)}"),), group=True))
            rows += [TableRow(_movement(movement)) for movement in found]
    columns = (
        Column("Action", 0.18),
        Column("Activity", 0.42),
        Column("Was", 0.2),
        Column("Now", 0.2),
    )
    return Table("movements", "What moved since the last board", columns, tuple(rows))


def over_time(overview: Overview) -> Table:
    """The activities whose date or rating was ever another one, with what they were at each board."""
    told = [story for story in overview.activities if story.history.has_changed]
    columns = (
        Column("Action", 0.18),
        Column("Activity", 0.36),
        Column("Due and rating at each board", 0.3),
        Column("Slipped", 0.16),
    )
    rows = [TableRow(_history(story)) for story in told]
    return Table("over-time", "Dates and ratings since the first board known", columns, tuple(rows))


def _history(story: Story) -> tuple[Content, ...]:
    states: list[Text | LineBreak] = []
    for state in story.history.states:
        states += [LineBreak()] if states else []
        words = f": due {due(state.due)}, {rating_word(state.rating).lower()}"
        states += [Text(short_date(state.board), strong=True), Text(words)]
    slips = story.history.slips
    times = f"{plural(len(slips), 'time')}, {plural(sum(slips), 'day')}" if slips else None
    return (
        link_to_action(story),
        text(story.action.activity),
        tuple(states),
        text(times),
    )


def _movement(movement: Movement) -> tuple[Content, ...]:
    action = movement.action
    guess = " (matched by wording)" if movement.matched_by == "wording" else ""
    guess += f" (split from {movement.split_from})" if movement.split_from else ""
    return (
        _name(movement),
        text(f"{action.activity}{guess}"),
        _state(movement.was),
        _now(movement),
    )


def _name(movement: Movement) -> Content:
    """The action with a link to it; what is gone has no row, and leads to its chapter."""
    story, action = Story(movement.action, (), (), 0), movement.action
    if movement.kind is not Moved.GONE:
        return link_to_action(story)
    name = where(story).replace(f"row {action.row}", "no ref")
    return link(name, objective_anchor(action.objective))


def _now(movement: Movement) -> Content:
    if movement.kind is Moved.SLIPPED:
        return (
            *_state(movement.now),
            LineBreak(),
            Text(plural(movement.days or 0, "day") + " later"),
        )
    return _state(movement.now)


def _state(value: object) -> Content:
    if isinstance(value, Rating):
        return inline(Pill(value))
    if value is None:
        return (Text(DASH),)
    return text(value) if isinstance(value, str) else (Text(short_date(value)),)  # type: ignore[arg-type]  # a date
