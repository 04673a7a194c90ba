"""Inline content set into lines of a width: the words of a paragraph, with what is drawn among them."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from boardpack.document.blocks import (
    Arrow,
    Content,
    Inline,
    LineBreak,
    PageNumber,
    Pill,
    Spark,
    Status,
    Text,
)
from boardpack.renderers.pdf import marks
from boardpack.renderers.pdf.fonts import font_name, spans, width
from boardpack.renderers.pdf.marks import Mark
from boardpack.renderers.pdf.typography import SMALLEST, TextStyle
from boardpack.style import Style, Typeface, Weight

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SPACE = " \t"
_PIECES = re.compile(f"[{_SPACE}]+|[^{_SPACE}]+")
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_]{2}[-/–—])(?=[^\W\d_]{2})")
_LARGE, _SMALL = 1.45, 0.87
_MARK_SPACE = 2.0


@dataclass(frozen=True, slots=True)
class Setting:
    """What setting a text needs to know: the look, and the page that each heading falls on."""

    style: Style
    pages: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Look:
    """The font, size and colour of a stretch of text, and where it leads to."""

    font: str
    size: float
    colour: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Text that looks the same all along, and how much of the line it takes."""

    text: str
    look: Look
    width: float


Atom = Run | Mark
_Piece = tuple[str, Look, float] | Mark
"""Letters with their look and width, or what is drawn, while a line is being filled."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: what stands in it with its distance from the left, how wide and tall it is.

    `goes_on` is whether a word goes on in the next line; every other line has a space at its end, or
    its last word would run into the next for those who copy or listen.
    """

    atoms: tuple[tuple[float, Atom], ...]
    width: float
    height: float
    size: float
    goes_on: bool


def set_lines(
    content: Content, style: TextStyle, room: float, setting: Setting
) -> tuple[Line, ...]:
    """The content in lines no wider than `room`; a word that is wider is cut where it must be."""
    lines = _Lines(style.sized(setting.style.sizes), room, setting.style.typeface)
    for inline in content:
        _set(inline, lines, setting)
    return lines.finished()


def narrowest(content: Content, style: TextStyle, setting: Setting) -> float:
    """How wide a column must be for the content to be set without cutting a word."""
    lines = _Lines(style.sized(setting.style.sizes), math.inf, setting.style.typeface)
    for inline in content:
        _set(inline, lines, setting)
    lines.finished()
    return lines.widest


def _set(inline: Inline, lines: "_Lines", setting: Setting) -> None:
    """Put an inline behind what stands in the lines so far."""
    style, look = lines.style, setting.style
    ink = style.colour(look)
    match inline:
        case Text():
            colour = look.structure if inline.href else ink
            size = _size(inline, style)
            lines.text(inline.text, _weight(inline, style), size, colour, inline.href)
        case LineBreak():
            lines.end()
        case PageNumber(anchor, word):
            number = f"{word}{setting.pages.get(anchor, 0)}"
            lines.text(number, style.weight, style.size, look.structure, "#" + anchor)
        case Pill():
            lines.mark(marks.pill(inline, look))
        case Spark():
            lines.mark(marks.spark(inline, lines.room, look))
        case Arrow():
            lines.mark(marks.arrow_icon(inline, style.size, look))
            lines.text(inline.words, style.weight, style.size, marks.tone_colour(inline, look))
        case Status():
            lines.mark(marks.status_icon(inline, style.size, look))
            lines.text(inline.words, style.weight, style.size, ink)


def _weight(inline: Text, style: TextStyle) -> Weight:
    if inline.strong:
        return "bold"
    return "italic" if inline.emphasis else style.weight


def _size(inline: Text, style: TextStyle) -> float:
    match inline.size:
        case "large":
            return style.size * _LARGE
        case "small":
            return max(style.size * _SMALL, min(SMALLEST, style.size))
        case "normal":
            return style.size


class _Lines:
    """Lines that are filled word by word, each with as many words as fit."""

    def __init__(self, style: TextStyle, room: float, face: Typeface) -> None:
        self.style = style
        self._face = face
        self.room = room
        self._done: list[Line] = []
        self._line: list[_Piece] = []
        self._x = 0.0
        self._word: list[_Piece] = []
        self._word_width = 0.0
        self._gap: tuple[str, Look, float] | None = None
        self.widest = 0.0
        """The widest of the words so far, as they stand together on a line."""

    def text(
        self, text: str, weight: Weight, size: float, colour: str, href: str | None = None
    ) -> None:
        """Put a text behind what is there; its line ends are kept, its spaces may end a line."""
        font = font_name(weight, self._face)
        for number, line in enumerate(_LINE_END.split(text)):
            if number:
                self.end()
            for piece in _PIECES.findall(line):
                if piece[0] in _SPACE:
                    self._space(_look(font, size, colour, href))
                    continue
                for place, unbroken in enumerate(_unbroken(piece, font)):
                    if place:
                        self._end_word()
                    for has, shown, across in unbroken:
                        self._put(
                            (shown, _look(has, size, colour, href), across * size), across * size
                        )

    def mark(self, mark: Mark) -> None:
        """Put what is drawn behind what is there."""
        self._put(mark, mark.width)

    def end(self) -> None:
        """End the line here, whether it is full or not."""
        self._end_word()
        self._flush()

    def finished(self) -> tuple[Line, ...]:
        """All lines; an empty one where there are no words."""
        self.end()
        return tuple(self._done)

    def _put(self, piece: _Piece, across: float) -> None:
        self._word.append(piece)
        self._word_width += across

    def _space(self, look: Look) -> None:
        if self._word:
            self._end_word()
            self._gap = (" ", look, width(" ", look.font, look.size))

    def _end_word(self) -> None:
        """Put the word on the line, or on the next where it does not fit."""
        if not self._word:
            return
        word, across = self._word, self._word_width
        self._word, self._word_width = [], 0.0
        self.widest = max(self.widest, across)
        if across > self.room:
            self._cut(word)
        else:
            self._place(word, across)

    def _place(self, word: list[_Piece], across: float) -> None:
        gap = self._gap[2] if self._gap and self._line else 0.0
        if self._line and self._x + gap + across > self.room:
            self._flush(goes_on=self._gap is None)
            gap = 0.0
        if gap and self._gap:
            self._line.append(self._gap)
        self._line += word
        self._x += gap + across
        self._gap = None

    def _cut(self, word: list[_Piece]) -> None:
        """Place a word that is wider than a line in pieces that fit."""
        part: list[_Piece] = []
        used = 0.0
        for piece in word:
            for letter, across in _letters(piece):
                if part and used + across > self.room:
                    self._place(part, used)
                    part, used = [], 0.0
                part.append(letter)
                used += across
        self._place(part, used)

    def _flush(self, *, goes_on: bool = False) -> None:
        self._done.append(_line(self._line, self.style, goes_on=goes_on))
        self._line, self._x, self._gap = [], 0.0, None


def _letters(piece: _Piece) -> list[tuple[_Piece, float]]:
    if isinstance(piece, Mark):
        return [(piece, piece.width)]
    text, look, _ = piece
    widths = [width(letter, look.font, look.size) for letter in text]
    return [((letter, look, across), across) for letter, across in zip(text, widths, strict=True)]


def _line(pieces: list[_Piece], style: TextStyle, *, goes_on: bool) -> Line:
    """The pieces as a line, neighbours that look the same as one run."""
    placed: list[tuple[float, Atom]] = []
    x, size, height = 0.0, style.size, style.leading
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        place += 1
        if isinstance(piece, Mark):
            placed.append((x, piece))
            x += piece.width
            height = max(height, piece.height + _MARK_SPACE)
            continue
        text, look, across = piece
        while place < len(pieces) and _looks(pieces[place]) is look:
            more = pieces[place]
            assert not isinstance(more, Mark)
            text += more[0]
            across += more[2]
            place += 1
        placed.append((x, Run(text, look, across)))
        x += across
        size = max(size, look.size)
    height = max(height, style.leading * size / style.size)
    return Line(tuple(placed), x, height, size, goes_on)


def _looks(piece: _Piece) -> Look | None:
    return None if isinstance(piece, Mark) else piece[1]


@lru_cache(maxsize=4_096)
def _look(font: str, size: float, colour: str, href: str | None) -> Look:
    """The same look for the same words of it, so that looks are compared by identity."""
    return Look(font, size, colour, href)


@lru_cache(maxsize=65_536)
def _unbroken(word: str, own: str) -> tuple[tuple[tuple[str, str, float], ...], ...]:
    """The parts of a word between which a line may end, each as (font, letters, width at size 1)."""
    return tuple(
        tuple((font, shown, width(shown, font, 1.0)) for font, shown in spans(part, own))
        for part in _AFTER_HYPHEN.split(word)
    )
