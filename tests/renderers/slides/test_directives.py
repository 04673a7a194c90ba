from pathlib import Path

import pytest

from boardpack.errors import FaultyDirective, FaultyTag, UnreadableDeck
from tests.renderers.slides.decks import filled, template, titles
from tests.renderers.slides.material import OBJECTIVES, material


def noted(*lines: str, title: str = "A title"):  # type: ignore[no-untyped-def] # noqa: ANN201 - python-pptx
    deck = template(titles=(title, "The end"))
    deck.slides[0].notes_slide.notes_text_frame.text = "\n".join(lines)
    return deck


def test_a_slide_repeats_for_each_item_in_its_place(tmp_path: Path) -> None:
    deck = noted("for: one in objectives", "Say it: {{ one.title }}", title="{{ one.headline }}")
    read = filled(deck, tmp_path)
    assert titles(read) == [*(one.headline for one in OBJECTIVES), "The end"]
    notes = [slide.notes_slide.notes_text_frame.text for slide in list(read.slides)[:9]]
    assert notes == [f"Say it: {one.title}" for one in OBJECTIVES]


@pytest.mark.parametrize("line", ["For: one in objectives", "for : one in objectives "])
def test_what_autocorrect_makes_of_a_directive_is_understood(tmp_path: Path, line: str) -> None:
    assert len(titles(filled(noted(line), tmp_path))) == 10


def test_a_condition_beside_a_loop_is_asked_for_each_item(tmp_path: Path) -> None:
    deck = noted("for: one in objectives", "if: one.red > 1", title="{{ one.headline }}")
    wanted = [one.headline for one in OBJECTIVES if one.red > 1]
    assert wanted
    assert titles(filled(deck, tmp_path)) == [*wanted, "The end"]


@pytest.mark.parametrize("line", ["if: false", "for: one in []", "if: “a” == ‘b’"])
def test_a_slide_may_be_left_out(tmp_path: Path, line: str) -> None:
    assert titles(filled(noted(line), tmp_path)) == ["The end"]


@pytest.mark.parametrize("line", ["for: information", "for: one of objectives"])
def test_a_line_that_is_no_loop_says_how_to_write_one(tmp_path: Path, line: str) -> None:
    with pytest.raises(FaultyDirective, match=r"slide 1.*for: NAME in LIST"):
        filled(noted(line), tmp_path)


def test_two_loops_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FaultyDirective, match="only one"):
        filled(noted("for: a in objectives", "for: b in trends"), tmp_path)


@pytest.mark.parametrize("line", ["for: one in nothing", "for: one in ask", "if: nothing"])
def test_a_directive_that_cannot_be_followed_names_its_slide(tmp_path: Path, line: str) -> None:
    with pytest.raises(FaultyTag, match="slide 1"):
        filled(noted(line), tmp_path)


def test_a_deck_whose_slides_are_all_left_out_is_refused(tmp_path: Path) -> None:
    deck = template()
    deck.slides[0].notes_slide.notes_text_frame.text = "if: not objectives"
    with pytest.raises(UnreadableDeck, match="left out"):
        filled(deck, tmp_path, material())
