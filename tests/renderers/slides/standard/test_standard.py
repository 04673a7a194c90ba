import io
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pptx
import pytest
from openxml_audit import validate_pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from boardpack.errors import UnknownLayout, UnknownPlaceholder
from boardpack.model.deck import DeckPart, LayoutChoice
from boardpack.renderers.slides import render
from boardpack.renderers.slides.integrity import faults
from boardpack.renderers.slides.standard import deck_from, new_deck
from tests.renderers.slides.decks import rectangle, template, text_box, texts, titles
from tests.renderers.slides.material import OBJECTIVES, VALUES, material

RED = [one for one in OBJECTIVES if one.red and one.late]


def made(deck: Any, folder: Path, layouts: Mapping[DeckPart, LayoutChoice] | None = None) -> bytes:
    path = folder / "corporate.pptx"
    deck.save(path)
    return render(material(), path, layouts=layouts or {}).data


def read(data: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(data))


def named(deck: Any, called: str) -> Any:
    return next(layout for layout in deck.slide_layouts if layout.name == called)


MAP: dict[DeckPart, LayoutChoice] = {
    "cover": LayoutChoice("Title Slide"),
    "text": LayoutChoice("Title and Content"),
    "chart": LayoutChoice("Title Only"),
    "table": LayoutChoice("title  and content"),
    "objective": LayoutChoice("Two Content"),
}


def test_a_deck_without_slides_becomes_the_standard_deck(tmp_path: Path) -> None:
    data = made(template(titles=()), tmp_path)
    found = titles(read(data))
    assert found[0] == "Permanence and Children in Our Care Board"
    assert found[1] == "2 items in 25 minutes"
    assert found[2] == VALUES["ask"]
    assert sum(title.startswith("Objective ") for title in found) == len(RED)
    assert faults(data) == []


def test_slides_that_show_what_the_layouts_look_like_are_not_in_the_deck(tmp_path: Path) -> None:
    deck = template(titles=("Lorem ipsum", "Dolor sit"))
    found = titles(read(made(deck, tmp_path, MAP)))
    assert "Lorem ipsum" not in found
    assert found[0] == "Permanence and Children in Our Care Board"


def test_slides_without_tags_stay_as_they_are_where_nothing_is_mapped(tmp_path: Path) -> None:
    assert titles(read(made(template(titles=("Lorem", "Ipsum")), tmp_path))) == ["Lorem", "Ipsum"]


def test_a_deck_with_tags_is_filled_and_its_map_is_not_needed(tmp_path: Path) -> None:
    deck = template(titles=("{{ board.name }}",))
    assert titles(read(made(deck, tmp_path, MAP))) == ["Permanence and Children in Our Care Board"]


def test_every_part_stands_on_the_layout_that_the_map_names(tmp_path: Path) -> None:
    slides = read(made(template(titles=()), tmp_path, MAP)).slides
    by_title = {slide.shapes.title.text_frame.text: slide.slide_layout.name for slide in slides}
    assert by_title["Permanence and Children in Our Care Board"] == "Title Slide"
    assert by_title["2 items in 25 minutes"] == "Title and Content"
    assert by_title[f"Objective {RED[0].number}: {RED[0].headline}"] == "Two Content"
    assert by_title["The board is asked for two decisions"] == "Title and Content"


def test_a_single_slide_can_have_a_layout_of_its_own(tmp_path: Path) -> None:
    layouts: dict[DeckPart, LayoutChoice] = {**MAP, "decisions": LayoutChoice("Title Only")}
    slides = read(made(template(titles=()), tmp_path, layouts)).slides
    decisions = next(s for s in slides if "two decisions" in s.shapes.title.text_frame.text)
    assert decisions.slide_layout.name == "Title Only"


def test_placeholders_may_be_called_anything(tmp_path: Path) -> None:
    deck = template(titles=())
    for layout in deck.slide_layouts:
        for holder in layout.placeholders:
            holder._element.nvSpPr.cNvPr.set("name", f"Platzhalter {holder.shape_id}")
        layout.name = f"Folie {layout.name}"
    layouts: dict[DeckPart, LayoutChoice] = {
        part: LayoutChoice(f"Folie {choice.layout}") for part, choice in MAP.items()
    }
    data = made(deck, tmp_path, {**layouts, "table": LayoutChoice("Folie Title and Content")})
    assert faults(data) == []
    agenda = read(data).slides[1]
    assert "1  Welcome\n2  Sufficiency strategy (decision)" in texts(agenda)


def test_the_map_can_name_the_placeholders_by_name_or_number(tmp_path: Path) -> None:
    deck = template(titles=())
    second = named(deck, "Two Content").placeholders[2]
    layouts: dict[DeckPart, LayoutChoice] = {
        **MAP,
        "text": LayoutChoice("Two Content", title="Title 1", content=(2,)),
        "summary": LayoutChoice("Two Content", content=("Content Placeholder 3",)),
    }
    slides = read(made(deck, tmp_path, layouts)).slides
    for slide in (slides[1], slides[2]):
        body = next(s for s in slide.placeholders if s.placeholder_format.idx == 2)
        assert (body.left, body.top) == (second.left, second.top)
        # The other place of the layout was not filled and is gone; foot and number stand.
        assert [s.placeholder_format.idx for s in slide.placeholders] == [0, 2, 11, 12]


def test_a_layout_with_two_places_has_the_chart_in_one_and_the_facts_in_the_other(
    tmp_path: Path,
) -> None:
    slides = read(made(template(titles=()), tmp_path, MAP)).slides
    slide = next(s for s in slides if s.shapes.title.text_frame.text.startswith("Objective "))
    chart = next(shape for shape in slide.shapes if shape.has_chart)
    facts = next(
        one
        for one in slide.placeholders
        if one.has_text_frame and "to leads" in one.text_frame.text
    )
    assert chart.left + chart.width <= facts.left
    assert f"{RED[0].questions} question" in facts.text_frame.text


def test_a_layout_with_one_place_shares_it_out(tmp_path: Path) -> None:
    layouts: dict[DeckPart, LayoutChoice] = {
        **MAP,
        "objective": LayoutChoice("Title and Content"),
    }
    slides = read(made(template(titles=()), tmp_path, layouts)).slides
    slide = next(s for s in slides if s.shapes.title.text_frame.text.startswith("Objective "))
    apart = {h.shape_id for h in slide.placeholders if h.placeholder_format.idx in {0, 11, 12}}
    boxes = sorted(
        (shape.top, shape.height) for shape in slide.shapes if shape.shape_id not in apart
    )
    assert len(boxes) == 3
    for (top, height), (below, _) in pairwise(boxes):
        assert top + height <= below


def test_the_marking_and_the_number_stand_where_the_layout_has_them(tmp_path: Path) -> None:
    slide = read(made(template(titles=()), tmp_path, MAP)).slides[3]
    foot = {shape.placeholder_format.type: shape for shape in slide.placeholders}
    assert foot[PP_PLACEHOLDER.FOOTER].text_frame.text == "OFFICIAL"
    number = foot[PP_PLACEHOLDER.SLIDE_NUMBER]
    assert number._element.find(f".//{qn('a:fld')}") is not None


def test_a_layout_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownLayout, match=r'no layout "Titelfolie".*Title and Content'):
        made(template(titles=()), tmp_path, {"cover": LayoutChoice("Titelfolie")})


def test_a_placeholder_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    layouts: dict[DeckPart, LayoutChoice] = {
        "cover": LayoutChoice("Title Slide", content=("Untertitel",))
    }
    with pytest.raises(UnknownPlaceholder, match=r'no placeholder "Untertitel".*Subtitle 2 \(1\)'):
        made(template(titles=()), tmp_path, layouts)


def test_a_layout_without_a_title_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownPlaceholder, match='layout "Blank" has no placeholder "title"'):
        made(template(titles=()), tmp_path, {"text": LayoutChoice("Blank")})


def test_a_deck_made_from_layouts_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(made(template(titles=("Sample",)), tmp_path, MAP))
    result = validate_pptx(str(path))
    assert result.is_valid, result.errors
    assert faults(path.read_bytes()) == []


def test_the_deck_to_begin_with_is_valid_and_the_same_each_time(tmp_path: Path) -> None:
    path = tmp_path / "new.pptx"
    path.write_bytes(new_deck())
    assert new_deck() == path.read_bytes()
    assert validate_pptx(str(path)).is_valid
    assert faults(path.read_bytes()) == []


def test_a_tag_in_the_notes_alone_makes_a_template(tmp_path: Path) -> None:
    deck = template(titles=("Late actions",))
    text_box(deck.slides[0], "Plain text")
    deck.slides[0].notes_slide.notes_text_frame.text = "{{ board.name }}"
    assert titles(read(made(deck, tmp_path, MAP))) == ["Late actions"]


def test_the_standard_deck_can_be_had_as_a_template_to_edit(tmp_path: Path) -> None:
    source = tmp_path / "corporate.pptx"
    template(titles=("Sample",)).save(source)
    data = deck_from(source, MAP)
    assert titles(read(data))[0] == "{{ board.name }}"
    assert "Sample" not in titles(read(data))
    assert faults(data) == []
    own = tmp_path / "deck.pptx"
    own.write_bytes(data)
    assert render(material(), own).data == render(material(), source, layouts=MAP).data


@pytest.mark.parametrize("line", ["if: decisions", "For: objective in focus"])
def test_a_line_in_the_notes_alone_makes_a_template(tmp_path: Path, line: str) -> None:
    deck = template(titles=("Late actions",))
    deck.slides[0].notes_slide.notes_text_frame.text = line
    assert {title.partition(" (")[0] for title in titles(read(made(deck, tmp_path, MAP)))} == {
        "Late actions"
    }


def test_the_name_of_a_shape_makes_a_template_in_whatever_case(tmp_path: Path) -> None:
    deck = template(titles=("Our chart",))
    rectangle(deck.slides[0], "Chart: trend cla_count")
    assert titles(read(made(deck, tmp_path, MAP))) == ["Our chart"]
