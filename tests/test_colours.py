"""The measures of colour agree with values that others have published."""

import pytest

from boardpack.colours import EYES, contrast, distance, ink_on, lightness


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


def test_lightness_and_distance_are_those_of_cielab() -> None:
    assert lightness("#FF0000") == pytest.approx(53.24, abs=0.05)
    # Red is (53.24, 80.09, 67.20), and white (100, 0, 0).
    assert distance("#FF0000", "#FFFFFF", "full colour sight") == pytest.approx(114.56, abs=0.1)


@pytest.mark.parametrize("eye", EYES)
def test_every_eye_sees_greys_as_they_are(eye: str) -> None:
    assert distance("#000000", "#FFFFFF", eye) == pytest.approx(100, abs=0.1)


def test_red_and_green_come_close_without_cones_for_one_of_them() -> None:
    red, green = "#C00000", "#5A7A00"
    full = distance(red, green, "full colour sight")
    assert distance(red, green, "green blindness (deuteranopia)") < full / 2


@pytest.mark.parametrize(("fill", "ink"), [("#12436D", "#FFFFFF"), ("#28A197", "#000000")])
def test_a_label_on_a_fill_is_white_where_white_can_be_read(fill: str, ink: str) -> None:
    assert ink_on(fill) == ink
