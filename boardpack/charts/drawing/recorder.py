"""A matplotlib renderer that records what is drawn as a picture.

Matplotlib lays a plot out and hands over paths and lines of text; what PDF, web page and tests need
of them is kept, in points. The figure has 72 dots to the inch, so that a dot is a point. Nothing is
clipped: whoever draws keeps the data inside the axes.
"""

from typing import Any

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Transform
from matplotlib.typing import ColorType

from boardpack.charts.drawing.lettering import LabelWeight, width_of
from boardpack.charts.drawing.picture import (
    Close,
    Curve,
    Label,
    Line,
    Move,
    Picture,
    Point,
    Segment,
    Shape,
)
from boardpack.style import Typeface

DOTS_PER_INCH = 72

# The vertical extent of Open Sans in ems, by which matplotlib stacks lines and keeps tick labels off;
# other typefaces are set in the same way.
_ASCENT = 1.069
_DESCENT = 0.293


def record(figure: Figure, face: Typeface) -> Picture:
    """The figure as a picture, its lettering as wide as it is in a typeface."""
    recorder = _Recorder(figure, face)
    figure.draw(recorder)
    return Picture(recorder.width, recorder.height, tuple(recorder.items))


class _Recorder(RendererBase):
    """Collects shapes and labels in drawing order."""

    def __init__(self, figure: Figure, face: Typeface) -> None:
        super().__init__()
        self._face = face
        self.width, self.height = (float(side) * DOTS_PER_INCH for side in figure.get_size_inches())
        self.items: list[Shape | Label] = []

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The sheet in dots, which are points."""
        return self.width, self.height

    def flipy(self) -> bool:
        """No: y goes up, as on a PDF page."""
        return False

    def points_to_pixels(self, points: Any) -> Any:
        """The same number: a dot is a point."""
        return points

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | str
    ) -> tuple[float, float, float]:
        """The extent of a line of text."""
        size = prop.get_size_in_points()
        across = width_of(s, size, _weight(prop), self._face)
        return across, size * (_ASCENT + _DESCENT), size * _DESCENT

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

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | str = False,
        mtext: Text | None = None,
    ) -> None:
        """Records a line of text, which is horizontal in all of our charts."""
        if angle:
            raise ValueError(f"text in a chart is horizontal: {s!r} is turned by {angle} degrees")
        at = _short(x), _short(y)
        self.items.append(
            Label(
                at,
                s,
                float(prop.get_size_in_points()),
                _hex(gc.get_rgb()) or "#000000",
                _weight(prop),
            )
        )


def _weight(prop: FontProperties) -> LabelWeight:
    match prop.get_weight():
        case "semibold" | 600:
            return "semibold"
        case "bold" | 700:
            return "bold"
        case _:
            return "regular"


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
