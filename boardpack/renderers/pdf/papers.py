"""The pages of papers, put under the heads that were drawn for them, with their links and structure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name, String

from boardpack.model.board import Paper
from boardpack.read.papers import opened_paper
from boardpack.renderers.pdf.grafting import ParentTree, Sheet, graft, prepared
from boardpack.renderers.pdf.paging import Page
from boardpack.renderers.pdf.typography import MM

_SIDE = 10 * MM
_TOP = 20 * MM
_FOOT = 17 * MM
_NAME = Name("/Paper")
_PLACEMENT = re.compile(rb"([-\d. ]+) cm")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A page of a paper on its page of the pack: the form that it is, and where a point of it goes."""

    page: pikepdf.Page
    form: pikepdf.Object
    moved: Matrix


def place_papers(pack: pikepdf.Pdf, pages: Sequence[Page]) -> None:
    """Put every page of every paper on the page that was kept for it.

    The text of a paper without a structure can be heard in the order in which it was drawn.
    """
    papers: dict[str, Paper] = {}
    for page in pages:
        if page.sheet:
            papers.setdefault(page.sheet.paper.name, page.sheet.paper)
    for paper in papers.values():
        _place(paper, pack, pages)


def _place(paper: Paper, pack: pikepdf.Pdf, pages: Sequence[Page]) -> None:
    """Put the paper's pages in their places, and its structure into that of the pack."""
    kept = [
        (page, pack.pages[place])
        for place, page in enumerate(pages)
        if page.sheet and page.sheet.paper == paper
    ]
    sheet = kept[0][0].sheet
    assert sheet is not None
    part = pack.get_object(*sheet.part.number)
    with opened_paper(paper) as source:
        tops = prepared(source) if paper.tagged else []
        placed = [
            _placed(page, target, source.pages[number], pack, is_tagged=paper.tagged)
            for number, (page, target) in enumerate(kept)
        ]
        if paper.tagged:
            sheets = [Sheet(one.page.obj, one.form) for one in placed]
            graft(pack, tops, part, sheets)
        _link(source, pack, placed, part)


def _placed(
    page: Page, target: pikepdf.Page, source: pikepdf.Page, pack: pikepdf.Pdf, *, is_tagged: bool
) -> _Placed:
    """The page of a paper as large as fits its place, never larger than it is."""
    form = pack.copy_foreign(source.as_form_xobject())
    target.add_resource(form, Name.XObject, _NAME)
    across, tall = page.size
    room = pikepdf.Rectangle(_SIDE, _FOOT, across - _SIDE, tall - _TOP)
    drawn = target.calc_form_xobject_placement(
        form, _NAME, room, invert_transformations=True, allow_shrink=True, allow_expand=False
    )
    # Its own structure marks what is in the form; without one, all of it is one paragraph, whose
    # number was kept free when the page was drawn.
    target.contents_add(drawn if is_tagged else b"/P <</MCID 0>> BDC\n" + drawn + b"\nEMC")
    numbers = _PLACEMENT.search(drawn)
    put = Matrix(*map(float, numbers[1].split())) if numbers else Matrix()
    own = Matrix(*map(float, form.get("/Matrix", [1, 0, 0, 1, 0, 0])))
    return _Placed(target, form, own @ put)


def _link(
    source: pikepdf.Pdf, pack: pikepdf.Pdf, placed: Sequence[_Placed], part: pikepdf.Object
) -> None:
    """Make the links of the paper anew where its pages stand now."""
    places = {page.obj.objgen: place for place, page in enumerate(source.pages)}
    tree = ParentTree.of(pack)
    for page, one in zip(source.pages, placed, strict=True):
        for link in page.obj.get("/Annots", []):
            made = _moved(link, one, places, placed)
            if made is None:
                continue
            area = pack.make_indirect(made)
            element = pack.make_indirect(
                Dictionary(
                    S=Name.Link, P=part, K=Dictionary(Type=Name.OBJR, Pg=one.page.obj, Obj=area)
                )
            )
            part.K.append(element)
            area.StructParent = tree.add(element)
            if "/Annots" not in one.page.obj:
                one.page.obj.Annots = Array()
            one.page.obj.Annots.append(area)


def _moved(
    link: pikepdf.Object,
    one: _Placed,
    places: dict[tuple[int, int], int],
    placed: Sequence[_Placed],
) -> Dictionary | None:
    """A link of the paper as it lies in the pack; None where its target did not come along."""
    left, low, right, high = map(float, link.Rect)
    corners = [one.moved.transform(at) for at in ((left, low), (right, high))]
    (x, y), (u, v) = corners
    made = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Border=[0, 0, 0], F=4,
        Rect=[min(x, u), min(y, v), max(x, u), max(y, v)],
    )  # fmt: skip
    if "/A" in link:
        address = str(link.A.URI)
        made.A = Dictionary(S=Name.URI, URI=String(address))
    else:
        place = places.get(link.Dest[0].objgen)
        if place is None:
            return None
        address = f"page {place + 1} of the paper"
        made.Dest = Array([placed[place].page.obj, Name.Fit])
    made.Contents = link.get("/Contents", String(address))
    return made
