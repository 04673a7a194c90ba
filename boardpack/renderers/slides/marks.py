"""A text as one Jinja template in which marks say which run and paragraph each part of it is of.

PowerPoint splits text into runs where it likes, so a tag may lie in many of them and a loop in many
paragraphs, or in many rows of a table. All of it is therefore one template, filled once and then
taken apart by its marks.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from boardpack.renderers.slides.spans import BREAK, OPAQUE, Span, opens_a_tag, spans
from boardpack.renderers.slides.xml import Element, every, name, safe

TEXT = "text"
_MARK = re.compile("\ufdd0(?:([PQROTC])([0-9]*)|(A)([^\ufdd0\ufdd1]*))\ufdd1")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a filled template: text, or a mark.

    Marks are P and Q (a paragraph starts, ends), R (a run), A (where that run leads), O (an element
    that is no text), T and C (a row of a table, a cell).
    """

    kind: str
    number: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph before it is filled: its text, and for each character the number of its owner.

    The owner is a run, or for what is no text an element of `Marks.opaque`.
    """

    number: int
    text: str
    owners: tuple[int, ...]
    spans: tuple[Span, ...]

    @property
    def says(self) -> bool:
        """Whether there is more in it than loops, conditions and remarks."""
        at, left = 0, []
        for span in self.spans:
            left.append(self.text[at : span.start])
            at = span.end
        left.append(self.text[at:])
        return any(span.shows for span in self.spans) or bool("".join(left).strip())

    @property
    def steers(self) -> bool:
        """Whether it holds loops, conditions and remarks, and nothing else."""
        return bool(self.spans) and not self.says

    def until(self, span: Span) -> "Line":
        """What stands before this tag."""
        earlier = tuple(one for one in self.spans if one.start < span.start)
        return replace(self, text=self.text[: span.start], spans=earlier)

    def without(self, hoisted: set[Span]) -> "Line":
        """The same paragraph, in which these tags say nothing: they stand elsewhere."""
        return replace(
            self, spans=tuple(replace(s, tag="") if s in hoisted else s for s in self.spans)
        )


@dataclass(slots=True)
class Marks:
    """What the marks of a template number: runs, elements that are no text, paragraphs.

    `fluid` are the paragraphs with a loop or a condition in them: they vanish when left empty.
    `address` gives the tags in the address that a run leads to.
    """

    where: str
    address: Callable[[Element], str | None] = lambda _: None
    runs: list[Element] = field(default_factory=list)
    opaque: list[Element] = field(default_factory=list)
    paragraphs: list[Element] = field(default_factory=list)
    fluid: set[int] = field(default_factory=set)

    def line(self, paragraph: Element) -> Line:
        """The paragraph with its numbers and tags."""
        number = len(self.paragraphs)
        self.paragraphs.append(paragraph)
        text, owners = self._atoms(paragraph)
        found = spans(text, self.where)
        if any(span.block for span in found):
            self.fluid.add(number)
        return Line(number, text, tuple(owners), tuple(found))

    def source(self, line: Line) -> str:
        """The paragraph as a template with marks; a line of `{% for %}` alone leaves no line."""
        parts: list[str] = []
        at = 0
        for span in line.spans:
            parts.append(self._literal(line, at, span.start))
            if span.shows:
                parts.append(self._run(line.owners[span.first]))
            parts.append(span.tag)
            at = span.end
        parts.append(self._literal(line, at, len(line.text)))
        if line.steers:
            return "".join(span.tag for span in line.spans)
        return mark("P", line.number) + "".join(parts) + mark("Q")

    def _atoms(self, paragraph: Element) -> tuple[str, list[int]]:
        text: list[str] = []
        owners: list[int] = []
        for element in paragraph:
            if element.tag in {name("a:pPr"), name("a:endParaRPr")}:
                continue
            if element.tag == name("a:r"):
                self.runs.append(element)
                said = safe("".join(t.text or "" for t in every(element, "a:t")))
                atom, owner = said.replace(OPAQUE, "\ufffd"), len(self.runs) - 1
            else:
                self.opaque.append(element)
                atom = BREAK if element.tag == name("a:br") else OPAQUE
                owner = len(self.opaque) - 1
            text.append(atom)
            owners.extend([owner] * len(atom))
        return "".join(text), owners

    def _literal(self, line: Line, start: int, end: int) -> str:
        letters = zip(line.owners[start:end], line.text[start:end], strict=True)
        parts: list[str] = []
        for (owner, opaque), group in groupby(
            letters, lambda one: (one[0], one[1] in OPAQUE + BREAK)
        ):
            said = "".join(letter for _, letter in group)
            parts.append(mark("O", owner) if opaque else self._run(owner) + said)
        return "".join(parts)

    def _run(self, number: int) -> str:
        address = self.address(self.runs[number])
        return mark("R", number) + ("" if address is None else mark("A", address))


def mark(kind: str, number: int | str = "") -> str:
    """A mark, which no value can forge: `xml.safe` lets none of its characters through."""
    return f"\ufdd0{kind}{number}\ufdd1"


def has_tags(body: Element) -> bool:
    """Whether any paragraph in the body may hold a tag."""
    return any(
        opens_a_tag("".join(t.text or "" for t in every(p, "a:t"))) for p in every(body, "a:p")
    )


def pieces(filled: str) -> Iterator[Piece]:
    """The parts of a filled template in order."""
    at = 0
    for found in _MARK.finditer(filled):
        if found.start() > at:
            yield Piece(TEXT, text=filled[at : found.start()])
        kind, number, leads, address = found.groups()
        yield Piece(leads, text=address) if leads else Piece(kind, int(number or 0))
        at = found.end()
    if at < len(filled):
        yield Piece(TEXT, text=filled[at:])


def shown(text: str) -> str:
    """A paragraph's text as an error shows it."""
    return text.replace(BREAK, " ").replace("\n", " ").replace(OPAQUE, "").strip()
