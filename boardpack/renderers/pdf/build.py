"""A document to the bytes of its PDF: set, dealt out to pages, drawn, finished."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from boardpack.charts.draw import draw
from boardpack.charts.picture import Picture
from boardpack.charts.spec import Chart
from boardpack.document.blocks import Block, Columns, Document, Heading, ItemList
from boardpack.renderers.interface import Output
from boardpack.renderers.pdf.desk import Desk
from boardpack.renderers.pdf.fonts import font_name
from boardpack.renderers.pdf.layout import flow
from boardpack.renderers.pdf.lines import Setting
from boardpack.renderers.pdf.paging import Page, first_pages, paginate
from boardpack.renderers.pdf.papers import finished
from boardpack.renderers.pdf.pen import Pen
from boardpack.renderers.pdf.running import draw_running
from boardpack.style import Style

_MOST_PASSES = 4
_TALLEST_CHART = 560.0


def render(document: Document, style: Style | None = None) -> Output:
    """The pack as one PDF."""
    style = style or Style()
    pages, desk = _settled(document, style)
    data = finished(_drawn(document, pages, desk), pages)
    return Output("pack.pdf", data, len(pages))


def _settled(document: Document, style: Style) -> tuple[tuple[Page, ...], Desk]:
    """The pages, set again until every page number in them is right: twice, as a rule."""
    chapters = tuple(
        block for block in document.blocks if isinstance(block, Heading) and block.level == 1
    )
    draw_once = _Charts(style)
    numbers: dict[str, int] = {}
    for _ in range(_MOST_PASSES):
        desk = Desk(Setting(style, numbers), chapters, draw_once)
        pages = paginate(tuple(flow(document.blocks, desk)))
        known, numbers = numbers, first_pages(pages)
        if known == numbers:
            break
    return pages, desk
