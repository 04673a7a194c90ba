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
    Paragraph,
    Table,
    TableRow,
    Text,
)
from boardpack.renderers.pdf import render
from tests.renderers.example import TREND, document, paragraph
from tests.renderers.pdf.file import read
from tests.renderers.pdf.integrity import faults
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


@cache
def sound() -> bytes:
    return render(replace(document(), blocks=BLOCKS)).data


def spoiled(spoil: Callable[[pikepdf.Pdf], object]) -> bytes:
    with pikepdf.open(BytesIO(sound())) as pdf:
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
SPOILED: tuple[tuple[str, Callable[[pikepdf.Pdf], object]], ...] = (
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


def test_a_sound_file_has_no_fault() -> None:
    assert faults(read(sound())) == []


@pytest.mark.parametrize(
    ("told", "spoil"), SPOILED, ids=[f"{n} {told}" for n, (told, _) in enumerate(SPOILED)]
)
def test_what_is_spoiled_is_told(told: str, spoil: Callable[[pikepdf.Pdf], object]) -> None:
    found = faults(read(spoiled(spoil)))
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
def test_words_that_are_lost_or_moved_are_missed(spoil: Callable[[pikepdf.Pdf], object]) -> None:
    assert heard(read(spoiled(spoil))) != said(BLOCKS, PAGES)


def test_elements_are_walked_in_reading_order() -> None:
    (root,) = read(sound()).roots
    assert isinstance(root, Element)
    assert [one.role for one in root.walk()][:4] == ["Document", "P", "TOC", "TOCI"]
