"""The PDF papers of a meeting: how many pages, and of what size."""

from pathlib import Path

import pikepdf

from boardpack.errors import UnreadablePaper
from boardpack.findings import Finding
from boardpack.model.board import AgendaItem, Paper, PaperPage
from boardpack.model.source import Source
from boardpack.read.faults import MISSING_PAPER, UNUSED_PAPER

_QUARTER_TURN = 90
_HALF_TURN = 180


def read_papers(
    folder: Path, label: str, items: tuple[AgendaItem, ...]
) -> tuple[tuple[Paper, ...], tuple[Finding, ...]]:
    """The papers in the order of the agenda. A paper that cannot be opened raises UnreadablePaper."""
    papers = []
    findings = []
    for item in items:
        if item.paper is None:
            continue
        path = folder / Path(item.paper).name
        if path.is_file():
            papers.append(Paper(path.name, path, page_sizes(path), item))
        else:
            findings.append(MISSING_PAPER.at(Source(label), item=item.number, paper=item.paper))
    named = {paper.name for paper in papers}
    unused = sorted(path.name for path in folder.glob("*.pdf") if path.name not in named)
    findings += [UNUSED_PAPER.at(Source(f"{label}/{name}")) for name in unused]
    return tuple(papers), tuple(findings)


def page_sizes(path: Path) -> tuple[PaperPage, ...]:
    """The pages as they are seen, after their own rotation, in points."""
    try:
        with pikepdf.open(path) as pdf:
            return tuple(_size(page) for page in pdf.pages)
    except pikepdf.PasswordError:
        raise UnreadablePaper(
            path, "the paper is protected with a password.", "Save a copy without a password."
        ) from None
    except pikepdf.PdfError as fault:
        why = str(fault).removeprefix(f"{path}: ")
        raise UnreadablePaper(
            path, f"the paper is not a PDF that can be read ({why}).", "Export it as PDF again."
        ) from None


def _size(page: pikepdf.Page) -> PaperPage:
    left, bottom, right, top = (float(edge) for edge in page.cropbox.as_list())
    width, height = right - left, top - bottom
    if page.rotation % _HALF_TURN == _QUARTER_TURN:
        width, height = height, width
    return PaperPage(width, height)
