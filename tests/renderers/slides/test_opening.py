from pathlib import Path
from typing import Any

import pytest
from pptx.util import Inches

from boardpack.errors import UnreadableDeck
from boardpack.renderers.slides.opening import open_deck
from boardpack.renderers.slides.package import unzipped, zipped
from tests.renderers.slides.decks import filled, template, titles
from tests.renderers.slides.odd import (
    LINKS,
    SLIDE,
    Change,
    changed,
    drop,
    rename,
    sound,
    swap,
)

TYPES = "[Content_Types].xml"


def retyped(data: bytes, kind: bytes) -> bytes:
    members = unzipped(data)
    members[TYPES] = members[TYPES].replace(b"presentationml.presentation.main+xml", kind)
    return zipped(members)


@pytest.mark.parametrize("kind", ["template", "slideshow"])
def test_potx_and_ppsx_are_opened_and_give_a_deck(tmp_path: Path, kind: str) -> None:
    def change(data: bytes) -> bytes:
        return retyped(data, f"presentationml.{kind}.main+xml".encode())

    assert titles(filled(template(), tmp_path, change=change)) == ["A title"]


def test_a_missing_template_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDeck, match="No such file"):
        open_deck(tmp_path / "deck.pptx")


def opened(folder: Path, *changes: Change) -> tuple[Any, list[str]]:
    path = folder / "deck.pptx"
    path.write_bytes(changed(*changes)())
    told: list[str] = []
    return open_deck(path, told.append), told


def test_a_sound_deck_is_opened_and_nothing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(sound())
    told: list[str] = []
    assert len(open_deck(path, told.append).slides) == 2
    assert told == []


def test_a_picture_that_is_gone_is_told_with_its_slide(tmp_path: Path) -> None:
    deck, told = opened(tmp_path, drop("ppt/media/image1.png"))
    assert told == [
        "slide 1: a picture is not in the file (ppt/media/image1.png) and was left out."
    ]
    assert not [one for one in deck.slides[0].shapes if one.name.startswith("Picture")]


def test_a_place_for_a_picture_stays_when_the_picture_is_gone(tmp_path: Path) -> None:
    named = swap(SLIDE, 'name="Picture 3"', 'name="picture: logo"')
    deck, _ = opened(tmp_path, named, drop("ppt/media/image1.png"))
    place = next(one for one in deck.slides[0].shapes if one.name == "picture: logo")
    assert (place.left, place.width) == (Inches(5), 50800)


def test_a_slide_whose_layout_is_gone_gets_another(tmp_path: Path) -> None:
    deck, told = opened(tmp_path, drop(LINKS))
    assert deck.slides[0].slide_layout.name == "Title Only"
    assert told == ["slide 1: its layout is not there; another was given to it."]


def test_the_layouts_that_a_master_had_lost_are_in_their_order(tmp_path: Path) -> None:
    deck, _ = opened(tmp_path, drop("ppt/slideMasters/_rels/.*"))
    assert [layout.name for layout in deck.slide_layouts][:3] == [
        "Title Slide",
        "Title and Content",
        "Section Header",
    ]


def test_a_picture_is_found_whose_name_is_spelt_otherwise(tmp_path: Path) -> None:
    deck, told = opened(tmp_path, rename("ppt/media/image1.png", "ppt\\Media\\IMAGE1.png"))
    assert [one.image.ext for one in deck.slides[0].shapes if hasattr(one, "image")] == ["png"]
    assert told == []


def test_of_two_shapes_with_one_number_one_gets_another(tmp_path: Path) -> None:
    deck, _ = opened(
        tmp_path, swap(SLIDE, r'<p:cNvPr id="\d+" name="TextBox', '<p:cNvPr id="2" name="TextBox')
    )
    numbers = [one.shape_id for one in deck.slides[0].shapes]
    assert len(set(numbers)) == len(numbers)
