"""The sentences that the pack says of itself. Every figure in them is counted in the analysis."""

from collections.abc import Sequence
from datetime import date

from boardpack.analysis.history import History
from boardpack.analysis.movement import Moved, Movement
from boardpack.analysis.overview import Chapter
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


def due(when: Due) -> str:
    """When an action is due, short: a date, or the cell's own words where it is none."""
    if when.date is not None and when.kind == "day":
        return short_date(when.date)
    if when.date is not None and when.kind == "month":
        return short_month(when.date)
    return when.text or "No date"


def due_said(when: Due) -> str:
    """The same outside a column of due dates: `Due 31 May 2019`, `Ongoing`, `No due date`."""
    if when.date is not None and when.kind in {"day", "month"}:
        return f"Due {due(when)}"
    return when.text or "No due date"


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


def arrow(movement: Movement, history: History | None = None) -> Arrow:
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
            return Arrow("level", tone, f"Slipped {_slipped(movement, history)}")
        case Moved.NEW:
            return Arrow("new", tone, "New")
        case Moved.LEAD_CHANGED:
            return Arrow("level", tone, "Lead changed")
        case Moved.REWORDED:
            return Arrow("level", tone, "Reworded")
        case _:
            return Arrow("level", tone, sentence(movement.kind.value))


def _slipped(movement: Movement, history: History | None) -> str:
    """`28 days`, and where it was not the first time `28 days; 3 times, 90 days in all`."""
    this_time = plural(movement.days or 0, "day")
    slips = history.slips if history else ()
    if len(slips) < 2:  # noqa: PLR2004 - once is no habit
        return this_time
    return f"{this_time}; {plural(len(slips), 'time')}, {plural(sum(slips), 'day')} in all"


def rating_word(rating: object) -> str:
    """The word of a rating, or that there was none."""
    return rating.word if isinstance(rating, Rating) else "not rated"


def chapter_headline(chapter: Chapter) -> str:
    """An objective in one sentence, the worst first."""
    late, open_ = len(chapter.late), len(chapter.open)
    if not chapter.activities:
        return "The plan has no actions under this objective."
    if not open_:
        return f"{all_of(len(chapter.closed), 'action')} {are(len(chapter.closed))} closed."
    if open_ == 1:
        rated = "red" if chapter.now.red else "not red"
        return f"The one open action is {rated}{' and late' * late}."
    if chapter.now.red:
        red = chapter.now.red
        told = [f"{in_words(red)} of {in_words(open_)} open actions {are(red)} red"]
    else:
        told = [f"{in_words(open_)} actions are open", "none is red"]
    if late:
        told.append(f"{in_words(late)} {are(late)} late")
    return f"{sentence(join(told))}."


def are(count: int) -> str:
    """The verb that goes with a count."""
    return "is" if count == 1 else "are"


def all_of(count: int, one: str) -> str:
    """`the one action`, `all 12 actions`."""
    return f"The one {one}" if count == 1 else f"All {plural(count, one)}"


def none_or(count: int) -> str:
    """A count that stands without its noun: `none`, `one`, `12`."""
    return in_words(count) if count else "none"


def chapter_change(chapter: Chapter, previous: date | None) -> str:
    """What changed under an objective since the last board, in one sentence."""
    if previous is None:
        return "This is the first board that there are inputs for."
    counted = [
        (len(chapter.gone if kind is Moved.GONE else chapter.moved(kind)), words)
        for kind, words in (
            (Moved.WORSE, "got worse"),
            (Moved.SLIPPED, "slipped"),
            (Moved.GONE, "gone without being closed"),
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
_WORDS_ON_THE_WAY = {
    Standing.MET: "On course",
    Standing.CLOSE: "Close",
    Standing.MISSED: "Behind",
    Standing.NONE: "No target",
}


def standing_words(line: Line) -> str:
    """Met, close or missed; on the way to a target that lies ahead on course, close or behind.

    On the way it is told what is expected by now.
    """
    if not line.is_on_the_way:
        return _STANDING_WORDS[line.standing]
    words = _WORDS_ON_THE_WAY[line.standing]
    if line.expected is None or line.expected == line.metric.target:
        return words
    return f"{words}: {quantity(line.expected, line.metric.unit)} expected by now"


def falling_short(lines: Sequence[Line]) -> str:
    """`two of 41 measures with a target miss it or are behind`; that none does, where none does."""
    judged = [line for line in lines if line.standing is not Standing.NONE]
    short = [line for line in judged if line.standing is Standing.MISSED]
    if not short:
        on_the_way = any(line.is_on_the_way for line in judged)
        stand = "on it, on course or close" if on_the_way else "on it or close"
        return f"{all_of(len(judged), 'measure')} with a target {are(len(judged))} {stand}"
    ahead = sum(line.is_on_the_way for line in short)
    said = ["misses it" if len(short) == 1 else "miss it"] * (ahead < len(short))
    said += [f"{are(len(short))} behind"] * (ahead > 0)
    of = plural_words(len(judged), "measure")
    return f"{in_words(len(short))} of {of} with a target {' or '.join(said)}"
