"""What makes a deck readable to those who cannot see it, and known by its name."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from boardpack.renderers.slides import private
from boardpack.renderers.slides.alternatives import describe
from boardpack.renderers.slides.shapes import (
    placeholder_kind,
    properties_of,
    text_of,
    title_of,
    tree,
)
from boardpack.renderers.slides.titles import give_title
from boardpack.renderers.slides.xml import Element, child, children, every, read, remove, safe

LANGUAGE = "en-GB"
_UNKNOWN_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # for decks that do not say when they were made
_CORE = "/core-properties"
_STALE = ("/extended-properties", "/metadata/thumbnail")


def make_readable(slide: Any, where: str, tell: Callable[[str], None]) -> None:
    """Give a slide of the template what it needs to be read by everyone, and tell what it lacked."""
    give_title(slide, where, tell)
    describe(slide, where, tell)


def drop_empty_placeholders(slides: list[Any]) -> None:
    """Take out what would ask to be filled by whoever edits the deck."""
    for slide in slides:
        title = title_of(slide)
        for shape in list(every(tree(slide), "p:sp")):
            if shape is title or placeholder_kind(shape) is None or _is_filled(shape):
                continue
            remove(shape)
            _forget_motion(slide, properties_of(shape).get("id", ""))


def number_slides(presentation: Any, slides: list[Any]) -> None:
    """Write the number of each slide where it is shown: who reads the file alone sees no other."""
    root = private.root(presentation.part)
    assert root is not None
    for number, slide in enumerate(slides, start=int(root.get("firstSlideNum", "1"))):
        for field in (one for part in _texts(slide) for one in every(part, "a:fld")):
            letters = child(field, "a:t")
            if field.get("type") == "slidenum" and letters is not None:
                letters.text = str(number)


def set_language(slides: list[Any]) -> None:
    """Say the language of every run that does not say one."""
    for slide in slides:
        for root in _texts(slide):
            for run in every(root, "a:r", "a:br", "a:fld"):
                look = child(run, "a:rPr")
                if look is None:
                    look = read("<a:rPr/>")
                    run.insert(0, look)
                if look.get("lang") is None:
                    look.set("lang", LANGUAGE)
            for look in every(root, "a:endParaRPr"):
                if look.get("lang") is None:
                    look.set("lang", LANGUAGE)


def _texts(slide: Any) -> Iterator[Element]:
    yield tree(slide)
    if slide.has_notes_slide:
        yield tree(slide.notes_slide)


def set_properties(presentation: Any, title: str, author: str) -> None:
    """The deck's title and author; no time of writing, nothing left of the template's looks.

    Without a title of its own, the deck has that of its first slide.
    """
    first = title_of(presentation.slides[0])
    title = title or ("" if first is None else text_of(first))
    package = presentation.part.package
    kinds = {rid: link.reltype for rid, link in private.package_links(package).items()}
    for rid, kind in kinds.items():
        # LibreOffice misspells the kind of its properties, which would then be there twice.
        if kind.endswith(_STALE) or (kind.endswith(_CORE) and kind != RT.CORE_PROPERTIES):
            package.drop_rel(rid)
    dated = RT.CORE_PROPERTIES in kinds.values()
    properties = presentation.core_properties
    if not dated:
        properties.created = properties.modified = _UNKNOWN_DAY
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.language, properties.revision = LANGUAGE, 1
    properties.subject = properties.keywords = properties.comments = ""


def add_to_notes(slide: Any, text: str) -> None:
    """Keep in the notes what had no room on the slide."""
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        return
    body = private.text_body(frame)
    paragraph = read("<a:p><a:r><a:t/></a:r></a:p>")
    next(every(paragraph, "a:t")).text = safe(text)
    body.append(paragraph)


def _is_filled(shape: Element) -> bool:
    """Whether a placeholder holds anything: a text, a field, a picture."""
    return bool(text_of(shape)) or any(True for _ in every(shape, "a:fld", "a:blip"))


def _forget_motion(slide: Any, number: str) -> None:
    """Without the shape that they move, animations would lead nowhere."""
    root = private.root(slide.part)
    assert root is not None
    if any(one.get("spid") == number for one in every(root, "p:spTgt")):
        for timing in children(root, "p:timing"):
            remove(timing)
