"""What the guide says of shapes, notes lines and filters is what the deck does."""

import re

import pytest

from boardpack.analysis.overview import Overview
from boardpack.deckcheck.check import check
from boardpack.deckcheck.guide import FILTERS, NOTES, SHAPES
from boardpack.deckcheck.standard import STANDARD
from boardpack.document.compose import material
from boardpack.document.schema import schema
from boardpack.pipeline import examine
from boardpack.renderers.slides.directives import take_directives
from boardpack.renderers.slides.expressions import ENVIRONMENT, Names
from boardpack.renderers.slides.shapes import FILLED
from tests.renderers.slides.decks import ROOT, TEMPLATE, template


@pytest.fixture(scope="module")
def sample() -> Overview:
    return examine(ROOT / "inputs", "2019-08-14")


@pytest.mark.parametrize("tag", FILTERS)
def test_every_filter_can_be_used_as_it_is_shown(tag: str, sample: Overview) -> None:
    given = material(sample)
    assert Names(given, given.values, "").render(tag)
    assert set(re.findall(r"\|(\w+)", tag)) <= set(ENVIRONMENT.filters)


@pytest.mark.parametrize("line", NOTES)
def test_every_line_of_the_notes_is_followed(line: str) -> None:
    slide = template().slides[0]
    slide.notes_slide.notes_text_frame.text = line
    found = take_directives(slide, "")
    assert found.loop or found.conditions
    assert slide.notes_slide.notes_text_frame.text == ""


def test_every_kind_of_shape_is_told() -> None:
    assert {name.partition(":")[0] for name in SHAPES} == set(FILLED)


def test_what_a_deck_shows_as_a_rule_has_names_that_there_are() -> None:
    known = schema()
    there = {
        *known.values,
        *(f"chart {one.name}" for one in known.charts),
        *(f"table {one.name}" for one in known.tables),
    }
    assert [n for content in STANDARD for n in content.names if n not in there] == []


def test_the_deck_of_the_sample_shows_all_that_a_deck_shows_as_a_rule() -> None:
    assert [f.kind for f in check(TEMPLATE).findings if f.kind == "not-shown"] == []
