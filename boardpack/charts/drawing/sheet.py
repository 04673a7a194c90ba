"""A sheet in points with one plot on it, drawn with matplotlib's lines and bars and nothing else of it.

Axes, ticks and layout cost matplotlib ten times what its lines and bars do, and our charts place
their few ticks and labels themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.transforms import IdentityTransform

from boardpack.charts.drawing.picture import Label, Picture, Point, Shape
from boardpack.charts.drawing.recorder import Recorder

# What a matplotlibrc on some machine could change in a chart of ours.
_LOOK: dict[Any, object] = {"lines.scale_dashes": False, "path.effects": [], "path.sketch": None}
_POINTS = IdentityTransform()

Marker = Literal["o", "D", "s"]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the plot stands on a sheet, in points."""

    width: float
    height: float
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0

    @property
    def plot_width(self) -> float:
        """The width between the margins."""
        return max(self.width - self.left - self.right, 1.0)

    @property
    def plot_height(self) -> float:
        """The height between the margins."""
        return max(self.height - self.top - self.bottom, 1.0)


Range = tuple[float, float]
"""The values at the left and the right end of a plot, or at its foot and its top."""


class Sheet:
    """Takes lines, bars and marks by the values of the data, and keeps them as shapes in points."""

    def __init__(self, frame: Frame, x: Range, y: Range) -> None:
        self.frame = frame
        self._x, self._y = x, y
        self._recorder = Recorder(frame.width, frame.height)

    def at(self, x: float, y: float) -> Point:
        """Where a point of the data stands on the sheet."""
        frame = self.frame
        across = (x - self._x[0]) / (self._x[1] - self._x[0])
        up = (y - self._y[0]) / (self._y[1] - self._y[0])
        return frame.left + across * frame.plot_width, frame.bottom + up * frame.plot_height

    def line(
        self,
        points: Iterable[Point],
        colour: str,
        width: float,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """A line through points of the data."""
        style = (0, dash) if dash else "-"
        self._stroke([self.at(*point) for point in points], colour, width, style)

    def across(
        self, y: float, colour: str, width: float, dash: tuple[float, float] | None = None
    ) -> None:
        """A line from one side of the plot to the other."""
        self.line(((self._x[0], y), (self._x[1], y)), colour, width, dash)

    def upright(self, x: float, colour: str, width: float) -> None:
        """A line from the foot of the plot to its top."""
        self.line(((x, self._y[0]), (x, self._y[1])), colour, width)

    def tick(self, x: float, length: float, colour: str, width: float) -> None:
        """A short line below the foot of the plot."""
        across, foot = self.at(x, self._y[0])
        self._stroke([(across, foot), (across, foot - length)], colour, width, "-")

    def mark(self, x: float, y: float, marker: Marker, size: float, colour: str) -> None:
        """A filled sign at a point of the data."""
        at = self.at(x, y)
        self._draw(
            Line2D(
                [at[0]],
                [at[1]],
                linestyle="none",
                marker=marker,
                markersize=size,
                color=colour,
                markeredgecolor=colour,
                markerfacecolor=colour,
                markeredgewidth=1.0,
                fillstyle="full",
                transform=_POINTS,
            )
        )

    def bar(
        self,
        start: float,
        value: float,
        middle: float,
        thickness: float,
        fill: str,
        edge: str | None = None,
    ) -> None:
        """A bar from `start` as long as its value, around a height; all in terms of the data."""
        left, low = self.at(start, middle + thickness / 2)
        right, high = self.at(start + value, middle - thickness / 2)
        self._draw(
            Rectangle(
                (left, low),
                right - left,
                high - low,
                facecolor=fill,
                edgecolor=edge or "none",
                linewidth=0.75 if edge else 0.0,
                transform=_POINTS,
            )
        )

    def picture(self, labels: Iterable[Shape | Label] = ()) -> Picture:
        """What was drawn, with labels over it."""
        return Picture(self.frame.width, self.frame.height, (*self._recorder.items, *labels))

    def _stroke(self, points: Sequence[Point], colour: str, width: float, style: Any) -> None:
        xs, ys = zip(*points, strict=True)
        self._draw(
            Line2D(
                xs,
                ys,
                linestyle=style,
                linewidth=width,
                color=colour,
                marker="None",
                dash_capstyle="butt",
                transform=_POINTS,
            )
        )

    def _draw(self, artist: Artist) -> None:
        artist.draw(self._recorder)


@contextmanager
def sheet(frame: Frame, x: Range, y: Range) -> Iterator[Sheet]:
    """A sheet whose plot spans these values, with nothing taken from the machine."""
    with mpl.rc_context(_LOOK):
        yield Sheet(frame, x, y)
