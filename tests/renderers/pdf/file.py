"""A PDF that is read once for all that is looked for in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from tests.renderers.pdf.content import Font, Fonts, Place, Stream, streams
from tests.renderers.pdf.tree import Element, roots, ways_back


@dataclass(frozen=True, slots=True, repr=False)
class PdfFile:
    """Pages by their objects, what stands on them and in their forms, the structure and the ways back to it."""

    pdf: pikepdf.Pdf
    pages: Mapping[Place, pikepdf.Page]
    streams: Mapping[Place, Stream]
    fonts: Sequence[Font]
    elements: Mapping[Place, Element]
    roots: Sequence[Element]
    back: Mapping[int, Place | list[Place]]

    def called(self, place: Place) -> str:
        """What a page or a form is called in a fault."""
        stream = self.streams.get(place)
        return stream.name if stream else "no page or form of the file"


def read(data: bytes) -> PdfFile:
    """A PDF, read."""
    pdf = pikepdf.open(BytesIO(data))
    fonts = Fonts()
    pages = {page.obj.objgen: page for page in pdf.pages}
    held = streams(pdf, fonts)
    top = roots(pdf)
    elements = {element.place: element for root in top for element in root.walk()}
    return PdfFile(pdf, pages, held, list(fonts.known.values()), elements, top, ways_back(pdf))
