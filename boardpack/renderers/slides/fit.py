"""Making the text of a shape fit: smaller, or on further slides, or, where it cannot go on, cut short.

Sizes are written on the runs, since LibreOffice does not shrink text and PowerPoint does so only
when someone edits it.
"""

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from boardpack.renderers.slides.flow import Flow, fits, steps
from boardpack.renderers.slides.inheritance import ancestry
from boardpack.renderers.slides.looks import flow, set_sizes
from boardpack.renderers.slides.numbering import count_on, numbers, without_bullet
from boardpack.renderers.slides.paging import Part, balanced, paged
from boardpack.renderers.slides.room import Room, grow, room, text_height
from boardpack.renderers.slides.xml import Element, child, children, every, name, read, remove
from boardpack.style import Style

ELLIPSIS = "…"
_LONG_WORD = 20
_TITLE_FLOOR = 0.5  # a title cannot go on to another slide: rather small than cut
_REMARK = re.compile(r" \(\d+(?: of \d+)?\)$")  # what tells two slides with one title apart


@dataclass(frozen=True, slots=True)
class Fitted:
    """The paragraphs for each slide that a text needs; on one slide they stand in the shape already.

    `cut` is the whole text where a part of it had to go.
    """

    pages: list[list[Element]]
    cut: str | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of a shape as it was measured."""

    shape: Element
    paragraphs: list[Element]
    flows: list[Flow]
    area: Room | None


def fit(slide: Any, shape: Element, style: Style) -> Fitted:
    """The text of a shape, smaller or shared out over as many slides as it needs."""
    text = _measured(slide, shape, style)
    area, flows, paragraphs = text.area, text.flows, text.paragraphs
    if area is None or _shrunk(slide, text, _scales(flows, style.smallest)):
        return Fitted([paragraphs])
    if area.height < max(one.line_height(1.0) for one in flows):
        return Fitted([children(shape, "p:txBody/a:p")], _cut(text, area, style.smallest))
    shared = _without_gaps(balanced(flows, area.width, area.height), flows)
    grow(slide, shape, area, area.height)
    counted = numbers(flows)
    pages = []
    for parts in shared:
        page = [_part(paragraphs[part.paragraph], part) for part in parts]
        count_on(page, parts, flows, counted)
        pages.append(page)
    return Fitted(pages)


def shorten(slide: Any, shape: Element, style: Style, floor: float = 0.7) -> str | None:
    """Make a text fit that cannot go on; if it has to be cut, its whole text is given back."""
    text = _measured(slide, shape, style)
    if text.area is None or _shrunk(slide, text, _scales(text.flows, style.smallest, floor)):
        return None
    return _cut(text, text.area, style.smallest, floor)


def shorten_title(slide: Any, shape: Element, style: Style) -> str | None:
    """Make a title fit, small rather than cut; if it is cut, its whole text is given back."""
    return shorten(slide, shape, style, _TITLE_FLOOR)


def replace_paragraphs(shape: Element, paragraphs: list[Element]) -> None:
    """Put these paragraphs in the place of the shape's own."""
    body = child(shape, "p:txBody")
    assert body is not None
    for old in children(body, "a:p"):
        body.remove(old)
    for paragraph in paragraphs or [read("<a:p/>")]:
        body.append(paragraph)


def _measured(slide: Any, shape: Element, style: Style) -> _Text:
    source = ancestry(slide, shape, style.typeface)
    paragraphs = children(shape, "p:txBody/a:p")
    flows = [flow(source, paragraph) for paragraph in paragraphs]
    for autofit in every(shape, "a:normAutofit"):
        autofit.attrib.clear()  # what was stored about shrinking belonged to the template's text
    return _Text(shape, paragraphs, flows, room(slide, shape, source, flows))


def _shrunk(slide: Any, text: _Text, scales: list[float]) -> bool:
    area = text.area
    assert area is not None
    for scale in scales:
        if fits(text.flows, area.width, area.height, scale):
            if scale < 1:
                _set_sizes(text.paragraphs, text.flows, scale)
            grow(slide, text.shape, area, text_height(text.flows, area, scale))
            return True
    return False


def _scales(flows: list[Flow], least: float, floor: float = 0.7) -> list[float]:
    sizes = [run.size for one in flows for run in one.runs]
    return steps(min(sizes, default=0.0), floor=floor, least=least)


def _without_gaps(pages: list[list[Part]], flows: list[Flow]) -> list[list[Part]]:
    """The pages without the empty lines that would stand first on a further slide, or alone on one."""
    kept = pages[:1]
    for page in pages[1:]:
        said = [at for at, part in enumerate(page) if flows[part.paragraph].text.strip()]
        if said:
            kept.append(page[said[0] :])
    return kept


def _cut(text: _Text, area: Room, least: float, floor: float = 0.7) -> str:
    """Leave as much of the text as fits at its smallest, with an ellipsis; its whole is given back."""
    whole = "\n".join(one.text for one in text.flows)
    scale = _scales(text.flows, least, floor)[-1]
    first = paged([one.scaled(scale) for one in text.flows], area.width, area.height)[0]
    last = first[-1]
    remark = match.group() if (match := _REMARK.search(whole)) else ""
    kept = text.flows[last.paragraph].text[last.start : last.end - len(remark) - len(ELLIPSIS)]
    kept = kept[: max(kept.rfind(" "), len(kept) - _LONG_WORD)]
    parts = [*first[:-1], Part(last.paragraph, last.start, last.start + len(kept))]
    shown = [_part(text.paragraphs[part.paragraph], part) for part in parts]
    _set_sizes(shown, [_only(text.flows[part.paragraph], part) for part in parts], scale)
    letters = [one for paragraph in shown for one in every(paragraph, "a:t")]
    if letters:
        letters[-1].text = (letters[-1].text or "").rstrip(" ,;:.") + ELLIPSIS + remark
    replace_paragraphs(text.shape, shown)
    return whole


def _only(flow: Flow, part: Part) -> Flow:
    """The paragraph with those of its runs that a part of it has."""
    at, kept = 0, []
    for run in flow.runs:
        start, end = max(part.start - at, 0), min(part.end - at, len(run.text))
        at += len(run.text)
        if start < end or not run.text:
            kept.append(run)
    return Flow(tuple(kept), empty=flow.empty)


def _set_sizes(paragraphs: list[Element], flows: list[Flow], scale: float) -> None:
    for paragraph, one in zip(paragraphs, flows, strict=True):
        set_sizes(paragraph, one, scale)
        if not one.runs:
            end = child(paragraph, "a:endParaRPr")
            if end is None:
                end = read("<a:endParaRPr/>")
                paragraph.append(end)
            end.set("sz", str(int(one.empty * scale * 100)))


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
        without_bullet(new)
    return new
