"""A drawn chart as paths and labels in points, ready for a page, a web page or a test to read.

The origin is the lower left corner, y goes up, as on a PDF page.
"""

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Move:
    """The pen goes to a point without drawing."""

    to: Point


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line to a point."""

    to: Point


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic Bézier curve to a point."""

    first: Point
    second: Point
    to: Point


@dataclass(frozen=True, slots=True)
class Close:
    """A straight line back to where the pen last moved to."""


Segment = Move | Line | Curve | Close


@dataclass(frozen=True, slots=True)
class Shape:
    """A path with its fill and stroke as `#RRGGBB`, or none; widths and dashes in points."""

    segments: tuple[Segment, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text whose baseline starts at a point."""

    at: Point
    text: str
    size: float
    colour: str
    weight: Literal["regular", "semibold", "bold"] = "regular"


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes and labels in drawing order on a sheet of this size in points."""

    width: float
    height: float
    items: tuple[Shape | Label, ...]
