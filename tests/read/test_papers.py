"""Papers of a meeting: in their order, as large as they are seen, and made ready to be appended."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from boardpack.model.board import AgendaItem, Paper, PaperPage, Purpose, Secret
from boardpack.read.papers import PASSWORD, opened_paper, read_papers
from tests.read.pdfs import WORDS, Change, field, look, note, write_paper, write_pdf


def item(number: str, paper: str | None) -> AgendaItem:
    return AgendaItem(number, "Title", "Head", 10, Purpose.DISCUSSION, paper, None, None)


def paper_of(path: Path, secret: str | None = None) -> Paper:
    passwords = {path.name: Secret(secret)} if secret else {}
    return read_papers(path.parent, "papers", (item("1", path.name),), passwords)[0][0]


def page_sizes(path: Path) -> tuple[PaperPage, ...]:
    return paper_of(path).pages


def size_with(folder: Path, **boxes: object) -> tuple[float, float]:
    def change(pdf: pikepdf.Pdf) -> None:
        for name, value in boxes.items():
            pdf.pages[0].obj[f"/{name}"] = value

    (page,) = page_sizes(write_paper(folder / "a.pdf", change))
    return page.width, page.height


def code_of(page: pikepdf.Page) -> bytes:
    """The code of a page and of the forms that it draws."""
    page.contents_coalesce()
    forms = [form.read_bytes() for form in page.resources.get("/XObject", {}).values()]
    return b"\n".join([page.obj.Contents.read_bytes(), *forms])


def first_page(path: Path, look_at: Callable[[pikepdf.Page], object]) -> object:
    with opened_paper(paper_of(path)) as pdf:
        return look_at(pdf.pages[0])


def test_pages_are_measured_as_they_are_seen(tmp_path: Path) -> None:
    sizes = page_sizes(write_pdf(tmp_path / "a.pdf", (595, 842), (842, 595)))
    assert [(page.width, page.height) for page in sizes] == [(595, 842), (842, 595)]
    for turn, size in ((90, (842, 595)), (180, (595, 842)), (270, (842, 595))):
        (page,) = page_sizes(write_pdf(tmp_path / "b.pdf", (595, 842), rotate=turn))
        assert (page.width, page.height) == size


@pytest.mark.parametrize(
    ("boxes", "size"),
    [
        ({"MediaBox": Array([595, 842, 0, 0])}, (595, 842)),
        ({"MediaBox": Array([-297, -421, 298, 421])}, (595, 842)),
        ({"CropBox": Array([2000, 2000, 2100, 2100])}, (595, 842)),
        ({"CropBox": Array([295, 442, 900, 900])}, (300, 400)),
        ({"MediaBox": Array([0, 0, 59.5, 84.2]), "UserUnit": 10}, (595, 842)),
        ({"MediaBox": Array([Name.A, 0, 595, 842])}, (595.28, 841.89)),
        ({"Rotate": 450}, (842, 595)),
        ({"Rotate": -90}, (842, 595)),
        ({"Rotate": String("ninety")}, (595, 842)),
        ({"UserUnit": String("ten")}, (595, 842)),
    ],
)
def test_a_size_that_is_told_oddly_is_put_right(
    tmp_path: Path, boxes: dict[str, object], size: tuple[float, float]
) -> None:
    assert size_with(tmp_path, **boxes) == size


def test_an_opened_page_has_the_size_that_was_measured(tmp_path: Path) -> None:
    def small(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.MediaBox = Array([0, 0, 59.5, 84.2])
        pdf.pages[0].obj.UserUnit = 10
        note(pdf, "Link", A=Dictionary(S=Name.URI, URI=String("https://example.org")))

    with opened_paper(paper_of(write_paper(tmp_path / "a.pdf", small))) as pdf:
        (page,) = pdf.pages
        assert [float(edge) for edge in page.mediabox] == [0, 0, 595, 842]
        assert b"10.000000 0 0 10.000000 0 0 cm" in code_of(page)
        assert [float(edge) for edge in page.obj.Annots[0].Rect] == [500, 500, 1500, 700]


def test_papers_come_in_the_order_of_the_agenda(tmp_path: Path) -> None:
    write_paper(tmp_path / "a.pdf")
    write_paper(tmp_path / "b.pdf")
    papers, findings = read_papers(
        tmp_path, "papers", (item("1", None), item("2", "b.pdf"), item("3", "a.pdf"))
    )
    assert ([paper.name for paper in papers], findings) == (["b.pdf", "a.pdf"], ())


def test_a_paper_is_found_though_its_name_is_spelt_in_another_way(tmp_path: Path) -> None:
    write_paper(tmp_path / "Cafe\u0301 plan.PDF")
    (paper,), findings = read_papers(tmp_path, "papers", (item("1", "Caf\u00e9 plan.pdf"),))
    assert (len(paper.pages), findings) == (1, ())


def test_a_paper_is_never_looked_for_outside_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    write_paper(tmp_path / "secret.pdf")
    (paper,), findings = read_papers(folder, "papers", (item("1", "../secret.pdf"),))
    assert [finding.kind for finding in findings] == ["missing-paper"]
    assert (paper.pages, paper.missing) == ((), "it is not in the folder of papers")


def test_blank_pages_are_passed_over_and_the_others_keep_their_places(tmp_path: Path) -> None:
    def blank(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.Contents = pdf.make_stream(b"q Q")
        pdf.pages[2].obj.Contents = pdf.make_stream(b"BT (The third) Tj ET")

    paper = paper_of(write_paper(tmp_path / "a.pdf", blank, pages=3))
    assert [page.index for page in paper.pages] == [0, 2]
    with opened_paper(paper) as pdf:
        assert [b"third" in code_of(page) for page in pdf.pages] == [False, True]


def test_a_page_that_is_listed_twice_is_there_twice(tmp_path: Path) -> None:
    path = write_paper(tmp_path / "a.pdf", lambda pdf: pdf.pages.append(pdf.pages[0]))
    assert len(paper_of(path).pages) == 2


LOCK = pikepdf.Encryption(owner="boss", user="caf\u00e9-2019")


def test_a_password_from_the_settings_opens_a_paper_and_is_never_shown(tmp_path: Path) -> None:
    path = write_paper(tmp_path / "a.pdf", lock=LOCK)
    paper = paper_of(path, "caf\u00e9-2019")
    with opened_paper(paper) as pdf:
        assert len(pdf.pages) == 1
    assert "2019" not in repr(paper)


def test_a_password_from_the_environment_is_tried_for_every_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_paper(tmp_path / "a.pdf", lock=LOCK)
    monkeypatch.setenv(PASSWORD, "caf\u00e9-2019")
    assert len(paper_of(path).pages) == 1
    assert len(paper_of(path, "another").pages) == 1


def test_an_old_file_takes_its_password_in_the_letters_of_its_day(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_paper(
        path,
        lock=pikepdf.Encryption(owner="boss", user="caf\u00e9", R=3, aes=False, metadata=False),
    )
    assert len(paper_of(path, "caf\u00e9").pages) == 1


def test_answers_of_a_form_become_a_part_of_the_page(tmp_path: Path) -> None:
    path = write_paper(tmp_path / "a.pdf", lambda pdf: field(pdf, V=String("Ann"), AP=look(pdf)))
    with opened_paper(paper_of(path)) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert "/Annots" not in pdf.pages[0].obj
        assert b"0 0 100 20 re f" in code_of(pdf.pages[0])


def test_an_answer_without_a_look_is_given_one(tmp_path: Path) -> None:
    def bare(pdf: pikepdf.Pdf) -> None:
        field(pdf, V=String("Nine places"), DA=String("/Helv 10 Tf 0 g"))

    path = write_paper(tmp_path / "a.pdf", bare)
    assert b"Nine places" in bytes(str(first_page(path, code_of)), "latin-1")


def test_two_forms_with_the_same_fields_keep_their_own_answers(tmp_path: Path) -> None:
    for name in ("Ann", "Bob"):

        def fill(pdf: pikepdf.Pdf, name: str = name) -> None:
            field(pdf, V=String(name), AP=look(pdf, f"BT ({name}) Tj ET".encode()))

        path = write_paper(tmp_path / f"{name}.pdf", fill)
        assert f"({name})" in str(first_page(path, code_of))


def links(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Dests = Dictionary(end=Array([pdf.pages[1].obj, Name.Fit]))
    chain = Dictionary(S=Name.JavaScript, JS=String("x()"))
    note(pdf, "Link", A=Dictionary(S=Name.URI, URI=String("https://example.org/a"), Next=chain))
    note(pdf, "Link", A=Dictionary(S=Name.GoTo, D=Array([pdf.pages[1].obj, Name.XYZ, 0, 9, 0])))
    note(pdf, "Link", Dest=Name.end)
    note(pdf, "Link", Dest=Array([pdf.pages[2].obj, Name.Fit]))  # a page that is left out
    note(pdf, "Link", Dest=String("nowhere"))
    note(pdf, "Link", A=Dictionary(S=Name.URI, URI=String("javascript:x()")))
    note(pdf, "Link", A=Dictionary(S=Name.URI, URI=String("file:///etc/passwd")))
    note(pdf, "Link", A=Dictionary(S=Name.Launch, F=String("calc.exe")))
    pdf.pages[2].obj.Contents = pdf.make_stream(b"")


def test_links_to_the_web_and_to_pages_of_the_paper_stay_and_no_other(tmp_path: Path) -> None:
    with opened_paper(paper_of(write_paper(tmp_path / "a.pdf", links, pages=3))) as pdf:
        kept = list(pdf.pages[0].obj.Annots)
        addresses = [str(link.A.URI) for link in kept if "/A" in link]
        targets = [link.Dest[0].objgen for link in kept if "/Dest" in link]
        assert addresses == ["https://example.org/a"]
        assert targets == [pdf.pages[1].obj.objgen] * 2
        assert all("/Next" not in link.get("/A", {}) for link in kept)


def acts(pdf: pikepdf.Pdf) -> None:
    run = Dictionary(S=Name.JavaScript, JS=String("evil()"))
    pdf.Root.OpenAction = run
    pdf.Root.AA = Dictionary(WC=run)
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), run])))
    pdf.pages[0].obj.AA = Dictionary(O=run)
    pdf.attachments["notes.txt"] = b"evil()"
    note(pdf, "FileAttachment")
    field(pdf, FT=Name.Btn, A=run, AA=Dictionary(D=run), AP=look(pdf))


def test_nothing_that_acts_is_left_in_an_opened_paper(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    with opened_paper(paper_of(write_paper(tmp_path / "a.pdf", acts))) as pdf:
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
        )
    data = out.read_bytes()
    assert [word for word in (b"evil", b"JavaScript", b"/AA ", b"Embedded") if word in data] == []


def hidden_layer(pdf: pikepdf.Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    page = pdf.pages[0].obj
    page.Resources.Properties = Dictionary(L1=group)
    hidden = pdf.make_stream(b"BT (drawn) Tj ET", Type=Name.XObject, Subtype=Name.Form, OC=group)
    page.Resources.XObject = Dictionary(X1=hidden)
    page.Contents = pdf.make_stream(
        WORDS + b" /OC /L1 BDC BT (secret) Tj ET 5 5 m 9 9 l S EMC /X1 Do BT (after) Tj ET"
    )


@pytest.mark.parametrize(
    ("told", "is_shown"), [("/Not", True), ("/And", False), ("/Or", False), ("/Odd", False)]
)
def test_an_expression_of_layers_is_followed(tmp_path: Path, told: str, is_shown: bool) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        hidden_layer(pdf)
        group = pdf.Root.OCProperties.OCGs[0]
        many = Dictionary(Type=Name.OCMD, OCGs=group, VE=Array([Name(told), group]))
        pdf.pages[0].obj.Resources.Properties = Dictionary(L1=pdf.make_indirect(many))

    with opened_paper(paper_of(write_paper(tmp_path / "a.pdf", change))) as pdf:
        assert (b"secret" in code_of(pdf.pages[0])) is is_shown


def test_what_is_hidden_in_a_comment_stays_hidden_when_it_is_part_of_the_page(
    tmp_path: Path,
) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        hidden_layer(pdf)
        group = pdf.Root.OCProperties.OCGs[0]
        looks = pdf.make_stream(
            b"/OC /L1 BDC BT (whispered) Tj ET EMC BT (said) Tj ET",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, 100, 20],
            Resources=Dictionary(Properties=Dictionary(L1=group)),
        )
        note(pdf, "FreeText", AP=Dictionary(N=looks), F=4)

    with opened_paper(paper_of(write_paper(tmp_path / "a.pdf", change))) as pdf:
        code = code_of(pdf.pages[0])
    assert b"said" in code
    assert b"whispered" not in code


def test_a_layer_that_is_switched_off_is_not_in_an_opened_paper(tmp_path: Path) -> None:
    path = write_paper(tmp_path / "a.pdf", hidden_layer)
    with opened_paper(paper_of(path)) as pdf:
        page = pdf.pages[0]
        assert "/OCProperties" not in pdf.Root
        code = page.obj.Contents.read_bytes()
    assert [word in code for word in (b"Twelve", b"after", b"secret", b"/X1 Do")] == [
        True,
        True,
        False,
        False,
    ]


def test_code_that_is_left_open_is_closed(tmp_path: Path) -> None:
    def leave_open(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = pdf.make_stream(b"q q .5 0 0 .5 0 0 cm BT (a) Tj")
        pdf.pages[1].obj.Contents = pdf.make_stream(b"Q Q BT (b) Tj ET q")

    with opened_paper(paper_of(write_paper(tmp_path / "a.pdf", leave_open, pages=2))) as pdf:
        codes = [page.obj.Contents.read_bytes().split() for page in pdf.pages]
    assert codes[0][-3:] == [b"ET", b"Q", b"Q"]
    assert [code.count(b"q") - code.count(b"Q") for code in codes] == [0, 0]


def test_what_can_be_read_of_a_damaged_page_is_kept(tmp_path: Path) -> None:
    def damage(pdf: pikepdf.Pdf) -> None:
        import random
        import zlib

        lines = b"".join(b"BT (Line %d of %d) Tj ET\n" % (n, n * 7919 % 1000) for n in range(900))
        packed = bytearray(zlib.compress(lines))
        middle = len(packed) // 2
        packed[middle : middle + 40] = random.Random(7).randbytes(40)
        stream = pikepdf.Stream(pdf, bytes(packed), Filter=Name.FlateDecode)
        pdf.pages[0].obj.Contents = stream

    path = write_paper(tmp_path / "a.pdf", damage)
    assert "Line 100 of" in str(first_page(path, code_of))


def test_tags_that_go_round_in_a_circle_are_taken_out(tmp_path: Path) -> None:
    def tangle(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.K.K = pdf.Root.StructTreeRoot.K

    paper = paper_of(write_paper(tmp_path / "a.pdf", tangle))
    assert (paper.tagged, len(paper.pages)) == (False, 1)
    with opened_paper(paper) as pdf:
        assert "/StructTreeRoot" not in pdf.Root


def test_forms_that_draw_one_another_end(tmp_path: Path) -> None:
    def tangle(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"/X Do", Subtype=Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = Dictionary(XObject=Dictionary(X=form))
        pdf.pages[0].obj.Resources.XObject = Dictionary(X=form)
        pdf.pages[0].obj.Contents = pdf.make_stream(b"/X Do")
        hidden_group(pdf)

    assert len(paper_of(write_paper(tmp_path / "a.pdf", tangle)).pages) == 1


def hidden_group(pdf: pikepdf.Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(BaseState=Name.OFF))


def every(*changes: Change) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        for one in changes:
            one(pdf)

    return change


def test_two_openings_of_a_paper_give_the_same_bytes(tmp_path: Path) -> None:
    path = write_paper(tmp_path / "a.pdf", every(links, acts, hidden_layer), pages=3)
    paper, files = paper_of(path), []
    for name in ("1.pdf", "2.pdf"):
        with opened_paper(paper) as pdf:
            pdf.save(tmp_path / name, deterministic_id=True)
        files.append((tmp_path / name).read_bytes())
    assert files[0] == files[1]
