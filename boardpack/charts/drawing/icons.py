"""Icons as shapes in a unit square, so that a page, a web page and a chart draw the same ones.

An icon comes in one colour, the one that is read on whatever it stands on. `shapes.placed` puts it
where it belongs. Beside an icon there is always a word.
"""

from math import cos, pi, sin
from typing import Literal

from boardpack.charts.drawing.picture import Picture, Shape
from boardpack.charts.drawing.shapes import circle, placed, polygon, polyline, rectangle
from boardpack.model.plan import Rating
from boardpack.style import RATING_ICONS, IconShape

Direction = Literal["up", "down", "level", "new"]
StatusShape = Literal[
    "met", "close", "missed", "none",
    "improvement", "concern", "neutral", "common-cause",
    "pass", "fail", "hit-or-miss",
]  # fmt: skip

_STROKE = 0.16
_TICK = ((0.08, 0.50), (0.38, 0.18), (0.92, 0.84))
_RIGHT = (
    (0.08, 0.42),
    (0.52, 0.42),
    (0.52, 0.18),
    (0.94, 0.50),
    (0.52, 0.82),
    (0.52, 0.58),
    (0.08, 0.58),
)
_STAR_POINTS = 5


def rating_icon(rating: Rating, colour: str) -> tuple[Shape, ...]:
    """The shape of a rating: circle, triangle, square or tick."""
    return icon(RATING_ICONS[rating], colour)


def icon(shape: IconShape, colour: str) -> tuple[Shape, ...]:
    """One of the four shapes that stand for ratings."""
    match shape:
        case "circle":
            return (Shape(circle(0.5, 0.5, 0.42), fill=colour),)
        case "triangle":
            return (Shape(polygon(((0.02, 0.08), (0.98, 0.08), (0.5, 0.94))), fill=colour),)
        case "square":
            return (Shape(rectangle(0.12, 0.12, 0.76, 0.76), fill=colour),)
        case "tick":
            return (_stroke(_TICK, colour),)


def arrow(direction: Direction, colour: str) -> tuple[Shape, ...]:
    """A movement: an arrow up, down or to the right (level), or a star for what is new."""
    match direction:
        case "up":
            points = tuple((y, x) for x, y in _RIGHT)
        case "down":
            points = tuple((y, 1 - x) for x, y in _RIGHT)
        case "level":
            points = _RIGHT
        case "new":
            points = _star()
    return (Shape(polygon(points), fill=colour),)


def status_icon(status: StatusShape, colour: str) -> tuple[Shape, ...]:
    """How a measure stands: to its target, or by its control chart.

    To its target: a tick, a wave (close), a cross, or a dash. Variation: a filled dot for improvement,
    a diamond for concern, a square for neither, as the points of the chart are marked, and an empty
    dot for chance. Assurance: a tick or a cross in a ring, or a ring that is half filled.
    """
    match status:
        case "improvement":
            return (Shape(circle(0.5, 0.5, 0.42), fill=colour),)
        case "concern":
            return (Shape(polygon(((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5))), fill=colour),)
        case "neutral":
            return (Shape(rectangle(0.14, 0.14, 0.72, 0.72), fill=colour),)
        case "common-cause":
            return (_ring(colour),)
        case "pass":
            return (_ring(colour), _stroke(((0.27, 0.5), (0.44, 0.32), (0.73, 0.68)), colour))
        case "fail":
            return (
                _ring(colour),
                _stroke(((0.33, 0.33), (0.67, 0.67)), colour),
                _stroke(((0.33, 0.67), (0.67, 0.33)), colour),
            )
        case "hit-or-miss":
            return (_ring(colour), Shape(polygon(_half()), fill=colour))
        case "met":
            return (_stroke(_TICK, colour),)
        case "close":
            wave = tuple(
                (0.06 + 0.88 * i / 24, 0.5 + 0.17 * sin(2 * pi * i / 24)) for i in range(25)
            )
            return (_stroke(wave, colour),)
        case "missed":
            return (
                _stroke(((0.15, 0.15), (0.85, 0.85)), colour),
                _stroke(((0.15, 0.85), (0.85, 0.15)), colour),
            )
        case "none":
            return (_stroke(((0.15, 0.5), (0.85, 0.5)), colour),)


def icon_picture(shapes: tuple[Shape, ...], size: float) -> Picture:
    """An icon on a sheet of its own."""
    return Picture(size, size, placed(shapes, (0.0, 0.0), size))


def _ring(colour: str) -> Shape:
    return Shape(circle(0.5, 0.5, 0.43), stroke=colour, width=_STROKE * 0.7)


def _half() -> tuple[tuple[float, float], ...]:
    """The lower half of a ring's inside."""
    turns = (pi + pi * i / 12 for i in range(13))
    return tuple((0.5 + 0.42 * cos(turn), 0.5 + 0.42 * sin(turn)) for turn in turns)


def _stroke(points: tuple[tuple[float, float], ...], colour: str) -> Shape:
    return Shape(polyline(points), stroke=colour, width=_STROKE)


def _star() -> tuple[tuple[float, float], ...]:
    turns = (
        (pi / 2 + pi * i / _STAR_POINTS, 0.5 if i % 2 == 0 else 0.22)
        for i in range(2 * _STAR_POINTS)
    )
    return tuple((0.5 + r * cos(angle), 0.47 + r * sin(angle)) for angle, r in turns)
