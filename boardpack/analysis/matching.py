"""Which row of the last plan became which row of this one: by ref first, then by wording."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from boardpack.model.plan import Action
from boardpack.read.refs import ref_key

MatchedBy = Literal["ref", "wording"]
_SAME_WORK = 0.5
"""Two wordings at least this alike are the same work where the ref is the same too."""
_SAME_WORDING = 0.75
"""Two wordings at least this alike are the same work whatever the ref."""


@dataclass(frozen=True, slots=True)
class Match:
    """A row of this plan and what it was in the last one: None where it is new, or gone."""

    now: Action | None
    before: Action | None
    by: MatchedBy


def likeness(one: str, other: str) -> float:
    """How alike two wordings are, 0 to 1, whatever their case and spaces."""
    first, second = " ".join(one.casefold().split()), " ".join(other.casefold().split())
    if first == second:
        return 1.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _SAME_WORK else 0.0


def match(now: Iterable[Action], before: Iterable[Action]) -> tuple[Match, ...]:
    """Every row of both plans once, in the order of this plan, then what is gone."""
    rows, left, found = list(now), list(before), {}
    for same, by in _PASSES:
        for index, action in enumerate(rows):
            if index in found:
                continue
            candidates = [other for other in left if same(action, other)]
            if candidates:
                best = max(candidates, key=lambda other: likeness(action.activity, other.activity))
                found[index] = Match(action, best, by)
                left.remove(best)
    matched = [found.get(index, Match(action, None, "ref")) for index, action in enumerate(rows)]
    return (*matched, *(Match(None, other, "ref") for other in left))


def _same_place(now: Action, before: Action) -> bool:
    return (
        now.sheet == before.sheet
        and _same_ref(now, before)
        and likeness(now.activity, before.activity) >= _SAME_WORK
    )


def _same_ref(now: Action, before: Action) -> bool:
    key = ref_key(now.ref)
    return key is not None and key == ref_key(before.ref) and now.objective == before.objective


def _same_ref_elsewhere(now: Action, before: Action) -> bool:
    return _same_ref(now, before) and likeness(now.activity, before.activity) >= _SAME_WORK


def _same_wording(now: Action, before: Action) -> bool:
    return (
        now.objective == before.objective
        and likeness(now.activity, before.activity) >= _SAME_WORDING
    )


def _same_sheet_and_ref(now: Action, before: Action) -> bool:
    """What no wording matched: the ref alone, for an activity may be written anew."""
    return now.sheet == before.sheet and _same_ref(now, before)


_PASSES: tuple[tuple[Callable[[Action, Action], bool], MatchedBy], ...] = (
    (_same_place, "ref"),
    (_same_ref_elsewhere, "ref"),
    (_same_wording, "wording"),
    (_same_sheet_and_ref, "ref"),
)
"""From the surest to the boldest: a row that one pass took is not looked at again."""
