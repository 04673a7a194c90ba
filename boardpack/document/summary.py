"""The page that a chair reads aloud: what the pack says of itself, the worst news first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from boardpack.analysis.movement import Moved
from boardpack.analysis.overview import Overview
from boardpack.analysis.scorecard import Standing
from boardpack.analysis.stories import Story
from boardpack.document.names import where
from boardpack.document.wording import are, falling_short, lateness, none_or, rating_word
from boardpack.model.plan import Rating
from boardpack.words import (
    in_words,
    join,
    long_date,
    plural,
    plural_words,
    quantity,
    sentence,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the heading that proves it."""

    text: Annotated[str, "the sentence"]
    anchor: Annotated[str, "the heading that proves it, for links"]

    def __str__(self) -> str:
        """The sentence alone, where nothing can be linked."""
        return self.text


def summary(overview: Overview) -> tuple[Sentence, ...]:
    """At most five sentences for a chair to read aloud, the worst news first."""
    told = (
        _late(overview),
        _silent(overview),
        _moved(overview),
        _measures(overview),
        _closed(overview),
    )
    return tuple(sentence for sentence in told if sentence is not None)


def _late(overview: Overview) -> Sentence:
    late = overview.late
    if not late:
        return Sentence("No action is past its due date.", "late")
    text = f"{plural_words(len(late), 'action is', 'actions are')} past the due date"
    green = sum(story.action.rating is Rating.GREEN for story in late)
    if green and len(late) == 1:
        text += " and still rated Green"
    elif green:
        text += f", and {in_words(green)} of them {are(green)} still rated Green"
    return Sentence(f"{sentence(text)}.", "late")


def _silent(overview: Overview) -> Sentence | None:
    silent = overview.asked("no-update-since-previous-board")
    if not silent or overview.previous is None:
        return None
    text = plural_words(len(silent), "open action has", "open actions have")
    return Sentence(
        f"{sentence(text)} had no update since the board of {long_date(overview.previous)}.",
        "questions",
    )


def _moved(overview: Overview) -> Sentence | None:
    worse, slipped = overview.moved(Moved.WORSE), overview.moved(Moved.SLIPPED)
    if overview.previous is None:
        return None
    if not worse and not slipped:
        return Sentence("No action got worse and no date slipped since the last board.", "movement")
    text = f"{plural_words(len(worse), 'action')} got worse"
    if slipped:
        longest = max(movement.days or 0 for movement in slipped)
        at_most = "up to " * (len(slipped) > 1)
        text += f" and {plural_words(len(slipped), 'date')} slipped, by {at_most}{plural(longest, 'day')}"
    return Sentence(f"{sentence(text)}.", "movement")


def _measures(overview: Overview) -> Sentence | None:
    if all(line.standing is Standing.NONE for line in overview.scorecard):
        return None
    text = falling_short(overview.scorecard)
    missed = overview.measures(Standing.MISSED)
    if not missed:
        return Sentence(f"{sentence(text)}.", "scorecard")
    worst = missed[0]
    unit = worst.metric.unit
    text += f"; furthest off is “{worst.metric.title}”, {quantity(worst.value, unit)} against {quantity(worst.metric.target, unit)}"
    return Sentence(f"{sentence(text)}.", "scorecard")


def _closed(overview: Overview) -> Sentence | None:
    closed, better = overview.moved(Moved.CLOSED), overview.moved(Moved.BETTER)
    if overview.previous is None:
        return None
    text = f"{plural_words(len(closed), 'action')} closed and {none_or(len(better))} got better since the last board"
    return Sentence(f"{sentence(text)}.", "movement")


def ask(overview: Overview) -> str:
    """What the pack asks of its reader, in one sentence: `4 decisions and 6 escalations`."""
    decisions, escalations = len(overview.meeting.agenda.decisions), len(overview.escalated)
    parts = [plural(decisions, "decision")] * bool(decisions) + [
        plural(escalations, "escalation")
    ] * bool(escalations)
    return join(parts) or "No decision and no escalation"


_SHORTLIST = 5
"""Lines of a short list on the page that a chair reads aloud."""


def moved_lines(overview: Overview) -> tuple[str, ...]:
    """What moved, a line a kind, the worst first."""
    kinds = (
        Moved.WORSE,
        Moved.SLIPPED,
        Moved.GONE,
        Moved.REOPENED,
        Moved.NEW,
        Moved.CLOSED,
        Moved.BETTER,
    )
    words = {
        Moved.WORSE: "got worse",
        Moved.BETTER: "got better",
        Moved.GONE: "gone without being closed",
    }
    counts = [(len(overview.moved(kind)), words.get(kind, kind.value)) for kind in kinds]
    return tuple(f"{plural(count, 'action')} {said}" for count, said in counts if count)


def late_lines(overview: Overview) -> tuple[str, ...]:
    """What is late, the worst first, with a last line for what a short list leaves out."""
    return and_more([late_line(story) for story in overview.late], _SHORTLIST)


def late_line(story: Story) -> str:
    """`Objective 2, 14a: 14 days late, red`."""
    return f"{where(story)}: {lateness(story)}, {rating_word(story.action.rating).lower()}"


def and_more(told: Sequence[str], most: int) -> tuple[str, ...]:
    """A list of so many lines at most, the last of them for what a short list leaves out."""
    if len(told) <= most:
        return tuple(told)
    return (*told[: most - 1], f"and {len(told) - most + 1:,} more")
