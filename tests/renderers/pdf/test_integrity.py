"""The check of structure sees each fault: in a sound file that is spoiled in one place."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from boardpack.document.blocks import (
    Block,
    Column,
    Contents,
    Figure,
    Heading,
    ItemList,
    PaperPages,
    Paragraph,
    Table,
    TableRow,
    Text,
)
from boardpack.renderers.pdf import render
from tests.renderers.example import TREND, document, paragraph
from tests.renderers.pdf.file import read
from tests.renderers.pdf.integrity import faults
from tests.renderers.pdf.packs import SUFFICIENCY, paper, untagged
from tests.renderers.pdf.reading import chapters, heard, said
from tests.renderers.pdf.tree import Element

BLOCKS: tuple[Block, ...] = (
    Contents("Contents"),
    Heading(1, "One", "one"),
    Heading(2, "Part", "part"),
    Paragraph((Text("Go "), Text("there", href="#one"))),
    ItemList(((paragraph("First"),), (paragraph("Second"),))),
    Table(
        "t",
        "T",
        (Column("A", 0.5), Column("B", 0.5)),
        (
            TableRow(((Text("group"),),), group=True),
            TableRow(((Text("a"),), (Text("b"),))),
        ),
    ),
    Figure(TREND),
)
PAGES = {"one": 2, "part": 2}


WITH_PAPER: tuple[Block, ...] = (Heading(1, "One", "one"), PaperPages(paper(SUFFICIENCY), "paper"))
Spoil = Callable[[pikepdf.Pdf], object]


@cache
def sound(blocks: tuple[Block, ...] = BLOCKS) -> bytes:
    return render(replace(document(), blocks=blocks)).data


@pytest.fixture(scope="module")
def without_structure(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with a paper that has no structure."""
    pages = PaperPages(paper(untagged(tmp_path_factory.mktemp("papers"))), "paper")
    return sound((Heading(1, "One", "one"), pages))


def spoiled(spoil: Spoil, sound_file: bytes) -> bytes:
    with pikepdf.open(BytesIO(sound_file)) as pdf:
        spoil(pdf)
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def the(pdf: pikepdf.Pdf, role: str, place: int = 0) -> Any:
    """An element of this type."""
    found = [
        thing
        for thing in pdf.objects
        if isinstance(thing, Dictionary) and thing.get("/S") == f"/{role}" and "/P" in thing
    ]
    return found[place]


def note(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[1].obj.Annots[0]


def nums(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root.StructTreeRoot.ParentTree.Nums


def edit(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    """The content of the second page with the first such piece changed."""

    def change(pdf: pikepdf.Pdf) -> None:
        content = pdf.pages[1].obj.Contents.read_bytes()
        assert old in content
        pdf.pages[1].obj.Contents = pdf.make_stream(content.replace(old, new, 1))

    return change


def adopt(pdf: pikepdf.Pdf, role: str, by: str) -> None:
    """Hang an element under another, as it should never be."""
    child, parent = the(pdf, role), the(pdf, by)
    child.P.K = Array([kid for kid in child.P.K if not _same(kid, child)])
    parent.K = Array([*parent.K, child])
    child.P = parent


def spanning(pdf: pikepdf.Pdf) -> Any:
    """The first cell that spans columns."""
    cells = (thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary))
    return next(cell for cell in cells if "/ColSpan" in cell.get("/A", {}))


def _same(kid: Any, child: Any) -> bool:
    return isinstance(kid, pikepdf.Object) and kid.objgen == child.objgen


def remap(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[1].obj.Resources.Font.values():
            font.ToUnicode.write(font.ToUnicode.read_bytes().replace(old, new))

    return change


def metadata(key: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said_of_it:
            del said_of_it[key]

    return change


TEXT = b"/P <</MCID 2>> BDC"
SPOILED: tuple[tuple[str, Spoil], ...] = (
    ("no structure", lambda pdf: pdf.Root.__delitem__("/StructTreeRoot")),
    ("not begin with one Document", lambda pdf: the(pdf, "Document").__setitem__("/S", Name.Part)),
    ("no language", lambda pdf: pdf.Root.__delitem__("/Lang")),
    ("no title", lambda pdf: pdf.docinfo.__delitem__("/Title")),
    ("title in the metadata is another", metadata("dc:title")),
    ("does not say that it is PDF/UA-1", metadata("pdfuaid:part")),
    ("does not say that it is marked", lambda pdf: pdf.Root.MarkInfo.__setitem__("/Marked", False)),
    ("does not show the title", lambda pdf: pdf.Root.__delitem__("/ViewerPreferences")),
    ("code 32 stand for nothing", remap(b"<20> <0020>", b"<20> <0000>")),
    ("shows codes without a character", remap(b"<61> <0061>", b"")),
    ("does not say what its codes", remap(b"beginbfchar", b"")),
    ("/P of H2", lambda pdf: the(pdf, "H2").__setitem__("/P", the(pdf, "L"))),
    ("stands in the structure 2 times", lambda pdf: the(pdf, "L").K.append(the(pdf, "LI"))),
    ("mark 2 has 0 owners", lambda pdf: the(pdf, "P", 1).__setitem__("/K", Array())),
    ("mark 0 has 2 owners", lambda pdf: the(pdf, "H2").K.append(0)),
    ("mark 2 is /Span", edit(TEXT, b"/Span <</MCID 2>> BDC")),
    ("2 marks have the number 3", edit(TEXT, b"/P <</MCID 3>> BDC")),
    ("owns mark 99", lambda pdf: the(pdf, "H2").K.append(99)),
    ("has no StructParents", lambda pdf: pdf.pages[1].obj.__delitem__("/StructParents")),
    ("leads to no list", lambda pdf: pdf.pages[1].obj.__setitem__("/StructParents", 98)),
    ("ways back", lambda pdf: nums(pdf)[3].append(the(pdf, "H2"))),
    ("mark 0 leads to another", lambda pdf: nums(pdf)[3].__setitem__(0, the(pdf, "H2"))),
    ("have the key 0", lambda pdf: pdf.pages[1].obj.__setitem__("/StructParents", 0)),
    ("key 77 belongs to no page", lambda pdf: nums(pdf).extend([77, the(pdf, "H2")])),
    ("next key is taken", lambda pdf: pdf.Root.StructTreeRoot.__setitem__("/ParentTreeNextKey", 1)),
    ("has no words", lambda pdf: note(pdf).__setitem__("/Contents", String(""))),
    ("is not printed", lambda pdf: note(pdf).__setitem__("/F", 0)),
    ("order of the structure", lambda pdf: pdf.pages[1].obj.__delitem__("/Tabs")),
    ("is in no element", lambda pdf: the(pdf, "Link", -1).K.__delitem__(1)),
    ("no way back to its element", lambda pdf: note(pdf).__delitem__("/StructParent")),
    ("annotation that is on no page", lambda pdf: pdf.pages[1].obj.__setitem__("/Annots", Array())),
    ("is in Span", lambda pdf: the(pdf, "Link", -1).__setitem__("/S", Name.Span)),
    ("mark /P stands in the mark /P", edit(TEXT, TEXT + b" /P BMC EMC")),
    ("never closed", edit(TEXT, TEXT + b" /P BMC")),
    ("closed that was never opened", edit(TEXT, b"EMC " + TEXT)),
    ("a text object overlap", edit(b"ET EMC", b"EMC ET")),
    ("f paints outside every mark", edit(TEXT, b"0 0 9 9 re f " + TEXT)),
    ("is shown outside every mark", edit(TEXT, b"BT /F1+0 9 Tf (x) Tj ET " + TEXT)),
    ("is lost: it is shown in an artifact", edit(TEXT, b"/Artifact <</Type /Layout>> BDC")),
    ("is lost: its mark /P has no number", edit(TEXT, b"/P BMC")),
    ("lies in Document", lambda pdf: adopt(pdf, "LI", "Document")),
    ("is not a label and a body", lambda pdf: the(pdf, "LI").K.__delitem__(0)),
    ("lies in Document", lambda pdf: adopt(pdf, "TOCI", "Document")),
    ("holds P", lambda pdf: adopt(pdf, "P", "L")),
    ("has content of its own", lambda pdf: the(pdf, "L").K.append(1)),
    ("is empty", lambda pdf: the(pdf, "H2").__setitem__("/K", Array())),
    ("rows of 1 and 2 columns", lambda pdf: the(pdf, "TR", -1).K.__delitem__(1)),
    ("rows of 1 and 2 columns", lambda pdf: spanning(pdf).A.__delitem__("/ColSpan")),
    ("does not say what it heads", lambda pdf: the(pdf, "TH").__delitem__("/A")),
    ("follows a heading of level 1", lambda pdf: the(pdf, "H2").__setitem__("/S", Name.H3)),
    ("follows a heading of level 0", lambda pdf: the(pdf, "H1").__setitem__("/S", Name.H2)),
    ("is not told in words", lambda pdf: the(pdf, "Figure").__setitem__("/Alt", String(" "))),
    ("does not say where it stands", lambda pdf: the(pdf, "Figure").__delitem__("/A")),
)


def form(pdf: pikepdf.Pdf, place: int = 0) -> Any:
    """A page of the paper, as it is drawn on ours."""
    return pdf.pages[1 + place].obj.Resources.XObject["/Paper"]


def fonts(pdf: pikepdf.Pdf) -> Any:
    return form(pdf).Resources.Font


def mark_of(pdf: pikepdf.Pdf) -> Any:
    """What leads from the first paragraph of the paper to its first mark."""
    return the(pdf, "P").K[0]


def ways(pdf: pikepdf.Pdf) -> Any:
    """The ways back from the first page of the paper."""
    listed = list(nums(pdf))
    return listed[listed.index(int(form(pdf).StructParents)) + 1]


def rewrite(old: bytes, new: bytes) -> Spoil:
    """The first page of the paper with the first such piece changed."""

    def change(pdf: pikepdf.Pdf) -> None:
        content = form(pdf).read_bytes()
        assert old in content
        form(pdf).write(content.replace(old, new, 1))

    return change


def redraw(old: bytes, new: bytes) -> Spoil:
    """The page of ours on which the paper begins, with such a piece changed."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].contents_coalesce()
        edit(old, new)(pdf)

    return change


def read_otherwise(pdf: pikepdf.Pdf) -> None:
    """Make the fonts of the paper say other letters."""
    for font in fonts(pdf).values():
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<61> <0061>", b"<61> <0062>"))


def move_mark(pdf: pikepdf.Pdf) -> None:
    """Give the first mark of the paper to another element, there and back."""
    head, other = the(pdf, "H2"), the(pdf, "P")
    other.K.insert(0, head.K[0])
    del head.K[0]
    ways(pdf)[0] = other


def draw_itself(pdf: pikepdf.Pdf) -> None:
    """A form in the paper that draws itself."""
    inner = pdf.make_stream(b"/Fm Do", {"/Subtype": Name.Form, "/BBox": Array([0, 0, 9, 9])})
    inner.Resources = Dictionary(XObject=Dictionary(Fm=inner))
    form(pdf).Resources.XObject = Dictionary(Fm=inner)
    rewrite(FIRST, b"/Fm Do " + FIRST)(pdf)


def draw_within(code: bytes) -> Spoil:
    """A form in the paper, outside its marks."""

    def change(pdf: pikepdf.Pdf) -> None:
        inner = pdf.make_stream(code, {"/Subtype": Name.Form, "/BBox": Array([0, 0, 9, 9])})
        form(pdf).Resources.XObject = Dictionary(Fm=inner)
        rewrite(FIRST, b"/Fm Do " + FIRST)(pdf)

    return change


FIRST = b"/H1 <</MCID 0>> BDC"
SHOWN = b"BT /F1+0 9 Tf (x) Tj ET "
DRAWN = b"/Paper Do"
WHOLE = b"/P <</MCID 0>> BDC"
SPOILED_PAPERS: tuple[tuple[str, Spoil], ...] = (
    ("stands in a form without StructParents", lambda pdf: form(pdf).__delitem__("/StructParents")),
    ("its mark /H1 has no number", lambda pdf: form(pdf).__delitem__("/StructParents")),
    ("belongs to no page, form or", lambda pdf: form(pdf).__delitem__("/StructParents")),
    ("leads to no list", lambda pdf: form(pdf).__setitem__("/StructParents", 98)),
    ("have the key 1", lambda pdf: form(pdf).__setitem__("/StructParents", 1)),
    ("has 2 owners", lambda pdf: mark_of(pdf).__setitem__("/Stm", form(pdf, 2))),
    ("has 0 owners", lambda pdf: mark_of(pdf).__setitem__("/Stm", form(pdf, 1))),
    ("of no page or form", lambda pdf: mark_of(pdf).__setitem__("/Stm", pdf.make_stream(b""))),
    ("of page 2, which is not there", lambda pdf: mark_of(pdf).__delitem__("/Stm")),
    (" on page 3", lambda pdf: mark_of(pdf).__setitem__("/Pg", pdf.pages[2].obj)),
    ("of the form", lambda pdf: mark_of(pdf).__setitem__("/MCID", 999)),
    ("is /H1, its owner P", move_mark),
    ("mark 0 leads to another", lambda pdf: ways(pdf).__setitem__(0, the(pdf, "P"))),
    ("ways back", lambda pdf: ways(pdf).__setitem__(0, None)),
    ("marks have the number 1", rewrite(FIRST, b"/H1 <</MCID 1>> BDC")),
    ("is shown outside every mark", rewrite(FIRST, SHOWN + FIRST)),
    ("f paints outside every mark", rewrite(FIRST, b"0 0 9 9 re f " + FIRST)),
    ("is lost: it is shown in an artifact", rewrite(FIRST, b"/Artifact BMC")),
    ("is lost: its mark /H1 has no number", rewrite(FIRST, b"/H1 BMC")),
    ("never closed", rewrite(FIRST, FIRST + b" /P BMC")),
    ("is shown outside every mark", draw_within(SHOWN)),
    ("mark 0 stands in a form without", draw_within(b"/P <</MCID 0>> BDC EMC")),
    ("more than 8 deep", draw_itself),
    ("which is not there", redraw(DRAWN, b"")),
    ("is drawn 2 times", redraw(DRAWN, DRAWN + b" " + DRAWN)),
    ("is drawn in the mark /P", redraw(DRAWN, b"/P BMC " + DRAWN + b" EMC")),
    ("is drawn in the mark /Artifact", redraw(DRAWN, b"/Artifact BMC " + DRAWN + b" EMC")),
    ("does not say what its codes", lambda pdf: fonts(pdf)["/F1+0"].__delitem__("/ToUnicode")),
    ("in a font that is not there", lambda pdf: fonts(pdf).__delitem__("/F1+0")),
    ("has no words", lambda pdf: note(pdf).__delitem__("/Contents")),
    ("no way back to its element", lambda pdf: note(pdf).__delitem__("/StructParent")),
    ("is in no element", lambda pdf: the(pdf, "Link").K.__delitem__(1)),
    ("annotation that is on no page", lambda pdf: pdf.pages[1].obj.__delitem__("/Annots")),
    ("follows a heading of level 2", lambda pdf: the(pdf, "H3").__setitem__("/S", Name.H4)),
)
SPOILED_UNTAGGED: tuple[tuple[str, Spoil], ...] = (
    ("stands in a form without StructParents", redraw(WHOLE, b"/P BMC EMC")),
    ("is lost: it is shown in an artifact", redraw(WHOLE, b"/Artifact BMC")),
    ("is lost: its mark /P has no number", redraw(WHOLE, b"/P BMC")),
    ("is drawn in the mark /P", lambda pdf: form(pdf).__setitem__("/StructParents", 0)),
)


def test_a_sound_file_has_no_fault() -> None:
    assert faults(read(sound())) == []


def test_a_sound_file_with_a_paper_has_no_fault() -> None:
    assert faults(read(sound(WITH_PAPER))) == []


@pytest.mark.parametrize(
    ("told", "spoil"), SPOILED, ids=[f"{n} {told}" for n, (told, _) in enumerate(SPOILED)]
)
def test_what_is_spoiled_is_told(told: str, spoil: Spoil) -> None:
    found = faults(read(spoiled(spoil, sound())))
    assert [fault for fault in found if told in fault], found


@pytest.mark.parametrize(
    ("told", "spoil"),
    SPOILED_PAPERS,
    ids=[f"{n} {told}" for n, (told, _) in enumerate(SPOILED_PAPERS)],
)
def test_what_is_spoiled_in_a_paper_is_told(told: str, spoil: Spoil) -> None:
    found = faults(read(spoiled(spoil, sound(WITH_PAPER))))
    assert [fault for fault in found if told in fault], found


@pytest.mark.parametrize(
    ("told", "spoil"), SPOILED_UNTAGGED, ids=[told for told, _ in SPOILED_UNTAGGED]
)
def test_what_is_spoiled_in_a_paper_without_structure_is_told(
    told: str, spoil: Spoil, without_structure: bytes
) -> None:
    found = faults(read(spoiled(spoil, without_structure)))
    assert [fault for fault in found if told in fault], found


def test_what_should_be_heard_is_heard() -> None:
    file = read(sound())
    assert heard(file) == said(BLOCKS, PAGES)
    assert chapters(file) == [(["One"], 2), (["Part"], 2)]


def _swap(pdf: pikepdf.Pdf) -> None:
    kids = the(pdf, "Document").K
    kids[0], kids[-1] = kids[-1], kids[0]


@pytest.mark.parametrize(
    "spoil",
    [
        _swap,
        lambda pdf: the(pdf, "Document").K.__delitem__(-1),
        lambda pdf: the(pdf, "Figure").__setitem__("/Alt", String("Another")),
        remap(b"<61> <0061>", b"<61> <0062>"),
    ],
    ids=["moved", "lost", "told otherwise", "decoded otherwise"],
)
def test_words_that_are_lost_or_moved_are_missed(spoil: Spoil) -> None:
    assert heard(read(spoiled(spoil, sound()))) != said(BLOCKS, PAGES)


def _swap_marks(pdf: pikepdf.Pdf) -> None:
    kids = the(pdf, "P").K
    kids[0], kids[1] = kids[1], kids[0]


@pytest.mark.parametrize(
    "spoil",
    [
        _swap_marks,
        lambda pdf: the(pdf, "Art").K.__delitem__(-1),
        read_otherwise,
        lambda pdf: fonts(pdf).__delitem__("/F2+0"),
    ],
    ids=["moved", "lost", "decoded otherwise", "without its font"],
)
def test_words_of_a_paper_that_are_lost_or_moved_are_missed(spoil: Spoil) -> None:
    words = said(WITH_PAPER, {})
    assert heard(read(sound(WITH_PAPER))) == words
    assert heard(read(spoiled(spoil, sound(WITH_PAPER)))) != words


def test_elements_are_walked_in_reading_order() -> None:
    (root,) = read(sound()).roots
    assert isinstance(root, Element)
    assert [one.role for one in root.walk()][:4] == ["Document", "P", "TOC", "TOCI"]
