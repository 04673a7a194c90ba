"""Text broken into lines: pure arithmetic on widths, all in points."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from boardpack.renderers.slides.advances import Font, font_named
from boardpack.renderers.slides.faces import KNOWN_FONT

_WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U0001f000-\U0003ffff"
_STAYS = "\u200d\ufe0f\u0300-\u036f\U0001f3fb-\U0001f3ff\u3001\u3002\u3009-\u3011\u30fb\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f"
_BREAKS_AFTER = re.compile(
    r"(?<=[ \t\u2009\u2002\u2003])(?=[^ \t])|(?<=\w-)(?=[^\W\d])|(?<=[\u2010\u2013\u2014\u200b])"
    # Between the letters of a script without spaces, but not before what may not begin a line.
    rf"|(?<=[{_WIDE}])(?=[^{_STAYS}\s])|(?<![\u200d\s])(?=[{_WIDE}])(?=[^{_STAYS}])"
)
_TALL = re.compile("[\u0590-\u1dff\u2e80-\ufefe\U0001f000-\U0010ffff]")
_TALL_PITCH = 1.45  # of the fonts for other scripts and for emoji, which take over from the deck's
_WIDTH_SAFETY = 1.02  # no kerning is counted; PowerPoint and LibreOffice differ by less than this
_TAB = 72.0
_HEADING = 80
"""The most letters that a bold paragraph of its own has as a heading."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look; a line feed among them ends a line. `spacing` is added to each letter."""

    text: str
    size: float
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    spacing: float = 0.0
    font: Font = field(default_factory=lambda: font_named(KNOWN_FONT))

    def width(self, text: str) -> float:
        """The width of some of its letters at its size."""
        said = text.upper() if self.capitals else text
        ems = self.font.advance(said, bold=self.bold, italic=self.italic)
        return ems * self.size + max(self.spacing, 0.0) * len(said)

    @property
    def pitch(self) -> float:
        """How far apart lines of it are."""
        pitch = max(self.font.pitch, _TALL_PITCH) if _TALL.search(self.text) else self.font.pitch
        return self.size * pitch


@dataclass(frozen=True, slots=True)
class Flow:
    """A paragraph: its runs, where its lines start, and the space around it.

    `line` is a share of the pitch, or points where `exact`; `empty` the size of an empty line;
    `numbering` the kind and the first number of a numbered point.
    """

    runs: tuple[Run, ...]
    level: int = 0
    left: float = 0.0
    first: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    exact: bool = False
    empty: float = 18.0
    tabs: tuple[float, ...] = ()
    numbering: tuple[str, int] | None = None

    @property
    def text(self) -> str:
        """The letters of all runs."""
        return "".join(run.text for run in self.runs)

    @property
    def heading(self) -> bool:
        """Whether it is a short line in bold, which belongs to what follows it."""
        said = [run for run in self.runs if run.text.strip()]
        return bool(said) and all(run.bold for run in said) and len(self.text) <= _HEADING

    def line_height(self, scale: float) -> float:
        """How far apart the baselines of its largest text are."""
        if self.exact:
            return self.line
        empty = self.empty * font_named(KNOWN_FONT).pitch
        return max((run.pitch for run in self.runs), default=empty) * scale * self.line

    def scaled(self, scale: float) -> "Flow":
        """The paragraph with smaller letters."""
        smaller = tuple(replace(run, size=run.size * scale) for run in self.runs)
        return replace(self, runs=smaller, empty=self.empty * scale)


def line_ends(flow: Flow, width: float, scale: float = 1.0) -> list[int]:
    """For each line of the paragraph, the place in its text where it ends."""
    ends: list[int] = []
    at, used = 0, 0.0
    full = max(width - flow.left - flow.right, 1.0)
    indent = flow.first
    for word, points in _words(flow):
        visible = points * scale * _WIDTH_SAFETY
        if used and used + visible > full - indent:
            ends.append(at)
            used, indent = 0.0, 0.0
        room = max(full - indent, 1.0)
        if visible > room:  # a word longer than the line is broken anywhere
            broken, visible = _broken(flow, at, word, room, full, scale)
            ends.extend(broken)
            indent = 0.0
        used += visible + _hanging(flow, word, at, used + visible + indent, scale)
        at += len(word)
        if word.endswith("\n"):
            ends.append(at)
            used, indent = 0.0, 0.0
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


def widest(flows: list[Flow], scale: float = 1.0) -> float:
    """How wide the paragraphs are where only line breaks end a line."""
    return max((_longest_line(flow) * scale * _WIDTH_SAFETY for flow in flows), default=0.0)


def steps(smallest: float, *, floor: float = 0.7, least: float = 14.0) -> list[float]:
    """The scales to try on text of this size: 5 % apart, to 70 % and not below the least size."""
    lowest = max(floor, least / smallest) if smallest > least else 1.0
    return [1.0, *(s / 100 for s in range(95, 0, -5) if s / 100 >= lowest - 0.001)]


def _longest_line(flow: Flow) -> float:
    longest, at = 0.0, 0
    for line in flow.text.split("\n"):
        tabs = line.count("\t") * _TAB
        longest = max(longest, _width(flow, at, at + len(line)) + tabs)
        at += len(line) + 1
    return flow.left + max(flow.first, 0.0) + longest + flow.right


def _broken(
    flow: Flow, at: int, word: str, room: float, full: float, scale: float
) -> tuple[list[int], float]:
    """Where a word is broken that is longer than its lines, and how wide its last piece is."""
    ends: list[int] = []
    used = 0.0
    for place in range(at, at + len(word.rstrip(" "))):
        letter = _width(flow, place, place + 1) * scale * _WIDTH_SAFETY
        if used and used + letter > room:
            ends.append(place)
            used, room = 0.0, full
        used += letter
    return ends, used


def _hanging(flow: Flow, word: str, at: int, used: float, scale: float) -> float:
    """What the spaces after a word add to its line, or the tab, which leads to the next stop."""
    spaces = len(word) - len(word.rstrip(" "))
    if spaces:
        end = at + len(word)
        return _width(flow, end - spaces, end) * scale * _WIDTH_SAFETY
    if not word.endswith("\t"):
        return 0.0
    place = flow.left + used
    stop = next((tab for tab in flow.tabs if tab > place), (place // _TAB + 1) * _TAB)
    return stop - place


def _words(flow: Flow) -> Iterator[tuple[str, float]]:
    """The unbreakable pieces of the text, each with its width without the spaces that end it."""
    text = flow.text
    cuts = [0]
    for line in re.finditer(r"[^\n]*\n|[^\n]+", text):
        offset = line.start()
        cuts.extend(offset + found.start() for found in _BREAKS_AFTER.finditer(line.group()))
        cuts.append(line.end())
    places = sorted(set(cuts))
    for start, end in pairwise(places):
        word = text[start:end]
        yield word, _width(flow, start, start + len(word.rstrip(" ")))


def _width(flow: Flow, start: int, end: int) -> float:
    total, at = 0.0, 0
    for run in flow.runs:
        a, b = max(start, at), min(end, at + len(run.text))
        if a < b:
            total += run.width(flow.text[a:b])
        at += len(run.text)
    return total
