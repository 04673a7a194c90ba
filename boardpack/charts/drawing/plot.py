"""Matplotlib as our charts use it: a sheet in points, one plot on it, nothing taken from the machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from boardpack.charts.drawing.labels import SIZE
from boardpack.charts.drawing.picture import Point
from boardpack.charts.drawing.recorder import DOTS_PER_INCH
from boardpack.style import OPEN_SANS

# What a matplotlibrc on some machine could change in a chart of ours.
_LOOK: dict[Any, object] = {
    "axes.axisbelow": True,
    "axes.facecolor": "none",
    "axes.grid": False,
    "axes.linewidth": 0.5,
    "figure.facecolor": "none",
    "font.family": [OPEN_SANS.family],  # it has to be there; widths are the recorder's
    "font.size": SIZE,
    "font.weight": "normal",
    "lines.dash_capstyle": "butt",
    "lines.scale_dashes": False,
    "patch.antialiased": True,
    "path.effects": [],
    "path.sketch": None,
    "text.parse_math": False,
    "text.usetex": False,
    "xtick.minor.visible": False,
    "ytick.minor.visible": False,
}


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


@contextmanager
def plot(frame: Frame) -> Iterator[tuple[Figure, Axes]]:
    """A sheet with bare axes where the frame says: no spines, no ticks."""
    _register_fonts()
    with mpl.rc_context(_LOOK):
        figure = Figure(
            figsize=(frame.width / DOTS_PER_INCH, frame.height / DOTS_PER_INCH), dpi=DOTS_PER_INCH
        )
        axes = figure.add_axes(
            (
                frame.left / frame.width,
                frame.bottom / frame.height,
                frame.plot_width / frame.width,
                frame.plot_height / frame.height,
            )
        )
        axes.spines[:].set_visible(False)
        axes.set_xticks([])
        axes.set_yticks([])
        yield figure, axes


def on_sheet(axes: Axes, x: float, y: float) -> Point:
    """Where a point of the data stands on the sheet."""
    across, up = axes.transData.transform((x, y))
    return float(across), float(up)


@cache
def _register_fonts() -> None:
    fontManager.addfont(OPEN_SANS.regular)
