"""The titles of slides: every slide has one, it says something, and it is read first."""

from collections.abc import Callable
from typing import Any

from boardpack.renderers.slides.shapes import (
    placeholder_kind,
    shapes,
    text_of,
    title_of,
    tree,
)
from boardpack.renderers.slides.xml import EMU, Element, child, every, name, read, safe

_FOOT = {"dt", "ftr", "sldNum"}
_LONGEST = 90
_HIDDEN_HEIGHT = 48 * EMU
_HIDDEN = """<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Title {id}"/><p:cNvSpPr>\
<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>\
<a:off x="0" y="-{height}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm></p:spPr><p:txBody>\
<a:bodyPr wrap="square" anchor="b"><a:normAutofit/></a:bodyPr><a:lstStyle>\
<a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr></a:lstStyle><a:p/></p:txBody></p:sp>"""
_FILLS = ("a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill")


def give_title(slide: Any, where: str, tell: Callable[[str], None]) -> None:
    """Give a slide without a title one above its edge, as PowerPoint's Add Hidden Slide Title does.

    Its words come when the slide is filled.
    """
    if title_of(slide) is not None:
        return
    top = tree(slide)
    numbers = [int(one.get("id", "0")) for one in every(top, "p:cNvPr")]
    width = int(slide.part.package.presentation_part.presentation.slide_width)
    made = read(_HIDDEN.format(id=max(numbers) + 1, width=width, height=_HIDDEN_HEIGHT))
    first = next(iter(shapes(slide)), None)
    if first is None:
        top.append(made)
    else:
        first.addprevious(made)
    tell(f"{where}: it has no title; one that is not seen was put above its edge.")


def number_title(title: Element, remark: str) -> None:
    """Add a remark such as "(2 of 3)" to a title, in its own looks."""
    letters = [t for t in every(title, "a:t") if (t.text or "").strip()]
    if letters:
        letters[-1].text = f"{(letters[-1].text or '').rstrip()} {remark}"


def name_slides(slides: list[Any]) -> None:
    """Make every title say something, and something else than the others."""
    seen: set[str] = set()
    for number, slide in enumerate(slides, start=1):
        title = title_of(slide)
        assert title is not None
        if not text_of(title):
            _write(title, _words(slide) or f"Slide {number}")
        base, turn = text_of(title), 1
        while text_of(title) in seen:
            turn += 1
            if turn == 2:  # noqa: PLR2004 - the first repetition
                number_title(title, "(2)")
            else:
                _swap_end(title, f"({turn - 1})", f"({turn})")
        seen.update({base, text_of(title)})
        _read_title_first(slide, title)
        _read_foot_last(slide)


def _words(slide: Any) -> str:
    """The first of the largest texts of a slide, cut to the length of a title."""
    said = [
        (_largest(body), paragraph)
        for shape in shapes(slide)
        if placeholder_kind(shape) not in _FOOT
        for body in every(shape, "p:txBody")
        for paragraph in every(body, "a:p")
        if text_of(paragraph)
    ]
    if not said:
        return ""
    text = text_of(max(said, key=lambda one: one[0])[1])
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + "…"


def _largest(body: Element) -> int:
    """The largest size that a text states; one that it inherits counts as none."""
    sizes = [one.get("sz", "") for one in every(body, "a:rPr", "a:defRPr", "a:endParaRPr")]
    return max([0, *(int(size) for size in sizes if size.isdigit())])


def _write(title: Element, text: str) -> None:
    body = child(title, "p:txBody")
    if body is None:
        body = read("<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody>")
        title.append(body)
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
    """Put the title first in the reading order, but not behind what would hide it."""
    boxes = {id(one.element): one for one in slide.shapes}
    listed = shapes(slide)
    before = listed[: listed.index(title)]
    under = [
        place
        for place, shape in enumerate(before, start=1)
        if _hides(shape) and _overlap(boxes[id(title)], boxes[id(shape)])
    ]
    place = max(under, default=0)
    if place < len(before):
        before[place].addprevious(title)


def _read_foot_last(slide: Any) -> None:
    """Read the date, the footer and the number last, unless they would come to lie over something."""
    boxes = {id(one.element): one for one in slide.shapes}
    for foot in [one for one in shapes(slide) if placeholder_kind(one) in _FOOT]:
        listed = shapes(slide)
        later = listed[listed.index(foot) + 1 :]
        if later and not any(_overlap(boxes[id(foot)], boxes[id(one)]) for one in later):
            later[-1].addnext(foot)


def _hides(shape: Element) -> bool:
    """Whether what lies under a shape may not be seen."""
    if shape.tag != name("p:sp"):
        return shape.tag != name("p:cxnSp")
    properties = child(shape, "p:spPr")
    if child(properties, "a:noFill") is not None:
        return False
    return child(shape, "p:style") is not None or any(
        child(properties, fill) is not None for fill in _FILLS
    )


def _overlap(one: Any, other: Any) -> bool:
    def apart(start: int | None, size: int | None, at: int | None, length: int | None) -> bool:
        a, b = start or 0, at or 0
        return a + (size or 0) <= b or b + (length or 0) <= a

    return not (
        apart(one.left, one.width, other.left, other.width)
        or apart(one.top, one.height, other.top, other.height)
    )
