"""Which questions a row was asked: their codes, by their sentences, as they stand in the return."""

import re
import string
from functools import cache

from boardpack.checks import run  # noqa: F401 - registers every question
from boardpack.findings import registered

_CODE = re.compile(r"\bP\d{3}\b")
_ENOUGH = 15
"""Letters that a sentence has of its own, beside what is filled in, to be known again by them."""


def codes_in(text: str) -> tuple[str, ...]:
    """The codes of the questions in a text, in the order of the codes; none where it asks nothing."""
    told = set(_CODE.findall(text))
    found = {code for code, sentence in _sentences() if sentence.search(" ".join(text.split()))}
    return tuple(sorted(told | found))


@cache
def _sentences() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each question's sentence and remedy as a pattern, whatever is filled into it."""
    patterns = []
    for kind in registered():
        parts = [part for part, *_ in string.Formatter().parse(f"{kind.sentence} {kind.remedy}")]
        if kind.code.startswith("P") and sum(map(len, parts)) >= _ENOUGH:
            pattern = ".*?".join(re.escape(" ".join(part.split())) for part in parts)
            patterns.append((kind.code, re.compile(pattern.replace(r"\ ", r"\s?"))))
    return tuple(patterns)
