"""Whether a council's colours can be read, and whether its ratings can be told apart."""

from collections.abc import Iterator
from itertools import combinations
from math import floor

from boardpack.colours import EYES, READABLE, VISIBLE, WHITE, contrast, distance, lightness
from boardpack.model.plan import Rating
from boardpack.style import Style

TELLABLE = 15.0
"""A distance in CIELAB at which two fills are told apart at a glance, side by side or not."""
GREY = 3.0
"""The least difference in lightness of two fills on a grey print."""

_Named = tuple[str, str]
"""A colour with the name of its setting."""


def contrast_faults(style: Style) -> Iterator[str]:
    """What cannot be read, what cannot be seen, and ratings that look alike, in sentences."""
    for ink, ground in _texts(style):
        yield from _too_weak(ink, ground, READABLE)
    for line in _lines(style):
        yield from _too_weak(line, ("white", WHITE), VISIBLE)
    for one, other in combinations(Rating, 2):
        yield from _alike(style, one, other)


def _texts(style: Style) -> Iterator[tuple[_Named, _Named]]:
    """Each colour of text with what may lie behind it."""
    grounds = (
        ("white", WHITE),
        ("colours.tint", style.tint),
        ("colours.question", style.question),
    )
    inks = (
        ("colours.text", style.text),
        ("colours.quiet", style.quiet),
        ("colours.structure", style.structure),
    )
    yield from ((ink, ground) for ink in inks for ground in grounds)
    pills = {rating.value: colours for rating, colours in style.ratings.items()}
    for name, pill in (*pills.items(), ("unrated", style.unrated)):
        place = f"colours.ratings.{name}"
        yield (f"{place}.text", pill.text), (f"{place}.fill", pill.fill)


def _lines(style: Style) -> Iterator[_Named]:
    """The colours of lines and bars."""
    yield "colours.main", style.main
    yield "colours.target", style.target
    yield "colours.comparator", style.comparator
    for number, colour in enumerate(style.groups, start=1):
        yield f"colours.groups.{number}", colour


def _too_weak(ink: _Named, ground: _Named, needed: float) -> Iterator[str]:
    found = contrast(ink[1], ground[1])
    if found < needed:
        # Cut off, not rounded: 4.496 would read as enough.
        shown = floor(found * 100) / 100
        remedy = (
            "Make it darker." if ground[0] == "white" else "Make one darker or the other lighter."
        )
        yield (
            f"{_called(ink)} on {_called(ground)} has a contrast of {shown:.2f} to 1, and "
            f"{needed:g} to 1 is needed. {remedy}"
        )


def _called(colour: _Named) -> str:
    name, code = colour
    return name if name == "white" else f"{name} ({code})"


def _alike(style: Style, one: Rating, other: Rating) -> Iterator[str]:
    """Why two ratings cannot be told apart, where they cannot: the first reason is enough."""
    fills = style.ratings[one].fill, style.ratings[other].fill
    pair = " and ".join(
        f"colours.ratings.{rating.value}.fill ({fill})"
        for rating, fill in zip((one, other), fills, strict=True)
    )
    apart = abs(lightness(fills[0]) - lightness(fills[1]))
    if apart < GREY:
        yield (
            f"{pair} look alike in grey: their lightness differs by {apart:.1f} of 100, and "
            f"{GREY:g} is needed. Make one of them darker or lighter."
        )
        return
    for eye in EYES:
        found = distance(*fills, eye)
        if found < TELLABLE:
            yield (
                f"{pair} look alike to someone with {eye}: they are {floor(found)} apart, and "
                f"{TELLABLE:g} is needed. Make one of them darker or lighter."
            )
            return
