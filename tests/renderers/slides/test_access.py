import io
from pathlib import Path
from typing import Any

import pptx
import pytest

from boardpack.renderers.slides import render
from boardpack.renderers.slides.package import unzipped, zipped
from boardpack.renderers.slides.xml import child, every
from tests.renderers.slides.decks import TEMPLATE, filled, rectangle, template, text_box, titles
from tests.renderers.slides.material import material


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
