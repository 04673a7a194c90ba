from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx.util import Pt

from boardpack.renderers.slides.advances import advance, font_named
from boardpack.renderers.slides.flow import Flow, Run, fits, height, line_ends, steps
from boardpack.renderers.slides.paging import balanced, paged
from tests.renderers.slides.decks import TITLE_AND_TEXT, filled, template, text_box, texts, titles
from tests.renderers.slides.material import material

SENTENCE = "The protocol was drafted and is with the district councils for comment."


def flow(text: str, size: float = 18.0, level: int = 0) -> Flow:
    return Flow((Run(text, size),), level)


def lines(one: Flow, width: float) -> list[str]:
    ends = [0, *line_ends(one, width)]
    return [one.text[a:b] for a, b in pairwise(ends)]


def test_lines_break_at_spaces_and_after_hyphens() -> None:
    wide = advance("well-matched ") * 18 * 1.03
    assert lines(flow("a well-matched home"), wide) == ["a well-", "matched ", "home"]


def test_a_line_feed_ends_a_line() -> None:
    assert lines(flow("one\ntwo"), 1000) == ["one\n", "two"]


def test_a_word_longer_than_a_line_is_broken_anywhere() -> None:
    assert len(lines(flow("x" * 100), 200)) > 3


def test_text_without_letters_takes_one_line() -> None:
    assert height(Flow((), empty=20.0), 100) == pytest.approx(20 * 1.362, abs=0.02)


def test_an_unknown_font_is_taken_to_be_wider() -> None:
    assert font_named("Brand Sans").advance("word") > advance("word")


def test_steps_stop_at_seventy_per_cent_and_at_fourteen_points() -> None:
    assert steps(28)[-1] == pytest.approx(0.7)
    assert steps(18)[-1] == pytest.approx(0.8)
    assert steps(12) == [1.0]


@given(st.lists(st.text(max_size=200), min_size=1, max_size=8), st.floats(60, 400))
def test_pages_hold_all_text_in_order_and_fit(words: list[str], room: float) -> None:
    flows = [flow(text) for text in words]
    pages = paged(flows, 300.0, room)
    parts = [part for page in pages for part in page]
    for number, one in enumerate(flows):
        own = [part for part in parts if part.paragraph == number]
        assert "".join(one.text[part.start : part.end] for part in own) == one.text
    assert [part.paragraph for part in parts] == sorted(part.paragraph for part in parts)
    for page in pages:
        shown = [flow(flows[p.paragraph].text[p.start : p.end].rstrip("\n")) for p in page]
        assert fits(shown, 300.0, room)


def test_a_sub_point_is_not_parted_from_its_point() -> None:
    flows = [flow("first"), flow("second"), flow("under second", level=1)]
    pages = paged(flows, 300.0, 2.5 * height(flow("x"), 300))
    assert [[part.paragraph for part in page] for page in pages] == [[0], [1, 2]]


def test_points_are_shared_out_evenly() -> None:
    flows = [flow("a point")] * 9
    room = 4.2 * height(flows[0], 300)
    assert [len(page) for page in paged(flows, 300.0, room)] == [4, 4, 1]
    assert [len(page) for page in balanced(flows, 300.0, room)] == [3, 3, 3]


def filled_box(folder: Path, *paragraphs: str, size: int = 20):  # type: ignore[no-untyped-def] # noqa: ANN201
    deck = template()
    shape = text_box(
        deck.slides[0], "{% for p in ps %}", "{{ p }}", "{% endfor %}", box=(1, 2, 8, 3)
    )
    shape.text_frame.paragraphs[1].runs[0].font.size = Pt(size)
    return filled(deck, folder, material({"ps": paragraphs}))


def test_text_that_fits_keeps_its_size(tmp_path: Path) -> None:
    deck = filled_box(tmp_path, SENTENCE)
    assert deck.slides[0].shapes[1].text_frame.paragraphs[0].runs[0].font.size == Pt(20)


def test_text_that_nearly_fits_is_made_smaller_on_every_run(tmp_path: Path) -> None:
    deck = filled_box(tmp_path, *[SENTENCE] * 12)
    sizes = {
        run.font.size for p in deck.slides[0].shapes[1].text_frame.paragraphs for run in p.runs
    }
    assert len(deck.slides) == 1
    assert len(sizes) == 1
    assert Pt(14) <= sizes.pop() < Pt(20)


def test_text_that_does_not_fit_goes_on_at_its_full_size(tmp_path: Path) -> None:
    words = [f"{n} {SENTENCE}" for n in range(40)]
    deck = filled_box(tmp_path, *words)
    count = len(deck.slides)
    assert count > 2
    assert titles(deck) == [f"A title ({n} of {count})" for n in range(1, count + 1)]
    frames = [slide.shapes[1].text_frame for slide in deck.slides]
    assert [p.text for frame in frames for p in frame.paragraphs] == words
    assert {run.font.size for f in frames for p in f.paragraphs for run in p.runs} == {Pt(20)}


def test_one_endless_paragraph_goes_on_between_lines(tmp_path: Path) -> None:
    endless = " ".join(f"word{n}" for n in range(900))
    deck = filled_box(tmp_path, endless)
    assert len(deck.slides) > 2
    assert "".join(slide.shapes[1].text_frame.text for slide in deck.slides) == endless


def test_a_text_without_a_second_part_stands_on_each_slide(tmp_path: Path) -> None:
    deck = template()
    text_box(deck.slides[0], "{{ long }}", box=(1, 2, 8, 3))
    text_box(deck.slides[0], "A remark", box=(1, 6, 8, 1))
    read = filled(deck, tmp_path, material({"long": "\n".join([SENTENCE] * 30)}))
    assert len(read.slides) > 1
    assert all("A remark" in texts(slide) for slide in read.slides)


def test_a_long_title_is_made_smaller_and_at_last_cut_with_the_whole_in_the_notes(
    tmp_path: Path,
) -> None:
    long = " ".join([SENTENCE] * 12)
    read = filled(template(titles=("{{ word }}", "x")), tmp_path, material({"word": long}))
    title = titles(read)[0]
    assert title.endswith("…")
    assert long.startswith(title[:-1])
    assert long in read.slides[0].notes_slide.notes_text_frame.text


def test_a_title_that_is_cut_still_says_which_slide_it_is(tmp_path: Path) -> None:
    deck = template(titles=("{{ word }}",))
    text_box(deck.slides[0], "{{ long }}", box=(1, 2, 8, 3))
    given_values = {"word": " ".join([SENTENCE] * 12), "long": "\n".join([SENTENCE] * 40)}
    found = titles(filled(deck, tmp_path, material(given_values)))
    assert [title.endswith(f"… ({n} of {len(found)})") for n, title in enumerate(found, 1)] == [
        True
    ] * len(found)
    assert len(found) > 1


def test_sizes_that_come_from_the_layout_count(tmp_path: Path) -> None:
    deck = template(layout=TITLE_AND_TEXT)
    deck.slides[0].placeholders[1].text_frame.text = "\n".join([SENTENCE] * 8)
    read = filled(deck, tmp_path)
    assert len(read.slides) > 1  # at PowerPoint's 32 points; at 18 they would fit
