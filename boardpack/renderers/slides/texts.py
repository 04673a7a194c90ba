"""The texts of a slide: those that can go on to further slides, and those that are made to fit where they are."""

from dataclasses import dataclass
from typing import Any

from boardpack.renderers.slides.fit import fit, shorten
from boardpack.renderers.slides.shapes import (
    parted_name,
    placeholder_kind,
    properties_of,
    title_of,
    tree,
)
from boardpack.renderers.slides.xml import Element, child, every
from boardpack.style import Style

_FIXED = {"title", "ctrTitle", "subTitle", "ftr", "sldNum", "dt"}
_REPLACED = {"chart", "picture"}


@dataclass(frozen=True, slots=True)
class Texts:
    """The paragraphs of every text that can go on, slide by slide, by the number of its shape.

    `cut` are the whole texts of those that had to be cut.
    """

    pages: dict[str, list[list[Element]]]
    cut: tuple[str, ...]


def texts_of(slide: Any, taken: set[str], style: Style) -> Texts:
    """The texts of a slide beside its titles, which come last, when they are told apart.

    A text that cannot go on, such as one in a group, is cut where it is too long, and so is one whose
    box has no room for a line.
    """
    found: dict[str, list[list[Element]]] = {}
    cut: list[str | None] = []
    for shape in list(every(tree(slide), "p:sp")):
        number = properties_of(shape).get("id", "")
        replaced = parted_name(properties_of(shape))[0] in _REPLACED
        if child(shape, "p:txBody") is None or number in taken or replaced:
            continue
        grouped = shape.getparent() is not tree(slide)
        if grouped or placeholder_kind(shape) in _FIXED:
            if shape is not title_of(slide):
                cut.append(shorten(slide, shape, style))
            continue
        fitted = fit(slide, shape, style)
        found[number] = fitted.pages
        cut.append(fitted.cut)
    return Texts(found, tuple(filter(None, cut)))
