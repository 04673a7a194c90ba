"""The pages of papers, put under the heads that were drawn for them, with their links and structure."""

import re
from collections.abc import Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Matrix, Name, String

from boardpack.read.papers import opened_paper
from boardpack.renderers.pdf.grafting import (
    Held,
    Key,
    ParentTree,
    Sheet,
    cut_loose,
    graft,
    language_of,
    prepared,
)
from boardpack.renderers.pdf.paging import Page
from boardpack.renderers.pdf.tags import Tag
from boardpack.renderers.pdf.typography import MM

_SIDE = 10 * MM
_TOP = 20 * MM
_FOOT = 17 * MM
_NAME = Name("/Paper")
_PLACEMENT = re.compile(rb"([-\d. ]+) cm")


def place_papers(pack: pikepdf.Pdf, pages: Sequence[Page]) -> None:
    """Put every page of every paper on the page that was kept for it.

    The text of a paper without a structure can be heard in the order in which it was drawn.
    """
    # By its element: two items may name the same file.
    papers: dict[Tag, list[tuple[Page, pikepdf.Page]]] = {}
    for place, page in enumerate(pages):
        if page.sheet:
            papers.setdefault(page.sheet.part, []).append((page, pack.pages[place]))
    for kept in papers.values():
        _place(kept, pack)


def _place(kept: Sequence[tuple[Page, pikepdf.Page]], pack: pikepdf.Pdf) -> None:
    """Put a paper's pages in the places kept for them, and its structure into that of the pack."""
    first = kept[0][0].sheet
    assert first is not None
    paper, part = first.paper, pack.get_object(*first.part.number)
    with opened_paper(paper) as source:
        cut_loose(source)
        tops = prepared(source) if paper.tagged else []
        sheets = [
            _placed(page, target, source.pages[number], pack, is_tagged=paper.tagged)
            for number, (page, target) in enumerate(kept)
        ]
        held = graft(pack, tops, part, sheets, first.above) if paper.tagged else {}
        language = language_of(source)
        if language is not None and language != pack.Root.get("/Lang"):
            part.Lang = language
        _link(source, pack, sheets, part, held)


def _placed(
    page: Page, target: pikepdf.Page, source: pikepdf.Page, pack: pikepdf.Pdf, *, is_tagged: bool
) -> Sheet:
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
    return Sheet(target.obj, form, own @ put)


def _link(
    source: pikepdf.Pdf,
    pack: pikepdf.Pdf,
    sheets: Sequence[Sheet],
    part: pikepdf.Object,
    held: Mapping[Key, Held],
) -> None:
    """Make the links of the paper anew where its pages stand now.

    A link that no element of the paper has is given one at the end of the paper.
    """
    places = {page.obj.objgen: place for place, page in enumerate(source.pages)}
    tree = ParentTree.of(pack)
    for place, (page, sheet) in enumerate(zip(source.pages, sheets, strict=True)):
        for number, link in enumerate(page.obj.get("/Annots", [])):
            area = pack.make_indirect(_moved(link, sheet, places, sheets))
            if (place, number) in held:
                element, reference = held[place, number]
                reference.Obj = area
            else:
                reference = Dictionary(Type=Name.OBJR, Pg=sheet.page, Obj=area)
                element = pack.make_indirect(Dictionary(S=Name.Link, P=part, K=reference))
                part.K.append(element)
            area.StructParent = tree.add(element)
            if "/Annots" not in sheet.page:
                sheet.page.Annots = Array()
            sheet.page.Annots.append(area)


def _moved(
    link: pikepdf.Object,
    sheet: Sheet,
    places: Mapping[tuple[int, int], int],
    sheets: Sequence[Sheet],
) -> Dictionary:
    """A link of the paper as it lies in the pack."""
    made = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Border=[0, 0, 0], F=4, Rect=sheet.box(link.Rect)
    )
    if "/A" in link:
        address = str(link.A.URI)
        made.A = Dictionary(S=Name.URI, URI=String(address))
    else:
        place = places[link.Dest[0].objgen]  # a link to a page that is left out is left out too
        address = f"page {place + 1} of the paper"
        made.Dest = Array([sheets[place].page, Name.Fit])
    made.Contents = String(str(link.get("/Contents", "")) or address)
    return made
