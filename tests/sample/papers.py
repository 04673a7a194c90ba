"""The two papers of each meeting, as PDF: one portrait, one landscape."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import matplotlib as mpl
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from tests.sample.paper_text import SUFFICIENCY, TRACKER, Block, Sufficiency, Tracker

INK, RULE, PALE = HexColor("#12436D"), HexColor("#B8C4D0"), HexColor("#EAF0F5")
MARGIN = 20 * mm
COUNCIL = "Marlshire County Council"
BOARD = "Permanence and Children in Our Care Board"

BODY = ParagraphStyle("body", fontName="DejaVuSans", fontSize=9.5, leading=13.5, spaceAfter=6)
SMALL = ParagraphStyle("small", BODY, fontSize=8, leading=10.5, spaceAfter=0)
RIGHT = ParagraphStyle("right", SMALL, alignment=2)
HEAD = ParagraphStyle("head", SMALL, fontName="DejaVuSans-Bold", textColor=white)
H1 = ParagraphStyle(
    "h1", BODY, fontName="DejaVuSans-Bold", fontSize=16, leading=20, textColor=INK, spaceAfter=8
)
H2 = ParagraphStyle(
    "h2",
    BODY,
    fontName="DejaVuSans-Bold",
    fontSize=11,
    leading=15,
    textColor=INK,
    spaceBefore=8,
    spaceAfter=4,
)


def _fonts() -> None:
    """Register the fonts that come with matplotlib, so that every machine draws the same."""
    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    for name in ("DejaVuSans", "DejaVuSans-Bold"):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    pdfmetrics.registerFontFamily(
        "DejaVuSans",
        normal="DejaVuSans",
        bold="DejaVuSans-Bold",
        italic="DejaVuSans",
        boldItalic="DejaVuSans-Bold",
    )
    pdfmetrics.registerFontFamily(
        "DejaVuSans-Bold",
        normal="DejaVuSans-Bold",
        bold="DejaVuSans-Bold",
        italic="DejaVuSans-Bold",
        boldItalic="DejaVuSans-Bold",
    )


def _frame(title: str, board: date) -> Callable[[Canvas, SimpleDocTemplate], None]:
    """What stands at the head and foot of each page."""

    def draw(canvas: Canvas, doc: SimpleDocTemplate) -> None:
        width, height = doc.pagesize
        canvas.setFont("DejaVuSans", 8)
        canvas.setFillColor(HexColor("#3D3D3D"))
        canvas.drawString(MARGIN, height - 12 * mm, COUNCIL)
        canvas.drawCentredString(width / 2, height - 12 * mm, "OFFICIAL")
        canvas.drawRightString(width - MARGIN, height - 12 * mm, f"Board of {board:%d/%m/%Y}")
        canvas.drawString(MARGIN, 10 * mm, title)
        canvas.drawRightString(width - MARGIN, 10 * mm, f"Page {canvas.getPageNumber()}")

    return draw


def _table(rows: tuple[tuple[str, ...], ...], widths: list[float], words: int = 1) -> Table:
    """A ruled table; its first columns hold words, the others numbers."""
    cells = [[Paragraph(text, HEAD) for text in rows[0]]]
    cells += [
        [Paragraph(text, SMALL if column < words else RIGHT) for column, text in enumerate(row)]
        for row in rows[1:]
    ]
    style = TableStyle(
        [
            ("BACKGROUND", (0, 0), (-1, 0), INK),
            ("ROWBACKGROUNDS", (0, 1), (-1, -1), [white, PALE]),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, RULE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ]
    )
    return Table(cells, colWidths=widths, style=style, repeatRows=1)


def _blocks(blocks: tuple[Block, ...]) -> list[Flowable]:
    """Headings with their numbered or plain paragraphs."""
    flow: list[Flowable] = []
    for heading, paragraphs in blocks:
        flow.append(Paragraph(heading, H2))
        flow += [Paragraph(text, BODY) for text in paragraphs]
    return flow


def _document(path: Path, title: str, board: date, wide: bool, story: list[Flowable]) -> None:
    doc = SimpleDocTemplate(
        str(path),
        pagesize=landscape(A4) if wide else A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=20 * mm,
        bottomMargin=18 * mm,
        title=title,
        author=COUNCIL,
        subject=BOARD,
        lang="en-GB",
        invariant=1,
    )
    draw = _frame(title, board)
    doc.build(story, onFirstPage=draw, onLaterPages=draw)


def _cover_table(paper: Sufficiency, board: date) -> Table:
    """The box at the head of a committee report."""
    rows = [
        ("Report to", f"{BOARD}, {board.day} {board:%B %Y}"),
        ("Report of", "Commissioning Manager (Placements)"),
        ("Purpose", paper.purpose),
        ("Divisions affected", "All"),
    ]
    cells = [[Paragraph(f"<b>{name}</b>", SMALL), Paragraph(text, SMALL)] for name, text in rows]
    style = TableStyle(
        [
            ("BOX", (0, 0), (-1, -1), 0.6, INK),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -2), 0.4, RULE),
        ]
    )
    return Table(cells, colWidths=[38 * mm, 132 * mm], style=style)


def write_sufficiency(board: date, path: Path) -> None:
    """Write the portrait paper on the sufficiency strategy."""
    _fonts()
    paper = SUFFICIENCY[board]
    story: list[Flowable] = [
        Paragraph(paper.title, H1),
        _cover_table(paper, board),
        Spacer(1, 4 * mm),
        *_blocks(paper.opening),
        PageBreak(),
        Paragraph("Where children live", H2),
        Paragraph(paper.table_note, BODY),
        _table(paper.table, [66 * mm, 26 * mm, 26 * mm, 26 * mm, 26 * mm]),
        Spacer(1, 4 * mm),
        *_blocks(paper.middle),
        PageBreak(),
        *_blocks(paper.closing),
        Paragraph("Milestones", H2),
        _table(paper.milestones, [88 * mm, 52 * mm, 30 * mm], words=3),
    ]
    _document(path, paper.title, board, False, story)


def _chart(paper: Tracker) -> Drawing:
    """Weeks that children wait at each step, by locality."""
    drawing = Drawing(257 * mm, 92 * mm)
    chart = VerticalBarChart()
    chart.x, chart.y, chart.width, chart.height = (int(n * mm) for n in (14, 16, 232, 60))
    chart.data = [list(values) for _, values in paper.waits]
    chart.categoryAxis.categoryNames = list(paper.steps)
    chart.categoryAxis.labels.fontName = chart.valueAxis.labels.fontName = "DejaVuSans"
    chart.categoryAxis.labels.fontSize = chart.valueAxis.labels.fontSize = 8
    chart.valueAxis.valueMin, chart.valueAxis.valueMax, chart.valueAxis.valueStep = 0, 24, 6
    chart.valueAxis.visibleGrid, chart.valueAxis.gridStrokeColor = True, RULE
    chart.groupSpacing, chart.barLabels.fontName, chart.barLabels.fontSize = 8, "DejaVuSans", 7
    chart.barLabelFormat, chart.barLabels.nudge = "%d", 6
    for number, ((area, _), colour) in enumerate(
        zip(paper.waits, ("#12436D", "#28A197", "#F46A25"), strict=True)
    ):
        chart.bars[number].fillColor = HexColor(colour)
        chart.bars[number].strokeColor = None
        drawing.add(
            String(
                (16 + 30 * number) * mm,
                84 * mm,
                f"■ {area}",
                fontName="DejaVuSans",
                fontSize=9,
                fillColor=HexColor(colour),
            )
        )
    drawing.add(chart)
    return drawing


def write_tracker(board: date, path: Path) -> None:
    """Write the landscape paper with the permanence tracker."""
    _fonts()
    paper = TRACKER[board]
    widths = [45 * mm] + [21.2 * mm] * 10
    story: list[Flowable] = [
        Paragraph(paper.title, H1),
        Paragraph(paper.summary, BODY),
        _table(paper.table, widths),
        Spacer(1, 3 * mm),
        Paragraph(paper.table_source, SMALL),
        PageBreak(),
        Paragraph(paper.chart_title, H2),
        Paragraph(paper.chart_note, SMALL),
        _chart(paper),
        *_blocks(paper.closing),
    ]
    _document(path, paper.title, board, True, story)
