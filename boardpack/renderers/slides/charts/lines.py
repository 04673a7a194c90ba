"""Lines over periods, each named at its end instead of in a legend."""

from collections.abc import Sequence
from math import isfinite

from boardpack import words
from boardpack.charts.drawing.scale import ticks
from boardpack.charts.spec import MarkKind, Series
from boardpack.renderers.slides.advances import PITCH
from boardpack.renderers.slides.charts.ends import GAP, End, end_label, ends, room_for
from boardpack.renderers.slides.charts.palette import Colour
from boardpack.renderers.slides.charts.parts import (
    CATEGORY_AXIS,
    NEVER_BROKEN,
    VALUE_AXIS,
    Canvas,
    Plot,
    axis_ids,
    colour,
    line,
    series_data,
    series_head,
    shared_format,
    text_look,
    text_width,
)

_MARKER = 9
_STROKES: dict[str, tuple[float, str | None]] = {
    "target": (2.0, "dash"),
    "comparator": (1.5, None),
    "mean": (1.25, None),
    "limit": (1.25, "sysDot"),
}
SYMBOLS: dict[MarkKind, tuple[str, int]] = {
    "improvement": ("circle", 10),
    "concern": ("diamond", 12),
    "neutral": ("square", 10),
}
_NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'


def lines(canvas: Canvas) -> str:
    """The plot area of a line chart."""
    scale = scale_of(canvas)
    area = _plot(canvas, scale)
    labels = ends(canvas, area, scale)
    series = "".join(
        _sign(canvas, index, one, canvas.signs[index])
        if index in canvas.signs
        else _series(canvas, index, one, labels.get(index))
        for index, one in enumerate(canvas.chart.series)
    )
    return (
        f'<c:plotArea>{area.layout(canvas)}<c:lineChart><c:grouping val="standard"/>'
        f'<c:varyColors val="0"/>{series}<c:marker val="1"/>{axis_ids()}</c:lineChart>'
        f"{_category_axis(canvas, area)}{_value_axis(canvas, scale)}</c:plotArea>"
    )


def scale_of(canvas: Canvas) -> Sequence[float]:
    """The values on the axis, which panels share."""
    if canvas.panel:
        return canvas.panel.scale
    values = [v for s in canvas.chart.series for v in s.values if v is not None and isfinite(v)]
    return ticks(values, canvas.chart.unit)


def scale_width(canvas: Canvas, scale: Sequence[float]) -> float:
    """The room that the figures of the scale take, in points."""
    unit = canvas.chart.unit
    return GAP + max(text_width(words.quantity(value, unit), canvas.size) for value in scale)


def _plot(canvas: Canvas, scale: Sequence[float]) -> Plot:
    size, names = canvas.size, canvas.chart.categories
    left, bottom, right = scale_width(canvas, scale), size * PITCH + GAP, room_for(canvas)
    if canvas.panel:
        half = max(text_width(name, size) for name in (names[0], names[-1])) / 2
        left = max(left if canvas.panel.has_scale else GAP, half)
        right = max(right, half)
        bottom = bottom if canvas.panel.has_periods else GAP
    return Plot(left, canvas.head + size * 0.7, right, bottom)


def _series(canvas: Canvas, index: int, series: Series, end: End | None) -> str:
    role = series.role
    ink = canvas.palette.series(role).fill if role != "unrated" else canvas.palette.quiet
    width, dash = _STROKES.get(role, (3.25, None))
    stroke = line(ink, width, dash)
    lone = role not in {"target", "main", "mean", "limit"} or _has_lone_points(series)
    marker = marker_xml("circle", 6, ink) if lone else _NO_MARKER
    return (
        f"<c:ser>{series_head(index, series)}<c:spPr>{stroke}</c:spPr>{marker}"
        f"{_last_point(canvas, series, end, ink, stroke)}{end_label(canvas, index, end)}"
        f"{_data(canvas, index)}"
        '<c:smooth val="0"/></c:ser>'
    )


def _sign(canvas: Canvas, index: int, series: Series, kind: MarkKind) -> str:
    """Points that are more than chance: told by shape and colour, explained in the legend."""
    symbol, size = SYMBOLS[kind]
    return (
        f"<c:ser>{series_head(index, series)}<c:spPr>{line(None)}</c:spPr>"
        f"{marker_xml(symbol, size, canvas.palette.mark(kind))}{end_label(canvas, index, None)}"
        f"{_data(canvas, index)}"
        '<c:smooth val="0"/></c:ser>'
    )


def _data(canvas: Canvas, index: int) -> str:
    values = canvas.chart.series[index].values
    return series_data(index, canvas.chart, shared_format(canvas.chart.unit, values))


def _last_point(canvas: Canvas, series: Series, end: End | None, ink: Colour, stroke: str) -> str:
    """The dot at the end of a line, unless the point is marked otherwise."""
    if end is None or series.role in {"target", "mean", "limit"}:
        return ""
    first = canvas.chart.series[0]
    marked = (canvas.chart.series[index].values[end.place] for index in canvas.signs)
    if series is first and any(value is not None for value in marked):
        return ""
    marker = marker_xml("circle", _MARKER, ink)
    return (
        f'<c:dPt><c:idx val="{end.place}"/>{marker}<c:bubble3D val="0"/>'
        f"<c:spPr>{stroke}</c:spPr></c:dPt>"
    )


def _category_axis(canvas: Canvas, area: Plot) -> str:
    names, ink = canvas.chart.categories, canvas.palette.quiet
    widest = max((text_width(name, canvas.size) for name in names), default=0.0) + GAP
    wide = canvas.width - area.left - area.right
    skip = int(max(1, -(-len(names) * widest // max(wide, 1.0))))
    if canvas.panel:
        skip = max(len(names) - 1, 1)
    turn = NEVER_BROKEN if skip > 1 else 0
    shown = "none" if canvas.panel and not canvas.panel.has_periods else "low"
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{shown}"/>'
        f"<c:spPr>{line(ink, 1)}</c:spPr>{text_look(ink, canvas.size, turn=turn)}"
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="{skip}"/>'
        f'<c:tickMarkSkip val="{skip}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(canvas: Canvas, scale: Sequence[float]) -> str:
    code = shared_format(canvas.chart.unit, scale)
    step = f'<c:majorUnit val="{scale[1] - scale[0]:.12g}"/>' if len(scale) > 1 else ""
    shown = "none" if canvas.panel and not canvas.panel.has_scale else "nextTo"
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{scale[-1]:.12g}"/><c:min val="{scale[0]:.12g}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr>'
        f"{line(canvas.palette.hairline, 0.75)}</c:spPr></c:majorGridlines>"
        f"<c:numFmt formatCode='{code}' sourceLinked=\"0\"/>"
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{shown}"/>'
        f"<c:spPr>{line(None)}</c:spPr>{text_look(canvas.palette.quiet, canvas.size)}"
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="min"/>'
        f'<c:crossBetween val="midCat"/>{step}</c:valAx>'
    )


def marker_xml(symbol: str, size: int, ink: Colour) -> str:
    """A filled marker without an edge."""
    return (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>'
        f"<c:spPr>{colour(ink)}{line(None)}</c:spPr></c:marker>"
    )


def _has_lone_points(series: Series) -> bool:
    """Whether a value stands between gaps, so that no line shows it."""
    padded = (None, *series.values, None)
    return any(
        padded[i] is not None and padded[i - 1] is None and padded[i + 1] is None
        for i in range(1, len(padded) - 1)
    )
