"""What goes on to further slides, and what stands on each of them."""

from pathlib import Path
from typing import Any

from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Inches, Pt

from boardpack.renderers.slides.flow import Flow, Run, height
from boardpack.renderers.slides.paging import paged
from boardpack.renderers.slides.xml import Element, child, every, read
from tests.renderers.slides.decks import filled, rectangle, template, text_box, texts, titles
from tests.renderers.slides.material import material, movements

SENTENCE = "The protocol was drafted and is with the district councils for comment."


def fixed(slide: Any, *lines: str, box: tuple[float, ...] = (1, 2, 8, 3), size: int = 24) -> Any:
    """A text box that does not grow."""
    shape = text_box(slide, *lines, box=box)
    shape.text_frame.auto_size = MSO_AUTO_SIZE.NONE
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)
    return shape


def numbered(shape: Any) -> None:
    for paragraph in every(shape.element, "a:p"):
        paragraph.insert(0, read('<a:pPr marL="342900" indent="-342900"/>'))
        paragraph[0].append(read('<a:buAutoNum type="arabicPeriod"/>'))


def starts(slide: Any) -> list[str | None]:
    return [one.get("startAt") for one in every(slide.element, "a:buAutoNum")]


def test_numbers_go_on_counting(tmp_path: Path) -> None:
    deck = template()
    numbered(fixed(deck.slides[0], *[f"{n} {SENTENCE}" for n in range(1, 15)]))
    read_back = filled(deck, tmp_path)
    assert len(read_back.slides) > 1
    said = 0
    for slide in read_back.slides:
        points = slide.shapes[1].text_frame.paragraphs
        first = points[0].text.split()[0]
        assert set(starts(slide)) == ({None} if first == "1" else {first})
        said += len(points)
    assert said == 14


def test_the_rest_of_a_point_has_no_second_bullet(tmp_path: Path) -> None:
    deck = template()
    numbered(fixed(deck.slides[0], " ".join([SENTENCE] * 15), "next"))
    slides = filled(deck, tmp_path).slides
    assert len(slides) > 1
    rest = slides[1].shapes[1].text_frame.paragraphs[0]._p
    assert child(rest, "a:pPr/a:buNone") is not None
    assert starts(slides[-1]) == ["2"]


def test_a_heading_is_not_left_last() -> None:
    body = [Flow((Run("x", 18.0),)) for _ in range(6)]
    flows = [*body[:3], Flow((Run("A heading", 18.0, bold=True),)), *body[3:]]
    pages = paged(flows, 300.0, 4.2 * height(body[0], 300))
    assert [[part.paragraph for part in page] for page in pages] == [[0, 1, 2], [3, 4, 5, 6]]


def test_a_heading_stands_over_the_long_paragraph_that_follows_it() -> None:
    flows = [Flow((Run("A heading", 18.0, bold=True),)), Flow((Run(SENTENCE * 9, 18.0),))]
    pages = paged(flows, 300.0, 6 * flows[0].line_height(1.0))
    assert [part.paragraph for part in pages[0]] == [0, 1]


def test_no_line_of_a_paragraph_stands_alone_on_the_last_slide() -> None:
    long = Flow((Run("\n".join("abcdefg"), 18.0),))
    pages = paged([long], 300.0, 6 * long.line_height(1.0))
    assert [long.text[p.start : p.end].split() for page in pages for p in page] == [
        list("abcde"),
        list("fg"),
    ]


def test_two_texts_go_on_side_by_side(tmp_path: Path) -> None:
    deck = template()
    left = [f"left {n} {SENTENCE}" for n in range(10)]
    right = [f"right {n} {SENTENCE}" for n in range(25)]
    fixed(deck.slides[0], *left, box=(0.5, 2, 4, 4))
    fixed(deck.slides[0], *right, box=(5, 2, 4, 4))
    slides = filled(deck, tmp_path).slides
    said = "\n".join(text for slide in slides for text in texts(slide)[1:]).split("\n")
    assert [one for one in said if one.startswith("left")] == left
    assert [one for one in said if one.startswith("right")] == right
    assert len(texts(slides[-1])) == 2  # the shorter text is gone where it has ended


def test_a_table_and_a_text_go_on_together(tmp_path: Path) -> None:
    deck = template()
    rectangle(deck.slides[0], "table: movements-in-brief", (0.5, 2, 4.5, 5))
    fixed(deck.slides[0], *[SENTENCE] * 20, box=(5.2, 2, 4, 4))
    given = material(tables={"movements-in-brief": movements(16)})
    read_back = filled(deck, tmp_path, given)
    tables = [shape.table for s in read_back.slides for shape in s.shapes if shape.has_table]
    cells = [one.cell(row, 0).text for one in tables for row in range(1, len(one.rows))]
    assert cells == [f"{n}a" for n in range(1, 17)]
    assert all(one.cell(0, 0).text == "Action" for one in tables)
    said = [t for slide in read_back.slides for t in "\n".join(texts(slide)[1:]).split("\n") if t]
    assert said == [SENTENCE] * 20
    count = len(read_back.slides)
    assert titles(read_back) == [f"A title ({n} of {count})" for n in range(1, count + 1)]


def test_a_chart_stands_beside_its_text_on_every_slide(tmp_path: Path) -> None:
    deck = template()
    rectangle(deck.slides[0], "chart: trend rha_timely", (0.5, 2, 4.5, 4))
    fixed(deck.slides[0], *[SENTENCE] * 20, box=(5.2, 2, 4, 4))
    slides = filled(deck, tmp_path).slides
    assert len(slides) > 1
    assert [sum(shape.has_chart for shape in slide.shapes) for slide in slides] == [1] * len(slides)


def grouped(deck: Any, text: str) -> Any:
    """A text in a group that is drawn at half its size."""
    group = deck.slides[0].shapes.add_group_shape()
    box = group.shapes.add_textbox(Inches(1), Inches(2), Inches(8), Inches(4))
    box.text_frame.word_wrap = True
    box.text_frame.auto_size = MSO_AUTO_SIZE.NONE
    box.text_frame.text = text
    group.width, group.height = Inches(4), Inches(2)
    return group


def letters_of(element: Element) -> list[int]:
    return [int(size) for look in every(element, "a:rPr") if (size := look.get("sz"))]


def test_a_text_in_a_group_is_made_smaller_for_the_size_it_is_drawn_at(tmp_path: Path) -> None:
    deck = template()
    grouped(deck, " ".join([SENTENCE] * 4))
    read_back = filled(deck, tmp_path)
    assert len(read_back.slides) == 1
    assert 1400 <= max(letters_of(read_back.slides[0].shapes[1].element)) < 1800


def test_a_text_in_a_group_that_is_too_long_is_cut_and_its_whole_is_kept(tmp_path: Path) -> None:
    deck = template()
    long = " ".join([SENTENCE] * 20)
    grouped(deck, long)
    (slide,) = filled(deck, tmp_path).slides
    shown = slide.shapes[1].shapes[0].text_frame.text
    assert shown.endswith("…")
    assert long.startswith(shown[:-1])
    assert long in slide.notes_slide.notes_text_frame.text
