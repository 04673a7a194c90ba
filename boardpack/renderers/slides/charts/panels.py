"""Small multiples in a deck: a native chart a panel, all on one scale, in the box of one shape."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from boardpack import words
from boardpack.charts.drawing.lettering import shortened
from boardpack.charts.drawing.scale import ticks
from boardpack.charts.drawing.small_multiples import columns_for
from boardpack.charts.spec import Chart, panels
from boardpack.renderers.slides.advances import PITCH
from boardpack.renderers.slides.charts.ends import GAP, last_of, with_room
from boardpack.renderers.slides.charts.lines import scale_width
from boardpack.renderers.slides.charts.palette import Palette
from boardpack.renderers.slides.charts.parts import Canvas, Panel
from boardpack.renderers.slides.charts.writing import LARGEST, SMALLEST
from boardpack.renderers.slides.xml import safe

_TITLE_SHARE = 0.6  # PowerPoint and LibreOffice break longer titles
_ROWS_OF_TEXT = 7  # in a panel: its title, its scale and its periods


@dataclass(frozen=True, slots=True)
class Tile:
    """A panel: what is drawn, where in the box in points, and what it says to those who cannot see it."""

    canvas: Canvas
    x: float
    y: float
    alt: str


def tiles(chart: Chart, width: float, height: float, palette: Palette) -> Iterator[Tile]:
    """The panels in reading order; the first of each row has the scale, the last row the periods."""
    each = panels(chart)
    across = columns_for(len(each), width, height)
    down = -(-len(each) // across)
    size = max(SMALLEST, min(LARGEST, int(height / down / PITCH / _ROWS_OF_TEXT)))
    scale = _scale(chart)
    plain = Canvas(chart, palette, width, height, size)
    margin = scale_width(plain, scale) - GAP
    foot = size * PITCH
    wide, high = (width - margin) / across, (height - foot) / down
    for index, one in enumerate(each):
        row, column = divmod(index, across)
        last = index + across >= len(each)
        canvas = Canvas(
            one,
            palette,
            wide + (margin if column == 0 else 0.0),
            high + (foot if last else 0.0),
            size,
            head=size * PITCH,
            panel=Panel(tuple(scale), has_scale=column == 0, has_periods=last),
        )
        x = 0.0 if column == 0 else margin + wide * column
        title = shortened(safe(one.series[0].name), size, wide * _TITLE_SHARE, "bold")
        named = replace(one, series=(replace(one.series[0], name=title), *one.series[1:]))
        shown = with_room(replace(canvas, chart=named))
        yield Tile(shown, x, high * row, alt_of(one))


def alt_of(chart: Chart) -> str:
    """What a panel shows: its first and its last value and the target."""
    area = chart.series[0]
    known = [place for place, value in enumerate(area.values) if value is not None]
    if not known:
        return f"{area.name}: no values."
    ends = dict.fromkeys((known[0], known[-1]))
    told = ", ".join(
        f"{words.quantity(area.values[place], chart.unit)} in {chart.categories[place]}"
        for place in ends
    )
    targets = (last[1] for one in chart.series[1:] if (last := last_of(one)))
    aim = "".join(f" The target is {words.quantity(t, chart.unit)}." for t in targets)
    return f"{area.name}: {told}.{aim}"


def _scale(chart: Chart) -> Sequence[float]:
    values = [v for one in chart.series for v in one.values if v is not None and isfinite(v)]
    return ticks(values, chart.unit)
