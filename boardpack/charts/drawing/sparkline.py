"""Sparklines, made of shapes directly: a scorecard draws some thirty of them on a page."""

from collections.abc import Callable, Sequence

from boardpack.charts.drawing.picture import Picture, Point, Shape
from boardpack.charts.drawing.shapes import circle, polyline
from boardpack.style import Style

_DOT = 2.0
_LONE_DOT = 0.9
_LINE = 1.2


Values = Sequence[float | None]


def draw_spark(
    values: Values, target: float | None, width: float, height: float, style: Style | None = None
) -> Picture:
    """The values as a line that breaks at gaps, its last point marked, the target dashed."""
    style = style or Style()
    place = _heights((*values, target), height)
    points = _points(values, place, width)
    items: list[Shape] = []
    if target is not None:
        y = place(target)
        items.append(
            Shape(
                polyline(((0.0, y), (width, y))), stroke=style.target, width=0.75, dash=(2.5, 2.0)
            )
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


def _heights(shown: Values, height: float) -> Callable[[float], float]:
    """Where a value stands, between the lowest and the highest of what is shown."""
    known = [value for value in shown if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    room = height - 2 * _DOT

    def place(value: float) -> float:
        return _DOT + (room * (value - low) / (high - low) if high > low else room / 2)

    return place


def _points(values: Values, place: Callable[[float], float], width: float) -> list[Point | None]:
    step = (width - 2 * _DOT) / max(len(values) - 1, 1)
    return [
        None if value is None else (_DOT + i * step, place(value)) for i, value in enumerate(values)
    ]


def _runs(points: list[Point | None]) -> list[list[Point]]:
    """The stretches between gaps."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is not None:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]
