"""The page of questions and faults is the one that the registry makes."""

from pathlib import Path

from boardpack.checks.page import markdown
from boardpack.findings import registered

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"


def test_the_page_is_what_the_registry_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == markdown(), "run `make docs`"


def test_every_kind_is_on_the_page_once() -> None:
    page = markdown()
    assert len(registered()) > 40
    for kind in registered():
        assert page.count(f"### {kind.code} ") == 1
        assert f"`{kind.kind}`" in page
