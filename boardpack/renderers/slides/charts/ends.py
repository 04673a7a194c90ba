"""The labels at the ends of lines: what each says, and where it stands so that none covers another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite

from boardpack import words
from boardpack.charts.drawing.lettering import ELLIPSIS, shortened
from boardpack.charts.drawing.scale import spread
from boardpack.charts.spec import Chart, Series
from boardpack.renderers.slides.advances import PITCH
from boardpack.renderers.slides.charts.parts import (
    Canvas,
    Plot,
    label_parts,
    number_format,
    text_width,
)
from boardpack.renderers.slides.xml import safe

GAP = 12.0
_SHARE, _PANEL_SHARE = 0.34, 0.42
_PERIOD, _PANEL_PERIOD = 0.18, 0.3
"""The longest that the name of a period may be, as a share of the width."""
_LEVEL = {"target", "mean", "limit"}
_SEEN = 0.001  # a smaller share of the chart is not worth moving a label
# LibreOffice draws a line to a label that was moved, unless it is told not to.
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
_NONE = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


@dataclass(frozen=True, slots=True)
class End:
    """The label of a line's last value: how far it moves to stand free at the right, in points."""

    place: int
    value: float
    right: float
    down: float


def last_of(series: Series) -> tuple[int, float] | None:
    """The place and the value of the last point, if there is one."""
    known = [(i, v) for i, v in enumerate(series.values) if v is not None and isfinite(v)]
    return known[-1] if known else None


def room_for(canvas: Canvas) -> float:
    """How much room the labels need at the right, in points."""
    if not canvas.direct:
        return 2 * GAP
    wide = [
        text_width(_said(canvas, index, last), canvas.size, bold=True)
        for index, last in _labelled(canvas)
    ]
    return min(max(wide, default=0.0) + 2 * GAP, _most(canvas))


def with_room(canvas: Canvas) -> Canvas:
    """The canvas with the names cut short that have no room: of periods, and of lines beside them."""
    longest = canvas.width * (_PANEL_PERIOD if canvas.panel else _PERIOD)
    names = tuple(shortened(safe(n), canvas.size, longest) for n in canvas.chart.categories)
    canvas = replace(canvas, chart=replace(canvas.chart, categories=names))
    room = _most(canvas) - 2 * GAP
    series = list(canvas.chart.series)
    for index, last in _labelled(canvas) if canvas.direct else ():
        name, kept = series[index].name, series[index].name
        said = _said(canvas, index, last)
        while kept and text_width(said, canvas.size, bold=True) > room:
            kept = kept[:-1].rstrip()
            cut = replace(series[index], name=kept + ELLIPSIS)
            said = _said(canvas, index, last, cut)
        if kept != name:
            series[index] = replace(series[index], name=kept + ELLIPSIS)
    return replace(canvas, chart=replace(canvas.chart, series=tuple(series)))


def _most(canvas: Canvas) -> float:
    """The most room that labels may take."""
    return canvas.width * (_PANEL_SHARE if canvas.panel else _SHARE)


def fit_beside(chart: Chart, unlabelled: int, height: float, size: float) -> bool:
    """Whether the labels of all lines but some have room under one another."""
    return (len(chart.series) - unlabelled) * size * PITCH <= height - size * PITCH - GAP


def ends(canvas: Canvas, area: Plot, scale: Sequence[float]) -> dict[int, End]:
    """Where the label of each line stands, by the number of its series."""
    found = _labelled(canvas) if canvas.direct else []
    tall = canvas.height - area.top - area.bottom
    wide = canvas.width - area.left - area.right
    reach = (scale[-1] - scale[0]) or 1.0
    line_height = canvas.size * PITCH
    wanted = [((value - scale[0]) / reach * tall, line_height) for _, (_, value) in found]
    placed = spread(wanted, 0.0, tall + area.top - canvas.head)
    steps = max(len(canvas.chart.categories) - 1, 1)
    return {
        index: End(place, value, wide * (1 - place / steps), was - now)
        for (index, (place, value)), (was, _), now in zip(found, wanted, placed, strict=True)
    }


def end_label(canvas: Canvas, index: int, end: End | None) -> str:
    """The labels of a series: one at its end, or none."""
    if end is None:
        return f"<c:dLbls>{_NONE}</c:dLbls>"
    across, down = end.right / canvas.width, end.down / canvas.height
    moved = ""
    if abs(across) > _SEEN or abs(down) > _SEEN:
        moved = (
            f'<c:layout><c:manualLayout><c:x val="{across:.4f}"/><c:y val="{down:.4f}"/>'
            "</c:manualLayout></c:layout>"
        )
    role = canvas.chart.series[index].role
    parts = label_parts(
        "r",
        named=_is_named(canvas, role),
        dated=_is_dated(canvas, role, end.place),
        format_code=number_format(canvas.chart.unit, end.value),
        ink=canvas.palette.series(role).label if role != "unrated" else canvas.palette.text,
        size=canvas.size,
        bold=role == "main",
    )
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{end.place}"/>{moved}{parts}</c:dLbl>{_NONE}'
        f"{_NO_LEADERS}</c:dLbls>"
    )


def _labelled(canvas: Canvas) -> list[tuple[int, tuple[int, float]]]:
    """The last points that have a label: not those of marks, nor of limits that hold no longer."""
    return [
        (index, last)
        for index, one in enumerate(canvas.chart.series)
        if index not in canvas.signs and index not in canvas.former and (last := last_of(one))
    ]


def _said(canvas: Canvas, index: int, last: tuple[int, float], cut: Series | None = None) -> str:
    one = cut or canvas.chart.series[index]
    name = f"{one.name} " if _is_named(canvas, one.role) else ""
    dated = _is_dated(canvas, one.role, last[0])
    when = f"{canvas.chart.categories[last[0]]} " if dated else ""
    return f"{name}{when}{words.quantity(last[1], canvas.chart.unit)}"


def _is_named(canvas: Canvas, role: str) -> bool:
    """A panel says the name of its line above it."""
    return len(canvas.chart.series) > 1 and not (canvas.panel and role == "main")


def _is_dated(canvas: Canvas, role: str, place: int) -> bool:
    """Whether a label says its period: where it is not the last, and not that of a level line."""
    return role not in _LEVEL and place < len(canvas.chart.categories) - 1
