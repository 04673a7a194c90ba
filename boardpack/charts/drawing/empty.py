"""What stands where a chart has nothing to show."""

from boardpack.charts.drawing.labels import SIZE, Type, label
from boardpack.charts.drawing.lettering import width_of
from boardpack.charts.drawing.picture import Picture, Shape
from boardpack.charts.drawing.shapes import polyline
from boardpack.style import Style

_HEIGHT = 40.0
_WORDS = "No data"


def draw_empty(width: float, height: float | None, style: Style) -> Picture:
    """The words "No data" between two hairlines."""
    tall = height or _HEIGHT
    rules = (
        Shape(polyline(((0.0, y), (width, y))), stroke=style.hairline, width=0.5)
        for y in (tall - 0.25, 0.25)
    )
    x = (width - width_of(_WORDS, SIZE, face=style.typeface)) / 2
    return Picture(
        width, tall, (*rules, label(_WORDS, x, tall / 2, Type(style.quiet, style.typeface)))
    )
