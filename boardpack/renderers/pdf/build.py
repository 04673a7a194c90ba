"""A document to the bytes of its PDF: set, dealt out to pages, drawn, finished."""

from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from boardpack.charts.drawing.draw import draw
from boardpack.charts.drawing.picture import Picture
from boardpack.charts.spec import Chart
from boardpack.document.blocks import Document, Heading
from boardpack.renderers.interface import Output
from boardpack.renderers.pdf.desk import Desk
from boardpack.renderers.pdf.fonts import font_name
from boardpack.renderers.pdf.layout import flow
from boardpack.renderers.pdf.lines import Setting
from boardpack.renderers.pdf.paging import Page, first_pages, paginate
from boardpack.renderers.pdf.papers import finished
from boardpack.renderers.pdf.pen import Pen
from boardpack.renderers.pdf.running import draw_running
from boardpack.renderers.pdf.typography import A4, MARGIN
from boardpack.style import Style

_MOST_PASSES = 4
_TALLEST = 560.0


def render(document: Document, style: Style | None = None, *, name: str = "pack.pdf") -> Output:
    """The document as one PDF of this name."""
    style = style or Style()
    pages, desk = _settled(document, style)
    data = finished(_drawn(document, pages, desk), pages)
    return Output(name, data, len(pages))


def _settled(document: Document, style: Style) -> tuple[tuple[Page, ...], Desk]:
    """The pages, set again until every page number in them is right: twice, as a rule."""
    chapters = tuple(
        block for block in document.blocks if isinstance(block, Heading) and block.level == 1
    )
    draw_once = _charts(style)
    numbers: dict[str, int] = {}
    for _ in range(_MOST_PASSES):
        desk = Desk(Setting(style, numbers), chapters, draw_once)
        pages = paginate(tuple(flow(document.blocks, desk)))
        known, numbers = numbers, first_pages(pages)
        if known == numbers:
            break
    return pages, desk


def _charts(style: Style) -> Callable[[Chart, float], Picture]:
    """Charts for a width, each drawn once and never taller than a page."""

    @cache
    def picture(chart: Chart, width: float) -> Picture:
        drawn = draw(chart, width, style=style)
        return drawn if drawn.height <= _TALLEST else draw(chart, width, _TALLEST, style)

    return picture


def _drawn(document: Document, pages: Sequence[Page], desk: Desk) -> bytes:
    """The PDF as ReportLab writes it, with empty room where papers go."""
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=A4,
        invariant=True,
        pdfVersion=(1, 7),
        lang=document.language,
        initialFontName=font_name("regular"),  # type: ignore[arg-type]  # the stub says float
    )
    _describe(canvas, document)
    pen = Pen(canvas, desk.setting.pages)
    for number, page in enumerate(pages, start=1):
        canvas.setPageSize(page.size)
        draw_running(pen, page, number, len(pages), document, desk)
        for placed in page.boxes:
            placed.box.paint(pen, MARGIN, placed.top)
        if page.sheet and page.sheet.anchor:
            pen.anchor(page.sheet.anchor, page.size[1])
            pen.bookmark(page.sheet.paper.name, page.sheet.anchor, level=2)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _describe(canvas: Canvas, document: Document) -> None:
    """What a reader's program says about the file."""
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(f"{document.board}, {document.date}")
    canvas.setCreator("boardpack")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
