from dataclasses import replace

import pytest

from boardpack.renderers.slides.advances import LETTERS, font_named
from boardpack.renderers.slides.faces import stand_in
from boardpack.style import OPEN_SANS

SAMPLE = "Fewer than two in three health assessments are on time, 3 of 14."


def width(font: str, text: str = SAMPLE, **looks: bool) -> float:
    return font_named(font).advance(text, **looks)


@pytest.mark.parametrize(
    ("font", "letter", "ems"),
    [
        # As the fonts' own tables have them, in units of 2048: Calibri's a 981, Arial's 1139.
        ("Calibri", "a", 981 / 2048),
        ("Arial", "a", 1139 / 2048),
        ("Times New Roman", "a", 909 / 2048),
        ("Courier New", "i", 1229 / 2048),
        ("Georgia", "a", 1032 / 2048),
        ("Tahoma", "a", 1075 / 2048),
    ],
)
def test_a_letter_is_as_wide_as_in_its_font(font: str, letter: str, ems: float) -> None:
    assert width(font, letter) == pytest.approx(ems, abs=0.002)


def test_fonts_are_told_apart_by_their_width() -> None:
    order = [
        "Calibri",
        "Source Sans Pro",
        "Arial",
        "Segoe UI",
        "Open Sans",
        "Montserrat",
        "Verdana",
    ]
    assert [width(font) for font in order] == sorted(width(font) for font in order)


@pytest.mark.parametrize("font", ["Aptos", "Segoe UI", "Gill Sans MT", "Franklin Gothic Book"])
def test_a_font_without_a_twin_is_no_narrower_than_calibri_and_no_wider_than_verdana(
    font: str,
) -> None:
    assert width("Calibri") < width(font) < width("Verdana")


def test_a_font_that_nobody_knows_is_taken_to_be_as_wide_as_the_widest_of_the_usual() -> None:
    usual = ["Calibri", "Arial", "Lato", "Roboto", "Open Sans", "Public Sans", "Century Gothic"]
    assert width("Council Brand") > max(width(font) for font in usual)


def test_names_are_the_same_in_capitals_and_with_more_spaces() -> None:
    assert stand_in("segoe  UI") == stand_in("Segoe UI")


def test_a_light_weight_is_measured_as_its_family_and_a_heavy_one_as_bold() -> None:
    assert width("Calibri Light") == width("Calibri")
    assert width("Lato Semibold") == width("Lato", bold=True)
    assert width("Lato Black") > width("Lato", bold=True)


def test_bold_and_italic_have_widths_of_their_own() -> None:
    styles = [width("Georgia"), width("Georgia", bold=True), width("Georgia", italic=True)]
    assert len(set(styles)) == 3


def test_lines_are_never_closer_than_powerpoint_sets_them() -> None:
    assert font_named("Arial").pitch == 1.2
    assert font_named("Calibri").pitch == pytest.approx(1.221, abs=0.001)
    assert font_named("Open Sans").pitch == pytest.approx(1.362, abs=0.001)


@pytest.mark.parametrize(
    ("text", "like"),
    [("ŵ", "w"), ("ť", "t"), ("\u00ad", ""), ("e\u0301", "e"), ("\u200b", ""), ("\u00a0", " ")],
)
def test_letters_with_marks_and_what_is_not_seen(text: str, like: str) -> None:
    assert width("Calibri", text) == pytest.approx(width("Calibri", like), abs=0.001)


def test_letters_of_other_scripts_have_a_width() -> None:
    for text in ("中", "한", "ش", "ש", "Я", "😀", "\U0010fffd"):
        assert 0.2 < width("Calibri", text) <= 1.5


def test_every_family_has_every_letter_of_the_table() -> None:
    for font in ("Calibri", "Cambria", "Century Gothic", "Poppins", "Verdana"):
        assert all(width(font, one) > 0 for one in LETTERS if one != "\u00ad")


def test_a_typeface_whose_files_are_known_is_measured_from_them() -> None:
    brand = replace(OPEN_SANS, family="Council Brand")
    measured = font_named("Council Brand", brand)
    assert measured.advance(SAMPLE) == pytest.approx(width("Open Sans"))
    assert font_named("Calibri", brand).advance(SAMPLE) == width("Calibri")
