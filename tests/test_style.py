"""The look keeps its promises: text can be read on its fill, ratings stay apart for every eye."""

from itertools import combinations, pairwise
from math import dist

import pytest

from boardpack.model.plan import Rating
from boardpack.style import RATING_ICONS, RatingColours, Role, Style, Weight, font_file

Channels = tuple[float, float, float]

STYLE = Style()
READABLE = 4.5
"""The contrast that WCAG 2.2 asks of text (level AA)."""
TELLABLE = 15.0
"""A distance in CIELAB at which two fills are told apart at a glance, side by side or not."""

MACHADO_2009: dict[str, tuple[Channels, Channels, Channels]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB."""

ROLES: tuple[Role, ...] = (
    "red", "amber", "green", "blue", "unrated", "main", "target", "comparator", "first", "second", "third",
)  # fmt: skip


def linear(colour: str) -> Channels:
    """The light of `#RRGGBB`, each channel 0 to 1."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def luminance(light: Channels) -> float:
    red, green, blue = light
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG defines it."""
    low, high = sorted((luminance(linear(one)), luminance(linear(other))))
    return (high + 0.05) / (low + 0.05)


def lab(light: Channels) -> Channels:
    """CIELAB under daylight (D65)."""
    red, green, blue = light
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = luminance(light)
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def as_seen(light: Channels, matrix: tuple[Channels, Channels, Channels]) -> Channels:
    """What an eye without one kind of cone sees."""
    red, green, blue = (
        min(
            1.0, max(0.0, sum(weight * channel for weight, channel in zip(row, light, strict=True)))
        )
        for row in matrix
    )
    return red, green, blue


def test_the_measures_of_these_tests_agree_with_known_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert lab(linear("#FF0000")) == pytest.approx((53.24, 80.09, 67.20), abs=0.05)


@pytest.mark.parametrize("rating", [*Rating, None])
def test_the_word_of_a_rating_can_be_read_on_its_fill(rating: Rating | None) -> None:
    colours = STYLE.ratings[rating] if rating else STYLE.unrated
    assert contrast(colours.fill, colours.text) >= READABLE


@pytest.mark.parametrize("role", ROLES)
def test_a_label_can_be_read_on_the_fill_of_its_series(role: Role) -> None:
    colours = STYLE.series(role)
    assert isinstance(colours, RatingColours)
    assert contrast(colours.fill, colours.text) >= READABLE


@pytest.mark.parametrize("colour", ["structure", "text", "quiet"])
@pytest.mark.parametrize("behind", ["#FFFFFF", STYLE.tint, STYLE.question])
def test_text_can_be_read_on_everything_that_lies_behind_it(colour: str, behind: str) -> None:
    assert contrast(getattr(STYLE, colour), behind) >= READABLE


def test_the_fills_of_the_ratings_stay_apart_in_grey() -> None:
    lightness = sorted(lab(linear(STYLE.ratings[rating].fill))[0] for rating in Rating)
    assert min(after - before for before, after in pairwise(lightness)) >= 3


@pytest.mark.parametrize("eye", sorted(MACHADO_2009))
def test_the_fills_of_the_ratings_stay_apart_for_every_eye(eye: str) -> None:
    seen = {r: lab(as_seen(linear(STYLE.ratings[r].fill), MACHADO_2009[eye])) for r in Rating}
    for one, other in combinations(Rating, 2):
        assert dist(seen[one], seen[other]) >= TELLABLE, f"{one} and {other} under {eye}"


def test_every_rating_has_a_shape_of_its_own() -> None:
    assert set(RATING_ICONS) == set(Rating)
    assert len(set(RATING_ICONS.values())) == len(Rating)


@pytest.mark.parametrize("weight", ["regular", "semibold", "bold", "italic"])
def test_every_weight_of_the_type_is_carried_along(weight: Weight) -> None:
    assert font_file(weight).read_bytes()[:4] in {b"\x00\x01\x00\x00", b"OTTO", b"true"}
