import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pptx
import pytest
from openxml_audit import validate_pptx

from boardpack.document.blocks import Column, Table, Text
from boardpack.errors import TemplateError, UnknownChart, UnknownTable
from boardpack.renderers.slides import render
from boardpack.renderers.slides.integrity import faults
from tests.renderers.example import HOSTILE
from tests.renderers.slides.decks import (
    ROOT,
    TEMPLATE,
    filled,
    rectangle,
    template,
    text_box,
    texts,
    titles,
)
from tests.renderers.slides.material import OBJECTIVES, VALUES, material, row
from tests.sample.deck_template import make


@pytest.fixture(scope="module")
def deck() -> bytes:
    return render(material(), TEMPLATE).data


def test_the_deck_is_valid_and_sound(deck: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck)
    result = validate_pptx(str(path))
    assert result.is_valid, result.errors
    assert faults(deck) == []


def test_the_pages_are_the_slides(deck: bytes) -> None:
    output = render(material(), TEMPLATE)
    assert output.name == "deck.pptx"
    assert output.pages == len(pptx.Presentation(io.BytesIO(deck)).slides) == 17


def test_every_objective_with_red_and_late_actions_has_its_slide_in_order(deck: bytes) -> None:
    found = titles(pptx.Presentation(io.BytesIO(deck)))
    start = found.index(f"Objective 1: {OBJECTIVES[0].headline}")
    named = [
        f"Objective {one.number}: {one.headline}" for one in OBJECTIVES if one.red and one.late
    ]
    assert found[start : start + len(named)] == named


def test_the_same_material_gives_the_same_bytes_whatever_the_hash_seed(deck: bytes) -> None:
    code = (
        "import hashlib; from boardpack.renderers.slides import render;"
        "from tests.renderers.slides.material import material;"
        "from tests.renderers.slides.decks import TEMPLATE;"
        "print(hashlib.sha256(render(material(), TEMPLATE).data).hexdigest())"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7"}
    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == hashlib.sha256(deck).hexdigest()


def test_no_slide_of_the_example_has_more_than_forty_words_beside_its_table(deck: bytes) -> None:
    slides = pptx.Presentation(io.BytesIO(deck)).slides
    counts = [sum(len(text.split()) for text in texts(slide)) for slide in slides]
    assert len(counts) == 17
    assert max(counts) <= 40


def test_text_in_the_template_is_eighteen_points_or_more_but_for_the_foot(deck: bytes) -> None:
    sizes = [
        int(run.get("sz"))
        for slide in pptx.Presentation(io.BytesIO(deck)).slides
        for run in slide.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr")
        if run.get("sz")
    ]
    assert sizes
    assert min(sizes) >= 1600  # tables may give up a tenth before they go on to another slide


def test_hostile_text_shows_as_it_stands(tmp_path: Path) -> None:
    columns = (Column("What", 1.0),)
    table = Table("t", HOSTILE, columns, (row((Text(HOSTILE),)),))
    source = template(titles=("{{ word }}", "{{ word }} again"))
    text_box(source.slides[0], "{{ word }}", name="{{ word }}")
    rectangle(source.slides[1], "table: t")
    read = filled(source, tmp_path, material({"word": HOSTILE}, tables={"t": table}))
    assert texts(read.slides[0]) == [HOSTILE, HOSTILE]
    grid = next(shape for shape in read.slides[1].shapes if shape.has_table)
    assert grid.table.cell(1, 0).text == HOSTILE


def test_control_characters_become_visible_and_nothing_fails(tmp_path: Path) -> None:
    source = template(titles=("{{ word }}",))
    read = filled(source, tmp_path, material({"word": "a\x00b\ud800c\ufdd0R1\ufdd1d\ufffee"}))
    assert titles(read) == ["a�b�c�R1�d�e"]


@pytest.mark.parametrize(
    ("name", "error", "said"),
    [
        ("chart: nothing", UnknownChart, 'slide 1, shape "chart: nothing"'),
        ("table: nothing", UnknownTable, 'slide 1, shape "table: nothing"'),
        ("chart: {{ nothing }}", TemplateError, 'there is no "nothing"'),
    ],
)
def test_an_unknown_name_is_an_error_that_names_slide_and_shape(
    tmp_path: Path, name: str, error: type[Exception], said: str
) -> None:
    source = template()
    rectangle(source.slides[0], name)
    with pytest.raises(error, match=r"template\.pptx, slide 1") as caught:
        filled(source, tmp_path)
    assert said in str(caught.value)


def test_the_properties_name_the_board_and_not_the_template(deck: bytes) -> None:
    properties = pptx.Presentation(io.BytesIO(deck)).core_properties
    assert properties.title == "Permanence and Children in Our Care Board, 14 August 2019"
    assert properties.author == "Marlshire County Council"
    assert properties.language == "en-GB"


def test_a_deck_without_a_board_still_gets_made(tmp_path: Path) -> None:
    assert "board" in VALUES
    assert titles(filled(template(), tmp_path, material({"board": None}))) == ["A title"]


def test_the_script_makes_the_same_template_each_time() -> None:
    assert make() == make()
    assert faults(make()) == []
