"""The sentences that the pack says of itself. Every figure in them is counted in the analysis."""

from dataclasses import dataclass
from datetime import date

from boardpack.analysis.movement import Moved, Movement
from boardpack.analysis.overview import Chapter, Overview
from boardpack.analysis.scorecard import Line, Standing
from boardpack.analysis.stories import Story
from boardpack.document.blocks import Arrow, Tone
from boardpack.model.plan import Due, Rating
from boardpack.words import (
    in_words,
    join,
    long_date,
    plural,
    plural_words,
    quantity,
    sentence,
    short_date,
    short_month,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the heading that proves it."""

    text: str
    anchor: str

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
        text += f", and {in_words(green)} of them {_are(green)} still rated Green"
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
    missed = overview.measures(Standing.MISSED)
    judged = [line for line in overview.scorecard if line.standing is not Standing.NONE]
    if not judged:
        return None
    if not missed:
        return Sentence(
            f"{_all(len(judged), 'measure')} with a target {_are(len(judged))} on it or close.",
            "scorecard",
        )
    text = f"{plural_words(len(missed), 'measure')} of {len(judged)} with a target {'misses' if len(missed) == 1 else 'miss'} it"
    worst = missed[0]
    unit = worst.metric.unit
    text += f"; furthest off is “{worst.metric.title}”, {quantity(worst.value, unit)} against {quantity(worst.metric.target, unit)}"
    return Sentence(f"{sentence(text)}.", "scorecard")


def _closed(overview: Overview) -> Sentence | None:
    closed, better = overview.moved(Moved.CLOSED), overview.moved(Moved.BETTER)
    if overview.previous is None:
        return None
    text = f"{plural_words(len(closed), 'action')} closed and {_none_or(len(better))} got better since the last board"
    return Sentence(f"{sentence(text)}.", "movement")


def ask(overview: Overview) -> str:
    """What the pack asks of its reader, in one sentence: `4 decisions and 6 escalations`."""
    decisions, escalations = len(overview.meeting.agenda.decisions), len(overview.escalated)
    parts = [plural(decisions, "decision")] * bool(decisions) + [
        plural(escalations, "escalation")
    ] * bool(escalations)
    return join(parts) or "No decision and no escalation"


def where(story: Story) -> str:
    """`Objective 2, 14a`: how the board calls an action."""
    number, ref = story.action.objective, story.action.ref
    objective = f"Objective {number}" if number is not None else story.action.sheet
    return f"{objective}, {ref}" if ref else f"{objective}, row {story.action.row}"


def due(when: Due) -> str:
    """When an action is due, short: a date, or the cell's own words where it is none."""
    if when.date is not None and when.kind == "day":
        return short_date(when.date)
    if when.date is not None and when.kind == "month":
        return short_month(when.date)
    return when.text or "No date"


def lateness(story: Story) -> str:
    """`14 days late`, or nothing."""
    return f"{plural(story.days_late, 'day')} late" if story.days_late else ""


_TONES: dict[Moved, Tone] = {
    Moved.WORSE: "worse",
    Moved.SLIPPED: "worse",
    Moved.GONE: "worse",
    Moved.REOPENED: "worse",
    Moved.CLOSED: "better",
    Moved.BETTER: "better",
}


def arrow(movement: Movement) -> Arrow:
    """A movement as an arrow with its words."""
    tone = _TONES.get(movement.kind, "neutral")
    match movement.kind:
        case Moved.WORSE | Moved.REOPENED:
            return Arrow(
                "down", tone, f"{sentence(movement.kind.value)}: was {rating_word(movement.was)}"
            )
        case Moved.BETTER | Moved.CLOSED:
            return Arrow(
                "up", tone, f"{sentence(movement.kind.value)}: was {rating_word(movement.was)}"
            )
        case Moved.SLIPPED:
            return Arrow("level", tone, f"Slipped {plural(movement.days or 0, 'day')}")
        case Moved.NEW:
            return Arrow("new", tone, "New")
        case Moved.LEAD_CHANGED:
            return Arrow("level", tone, "Lead changed")
        case Moved.REWORDED:
            return Arrow("level", tone, "Reworded")
        case _:
            return Arrow("level", tone, sentence(movement.kind.value))


def rating_word(rating: object) -> str:
    """The word of a rating, or that there was none."""
    return rating.word if isinstance(rating, Rating) else "not rated"


def chapter_headline(chapter: Chapter) -> str:
    """An objective in one sentence, the worst first."""
    late, open_ = len(chapter.late), len(chapter.open)
    if not chapter.activities:
        return "The plan has no actions under this objective."
    if not open_:
        return f"{_all(len(chapter.closed), 'action')} {_are(len(chapter.closed))} closed."
    if open_ == 1:
        rated = "red" if chapter.now.red else "not red"
        return f"The one open action is {rated}{' and late' * late}."
    if chapter.now.red:
        red = chapter.now.red
        told = [f"{in_words(red)} of {in_words(open_)} open actions {_are(red)} red"]
    else:
        told = [f"{in_words(open_)} actions are open", "none is red"]
    if late:
        told.append(f"{in_words(late)} {_are(late)} late")
    return f"{sentence(join(told))}."


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _all(count: int, one: str) -> str:
    """`the one action`, `all 12 actions`."""
    return f"The one {one}" if count == 1 else f"All {plural(count, one)}"


def _none_or(count: int) -> str:
    """A count that stands without its noun: `none`, `one`, `12`."""
    return in_words(count) if count else "none"


def chapter_change(chapter: Chapter, previous: date | None) -> str:
    """What changed under an objective since the last board, in one sentence."""
    if previous is None:
        return "This is the first board that there are inputs for."
    counted = [
        (len(chapter.moved(kind)), words)
        for kind, words in (
            (Moved.WORSE, "got worse"),
            (Moved.SLIPPED, "slipped"),
            (Moved.REOPENED, "reopened"),
            (Moved.NEW, "new"),
            (Moved.BETTER, "got better"),
            (Moved.CLOSED, "closed"),
        )
    ]
    told = [f"{in_words(count)} {words}" for count, words in counted if count]
    if not told:
        return f"Nothing moved since {long_date(previous)}."
    return f"Since {long_date(previous)}: {join(told)}."


_STANDING_WORDS = {
    Standing.MET: "Met",
    Standing.CLOSE: "Close",
    Standing.MISSED: "Missed",
    Standing.NONE: "No target",
}


def standing_words(line: Line) -> str:
    """Met, close or missed, with what is expected by now where the target lies ahead."""
    words = _STANDING_WORDS[line.standing]
    if line.expected is None or line.expected == line.metric.target:
        return words
    return f"{words}: {quantity(line.expected, line.metric.unit)} by now"


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
    late = overview.late
    told = [
        f"{where(story)}: {lateness(story)}, {rating_word(story.action.rating).lower()}"
        for story in late
    ]
    if len(told) <= _SHORTLIST:
        return tuple(told)
    return (*told[: _SHORTLIST - 1], f"and {len(told) - _SHORTLIST + 1} more")
