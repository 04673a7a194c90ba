"""Questions about the progress diary: whether it is kept, and agrees with the rating."""

import re
from collections.abc import Iterator

from boardpack.checks.registry import Case, Hit, Threshold, rule
from boardpack.findings import Severity
from boardpack.model.plan import Action, SheetRole
from boardpack.words import long_date

_NOT = r"(?<!not )(?<!to be )(?<!until )(?<!when )(?<!once )(?<!if )(?<!partly )(?<!nearly )(?<!almost )"
_SAYS_CLOSED = re.compile(
    rf"\b(?:action|activity|task|objective|all (?:the )?(?:work|actions?|tasks?)(?: on (?:this|it))?)s?,? "
    rf"(?:is |are |has |have |been |now |therefore )*{_NOT}(?:complete|completed|closed|finished)\b"
    r"|(?:^|[.;:!] |\n)(?:now |action )?(?:complete|completed|closed|close|done)(?:[.!]|$|\n)"
    r"|\bcompleted (?:last|this) (?:week|wk|month)\b|\bto be shut down\b|\bnothing (?:more|else|further) to do\b"
    r"|\b(?:can|may|should|to) (?:now )?be closed\b(?! (?:when|once|if|until|after|in|by)\b)"
    r"|\bplease close\b|\bready to close\b|\bsigned off and closed\b"
    r"|\b(?:propose|request|recommend)\w* (?:(?:for|to|that|this|the|action|measure|activity|is|be|now) )*clos(?:e|ed|ure)\b"
    r"|\b(?:consider|regard)\w* (?:(?:this|the|it|as|to|be|action|activity|now) )*(?:complete|completed|closed)\b"
    r"|\bno further action (?:is )?(?:required|needed)\b",
    re.IGNORECASE | re.MULTILINE,
)
_STILL_OPEN = re.compile(
    r"\b(?:(?<!was )(?<!were )paused|on hold|(?<!no longer )await(?:ing|s)|not yet|yet to|still to be"
    r"|still outstanding|remains? outstanding|remains? open"
    r"|not (?:been )?(?:started|completed|finished)|to be completed)\b",
    re.IGNORECASE,
)


def words_of_latest(action: Action) -> str:
    """The newest update; where none is dated, the whole diary."""
    latest = action.latest_update
    return latest.text if latest else action.progress


def quoted(text: str, match: re.Match[str], around: int = 40) -> str:
    """The words that were found, with a little of what stands round them; … where words are left out."""
    start, end = max(0, match.start() - around), min(len(text), match.end() + around)
    start = text.find(" ", start, match.start()) + 1 if start else 0
    end = text.rfind(" ", match.end(), end) if end < len(text) else end
    end = max(end, match.end())
    before = "…\u00a0" if text[:start].strip() else ""
    after = "\u00a0…" if text[end:].strip() else ""
    return before + " ".join(text[start:end].split()) + after


@rule(
    "P004",
    "no-update-since-previous-board",
    title="No update since the previous board",
    severity=Severity.WARNING,
    sentence="{latest} the board of {previous}: what has happened since?",
    remedy="Add a dated update.",
    threshold=Threshold(0, "how many days older than the previous board the update may be"),
)
def no_update_since_previous_board(case: Case, beyond: float) -> Iterator[Hit]:
    """Open rows without a dated update after the day of the previous board."""
    if case.previous is None:
        return
    for action in case.open:
        latest = action.latest_update
        day = latest.date if latest else None
        if day is None and "progress" not in action.cells:
            continue
        if day is None:
            told = "No update is dated, so none is known to be since"
        elif day > case.previous or 0 < (case.previous - day).days <= beyond:
            continue
        else:
            told = f"The last update is of {long_date(day)}, {'on the day of' if day == case.previous else 'before'}"
        yield Hit(action, "progress", {"latest": told, "previous": long_date(case.previous)})


@rule(
    "P005",
    "undated-progress",
    title="Progress without a date",
    severity=Severity.NOTE,
    sentence="No date can be read in the progress: when was this written?",
    remedy="Begin each update with its date, such as 14/05/2019.",
)
def undated_progress(case: Case) -> Iterator[Hit]:
    """Open rows with words in the progress cell and no date that opens an update."""
    for action in case.open:
        if action.progress and action.latest_update is None:
            yield Hit(action, "progress")


@rule(
    "P006",
    "no-progress",
    title="No progress given",
    severity=Severity.WARNING,
    sentence="There is no progress: has it begun?",
    remedy="Add a dated update.",
)
def no_progress(case: Case) -> Iterator[Hit]:
    """Open rows with an empty progress cell."""
    for action in case.open:
        if not action.progress and "progress" in action.cells:
            yield Hit(action, "progress")


@rule(
    "P007",
    "says-closed-but-not-blue",
    title="The words say closed, the rating does not",
    severity=Severity.WARNING,
    sentence='The update says "{words}" and the rating is {rating}: is it closed?',
    remedy="Rate it Blue, or say what is left.",
)
def says_closed_but_not_blue(case: Case) -> Iterator[Hit]:
    """The newest update, or the due date, says that it is complete or closed."""
    for action in case.open:
        rating = action.rating.word if action.rating else "not given"
        text = words_of_latest(action)
        match = _SAYS_CLOSED.search(text)
        if match:
            yield Hit(action, "progress", {"words": quoted(text, match), "rating": rating})
        elif action.due.text and re.match(
            r"(?:complete|closed|done)", action.due.text, re.IGNORECASE
        ):
            yield Hit(action, "due", {"words": action.due.text, "rating": rating})


@rule(
    "P008",
    "blue-but-open-wording",
    title="Blue, and the words say that work is left",
    severity=Severity.WARNING,
    sentence='The rating is Blue and the last update says "{words}": is it closed?',
    remedy="Say that it is done, or rate it again.",
)
def blue_but_open_wording(case: Case) -> Iterator[Hit]:
    """Closed rows whose newest update says paused, awaiting or the like."""
    for action in case.closed:
        text = words_of_latest(action)
        match = _STILL_OPEN.search(text)
        if match:
            yield Hit(action, "progress", {"words": quoted(text, match)})


@rule(
    "P019",
    "closed-row-on-open-sheet",
    title="A closed action among the open ones",
    severity=Severity.NOTE,
    sentence="The action is Blue and still on the sheet of open actions.",
    remedy="Move the row to the sheet of completed actions after the board.",
)
def closed_row_on_open_sheet(case: Case) -> Iterator[Hit]:
    """Blue rows on a sheet of open actions."""
    for action in case.closed:
        if action.role is SheetRole.OPEN:
            yield Hit(action, "rating")
