"""What a page is made of: boxes of known height that can be split and that draw themselves.

A box is measured once, when it is made for a width. `split` gives the part that fits a height and the
rest, or `None` where it cannot be split there. Places are the upper left corner; y goes up.
"""

from dataclasses import dataclass
from typing import Protocol

from boardpack.charts.drawing.picture import Picture
from boardpack.document.blocks import Align
from boardpack.renderers.pdf.lines import Line
from boardpack.renderers.pdf.pen import Pen
from boardpack.renderers.pdf.tags import Tag

_TOLERANCE = 0.01
_FEWEST_LINES = 2


class Box(Protocol):
    """Anything that takes up height on a page."""

    @property
    def height(self) -> float:
        """How tall it is."""

    @property
    def anchors(self) -> tuple[str, ...]:
        """The places in it that links may lead to."""

    def split(self, room: float) -> "tuple[Box, Box] | None":
        """What fits the room, and the rest."""

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""


@dataclass(frozen=True, slots=True)
class TextBox:
    """Lines of text, lined up in a width. No part of it has fewer than two lines.

    Without a tag it can only be drawn as an artifact, such as a running head.
    """

    lines: tuple[Line, ...]
    width: float
    align: Align = "left"
    tag: Tag | None = None

    @property
    def height(self) -> float:
        return sum(line.height for line in self.lines)

    @property
    def anchors(self) -> tuple[str, ...]:
        return ()

    def split(self, room: float) -> tuple[Box, Box] | None:
        fitting = 0
        for line in self.lines:
            room -= line.height
            if room < -_TOLERANCE:
                break
            fitting += 1
        fitting = min(fitting, len(self.lines) - _FEWEST_LINES)
        if fitting < _FEWEST_LINES:
            return None
        return (
            TextBox(self.lines[:fitting], self.width, self.align, self.tag),
            TextBox(self.lines[fitting:], self.width, self.align, self.tag),
        )

    def paint(self, pen: Pen, x: float, top: float) -> None:
        share = {"left": 0.0, "centre": 0.5, "right": 1.0}[self.align]
        for line in self.lines:
            pen.line(line, x + share * (self.width - line.width), top, self.tag)
            top -= line.height


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture, which is never split."""

    picture: Picture
    tag: Tag

    @property
    def height(self) -> float:
        return self.picture.height

    @property
    def anchors(self) -> tuple[str, ...]:
        return ()

    def split(self, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002 - any room is too little
        return None

    def paint(self, pen: Pen, x: float, top: float) -> None:
        pen.figure(self.picture, x, top - self.picture.height, self.tag)


@dataclass(frozen=True, slots=True)
class Stack:
    """Boxes under one another, each with the space before it."""

    children: tuple[tuple[float, Box], ...]

    @property
    def height(self) -> float:
        return sum(gap + box.height for gap, box in self.children)

    @property
    def anchors(self) -> tuple[str, ...]:
        return tuple(anchor for _, box in self.children for anchor in box.anchors)

    def split(self, room: float) -> tuple[Box, Box] | None:
        for number, (gap, box) in enumerate(self.children):
            room -= gap
            if box.height > room + _TOLERANCE:
                parts = box.split(room)
                before, after = self.children[:number], self.children[number + 1 :]
                if parts:
                    return Stack((*before, (gap, parts[0]))), Stack(((0.0, parts[1]), *after))
                return (Stack(before), Stack(((0.0, box), *after))) if before else None
            room -= box.height
        return None

    def paint(self, pen: Pen, x: float, top: float) -> None:
        for gap, box in self.children:
            top -= gap
            box.paint(pen, x, top)
            top -= box.height


@dataclass(frozen=True, slots=True)
class Cell:
    """A box in a row: how far it stands from the row's left edge and below its top."""

    x: float
    box: Box
    drop: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes side by side. Split, each of them goes on where it was left."""

    cells: tuple[Cell, ...]

    @property
    def height(self) -> float:
        return max((cell.drop + cell.box.height for cell in self.cells), default=0.0)

    @property
    def anchors(self) -> tuple[str, ...]:
        return tuple(anchor for cell in self.cells for anchor in cell.box.anchors)

    def split(self, room: float) -> tuple[Box, Box] | None:
        first: list[Cell] = []
        rest: list[Cell] = []
        for cell in self.cells:
            if cell.drop + cell.box.height <= room + _TOLERANCE:
                first.append(cell)
            elif parts := cell.box.split(room - cell.drop):
                first.append(Cell(cell.x, parts[0], cell.drop))
                rest.append(Cell(cell.x, parts[1]))
            else:
                rest.append(Cell(cell.x, cell.box))
        return (Row(tuple(first)), Row(tuple(rest))) if first and rest else None

    def paint(self, pen: Pen, x: float, top: float) -> None:
        for cell in self.cells:
            cell.box.paint(pen, x + cell.x, top - cell.drop)


@dataclass(frozen=True, slots=True)
class Framed:
    """A box with space above and below it, on a tint or over a hairline where these have a colour."""

    box: Box
    width: float
    above: float = 0.0
    below: float = 0.0
    left: float = 0.0
    fill: str | None = None
    rule: str | None = None
    rule_weight: float = 0.5

    @property
    def height(self) -> float:
        return self.above + self.box.height + self.below

    @property
    def anchors(self) -> tuple[str, ...]:
        return self.box.anchors

    def split(self, room: float) -> tuple[Box, Box] | None:
        parts = self.box.split(room - self.above - self.below)
        return (self._around(parts[0]), self._around(parts[1])) if parts else None

    def _around(self, box: Box) -> "Framed":
        return Framed(
            box,
            self.width,
            self.above,
            self.below,
            self.left,
            self.fill,
            self.rule,
            self.rule_weight,
        )

    def paint(self, pen: Pen, x: float, top: float) -> None:
        bottom = top - self.height
        if self.fill:
            pen.area(x, bottom, self.width, self.height, self.fill)
        if self.rule:
            pen.rule(x, bottom, self.width, self.rule, self.rule_weight)
        self.box.paint(pen, x + self.left, top - self.above)


@dataclass(frozen=True, slots=True)
class Anchored:
    """A box that links lead to; with a level it has a bookmark as well."""

    box: Box
    anchor: str
    title: str
    level: int | None = None

    @property
    def height(self) -> float:
        return self.box.height

    @property
    def anchors(self) -> tuple[str, ...]:
        return (self.anchor, *self.box.anchors)

    def split(self, room: float) -> tuple[Box, Box] | None:
        parts = self.box.split(room)
        return (
            (Anchored(parts[0], self.anchor, self.title, self.level), parts[1]) if parts else None
        )

    def paint(self, pen: Pen, x: float, top: float) -> None:
        pen.anchor(self.anchor, top)
        if self.level is not None:
            pen.bookmark(self.title, self.anchor, self.level)
        self.box.paint(pen, x, top)
