from pathlib import Path

from boardpack.model.board import AgendaItem, Purpose
from boardpack.read.papers import page_sizes, read_papers
from tests.read.pdfs import write_pdf


def item(number: str, paper: str | None) -> AgendaItem:
    return AgendaItem(number, "Title", "Head", 10, Purpose.DISCUSSION, paper, None, None)


def test_pages_are_measured_as_they_are_seen(tmp_path: Path) -> None:
    sizes = page_sizes(write_pdf(tmp_path / "a.pdf", (595, 842), (842, 595)))
    assert [(page.width, page.height) for page in sizes] == [(595, 842), (842, 595)]
    for turn, size in ((90, (842, 595)), (180, (595, 842)), (270, (842, 595))):
        (page,) = page_sizes(write_pdf(tmp_path / "b.pdf", (595, 842), rotate=turn))
        assert (page.width, page.height) == size


def test_papers_come_in_the_order_of_the_agenda(tmp_path: Path) -> None:
    write_pdf(tmp_path / "a.pdf")
    write_pdf(tmp_path / "b.pdf")
    papers, findings = read_papers(
        tmp_path, "papers", (item("1", None), item("2", "b.pdf"), item("3", "a.pdf"))
    )
    assert ([paper.name for paper in papers], findings) == (["b.pdf", "a.pdf"], ())


def test_a_paper_is_never_looked_for_outside_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    write_pdf(tmp_path / "secret.pdf")
    papers, findings = read_papers(folder, "papers", (item("1", "../secret.pdf"),))
    assert (papers, [finding.kind for finding in findings]) == ((), ["missing-paper"])
