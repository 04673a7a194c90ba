"""Questions about an activity that stands twice, with two dates or two ratings."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from boardpack.checks.registry import Case, Hit, rule
from boardpack.findings import Severity
from boardpack.folded import folded
from boardpack.model.plan import Action, Field, Plan
from boardpack.read.refs import ref_key
from boardpack.words import sentence, short_date

_FEWEST_WORDS, _MOST_OF = 2, 0.6
_LITTLE_WORDS = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "that",
        "are",
        "all",
        "who",
        "will",
        "from",
        "into",
        "their",
        "has",
        "have",
        "been",
        "this",
    ]
)


def twins(plan: Plan) -> Iterator[tuple[Action, Action]]:
    """Each row of the metrics sheet with the activity that it repeats, by objective and ref.

    Where a ref stands under several rows, the one with the same words is the twin; without one
    there is no telling, and no question is asked.
    """
    by_ref: dict[tuple[int | None, str], list[Action]] = defaultdict(list)
    for action in plan.activities:
        key = ref_key(action.ref)
        if key:
            by_ref[action.objective, key].append(action)
    for measure in plan.measures:
        candidates = by_ref.get((measure.objective, ref_key(measure.ref) or ""), [])
        same = [a for a in candidates if folded(a.activity) == folded(measure.activity)]
        chosen = same or candidates
        if len(chosen) == 1:
            yield measure, chosen[0]


def _repeated(plan: Plan) -> Iterator[tuple[Action, Action]]:
    """Each activity that stands on another sheet too, under its ref and objective and in its words."""
    by_ref: dict[tuple[int | None, str], list[Action]] = defaultdict(list)
    for action in plan.activities:
        key = ref_key(action.ref)
        if key is None:
            continue
        before = by_ref[action.objective, key]
        yield from (
            (action, other)
            for other in before
            if other.sheet != action.sheet and _share_words(action.activity, other.activity)
        )
        before.append(action)


def _share_words(one: str, other: str) -> bool:
    """Whether most of what the shorter wording says stands in the longer one."""
    fewer, more = sorted((_words(one), _words(other)), key=len)
    return len(fewer) >= _FEWEST_WORDS and len(fewer & more) >= _MOST_OF * len(fewer)


def _words(text: str) -> set[str]:
    """The words that carry meaning, by their beginning, so that endings do not count."""
    return {word[:5] for word in re.findall(r"[^\W_]{3,}", text.casefold())} - _LITTLE_WORDS


@rule(
    "P015",
    "due-differs",
    title="Two due dates for one activity",
    severity=Severity.WARNING,
    sentence="{here} here and {there} on {sheet} ({cell}): which one holds?",
    remedy="Give the same date on both sheets.",
)
def due_differs(case: Case) -> Iterator[Hit]:
    """The metrics sheet and the actions sheet give different dates, or only one of them a date.

    So do two rows of one ref and one wording.
    """
    for measure, action in chain(twins(case.plan), _repeated(case.plan)):
        if measure.due.date != action.due.date and _both_have(measure, action, "due"):
            facts = {"here": sentence(_when(measure)), "there": _when(action)}
            yield Hit(measure, "due", facts | _place(action, "due"))


def _when(action: Action) -> str:
    """`due 31 Jul 2019`, `due "TBC"` or `no due date`."""
    if action.due.date is not None:
        return f"due {short_date(action.due.date)}"
    return f'due "{action.due.text}"' if action.due.text else "no due date"


@rule(
    "P016",
    "rating-differs",
    title="Two ratings for one activity",
    severity=Severity.WARNING,
    sentence="{here} here and {there} on {sheet} ({cell}): which one holds?",
    remedy="Give the same rating on both sheets.",
)
def rating_differs(case: Case) -> Iterator[Hit]:
    """The metrics sheet and the actions sheet give different ratings, or only one of them a rating.

    So do two rows of one ref and one wording.
    """
    for measure, action in chain(twins(case.plan), _repeated(case.plan)):
        if measure.rating is not action.rating and _both_have(measure, action, "rating"):
            facts = {"here": sentence(_rated(measure)), "there": _rated(action)}
            yield Hit(measure, "rating", facts | _place(action, "rating"))


def _rated(action: Action) -> str:
    return f"rated {action.rating.word}" if action.rating else "not rated"


def _both_have(measure: Action, action: Action, column: Field) -> bool:
    return column in measure.cells and column in action.cells


def _place(action: Action, column: Field) -> dict[str, object]:
    cell = action.source(column).cell
    return {"sheet": action.sheet, "cell": cell}
