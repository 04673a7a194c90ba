"""One paper in bad shape for each fault that a paper can have, with its whole message."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Permissions, String

from boardpack.findings import FindingKind
from boardpack.model.board import AgendaItem, Paper, Purpose, Secret
from boardpack.read.papers import faults, read_papers
from tests.read.pdfs import WORDS, Change, field, look, note, write_paper

Make = Callable[[Path], object]


def read(path: Path, **passwords: str) -> tuple[Paper, list[tuple[str, str]]]:
    item = AgendaItem("5", "Home", "Head", 10, Purpose.DECISION, path.name, None, None)
    secrets = {f"{name}.pdf": Secret(word) for name, word in passwords.items()}
    (paper,), found = read_papers(path.parent, "papers", (item,), secrets)
    return paper, [(finding.kind, str(finding)) for finding in found]


def with_(change: Change, pages: int = 1) -> Make:
    return lambda path: write_paper(path, change, pages)


def of_bytes(data: bytes) -> Make:
    return lambda path: path.write_bytes(data)


def locked(user: str = "") -> Make:
    only_read = Permissions(modify_other=False, print_highres=False)
    return lambda path: write_paper(
        path, lock=pikepdf.Encryption(owner="boss", user=user, allow=only_read)
    )


def cut(path: Path) -> None:
    write_paper(path, pages=3)
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b"xref")])


def word_document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")


def circle(path: Path) -> None:
    write_paper(path)
    data = io.BytesIO()
    with pikepdf.open(path) as pdf:
        pdf.save(data, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        tree = pdf.Root.Pages.objgen[0]
    text = data.getvalue()
    page = text[text.index(b"/Kids [ ") + 8 :].split(b" ", 1)[0]
    path.write_bytes(text.replace(b"/Kids [ %s 0 R" % page, b"/Kids [ %d 0 R" % tree))


def box(**boxes: object) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        for name, value in boxes.items():
            pdf.pages[0].obj[f"/{name}"] = value

    return change


def code(data: bytes, page: int = 0) -> Change:
    return lambda pdf: setattr(pdf.pages[page].obj, "Contents", pdf.make_stream(data))


def damaged(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, b"no such thing", Filter=Name.FlateDecode)


def half(pdf: pikepdf.Pdf) -> None:
    code(WORDS + b" BT (never closed")(pdf)


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    note(pdf, "Link", A=Dictionary(S=Name.Launch, F=String("calc.exe")))
    note(pdf, "Movie")
    pdf.attachments["costs.xlsx"] = b"cells"


def layers(pdf: pikepdf.Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))


def xfa(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<xdp/>"))


def nothing_left(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0]


def with_a_number_for_a_page(path: Path) -> None:
    write_paper(path, pages=2)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Pages.Kids.append(7)
        pdf.save(path)


def font(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.Font.F2 = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica
    )


def no_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


_PLACE = "Its place in the pack says so."
_ORIGINAL = "Compare it with the original, or export it as PDF again."
_LOOK = "Look at them in the pack."
_EXPORT = "Export it as PDF again, and put that file in its place."
_COPY = "Copy it again from where it is kept, or export it as PDF again."
MISSING: list[tuple[str, Make, str, str]] = [
    (
        "paper-protected",
        locked("secret"),
        "it is protected with a password",
        (
            f"The paper is protected with a password and none is given. {_PLACE} Save a copy without a "
            "password, or give it under [papers.passwords] in board.toml."
        ),
    ),
    (
        "paper-not-a-pdf",
        of_bytes(b""),
        "the file is empty and not a PDF",
        f"The file is named as a PDF, but it is empty. {_PLACE} {_EXPORT}",
    ),
    (
        "paper-not-a-pdf",
        of_bytes(b"<!DOCTYPE html><title>Log in</title>"),
        "the file is a web page, perhaps one that asks to log in, and not a PDF",
        f"The file is named as a PDF, but it is a web page, perhaps one that asks to log in. {_PLACE} {_EXPORT}",
    ),
    (
        "paper-not-a-pdf",
        word_document,
        "the file is a Word document and not a PDF",
        f"The file is named as a PDF, but it is a Word document. {_PLACE} {_EXPORT}",
    ),
    (
        "paper-unusable",
        of_bytes(b"%PDF-1.7\n%%EOF"),
        "the file is damaged, or was cut off, beyond repair",
        f"The paper cannot be used: the file is damaged, or was cut off, beyond repair. {_PLACE} {_COPY}",
    ),
    (
        "paper-unusable",
        circle,
        "its list of pages goes round in a circle",
        f"The paper cannot be used: its list of pages goes round in a circle. {_PLACE} {_COPY}",
    ),
    (
        "paper-unusable",
        with_(nothing_left),
        "it has no pages",
        f"The paper cannot be used: it has no pages. {_PLACE} {_COPY}",
    ),
    (
        "paper-unusable",
        with_(code(b"")),
        "its pages are all blank",
        f"The paper cannot be used: its pages are all blank. {_PLACE} {_COPY}",
    ),
    (
        "paper-unusable",
        with_(box(MediaBox=Array([0, 0, 1, 1]))),
        "none of its pages can be used, because of a size that makes no sense",
        f"The paper cannot be used: none of its pages can be used, because of a size that makes no sense. {_PLACE} {_COPY}",
    ),
    (
        "paper-unusable",
        with_(damaged),
        "none of its pages can be used, because of damage that cannot be mended",
        f"The paper cannot be used: none of its pages can be used, because of damage that cannot be mended. {_PLACE} {_COPY}",
    ),
    (
        "paper-unusable",
        with_(xfa),
        "it is a form that only Adobe Reader can show",
        (
            f"The paper cannot be used: it is a form that only Adobe Reader can show. {_PLACE} "
            "Open it, print it to PDF, and put that file in its place."
        ),
    ),
    (
        "paper-unusable",
        with_(lambda pdf: setattr(pdf.Root, "Collection", Dictionary())),
        "it is a portfolio, a folder of files with a cover page",
        (
            f"The paper cannot be used: it is a portfolio, a folder of files with a cover page. {_PLACE} "
            "Open it, and save the file that is meant by itself."
        ),
    ),
]
TOLD: list[tuple[str, Make, int, str]] = [
    (
        "paper-restricted",
        locked(),
        1,
        (
            "The paper opens freely, but its author locked it against changes or printing. It is in the pack. "
            "Ask its author, if you do not know that it may be shared."
        ),
    ),
    (
        "paper-repaired",
        cut,
        3,
        (
            "The file is damaged and was repaired: 3 pages were found, and what was lost cannot be known. "
            "Compare it with the original, or copy it again from where it is kept."
        ),
    ),
    (
        "paper-pages-left-out",
        with_(box(MediaBox=Array([0, 0, 0, 0])), pages=2),
        1,
        f"Page 1 is left out, because of a size that makes no sense. {_EXPORT}",
    ),
    (
        "paper-pages-left-out",
        with_(damaged, pages=2),
        1,
        f"Page 1 is left out, because of damage that cannot be mended. {_EXPORT}",
    ),
    (
        "paper-pages-lost",
        with_a_number_for_a_page,
        2,
        f"The file names pages that are not in it. Those that are there are in the pack (2 pages). {_ORIGINAL}",
    ),
    (
        "paper-without-size",
        with_(box(MediaBox=Array([0, 0, 595])), pages=2),
        2,
        f"Page 1 is without a size that makes sense, and taken as A4. {_LOOK}",
    ),
    (
        "paper-odd-turn",
        with_(box(Rotate=45)),
        1,
        f"Page 1 is turned by an angle that does not exist, and shown unturned. {_LOOK}",
    ),
    (
        "paper-blank-pages",
        with_(code(b"BT /F1 12 Tf (   ) Tj ET", page=1), pages=2),
        1,
        "Page 2 is blank, and left out. Nothing needs doing.",
    ),
    (
        "paper-incomplete-pages",
        with_(half),
        1,
        f"Page 1 is damaged, and may be incomplete. {_ORIGINAL}",
    ),
    (
        "paper-without-words",
        with_(code(b"5 5 m 9 9 l S")),
        1,
        (
            "Page 1 is without words that can be searched, or read by a screen reader. "
            "Export it as PDF from the program that it was written in, in place of a scan."
        ),
    ),
    (
        "paper-form",
        with_(lambda pdf: field(pdf, V=String("Ann"), AP=look(pdf))),
        1,
        (
            "The paper is a form with 1 field. The pack shows the answers as they stand, and nothing can be "
            "typed. Nothing needs doing."
        ),
    ),
    (
        "paper-form-answers-lost",
        with_(lambda pdf: field(pdf, V=Name.Yes, FT=Name.Btn)),
        1,
        (
            "The paper is a form, and 1 answer may not show in the pack. "
            "Open it, print it to PDF, and put that file in its place."
        ),
    ),
    (
        "paper-signed",
        with_(lambda pdf: field(pdf, FT=Name.Sig, V=Dictionary(Type=Name.Sig), AP=look(pdf))),
        1,
        (
            "The paper has a digital signature. The pack shows how it looks, but it proves nothing there. "
            "Keep the original."
        ),
    ),
    (
        "paper-parts-dropped",
        with_(script),
        1,
        (
            "The pack leaves out what is not a page of the paper: 1 script, 1 link that opens a file or a "
            "program, 1 film, 1 attached file (costs.xlsx). Send it by itself, if the board is to have it."
        ),
    ),
    (
        "paper-covered-words",
        with_(lambda pdf: note(pdf, "Highlight", C=Array([0, 0, 0]), AP=look(pdf))),
        1,
        (
            "Page 1 is covered in part by a dark mark. Words under it can still be copied out of the pack. "
            "Take the words out of the paper, and export it as PDF again."
        ),
    ),
    (
        "paper-hidden-layers",
        with_(layers),
        1,
        "The paper has layers that are switched off. They are left out of the pack. Nothing needs doing.",
    ),
    (
        "paper-very-long",
        with_(lambda pdf: None, pages=201),
        201,
        "The paper has 201 pages. Ask for a summary, or for the pages that the board needs.",
    ),
    (
        "paper-without-fonts",
        with_(font),
        1,
        (
            "The file does not carry the fonts Helvetica, and may look different on other machines. "
            "Export it as PDF again with its fonts, as PDF/A for example."
        ),
    ),
    (
        "paper-not-tagged",
        with_(no_tags),
        1,
        (
            "The paper does not say what is a heading or a table, so that screen readers guess. "
            "Export it as a tagged PDF (in Word: Save as PDF, Options, Document structure tags)."
        ),
    ),
]


@pytest.mark.parametrize(
    ("kind", "make", "missing", "message"), MISSING, ids=[f"{m[0]}-{m[2][:30]}" for m in MISSING]
)
def test_a_paper_that_cannot_be_used_is_told_and_says_why(
    tmp_path: Path, kind: str, make: Make, missing: str, message: str
) -> None:
    make(tmp_path / "home.pdf")
    paper, told = read(tmp_path / "home.pdf")
    assert told == [(kind, f"papers/home.pdf: {message}")]
    assert (paper.missing, paper.pages) == (missing, ())


@pytest.mark.parametrize(
    ("kind", "make", "pages", "message"), TOLD, ids=[f"{t[0]}-{n}" for n, t in enumerate(TOLD)]
)
def test_what_is_odd_in_a_paper_is_told_and_its_pages_are_taken(
    tmp_path: Path, kind: str, make: Make, pages: int, message: str
) -> None:
    make(tmp_path / "home.pdf")
    paper, told = read(tmp_path / "home.pdf")
    assert told == [(kind, f"papers/home.pdf: {message}")]
    assert (paper.missing, len(paper.pages)) == (None, pages)


def test_nothing_is_told_of_a_sound_paper(tmp_path: Path) -> None:
    paper, told = read(write_paper(tmp_path / "home.pdf", pages=2))
    assert told == []
    assert paper.tagged


def test_a_password_that_does_not_open_a_paper_is_told_and_not_shown(tmp_path: Path) -> None:
    locked("secret")(tmp_path / "home.pdf")
    paper, told = read(tmp_path / "home.pdf", home="hunter2")
    assert paper.missing == "the password that is given does not open it"
    assert told == [
        (
            "paper-wrong-password",
            (
                "papers/home.pdf: The password that is given does not open the paper. "
                "Its place in the pack says so. Correct it under [papers.passwords] in board.toml, "
                "or save a copy without a password."
            ),
        )
    ]


def test_a_very_large_file_is_told(tmp_path: Path) -> None:
    path = write_paper(tmp_path / "home.pdf")
    with path.open("ab") as file:
        file.write(b"%" * 21_000_000 + b"\n" + path.read_bytes()[-60:])
    _, told = read(path)
    assert (
        "paper-very-large",
        (
            "papers/home.pdf: The file has 21 megabytes, and mailboxes may refuse the pack. "
            "Save it with smaller pictures."
        ),
    ) in told


def test_a_paper_longer_than_allowed_is_told_and_appended(tmp_path: Path) -> None:
    path = write_paper(tmp_path / "home.pdf", pages=3)
    item = AgendaItem("1", "Homes", "Head", 10, Purpose.DISCUSSION, path.name, None, None)
    told = (
        "papers/home.pdf: The paper has 3 pages, and 2 are allowed. Ask for a shorter one, or allow "
        "more: most_pages below the item in agenda.toml."
    )
    (paper,), found = read_papers(tmp_path, "papers", (item,), most_pages=2)
    assert [(finding.kind, str(finding)) for finding in found] == [("paper-too-long", told)]
    assert len(paper.pages) == 3
    assert read_papers(tmp_path, "papers", (replace(item, most_pages=3),), most_pages=2)[1] == ()


def test_every_fault_of_a_paper_has_a_test() -> None:
    known = {kind.kind for kind in vars(faults).values() if isinstance(kind, FindingKind)}
    elsewhere = {"paper-wrong-password", "paper-very-large", "paper-too-long"}
    assert known == {kind for kind, *_ in (*MISSING, *TOLD)} | elsewhere
