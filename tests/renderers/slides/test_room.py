"""How much room a text has in boxes of every kind, and what becomes of it where it has too little."""

import io
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Pt

from boardpack.renderers.slides import render
from boardpack.renderers.slides.inheritance import ancestry
from boardpack.renderers.slides.looks import flow
from boardpack.renderers.slides.room import Room, room
from boardpack.renderers.slides.xml import children, every, read
from boardpack.style import Style
from tests.renderers.slides.decks import TITLE_AND_TEXT, filled, template, text_box, texts
from tests.renderers.slides.material import material

SENTENCE = "The protocol was drafted and is with the district councils for comment."
SLIDE_WIDTH, SLIDE_HEIGHT = 720.0, 540.0


def box(slide: Any, text: str, *place: float, grows: bool = False, **body: str) -> Any:
    """A text box at a place in points."""
    shape = text_box(slide, text, box=tuple(one / 72 for one in place))
    kind = MSO_AUTO_SIZE.SHAPE_TO_FIT_TEXT if grows else MSO_AUTO_SIZE.NONE
    shape.text_frame.auto_size = kind
    for key, value in body.items():
        shape.text_frame._txBody.bodyPr.set(key, value)
    return shape


def room_of(slide: Any, shape: Any) -> Room:
    source = ancestry(slide, shape.element)
    flows = [flow(source, one) for one in children(shape.element, "p:txBody/a:p")]
    found = room(slide, shape.element, source, flows)
    assert found is not None
    return found


def measured(**body: Any) -> Room:
    slide = template().slides[0]
    return room_of(slide, box(slide, SENTENCE, 72, 144, 300, 200, **body))


def test_a_box_has_the_room_between_its_insets() -> None:
    plain, inset = measured(), measured(lIns="254000", tIns="0")
    assert [plain.width, plain.height] == pytest.approx([285.6, 192.8])
    assert [inset.width, inset.height] == pytest.approx([272.8, 196.4])


def test_text_on_its_side_has_the_box_s_height_for_its_lines() -> None:
    assert measured(vert="vert270").width > measured().width * 0.6
    assert measured(vert="vert270").height == pytest.approx(300 - 7.2)


def test_columns_are_narrow_and_lose_no_line_between_them() -> None:
    columns = measured(numCol="3", spcCol="127000")
    assert columns.width == pytest.approx((285.6 - 20) / 3)
    assert measured().height * 2 < columns.height < measured().height * 3


def test_a_box_that_grows_has_the_room_down_to_the_next_shape() -> None:
    slide = template().slides[0]
    shape = box(slide, SENTENCE, 72, 144, 300, 30, grows=True)
    box(slide, "below", 72, 400, 300, 30)
    assert 200 < room_of(slide, shape).height <= 400 - 144


def test_a_box_that_grows_is_as_high_as_its_text(tmp_path: Path) -> None:
    deck = template()
    box(deck.slides[0], "\n".join([SENTENCE] * 4), 72, 144, 300, 30, grows=True)
    box(deck.slides[0], "below", 72, 450, 300, 30)
    (slide,) = filled(deck, tmp_path).slides
    grown, below = slide.shapes[1], slide.shapes[2]
    assert 100 < grown.height.pt < 306
    assert grown.top + grown.height <= below.top


def test_a_box_too_low_for_a_line_is_made_as_high_as_its_text(tmp_path: Path) -> None:
    deck = template()
    box(deck.slides[0], SENTENCE, 72, 144, 300, 9)
    (slide,) = filled(deck, tmp_path).slides
    assert 40 < slide.shapes[1].height.pt < 80


def test_one_line_in_a_box_too_low_for_it_stays_as_its_author_saw_it(tmp_path: Path) -> None:
    deck = template()
    box(deck.slides[0], "A label", 72, 144, 300, 18)
    (slide,) = filled(deck, tmp_path).slides
    assert slide.shapes[1].height.pt == pytest.approx(18)


def test_text_that_sets_its_width_is_wrapped_where_the_slide_ends(tmp_path: Path) -> None:
    deck = template()
    box(deck.slides[0], SENTENCE * 2, 500, 144, 60, 30, grows=True, wrap="none")
    box(deck.slides[0], "short", 100, 144, 60, 30, grows=True, wrap="none")
    _, long, short = filled(deck, tmp_path).slides[0].shapes
    assert long.text_frame.word_wrap
    assert (long.left + long.width) / 12700 <= SLIDE_WIDTH
    assert not short.text_frame.word_wrap


def test_a_centred_text_that_would_leave_the_slide_on_both_sides_is_wrapped(tmp_path: Path) -> None:
    deck = template()
    wide = box(deck.slides[0], SENTENCE * 3, 330, 144, 60, 30, grows=True, wrap="none")
    wide.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    shape = filled(deck, tmp_path).slides[0].shapes[1]
    assert shape.text_frame.word_wrap
    assert shape.left == 0
    assert shape.width / 12700 == SLIDE_WIDTH


def test_a_box_that_reaches_below_the_slide_has_the_room_on_it(tmp_path: Path) -> None:
    deck = template()
    shape = box(deck.slides[0], SENTENCE, 72, 440, 300, 400)
    assert room_of(deck.slides[0], shape).height <= SLIDE_HEIGHT - 440


def test_what_is_parked_beside_the_slide_stays_as_it_is(tmp_path: Path) -> None:
    deck = template()
    note = " ".join([SENTENCE] * 30)
    box(deck.slides[0], note, 800, 144, 100, 50)
    (slide,) = filled(deck, tmp_path).slides
    assert note in texts(slide)


def test_a_turned_box_too_small_for_a_line_is_cut_and_its_whole_is_kept(tmp_path: Path) -> None:
    deck = template()
    shape = box(deck.slides[0], SENTENCE * 3, 300, 200, 200, 12)
    shape.rotation = 45
    (slide,) = filled(deck, tmp_path).slides
    assert texts(slide)[1].endswith("…")
    assert SENTENCE * 3 in slide.notes_slide.notes_text_frame.text


def test_empty_lines_make_no_slide_of_their_own(tmp_path: Path) -> None:
    deck = template()
    box(deck.slides[0], f"{SENTENCE}{chr(10) * 40}{SENTENCE}", 72, 144, 300, 150)
    assert [texts(slide)[1].strip() for slide in filled(deck, tmp_path).slides] == [SENTENCE] * 2


def test_what_was_stored_about_shrinking_is_forgotten(tmp_path: Path) -> None:
    deck = template()
    body = box(deck.slides[0], SENTENCE, 72, 144, 300, 150).text_frame._txBody.bodyPr
    for old in list(body):
        body.remove(old)
    body.append(read('<a:normAutofit fontScale="25000" lnSpcReduction="20000"/>'))
    (slide,) = filled(deck, tmp_path).slides
    assert [dict(one.attrib) for one in every(slide.element, "a:normAutofit")] == [{}]


@pytest.mark.parametrize(
    "text",
    [
        "儿童服务委员会报告显示" * 90,
        "تقرير مجلس خدمات الأطفال " * 90,
        "🙂👩‍👧🚩" * 200,
        "inter\u00addisciplinary" * 90,
        "no\u00a0break\u00a0" * 200,
        "one\ttwo\t" * 200,
        "x" * 3000,
        " " * 3000,
        "\u200b" * 300,
    ],
)
def test_text_of_any_kind_goes_on_and_none_of_it_is_lost(tmp_path: Path, text: str) -> None:
    deck = template()
    box(deck.slides[0], text, 72, 144, 300, 100)
    slides = filled(deck, tmp_path).slides
    assert "".join(texts(slide)[1] for slide in slides) == text


@pytest.mark.parametrize(("least", "slides"), [(12.0, 1), (18.0, 2)])
def test_the_smallest_size_is_the_council_s_to_set(
    tmp_path: Path, least: float, slides: int
) -> None:
    deck = template()
    shape = box(deck.slides[0], " ".join([SENTENCE] * 6), 72, 144, 300, 150)
    shape.text_frame.paragraphs[0].runs[0].font.size = Pt(18)
    deck.save(tmp_path / "template.pptx")
    data = render(material(), tmp_path / "template.pptx", Style(smallest=least)).data
    assert len(pptx.Presentation(io.BytesIO(data)).slides) == slides


def test_fonts_come_from_the_theme_the_run_and_the_layout() -> None:
    deck = template(layout=TITLE_AND_TEXT)
    slide = deck.slides[0]
    slide.placeholders[1].text_frame.text = SENTENCE
    run = slide.placeholders[1].text_frame.paragraphs[0].runs[0]

    def width() -> float:
        shape = slide.placeholders[1].element
        one = flow(ancestry(slide, shape), children(shape, "p:txBody/a:p")[0]).runs[0]
        return one.width(SENTENCE) / one.size

    calibri = width()
    run.font.name = "+mn-lt"
    assert width() == calibri
    run.font.name = "Verdana"
    assert width() > calibri * 1.2
