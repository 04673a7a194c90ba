"""The words of the two short papers: the highlight report and the chair's briefing."""

from collections.abc import Mapping

from boardpack.analysis.attention import SILENT, is_worse, silent_leads
from boardpack.analysis.movement import Moved
from boardpack.analysis.overview import Overview
from boardpack.analysis.scorecard import Standing
from boardpack.analysis.stories import Story
from boardpack.charts.catalogue.plan import counts_in_words
from boardpack.checks.figures import flat
from boardpack.document.names import where
from boardpack.document.summary import and_more, late_line
from boardpack.document.tables.brief import short_activity
from boardpack.document.wording import falling_short, none_or, rating_word
from boardpack.model.plan import Rating
from boardpack.words import in_words, long_date, plural, plural_words, sentence

_MOST_LINES, _LEAST_LINES = 5, 2
_MOST_ASKS = 6
_LONGEST, _LEAD = 160, 40
"""Characters of a line that somebody has typed, and of a lead."""


def values(overview: Overview, fewer: int = 0) -> Mapping[str, object]:
    """What the templates of the short papers may name beside what the pack's may.

    `fewer` is by how many lines each list is shorter than it could be.
    """
    lines = max(_MOST_LINES - fewer, _LEAST_LINES)
    narrow = max(lines - 1, _LEAST_LINES)
    return {
        "period": _period(overview),
        "position": _position(overview),
        "off_track": _off_track(overview),
        "measures_told": _measures(overview),
        "silence": _silence(overview),
        "returns_told": _returns(overview),
        "red_rest": and_more(_red_lines(overview), narrow),
        "late_rest": and_more(_late_lines(overview), narrow),
        "achievements": and_more(_closed_lines(overview), lines),
        "support": _support(overview),
        "unrated_told": _unrated(overview),
        "due_next": _due_next(overview),
        "due_next_named": _due_next_named(overview),
    }


def _period(overview: Overview) -> str:
    """`3 July 2019 to 14 August 2019`, or the one date that is known."""
    until = long_date(overview.meeting.date)
    return f"{long_date(overview.previous)} to {until}" if overview.previous else f"up to {until}"


def _position(overview: Overview) -> str:
    """The whole plan in one sentence."""
    now = overview.now
    if not now.total:
        return "The plan has no actions."
    return f"The plan has {plural(now.total, 'action')}: {counts_in_words(now)}."


def _off_track(overview: Overview) -> str:
    """How many actions are escalated, and what that means."""
    count = len(overview.escalated)
    if not count:
        return "No action is escalated: none is late and either Red or without news."
    late = "past the due date, and Red or without an update since the last board"
    if overview.previous is None:
        late = "past the due date, and Red or without any progress told"
    return f"{sentence(plural_words(count, 'action is', 'actions are'))} {late}."


def _measures(overview: Overview) -> str:
    """How many measures miss their target or are behind, and how many got worse by more than chance."""
    if not overview.scorecard:
        return "There are no measures in the inputs."
    worse = [*filter(is_worse, overview.scorecard)]
    if any(line.standing is not Standing.NONE for line in overview.scorecard):
        told = falling_short(overview.scorecard)
    else:
        told = "No measure has a target that it can be judged by"
    return f"{sentence(told)}; {none_or(len(worse))} got worse by more than chance."


def _silence(overview: Overview) -> str:
    """How many open actions have had no update, and of how many leads; nothing where it is not asked."""
    if SILENT in overview.settings.checks.off:
        return ""
    if overview.previous is None:
        return "There is no earlier board to count from."
    silent = overview.asked(SILENT)
    since = f"since {long_date(overview.previous)}"
    if not silent:
        return f"No open action is without an update {since}."
    told = plural_words(len(silent), "open action has", "open actions have")
    shared = any(len(story.action.lead) > 1 for story in silent)
    more = " An action with two leads counts for both." if shared else ""
    return f"{sentence(told)} had no update {since}{_from_whom(overview)}.{more}"


def _returns(overview: Overview) -> str:
    """How many of the leads who were asked have not answered; nothing where nobody was asked."""
    silent = overview.outstanding
    if silent is None:
        return ""
    if not silent:
        return "Every lead who was asked has sent updates."
    told = plural_words(len(silent), "lead who was asked has", "leads who were asked have")
    often = sum(one.late > 0 for one in silent)
    before = f", {in_words(often)} of them late before as well" if often else ""
    return f"{sentence(told)} not sent updates{before}."


def _from_whom(overview: Overview) -> str:
    """`, from 14 leads; one names no lead`: each lead has a line in the table, and so have those without."""
    leads = silent_leads(overview)
    named = sum(one.lead is not None for one in leads)
    nameless = sum(len(one.stories) for one in leads if one.lead is None)
    by = f", from {plural_words(named, 'lead')}" if named else ""
    if not nameless:
        return by
    return f"{by}; {plural_words(nameless, 'names', 'name')} no lead"


def _red_lines(overview: Overview) -> list[str]:
    """What is red and not escalated, with what it was at the last board where that was better."""
    red = [s for s in overview.activities if s.action.rating is Rating.RED and not s.is_escalated]
    return [_red_line(story) for story in red]


def _red_line(story: Story) -> str:
    """`Objective 2, 14a: Head of Fostering, was Amber`."""
    was = next((m.was for m in story.movements if m.kind in {Moved.WORSE, Moved.REOPENED}), None)
    lead = flat(story.action.lead[0], _LEAD) if story.action.lead else "no lead"
    told = f"{where(story)}: {lead}"
    return told if was is None else f"{told}, was {rating_word(was)}"


def _late_lines(overview: Overview) -> list[str]:
    """What is late and not escalated, the worst first."""
    rest = [story for story in overview.late if not story.is_escalated]
    return [late_line(story) for story in rest]


def _closed_lines(overview: Overview) -> list[str]:
    """What was closed since the last board, in the order of the plan."""
    closed = [story for story in overview.activities if story.moved(Moved.CLOSED)]
    return [f"{where(story)}: {short_activity(story.action.activity)}" for story in closed]


def _support(overview: Overview) -> tuple[str, ...]:
    """What is asked of the board above; what a page has no room for stands in the agenda."""
    asked = [flat(line, _LONGEST) for line in overview.meeting.agenda.support]
    *told, last = and_more(asked, _MOST_ASKS) or ("",)
    if len(asked) > _MOST_ASKS:
        last += ", in the agenda"
    return (*told, last) if asked else ()


def _unrated(overview: Overview) -> str:
    """How many actions stand under no rating; nothing where each has one."""
    count = overview.now.unrated
    if not count:
        return ""
    told = plural_words(count, "action without a rating is", "actions without a rating are")
    return f"{sentence(told)} not counted here."


def _due_next(overview: Overview) -> str:
    """How many actions are due before the next board."""
    count, before = (
        len(overview.due_next),
        f"before the next board on {long_date(overview.next_board)}",
    )
    if not count:
        return f"No action is due {before}."
    return f"{sentence(plural_words(count, 'action is', 'actions are'))} due {before}."


def _due_next_named(overview: Overview) -> str:
    """The same with the first of them by their refs, the soonest first."""
    told, named = _due_next(overview), [where(story) for story in overview.due_next]
    if not named:
        return told
    return f"{told.removesuffix('.')}: {'; '.join(and_more(named, _MOST_LINES))}."
