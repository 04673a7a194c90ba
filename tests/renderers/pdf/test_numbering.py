"""A document may number its pages in its own words, with labels to match."""

from dataclasses import replace
from pathlib import Path

import pikepdf

from boardpack.document.blocks import Document, Numbering, PaperPages, Paragraph, Text
from boardpack.model.board import AgendaItem, Purpose
from boardpack.read.papers import read_papers
from boardpack.renderers.pdf import render
from tests.read.pdfs import write_pdf
from tests.renderers.example import document
from tests.tools import text_of


def made(folder: Path) -> Document:
    write_pdf(folder / "homes.pdf", (595, 842), (842, 595))
    item = AgendaItem("5", "Homes", "Head", 5, Purpose.DECISION, "homes.pdf", None, None)
    papers, _ = read_papers(folder, "papers", (item,))
    return replace(
        document(), blocks=(Paragraph((Text("The list."),)), PaperPages(papers[0], "paper-5"))
    )


def written(folder: Path, numbering: Numbering) -> Path:
    path = folder / "made.pdf"
    path.write_bytes(render(replace(made(folder), numbering=numbering)).data)
    return path


def heads(path: Path) -> list[str]:
    return text_of(path, "-layout").split("\f")


def labels(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf:
        return [page.label for page in pdf.pages]


def test_pages_of_a_supplement_are_numbered_by_themselves(tmp_path: Path) -> None:
    path = written(tmp_path, Numbering("Supplement 1, page", "S1."))
    front, first, second, _ = heads(path)
    assert "Supplement 1, page 1 of 3" in front
    assert "S1.5.1 | Supplement 1, page 2 of 3" in " ".join(first.split())
    assert "S1.5.2 | Supplement 1, page 3 of 3" in " ".join(second.split())
    assert labels(path) == ["S1.1", "S1.5.1", "S1.5.2"]


def test_pages_of_a_pack_are_numbered_as_before(tmp_path: Path) -> None:
    path = written(tmp_path, Numbering())
    front, first, *_ = heads(path)
    assert "Page 1 of 3" in front
    assert "5.1 | Page 2 of 3" in " ".join(first.split())
    assert labels(path) == ["1", "5.1", "5.2"]
