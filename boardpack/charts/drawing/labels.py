"""Labels that are set beside the data: lines of text around a height, and the legend."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from boardpack.charts.drawing.icons import rating_icon
from boardpack.charts.drawing.lettering import LabelWeight, shortened, visible, width_of
from boardpack.charts.drawing.picture import Label, Shape
from boardpack.charts.drawing.shapes import placed, rectangle
from boardpack.charts.spec import Series
from boardpack.model.plan import Rating
from boardpack.style import Style, Typeface

SIZE = 9.0
"""The size of all text in a chart: never below what tables have."""
LEADING = 11.5

_SWATCH = 11.0
_SWATCH_GAP = 4.0
_ENTRY_GAP = 14.0
LEGEND_LINE = 18.0


@dataclass(frozen=True, slots=True)
class Type:
    """How a label looks."""

    colour: str
    face: Typeface
    weight: LabelWeight = "regular"
    align: Literal["left", "centre", "right"] = "left"


def label(text: str, x: float, middle: float, look: Type) -> Label:
    """A line of text whose capitals are centred on the height `middle`."""
    shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[look.align] * width_of(
        text, SIZE, look.weight, look.face
    )
    baseline = middle - SIZE * look.face.cap_height / 2
    return Label((x - shift, baseline), text, SIZE, look.colour, look.weight)


def block(lines: Sequence[str], x: float, middle: float, look: Type) -> list[Label]:
    """Lines under one another, centred on the height `middle` together."""
    top = middle + LEADING * (len(lines) - 1) / 2
    return [label(line, x, top - LEADING * i, look) for i, line in enumerate(lines)]


@dataclass(frozen=True, slots=True)
class Legend:
    """Which colour is what, in lines of swatches with their words."""

    lines: tuple[tuple[tuple[Series, str], ...], ...]

    @property
    def height(self) -> float:
        """The room that it takes."""
        return LEGEND_LINE * len(self.lines)

    def items(self, x: float, top: float, style: Style) -> Iterable[Shape | Label]:
        """The swatches and words, downwards from `top`."""
        for i, line in enumerate(self.lines):
            middle = top - LEGEND_LINE * i - _SWATCH / 2
            at = x
            for series, name in line:
                yield from _swatch(series, at, middle, style)
                look = Type(style.text, style.typeface)
                yield label(name, at + _SWATCH + _SWATCH_GAP, middle, look)
                at += _entry_width(name, style.typeface) + _ENTRY_GAP


def legend(series: Iterable[Series], width: float, face: Typeface) -> Legend:
    """The legend of these series in as many lines as the width asks for."""
    lines: list[list[tuple[Series, str]]] = []
    used = width
    for one in series:
        name = shortened(visible(one.name), SIZE, width - _SWATCH - _SWATCH_GAP, face=face)
        across = _entry_width(name, face)
        if not lines or used + _ENTRY_GAP + across > width:
            lines.append([])
            used = -_ENTRY_GAP
        lines[-1].append((one, name))
        used += _ENTRY_GAP + across
    return Legend(tuple(tuple(line) for line in lines))


def _entry_width(name: str, face: Typeface) -> float:
    return _SWATCH + _SWATCH_GAP + width_of(name, SIZE, face=face)


def _swatch(series: Series, x: float, middle: float, style: Style) -> Iterable[Shape]:
    colours = style.series(series.role)
    square = rectangle(x, middle - _SWATCH / 2, _SWATCH, _SWATCH)
    if series.role == "unrated":
        yield Shape(square, colours.fill, style.quiet, 0.75)
        return
    yield Shape(square, colours.fill)
    if series.role in {rating.value for rating in Rating}:
        icon = _SWATCH * 0.64
        corner = (x + (_SWATCH - icon) / 2, middle - icon / 2)
        yield from placed(rating_icon(Rating(series.role), colours.text), corner, icon)
