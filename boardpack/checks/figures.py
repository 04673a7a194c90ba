"""Questions about the current and target figures of a row."""

import re
from collections.abc import Iterator
from datetime import date

from boardpack.checks.registry import Case, Hit, Threshold, rule
from boardpack.findings import Severity
from boardpack.model.plan import Action, Reading
from boardpack.words import in_words, long_date

_FEWER = re.compile(
    r"\b(?:reduc\w*|fewer|lower|less than|below|under|no more than|at most|maximum|decreas\w*|down to)\b",
    re.IGNORECASE,
)

_MORE = re.compile(
    r"\b(?:increas\w*|improv\w*|more|higher|raise\w*|at least|above|up to)\b", re.IGNORECASE
)
_FEWER_IS_BETTER = re.compile(
    r"\b(?:SDQ|NEET|missing (?:episodes?|children|incidents?)|re-?referrals?|repeat|turnover|vacanc(?:y|ies)|caseloads?"
    r"|backlog|waiting|waits?|awaiting|length of|median (?:days|weeks)|(?:days|weeks) in|time (?:to|from|taken)|average time|overdue|unallocated|out of county|exclusions?|absences?|agency|re-?offending|disruptions?"
    r"|breakdowns?|days? (?:to|from|between)|weeks? (?:to|from|between)|duration|delays?|errors?|complaints?)\b",
    re.IGNORECASE,
)
"""Measures of children's services of which everyone wants fewer."""


def latest_reading(readings: tuple[Reading, ...]) -> Reading | None:
    """The reading with the newest date; where none is dated, the last one given."""
    dated = [reading for reading in readings if reading.as_at is not None]
    if dated:
        return max(dated, key=lambda reading: reading.as_at or date.min)
    return readings[-1] if readings else None


def wants_less(action: Action) -> bool:
    """Whether a lower figure is better, as far as the row's own words say, or what it counts."""
    said = (action.activity, action.metric, action.target_text)
    if any(_FEWER.search(text) for text in said):
        return True
    counts = action.metric or action.activity
    return bool(_FEWER_IS_BETTER.search(counts)) and not any(_MORE.search(text) for text in said)


@rule(
    "P017",
    "far-from-target-but-green",
    title="Far from the target and Green",
    severity=Severity.WARNING,
    sentence='The figure is "{current}", the target "{target}", and the rating Green: is it on target?',
    remedy="Rate it again, or say why the target will be met.",
    threshold=Threshold(0.25, "the share of the target by which the figure misses it"),
)
def far_from_target_but_green(case: Case, threshold: float) -> Iterator[Hit]:
    """The newest figure misses the target by more than the threshold, twice that where its day is ahead."""
    for action in case.green:
        current, target = latest_reading(action.current), latest_reading(action.target)
        if current is None or target is None or current.unit != target.unit or target.value == 0:
            continue
        gap = (current.value - target.value) / abs(target.value)
        ahead = target.as_at is not None and target.as_at > case.board
        beyond = 2 * threshold if ahead else threshold
        if (gap if wants_less(action) else -gap) > beyond:
            facts = {"current": flat(action.current_text), "target": flat(action.target_text)}
            yield Hit(action, "current", facts)


@rule(
    "P022",
    "moving-wrong-way-but-green",
    title="Moving away from the target and Green",
    severity=Severity.WARNING,
    sentence='The figure went from {before} to {now}, away from the target "{target}", and the rating is Green: '
    "is it on target?",
    remedy="Rate it again, or say what will turn it round.",
    threshold=Threshold(0, "the share of the target by which the figure moved away from it"),
)
def moving_wrong_way_but_green(case: Case, beyond: float) -> Iterator[Hit]:
    """The two newest figures of a cell move away from a target that is not met."""
    for action in case.green:
        newest = sorted((r for r in action.current if r.as_at), key=lambda r: r.as_at or date.min)[
            -2:
        ]
        target = latest_reading(action.target)
        if len(newest) < 2 or target is None:  # noqa: PLR2004  # a movement has two ends
            continue
        before, now = newest
        if {before.unit, now.unit} != {target.unit} or before.as_at == now.as_at:
            continue
        met = now.value <= target.value if wants_less(action) else now.value >= target.value
        away = abs(now.value - target.value) - abs(before.value - target.value)
        if not met and away > beyond * abs(target.value):
            facts = {
                "before": _shown(before),
                "now": _shown(now),
                "target": flat(action.target_text),
            }
            yield Hit(action, "current", facts)


def _shown(reading: Reading) -> str:
    return f"{reading.value:,.15g}{reading.unit or ''}"


@rule(
    "P018",
    "stale-data",
    title="Old data",
    severity=Severity.NOTE,
    sentence="The figure is of {as_at}, more than {months} months before the board: is there a newer one?",
    remedy="Give the newest figure with its date.",
    threshold=Threshold(6, "how many months old the figure may be"),
)
def stale_data(case: Case, beyond: float) -> Iterator[Hit]:
    """Open rows whose newest dated figure is older than the threshold."""
    for action in case.open:
        current = latest_reading(action.current)
        if current is None or current.as_at is None:
            continue
        months = (
            (case.board.year - current.as_at.year) * 12 + case.board.month - current.as_at.month
        )
        if (months, case.board.day) > (beyond, current.as_at.day):
            yield Hit(
                action,
                "current",
                {"as_at": long_date(current.as_at), "months": in_words(int(beyond))},
            )


def flat(text: str, longest: int = 60) -> str:
    """A cell's text on one line, cut at a word where it is long."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + "\u00a0…"
