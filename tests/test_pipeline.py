"""What of a meeting reaches the pack that is published."""

import shutil
from pathlib import Path

import pytest

from boardpack.model.metrics import Audience
from boardpack.pipeline import Made, Request, Stages, composed

ROOT = Path(__file__).parent.parent
PAPER = "sufficiency-strategy-progress.pdf"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The sample's newest meeting for the public: the paper of exempt item 9 is that of item 12, too."""
    inputs = tmp_path_factory.mktemp("public") / "inputs"
    shutil.copytree(ROOT / "inputs", inputs)
    meeting = inputs / "2019-08-14"
    shutil.copy(meeting / "papers" / PAPER, meeting / "papers" / "price of Ada Penn.pdf")
    agenda = (meeting / "agenda.toml").read_text(encoding="utf-8")
    exempt = 'exempt = "paragraph 3 of Part 1 of Schedule 12A"'
    assert agenda.count(exempt) == 1
    told = agenda.replace(exempt, f'{exempt}\npaper = "price of Ada Penn.pdf"')
    told = told.replace(f'paper = "{PAPER}"', 'paper = "by Ada Penn.pdf"')
    shutil.move(meeting / "papers" / PAPER, meeting / "papers" / "by Ada Penn.pdf")
    told += '\n[[item]]\nnumber = 12\ntitle = "Open, with the same paper"\nlead = "Head"\n'
    told += 'minutes = 5\npurpose = "information"\npaper = "price of Ada Penn.pdf"\n'
    (meeting / "agenda.toml").write_text(told, encoding="utf-8")
    board = inputs / "board.toml"
    settings = board.read_text(encoding="utf-8")
    settings = settings.replace("roles = {}", 'roles = { "Ada Penn" = "Registrar" }')
    settings = settings.replace(
        'chair = "Director of Children\'s Social Care"', 'chair = "Ada Penn"'
    )
    board.write_text(settings, encoding="utf-8")
    request = Request(inputs, Path("nowhere"), ROOT / "templates", audience=Audience.PUBLIC)
    return composed(request, Stages(lambda _: None))


def test_an_exempt_paper_is_no_source_not_even_by_its_name(published: Made) -> None:
    labels = [label for label, _ in published.hashes]
    assert len(labels) > 8
    assert not [label for label in labels if "price" in label]


def test_a_name_is_written_as_a_role_on_the_cover_and_in_the_sources(published: Made) -> None:
    said = repr(published.pack.document.blocks)
    assert "Ada Penn" not in said.replace("Ada Penn.pdf')", "")
    assert any("by Registrar.pdf" in label for label, _ in published.hashes)
    assert "Registrar" in repr(published.pack.document.blocks[0])


def test_an_open_item_with_the_paper_of_an_exempt_one_says_that_it_is_missing(
    published: Made,
) -> None:
    papers = {paper.item.number: paper for paper in published.overview.meeting.papers}
    assert "9" not in papers
    assert papers["12"].pages == ()
    assert papers["12"].missing == "it is the paper of an exempt item, too"


def test_the_public_pack_does_not_say_that_nothing_was_odd(published: Made) -> None:
    said = repr(published.pack.document.blocks)
    assert "is listed in the pack of the board's members, and is not published" in said
    assert "What was not understood in the inputs" not in said
