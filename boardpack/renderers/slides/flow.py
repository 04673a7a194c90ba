"""Text broken into lines: pure arithmetic on widths, all in points."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from boardpack.renderers.slides.advances import KNOWN_FONT, PITCH, advance

_BREAKS_AFTER = re.compile(r"(?<=[ \t\u2009\u2002\u2003-])(?=[^ \t])|(?<=[\u2010\u2013\u2014])")
_WIDTH_SAFETY = 1.02  # no kerning is counted; PowerPoint and LibreOffice differ by less than this


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look; a line feed among them ends a line."""

    text: str
    size: float
    bold: bool = False
    font: str = KNOWN_FONT


@dataclass(frozen=True, slots=True)
class Flow:
    """A paragraph: its runs, where its lines start, and the space around it.

    `line` is a share of the pitch, or points where `exact`; `empty` the size of an empty line.
    """

    runs: tuple[Run, ...]
    level: int = 0
    left: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    exact: bool = False
    empty: float = 18.0

    @property
    def text(self) -> str:
        """The letters of all runs."""
        return "".join(run.text for run in self.runs)

    def line_height(self, scale: float) -> float:
        """How far apart the baselines of its largest text are."""
        if self.exact:
            return self.line
        size = max((run.size for run in self.runs), default=self.empty)
        return size * scale * PITCH * self.line


def line_ends(flow: Flow, width: float, scale: float = 1.0) -> list[int]:
    """For each line of the paragraph, the place in its text where it ends."""
    ends: list[int] = []
    at, used = 0, 0.0
    room = width - flow.left - flow.first
    for word, ems in _words(flow):
        wide = ems * scale * _WIDTH_SAFETY
        visible = wide if not word.endswith(" ") else wide - _space(flow, scale)
        if used and used + visible > room:
            ends.append(at)
            used, room = 0.0, width - flow.left
        if visible > room > 0:  # a word longer than the line is broken anywhere
            pieces = int(visible // room)
            ends.extend(at + len(word) * (n + 1) // (pieces + 1) for n in range(pieces))
            used += visible - pieces * room
        else:
            used += wide
        at += len(word)
        if word.endswith("\n"):
            ends.append(at)
            used, room = 0.0, width - flow.left
    if not ends or ends[-1] < at or flow.text.endswith("\n"):
        ends.append(at)
    return ends


def height(flow: Flow, width: float, scale: float = 1.0) -> float:
    """How high the paragraph is with the space around it."""
    lines = len(line_ends(flow, width, scale))
    return flow.before + lines * flow.line_height(scale) + flow.after


def fits(flows: list[Flow], width: float, room: float, scale: float = 1.0) -> bool:
    """Whether the paragraphs fit under one another."""
    return sum(height(flow, width, scale) for flow in flows) <= room + 0.01


def steps(smallest: float, *, floor: float = 0.7, least: float = 14.0) -> list[float]:
    """The scales to try on text of this size: 5 % apart, to 70 % and not below 14 points."""
    lowest = max(floor, least / smallest) if smallest > least else 1.0
    return [1.0, *(s / 100 for s in range(95, 0, -5) if s / 100 >= lowest - 0.001)]


def _space(flow: Flow, scale: float) -> float:
    run = flow.runs[-1]
    return advance(" ", bold=run.bold, font=run.font) * run.size * scale * _WIDTH_SAFETY


def _words(flow: Flow) -> Iterator[tuple[str, float]]:
    """The unbreakable pieces of the text, each with its width; a line feed ends a piece."""
    text = flow.text
    cuts = [0]
    for line in re.finditer(r"[^\n]*\n|[^\n]+", text):
        offset = line.start()
        cuts.extend(offset + found.start() for found in _BREAKS_AFTER.finditer(line.group()))
        cuts.append(line.end())
    places = sorted(set(cuts))
    for start, end in pairwise(places):
        yield text[start:end], _width(flow, start, end)


def _width(flow: Flow, start: int, end: int) -> float:
    total, at = 0.0, 0
    for run in flow.runs:
        a, b = max(start, at), min(end, at + len(run.text))
        if a < b:
            said = flow.text[a:b].replace("\n", "")
            total += advance(said, bold=run.bold, font=run.font) * run.size
        at += len(run.text)
    return total
