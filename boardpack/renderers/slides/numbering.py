"""Numbered points that go on counting on the next slide, and the rest of a point without a bullet."""

from collections.abc import Sequence

from boardpack.renderers.slides.flow import Flow
from boardpack.renderers.slides.paging import Part
from boardpack.renderers.slides.xml import Element, child, children, name, read, remove

_KINDS = ("a:buNone", "a:buAutoNum", "a:buChar", "a:buBlip")
_BEFORE = {
    name(f"a:{part}")
    for part in ("lnSpc", "spcBef", "spcAft", "buClrTx", "buClr", "buSzTx", "buSzPct", "buSzPts",
                 "buFontTx", "buFont")
}  # fmt: skip
_LAST_NUMBER = 32767


def numbers(flows: Sequence[Flow]) -> list[int | None]:
    """The number of each paragraph as PowerPoint counts them, level by level."""
    found: list[int | None] = []
    counts: dict[int, tuple[tuple[str, int], int]] = {}
    for flow in flows:
        counts = {level: count for level, count in counts.items() if level <= flow.level}
        if flow.numbering is None:
            counts.pop(flow.level, None)
            found.append(None)
            continue
        before, last = counts.get(flow.level, (flow.numbering, flow.numbering[1] - 1))
        number = last + 1 if before == flow.numbering else flow.numbering[1]
        counts[flow.level] = flow.numbering, number
        found.append(number)
    return found


def count_on(
    page: list[Element], parts: list[Part], flows: Sequence[Flow], counted: list[int | None]
) -> None:
    """Let the numbered paragraphs of a slide go on from the slide before."""
    lists: dict[int, tuple[int, int]] = {}  # for each level the first and the last number here
    for paragraph, part in zip(page, parts, strict=True):
        flow, number = flows[part.paragraph], counted[part.paragraph]
        lists = {level: seen for level, seen in lists.items() if level <= flow.level}
        if flow.numbering is None or number is None or part.start:
            lists.pop(flow.level, None)
            continue
        first, last = lists.get(flow.level, (number, number - 1))
        first = first if last + 1 == number else number
        lists[flow.level] = first, number
        if first != flow.numbering[1]:
            start = min(first, _LAST_NUMBER)
            _set_bullet(
                paragraph, read(f'<a:buAutoNum type="{flow.numbering[0]}" startAt="{start}"/>')
            )


def without_bullet(paragraph: Element) -> None:
    """The rest of a point that was cut has no second bullet, and begins where its lines do."""
    _set_bullet(paragraph, read("<a:buNone/>")).set("indent", "0")


def _set_bullet(paragraph: Element, bullet: Element) -> Element:
    properties = child(paragraph, "a:pPr")
    if properties is None:
        properties = read("<a:pPr/>")
        paragraph.insert(0, properties)
    for kind in _KINDS:
        for old in children(properties, kind):
            remove(old)
    properties.insert(sum(part.tag in _BEFORE for part in properties), bullet)
    return properties
