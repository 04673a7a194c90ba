"""Putting a native chart where a shape of the template stands."""

from dataclasses import replace
from math import isfinite
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart

from boardpack.charts.spec import Chart, ChartKind
from boardpack.renderers.slides.advances import PITCH
from boardpack.renderers.slides.charts.bars import bars, legible
from boardpack.renderers.slides.charts.lines import lines
from boardpack.renderers.slides.charts.parts import Canvas, text_look
from boardpack.renderers.slides.charts.workbook import workbook
from boardpack.renderers.slides.cloning import Deck
from boardpack.renderers.slides.shapes import Box, put_in_place
from boardpack.renderers.slides.symbols import RATING_SHAPES
from boardpack.renderers.slides.xml import DECLARED, EMU, Element, read, safe
from boardpack.style import Style

_SMALLEST, _LARGEST = 10, 18
_LINES_UNDER_ONE_ANOTHER = 6  # of a line chart's scale and end labels
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FRAME = """<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id}" name={name} descr={alt}/>\
<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>\
</p:nvGraphicFramePr><p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></p:xfrm>\
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">\
<c:chart r:id="{rid}"/></a:graphicData></a:graphic></p:graphicFrame>"""


def place_chart(deck: Deck, slide: Any, shape: Element, chart: Chart, style: Style) -> None:
    """Replace the shape by the chart, which keeps its place, its size and its name."""
    box = Box.of(slide, shape)
    canvas = canvas_for(chart, box, style)
    package = deck.presentation.part.package
    part = ChartPart.load(
        deck.free_name("/ppt/charts/chart1.xml"),
        CT.DML_CHART,
        package,
        chart_xml(canvas),
    )
    data = EmbeddedXlsxPart(
        deck.free_name("/ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"),
        CT.SML_SHEET,
        package,
        workbook(canvas.chart),
    )
    part.relate_to(data, RT.PACKAGE)
    frame = _FRAME.format(
        id=box.id,
        name=quoteattr(safe(box.name)),
        alt=quoteattr(safe(f"{chart.headline}. {chart.alt}")),
        x=box.x,
        y=box.y,
        cx=box.width,
        cy=box.height,
        rid=slide.part.relate_to(part, RT.CHART),
    )
    put_in_place(slide, shape, read(frame))


def canvas_for(chart: Chart, box: Box, style: Style) -> Canvas:
    """The chart as it will be shown in a box: its names and the size of its text."""
    width, height = box.width / EMU, box.height / EMU
    shown = _with_shapes(chart)
    if chart.kind is ChartKind.LINES:
        size = max(_SMALLEST, min(_LARGEST, int(height / PITCH / _LINES_UNDER_ONE_ANOTHER)))
    else:
        shown, size = legible(shown, width, height)
    return Canvas(shown, style, width, height, size)


def chart_xml(canvas: Canvas) -> bytes:
    """The chart part: its plot, its legend, where its workbook is."""
    chart, style, size = canvas.chart, canvas.style, canvas.size
    if not _has_data(chart):
        plot, title = _empty(canvas)
    else:
        plot, title = (lines if chart.kind is ChartKind.LINES else bars)(canvas), ""
    named = chart.kind is not ChartKind.LINES and len(chart.series) > 1 and not title
    return (
        f'{_HEAD}<c:chartSpace {DECLARED}><c:date1904 val="0"/><c:lang val="en-GB"/>'
        f'<c:roundedCorners val="0"/><c:chart>{title}<c:autoTitleDeleted val="{int(not title)}"/>{plot}'
        f"{_legend(canvas) if named else ''}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_look(style.text, size)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def _legend(canvas: Canvas) -> str:
    high = (canvas.size * PITCH + 2) / canvas.height
    return (
        '<c:legend><c:legendPos val="t"/><c:layout><c:manualLayout><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/><c:x val="0"/><c:y val="0"/><c:w val="0.98"/><c:h val="{high:.4f}"/>'
        '</c:manualLayout></c:layout><c:overlay val="0"/>'
        f"{text_look(canvas.style.text, canvas.size)}</c:legend>"
    )


def _has_data(chart: Chart) -> bool:
    return any(v is not None and isfinite(v) for one in chart.series for v in one.values)


def _empty(canvas: Canvas) -> tuple[str, str]:
    """A chart that says that there is nothing to show, and can still be given data."""
    title = (
        '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1800" b="0"/></a:pPr>'
        '<a:r><a:rPr lang="en-GB" sz="1800" b="0"/><a:t>No data</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:overlay val="0"/></c:title>'
    )
    return bars(canvas), title


def _with_shapes(chart: Chart) -> Chart:
    """Ratings are named with their shapes, so that the legend does not speak in colours alone."""
    shapes = {str(rating): shape for rating, shape in RATING_SHAPES.items()}
    return replace(
        chart,
        series=tuple(
            replace(one, name=f"{shapes[one.role]} {one.name}") if one.role in shapes else one
            for one in chart.series
        ),
    )
