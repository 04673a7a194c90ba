"""Small geometry: the paths that icons, sparklines and legends are made of, and moving them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from boardpack.charts.drawing.picture import Close, Curve, Line, Move, Point, Segment, Shape

# How far the handles of a Bézier curve stand off, for four of them to make a circle.
_ROUND = 0.5523


def polyline(points: Sequence[Point]) -> tuple[Segment, ...]:
    """An open path through the points."""
    return (Move(points[0]), *(Line(point) for point in points[1:]))


def polygon(points: Sequence[Point]) -> tuple[Segment, ...]:
    """A closed path through the points."""
    return (*polyline(points), Close())


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Segment, ...]:
    """A closed path around a rectangle, from its lower left corner."""
    return polygon(((x, y), (x + width, y), (x + width, y + height), (x, y + height)))


def circle(x: float, y: float, radius: float) -> tuple[Segment, ...]:
    """A closed path around a centre."""
    r, h = radius, radius * _ROUND
    return (
        Move((x + r, y)),
        Curve((x + r, y + h), (x + h, y + r), (x, y + r)),
        Curve((x - h, y + r), (x - r, y + h), (x - r, y)),
        Curve((x - r, y - h), (x - h, y - r), (x, y - r)),
        Curve((x + h, y - r), (x + r, y - h), (x + r, y)),
        Close(),
    )


def placed(shapes: Iterable[Shape], at: Point, size: float) -> tuple[Shape, ...]:
    """Shapes of a unit square, drawn in a square of this size whose lower left corner is `at`."""

    def moved(point: Point) -> Point:
        return at[0] + point[0] * size, at[1] + point[1] * size

    def moved_segment(segment: Segment) -> Segment:
        match segment:
            case Move(to):
                return Move(moved(to))
            case Line(to):
                return Line(moved(to))
            case Curve(first, second, to):
                return Curve(moved(first), moved(second), moved(to))
            case Close():
                return segment

    return tuple(
        replace(
            shape,
            segments=tuple(moved_segment(segment) for segment in shape.segments),
            width=shape.width * size,
            dash=tuple(length * size for length in shape.dash),
        )
        for shape in shapes
    )
