"""PDF papers for tests."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf

WORDS = b"BT /F1 12 Tf 50 700 Td (Twelve homes) Tj ET"
Change = Callable[[pikepdf.Pdf], object]


def write_pdf(
    path: Path, *sizes: tuple[float, float], rotate: int = 0, password: str | None = None
) -> Path:
    """A PDF with a page a size, A4 where none is given, and a line on each."""
    with pikepdf.new() as pdf:
        for size in sizes or ((595, 842),):
            pdf.add_blank_page(page_size=size)
            pdf.pages[-1].rotate(rotate, relative=False)
            pdf.pages[-1].contents_add(b"5 5 m 9 9 l S")
        lock = pikepdf.Encryption(owner=password, user=password) if password else None
        pdf.save(path, encryption=lock) if lock else pdf.save(path)
    return path


def write_paper(
    path: Path,
    change: Change = lambda pdf: None,
    pages: int = 1,
    lock: pikepdf.Encryption | None = None,
) -> Path:
    """A tagged PDF of A4 pages with words on each, changed as asked: nothing is odd in it but that."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(embedded_font(pdf))
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
            pdf.pages[-1].contents_add(WORDS)
            pdf.pages[-1].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        tag(pdf)
        change(pdf)
        pdf.save(path, encryption=lock) if lock else pdf.save(path)
    return path


def embedded_font(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
    """A font that says that its file is there; nothing in a test draws with it."""
    described = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor, FontFile2=pdf.make_stream(b"outlines")
    )
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.TrueType,
        BaseFont=pikepdf.Name("/AAAAAA+Sans"),
        FontDescriptor=described,
    )


def tag(pdf: pikepdf.Pdf) -> None:
    """Tags: a document with a paragraph on its first page."""
    root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    element = pdf.make_indirect(
        pikepdf.Dictionary(S=pikepdf.Name.P, P=root, Pg=pdf.pages[0].obj, K=0)
    )
    root.K = element
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)


def note(pdf: pikepdf.Pdf, kind: str, page: int = 0, **more: Any) -> pikepdf.Dictionary:
    """Something that lies on a page: a link, a comment, a field."""
    laid = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name(f"/{kind}"),
            Rect=[50, 50, 150, 70],
            **more,
        )
    )
    on = pdf.pages[page].obj
    on.Annots = pikepdf.Array([*on.get("/Annots", []), laid])
    assert isinstance(laid, pikepdf.Dictionary)
    return laid


def look(pdf: pikepdf.Pdf, code: bytes = b"0 0 100 20 re f") -> pikepdf.Dictionary:
    """How something that lies on a page is drawn."""
    form = pdf.make_stream(code, Subtype=pikepdf.Name.Form, BBox=[0, 0, 100, 20])
    return pikepdf.Dictionary(N=form)


def field(pdf: pikepdf.Pdf, **more: Any) -> pikepdf.Dictionary:
    """A field of a form, in the form's list too."""
    told: dict[str, Any] = {"FT": pikepdf.Name.Tx, "T": pikepdf.String("name"), **more}
    laid = note(pdf, "Widget", **told)
    if "/AcroForm" not in pdf.Root:
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array())
    pdf.Root.AcroForm.Fields.append(laid)
    return laid
