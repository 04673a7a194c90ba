"""The pages of papers, put under the heads that were drawn for them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pikepdf

from boardpack.errors import UnreadablePaper
from boardpack.model.board import Paper
from boardpack.renderers.pdf.paging import Page
from boardpack.renderers.pdf.typography import MM

_SIDE = 10 * MM
_TOP = 20 * MM
_FOOT = 17 * MM
_NAME = pikepdf.Name("/Paper")


def place_papers(pack: pikepdf.Pdf, pages: Sequence[Page]) -> None:
    """Put every page of every paper on the page that was kept for it."""
    for paper in _papers(pages):
        _place(paper, pack, pages)


def _papers(pages: Iterable[Page]) -> list[Paper]:
    found: list[Paper] = []
    for page in pages:
        if page.sheet and page.sheet.paper not in found:
            found.append(page.sheet.paper)
    return found


def _place(paper: Paper, pack: pikepdf.Pdf, pages: Sequence[Page]) -> None:
    """Put each page of the paper on the page that was kept for it, as large as fits."""
    with _opened(paper) as source:
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


def _opened(paper: Paper) -> pikepdf.Pdf:
    path: Path = paper.path
    try:
        source = pikepdf.open(path)
    except pikepdf.PasswordError as error:
        raise UnreadablePaper(
            path, "It is protected by a password.", "Save it without one."
        ) from error
    except (pikepdf.PdfError, OSError) as error:
        raise UnreadablePaper(
            path, f"It cannot be opened as a PDF ({error}).", "Export it as PDF again."
        ) from error
    if len(source.pages) != len(paper.pages):
        count = len(source.pages)
        source.close()
        raise UnreadablePaper(
            path,
            f"It has {count} pages now and had {len(paper.pages)} when it was read.",
            "Build the pack again.",
        )
    return source
