"""A PDF that is read once for all that is looked for in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from tests.renderers.pdf.content import Font, Fonts, PageContent, Place, contents
from tests.renderers.pdf.tree import Element, roots, ways_back


@dataclass(frozen=True, slots=True)
class PdfFile:
    """Pages by their objects, what stands on them, the structure and the ways back to it."""

    pdf: pikepdf.Pdf
    pages: Mapping[Place, pikepdf.Page]
    contents: Mapping[Place, PageContent]
    fonts: Sequence[Font]
    elements: Mapping[Place, Element]
    roots: Sequence[Element]
    back: Mapping[int, Place | list[Place]]

    def number(self, page: Place) -> str:
        """What a page is called in a fault."""
        content = self.contents.get(page)
        return f"page {content.number}" if content else "no page of the file"


def read(data: bytes) -> PdfFile:
    """A PDF, read."""
    pdf = pikepdf.open(BytesIO(data))
    fonts = Fonts()
    pages = {page.obj.objgen: page for page in pdf.pages}
    held = dict(zip(pages, contents(pdf, fonts), strict=True))
    top = roots(pdf)
    elements = {element.place: element for root in top for element in root.walk()}
    return PdfFile(pdf, pages, held, list(fonts.known.values()), elements, top, ways_back(pdf))
