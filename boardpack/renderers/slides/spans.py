"""Where the tags of a text lie, and what they say once PowerPoint's AutoCorrect is undone in them."""

import re
from dataclasses import dataclass

from boardpack.errors import FaultyTag

OPAQUE = "\ufffc"
"""Stands in a paragraph's text for a field, a formula or whatever else is no text."""
BREAK = "\v"
"""Stands there for a line break, which like a run has a format of its own."""

_STRING = r"\"[^\"]*\"|'[^']*'"
_TAG = re.compile(
    rf"\{{\{{(?:[^\"'}}]|{_STRING}|\}}(?!\}}))*\}}\}}"
    rf"|\{{%(?:[^\"'%]|{_STRING}|%(?!\}}))*%\}}"
    r"|\{#.*?#\}",
    re.DOTALL,
)
_OPENER = re.compile(r"\{[{%#]")
_EXPRESSION_START = re.compile(r"\{\{[-+]?\s*")
_BLOCK = re.compile(r"\{%[-+]?\s*(\w+)")
# Lengths stay, so that places hold.
_STRAIGHT = str.maketrans("“”„‟«»‘’‚‛\xa0\u2009\u202f\v", '""""""\'\'\'\'    ')
_PLAIN = str.maketrans({"–": "-", "—": "-", "−": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class Span:
    """A tag from one place in its paragraph's text to another. `first` is where its value's look is.

    People embolden the word and not the braces: a value looks like its expression's first letter.
    """

    start: int
    end: int
    tag: str
    first: int

    @property
    def shows(self) -> bool:
        """Whether the tag puts a value there, rather than steer or remark."""
        return self.tag.startswith("{{")

    @property
    def block(self) -> str:
        """The word of a tag that steers, such as `for` or `endif`; else nothing."""
        found = _BLOCK.match(self.tag)
        return found[1] if found else ""


def opens_a_tag(text: str) -> bool:
    """Whether the text may hold a tag."""
    return _OPENER.search(text) is not None


def spans(text: str, where: str) -> list[Span]:
    """The tags of a text in order."""
    straight = text.translate(_STRAIGHT)
    found = list(_TAG.finditer(straight))
    shown = text.replace(BREAK, " ")
    if opens_a_tag(_TAG.sub("", straight)):
        raise FaultyTag(where, shown, "a tag is opened and not closed, or its quotes do not pair")
    if any(OPAQUE in tag.group() for tag in found):
        raise FaultyTag(where, shown, "a field (such as a page number) stands inside a tag")
    return [
        Span(tag.start(), tag.end(), _plain(tag.group()), _first(straight, tag)) for tag in found
    ]


def straightened(text: str, where: str) -> str:
    """A text of one format, such as a shape's name, as a template."""
    parts: list[str] = []
    at = 0
    for span in spans(text, where):
        parts += [text[at : span.start], span.tag]
        at = span.end
    return "".join([*parts, text[at:]])


def _first(straight: str, tag: re.Match[str]) -> int:
    begin = _EXPRESSION_START.match(straight, tag.start())
    return min(begin.end() if begin else tag.start(), tag.end() - 1)


def _plain(tag: str) -> str:
    parts = re.split(f"({_STRING})", tag)
    return "".join(part if i % 2 else part.translate(_PLAIN) for i, part in enumerate(parts))
