"""Tables of the plan: what moved, what is late, what is asked, what is due next."""

from boardpack.analysis.movement import Moved, Movement
from boardpack.analysis.overview import Chapter, Overview
from boardpack.analysis.stories import Story
from boardpack.document import wording
from boardpack.document.actions import action_row, details, updates
from boardpack.document.blocks import Arrow, Column, Content, LineBreak, Pill, Table, TableRow, Text
from boardpack.document.tables.cells import inline, link, number, table, text
from boardpack.document.wording import where
from boardpack.model.plan import Rating, SheetRole
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


def objective_anchor(number: int | None) -> str:
    """The heading of an objective's chapter."""
    return f"objective-{number}" if number is not None else "objective-none"


def of_objective(number: int | None) -> str:
    """`objective 2`, for the caption of what stands under it."""
    return f"objective {number}" if number is not None else "no objective"


def _of_action(story: Story) -> Content:
    return link(where(story), objective_anchor(story.action.objective))


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


def _movement(movement: Movement) -> tuple[Content, ...]:
    action = movement.action
    name = where(Story(action, (), (), 0))
    if movement.kind is Moved.GONE:
        name = name.replace(f"row {action.row}", "no ref")
    guess = " (matched by wording)" if movement.matched_by == "wording" else ""
    return (
        link(name, objective_anchor(action.objective)),
        text(f"{action.activity}{guess}"),
        _state(movement.was),
        _now(movement),
    )


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


def _actions(name: str, caption: str, told: tuple[Story, ...]) -> Table:
    columns = (
        Column("Action", 0.16),
        Column("Activity", 0.38),
        Column("Lead", 0.2),
        Column("Due", 0.14),
        Column("Rating", 0.12),
    )
    return table(name, caption, columns, [_action(story) for story in told])


def _action(story: Story) -> tuple[Content, ...]:
    action = story.action
    late: Content = (
        (LineBreak(), Text(wording.lateness(story), strong=True)) if story.days_late else ()
    )
    return (
        _of_action(story),
        text(action.activity),
        text(", ".join(action.lead)),
        (*text(wording.due(action.due)), *late),
        inline(Pill(action.rating)),
    )


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
            rows.append(TableRow((text(_chapter_name(chapter)),), group=True))
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
    return (
        (*_of_action(story), LineBreak(), Text(story.action.sheet, size="small")),
        inline(Pill(story.action.rating)),
        tuple(asked),
        text(", ".join(story.action.lead)),
    )


def _chapter_name(chapter: Chapter) -> str:
    number = (
        f"Objective {chapter.objective.number}: " if chapter.objective.number is not None else ""
    )
    return number + chapter.objective.title


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
    if worse or slipped:
        said = [f"{worse} worse"] * bool(worse) + [f"{slipped} slipped"] * bool(slipped)
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
            rows.append(TableRow((text(_chapter_name(chapter)),), group=True))
        rows += lines
    columns = (
        Column("Ref", 0.13),
        Column("Updates not shown above", 0.5),
        Column("The row's other cells", 0.37),
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
    return TableRow((name, _labelled(told), _labelled(cells)))


def _labelled(parts: tuple[tuple[str, str], ...]) -> Content:
    """Words under one another, each with its date or its column before it."""
    cell: list[Text | LineBreak] = []
    for label, words in parts:
        cell += [LineBreak()] if cell else []
        cell += [Text(f"{label} ", strong=True), Text(" ".join(words.split()))]
    return tuple(cell) or (Text(DASH),)
