"""A text body as one Jinja template in which marks say which run and paragraph each text is of.

PowerPoint splits text into runs where it likes, so a tag may lie in many of them and a loop in many
paragraphs. The whole body is therefore one template, filled once and then taken apart by its marks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from boardpack.errors import FaultyTag
from boardpack.renderers.slides.xml import Element, every, name, safe

OPAQUE = "\ufffc"
_STRING = r"\"[^\"]*\"|'[^']*'"
_TAG = re.compile(
    rf"\{{\{{(?:[^\"'}}]|{_STRING}|\}}(?!\}}))*\}}\}}"
    rf"|\{{%(?:[^\"'%]|{_STRING}|%(?!\}}))*%\}}"
    r"|\{#.*?#\}",
    re.DOTALL,
)
_OPENER = re.compile(r"\{[{%#]")
_EXPRESSION_START = re.compile(r"\{\{[-+]?\s*")
_MARK = re.compile("\ufdd0([PQRO])([0-9]*)\ufdd1")
# PowerPoint's AutoCorrect changes what people type in a tag. Lengths stay, so that places hold.
_STRAIGHT = str.maketrans("“”„‟«»‘’‚‛\xa0\u2009\u202f\v", '""""""\'\'\'\'    ')
_PLAIN = str.maketrans({"–": "-", "—": "-", "−": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class Marked:
    """A body as a template, and what its marks number: runs, opaque elements, paragraphs.

    `fluid` are the paragraphs with a loop or a condition in them: they vanish when left empty.
    """

    source: str
    text: str
    runs: tuple[Element, ...]
    opaque: tuple[Element, ...]
    paragraphs: tuple[Element, ...]
    fluid: frozenset[int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a filled body: text of a run, an opaque element, a paragraph's start or end."""

    kind: str
    number: int
    text: str


def has_tags(body: Element) -> bool:
    """Whether any paragraph of the body may hold a tag."""
    return any(
        _OPENER.search("".join(t.text or "" for t in every(p, "a:t"))) for p in every(body, "a:p")
    )


def marked(body: Element, where: str) -> Marked:
    """The body as a template with marks."""
    runs: list[Element] = []
    opaque: list[Element] = []
    paragraphs = tuple(every(body, "a:p"))
    fluid: set[int] = set()
    sources: list[str] = []
    texts: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        text, owners = _atoms(paragraph, runs, opaque)
        texts.append(text.replace("\v", " ").replace(OPAQUE, "").strip())
        spans = _spans(text, where)
        if any(tag.startswith("{%") for _, _, tag in spans):
            fluid.add(number)
        sources.append(_source(number, text, owners, spans))
    return Marked(
        "".join(sources),
        " ".join(text for text in texts if text),
        tuple(runs),
        tuple(opaque),
        paragraphs,
        frozenset(fluid),
    )


def pieces(filled: str) -> Iterator[Piece]:
    """The parts of a filled body in order."""
    parts = _MARK.split(filled)
    yield Piece("T", 0, parts[0])
    for kind, number, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        yield Piece(kind, int(number or 0), "")
        yield Piece("T", 0, text)


def _mark(kind: str, number: int | str = "") -> str:
    return f"\ufdd0{kind}{number}\ufdd1"


def _atoms(paragraph: Element, runs: list[Element], opaque: list[Element]) -> tuple[str, list[int]]:
    """The paragraph's text, and for each character the number of its run or opaque element."""
    text: list[str] = []
    owners: list[int] = []
    for element in paragraph:
        if element.tag in {name("a:pPr"), name("a:endParaRPr")}:
            continue
        if element.tag == name("a:r"):
            runs.append(element)
            said = "".join(t.text or "" for t in every(element, "a:t"))
            atom = safe(said).replace(OPAQUE, "\ufffd").replace("\n", "\v")
            owner = len(runs) - 1
        elif element.tag == name("a:br"):
            atom, owner = "\v", len(runs) - 1 if text else len(runs)
        else:
            opaque.append(element)
            atom, owner = OPAQUE, len(opaque) - 1
        text.append(atom)
        owners.extend([owner] * len(atom))
    return "".join(text), owners


def _spans(text: str, where: str) -> list[tuple[int, int, str]]:
    """Where the tags lie, and what they say with straight quotes and plain dashes."""
    straight = text.translate(_STRAIGHT)
    spans = [(found.start(), found.end(), found.group()) for found in _TAG.finditer(straight)]
    if _OPENER.search(_TAG.sub("", straight)):
        raise FaultyTag(
            where,
            text.replace("\v", " "),
            "a tag is opened and not closed, or its quotes do not pair",
        )
    if any(OPAQUE in tag for _, _, tag in spans):
        raise FaultyTag(
            where, text.replace("\v", " "), "a field (such as a page number) stands inside a tag"
        )
    return [(start, end, _plain(tag)) for start, end, tag in spans]


def _plain(tag: str) -> str:
    parts = re.split(f"({_STRING})", tag)
    return "".join(part if i % 2 else part.translate(_PLAIN) for i, part in enumerate(parts))


def _source(number: int, text: str, owners: list[int], spans: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, tag in spans:
        parts.append(_literal(text[at:start], owners[at:start]))
        if tag.startswith("{{"):
            # People embolden the word and not the braces: the value looks like its first letter.
            begin = _EXPRESSION_START.match(text[start:end].translate(_STRAIGHT))
            first = min(start + (begin.end() if begin else 0), end - 1)
            parts.append(_mark("R", owners[first]))
        parts.append(tag)
        at = end
    parts.append(_literal(text[at:], owners[at:]))
    steers = bool(spans) and not any(tag.startswith("{{") for _, _, tag in spans)
    if steers and not "".join(text[a:b] for a, b in _gaps(len(text), spans)).strip():
        return "".join(tag for _, _, tag in spans)  # a line of `{% for %}` alone leaves no line
    return _mark("P", number) + "".join(parts) + _mark("Q")


def _gaps(length: int, spans: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end, _ in spans:
        yield at, start
        at = end
    yield at, length


def _literal(text: str, owners: list[int]) -> str:
    parts: list[str] = []
    for (owner, opaque), group in groupby(
        zip(owners, text, strict=True), key=lambda pair: (pair[0], pair[1] == OPAQUE)
    ):
        said = "".join(letter for _, letter in group)
        parts.append(_mark("O", owner) if opaque else _mark("R", owner) + said)
    return "".join(parts)
