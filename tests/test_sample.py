"""The sample inputs are what their script writes, hold every mess that they are there for, and name no one."""

import re
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from boardpack.read.workbook import read_grids
from boardpack.renderers.interface import Output
from tests.sample import papers
from tests.sample.deck_template import make
from tests.sample.make import write_plans, write_rest
from tests.sample.papers import write_sufficiency, write_tracker
from tests.sample.plan.truth import expected, self_check

ROOT = Path(__file__).parent.parent
INPUTS = ROOT / "inputs"
BOARDS = (date(2019, 7, 3), date(2019, 8, 14))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs")
    write_rest(folder)
    write_plans(folder)
    return folder


def names(folder: Path, *endings: str) -> set[str]:
    found = {
        str(path.relative_to(folder)) for ending in endings for path in folder.rglob(f"*{ending}")
    }
    assert found
    return found


def test_the_script_writes_the_inputs_that_are_there(written: Path) -> None:
    every = (".toml", ".csv", ".md", ".xlsx", ".pdf")
    assert names(written, *every) == names(INPUTS, *every)


def test_texts_are_the_same_to_the_byte(written: Path) -> None:
    for name in names(written, ".toml", ".csv", ".md"):
        assert (written / name).read_bytes() == (INPUTS / name).read_bytes(), name


def test_workbooks_hold_the_same_cells(written: Path) -> None:
    for name in names(written, ".xlsx"):
        assert read_grids(written / name) == read_grids(INPUTS / name), name


def test_papers_have_the_same_pages(written: Path) -> None:
    for name in names(written, ".pdf"):
        with pikepdf.open(written / name) as fresh, pikepdf.open(INPUTS / name) as kept:
            assert [page.mediabox for page in fresh.pages] == [page.mediabox for page in kept.pages]


def test_papers_say_that_they_conform_and_have_a_page_on_its_side() -> None:
    shapes = set()
    for name in names(INPUTS, ".pdf"):
        with pikepdf.open(INPUTS / name) as paper:
            said = paper.Root.Metadata.read_bytes()
            assert b"<pdfuaid:part>1<" in said, name
            assert b"<pdfaid:conformance>A<" in said, name
            shapes |= {page.mediabox[2] > page.mediabox[3] for page in paper.pages}
    assert shapes == {False, True}


def test_a_paper_is_the_same_to_the_byte_each_time(tmp_path: Path) -> None:
    for write in (write_sufficiency, write_tracker):
        paths = tmp_path / "one.pdf", tmp_path / "two.pdf"
        for path in paths:
            write(BOARDS[0], path)
        assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize("held", [(), ("PDF/UA-1",)], ids=["no validator", "a fault"])
def test_no_paper_is_written_that_may_not_conform(
    held: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "render", lambda *_, name: Output(name, b"%PDF", 1, held))
    with pytest.raises(papers.NotConforming, match="page-validation"):
        write_sufficiency(BOARDS[0], tmp_path / "paper.pdf")
    assert not list(tmp_path.iterdir())


def test_the_planted_faults_agree_with_the_rows_that_they_are_planted_in() -> None:
    assert self_check() == []


@pytest.mark.parametrize("board", BOARDS, ids=str)
def test_a_plan_is_about_as_large_as_a_real_one(board: date) -> None:
    rows = expected(board)
    blue = sum(row.truth.rating == "blue" for row in rows)
    assert 180 <= len(rows) <= 230
    assert 0.25 <= blue / len(rows) <= 0.4


def test_the_slide_template_is_what_its_script_writes() -> None:
    assert (ROOT / "templates" / "deck.pptx").read_bytes() == make()


def test_no_mailbox_of_the_sample_is_real() -> None:
    text = (INPUTS / "board.toml").read_text(encoding="utf-8")
    addresses = re.findall(r"[\w.]+@[\w.-]+", text)
    assert addresses
    assert all(".example." in address for address in addresses)
