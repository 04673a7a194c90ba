"""What a reader hears of a paper in a pack, and where its links are."""

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from boardpack.document.blocks import Block, Heading, PaperPages
from boardpack.renderers.interface import Output
from boardpack.renderers.pdf import render
from boardpack.renderers.pdf.conformance import CLAIMS, faults
from tests.read.pdfs import Change, note, write_paper
from tests.renderers.example import document, paragraph
from tests.renderers.pdf.packs import SUFFICIENCY, TRACKER, paper, untagged
from tests.tools import program


def pack(*papers: Path) -> Output:
    """A pack with these papers between two chapters."""
    pages = [PaperPages(paper(path), f"paper-{place}") for place, path in enumerate(papers)]
    blocks: Sequence[Block] = (
        Heading(1, "Before", "before"),
        paragraph("Words before."),
        Heading(1, "Papers", "papers"),
        *pages,
        Heading(1, "After", "after"),
        paragraph("Words after."),
    )
    return render(replace(document(), blocks=tuple(blocks)))


def heard(output: Output, tmp_path: Path) -> list[str]:
    """The structure with its words as a reader walks through it, a line an element or text."""
    path = tmp_path / "pack.pdf"
    path.write_bytes(output.data)
    command = [program("pdfinfo"), "-struct-text", str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    # A line of ours ends in a space, so that words on two lines do not run together.
    return [line.strip().removesuffix(" (block)").replace(' "', '"') for line in told.splitlines()]


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """All elements of a file's structure in reading order."""
    waiting: list[Any] = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            yield element
            kids: Any = element.get("/K", [])
            waiting += reversed(list(kids) if isinstance(kids, (Array, list)) else [kids])


def all_of(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    return [element for element in elements(pdf) if str(element.S) == f"/{role}"]


def roles(output: Output) -> list[str]:
    with pikepdf.open(BytesIO(output.data)) as pdf:
        return [str(element.S)[1:] for element in elements(pdf)]


def links(page: pikepdf.Page) -> list[Any]:
    return [link for link in page.obj.get("/Annots", []) if "/A" in link]


def structured(tmp_path: Path, names: Sequence[str], change: Change = lambda pdf: None) -> Path:
    """A paper of one page that is made of elements of these types, a line of words each."""

    def build(pdf: pikepdf.Pdf) -> None:
        page, root = pdf.pages[0].obj, pdf.Root.StructTreeRoot
        lines = b"".join(
            b"/P <</MCID %d>> BDC BT /F1 12 Tf 50 %d Td (Line) Tj ET EMC\n" % (n, 700 - 20 * n)
            for n in range(len(names))
        )
        page.Contents = pdf.make_stream(lines)
        root.K = Array(
            pdf.make_indirect(Dictionary(S=Name("/" + name), P=root, Pg=page, K=number))
            for number, name in enumerate(names)
        )
        change(pdf)

    return write_paper(tmp_path / "paper.pdf", build)


def test_a_tagged_paper_keeps_its_structure_in_its_place_between_the_chapters(
    tmp_path: Path,
) -> None:
    lines = heard(pack(SUFFICIENCY, TRACKER), tmp_path)
    places = [
        lines.index(line)
        for line in (
            '"Words before."',
            '"1. Why this matters"',
            '"Milestones"',
            '"Permanence tracker dashboard"',
            '"The nine teams"',
            '"Words after."',
        )
    ]
    assert places == sorted(places)
    between = lines[lines.index("Part") : lines.index('"Words after."')]
    assert between.count("Table") == 3
    assert between.count("/Scope /Column") == 5 + 3 + 11
    assert lines[lines.index('"1. Why this matters"') - 1] == "H3"


def test_a_pack_of_tagged_papers_conforms_and_one_with_an_untagged_paper_claims_nothing(
    tmp_path: Path,
) -> None:
    assert pack(SUFFICIENCY, TRACKER).conforms == CLAIMS
    output = pack(untagged(tmp_path), TRACKER)
    assert output.conforms == ()
    assert b"pdfuaid:part>" not in output.data
    lines = heard(output, tmp_path)
    first = lines.index("Part")
    second = lines.index("Part", first + 1)
    assert lines[first:second].count("P") == 3  # one a page
    with pikepdf.open(BytesIO(output.data)) as pdf:
        for place, page in enumerate(pdf.pages[2:5]):
            code = b"".join(part.read_bytes() for part in page.obj.Contents)
            assert b"/P <</MCID 0>> BDC" in code
            assert pdf.Root.StructTreeRoot.ParentTree.Nums[2 * (place + 2) + 1][0].S == Name.P


def test_a_figure_of_a_paper_is_heard_in_its_words_and_lies_where_it_is_drawn() -> None:
    with pikepdf.open(TRACKER) as own, pikepdf.open(BytesIO(pack(TRACKER).data)) as made:
        (before,) = all_of(own, "Figure")
        (after,) = all_of(made, "Figure")
        assert "Central: first to second review 9" in str(after.Alt)
        left, low, right, high = (float(edge) for edge in before.A.BBox)
        (attribute,) = after.A
        now = [float(edge) for edge in attribute.BBox]
    assert (now[2] - now[0]) / (now[3] - now[1]) == pytest.approx((right - left) / (high - low))
    assert now[2] - now[0] < right - left
    assert 0 < now[1] < now[3] < 842 - 57


def test_a_link_in_a_paper_lies_over_its_words_in_its_element_once(tmp_path: Path) -> None:
    output = pack(SUFFICIENCY)
    path = tmp_path / "pack.pdf"
    path.write_bytes(output.data)
    with pikepdf.open(path) as pdf:
        (link,) = links(pdf.pages[2])
        assert str(link.A.URI) == "https://www.legislation.gov.uk/ukpga/1989/41/section/22G"
        (element,) = all_of(pdf, "Link")
        assert [kid.Type for kid in element.K] == [Name.MCR, Name.OBJR]
        assert element.K[1].Obj.objgen == link.objgen
        nums: list[Any] = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        assert nums[nums.index(int(link.StructParent)) + 1].objgen == element.objgen
        left, low, right, high = (round(float(edge)) for edge in link.Rect)
    tall = 842
    area = ["-x", left, "-y", tall - high, "-W", right - left, "-H", high - low]
    command = [program("pdftotext"), "-f", "3", "-l", "3", *map(str, area), str(path), "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    assert said.split() == ["Children", "Act", "1989"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_link_of_a_turned_page_lies_over_its_words(turn: int, tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = turn
        action = Dictionary(S=Name.URI, URI=String("https://www.gov.uk/"))
        note(pdf, "Link", A=action).Rect = Array([50, 690, 130, 720])

    with pikepdf.open(BytesIO(pack(structured(tmp_path, ["P"], change)).data)) as pdf:
        page = pdf.pages[2]
        (link,) = links(page)
        left, low, right, high = (float(edge) for edge in link.Rect)
        across, tall = (float(edge) for edge in page.mediabox[2:])
    middle = (left + right) / 2 / across, (low + high) / 2 / tall
    expected = {0: (0.15, 0.84), 90: (0.84, 0.85), 180: (0.85, 0.16), 270: (0.16, 0.15)}[turn]
    assert middle == pytest.approx(expected, abs=0.07)
    assert (right - left > high - low) is (turn in {0, 180})


def test_a_link_within_a_paper_leads_to_its_page_in_the_pack(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        note(pdf, "Link", Dest=Array([pdf.pages[1].obj, Name.Fit]))

    path = write_paper(tmp_path / "p.pdf", change, pages=2)
    with pikepdf.open(BytesIO(pack(path).data)) as pdf:
        (link,) = pdf.pages[2].obj.Annots
        assert link.Dest[0].objgen == pdf.pages[3].obj.objgen
        assert str(link.Contents) == "page 2 of the paper"


def test_types_of_the_paper_s_own_become_standard_ones(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(
            Kop=Name("/Kop2"), Kop2=Name.H1, Round=Name.Round
        )

    path = structured(tmp_path, ["Kop", "Title", "Round", "Unheard", "Form", "Quote"], change)
    found = roles(pack(path))
    part = found.index("Part")
    assert found[part : part + 7] == ["Part", "H2", "P", "Span", "Span", "Span", "Quote"]


@pytest.mark.parametrize(
    ("own", "heard_as"),
    [
        (["H1", "H2", "H3", "H2"], ["H2", "H3", "H4", "H3"]),
        (["H2", "H2", "H3"], ["H2", "H2", "H3"]),
        (["H3", "H1", "H4", "H2"], ["H2", "H2", "H3", "H3"]),
        (["H", "P", "H"], ["H2", "P", "H2"]),
        (["H1", "H2", "H3", "H4", "H5", "H6"], ["H2", "H3", "H4", "H5", "H6", "H6"]),
    ],
)
def test_headings_of_a_paper_follow_the_one_that_it_stands_under_and_skip_no_level(
    own: list[str], heard_as: list[str], tmp_path: Path
) -> None:
    found = roles(pack(structured(tmp_path, own)))
    part = found.index("Part")
    assert found[part + 1 : part + 1 + len(own)] == heard_as


def test_what_the_paper_says_of_its_tables_and_notes_holds_in_the_pack(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        head, cell, comment, _ = root.K
        head.ID, head.C = String("h1"), Name.Top
        cell.A = Dictionary(O=Name.Table, Headers=Array([String("h1")]))
        row = pdf.make_indirect(Dictionary(S=Name.TR, K=Array([head, cell])))
        table = pdf.make_indirect(Dictionary(S=Name.Table, P=root, K=row))
        root.K = Array([table, comment, root.K[3]])
        root.ClassMap = Dictionary(Top=Dictionary(O=Name.Table, Scope=Name.Column))

    path = structured(tmp_path, ["TH", "TD", "Note", "Note"], change)
    twin = tmp_path / "twin.pdf"
    twin.write_bytes(path.read_bytes())
    with pikepdf.open(BytesIO(pack(path, twin).data)) as pdf:
        named = [element for element in elements(pdf) if "/ID" in element]
        ids = [str(element.ID) for element in named]
        assert [str(element.S) for element in named] == ["/TH", "/Note", "/Note"] * 2
        assert len(set(ids)) == 6
        assert sorted(pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree)) == sorted(ids)
        cells = all_of(pdf, "TD")
        assert [str(cell.A[0].Headers[0]) for cell in cells] == [ids[0], ids[3]]
        assert all(head.A[0].Scope == Name.Column for head in (named[0], named[3]))


def test_a_paper_in_another_language_says_so(tmp_path: Path) -> None:
    def welsh(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Lang = String("cy")

    path = structured(tmp_path, ["P"], welsh)
    with pikepdf.open(BytesIO(pack(path).data)) as pdf:
        (part,) = all_of(pdf, "Part")
        assert str(part.Lang) == "cy"


def test_pictures_of_a_paper_do_not_lead_back_to_another_s_elements(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(
            b"0 0 9 9 re f",
            {"/Subtype": Name.Form, "/BBox": Array([0, 0, 9, 9]), "/StructParent": 0},
        )
        pdf.pages[0].obj.Resources.XObject = Dictionary(Fm=form)
        pdf.pages[0].contents_add(b"/Artifact BMC /Fm Do EMC")

    with pikepdf.open(BytesIO(pack(structured(tmp_path, ["P"], change)).data)) as pdf:
        drawn = pdf.pages[2].obj.Resources.XObject["/Paper"].Resources.XObject["/Fm"]
        assert "/StructParent" not in drawn


@pytest.mark.parametrize("fault", ["page", "role", "map", "number"])
def test_a_paper_whose_structure_makes_no_sense_is_heard_page_by_page(
    fault: str, tmp_path: Path
) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        element = root.K[0]
        match fault:
            case "page":
                element.Pg = 5
            case "role":
                element.S = 5
            case "map":
                root.RoleMap = Array([1])
            case _:
                element.K = Dictionary(Type=Name.MCR, MCID=String("one"))

    path = structured(tmp_path, ["P"], change)
    assert not paper(path).tagged
    found = roles(pack(path))
    assert found[found.index("Part") + 1] == "P"


def test_a_number_of_content_that_no_page_can_have_is_passed_over(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.K[0].K = 2_000_000_000

    assert "Part" in roles(pack(structured(tmp_path, ["P"], change)))


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_papers_of_the_sample_are_what_they_claim(claim: Any) -> None:
    for path in (SUFFICIENCY, TRACKER):
        assert faults(path.read_bytes(), claim) == ()


def test_two_items_with_the_same_paper_have_its_pages_each() -> None:
    first = paper(SUFFICIENCY)
    second = replace(first, item=replace(first.item, number="5 (a)"))
    blocks = (
        Heading(1, "Papers", "papers"),
        PaperPages(first, "one"),
        PaperPages(second, "two"),
    )
    made = render(replace(document(), blocks=blocks))
    with pikepdf.open(BytesIO(made.data)) as pdf:
        drawn = ["/Paper" in page.resources.get("/XObject", {}) for page in pdf.pages]
    assert drawn == [False, True, True, True, True, True, True]
    assert made.conforms == CLAIMS


@pytest.mark.parametrize("box", [5, [None, 1, 2, 3], [1, 2, 3]])
def test_an_odd_attribute_of_a_paper_is_left_out(tmp_path: Path, box: object) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.K[0].A = Dictionary(O=Name.Layout, BBox=box, Headers=5)

    made = pack(structured(tmp_path, ["P", "P"], change))
    with pikepdf.open(BytesIO(made.data)) as pdf:
        assert not [one for one in elements(pdf) if "/BBox" in str(one.get("/A", ""))]
