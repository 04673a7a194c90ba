"""Which row of the last plan became which row of this one: by ref first, then by wording."""

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

from boardpack.folded import folded
from boardpack.model.plan import Action
from boardpack.read.refs import ref_key

MatchedBy = Literal["ref", "wording"]
_SAME_WORK = 0.5
"""Two wordings at least this alike are the same work where the ref is the same too."""
_SAME_WORDING = 0.75
"""Two wordings at least this alike are the same work whatever the ref."""
_ENOUGH_TO_TELL = 30
"""Characters that two wordings have to share at their start to be one that goes on."""


@dataclass(frozen=True, slots=True)
class Match:
    """A row of this plan and what it was in the last one: None where it is new, or gone.

    `part_of` is the row of the last plan that a new one was split from: `4` of `4b`.
    """

    now: Action | None
    before: Action | None
    by: MatchedBy
    part_of: Action | None = None


def likeness(one: str, other: str, at_least: float = 0.0) -> float:
    """How alike two wordings are, 0 to 1, whatever their case and spaces; 0 where below `at_least`."""
    return _likeness(_plain(one), _plain(other), at_least)


@cache
def _plain(text: str) -> str:
    return folded(text)


@cache
def _likeness(one: str, other: str, at_least: float) -> float:
    """As `likeness`. The quick bounds come first: most pairs of a plan are nothing alike."""
    if one == other:
        return 1.0
    if _goes_on(one, other):
        return _SAME_WORDING
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for bound in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio):
        alike = bound()
        if alike < at_least:
            return 0.0
    return alike


def _goes_on(one: str, other: str) -> bool:
    """Whether one wording is the other with more behind it, as where an action was split in two."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return len(short) >= _ENOUGH_TO_TELL and long.startswith(short)


def match(now: Iterable[Action], before: Iterable[Action]) -> tuple[Match, ...]:
    """Every row of both plans once, in the order of this plan, then what is gone.

    In each pass the pairs that are most alike come first, so that a row that was copied and
    changed does not take the place of the one that it was copied from.
    """
    rows, left = list(now), dict(enumerate(before))
    found: dict[int, Match] = {}
    for key, at_least, by in _PASSES:
        alike_in: dict[Hashable, list[int]] = {}
        for place, other in left.items():
            alike_in.setdefault(key(other), []).append(place)
        alike_in.pop(None, None)
        pairs = [
            (-alike, index, place)
            for index, action in enumerate(rows)
            if index not in found
            for place in alike_in.get(key(action), ())
            if (alike := likeness(action.activity, left[place].activity, at_least)) >= at_least
        ]
        for _, index, place in sorted(pairs):
            if index not in found and place in left:
                found[index] = Match(rows[index], left.pop(place), by)
    whole = _undivided(rows, [*left.values(), *(pair.before for pair in found.values())])
    matched = [
        found.get(index, Match(action, None, "ref", whole.get(_stem(action))))
        for index, action in enumerate(rows)
    ]
    return (*matched, *(Match(None, other, "ref") for other in left.values()))


_Stem = tuple[str, int | None, str]


def _stem(action: Action) -> _Stem:
    """Where a row would stand if its ref had not the letter of a part: `4` of `4b`, `10b` of `10b.ii`."""
    ref = re.sub(r"(?:[.-]?(?:[a-z]|[ivx]+)|(?<=[a-z])\d+)$", "", ref_key(action.ref) or "")
    return action.sheet, action.objective, ref


def _undivided(now: Iterable[Action], before: Iterable[Action | None]) -> dict[_Stem, Action]:
    """The rows of the last plan whose ref no row of this plan has any longer, by sheet, objective and ref."""
    still = {(action.sheet, action.objective, ref_key(action.ref)) for action in now}
    were = {(a.sheet, a.objective, ref_key(a.ref) or ""): a for a in before if a and a.ref}
    return {place: action for place, action in were.items() if place not in still}


def _place(action: Action) -> Hashable:
    """Where a row stands: its sheet, objective and ref; None where it has no ref."""
    key = _ref(action)
    return key and (action.sheet, key)


def _ref(action: Action) -> Hashable:
    key = ref_key(action.ref)
    return None if key is None else (action.objective, key)


def _words(action: Action) -> Hashable:
    return action.objective, _plain(action.activity)


def _objective(action: Action) -> Hashable:
    return (action.objective,)


_PASSES: tuple[tuple[Callable[[Action], Hashable], float, MatchedBy], ...] = (
    (_place, _SAME_WORK, "ref"),
    (_ref, _SAME_WORK, "ref"),
    (_words, _SAME_WORDING, "wording"),
    (_objective, _SAME_WORDING, "wording"),
    (_place, 0.0, "ref"),
)
"""What has to agree, and how alike the wordings have to be, from the surest to the boldest.

Rows are compared with those that agree in this alone, for a plan of thousands has millions of pairs.
What has the same words is paired before the others are compared.

A row that one pass took is not looked at again. In the last, the ref alone decides, for an activity
may be written anew.
"""
