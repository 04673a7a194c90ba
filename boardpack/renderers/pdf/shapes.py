"""The one outline that icons and charts do not have: a rectangle with round corners."""

from boardpack.charts.drawing.picture import Close, Curve, Line, Move, Segment

_ROUND = 0.5523
"""How far the handles of a Bézier curve reach to make a quarter of a circle."""


def rounded_rectangle(
    x: float, y: float, width: float, height: float, radius: float
) -> tuple[Segment, ...]:
    """A rectangle from its lower left corner, with corners of this radius."""
    right, top, bend = x + width, y + height, radius * (1 - _ROUND)
    return (
        Move((x + radius, y)),
        Line((right - radius, y)),
        Curve((right - bend, y), (right, y + bend), (right, y + radius)),
        Line((right, top - radius)),
        Curve((right, top - bend), (right - bend, top), (right - radius, top)),
        Line((x + radius, top)),
        Curve((x + bend, top), (x, top - bend), (x, top - radius)),
        Line((x, y + radius)),
        Curve((x, y + bend), (x + bend, y), (x + radius, y)),
        Close(),
    )
