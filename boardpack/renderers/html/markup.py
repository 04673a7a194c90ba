"""HTML made of elements, never of pasted strings: what is not markup already is escaped."""

import re
from typing import Final

from markupsafe import Markup, escape

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"

_VOID: Final = frozenset({"br", "col", "img"})
_LINE_END: Final = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
# Controls, halves of surrogate pairs and non-characters: HTML drops them or cannot hold them.
_NOT_SHOWN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def printable(text: str) -> str:
    """The text with a visible mark for each character that no page can show; its line ends alike."""
    return _NOT_SHOWN.sub(REPLACEMENT, _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """The text as it goes into an attribute or a title: on one line."""
    return " ".join(printable(text).split())


def words(text: str) -> Markup:
    """The text escaped for the page; a new line of the text is a new line on the page."""
    return Markup("<br>").join(printable(text).split("\n"))


def element(tag: str, *content: str, **attributes: str | None) -> Markup:
    """An element with its content; an attribute that is None is left out.

    A trailing `_` of an attribute's name is dropped and `_` becomes `-`: `class_`, `aria_label`.
    """
    opening = Markup().join(
        Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), printable(value))
        for name, value in attributes.items()
        if value is not None
    )
    if tag in _VOID:
        return Markup("<{}{}>").format(tag, opening)
    return Markup("<{0}{1}>{2}</{0}>").format(tag, opening, joined(*content))


def joined(*content: str) -> Markup:
    """The parts one after the other; a part that is not markup is text."""
    return Markup().join(part if isinstance(part, Markup) else words(part) for part in content)


def hidden(text: str) -> Markup:
    """Words that only a screen reader says."""
    return element("span", escape(one_line(text)), class_="for-screen-readers")
