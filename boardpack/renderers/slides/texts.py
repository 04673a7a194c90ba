"""The texts of a slide: those that can go on to further slides, and those that are made to fit where they are."""

from typing import Any

from boardpack.renderers.slides.access import add_to_notes
from boardpack.renderers.slides.fit import fit, shorten
from boardpack.renderers.slides.shapes import placeholder_kind, properties_of, title_of, tree
from boardpack.renderers.slides.xml import Element, child, every
from boardpack.style import Style

_FIXED = {"title", "ctrTitle", "ftr", "sldNum", "dt"}
_REPLACED = {"chart", "picture"}


def texts_of(slide: Any, taken: set[str], style: Style) -> dict[str, list[list[Element]]]:
    """The paragraphs of every text that can go on, slide by slide, by the number of its shape.

    A text that cannot go on, such as one in a group, is cut where it is too long, and so is one whose
    box has no room for a line; its whole is kept in the notes.
    """
    found: dict[str, list[list[Element]]] = {}
    cut: list[str | None] = []
    for shape in list(every(tree(slide), "p:sp")):
        number = properties_of(shape).get("id", "")
        lead = properties_of(shape).get("name", "").partition(":")[0].strip().casefold()
        if child(shape, "p:txBody") is None or number in taken or lead in _REPLACED:
            continue
        grouped = shape.getparent() is not tree(slide)
        if grouped or placeholder_kind(shape) in _FIXED:
            if shape is not title_of(slide):  # titles come last, when they are told apart
                cut.append(shorten(slide, shape, style))
            continue
        fitted = fit(slide, shape, style)
        found[number] = fitted.pages
        cut.append(fitted.cut)
    for whole in filter(None, cut):
        add_to_notes(slide, whole)
    return found
