"""The notes of a slide say where its figures are from."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pptx
import pytest
from openxml_audit import validate_pptx

from boardpack.renderers.slides import render
from boardpack.renderers.slides.integrity import faults
from boardpack.renderers.slides.xml import every
from tests.renderers.slides.decks import TEMPLATE, filled, rectangle, template, text_box
from tests.renderers.slides.material import TIMELY, material, movements

FROM_PLAN = "Source: plan.xlsx, sheets Open and Closed"
TABLE = replace(movements(20), name="t", source=FROM_PLAN)


def notes(slide: Any) -> list[str]:
    if not slide.has_notes_slide:
        return []
    text: str = slide.notes_slide.notes_text_frame.text
    return text.split("\n")


def test_a_slide_with_a_chart_or_a_table_says_its_source_and_no_other_does(tmp_path: Path) -> None:
    deck = template(titles=("One", "Two", "Three"))
    rectangle(deck.slides[0], f"chart: {TIMELY.name}")
    rectangle(deck.slides[1], "table: t")
    read = filled(deck, tmp_path, material(tables={"t": replace(TABLE, rows=TABLE.rows[:3])}))
    assert [notes(slide) for slide in read.slides] == [[TIMELY.source], [FROM_PLAN], []]


def test_the_slides_that_a_table_goes_on_to_say_it_too(tmp_path: Path) -> None:
    deck = template()
    rectangle(deck.slides[0], "table: t")
    read = filled(deck, tmp_path, material(tables={"t": TABLE}))
    assert len(read.slides) > 2
    assert [notes(slide) for slide in read.slides] == [[FROM_PLAN]] * len(read.slides)
    read.save(tmp_path / "out.pptx")
    assert validate_pptx(str(tmp_path / "out.pptx")).errors == []
    assert faults((tmp_path / "out.pptx").read_bytes()) == []


def test_a_figure_in_a_tag_counts_and_each_source_is_said_once(tmp_path: Path) -> None:
    deck = template()
    text_box(deck.slides[0], f'{{{{ chart("{TIMELY.name}").series | length }}}} lines')
    rectangle(deck.slides[0], f"chart: {TIMELY.name}")
    rectangle(deck.slides[0], "table: t", (1, 4, 8, 3))
    read = filled(deck, tmp_path, material(tables={"t": replace(TABLE, rows=TABLE.rows[:1])}))
    assert notes(read.slides[0]) == [TIMELY.source, FROM_PLAN]


def test_the_authors_notes_come_first_and_a_source_that_they_name_is_not_said_again(
    tmp_path: Path,
) -> None:
    deck = template(titles=("One", "Two"))
    for slide, line in zip(deck.slides, ("Say hello.", f"From {TIMELY.source}."), strict=True):
        slide.notes_slide.notes_text_frame.text = line
        rectangle(slide, f"chart: {TIMELY.name}")
    read = filled(deck, tmp_path)
    assert [notes(slide) for slide in read.slides] == [
        ["Say hello.", TIMELY.source],
        [f"From {TIMELY.source}."],
    ]


def test_a_line_that_says_when_a_slide_is_shown_leaves_no_empty_line_before_the_source(
    tmp_path: Path,
) -> None:
    deck = template()
    deck.slides[0].notes_slide.notes_text_frame.text = "if: board"
    rectangle(deck.slides[0], f"chart: {TIMELY.name}")
    assert notes(filled(deck, tmp_path).slides[0]) == [TIMELY.source]


def test_a_source_in_the_notes_says_its_language(tmp_path: Path) -> None:
    deck = template()
    rectangle(deck.slides[0], f"chart: {TIMELY.name}")
    (slide,) = filled(deck, tmp_path).slides
    looks = list(every(slide.notes_slide.notes_text_frame._txBody, "a:rPr"))
    assert [look.get("lang") for look in looks] == ["en-GB"]


def test_a_deck_whose_notes_have_no_place_for_text_gets_one(tmp_path: Path) -> None:
    deck = template()
    for holder in list(deck.notes_master.placeholders):
        holder._element.getparent().remove(holder._element)
    rectangle(deck.slides[0], f"chart: {TIMELY.name}")
    (slide,) = filled(deck, tmp_path).slides
    assert notes(slide) == [TIMELY.source]


@pytest.mark.parametrize("has_notes", [True, False])
def test_notes_made_before_and_after_slides_are_copied_do_not_share_a_name(
    tmp_path: Path, *, has_notes: bool
) -> None:
    deck = template(titles=("One", "Two", "Three"))
    if has_notes:
        deck.slides[2].notes_slide.notes_text_frame.text = "The last"
    for slide in deck.slides:
        rectangle(slide, "table: t")
    deck.save(tmp_path / "template.pptx")
    made = [
        render(material(tables={"t": TABLE}), tmp_path / "template.pptx").data for _ in range(2)
    ]
    assert made[0] == made[1]
    assert faults(made[0]) == []
    found = [notes(slide) for slide in pptx.Presentation(io.BytesIO(made[0])).slides]
    assert all(one[-1] == FROM_PLAN for one in found)


def test_the_templates_own_deck_does_not_say_a_source_twice() -> None:
    read = pptx.Presentation(io.BytesIO(render(material(), TEMPLATE).data))
    said = [notes(slide) for slide in read.slides]
    assert any(said)
    assert all(len(one) == len(set(one)) for one in said)
