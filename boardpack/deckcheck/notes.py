"""The lines of a slide's notes that say whether and how often it is shown, with all their faults."""

import re
from dataclasses import dataclass
from typing import Any

from boardpack.deckcheck.tags import ANYTHING
from boardpack.errors import FaultyDirective
from boardpack.renderers.slides.directives import Directives, notes_body, take_directives
from boardpack.renderers.slides.xml import children, every, remove

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
        try:
            found = take_directives(slide, where)
        except FaultyDirective as fault:
            faults.append((fault.line.strip(), fault.remedy))
            lost.update(_names(fault.line))
            if not _drop(slide, fault.line):
                return Lines(Directives(), tuple(faults), frozenset(lost | {ANYTHING}))
        else:
            for line in _said(slide):
                if _NO_COLON.fullmatch(line):
                    faults.append((line.strip(), "there is no colon after its first word"))
                    lost.update(_names(line))
            return Lines(found, tuple(faults), frozenset(lost))


def _names(line: str) -> list[str]:
    named = _VARIABLE.match(line)
    return [named[1]] if named else []


def _drop(slide: Any, line: str) -> bool:
    """Take the paragraph with a faulty line out of the notes, so that the others can be read."""
    body = notes_body(slide)
    wanted = _letters(line)
    for paragraph in [] if body is None else children(body, "a:p"):
        said = _letters("".join(t.text or "" for t in every(paragraph, "a:t")))
        if wanted and wanted in said:
            remove(paragraph)
            return True
    return False


def _letters(text: str) -> str:
    """What of a text no AutoCorrect changes."""
    return re.sub(r"[\W_]", "", text)


def _said(slide: Any) -> list[str]:
    body = notes_body(slide)
    return [
        "".join(t.text or "" for t in every(paragraph, "a:t"))
        for paragraph in ([] if body is None else children(body, "a:p"))
    ]
