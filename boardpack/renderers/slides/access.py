"""What makes a deck readable to those who cannot see it, and known by its name."""

from datetime import UTC, datetime
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from boardpack.errors import UntitledSlide
from boardpack.renderers.slides import private
from boardpack.renderers.slides.directives import notes_body
from boardpack.renderers.slides.shapes import shapes, text_of, title_of, tree
from boardpack.renderers.slides.xml import Element, child, every, read, safe

LANGUAGE = "en-GB"
_UNKNOWN_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # for decks that do not say when they were made
_CORE = "/core-properties"
_STALE = ("/extended-properties", "/metadata/thumbnail")


def number_title(title: Element, remark: str) -> None:
    """Add a remark such as "(2 of 3)" to a title, in its own looks."""
    letters = [t for t in every(title, "a:t") if (t.text or "").strip()]
    if letters:
        letters[-1].text = f"{(letters[-1].text or '').rstrip()} {remark}"


def title_or_refuse(slide: Any, where: str) -> Element:
    """The title of a slide."""
    title = title_of(slide)
    if title is None:
        raise UntitledSlide(where)
    return title


def name_slides(slides: list[Any]) -> None:
    """Make every title say something, and something else than the others."""
    seen: set[str] = set()
    for number, slide in enumerate(slides, start=1):
        title = title_of(slide)
        assert title is not None
        if not text_of(title):
            _write(title, f"Slide {number}")
        base, turn = text_of(title), 1
        while text_of(title) in seen:
            turn += 1
            if turn == 2:  # noqa: PLR2004 - the first repetition
                number_title(title, "(2)")
            else:
                _swap_end(title, f"({turn - 1})", f"({turn})")
        seen.update({base, text_of(title)})
        _read_title_first(slide, title)


def set_language(slides: list[Any]) -> None:
    """Say the language of every run that does not say one."""
    for slide in slides:
        for root in (tree(slide), notes_body(slide)):
            if root is None:
                continue
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


def set_properties(presentation: Any, title: str, author: str) -> None:
    """The deck's title and author; no time of writing, nothing left of the template's looks."""
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


def _write(title: Element, text: str) -> None:
    body = child(title, "p:txBody")
    assert body is not None
    paragraph = child(body, "a:p")
    if paragraph is None:
        paragraph = read("<a:p/>")
        body.append(paragraph)
    run = read("<a:r><a:t/></a:r>")
    run[0].text = safe(text)
    end = child(paragraph, "a:endParaRPr")
    if end is None:
        paragraph.append(run)
    else:
        end.addprevious(run)


def _swap_end(title: Element, old: str, new: str) -> None:
    letters = [t for t in every(title, "a:t") if (t.text or "").strip()][-1]
    letters.text = (letters.text or "").removesuffix(old) + new


def _read_title_first(slide: Any, title: Element) -> None:
    """Put the title first in the reading order, unless it would fall behind what lies there."""
    before = []
    for shape in shapes(slide):
        if shape is title:
            break
        before.append(shape)
    boxes = {id(one.element): one for one in slide.shapes}
    if before and not any(_overlap(boxes[id(title)], boxes[id(one)]) for one in before):
        before[0].addprevious(title)


def _overlap(one: Any, other: Any) -> bool:
    def apart(start: int | None, size: int | None, at: int | None, length: int | None) -> bool:
        a, b = start or 0, at or 0
        return a + (size or 0) <= b or b + (length or 0) <= a

    return not (
        apart(one.left, one.width, other.left, other.width)
        or apart(one.top, one.height, other.top, other.height)
    )


def add_to_notes(slide: Any, text: str) -> None:
    """Keep in the notes what had no room on the slide."""
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        return
    body = private.text_body(frame)
    paragraph = read("<a:p><a:r><a:t/></a:r></a:p>")
    next(every(paragraph, "a:t")).text = safe(text)
    body.append(paragraph)
