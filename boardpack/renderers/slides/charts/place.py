"""Putting a native chart where a shape of the template stands."""

from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart

from boardpack.charts.spec import Chart, ChartKind
from boardpack.renderers.slides.charts.palette import Palette
from boardpack.renderers.slides.charts.panels import tiles
from boardpack.renderers.slides.charts.parts import Canvas
from boardpack.renderers.slides.charts.refill import is_chart, refill
from boardpack.renderers.slides.charts.workbook import workbook
from boardpack.renderers.slides.charts.writing import canvas_for, chart_xml, has_data
from boardpack.renderers.slides.cloning import Deck
from boardpack.renderers.slides.shapes import Box, properties_of, put_in_place, tree
from boardpack.renderers.slides.xml import EMU, Element, every, read, safe
from boardpack.style import Style

_FRAME = """<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id}" name={name} descr={alt}/>\
<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>\
</p:nvGraphicFramePr><p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></p:xfrm>\
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">\
<c:chart r:id="{rid}"/></a:graphicData></a:graphic></p:graphicFrame>"""


def place_chart(
    deck: Deck, slide: Any, shape: Element, chart: Chart, style: Style, where: str
) -> None:
    """Put the chart's data into a chart of the template, or a new chart in the place of another shape.

    A new chart keeps the shape's place, size and name, and takes its colours from the slide's theme.
    """
    palette = Palette.of(slide, style)
    alt = safe(f"{chart.headline}. {chart.alt}")
    if is_chart(shape):
        properties_of(shape).set("descr", alt)
        refill(deck, slide, shape, chart, palette, where)
        return
    box = Box.of(slide, shape)
    width, height = box.width / EMU, box.height / EMU
    if chart.kind is not ChartKind.SMALL_MULTIPLES or not has_data(chart):
        shown = chart
        if chart.kind is ChartKind.SMALL_MULTIPLES:
            shown = replace(chart, kind=ChartKind.LINES)
        canvas = canvas_for(shown, width, height, palette)
        put_in_place(slide, shape, _frame(deck, slide, box, canvas, alt))
        return
    frames = []
    number = max(int(one.get("id", "0")) for one in every(tree(slide), "p:cNvPr"))
    for index, tile in enumerate(tiles(chart, width, height, palette)):
        own = Box(
            id=box.id if index == 0 else number + index,
            name=box.name if index == 0 else f"{box.name}, {tile.canvas.chart.series[0].name}",
            x=box.x + int(tile.x * EMU),
            y=box.y + int(tile.y * EMU),
            width=int(tile.canvas.width * EMU),
            height=int(tile.canvas.height * EMU),
        )
        said = safe(f"{chart.headline}. {tile.alt}") if index == 0 else safe(tile.alt)
        frames.append(_frame(deck, slide, own, tile.canvas, said))
    put_in_place(slide, shape, frames[0])
    for before, frame in pairwise(frames):
        before.addnext(frame)


def _frame(deck: Deck, slide: Any, box: Box, canvas: Canvas, alt: str) -> Element:
    """The frame of a new chart, whose parts are in the deck already."""
    package = deck.presentation.part.package
    name = deck.free_name("/ppt/charts/chart1.xml")
    part = ChartPart.load(name, CT.DML_CHART, package, chart_xml(canvas))
    book = deck.free_name("/ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")
    data = EmbeddedXlsxPart(book, CT.SML_SHEET, package, workbook(canvas.chart))
    part.relate_to(data, RT.PACKAGE)
    return read(
        _FRAME.format(
            id=box.id,
            name=quoteattr(safe(box.name)),
            alt=quoteattr(alt),
            x=box.x,
            y=box.y,
            cx=box.width,
            cy=box.height,
            rid=slide.part.relate_to(part, RT.CHART),
        )
    )
