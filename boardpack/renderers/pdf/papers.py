"""The second half of a build: papers' pages are put under their heads, and the file is made small."""

from collections.abc import Iterable, Sequence
from io import BytesIO

import pikepdf

from boardpack.model.board import Paper
from boardpack.read.papers import opened_paper
from boardpack.renderers.pdf.paging import Page
from boardpack.renderers.pdf.typography import MM

_SIDE = 10 * MM
_TOP = 20 * MM
_FOOT = 17 * MM
_NAME = pikepdf.Name("/Paper")


def finished(data: bytes, pages: Sequence[Page]) -> bytes:
    """The file with the papers in their places, the same bytes for the same pages and papers."""
    with pikepdf.open(BytesIO(data)) as pack:
        for paper in _papers(pages):
            _place(paper, pack, pages)
        out = BytesIO()
        pack.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            recompress_flate=True,
        )
        return out.getvalue()


def _papers(pages: Iterable[Page]) -> list[Paper]:
    found: list[Paper] = []
    for page in pages:
        if page.sheet and page.sheet.paper not in found:
            found.append(page.sheet.paper)
    return found


def _place(paper: Paper, pack: pikepdf.Pdf, pages: Sequence[Page]) -> None:
    """Put each page of the paper on the page that was kept for it, as large as fits."""
    with opened_paper(paper) as source:
        for number, page in enumerate(pages):
            if page.sheet and page.sheet.paper == paper:
                target = pack.pages[number]
                form = pack.copy_foreign(source.pages[page.sheet.number].as_form_xobject())
                target.add_resource(form, pikepdf.Name.XObject, _NAME)
                across, tall = page.size
                room = pikepdf.Rectangle(_SIDE, _FOOT, across - _SIDE, tall - _TOP)
                target.contents_add(_placement(target, form, room))


def _placement(target: pikepdf.Page, form: pikepdf.Object, room: pikepdf.Rectangle) -> bytes:
    """What draws the form in the room, as large as it is or smaller, never larger."""
    return target.calc_form_xobject_placement(
        form, _NAME, room, invert_transformations=True, allow_shrink=True, allow_expand=False
    )
