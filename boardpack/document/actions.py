"""Actions as the rows of three that a pack shows."""

from collections.abc import Iterable

from boardpack.analysis.movement import Moved
from boardpack.analysis.overview import Chapter
from boardpack.analysis.stories import Story
from boardpack.checks.figures import flat, latest_reading
from boardpack.document import wording
from boardpack.document.blocks import ActionRow, ActionRows, Question
from boardpack.document.names import action_anchor
from boardpack.findings import Finding
from boardpack.model.plan import Action, Reading, Update
from boardpack.words import DASH, figure, long_date, short_date, short_month


def action_rows(caption: str, told: Iterable[Story], *, brief: bool = False) -> ActionRows:
    """Actions under one another."""
    return ActionRows(caption, tuple(action_row(story) for story in told), brief)


def closed_since(chapter: Chapter) -> tuple[Story, ...]:
    """The closed activities of an objective that were open at the last board."""
    return tuple(story for story in chapter.closed if story.moved(Moved.CLOSED))


def action_row(story: Story) -> ActionRow:
    """An action with its newest update, its questions and its movements."""
    action = story.action
    latest = action.latest_update
    return ActionRow(
        ref=action.ref or DASH,
        rating=action.rating,
        due=wording.due_said(action.due),
        due_date=wording.due(action.due),
        moved=tuple(wording.arrow(movement, story.history) for movement in story.movements),
        activity=action.activity or "No activity is given",
        update_date=_date(latest) if latest else None,
        update=latest.text if latest else action.progress,
        lead=", ".join(action.lead) or "No lead",
        measure=_measure(story),
        questions=tuple(
            Question(question.message, answer_to(story, question)) for question in story.to_ask
        ),
        source=f"{action.sheet}, row {action.row}",
        earlier=updates(action, but=latest) if latest else (),
        details=details(action),
        anchor=action_anchor(action),
    )


def answer_to(story: Story, question: Finding) -> str | None:
    """The lead's answer with the board that it was given at, or nothing."""
    reply = story.reply_to(question)
    return f"Answer, {long_date(reply.board)}: {reply.text}" if reply else None


def updates(action: Action, but: Update | None = None) -> tuple[tuple[str, str], ...]:
    """The updates of the diary with their dates, all `but` one that is shown elsewhere."""
    return tuple((_date(update), update.text) for update in action.updates if update is not but)


def details(action: Action) -> tuple[tuple[str, str], ...]:
    """The cells of the row that a row of three has no room for, as they stand."""
    cells = (
        ("Status", "" if action.rating else action.rating_text or ""),
        ("Evidence", action.evidence),
        ("Measure", action.metric),
        ("Now", action.current_text),
        ("Target", action.target_text),
        ("Plan ref", action.plan_ref or ""),
        ("Timescales", action.due.text or ""),
    )
    return tuple((name, text) for name, text in cells if text)


def _date(update: Update) -> str:
    if update.date is None:
        return "No date"
    return short_month(update.date) if update.date_kind == "month" else short_date(update.date)


def _measure(story: Story) -> str | None:
    """`59.3% → 60%`: the newest figure and the target, or the cells' own words where they are no figures."""
    action = story.action
    if not action.current_text and not action.target_text:
        return None
    now = _figure(latest_reading(action.current), action.current_text)
    target = _figure(latest_reading(action.target), action.target_text)
    return f"Now {now}, target {target}"


def _figure(reading: Reading | None, text: str) -> str:
    if reading is None:
        return flat(text, longest=40) or DASH
    whole = reading.value == round(reading.value)
    return figure(reading.value, 0 if whole else 1) + (reading.unit or "")
