"""The part of a chart: its plot, its legend, where its workbook is."""

from collections.abc import Sequence
from dataclasses import replace
from math import isfinite
from xml.sax.saxutils import escape

from boardpack.charts.drawing.lettering import shortened
from boardpack.charts.spec import Chart, ChartKind
from boardpack.renderers.slides.advances import PITCH
from boardpack.renderers.slides.charts.bars import bars, legible
from boardpack.renderers.slides.charts.ends import fit_beside, with_room
from boardpack.renderers.slides.charts.lines import lines
from boardpack.renderers.slides.charts.palette import Palette
from boardpack.renderers.slides.charts.parts import Canvas, colour, text_look, text_width
from boardpack.renderers.slides.charts.prepare import prepared
from boardpack.renderers.slides.charts.workbook import SHEET
from boardpack.renderers.slides.xml import DECLARED, safe

SMALLEST, LARGEST = 12, 18
_LINES_UNDER_ONE_ANOTHER = 6  # of a line chart's scale and end labels
_GAP = 10.0
_LEAST_IN_A_ROW = 3
_KEY_WIDTH = 2.2
"""What a legend needs beside each name, in ems."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def canvas_for(chart: Chart, width: float, height: float, palette: Palette) -> Canvas:
    """The chart as it will be shown in a frame: its series, its names and the size of its text."""
    ready = prepared(chart)
    if chart.kind is not ChartKind.LINES:
        shown, size = legible(ready.chart, width, height)
        return _with_legend(Canvas(_short_names(shown, width, size), palette, width, height, size))
    rows = max(_LINES_UNDER_ONE_ANOTHER, len(ready.chart.series) - len(ready.former))
    size = max(SMALLEST, min(LARGEST, int(height / PITCH / rows)))
    unlabelled = len(ready.signs) + len(ready.former)
    direct = fit_beside(ready.chart, unlabelled, height, size)
    canvas = Canvas(ready.chart, palette, width, height, size, ready.signs, ready.former, direct)
    return with_room(_with_legend(canvas))


def chart_xml(canvas: Canvas) -> bytes:
    """The chart part, still without its relationship to the workbook, which is to be rId1."""
    chart = canvas.chart
    if not has_data(chart):
        plot, title = bars(replace(canvas, panel=None)), _nothing(canvas)
    else:
        plot = (lines if chart.kind is ChartKind.LINES else bars)(canvas)
        title = _title(canvas) if canvas.panel else ""
    named = has_data(chart) and not canvas.panel and bool(_in_legend(canvas))
    return (
        f'{_HEAD}<c:chartSpace {DECLARED}><c:date1904 val="0"/><c:lang val="en-GB"/>'
        f'<c:roundedCorners val="0"/><c:chart>{title}<c:autoTitleDeleted val="{int(not title)}"/>{plot}'
        f"{_legend(canvas) if named else ''}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_look(canvas.palette.text, canvas.size)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def has_data(chart: Chart) -> bool:
    """Whether there is any value to show."""
    return any(v is not None and isfinite(v) for one in chart.series for v in one.values)


def _with_legend(canvas: Canvas) -> Canvas:
    """The canvas with room for its legend over the plot."""
    names = [canvas.chart.series[index].name for index in _in_legend(canvas)]
    if not names:
        return canvas
    widest = max(text_width(name, canvas.size) for name in names) + _KEY_WIDTH * canvas.size
    rows = -(-len(names) // max(1, int(canvas.width // widest)))
    return replace(canvas, head=rows * canvas.size * PITCH + _GAP)


def _in_legend(canvas: Canvas) -> Sequence[int]:
    """The series that a legend explains: bars if there are several, of lines what has no label."""
    everything = range(len(canvas.chart.series))
    if canvas.chart.kind is not ChartKind.LINES:
        return everything if len(everything) > 1 else ()
    if canvas.direct:
        return tuple(canvas.signs)
    return [index for index in everything if index not in canvas.former]


def _short_names(chart: Chart, width: float, size: float) -> Chart:
    """The chart with names of series that leave room for others beside them in the legend."""
    room = width / _LEAST_IN_A_ROW - _KEY_WIDTH * size
    return replace(
        chart,
        series=tuple(
            replace(one, name=shortened(safe(one.name), size, room)) for one in chart.series
        ),
    )


def _legend(canvas: Canvas) -> str:
    high = (canvas.head - _GAP + 2) / canvas.height
    shown = set(_in_legend(canvas))
    left_out = "".join(
        f'<c:legendEntry><c:idx val="{index}"/><c:delete val="1"/></c:legendEntry>'
        for index in range(len(canvas.chart.series))
        if index not in shown
    )
    return (
        f'<c:legend><c:legendPos val="t"/>{left_out}<c:layout><c:manualLayout><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/><c:x val="0"/><c:y val="0"/><c:w val="0.98"/><c:h val="{high:.4f}"/>'
        '</c:manualLayout></c:layout><c:overlay val="0"/>'
        f"{text_look(canvas.palette.text, canvas.size)}</c:legend>"
    )


def _title(canvas: Canvas) -> str:
    """The name of a panel, which is the name of its first series."""
    name = canvas.chart.series[0].name
    cache = f'<c:pt idx="0"><c:v>{escape(safe(name))}</c:v></c:pt>'
    return (
        f"<c:title><c:tx><c:strRef><c:f>{SHEET}!$B$1</c:f><c:strCache>"
        f'<c:ptCount val="1"/>{cache}</c:strCache></c:strRef></c:tx><c:layout><c:manualLayout>'
        '<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/></c:manualLayout>'
        f'</c:layout><c:overlay val="0"/>{text_look(canvas.palette.text, canvas.size, bold=True)}'
        "</c:title>"
    )


def _nothing(canvas: Canvas) -> str:
    """What a chart says that has nothing to show, and can still be given data."""
    size = canvas.size * 100
    look = colour(canvas.palette.text)
    return (
        f'<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}" b="0">'
        f'{look}</a:defRPr></a:pPr><a:r><a:rPr lang="en-GB" sz="{size}" b="0">{look}</a:rPr>'
        '<a:t>No data</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
    )
