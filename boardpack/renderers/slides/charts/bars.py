"""Horizontal bars: ratings one after another, or groups side by side."""

from collections.abc import Iterator
from dataclasses import replace
from math import isfinite

from boardpack.charts.drawing.lettering import wrapped
from boardpack.charts.spec import Chart, ChartKind, Series
from boardpack.model.plan import Rating
from boardpack.renderers.slides.advances import PITCH
from boardpack.renderers.slides.charts.parts import (
    CATEGORY_AXIS,
    VALUE_AXIS,
    Canvas,
    Plot,
    axis_ids,
    colour,
    count_format,
    label_parts,
    line,
    number_format,
    series_data,
    series_head,
    shared_format,
    text_look,
    text_width,
)
from boardpack.renderers.slides.flow import Flow, Run, line_ends
from boardpack.renderers.slides.symbols import RATING_SHAPES
from boardpack.renderers.slides.xml import safe

_NAMES_SHARE = 0.42
_GAP = 10.0
_LABEL_PADDING = 6.0
_SIZES = (18, 17, 16, 15, 14, 13, 12)
_AXIS_ROOM = 1.25  # PowerPoint's own axis ends at most this far beyond the longest bar


def legible(chart: Chart, width: float, height: float) -> tuple[Chart, int]:
    """The chart and the size of its text: 18 points for a room to read, less where names are long.

    Names that are too long even at the smallest size are cut short.
    """
    named = chart.categories if len(chart.categories) > 1 else ()  # see _plot
    for size in _SIZES:
        most = _lines_a_row(chart, height, size)
        names = tuple(_broken(name, size, width) for name in named)
        if most and all(len(lines) <= most for lines in names):
            return chart, size
    size = _SIZES[-1]
    most = max(1, _lines_a_row(chart, height, size))
    room = width * _NAMES_SHARE
    cut = tuple(" ".join(wrapped(safe(one), size, room, most=most)) for one in chart.categories)
    return replace(chart, categories=cut), size


def _lines_a_row(chart: Chart, height: float, size: int) -> int:
    """How many lines a name may have; none where not even the figures have room."""
    legend = size * PITCH + _GAP
    row = (height - legend) / max(len(chart.categories), 1)
    figures = len(chart.series) if chart.kind is ChartKind.BARS else 1
    return 0 if row < figures * size * PITCH else int(row // (size * PITCH))


def _broken(name: str, size: int, width: float) -> list[int]:
    return line_ends(Flow((Run(safe(name), size),)), width * _NAMES_SHARE)


def bars(canvas: Canvas) -> str:
    """The plot area of a bar chart."""
    stacked = canvas.chart.kind is ChartKind.STACKED_BARS
    area = _plot(canvas)
    grouping = "clustered"
    if stacked:  # a single bar shows shares; several are compared by their lengths
        grouping = "percentStacked" if len(canvas.chart.categories) == 1 else "stacked"
    series = "".join(
        _stacked(canvas, index, one, area) if stacked else _side_by_side(canvas, index, one)
        for index, one in enumerate(canvas.chart.series)
    )
    gap, overlap = (35, 100) if stacked else (60, -5)
    return (
        f'<c:plotArea>{area.layout(canvas)}<c:barChart><c:barDir val="bar"/>'
        f'<c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>{axis_ids()}</c:barChart>'
        f"{_axes(canvas)}</c:plotArea>"
    )


def _plot(canvas: Canvas) -> Plot:
    names = max((text_width(name, canvas.size) for name in canvas.chart.categories), default=0.0)
    if len(canvas.chart.categories) == 1:
        names = 0.0  # the title says whose bar it is
    left = min(names, canvas.width * _NAMES_SHARE) + (_GAP if names else 0.0)
    right = 0.0 if canvas.chart.kind is ChartKind.STACKED_BARS else canvas.width * 0.04
    scale = canvas.size * PITCH if _is_crowded(canvas) else 0.0
    return Plot(left, canvas.head + scale, right, 2.0)


def _stacked(canvas: Canvas, index: int, series: Series, area: Plot) -> str:
    look = canvas.palette.series(series.role)
    unrated = series.role == "unrated"
    edge = line(canvas.palette.quiet if unrated else canvas.palette.paper, 1.25)
    shape = RATING_SHAPES.get(Rating(series.role)) if series.role in set(Rating) else ""
    exceptions = "".join(_narrow(canvas, index, area, shape or ""))
    code = count_format(shape or "")
    parts = label_parts("ctr", format_code=code, ink=look.on, size=canvas.size, bold=True)
    labels = "" if _is_crowded(canvas) else f"<c:dLbls>{exceptions}{parts}</c:dLbls>"
    return (
        f"<c:ser>{series_head(index, series)}<c:spPr>{colour(look.fill)}{edge}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{labels}'
        f"{series_data(index, canvas.chart, number_format(canvas.chart.unit, 0))}</c:ser>"
    )


def _narrow(canvas: Canvas, index: int, area: Plot, shape: str) -> Iterator[str]:
    """What stands on parts too narrow for shape and figure: the figure, or nothing."""
    rows = [
        [v for s in canvas.chart.series if (v := s.values[row]) is not None and isfinite(v)]
        for row in range(len(canvas.chart.categories))
    ]
    above = max((sum(v for v in row if v > 0) for row in rows), default=0.0)
    below = max((sum(-v for v in row if v < 0) for row in rows), default=0.0)
    longest = (above + below) * (1.0 if len(rows) == 1 else _AXIS_ROOM)
    wide = canvas.width - area.left - area.right
    look = canvas.palette.series(canvas.chart.series[index].role)
    for row, value in enumerate(canvas.chart.series[index].values):
        if not value or not longest:
            continue
        room = wide * abs(value) / longest - _LABEL_PADDING
        figure = f"{value:,.0f}"
        if shape and text_width(f"{shape} {figure}", canvas.size, bold=True) <= room:
            continue
        if text_width(figure, canvas.size, bold=True) > room:
            yield f'<c:dLbl><c:idx val="{row}"/><c:delete val="1"/></c:dLbl>'
        elif shape:
            code = count_format("")
            labels = label_parts("ctr", format_code=code, ink=look.on, size=canvas.size, bold=True)
            yield f'<c:dLbl><c:idx val="{row}"/>{labels}</c:dLbl>'


def _is_crowded(canvas: Canvas) -> bool:
    """Whether there are more bars than lines of text have room for."""
    return not _lines_a_row(canvas.chart, canvas.height, canvas.size)


def _side_by_side(canvas: Canvas, index: int, series: Series) -> str:
    look = canvas.palette.series(series.role)
    unit = canvas.chart.unit
    code = shared_format(unit, series.values)
    labels = ""
    if not _is_crowded(canvas):
        parts = label_parts("outEnd", format_code=code, ink=canvas.palette.text, size=canvas.size)
        labels = f"<c:dLbls>{parts}</c:dLbls>"
    return (
        f"<c:ser>{series_head(index, series)}<c:spPr>{colour(look.fill)}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{labels}'
        f"{series_data(index, canvas.chart, code)}</c:ser>"
    )


def _axes(canvas: Canvas) -> str:
    """The names, first on top, and no scale, as every bar has its figure; it is had where figures have no room."""
    known = [v for one in canvas.chart.series for v in one.values if v is not None and isfinite(v)]
    alone = len(canvas.chart.categories) == 1 and canvas.chart.kind is ChartKind.STACKED_BARS
    alone = alone or not known
    crowded = _is_crowded(canvas) and not alone
    # The minimum is let go for bars that go below nought.
    floor = '<c:min val="0"/>' if min(known, default=0.0) >= 0 else ""
    rows = len(canvas.chart.categories) * canvas.size * PITCH
    skip = int(-(-rows // (canvas.height - canvas.head))) if crowded else 1
    rule = line(None) if alone else line(canvas.palette.hairline, 1)
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        f'<c:delete val="{int(alone)}"/><c:axPos val="l"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{rule}</c:spPr>{text_look(canvas.palette.text, canvas.size)}"
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        f'<c:tickLblSkip val="{skip}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'{floor}</c:scaling><c:delete val="{int(not crowded)}"/><c:axPos val="t"/>'
        f"<c:numFmt formatCode='{shared_format(canvas.chart.unit, ())}' sourceLinked=\"0\"/>"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{line(None)}</c:spPr>{text_look(canvas.palette.quiet, canvas.size)}"
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )
