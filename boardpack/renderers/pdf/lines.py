"""Inline content set into lines of a width: the words of a paragraph, with what is drawn among them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

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
from boardpack.style import Style, Weight

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
class Run:
    """Text in one font, size and colour, with where it leads to."""

    text: str
    font: str
    size: float
    colour: str
    href: str | None = None

    @property
    def width(self) -> float:
        """How much of the line it takes."""
        return width(self.text, self.font, self.size)


Atom = Run | Mark


@dataclass(frozen=True, slots=True)
class Line:
    """A line: what stands in it with its distance from the left, how wide and tall it is.

    `ends` is whether the paragraph, or a forced line, ends here; a line that was broken for want of
    room has a space at its end, for those who copy or listen.
    """

    atoms: tuple[tuple[float, Atom], ...]
    width: float
    height: float
    size: float
    ends: bool


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place where a line may end: at a space, or after a hyphen where there is none."""

    space: Run | None = None


@dataclass(frozen=True, slots=True)
class _NewLine:
    """A place where a line has to end."""


@dataclass(frozen=True, slots=True)
class _Word:
    """Atoms that stand together on a line, and the space before them unless they start it."""

    atoms: tuple[Atom, ...]
    space: Run | None = None

    @property
    def width(self) -> float:
        return sum(atom.width for atom in self.atoms)


_Token = Atom | _Gap | _NewLine


def set_lines(
    content: Content, style: TextStyle, room: float, setting: Setting
) -> tuple[Line, ...]:
    """The content in lines no wider than `room`; a word that is wider is cut where it must be."""
    tokens = chain.from_iterable(_tokens(inline, style, room, setting) for inline in content)
    return tuple(line for words in _forced_lines(tokens) for line in _filled(words, style, room))


def _forced_lines(tokens: Iterable[_Token]) -> Iterator[list[_Word]]:
    """The words of each stretch between forced line ends."""
    words: list[_Word] = []
    for token in tokens:
        match token:
            case _NewLine():
                yield words
                words = []
            case _Gap(space):
                if words and words[-1].atoms:
                    words.append(_Word((), space))
            case _ if words:
                words[-1] = _Word((*words[-1].atoms, token), words[-1].space)
            case _:
                words.append(_Word((token,)))
    yield words


def _filled(words: Iterable[_Word], style: TextStyle, room: float) -> Iterator[Line]:
    """Lines with as many words as fit; an empty line where there are no words."""
    atoms: list[Atom] = []
    x = 0.0
    for word in chain.from_iterable(_cut(word, room) for word in words if word.atoms):
        gap = word.space.width if word.space and atoms else 0.0
        if atoms and x + gap + word.width > room:
            yield _line(atoms, style, ends=False)
            atoms, x, gap = [], 0.0, 0.0
        if gap and word.space:
            atoms.append(word.space)
        atoms.extend(word.atoms)
        x += gap + word.width
    yield _line(atoms, style, ends=True)


def _cut(word: _Word, room: float) -> Iterator[_Word]:
    """The word, in pieces that fit where it is wider than a line."""
    if word.width <= room:
        yield word
        return
    space, used = word.space, 0.0
    piece: list[Atom] = []
    for atom in chain.from_iterable(_letters(atom) for atom in word.atoms):
        if piece and used + atom.width > room:
            yield _Word(tuple(piece), space)
            space, piece, used = None, [], 0.0
        piece.append(atom)
        used += atom.width
    yield _Word(tuple(piece), space)


def _letters(atom: Atom) -> Iterator[Atom]:
    if isinstance(atom, Run):
        yield from (replace(atom, text=letter) for letter in atom.text)
    else:
        yield atom


def _line(atoms: Iterable[Atom], style: TextStyle, *, ends: bool) -> Line:
    placed: list[tuple[float, Atom]] = []
    x, size, height = 0.0, style.size, style.leading
    for atom in _joined(atoms):
        placed.append((x, atom))
        x += atom.width
        if isinstance(atom, Run):
            size = max(size, atom.size)
        else:
            height = max(height, atom.height + _MARK_SPACE)
    height = max(height, style.leading * size / style.size)
    return Line(tuple(placed), x, height, size, ends)


def _joined(atoms: Iterable[Atom]) -> list[Atom]:
    """Neighbouring runs that look the same and lead to the same place, as one."""
    found: list[Atom] = []
    for atom in atoms:
        last = found[-1] if found else None
        if (
            isinstance(atom, Run)
            and isinstance(last, Run)
            and replace(last, text=atom.text) == atom
        ):
            found[-1] = replace(last, text=last.text + atom.text)
        else:
            found.append(atom)
    return found


def _tokens(inline: Inline, style: TextStyle, room: float, setting: Setting) -> Iterator[_Token]:
    look = setting.style
    plain = Run("", "", style.size, style.colour(look))
    match inline:
        case LineBreak():
            yield _NewLine()
        case Text():
            yield from _text(inline, style, look)
        case PageNumber(anchor, word):
            number = f"{word}{setting.pages.get(anchor, 0)}"
            link = replace(plain, href="#" + anchor, colour=look.structure)
            yield from _words(number, style.weight, link)
        case Pill():
            yield marks.pill(inline, look)
        case Spark():
            yield marks.spark(inline, room, look)
        case Arrow():
            yield marks.arrow_icon(inline, style.size, look)
            yield from _words(
                inline.words, style.weight, replace(plain, colour=marks.tone_colour(inline, look))
            )
        case Status():
            yield marks.status_icon(inline, style.size, look)
            yield from _words(inline.words, style.weight, plain)


def _text(inline: Text, style: TextStyle, look: Style) -> Iterator[_Token]:
    weight: Weight = style.weight
    if inline.strong:
        weight = "bold"
    elif inline.emphasis:
        weight = "italic"
    size = {
        "normal": style.size,
        "large": style.size * _LARGE,
        "small": max(style.size * _SMALL, min(SMALLEST, style.size)),
    }[inline.size]
    colour = look.structure if inline.href else style.colour(look)
    yield from _words(inline.text, weight, Run("", "", size, colour, inline.href))


def _words(text: str, weight: Weight, plain: Run) -> Iterator[_Token]:
    """The text as runs and gaps, each run like `plain` in a font that has its characters."""
    for number, line in enumerate(_LINE_END.split(text)):
        if number:
            yield _NewLine()
        for piece in _PIECES.findall(line):
            if piece[0] in _SPACE:
                yield _Gap(replace(plain, text=" ", font=font_name(weight)))
                continue
            for part, unbroken in enumerate(_AFTER_HYPHEN.split(piece)):
                if part:
                    yield _Gap()
                for font, shown in spans(unbroken, weight):
                    yield replace(plain, text=shown, font=font)
