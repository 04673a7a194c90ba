"""Sparklines, made of shapes directly: a scorecard draws some thirty of them on a page."""

from collections.abc import Callable

from boardpack.charts.drawing.picture import Picture, Point, Shape
from boardpack.charts.drawing.shapes import circle, polyline
from boardpack.document.blocks import Spark
from boardpack.style import Style

_DOT = 2.0
_LONE_DOT = 0.9
_LINE = 1.2


def draw_spark(spark: Spark, width: float, height: float, style: Style | None = None) -> Picture:
    """The values as a line that breaks at gaps, its last point marked, the target dashed."""
    style = style or Style()
    points = _points(spark, width, height)
    items: list[Shape] = []
    if spark.target is not None:
        y = _heights(spark, height)(spark.target)
        items.append(
            Shape(polyline(((0.0, y), (width, y))), stroke=style.target, width=0.75, dash=(2.5, 2.0))
        )
    for run in _runs(points):
        if len(run) > 1:
            items.append(Shape(polyline(run), stroke=style.main, width=_LINE))
        else:
            items.append(Shape(circle(*run[0], _LONE_DOT), fill=style.main))
    last = next((point for point in reversed(points) if point is not None), None)
    if last is not None:
        items.append(Shape(circle(*last, _DOT), fill=style.main))
    return Picture(width, height, tuple(items))


def _heights(spark: Spark, height: float) -> Callable[[float], float]:
    """Where a value stands, between the lowest and the highest of values and target."""
    known = [value for value in (*spark.values, spark.target) if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    room = height - 2 * _DOT

    def place(value: float) -> float:
        return _DOT + (room * (value - low) / (high - low) if high > low else room / 2)

    return place


def _points(spark: Spark, width: float, height: float) -> list[Point | None]:
    place = _heights(spark, height)
    step = (width - 2 * _DOT) / max(len(spark.values) - 1, 1)
    return [
        None if value is None else (_DOT + i * step, place(value)) for i, value in enumerate(spark.values)
    ]


def _runs(points: list[Point | None]) -> "list[list[Point]]":
    """The stretches between gaps."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is not None:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]
