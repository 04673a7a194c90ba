"""The pack's PDF, written and read back: everything is there, on the page that it says."""

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from boardpack.document.blocks import (
    ActionRows,
    Block,
    Column,
    Contents,
    Figure,
    Heading,
    PageBreak,
    PaperPages,
    Paragraph,
    Table,
    TableRow,
    Text,
)
from boardpack.errors import UnknownAnchor, UnreadablePaper
from boardpack.model.board import AgendaItem, Paper, PaperPage, Purpose
from boardpack.read.papers import read_papers
from boardpack.renderers.pdf import render
from tests.read.pdfs import write_pdf
from tests.renderers.example import HOSTILE, LOCALITIES, TREND, action, document, paragraph
from tests.tools import text_of

ROOT = Path(__file__).parents[3]


def words(text: str) -> str:
    """The words alone: where lines break does not matter."""
    return re.sub(r"\s+", "", text)


def written(tmp_path: Path, *blocks: Block) -> Path:
    content = replace(document(), blocks=blocks) if blocks else document()
    path = tmp_path / "pack.pdf"
    path.write_bytes(render(content).data)
    return path


def pages_of(path: Path) -> list[str]:
    return text_of(path, "-layout").split("\f")[:-1]


def objects(path: Path) -> Iterator[pikepdf.Object]:
    with pikepdf.open(path) as pdf:
        yield from pdf.objects


def test_all_words_of_the_document_are_in_the_file(tmp_path: Path) -> None:
    text = words(text_of(written(tmp_path)))
    for said in (
        "Permanence and Children in Our Care Board",
        "Four decisions, six escalations",
        "19 actions are late.",
        "Is it done?",
        "The protocol was drafted and is with the district councils for comment.",
        "Question: Due 31 May 2019 and still Green: is it done?",
        "Two objectives carry most of the red actions",
        "Source: placements.csv",
        "59.3% → 60%",
        "Worse: was Amber",
        "No rating",
        "Missed",
    ):
        assert words(said) in text, said


def test_every_page_says_which_it_is_and_bears_the_marking(tmp_path: Path) -> None:
    pages = pages_of(written(tmp_path))
    assert len(pages) > 4
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert page.count("OFFICIAL") == 2
        assert "14 August 2019" in page


def test_the_number_of_pages_is_told(tmp_path: Path) -> None:
    output = render(document())
    with pikepdf.open(BytesIO(output.data)) as pdf:
        assert output.pages == len(pdf.pages)
    assert output.name == "pack.pdf"


def test_hostile_text_is_shown_as_it_stands(tmp_path: Path) -> None:
    text = words(text_of(written(tmp_path, Heading(1, HOSTILE, "one"), paragraph(HOSTILE))))
    assert text.count(words(HOSTILE)) == 2


def test_contents_and_page_numbers_lead_to_the_chapters(tmp_path: Path) -> None:
    long = tuple(paragraph("A paragraph of some words. " * 30) for _ in range(30))
    path = written(
        tmp_path, Contents("Contents"), Heading(1, "First", "a"), *long, Heading(1, "Second", "b")
    )
    pages = pages_of(path)
    second = next(
        n
        for n, page in enumerate(pages, start=1)
        if re.search(r"^\s*Second\s*$", page, re.MULTILINE)
    )
    assert second > 3
    assert re.search(rf"Second\s+{second}\b", pages[0])
    with pikepdf.open(path) as pdf:
        linked = [link.Dest[0].objgen for link in pdf.pages[0].Annots]
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        assert {numbers[place] for place in linked} == {2, second}


def test_chapters_and_sections_have_bookmarks(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        Heading(1, "First", "a"),
        Heading(2, "Part", "a1"),
        Heading(3, "Detail", "a2"),
        Heading(1, "Second", "b"),
    )
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["First", "Second"]
        assert [item.title for item in outline.root[0].children] == ["Part"]


def test_the_file_says_what_it_is_and_in_which_language(tmp_path: Path) -> None:
    with pikepdf.open(written(tmp_path)) as pdf:
        assert str(pdf.docinfo["/Title"]) == document().title
        assert str(pdf.docinfo["/Author"]) == document().author
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
        assert pdf.pdf_version >= "1.7"


def test_every_font_is_embedded_and_none_is_the_machine_s(tmp_path: Path) -> None:
    with pikepdf.open(written(tmp_path)) as pdf:
        fonts = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
        ]
        names = {str(font.get("/BaseFont")) for font in fonts}
        assert names
        assert not [
            name for name in names if re.search("Helvetica|Times|Courier|Zapf|Symbol", name)
        ]
        for font in fonts:
            if "/FontDescriptor" in font:
                assert "/FontFile2" in font.FontDescriptor


def test_a_link_to_no_heading_is_refused() -> None:
    lost = Paragraph((Text("there", href="#nowhere"),))
    with pytest.raises(UnknownAnchor, match='there is no heading "#nowhere" to link to'):
        render(replace(document(), blocks=(Heading(1, "One", "one"), lost)))


@pytest.mark.parametrize("brief", [False, True])
def test_a_link_to_an_action_leads_to_the_page_of_its_row(tmp_path: Path, brief: bool) -> None:
    rows = tuple(replace(action(n, None), anchor=f"action-{n}") for n in range(100))
    link = Paragraph((Text("90a", href="#action-90"),))
    path = written(
        tmp_path, Heading(1, "One", "one"), link, ActionRows("Actions", rows, brief=brief)
    )
    (told,) = (n for n, text in enumerate(pages_of(path)) if re.search(r"\b90a\b", text) and n)
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        (area,) = pdf.pages[0].Annots
        target = area.Dest if "/Dest" in area else area.A.D
        assert pikepdf.Page(target[0]).index == told
        assert [item.title for item in outline.root] == ["One"]
        assert not outline.root[0].children


def test_the_same_document_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import hashlib; from boardpack.renderers.pdf import render;"
        "from tests.renderers.example import document;"
        "print(hashlib.sha256(render(document()).data).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            timeout=60,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert told == {hashlib.sha256(render(document()).data).hexdigest()}


def test_a_thousand_rows_keep_their_order_under_a_header_on_every_page(tmp_path: Path) -> None:
    rows = tuple(
        TableRow(((Text(f"row-{n}"),), (Text(f"value {n} of a long table"),))) for n in range(1_000)
    )
    table = Table("t", "Long", (Column("Name", 0.3), Column("Value", 0.7)), rows)
    pages = pages_of(written(tmp_path, Heading(1, "Long", "long"), table))
    assert len(pages) > 15
    assert all(re.search(r"Name\s+Value", page) for page in pages)
    assert re.findall(r"row-(\d+)", "".join(pages)) == [str(n) for n in range(1_000)]


def test_an_action_taller_than_a_page_goes_on_and_loses_no_word(tmp_path: Path) -> None:
    update = " ".join(f"word{n}" for n in range(2_500))
    row = replace(action(1, None), update=update)
    text = text_of(written(tmp_path, Heading(1, "One", "one"), ActionRows("Actions", (row,))))
    assert sorted(map(int, re.findall(r"word(\d+)", text))) == list(range(2_500))


def test_a_cell_taller_than_a_page_goes_on_and_loses_no_word(tmp_path: Path) -> None:
    cell = (Text(" ".join(f"word{n}" for n in range(2_500))),)
    table = Table(
        "t", "Tall", (Column("A", 0.5), Column("B", 0.5)), (TableRow((cell, (Text("b"),))),)
    )
    text = text_of(written(tmp_path, Heading(1, "One", "one"), table))
    assert sorted(map(int, re.findall(r"word(\d+)", text))) == list(range(2_500))


@pytest.mark.parametrize("lines", range(28, 48))
def test_a_heading_is_never_the_last_thing_on_a_page(tmp_path: Path, lines: int) -> None:
    before = [paragraph(f"line {n}") for n in range(lines)]
    blocks: tuple[Block, ...] = (
        Heading(1, "One", "one"),
        *before,
        Heading(2, "Section", "two"),
        paragraph("Its words."),
    )
    pages = pages_of(written(tmp_path, *blocks))
    page = next(page for page in pages if "Section" in page)
    assert "Its words." in page


def test_half_figures_stand_side_by_side(tmp_path: Path) -> None:
    blocks = (Heading(1, "One", "one"), Figure(TREND, half=True), Figure(LOCALITIES, half=True))
    (page,) = pages_of(written(tmp_path, *blocks))
    assert re.search(r"Source: placements\.csv\s+Source: health\.csv", page)


def test_a_page_break_starts_a_page_and_two_do_not_leave_one_empty(tmp_path: Path) -> None:
    blocks = (Heading(1, "One", "one"), PageBreak(), PageBreak(), paragraph("Two"))
    assert len(pages_of(written(tmp_path, *blocks))) == 2


ITEM = AgendaItem("5", "A paper", "Head", 10, Purpose.DECISION, "p.pdf", None, None)


def paper(path: Path) -> Paper:
    return read_papers(path.parent, "papers", (replace(ITEM, paper=path.name),))[0][0]


def test_a_paper_s_pages_are_appended_as_they_lie(tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "p.pdf", (595, 842), (842, 595))
    blocks = (Heading(1, "Papers", "papers"), PaperPages(paper(source), "paper-5"))
    path = written(tmp_path, *blocks)
    with pikepdf.open(path) as pdf:
        boxes = [tuple(float(edge) for edge in page.mediabox) for page in pdf.pages]
        assert [box[2] > box[3] for box in boxes] == [False, False, True]
        assert all("/Paper" in pdf.pages[n].Resources.XObject for n in (1, 2))
    assert "Page 3 of 3" in pages_of(path)[2]


def test_a_page_of_a_paper_is_called_by_its_item_beside_its_number(tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "p.pdf", (595, 842), (595, 842))
    blocks = (Heading(1, "Papers", "papers"), PaperPages(paper(source), "p"), PageBreak())
    path = written(tmp_path, *blocks, paragraph("After"))
    with pikepdf.open(path) as pdf:
        assert [page.label for page in pdf.pages] == ["1", "5.1", "5.2", "4"]
    assert "5.2 | Page 3 of 4" in re.sub(" +", " ", pages_of(path)[2])
    assert "5." not in pages_of(path)[3]


def test_the_bookmarks_of_a_paper_stand_below_that_of_its_cover_sheet(tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "p.pdf", (595, 842), (595, 842))
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Money", 1))
        pdf.save(source)
    blocks = (
        Heading(1, "Papers", "papers"),
        Heading(2, "Item 5", "paper-5"),
        PaperPages(paper(source), "paper-5-pages"),
    )
    with pikepdf.open(written(tmp_path, *blocks)) as pdf, pdf.open_outline() as outline:
        (papers,) = outline.root
        (item,) = papers.children
        (money,) = item.children
        assert (papers.title, item.title, money.title) == ("Papers", "Item 5", "Money")
        assert isinstance(money.destination, pikepdf.Array)
        assert money.destination[0].objgen == pdf.pages[2].obj.objgen


COLUMNS = tuple(Column(f"Heading {n}", 0.1) for n in range(10))
LONG = "Quarterly"


def wide(word: str) -> Table:
    return Table("t", "Wide", COLUMNS, (TableRow(tuple((Text(f"{word}{n}"),) for n in range(10))),))


def lies(path: Path) -> list[bool]:
    with pikepdf.open(path) as pdf:
        return [float(page.mediabox[2]) > float(page.mediabox[3]) for page in pdf.pages]


def test_a_wide_table_lies_on_its_side_with_its_heading(tmp_path: Path) -> None:
    blocks = (
        Heading(1, "One", "one"),
        paragraph("Before"),
        Heading(2, "Wide table", "wide"),
        wide(LONG),
        paragraph("After"),
    )
    path = written(tmp_path, *blocks)
    assert lies(path) == [False, True, False]
    pages = pages_of(path)
    assert "Wide table" in pages[1]
    assert all(f"{LONG}{n}" in pages[1] for n in range(10))
    assert "After" in pages[2]


def test_a_table_of_many_short_columns_stays_upright(tmp_path: Path) -> None:
    path = written(tmp_path, Heading(1, "One", "one"), wide("A"))
    assert lies(path) == [False]


def test_a_column_too_narrow_for_its_longest_word_takes_from_the_others(tmp_path: Path) -> None:
    columns = (Column("A", 0.05), Column("B", 0.95))
    row = TableRow(((Text("Incomprehensibilities"),), (Text("words " * 60),)))
    path = written(tmp_path, Heading(1, "One", "one"), Table("t", "Narrow", columns, (row,)))
    assert "Incomprehensibilities" in text_of(path)


@pytest.mark.parametrize("lines", range(28, 48))
def test_a_sentence_that_leads_in_a_table_is_on_the_table_s_page(
    tmp_path: Path, lines: int
) -> None:
    columns = (Column("A", 1.0),)
    rows = tuple(TableRow(((Text(f"row {n}"),),)) for n in range(3))
    blocks: tuple[Block, ...] = (
        Heading(1, "One", "one"),
        *(paragraph(f"line {n}") for n in range(lines)),
        paragraph("These are they."),
        Table("t", "They", columns, rows),
    )
    pages = pages_of(written(tmp_path, *blocks))
    assert "row 0" in next(page for page in pages if "These are they." in page)


def test_a_paper_of_the_sample_keeps_its_words(tmp_path: Path) -> None:
    source = ROOT / "inputs" / "2019-08-14" / "papers" / "permanence-tracker-dashboard.pdf"
    own = set(text_of(source).split())
    blocks = (Heading(1, "Papers", "papers"), PaperPages(paper(source), "paper-6"))
    assert len(own) > 50
    assert own <= set(text_of(written(tmp_path, *blocks)).split())


def test_a_paper_that_was_changed_after_it_was_read_is_refused_in_words(tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "p.pdf")
    blocks = (Heading(1, "Papers", "papers"), PaperPages(paper(source), "paper-5"))
    source.write_bytes(b"no PDF")
    with pytest.raises(UnreadablePaper, match="it was changed after it was read"):
        render(replace(document(), blocks=blocks))


def test_pages_of_an_odd_size_are_laid_on_a4(tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "p.pdf", (2000, 1000))
    assert paper(source).pages == (PaperPage(2000, 1000),)
    path = written(tmp_path, Heading(1, "P", "p"), PaperPages(paper(source), "paper-5"))
    with pikepdf.open(path) as pdf:
        assert [round(float(edge)) for edge in pdf.pages[1].mediabox] == [0, 0, 842, 595]
