"""Making the text of a shape fit: smaller, or on further slides, or, for a title, cut short.

Sizes are written on the runs, since LibreOffice does not shrink text and PowerPoint does so only
when someone edits it.
"""

import re
from copy import deepcopy
from typing import Any

from boardpack.renderers.slides.flow import Flow, fits, steps
from boardpack.renderers.slides.looks import Room, ancestry, flow, room
from boardpack.renderers.slides.paging import Part, balanced, head
from boardpack.renderers.slides.xml import Element, child, children, every, name, read, remove

ELLIPSIS = "…"
_LONG_WORD = 20
_TITLE_FLOOR = 0.5  # a title cannot go on to another slide: rather small than cut
_REMARK = re.compile(r" \(\d+(?: of \d+)?\)$")  # what tells two slides with one title apart


def fit(slide: Any, shape: Element) -> list[list[Element]]:
    """The paragraphs for each slide that the text needs; for one slide they stand in the shape already."""
    source = ancestry(slide, shape)
    area = room(source)
    paragraphs = children(shape, "p:txBody/a:p")
    _forget_autofit(shape)
    flows = [flow(source, paragraph) for paragraph in paragraphs]
    if area is None or _shrunk(shape, flows, area, _scales(flows)):
        return [paragraphs]
    pages = balanced(flows, area.width, area.height)
    return [[_part(paragraphs[part.paragraph], part) for part in page] for page in pages]


def shorten(slide: Any, shape: Element) -> str | None:
    """Make a title fit; if it has to be cut, its whole text is given back."""
    source = ancestry(slide, shape)
    area = room(source)
    paragraphs = children(shape, "p:txBody/a:p")
    _forget_autofit(shape)
    flows = [flow(source, paragraph) for paragraph in paragraphs]
    scales = _scales(flows, floor=_TITLE_FLOOR)
    if area is None or _shrunk(shape, flows, area, scales):
        return None
    whole = "\n".join(one.text for one in flows)
    scale = scales[-1]
    end = head(flows[0], area.width, area.height, scale)
    remark = match.group() if (match := _REMARK.search(whole)) else ""
    kept = flows[0].text[: end - len(remark) - len(ELLIPSIS)]
    kept = kept[: max(kept.rfind(" "), len(kept) - _LONG_WORD)]
    first = _part(paragraphs[0], Part(0, 0, len(kept)))
    letters = list(every(first, "a:t"))
    if letters:
        letters[-1].text = (letters[-1].text or "").rstrip(" ,;:.") + ELLIPSIS + remark
    replace_paragraphs(shape, [first])
    _set_sizes(shape, flows[:1], scale)
    return whole


def replace_paragraphs(shape: Element, paragraphs: list[Element]) -> None:
    """Put these paragraphs in the place of the shape's own."""
    body = child(shape, "p:txBody")
    assert body is not None
    for old in children(body, "a:p"):
        body.remove(old)
    for paragraph in paragraphs or [read("<a:p/>")]:
        body.append(paragraph)


def _shrunk(shape: Element, flows: list[Flow], area: Room, scales: list[float]) -> bool:
    for scale in scales:
        if fits(flows, area.width, area.height, scale):
            if scale < 1:
                _set_sizes(shape, flows, scale)
            return True
    return False


def _scales(flows: list[Flow], floor: float = 0.7) -> list[float]:
    sizes = [run.size for one in flows for run in one.runs]
    return steps(min(sizes, default=0.0), floor=floor)


def _set_sizes(shape: Element, flows: list[Flow], scale: float) -> None:
    for paragraph, one in zip(children(shape, "p:txBody/a:p"), flows, strict=True):
        runs = [e for e in paragraph if e.tag in {name("a:r"), name("a:br"), name("a:fld")}]
        for element, run in zip(runs, one.runs, strict=True):
            look = child(element, "a:rPr")
            if look is None:
                look = read("<a:rPr/>")
                element.insert(0, look)
            look.set("sz", str(int(run.size * scale * 100)))


def _forget_autofit(shape: Element) -> None:
    """What PowerPoint once stored about shrinking belonged to the template's text."""
    for autofit in every(shape, "a:normAutofit"):
        autofit.attrib.clear()


def _part(paragraph: Element, part: Part) -> Element:
    """A copy of the paragraph that holds only this part of its text."""
    new = deepcopy(paragraph)
    at = 0
    for element in list(new):
        if element.tag == name("a:br"):
            length = 1
        elif element.tag in {name("a:r"), name("a:fld")}:
            length = sum(len(t.text or "") for t in every(element, "a:t"))
        else:
            continue
        start, end = max(part.start - at, 0), min(part.end - at, length)
        at += length
        if start >= end:
            if length:
                remove(element)
        elif element.tag == name("a:r"):
            (letters,) = every(element, "a:t")
            letters.text = (letters.text or "")[start:end]
    if part.start:
        properties = child(new, "a:pPr")
        if properties is not None and child(properties, "a:buNone") is None:
            _without_bullet(properties)
    return new


def _without_bullet(properties: Element) -> None:
    """The rest of a point that was cut has no second bullet."""
    for kind in ("a:buFont", "a:buAutoNum", "a:buChar", "a:buBlip"):
        for old in children(properties, kind):
            remove(old)
