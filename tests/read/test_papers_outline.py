"""The bookmarks of a paper, as deep and as many as can be trusted."""

from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name, OutlineItem

from boardpack.model.board import AgendaItem, Bookmark, Paper, Purpose
from boardpack.read.papers import read_papers
from tests.read.pdfs import Change, write_paper

ITEM = AgendaItem("1", "Homes", "Head", 10, Purpose.DISCUSSION, "home.pdf", None, None)


def paper_with(folder: Path, change: Change, pages: int = 3) -> Paper:
    write_paper(folder / "home.pdf", change, pages)
    return read_papers(folder, "papers", (ITEM,))[0][0]


def outlined(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        first = OutlineItem("One  and\nonly", 0)
        first.children.append(OutlineItem("Below", 1))
        outline.root.extend([first, OutlineItem("Last", 2), OutlineItem("", 2)])


def test_bookmarks_come_with_their_level_and_page(tmp_path: Path) -> None:
    assert paper_with(tmp_path, outlined).bookmarks == (
        Bookmark("One and only", 1, 0),
        Bookmark("Below", 2, 1),
        Bookmark("Last", 1, 2),
    )


def test_a_bookmark_to_a_page_that_is_left_out_is_left_out(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        outlined(pdf)
        pdf.pages[1].obj.Contents = pdf.make_stream(b"")

    assert paper_with(tmp_path, change).bookmarks == (
        Bookmark("One and only", 1, 0),
        Bookmark("Last", 1, 1),
    )


def test_bookmarks_in_a_circle_end(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        outlined(pdf)
        pdf.Root.Outlines.Last.Next = pdf.Root.Outlines.First

    assert len(paper_with(tmp_path, change).bookmarks) == 3


def test_damaged_bookmarks_are_none(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Outlines = Dictionary(First=Dictionary(Title=7, Dest=Name.Nowhere))

    assert paper_with(tmp_path, change).bookmarks == ()
