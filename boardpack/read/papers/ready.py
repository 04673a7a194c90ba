"""A paper made ready to be appended: flat, in order, and without what a pack does not carry."""

import re
import warnings
from contextlib import suppress
from io import BytesIO

import pikepdf

from boardpack.read.papers.content import Content, content_of
from boardpack.read.papers.facts import Facts
from boardpack.read.papers.layers import Layers, layers_of, take_out
from boardpack.read.papers.links import drop_links_to_nowhere
from boardpack.read.papers.notes import SCRIPT, count_action, settle_notes
from boardpack.read.papers.opening import ODDITIES, PRINT, Opened, Unusable
from boardpack.read.papers.outline import bookmarks_of
from boardpack.read.papers.resources import Seen, fonts_left_out, has_fonts
from boardpack.read.papers.sizes import Measure, measured, settle
from boardpack.read.papers.tags import tags_are_sound

MOST_PAGES = 5_000
_UNDEFINED = re.compile(r"object (\d+) (\d+).*MediaBox is undefined")
_LOST = "Pages tree includes non-dictionary object"
_OF_THE_PAPER = {"/Type", "/Pages", "/Lang", "/StructTreeRoot", "/MarkInfo"}
_OF_A_PAGE = {
    "/Type", "/Parent", "/MediaBox", "/CropBox", "/Resources", "/Contents", "/Rotate", "/Group",
    "/Annots", "/StructParents",
}  # fmt: skip
_SIZE, _DAMAGE = "a size that makes no sense", "damage that cannot be mended"


def made_ready(paper: Opened) -> Facts:
    """Change an open paper to what is appended of it, and give what was seen on the way."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is wrong is told by findings
        return _made_ready(paper)


def _made_ready(paper: Opened) -> Facts:
    pdf = paper.pdf
    facts = Facts(count=len(pdf.pages))
    facts.pages_lost = any(_LOST in warning for warning in paper.warnings)
    _refuse_what_has_no_pages(pdf, facts)
    layers = layers_of(pdf)
    _note_what_goes(pdf, facts)
    if layers.off:
        facts.layers = True
        take_out(pdf, layers)
    taken = _settled_pages(paper, layers, facts)
    if layers.off:
        take_out(pdf, layers)  # once more: what lay on the pages is part of them now
    facts.tagged = tags_are_sound(pdf)
    facts.bookmarks = bookmarks_of(pdf, taken)
    _strip(pdf, facts, taken)
    if not facts.pages:
        why = " and ".join(facts.left_out)
        raise Unusable(
            f"none of its pages can be used, because of {why}" if why else "its pages are all blank"
        )
    drop_links_to_nowhere(pdf)
    return facts


def rehearse(pdf: pikepdf.Pdf) -> None:
    """Do what an output does with the pages, to know now whether it can be done; Unusable if not."""
    try:
        with pikepdf.new() as pack:
            for page in pdf.pages:
                pack.add_blank_page()
                form = pack.copy_foreign(page.as_form_xobject())
                pack.pages[-1].add_resource(form, pikepdf.Name.XObject)
            pack.save(BytesIO(), stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    except ODDITIES:
        raise Unusable("it is damaged beyond repair") from None


def _refuse_what_has_no_pages(pdf: pikepdf.Pdf, facts: Facts) -> None:
    if not facts.count:
        raise Unusable("it has no pages")
    if facts.count > MOST_PAGES:
        raise Unusable(f"it has {facts.count:,} pages", remedy="Ask for the pages that are needed")
    root = pdf.Root
    if "/Collection" in root:
        raise Unusable(
            "it is a portfolio, a folder of files with a cover page",
            remedy="Open it, and save the file that is meant by itself",
        )
    form = root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form:
        fields = form.get("/Fields")
        if "/NeedsRendering" in root or not isinstance(fields, pikepdf.Array) or not len(fields):
            raise Unusable("it is a form that only Adobe Reader can show", remedy=PRINT)


def _settled_pages(paper: Opened, layers: Layers, facts: Facts) -> list[int]:
    """Put every page in order; the places of those that are taken."""
    pdf = paper.pdf
    contents = _close_code(pdf, facts)
    painted = settle_notes(pdf, layers, facts)
    undefined = {
        (int(found[1]), int(found[2]))
        for warning in paper.warnings
        if (found := _UNDEFINED.search(warning))
    }
    seen = Seen()
    taken = []
    for place, content in contents.items():
        page = pdf.pages[place]
        if not (content.paints or place in painted):
            if content.whole:
                facts.blank.append(place + 1)
            else:
                facts.leave_out(place + 1, _DAMAGE)
            continue
        measure = measured(page.obj, undefined=page.obj.objgen in undefined)
        if measure.is_absurd:
            facts.leave_out(place + 1, _SIZE)
            continue
        settle(page, measure)
        taken.append(place)
        facts.pages.append(measure.page(place))
        facts.fonts |= fonts_left_out(page.obj, seen)
        _note_page(page, content, measure, place + 1, facts)
    return taken


def _note_page(
    page: pikepdf.Page, content: Content, measure: Measure, number: int, facts: Facts
) -> None:
    words = content.words or has_fonts(page.obj, content.drawn)
    for fault, numbers in (
        (measure.guessed, facts.without_size),
        (measure.odd_turn, facts.odd_turn),
        (not words, facts.without_words),
        (not content.whole, facts.incomplete),
    ):
        if fault:
            numbers.append(number)


def _close_code(pdf: pikepdf.Pdf, facts: Facts) -> dict[int, Content]:
    """The code of each page, mended where it must be; a page whose code cannot be is left out."""
    found = {}
    for place, page in enumerate(pdf.pages):
        try:
            content = content_of(pdf, page.obj)
        except ODDITIES:
            facts.leave_out(place + 1, _DAMAGE)
            continue
        if content.mended is not None:
            page.obj.Contents = pdf.make_stream(content.mended)
            content.mended = None
        found[place] = content
    for place in set(range(facts.count)) - found.keys():
        pdf.pages[place].obj.Contents = pdf.make_stream(b"")
    return found


def _note_what_goes(pdf: pikepdf.Pdf, facts: Facts) -> None:
    """Count the scripts, actions and attachments of the file and of its pages."""
    root = pdf.Root
    for holder in (root, *(page.obj for page in pdf.pages)):
        more = holder.get("/AA")
        for action in more.values() if isinstance(more, pikepdf.Dictionary) else ():
            count_action(action, facts)
    count_action(root.get("/OpenAction"), facts)
    with suppress(*ODDITIES):
        facts.dropped[SCRIPT] += len(pikepdf.NameTree(root.Names.JavaScript))
    with suppress(*ODDITIES):
        facts.attached = [
            str(name) for name, _ in pikepdf.NameTree(root.Names.EmbeddedFiles).items()
        ]
    form = root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form:
        facts.dropped["form of Adobe's own kind"] += 1


def _strip(pdf: pikepdf.Pdf, facts: Facts, taken: list[int]) -> None:
    """Keep the pages that are taken, and of the file and its pages only what a pack carries."""
    for key in set(pdf.Root.keys()) - _OF_THE_PAPER:
        del pdf.Root[key]
    for key in set(pdf.trailer.keys()) & {"/Info"}:
        del pdf.trailer[key]
    pdf.Root.Pages.Count = facts.count  # a wrong count would be taken for another page
    kept = set(taken)
    for place in reversed(range(facts.count)):
        if place not in kept:
            del pdf.pages[place]
    for page in pdf.pages:
        for key in set(page.obj.keys()) - _OF_A_PAGE:
            del page.obj[key]
