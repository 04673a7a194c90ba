"""What is used of ReportLab that it does not promise to keep. A test holds that it is still there."""

from collections.abc import Iterator
from typing import Any, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas


class Written(PDFObject):
    """An object of the file, as it stands there; its text may be set until the file is saved."""

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, document: object) -> bytes:  # noqa: ARG002 - the signature is ReportLab's
        """The object's bytes."""
        return self.text.encode("ascii")


class LinkToPlace(Written):
    """A link whose destination is known when the last page is drawn."""

    def __init__(self, text: str, place: PDFObject) -> None:
        super().__init__(text)
        self._place: Any = place

    def format(self, document: object) -> bytes:
        """The object's bytes: the text so far, the destination, and the end."""
        place: bytes = self._place.format(document)
        return self.text.encode("ascii") + b" /Dest " + place + b">>"


def reference(canvas: Canvas, thing: PDFObject) -> str:
    """An object's number, as other objects refer to it; it becomes one of the file."""
    document = _document(canvas)
    return str(document.Reference(thing).format(document), "ascii")


def page_reference(canvas: Canvas, place: int) -> str:
    """The number of a page that is drawn already, by its place from nought."""
    number, version = _document(canvas).idToObjectNumberAndVersion[f"Page{place + 1}"]
    return f"{number} {version} R"


def annotate(canvas: Canvas, thing: PDFObject) -> str:
    """The number of an object that becomes an annotation of the current page."""
    canvas_: Any = canvas
    canvas_._annotationrefs.append(_document(canvas).Reference(thing))
    return reference(canvas, thing)


def bookmark(canvas: Canvas, name: str) -> PDFObject:
    """The place of this name, which may be drawn later."""
    canvas_: Any = canvas
    return cast("PDFObject", canvas_._bookmarkReference(name))


def coded(canvas: Canvas, text: str, font: str) -> Iterator[tuple[str, bytes]]:
    """The text as a font of the file shows it: the name of each subset, and the codes in it."""
    known = cast("TTFont", pdfmetrics.getFont(font))
    document = _document(canvas)
    for subset, codes in known.splitString(text, document):
        yield known.getSubsetInternalName(subset, document), codes


def _document(canvas: Canvas) -> Any:
    canvas_: Any = canvas
    return canvas_._doc
