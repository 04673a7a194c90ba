"""The tags of a text as a template that can be read, with every tag that had to be left out of it.

Each tag stands on a line of its own, so that a line of the template tells its tag.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import jinja2

from boardpack.errors import FaultyTag
from boardpack.near import nearest
from boardpack.renderers.slides.expressions import ENVIRONMENT
from boardpack.renderers.slides.spans import opens_a_tag, spans

ANYTHING = "__anything__"
"""Stands for what cannot be read: whatever is asked of it is taken for right."""
_PAIRED = {"for", "if", "set", "macro", "call", "filter", "with", "raw"}
_BETWEEN = {"else": {"for", "if"}, "elif": {"if"}}
_NEVER = {"include", "import", "from", "extends", "block", "endblock"}
_WORDS = {*_PAIRED, *(f"end{word}" for word in _PAIRED), *_BETWEEN}
_ODD = re.compile(r"(?:got|unexpected(?: char)?) '(.+?)'")
_STAND_IN = {
    "if": "{% if 1 %}",
    "set": f"{{% set {ANYTHING} %}}",
    "macro": f"{{% macro {ANYTHING}() %}}",
    "call": f"{{% call {ANYTHING}() %}}",
    "filter": "{% filter string %}",
    "with": "{% with %}",
    "raw": "{% raw %}",
}
"""What takes the place of an opening tag that cannot be read, so that the rest still can."""
_EACH = re.compile(r"(?=\{[{%#])")
_VARIABLE = re.compile(r"\{%[-+]?\s*for\s+([A-Za-z_]\w*)")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as its author wrote it, and as Jinja reads it."""

    written: str
    tag: str
    block: str = ""


@dataclass(slots=True)
class Tags:
    """The tags of a text, the faults of those that cannot be read, and a template of the rest."""

    tags: list[Tag] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def source(self) -> str:
        """The template, a line a tag."""
        return "\n".join(self.lines)


def read_tags(paragraphs: Iterable[str]) -> Tags:
    """The tags of these paragraphs, which are one template."""
    read = Tags()
    for text in paragraphs:
        _collect(text, read)
    _balance(read)
    return read


def _collect(text: str, read: Tags) -> None:
    """Take up the tags of a paragraph; where one is faulty, look at each by itself."""
    if not opens_a_tag(text):
        return
    try:
        found = spans(text, "")
    except FaultyTag as fault:
        parts = [part for part in _EACH.split(text) if opens_a_tag(part)]
        if len(parts) > 1:
            for part in parts:
                _collect(part, read)
        else:
            why = fault.why.rpartition("cannot be filled: ")[2].removesuffix(".")
            read.faults.append((_plain(text), why))
        return
    read.tags += [Tag(_plain(text[one.start : one.end]), one.tag, one.block) for one in found]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _balance(read: Tags) -> None:
    """Write the template: what is faulty left out, what is not closed closed."""
    open_: list[tuple[str, Tag]] = []
    for tag in read.tags:
        word, line = tag.block, tag.tag
        if open_ and open_[-1][0] == "raw" and word != "endraw":
            pass
        elif word.startswith("end") and word in _WORDS:
            line = _close(word.removeprefix("end"), tag, open_, read)
        elif word in _BETWEEN:
            line = _between(tag, open_, read)
        elif word in _PAIRED and not (word == "set" and "=" in line):
            line = _open(tag, read)
            open_.append((word, tag))
        elif why := _fault(tag, line):
            read.faults.append((tag.written, why))
            line = ""
        read.lines.append(line)
    for word, tag in reversed(open_):
        read.faults.append((tag.written, f"its {{% end{word} %}} is missing"))
        read.lines.append(f"{{% end{word} %}}")


def _close(word: str, tag: Tag, open_: list[tuple[str, Tag]], read: Tags) -> str:
    if all(word != one for one, _ in open_):
        read.faults.append((tag.written, f"no {{% {word} %}} stands before it"))
        return ""
    closed = ""
    while open_[-1][0] != word:
        lost, opened = open_.pop()
        read.faults.append((opened.written, f"its {{% end{lost} %}} is missing"))
        closed += f"{{% end{lost} %}}"
    open_.pop()
    return closed + tag.tag


def _between(tag: Tag, open_: list[tuple[str, Tag]], read: Tags) -> str:
    if not open_ or open_[-1][0] not in _BETWEEN[tag.block]:
        read.faults.append((tag.written, "no {% if %} stands before it"))
        return ""
    if why := _fault(tag, f"{{% if 1 %}}{tag.tag}{{% endif %}}"):
        read.faults.append((tag.written, why))
        return ""
    return tag.tag


def _open(tag: Tag, read: Tags) -> str:
    why = _fault(tag, f"{tag.tag}{{% end{tag.block} %}}")
    if not why:
        return tag.tag
    read.faults.append((tag.written, why))
    if tag.block == "for":
        named = _VARIABLE.match(tag.tag)
        return f"{{% for {named[1] if named else ANYTHING} in {ANYTHING} %}}"
    return _STAND_IN[tag.block]


def _fault(tag: Tag, source: str) -> str:
    """Why a tag cannot be read; nothing where it can."""
    if tag.block in _NEVER:
        return "a slide cannot take in another file"
    if tag.block and tag.block not in _WORDS:
        meant = nearest(tag.block, _WORDS)
        return f'there is no "{tag.block}"' + (f', perhaps "{meant}" is meant' if meant else "")
    try:
        ENVIRONMENT.parse(source)
    except jinja2.TemplateSyntaxError as fault:
        return unreadable(fault.message or "")
    return ""


def unreadable(said: str) -> str:
    """What Jinja says of an expression that it cannot read, in words."""
    odd = _ODD.search(said)
    if odd is None:
        return f"it cannot be read ({said.rstrip('.')})"
    if odd[1].startswith("end of "):
        return "something is missing before its end"
    return f'"{odd[1]}" does not belong there'
