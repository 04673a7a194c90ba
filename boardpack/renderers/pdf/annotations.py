"""Active areas of links, each with words of its own and a place in the structure.

ReportLab's own links have neither.
"""

from reportlab.pdfgen.canvas import Canvas

from boardpack.renderers.pdf.private import LinkToPlace, Written, annotate, bookmark
from boardpack.renderers.pdf.tags import Box


def pdf_text(text: str) -> str:
    """A text string of a PDF (ISO 32000-1, 7.9.2), as UTF-16 in hexadecimal digits."""
    return f"<FEFF{text.encode('utf-16-be', errors='replace').hex().upper()}>"


def link_to_place(canvas: Canvas, box: Box, words: str, key: int, place: str) -> str:
    """The number of a new link on the current page that leads to a bookmark of the file."""
    return annotate(canvas, LinkToPlace(_link(box, words, key), bookmark(canvas, place)))


def link_to_web(canvas: Canvas, box: Box, words: str, key: int, url: str) -> str:
    """The number of a new link on the current page that leads to an address, in ASCII."""
    action = f"<</S /URI /URI <{url.encode('ascii').hex()}>>>"
    return annotate(canvas, Written(f"{_link(box, words, key)} /A {action}>>"))


def _link(box: Box, words: str, key: int) -> str:
    """The beginning of a link that is printed with the page and has no border."""
    corners = " ".join(f"{edge:.2f}" for edge in box)
    return (
        f"<</Type /Annot /Subtype /Link /Rect [{corners}] /Border [0 0 0] /F 4 "
        f"/StructParent {key} /Contents {pdf_text(words)}"
    )
