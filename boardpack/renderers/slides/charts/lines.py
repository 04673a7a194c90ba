"""Lines over periods, each named at its end instead of in a legend."""

from dataclasses import dataclass
from math import isfinite

from boardpack import words
from boardpack.charts.drawing.scale import spread, ticks
from boardpack.charts.spec import Chart, Series
from boardpack.renderers.slides.advances import PITCH
from boardpack.renderers.slides.charts.parts import (
    CATEGORY_AXIS,
    NEVER_BROKEN,
    VALUE_AXIS,
    Canvas,
    Plot,
    axis_ids,
    colour,
    label_parts,
    line,
    number_format,
    series_data,
    series_head,
    text_look,
    text_width,
)

_GAP = 12.0
_ENDS_SHARE = 0.34
_MARKER = 9
_STROKES: dict[str, tuple[float, str | None]] = {
    "target": (2.0, "dash"),
    "comparator": (1.5, None),
    "mean": (1.25, None),
    "limit": (1.25, "sysDot"),
}
_SYMBOLS = {"improvement": "circle", "concern": "diamond", "neutral": "square"}
_SEEN = 0.001  # a smaller share of the chart is not worth moving a label
# LibreOffice draws a line to a label that was moved, unless it is told not to.
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)


@dataclass(frozen=True, slots=True)
class _End:
    """The label of a line's last value: how far it moves to stand free at the right, in points."""

    place: int
    value: float
    right: float
    down: float


def lines(canvas: Canvas) -> str:
    """The plot area of a line chart."""
    values = [v for s in canvas.chart.series for v in s.values if v is not None and isfinite(v)]
    scale = ticks(values, canvas.chart.unit)
    area = _plot(canvas, scale)
    ends = _ends(canvas, area, scale)
    series = "".join(
        _series(canvas, index, one, ends.get(index))
        for index, one in enumerate(canvas.chart.series)
    )
    return (
        f'<c:plotArea>{area.layout(canvas)}<c:lineChart><c:grouping val="standard"/>'
        f'<c:varyColors val="0"/>{series}<c:marker val="1"/>{axis_ids()}</c:lineChart>'
        f"{_category_axis(canvas, area)}{_value_axis(canvas, scale)}</c:plotArea>"
    )


def _plot(canvas: Canvas, scale: list[float]) -> Plot:
    chart, size = canvas.chart, canvas.size
    left = max(text_width(words.quantity(value, chart.unit), size) for value in scale)
    ends = [
        text_width(f"{one.name} {_when(chart, last[0])}{value}", size, bold=True)
        for one in chart.series
        if (last := _last(one)) is not None and (value := words.quantity(last[1], chart.unit))
    ]
    right = min(max(ends, default=0.0) + 2 * _GAP, canvas.width * _ENDS_SHARE)
    return Plot(left + _GAP, size * 0.7, right, size * PITCH + _GAP)


def _ends(canvas: Canvas, area: Plot, scale: list[float]) -> dict[int, _End]:
    """Where the labels of the lines stand so that none covers another."""
    found = [(i, last) for i, one in enumerate(canvas.chart.series) if (last := _last(one))]
    tall = canvas.height - area.top - area.bottom
    wide = canvas.width - area.left - area.right
    reach = (scale[-1] - scale[0]) or 1.0
    line_height = canvas.size * PITCH
    wanted = [((value - scale[0]) / reach * tall, line_height) for _, (_, value) in found]
    placed = spread(wanted, 0.0, tall + area.top)
    steps = max(len(canvas.chart.categories) - 1, 1)
    return {
        index: _End(place, value, wide * (1 - place / steps), was - now)
        for (index, (place, value)), (was, _), now in zip(found, wanted, placed, strict=True)
    }


def _series(canvas: Canvas, index: int, series: Series, end: _End | None) -> str:
    style, role = canvas.style, series.role
    ink = style.series(role).fill if role != "unrated" else style.quiet
    width, dash = _STROKES.get(role, (3.25, None))
    lone = role not in {"target", "main", "mean", "limit"} or _has_lone_points(series)
    marker = _marker("circle", 6, ink) if lone else '<c:marker><c:symbol val="none"/></c:marker>'
    known = [value for value in series.values if value is not None]
    code = next(
        (c for v in known if "." in (c := number_format(canvas.chart.unit, v))),
        number_format(canvas.chart.unit, 0),
    )
    return (
        f"<c:ser>{series_head(index, series)}<c:spPr>{line(ink, width, dash)}</c:spPr>{marker}"
        f"{_points(canvas, index, end, ink, line(ink, width, dash))}"
        f"{_end_label(canvas, role, end, ink)}"
        f'{series_data(index, canvas.chart, code)}<c:smooth val="0"/></c:ser>'
    )


def _points(canvas: Canvas, index: int, end: _End | None, ink: str, stroke: str) -> str:
    """The points with a marker of their own: those that are more than chance, and the last."""
    role = canvas.chart.series[index].role
    if end is None or role in {"target", "mean", "limit"}:
        return ""
    points = {end.place: _marker("circle", _MARKER, ink)}
    if index == 0:
        colours = dict(zip(_SYMBOLS, canvas.style.marks, strict=True))
        points |= {
            mark.place: _marker(_SYMBOLS[mark.kind], _MARKER, colours[mark.kind])
            for mark in canvas.chart.marks
        }
    return "".join(
        f'<c:dPt><c:idx val="{place}"/>{marker}<c:bubble3D val="0"/><c:spPr>{stroke}</c:spPr></c:dPt>'
        for place, marker in sorted(points.items())
    )


def _end_label(canvas: Canvas, role: str, end: _End | None, ink: str) -> str:
    none = (
        '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
    if end is None:
        return f"<c:dLbls>{none}</c:dLbls>"
    across, down = end.right / canvas.width, end.down / canvas.height
    moved = ""
    if abs(across) > _SEEN or abs(down) > _SEEN:
        moved = (
            f'<c:layout><c:manualLayout><c:x val="{across:.4f}"/><c:y val="{down:.4f}"/>'
            "</c:manualLayout></c:layout>"
        )
    parts = label_parts(
        "r",
        named=len(canvas.chart.series) > 1,
        dated=role not in {"target", "mean", "limit"}
        and end.place < len(canvas.chart.categories) - 1,
        format_code=number_format(canvas.chart.unit, end.value),
        ink=ink,
        size=canvas.size,
        bold=role == "main",
    )
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{end.place}"/>{moved}{parts}</c:dLbl>{none}'
        f"{_NO_LEADERS}</c:dLbls>"
    )


def _category_axis(canvas: Canvas, area: Plot) -> str:
    names = canvas.chart.categories
    widest = max((text_width(name, canvas.size) for name in names), default=0.0) + _GAP
    wide = canvas.width - area.left - area.right
    skip = max(1, -(-len(names) * widest // max(wide, 1.0)))
    turn = NEVER_BROKEN if skip > 1 else 0
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{line(canvas.style.quiet, 1)}</c:spPr>{text_look(canvas.style.quiet, canvas.size, turn=turn)}"
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="{int(skip)}"/>'
        f'<c:tickMarkSkip val="{int(skip)}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(canvas: Canvas, scale: list[float]) -> str:
    unit = canvas.chart.unit
    code = next(
        (c for v in scale if "." in (c := number_format(unit, v))), number_format(unit, scale[0])
    )
    step = f'<c:majorUnit val="{scale[1] - scale[0]:.12g}"/>' if len(scale) > 1 else ""
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{scale[-1]:.12g}"/><c:min val="{scale[0]:.12g}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr>'
        f"{line(canvas.style.hairline, 0.75)}</c:spPr></c:majorGridlines>"
        f"<c:numFmt formatCode='{code}' sourceLinked=\"0\"/>"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{line(None)}</c:spPr>{text_look(canvas.style.quiet, canvas.size)}"
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="min"/>'
        f'<c:crossBetween val="midCat"/>{step}</c:valAx>'
    )


def _marker(symbol: str, size: int, ink: str) -> str:
    return (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/>'
        f"<c:spPr>{colour(ink)}{line(None)}</c:spPr></c:marker>"
    )


def _when(chart: Chart, place: int) -> str:
    """The period of a last value that is not of the last period."""
    return f"{chart.categories[place]} " if place < len(chart.categories) - 1 else ""


def _last(series: Series) -> tuple[int, float] | None:
    known = [(i, v) for i, v in enumerate(series.values) if v is not None and isfinite(v)]
    return known[-1] if known else None


def _has_lone_points(series: Series) -> bool:
    """Whether a value stands between gaps, so that no line shows it."""
    padded = (None, *series.values, None)
    return any(
        padded[i] is not None and padded[i - 1] is None and padded[i + 1] is None
        for i in range(1, len(padded) - 1)
    )
