"""Paragraphs shared out over slides: where each slide's text begins and ends."""

from dataclasses import dataclass

from boardpack.renderers.slides.flow import Flow, height, line_ends

_FEW_LINES = 2  # so many lines of a paragraph are worth beginning it at the foot of a slide


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph by its number, from one place in its text to another."""

    paragraph: int
    start: int
    end: int


def paged(flows: list[Flow], width: float, room: float) -> list[list[Part]]:
    """What stands on each slide, at full size.

    A sub-point is not parted from its point, nor a heading from what it is over.
    """
    pages: list[list[Part]] = [[]]
    used = 0.0
    for number, flow in enumerate(flows):
        tall = height(flow, width)
        if (
            pages[-1]
            and used + tall > room
            and not _begins_here(pages[-1], flows, flow, room, used)
        ):
            carried = _company(pages[-1], flows, flow.level)
            pages.append(carried)
            used = sum(height(flows[part.paragraph], width) for part in carried)
        if used + tall <= room:
            pages[-1].append(Part(number, 0, len(flow.text)))
            used += tall
            continue
        parts = _cut(number, flow, width, room - used, room)
        for index, part in enumerate(parts):
            if index:
                pages.append([])
            pages[-1].append(part)
        last = parts[-1]
        used = flow.before + flow.after
        used += flow.line_height(1.0) * sum(
            last.start < end <= last.end for end in line_ends(flow, width)
        )
    return [page for page in pages if page]


def balanced(flows: list[Flow], width: float, room: float) -> list[list[Part]]:
    """As few slides as can be, and about as much on each: 3, 3 and 3 points, not 4, 4 and 1."""
    pages = paged(flows, width, room)
    if any(part.start for page in pages for part in page):
        return pages  # a paragraph that is cut fills its slides
    lower = (paged(flows, width, room * share / 100) for share in range(50, 100, 5))
    return next((one for one in lower if len(one) == len(pages)), pages)


def _begins_here(page: list[Part], flows: list[Flow], flow: Flow, room: float, used: float) -> bool:
    """Whether a paragraph begins on a slide that it does not fit on.

    It does under its own heading alone, which would else be left, if a few of its lines fit.
    """
    alone = all(_belongs(flows[part.paragraph], flow.level) for part in page)
    left = room - used - flow.before - flow.after
    return alone and left >= _FEW_LINES * flow.line_height(1.0)


def _belongs(flow: Flow, level: int) -> bool:
    """Whether the paragraph would be left behind by one of this level that goes on."""
    return flow.heading or flow.level < level


def _company(page: list[Part], flows: list[Flow], level: int) -> list[Part]:
    """Take from the page what the next paragraph would otherwise leave behind."""
    carried: list[Part] = []
    while len(page) > 1 and page[-1].start == 0 and _belongs(flows[page[-1].paragraph], level):
        level = flows[page[-1].paragraph].level
        carried.insert(0, page.pop())
    return carried


def _cut(number: int, flow: Flow, width: float, left: float, room: float) -> list[Part]:
    """A paragraph taller than a slide, cut between lines; no line stands alone on the last."""
    ends = line_ends(flow, width)
    parts: list[Part] = []
    line, start = 0, 0
    while line < len(ends):
        around = flow.before + flow.after
        fitting = max(1, int((left - around + 0.01) // flow.line_height(1.0)))
        if line + fitting == len(ends) - 1 and fitting > _FEW_LINES:
            fitting -= 1
        line = min(len(ends), line + fitting)
        parts.append(Part(number, start, ends[line - 1]))
        start, left = ends[line - 1], room
    return parts
