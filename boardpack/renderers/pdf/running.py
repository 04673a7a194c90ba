"""What stands on every page: board and date, marking, page x of y; the marking again at the foot."""

from boardpack.document.blocks import Document, Numbering
from boardpack.renderers.pdf.desk import Desk
from boardpack.renderers.pdf.paging import Page
from boardpack.renderers.pdf.pen import Pen
from boardpack.renderers.pdf.typography import (
    MARGIN,
    MARKING,
    MM,
    PAGE_OF,
    RUNNING,
)

_RULE = 17 * MM
_ABOVE_RULE = 4.0
_FOOT = 11 * MM
_LEFT_SHARE, _MARKING_SHARE, _PAGE_SHARE = 0.42, 0.16, 0.4


def draw_running(
    pen: Pen, page: Page, number: int, count: int, document: Document, desk: Desk
) -> None:
    """The running head and foot of a page; the cover has the foot only, with its page number."""
    across, tall = page.size
    width = across - 2 * MARGIN
    marking = desk.text(document.marking, MARKING, width * _MARKING_SHARE)
    page_of = desk.text(
        _page_of(page, number, count, document.numbering), PAGE_OF, width * _PAGE_SHARE
    )
    marking_x = (across - marking.width) / 2
    page_x = across - MARGIN - page_of.width
    with pen.artifact("Footer"):
        marking.paint(pen, marking_x, _FOOT + marking.height)
        if page.is_cover:
            page_of.paint(pen, page_x, _FOOT + page_of.height)
            return
    board = desk.text(f"{document.board}\n{document.date}", RUNNING, width * _LEFT_SHARE)
    foot = tall - _RULE
    with pen.artifact("Header"):
        pen.rule(MARGIN, foot, width, desk.look.hairline)
        for box, x in ((board, MARGIN), (marking, marking_x), (page_of, page_x)):
            box.paint(pen, x, foot + _ABOVE_RULE + box.height)


def _page_of(page: Page, number: int, count: int, numbering: Numbering) -> str:
    """`Page 61 of 101`; a page of a paper has its own number before it, which late papers never move."""
    own = "{}{}.{}  |  ".format(numbering.prefix, *page.label) if page.label else ""
    return f"{own}{numbering.words} {number} of {count}"
