"""Where words stand in a deck: on slides, where tags are filled, and elsewhere, where they are not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from boardpack.renderers.slides import private
from boardpack.renderers.slides.directives import notes_body
from boardpack.renderers.slides.shapes import parted_name, properties_of, tree
from boardpack.renderers.slides.spans import BREAK, OPAQUE, opens_a_tag
from boardpack.renderers.slides.xml import Element, every, name

_HELD = ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp")
_NEVER_FILLED = {"diagramData": "SmartArt", "chart": "a chart of your own"}
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{[{%].*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Words:
    """The paragraphs that are filled as one, and what a person calls the place."""

    place: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join(" ".join(self.paragraphs).replace(OPAQUE, "").split())

    @property
    def tags(self) -> list[str]:
        """What looks like a tag."""
        return [" ".join(tag.split()) for tag in _TAG.findall("\n".join(self.paragraphs))]


@dataclass(frozen=True, slots=True)
class Asking:
    """A shape whose name says what is to take its place: `chart: trend cla_rate`."""

    place: str
    lead: str
    wanted: str
    grouped: bool


def words_of(slide: Any, where: str) -> Iterator[Words]:
    """Every text of a slide that is filled: in shapes, tables and groups, their names, the notes."""
    for shape in every(tree(slide), "p:sp", "p:graphicFrame"):
        # A loop may reach from one row of a table to the next: all of its cells are one text.
        held = [p for body in every(shape, "p:txBody", "a:txBody") for p in every(body, "a:p")]
        yield Words(called(where, shape), tuple(_paragraph(one) for one in held))
    body = notes_body(slide)
    if body is not None:
        yield Words(f"{where}, notes", tuple(_paragraph(one) for one in every(body, "a:p")))
    for properties in every(tree(slide), "p:cNvPr"):
        for key, what in (("name", "its name"), ("descr", "its alternative text"), ("title", "")):
            if opens_a_tag(said := properties.get(key, "")):
                shown = f'{where}, "{properties.get("name", "")}"'
                yield Words(f"{shown}, {what}" if what else shown, (said,))
    for link in slide.part.rels.values():
        if link.is_external and opens_a_tag(address := unquote(link.target_ref)):
            yield Words(f"{where}, a link", (address,))


def asking(slide: Any, where: str) -> Iterator[Asking]:
    """The shapes of a slide whose names have a colon, as a person sees them in the Selection Pane."""
    top = tree(slide)
    for shape in every(top, *_HELD, "p:grpSp"):
        lead, wanted = parted_name(properties_of(shape))
        if lead or wanted:
            grouped = shape.getparent() is not top
            place = called(where, shape)
            yield Asking(place, lead, wanted, grouped)


def never_filled(deck: Any) -> Iterator[tuple[Words, str]]:
    """Every other text with a tag in it, and what kind of place that is."""
    for number, slide in enumerate(deck.slides, start=1):
        for link in slide.part.rels.values():
            kind = _NEVER_FILLED.get(link.reltype.rpartition("/")[2])
            if kind is not None and not link.is_external:
                yield from _tagged(f"slide {number}, {kind}", link.target_part, kind)
    for master in deck.slide_masters:
        yield from _tagged(f'slide master "{master.name}"', master.part, "a slide master")
        for layout in master.slide_layouts:
            yield from _tagged(f'layout "{layout.name}"', layout.part, "a layout")


def _tagged(place: str, part: Any, kind: str) -> Iterator[tuple[Words, str]]:
    root = private.root(part)
    texts = _texts(root) if root is not None else _bare(part.blob)
    found = Words(place, tuple(text for text in texts if opens_a_tag(text)))
    if found.paragraphs:
        yield found, kind


def _texts(root: Element) -> Iterator[str]:
    for paragraph in every(root, "a:p"):
        yield _paragraph(paragraph)
    for value in every(root, "c:v"):
        yield value.text or ""


def _bare(blob: bytes) -> Iterable[str]:
    """The texts of a part that python-pptx does not read."""
    from pptx.oxml import parse_xml

    return _texts(parse_xml(blob))


def called(where: str, shape: Element) -> str:
    """`slide 4, "Text 2"`: a shape by the name that the Selection Pane shows."""
    return f'{where}, "{properties_of(shape).get("name", "")}"'


def _paragraph(paragraph: Element) -> str:
    """The text of a paragraph, with the characters that stand for what is no text."""
    text: list[str] = []
    for element in paragraph:
        if element.tag == name("a:r"):
            text.append("".join(t.text or "" for t in every(element, "a:t")))
        elif element.tag == name("a:br"):
            text.append(BREAK)
        elif element.tag not in {name("a:pPr"), name("a:endParaRPr")}:
            text.append(OPAQUE)
    return "".join(text)
