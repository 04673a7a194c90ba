import io
from copy import deepcopy
from pathlib import Path
from typing import Any

import pptx
import pytest
from PIL import Image
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Inches, Pt

from boardpack.renderers.slides import render
from boardpack.renderers.slides.package import unzipped, zipped
from boardpack.renderers.slides.xml import child, every, read
from tests.renderers.slides.decks import TEMPLATE, filled, rectangle, template, text_box, titles
from tests.renderers.slides.material import OBJECTIVES, material


@pytest.fixture(scope="module")
def deck() -> Any:
    return pptx.Presentation(io.BytesIO(render(material(), TEMPLATE).data))


def test_every_slide_has_a_title_of_its_own(deck: Any) -> None:
    found = titles(deck)
    assert len(found) == 17
    assert all(found)
    assert len(set(found)) == len(found)


def test_titles_that_come_out_alike_are_numbered(tmp_path: Path) -> None:
    source = template(titles=("Same", "{{ word }}", "Same", "Same (2)", "{{ nothing }}"))
    read = filled(source, tmp_path, material({"word": "Same", "nothing": ""}))
    assert titles(read) == ["Same", "Same (2)", "Same (3)", "Same (2) (2)", "Slide 5"]


def test_the_title_is_read_first(deck: Any, tmp_path: Path) -> None:
    assert all(slide.shapes[0].is_placeholder for slide in deck.slides)
    source = template()
    title = source.slides[0].shapes.title.element
    text_box(source.slides[0], "Text below", box=(1, 4, 3, 1))
    source.slides[0].shapes.element.append(title)
    assert filled(source, tmp_path).slides[0].shapes[0].text_frame.text == "A title"


def test_a_title_on_a_band_stays_before_the_band(tmp_path: Path) -> None:
    source = template()
    title = source.slides[0].shapes.title.element
    rectangle(source.slides[0], "Band", (0, 0, 10, 2))
    source.slides[0].shapes.element.append(title)
    assert filled(source, tmp_path).slides[0].shapes[0].name == "Band"


def test_every_chart_and_table_has_words_for_those_who_cannot_see_it(deck: Any) -> None:
    frames = [s for slide in deck.slides for s in slide.shapes if s.has_chart or s.has_table]
    assert len(frames) == 14
    assert all(frame._element._nvXxPr.cNvPr.get("descr") for frame in frames)


def test_properties_of_libreoffice_do_not_stand_beside_ours(tmp_path: Path) -> None:
    def misspelt(data: bytes) -> bytes:
        members = unzipped(data)
        right = b"package/2006/relationships/metadata/core-properties"
        wrong = b"officedocument/2006/relationships/metadata/core-properties"
        assert right in members["_rels/.rels"]
        members["_rels/.rels"] = members["_rels/.rels"].replace(right, wrong)
        return zipped(members)

    properties = filled(template(), tmp_path, change=misspelt).core_properties
    assert properties.title.startswith("Permanence")
    assert properties.created.year == 2000


def test_every_run_says_its_language(deck: Any) -> None:
    runs = [run for slide in deck.slides for run in every(slide.element, "a:r", "a:br", "a:fld")]
    assert runs
    looks = [child(run, "a:rPr") for run in runs]
    assert {None if look is None else look.get("lang") for look in looks} == {"en-GB"}


def test_a_language_that_the_template_says_is_kept(tmp_path: Path) -> None:
    source = template(titles=("Titre",))
    next(every(source.slides[0].element, "a:r")).get_or_add_rPr().set("lang", "fr-FR")  # type: ignore[attr-defined]
    (run,) = every(filled(source, tmp_path).slides[0].shapes.title.element, "a:rPr")
    assert run.get("lang") == "fr-FR"


def test_a_slide_without_a_title_gets_one_above_its_edge_with_its_largest_text(
    tmp_path: Path,
) -> None:
    source = template()
    slide = source.slides.add_slide(source.slide_layouts[6])
    text_box(slide, "Small before")
    large = text_box(slide, "{{ ask }}", "and more", box=(1, 4, 8, 3))
    large.text_frame.paragraphs[0].runs[0].font.size = Pt(40)
    shown = filled(source, tmp_path).slides[1]
    title = shown.shapes[0]
    assert title is not None
    assert title.text_frame.text == "Two decisions and six questions are before the board"
    assert title.top + title.height <= 0
    assert shown.shapes.title.text_frame.text == title.text_frame.text


def test_slides_with_nothing_to_name_them_by_are_named_by_their_number(tmp_path: Path) -> None:
    source = template()
    source.slides.add_slide(source.slide_layouts[6])
    source.slides.add_slide(source.slide_layouts[5])
    assert titles(filled(source, tmp_path)) == ["A title", "Slide 2", "Slide 3"]


def test_an_untitled_slide_that_is_repeated_has_a_title_each_time(tmp_path: Path) -> None:
    source = template()
    slide = source.slides.add_slide(source.slide_layouts[6])
    text_box(slide, "{{ one.title }}")
    slide.notes_slide.notes_text_frame.text = "for: one in objectives"
    found = titles(filled(source, tmp_path))[1:]
    assert found == [one.title for one in OBJECTIVES]


def test_what_was_added_is_told(tmp_path: Path) -> None:
    source = template()
    source.slides.add_slide(source.slide_layouts[6]).shapes.add_picture(
        io.BytesIO(picture()), 0, 0, Inches(1)
    )
    buffer = io.BytesIO()
    source.save(buffer)
    path = tmp_path / "template.pptx"
    path.write_bytes(buffer.getvalue())
    assert render(material(), path).remarks == (
        "slide 2: it has no title; one that is not seen was put above its edge.",
        (
            'slide 2: "Picture 1" has no alternative text; it was marked as decorative. '
            "If it says something, say it in Alt Text."
        ),
    )


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(buffer, "PNG")
    return buffer.getvalue()


def test_placeholders_that_stay_empty_are_not_in_the_deck_and_fields_are(tmp_path: Path) -> None:
    source = template(layout=1)
    number = source.slide_layouts[1].placeholders[4].element
    source.slides[0].shapes.element.append(deepcopy(number))
    shown = filled(source, tmp_path).slides[0]
    kinds = [one.placeholder_format.type for one in shown.placeholders]
    assert kinds == [PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.SLIDE_NUMBER]
    assert shown.placeholders[12].text_frame.text == "1"


def test_an_animation_of_a_placeholder_that_is_gone_is_gone_too(tmp_path: Path) -> None:
    source = template(layout=1)
    root = source.slides[0].element
    number = source.slides[0].placeholders[1].shape_id
    root.append(
        read(
            f'<p:timing><p:tnLst><p:par><p:cTn><p:spTgt spid="{number}"/></p:cTn></p:par></p:tnLst></p:timing>'
        )
    )
    assert child(filled(source, tmp_path).slides[0].element, "p:timing") is None


def test_the_footer_and_the_number_are_read_last(tmp_path: Path) -> None:
    source = template()
    slide = source.slides[0]
    number = deepcopy(source.slide_layouts[5].placeholders[-1].element)
    slide.shapes.element.append(number)
    text_box(slide, "Text", box=(1, 2, 3, 1))
    read_in_order = [one.name for one in filled(source, tmp_path).slides[0].shapes]
    assert read_in_order[-1].startswith("Slide Number")


def test_a_table_of_the_template_gets_a_header_row_and_lines_are_decorative(
    tmp_path: Path,
) -> None:
    source = template()
    shapes = source.slides[0].shapes
    table = shapes.add_table(2, 2, Inches(1), Inches(3), Inches(4), Inches(1)).table
    table.first_row = False
    table.cell(0, 0).text = "Measure"
    shapes.add_connector(1, 0, 0, Inches(1), 0)
    shown = filled(source, tmp_path).slides[0]
    grid = next(one for one in shown.shapes if one.has_table)
    assert grid.table.first_row
    assert grid.element.nvGraphicFramePr.cNvPr.get("descr") == "Table: Measure"
    line = next(one for one in shown.shapes if one.name.startswith("Connector"))
    assert len(list(every(line.element, "adec:decorative"))) == 1


def test_the_name_of_a_file_is_no_alternative_text(tmp_path: Path) -> None:
    source = template()
    shape = source.slides[0].shapes.add_picture(io.BytesIO(picture()), 0, 0, Inches(1))
    assert shape.element.nvPicPr.cNvPr.get("descr") == "image.png"
    shown = filled(source, tmp_path).slides[0].shapes[1]
    assert shown.element.nvPicPr.cNvPr.get("descr") == ""


def test_a_hidden_slide_stays_hidden_and_is_filled_and_numbered(tmp_path: Path) -> None:
    source = template(titles=("One", "{{ one.title }}"))
    slide = source.slides[1]
    slide.element.set("show", "0")
    slide.notes_slide.notes_text_frame.text = "for: one in objectives\nNotes of {{ one.number }}"
    shown = filled(source, tmp_path)
    assert [one.element.get("show") for one in shown.slides] == [None, *("0" for _ in OBJECTIVES)]
    assert titles(shown)[1:] == [one.title for one in OBJECTIVES]
    assert shown.slides[2].notes_slide.notes_text_frame.text == "Notes of 2"


def test_runs_in_the_notes_and_in_groups_say_their_language(tmp_path: Path) -> None:
    source = template()
    group = source.slides[0].shapes.add_group_shape()
    group.shapes.add_textbox(0, 0, 9, 9).text_frame.text = "In a group"
    source.slides[0].notes_slide.notes_text_frame.text = "Notes"
    shown = filled(source, tmp_path).slides[0]
    looks = [*every(shown.element, "a:rPr"), *every(shown.notes_slide.element, "a:rPr")]
    assert len(looks) >= 3
    assert {look.get("lang") for look in looks} == {"en-GB"}


def test_a_deck_without_a_board_has_the_title_of_its_first_slide(tmp_path: Path) -> None:
    read_back = filled(template(titles=("First", "Second")), tmp_path, material({"board": None}))
    assert read_back.core_properties.title == "First"


def test_tags_are_not_repeated_in_alternative_text(tmp_path: Path) -> None:
    source = template()
    group = source.slides[0].shapes.add_group_shape()
    group.shapes.add_textbox(
        0, 0, 6000000, 900000
    ).text_frame.text = "{{ board[\u201cname\u201d] }}"
    shown = filled(source, tmp_path).slides[0].shapes[1]
    assert shown.element.nvGrpSpPr.cNvPr.get("descr") == "Group of shapes"
    assert shown.shapes[0].text_frame.text == "Permanence and Children in Our Care Board"
