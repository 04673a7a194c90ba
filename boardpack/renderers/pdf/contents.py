"""The list of chapters with their pages, each line a link."""

from collections.abc import Iterator

from boardpack.document.blocks import Contents, PageNumber, Text
from boardpack.renderers.pdf.boxes import Framed
from boardpack.renderers.pdf.desk import Desk
from boardpack.renderers.pdf.paging import Item
from boardpack.renderers.pdf.tables import Track, aligned_row
from boardpack.renderers.pdf.tags import Tag
from boardpack.renderers.pdf.typography import CONTENTS, HEADINGS

_BEFORE = 22.0
_TITLE_AFTER = 4.0
_PAGE_WIDTH = 40.0
_LINE_SPACE = 3.5


def contents_items(block: Contents, width: float, desk: Desk, into: Tag) -> Iterator[Item]:
    """The title, and a line for each chapter over a hairline, its page on the right."""
    title = desk.text(block.title, HEADINGS[2], width, into.add("P"))
    yield Item(Framed(title, width, below=_TITLE_AFTER), _BEFORE, keep=True)
    tracks = (
        Track(0.0, width - _PAGE_WIDTH),
        Track(width - _PAGE_WIDTH, _PAGE_WIDTH, "right"),
    )
    toc = into.add("TOC")
    for chapter in desk.chapters:
        entry = toc.add("TOCI").add("Reference")
        cells = ((Text(chapter.text, href="#" + chapter.anchor),), (PageNumber(chapter.anchor),))
        row = aligned_row(cells, CONTENTS, tracks, desk, (entry, entry))
        yield Item(
            Framed(row, width, above=_LINE_SPACE, below=_LINE_SPACE, rule=desk.look.hairline)
        )
