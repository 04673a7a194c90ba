"""Small multiples: a line over periods in each panel, all on one scale, so that they compare."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from boardpack import words
from boardpack.charts.drawing.labels import LEADING, SIZE, Type, label
from boardpack.charts.drawing.lettering import shortened, visible, width_of
from boardpack.charts.drawing.lines import draw_line, ink_of, tick_words
from boardpack.charts.drawing.picture import Label, Picture, Shape
from boardpack.charts.drawing.scale import spread, ticks
from boardpack.charts.drawing.sheet import Frame, Sheet, sheet
from boardpack.charts.spec import Chart, Series, panels
from boardpack.style import Style, Typeface

_NARROWEST = 150.0
_SHAPE = 1.9
"""How much wider than high a panel is best."""
_EMPTY = 0.35
"""How much a place without a panel counts against a grid."""
_PLOT_HEIGHT, _TITLE, _FOOT, _GUTTER = 84.0, 18.0, 14.0, 16.0
_AXIS_GAP, _END_GAP, _END_SHARE = 6.0, 6.0, 0.4
_HAIR, _TICK, _PERIOD_DROP = 0.5, 3.0, 11.5


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the panels stand on the sheet: `margin` is for the scale, at the left."""

    across: int
    down: int
    width: float
    height: float
    margin: float
    right: float

    def frame(self, index: int) -> Frame:
        row, column = divmod(index, self.across)
        wide = (self.width - self.margin) / self.across
        high = (self.height - _FOOT) / self.down
        left = self.margin + wide * column
        top = high * row
        return Frame(
            self.width,
            self.height,
            left=left,
            right=self.width - left - wide + self.right,
            top=top + _TITLE,
            bottom=self.height - top - high + _GUTTER / 2,
        )


def columns_for(count: int, width: float, height: float | None = None) -> int:
    """How many panels stand side by side: as many as have room, or what makes them well shaped."""
    if height is None:
        most = max(1, min(count, int(width // _NARROWEST)))
        return -(-count // -(-count // most))

    def unfit(across: int) -> float:
        down = -(-count // across)
        shape = (width / across) / (height / down)
        return abs(log(shape / _SHAPE)) + _EMPTY * (across * down - count)

    return min(range(1, count + 1), key=unfit)


def draw_small_multiples(chart: Chart, width: float, height: float | None, style: Style) -> Picture:
    """The panels in rows; the scale is at the left, the first and the last period at the foot."""
    each = panels(chart)
    across = columns_for(len(each), width, height)
    down = -(-len(each) // across)
    tall = height or down * (_PLOT_HEIGHT + _TITLE + _GUTTER / 2) + _FOOT
    scale = ticks([v for one in chart.series for v in one.values if v is not None], chart.unit)
    grid = _grid(chart, scale, (across, down), (width, tall), style.typeface)
    periods = (0.0, len(chart.categories) - 1.0) if len(chart.categories) > 1 else (-0.5, 0.5)
    items: list[Shape | Label] = []
    for index, panel in enumerate(each):
        with sheet(grid.frame(index), periods, (scale[0], scale[-1])) as page:
            labels = [
                *_draw_scale(page, scale, chart, style, is_named=index % across == 0),
                *_draw_periods(page, chart, style, is_named=index + across >= len(each)),
                _title(page, panel.series[0], grid, style),
            ]
            shown = [s for s in panel.series if any(v is not None for v in s.values)]
            for one in sorted(shown, key=lambda one: one.role != "target"):
                draw_line(page, one, style)
            items += page.picture((*labels, *_ends(page, shown, panel, grid.right, style))).items
    return Picture(width, tall, tuple(items))


def _grid(
    chart: Chart,
    scale: Sequence[float],
    panels_by: tuple[int, int],
    size: tuple[float, float],
    face: Typeface,
) -> _Grid:
    names = [visible(name) for name in (chart.categories[0], chart.categories[-1])]
    margin = max(
        _AXIS_GAP
        + max(width_of(tick_words(value, chart.unit), SIZE, face=face) for value in scale),
        min(width_of(names[0], SIZE, face=face) / 2, size[0] / 8),
    )
    wide = (size[0] - margin) / panels_by[0]
    ends = [
        width_of(words.quantity(value, chart.unit), SIZE, "semibold", face)
        for one in chart.series
        for value in one.values
    ]
    aims = [
        width_of(_aim(one, chart), SIZE, face=face) for one in chart.series if one.role == "target"
    ]
    right = min(_END_GAP + max(*ends, *aims, 0.0), wide * _END_SHARE) + _GUTTER
    return _Grid(*panels_by, *size, margin, right)


def _aim(target: Series, chart: Chart) -> str:
    known = [value for value in target.values if value is not None]
    name = visible(target.name)
    return f"{name} {words.quantity(known[-1], chart.unit)}" if known else name


def _draw_scale(
    page: Sheet, scale: Sequence[float], chart: Chart, style: Style, *, is_named: bool
) -> Iterator[Label]:
    """Draws a line for each value of the scale and gives back what stands beside it."""
    look = Type(style.quiet, style.typeface, align="right")
    for value in scale:
        page.across(value, style.hairline, _HAIR)
        if is_named:
            x, middle = page.frame.left - _AXIS_GAP, page.at(0, value)[1]
            yield label(tick_words(value, chart.unit), x, middle, look)


def _draw_periods(page: Sheet, chart: Chart, style: Style, *, is_named: bool) -> Iterator[Label]:
    """Draws a tick for the first and the last period and gives back their names, where they fit."""
    last = len(chart.categories) - 1
    edge = page.frame.left + page.frame.plot_width
    room = page.frame.plot_width / 2 if last else page.frame.plot_width
    for place in dict.fromkeys((0, last)):
        x = page.at(place, 0)[0]
        page.tick(place, _TICK, style.quiet, _HAIR)
        if is_named:
            name = shortened(visible(chart.categories[place]), SIZE, room, face=style.typeface)
            half = width_of(name, SIZE, face=style.typeface) / 2
            middle = min(max(x, half), edge + _GUTTER)
            look = Type(style.quiet, style.typeface, align="centre")
            yield label(name, middle, page.frame.bottom - _PERIOD_DROP, look)


def _title(page: Sheet, series: Series, grid: _Grid, style: Style) -> Label:
    room = (grid.width - grid.margin) / grid.across - _END_GAP
    name = shortened(visible(series.name), SIZE, room, "semibold", style.typeface)
    top = page.frame.height - page.frame.top + _TITLE
    look = Type(style.text, style.typeface, "semibold")
    return label(name, page.frame.left, top - LEADING / 2, look)


def _ends(
    page: Sheet, shown: Sequence[Series], panel: Chart, room: float, style: Style
) -> Iterator[Label]:
    """The last value of the line and the target, moved no more than keeps them apart."""
    frame = page.frame
    x = frame.left + frame.plot_width + _END_GAP
    told = []
    for one in shown:
        place, value = [(i, v) for i, v in enumerate(one.values) if v is not None][-1]
        text = _aim(one, panel) if one.role == "target" else words.quantity(value, panel.unit)
        look = Type(
            ink_of(one, style), style.typeface, "regular" if one.role == "target" else "semibold"
        )
        cut = shortened(text, SIZE, room - _END_GAP - _END_GAP, look.weight, style.typeface)
        told.append((cut, page.at(place, value)[1], look))
    low, high = frame.bottom - LEADING / 2, frame.height - frame.top + LEADING / 2
    middles = spread([(middle, LEADING) for _, middle, _ in told], low, high)
    for (text, _, look), middle in zip(told, middles, strict=True):
        yield label(text, x, middle, look)
