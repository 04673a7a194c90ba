"""Horizontal bars side by side: the same measure for several areas or dates."""

from collections.abc import Iterator
from dataclasses import replace

from boardpack import words
from boardpack.charts.drawing.categories import categories
from boardpack.charts.drawing.labels import SIZE, Type, label, legend
from boardpack.charts.drawing.lettering import width_of
from boardpack.charts.drawing.picture import Label, Picture
from boardpack.charts.drawing.sheet import Frame, Sheet, sheet
from boardpack.charts.spec import Chart
from boardpack.style import Style

_BAR = 11.0
_BAR_GAP = 2.0
_GROUP_GAP = 10.0
_VALUE_GAP = 4.0
_LEGEND_GAP = 4.0


def draw_bars(chart: Chart, width: float, height: float | None, style: Style) -> Picture:
    """Bars from zero with their values at their ends; no bar and a dash where there is no value."""
    key = legend(chart.series if len(chart.series) > 1 else (), width, style.typeface)
    top = key.height + (_LEGEND_GAP if key.lines else 0.0)
    groups = len(chart.categories)
    given = None if height is None else max(height - top, 1.0) / groups
    names = categories(chart.categories, width, given, style.typeface)
    bars = len(chart.series) * (_BAR + _BAR_GAP)
    pitch = given or _GROUP_GAP + max(bars, names.height)
    values = [value for series in chart.series for value in series.values if value is not None]
    low, high = min(0.0, *values), max(0.0, *values)
    ends = _VALUE_GAP + max(
        width_of(words.quantity(value, chart.unit), SIZE, face=style.typeface)
        for value in (*values, None)
    )
    frame = Frame(
        width,
        top + groups * pitch,
        left=names.margin + (ends if low < 0 else 0.0),
        right=ends,
        top=top,
    )
    slot = min(_BAR + _BAR_GAP, (pitch - 1) / len(chart.series)) / pitch
    across = (low, high if high > low else low + 1)
    with sheet(frame, across, (groups - 0.5, -0.5)) as page:
        labels = [
            *key.items(0.0, frame.height, style),
            *names.labels([page.at(0, group)[1] for group in range(groups)], style.text),
            *_draw_groups(page, chart, slot, style),
        ]
        page.upright(0, style.quiet, 0.5)
        return page.picture(labels)


def _draw_groups(page: Sheet, chart: Chart, slot: float, style: Style) -> Iterator[Label]:
    """Draws the bars and gives back the values at their ends."""
    for place, series in enumerate(chart.series):
        offset = (place - (len(chart.series) - 1) / 2) * slot
        colour = style.series(series.role).fill
        for group, value in enumerate(series.values):
            thickness = slot * _BAR / (_BAR + _BAR_GAP)
            page.bar(0.0, value or 0.0, group + offset, thickness, colour)
            x, middle = page.at(value or 0.0, group + offset)
            look = Type(style.quiet if value is None else style.text, style.typeface)
            text = words.quantity(value, chart.unit)
            if value is not None and value < 0:
                yield label(text, x - _VALUE_GAP, middle, replace(look, align="right"))
            else:
                yield label(text, x + _VALUE_GAP, middle, look)
