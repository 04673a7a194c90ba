"""A matplotlib renderer that records what is drawn as shapes.

Matplotlib hands over paths; what PDF, web page and tests need of them is kept, in points: a dot of
its is a point of ours. Nothing is clipped: whoever draws keeps the data inside the plot.
"""

from typing import Any

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.path import Path
from matplotlib.transforms import Transform
from matplotlib.typing import ColorType

from boardpack.charts.drawing.picture import (
    Close,
    Curve,
    Line,
    Move,
    Point,
    Segment,
    Shape,
)


class Recorder(RendererBase):
    """Collects shapes in drawing order, on a sheet of this size in points."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height
        self.items: list[Shape] = []

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The sheet in dots, which are points."""
        return self.width, self.height

    def flipy(self) -> bool:
        """No: y goes up, as on a PDF page."""
        return False

    def points_to_pixels(self, points: Any) -> Any:
        """The same number: a dot is a point."""
        return points

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: ColorType | None = None,  # noqa: N803 - matplotlib's own name
    ) -> None:
        """Records a path; without fill and stroke there is nothing to record."""
        fill = None if rgbFace is None else _hex(rgbFace)
        stroke = _hex(gc.get_rgb()) if gc.get_linewidth() > 0 else None
        segments = _segments(path, transform)
        if segments and (fill or stroke):
            dash = () if stroke is None else _dashes(gc)
            self.items.append(Shape(segments, fill, stroke, _short(gc.get_linewidth()), dash))


def _hex(colour: Any) -> str | None:
    """`#RRGGBB`, or nothing for what is transparent."""
    *_, alpha = (*colour, 1.0) if len(colour) == 3 else colour  # noqa: PLR2004 - red, green, blue
    return to_hex(colour).upper() if alpha > 0 else None


def _dashes(gc: GraphicsContextBase) -> tuple[float, ...]:
    pattern: Any = gc.get_dashes()[1]  # a list of floats or nothing, which the stub does not say
    return tuple(_short(on) for on in pattern or ())


def _segments(path: Path, transform: Transform) -> tuple[Segment, ...]:
    return tuple(
        _segment(points, code) for points, code in path.iter_segments(transform, simplify=False)
    )


def _segment(points: Any, code: Any) -> Segment:
    to: list[Point] = [(_short(x), _short(y)) for x, y in points.reshape(-1, 2)]
    match code:
        case Path.MOVETO:
            return Move(to[0])
        case Path.LINETO:
            return Line(to[0])
        case Path.CURVE4:
            return Curve(to[0], to[1], to[2])
        case Path.CLOSEPOLY:
            return Close()
        case _:
            raise ValueError(f"a path of our charts holds no segment of kind {code}")


def _short(value: float) -> float:
    """A hundredth of a point is finer than any printer."""
    return round(float(value), 2) + 0.0
