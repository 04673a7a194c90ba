"""Paragraphs shared out over slides: where each slide's text begins and ends."""

from dataclasses import dataclass

from boardpack.renderers.slides.flow import Flow, height, line_ends


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph by its number, from one place in its text to another."""

    paragraph: int
    start: int
    end: int


def paged(flows: list[Flow], width: float, room: float) -> list[list[Part]]:
    """What stands on each slide, at full size. A sub-point is not parted from its point."""
    pages: list[list[Part]] = [[]]
    used = 0.0
    for number, flow in enumerate(flows):
        tall = height(flow, width)
        if pages[-1] and used + tall > room:
            carried = _parents(pages[-1], flows, flow.level)
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
        used = flow.line_height(1.0) * sum(
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


def head(flow: Flow, width: float, room: float, scale: float) -> int:
    """Where the text has to end for its lines to fit in the room."""
    ends = line_ends(flow, width, scale)
    fitting = max(1, int((room - flow.before) // flow.line_height(scale)))
    return ends[min(fitting, len(ends)) - 1]


def _parents(page: list[Part], flows: list[Flow], level: int) -> list[Part]:
    """Take from the page the points that a sub-point would otherwise leave behind."""
    carried: list[Part] = []
    while len(page) > 1 and flows[page[-1].paragraph].level < level and page[-1].start == 0:
        level = flows[page[-1].paragraph].level
        carried.insert(0, page.pop())
    return carried


def _cut(number: int, flow: Flow, width: float, left: float, room: float) -> list[Part]:
    """A paragraph taller than a slide, cut between lines."""
    ends = line_ends(flow, width)
    parts: list[Part] = []
    line, start = 0, 0
    while line < len(ends):
        line = min(len(ends), line + max(1, int((left - flow.before) // flow.line_height(1.0))))
        parts.append(Part(number, start, ends[line - 1]))
        start, left = ends[line - 1], room
    return parts
