"""The lines of a slide's notes that say whether and how often it is shown, with all their faults."""

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from boardpack.errors import FaultyDirective
from boardpack.renderers.slides.directives import Directives, notes_body, take_directives
from boardpack.renderers.slides.xml import Element, children, every, read, remove

_VARIABLE = re.compile(r"\s*for\s*:?\s*([A-Za-z_]\w*)", re.IGNORECASE)
_NO_COLON = re.compile(r"\s*(for\s+[A-Za-z_]\w*\s+in\s+[\w.]+)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lines:
    """The directives of a slide, and of each line that cannot be followed what it says and why.

    `lost` are the names that such lines would have given.
    """

    directives: Directives
    faults: tuple[tuple[str, str], ...]
    lost: frozenset[str]


def read_lines(slide: Any, where: str) -> Lines:
    """The directives of a slide, taken out of its notes; a faulty line does not hide the next."""
    faults: list[tuple[str, str]] = []
    lost: set[str] = set()
    while True:
        body = notes_body(slide)
        before = [] if body is None else [deepcopy(one) for one in children(body, "a:p")]
        try:
            found = take_directives(slide, where)
        except FaultyDirective as fault:
            faults.append((fault.line.strip(), fault.remedy))
            lost.update(_names(fault.line))
            kept = [one for one in before if not _holds(one, fault.line)]
            if len(kept) == len(before):
                return Lines(Directives(), tuple(faults), frozenset(lost))
            _put_back(slide, kept)
        else:
            for line in _said(slide):
                if _NO_COLON.fullmatch(line):
                    faults.append((line.strip(), "there is no colon after its first word"))
                    lost.update(_names(line))
            return Lines(found, tuple(faults), frozenset(lost))


def _names(line: str) -> list[str]:
    named = _VARIABLE.match(line)
    return [named[1]] if named else []


def _put_back(slide: Any, kept: list[Element]) -> None:
    """Make these the notes again: a faulty line is gone, those that were read before it are back."""
    body = notes_body(slide)
    assert body is not None
    for old in children(body, "a:p"):
        remove(old)
    for one in kept or [read("<a:p/>")]:
        body.append(one)


def _holds(paragraph: Element, line: str) -> bool:
    return _letters(line) in _letters("".join(t.text or "" for t in every(paragraph, "a:t")))


def _letters(text: str) -> str:
    """What of a text no AutoCorrect changes."""
    return re.sub(r"[\W_]", "", text)


def _said(slide: Any) -> list[str]:
    body = notes_body(slide)
    return [
        "".join(t.text or "" for t in every(paragraph, "a:t"))
        for paragraph in ([] if body is None else children(body, "a:p"))
    ]
