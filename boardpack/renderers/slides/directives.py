"""The lines in a slide's notes that say whether and how often it is shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from boardpack.errors import FaultyDirective
from boardpack.renderers.slides import private
from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.xml import Element, child, children, every, name, read, remove

_LINE = re.compile(r"\s*(for|if)\s*:\s*(.*?)\s*$", re.IGNORECASE)  # AutoCorrect writes "For:"
_LOOP = re.compile(r"([A-Za-z_]\w*)\s+in\s+(.+)")
_STRAIGHT = str.maketrans("“”„‟‘’‚‛\xa0–", "\"\"\"\"'''' -")


@dataclass(frozen=True, slots=True)
class Directives:
    """`for: NAME in LIST`, and conditions that all have to hold."""

    loop: tuple[str, str] | None = None
    conditions: tuple[str, ...] = ()

    def turns(self, names: Names) -> Iterator[Names]:
        """The names for each time that the slide is shown."""
        if self.loop is None:
            each = [names]
        else:
            variable, listed = self.loop
            each = [names.having(variable, item) for item in names.items(listed)]
        return (one for one in each if all(one.holds(condition) for condition in self.conditions))


def take_directives(slide: Any, where: str) -> Directives:
    """The directives of a slide, which are then no longer in its notes."""
    body = notes_body(slide)
    loop: tuple[str, str] | None = None
    conditions: list[str] = []
    for paragraph in [] if body is None else children(body, "a:p"):
        lines = _lines(paragraph)
        found = [match for line in lines if (match := _LINE.match(line))]
        if not found:
            continue
        if len(found) < len([line for line in lines if line.strip()]):
            raise FaultyDirective(where, lines[0], "put it into a paragraph of its own")
        for match in found:
            if match[1].casefold() == "if":
                conditions.append(match[2])
            elif loop is not None:
                raise FaultyDirective(
                    where, match[0].strip(), "a slide can have only one such line"
                )
            elif repeat := _LOOP.fullmatch(match[2]):
                loop = (repeat[1], repeat[2])
            else:
                raise FaultyDirective(where, match[0].strip(), "write it as `for: NAME in LIST`")
        remove(paragraph)
    if body is not None and child(body, "a:p") is None:
        body.append(read("<a:p/>"))
    return Directives(loop, tuple(conditions))


def has_directives(slide: Any) -> bool:
    """Whether a line of the slide's notes says how often it is shown."""
    body = notes_body(slide)
    paragraphs = [] if body is None else children(body, "a:p")
    return any(_LINE.match(line) for paragraph in paragraphs for line in _lines(paragraph))


def notes_body(slide: Any) -> Element | None:
    """The text of a slide's notes, if it has any."""
    if not slide.has_notes_slide:
        return None
    frame = slide.notes_slide.notes_text_frame
    return None if frame is None else private.text_body(frame)


def _lines(paragraph: Element) -> list[str]:
    parts = [
        "\n" if element.tag == name("a:br") else element.text or ""
        for element in every(paragraph, "a:t", "a:br")
    ]
    return "".join(parts).replace("\v", "\n").translate(_STRAIGHT).split("\n")
