"""New data for a chart of the template, which keeps its own look.

Only the names of its series, its categories, its values and its workbook are replaced. Lost are
formulas and further sheets of its workbook, error bars and labels that are read from its cells, and
what came from a pivot table: all of them would tell of the old data.
"""

from dataclasses import replace
from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.parts.embeddedpackage import EmbeddedXlsxPart

from boardpack.charts.spec import Chart
from boardpack.errors import UnfillableChart
from boardpack.model.metrics import Unit
from boardpack.renderers.slides import private
from boardpack.renderers.slides.charts.axes import fit_axes
from boardpack.renderers.slides.charts.formats import shows_shares
from boardpack.renderers.slides.charts.palette import Palette
from boardpack.renderers.slides.charts.prepare import prepared
from boardpack.renderers.slides.charts.reseries import give_series, plots_of
from boardpack.renderers.slides.charts.workbook import workbook
from boardpack.renderers.slides.cloning import Deck
from boardpack.renderers.slides.shapes import properties_of
from boardpack.renderers.slides.xml import Element, child, children, every, name, read, remove

_REFUSED = {
    "c:scatterChart": "an XY (scatter) chart",
    "c:bubbleChart": "a bubble chart",
    "c:stockChart": "a stock chart",
}
_REMEDY = "Make it a bar, column, line, area, radar, pie or doughnut chart (Chart Design, Change Chart Type)."
_ROUND = {"c:pieChart", "c:pie3DChart", "c:ofPieChart"}
_AFTER_DATA = ("c:userShapes", "c:extLst")


def is_chart(shape: Element) -> bool:
    """Whether a shape of the template is a chart already."""
    return child(shape, "a:graphic/a:graphicData/c:chart") is not None


def refill(
    deck: Deck, slide: Any, shape: Element, chart: Chart, palette: Palette, where: str
) -> None:
    """Replace the data of the template's chart; kinds that have no categories are refused."""
    holder = child(shape, "a:graphic/a:graphicData/c:chart")
    assert holder is not None
    part = slide.part.related_part(holder.get(name("r:id"), ""))
    root = private.root(part)
    assert root is not None
    ready = prepared(chart)
    _refuse_unfit(root, ready.chart, f'{where}, shape "{properties_of(shape).get("name", "")}"')
    _forget_cells(root)
    shares = chart.unit is Unit.PERCENT and shows_shares(root)
    shown = _as_shares(ready.chart) if shares else ready.chart
    give_series(root, shown, ready.signs, palette, shares=shares)
    fit_axes(root, shown)
    _give_workbook(deck, part, root, workbook(shown))


def _refuse_unfit(root: Element, chart: Chart, where: str) -> None:
    for kind, said in _REFUSED.items():
        if next(every(root, kind), None) is not None:
            raise UnfillableChart(where, f"{said} cannot show categories and their values", _REMEDY)
    found = plots_of(root)
    if not any(children(plot, "c:ser") for plot in found):
        raise UnfillableChart(
            where,
            "the chart has no series whose look could be taken",
            "Add one in PowerPoint (Chart Design, Edit Data), or put a rectangle in its place.",
        )
    alone = len(found) == 1 and found[0].tag in {name(kind) for kind in _ROUND}
    if alone and len(chart.series) > 1:
        raise UnfillableChart(
            where,
            f'a pie shows one series, and "{chart.name}" has {len(chart.series)}',
            "Make it a bar or a column chart (Chart Design, Change Chart Type).",
        )


def _forget_cells(root: Element) -> None:
    """Take out what hangs on cells of the old workbook, and keep the words of linked titles."""
    for pivot in list(every(root, "c:pivotSource", "c:pivotFmts")):
        remove(pivot)
    for extension in list(every(root, "c:ext")):
        if any(str(e.tag).endswith("2012/chart}f") for e in extension.iter()):
            remove(extension)
    for holder in list(every(root, "c:extLst")):
        if not len(holder):
            remove(holder)
    for flag in root.iter(
        "{http://schemas.microsoft.com/office/drawing/2012/chart}showDataLabelsRange"
    ):
        flag.set("val", "0")
    for label in list(every(root, "c:dLbl")):
        if any(field.get("type") == "CELLRANGE" for field in every(label, "a:fld")):
            remove(label)
    for bars in list(every(root, "c:errBars")):
        if next(every(bars, "c:f"), None) is not None:
            remove(bars)
    for text in list(every(root, "c:tx")):
        link = child(text, "c:strRef")
        parent = text.getparent()
        if link is None or parent is None or parent.tag == name("c:ser"):
            continue
        said = next((v.text or "" for v in every(link, "c:v")), "")
        words = read("<c:rich><a:bodyPr/><a:p><a:r><a:t/></a:r></a:p></c:rich>")
        next(every(words, "a:t")).text = said
        text.replace(link, words)


def _as_shares(chart: Chart) -> Chart:
    """Percentages as Excel keeps them where a format such as `0%` shows them: 0.59 for 59%."""
    return replace(
        chart,
        series=tuple(
            replace(one, values=tuple(None if v is None else v / 100 for v in one.values))
            for one in chart.series
        ),
    )


def _give_workbook(deck: Deck, part: Any, root: Element, data: bytes) -> None:
    package = deck.presentation.part.package
    partname = deck.free_name("/ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")
    book = EmbeddedXlsxPart(partname, CT.SML_SHEET, package, data)
    link = child(root, "c:externalData")
    if link is not None:
        private.relate(part, link.get(name("r:id"), ""), RT.PACKAGE, book, external=False)
        return
    new = read(
        f'<c:externalData r:id="{part.relate_to(book, RT.PACKAGE)}"><c:autoUpdate val="0"/></c:externalData>'
    )
    after = next((e for kind in _AFTER_DATA for e in children(root, kind)), None)
    before = next((e for kind in ("c:printSettings",) for e in children(root, kind)), None)
    place = before if before is not None else after
    if place is None:
        root.append(new)
    else:
        place.addprevious(new)
