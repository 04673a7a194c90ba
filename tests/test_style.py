"""The look keeps its promises: text can be read on its fill, ratings stay apart for every eye."""

from itertools import combinations, pairwise

import pytest

from boardpack.colours import EYES, READABLE, contrast, distance, lightness
from boardpack.model.plan import Rating
from boardpack.style import OPEN_SANS, RATING_ICONS, RatingColours, Role, Style, Weight
from boardpack.styling.contrast import GREY, TELLABLE

STYLE = Style()
ROLES: tuple[Role, ...] = (
    "red", "amber", "green", "blue", "unrated", "main", "target", "comparator", "first", "second", "third",
)  # fmt: skip


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
    tones = sorted(lightness(STYLE.ratings[rating].fill) for rating in Rating)
    assert min(after - before for before, after in pairwise(tones)) >= GREY


@pytest.mark.parametrize("eye", EYES)
def test_the_fills_of_the_ratings_stay_apart_for_every_eye(eye: str) -> None:
    for one, other in combinations(Rating, 2):
        fills = STYLE.ratings[one].fill, STYLE.ratings[other].fill
        assert distance(*fills, eye) >= TELLABLE, f"{one} and {other} under {eye}"


def test_every_rating_has_a_shape_of_its_own() -> None:
    assert set(RATING_ICONS) == set(Rating)
    assert len(set(RATING_ICONS.values())) == len(Rating)


@pytest.mark.parametrize("weight", ["regular", "semibold", "bold", "italic"])
def test_every_weight_of_the_type_is_carried_along(weight: Weight) -> None:
    assert OPEN_SANS.file(weight).read_bytes()[:4] in {b"\x00\x01\x00\x00", b"OTTO", b"true"}
