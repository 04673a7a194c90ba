"""Filling one slide: its text, then its charts and tables, on as many slides as they need."""

from copy import deepcopy
from typing import Any

from boardpack.renderers.slides.access import add_to_notes, number_title, title_or_refuse
from boardpack.renderers.slides.charts.place import place_chart
from boardpack.renderers.slides.charts.titles import fill_titles
from boardpack.renderers.slides.cloning import Deck
from boardpack.renderers.slides.directives import notes_body
from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.fit import fit, replace_paragraphs, shorten
from boardpack.renderers.slides.shapes import (
    asked_for,
    bodies,
    by_id,
    placeholder_kind,
    properties_of,
    shapes,
    title_of,
    tree,
)
from boardpack.renderers.slides.tables import Filled, lay_out, place_table
from boardpack.renderers.slides.tags import fill_body
from boardpack.renderers.slides.xml import Element, child, every, name, remove
from boardpack.style import Style

_FIXED = {"title", "ctrTitle", "ftr", "sldNum", "dt"}


def fill_slide(deck: Deck, slide: Any, names: Names, style: Style) -> None:
    """Fill the slide; what does not fit goes on to copies of it behind it."""
    _fill_text(slide, names)
    tables = _tables(slide, names, style)
    texts = _texts(slide, set(tables))
    needed = max([1, *(len(t.pages) for t in tables.values()), *(len(t) for t in texts.values())])
    pages = [slide]
    for _ in range(needed - 1):
        pages.append(deck.copy_after(pages[-1]))
    for number, page in enumerate(pages):
        for shape_id, parts in texts.items():
            if needed > 1:
                _put_text(page, shape_id, parts, number)
        for shape_id, filled in tables.items():
            _put_table(page, shape_id, filled, number, style)
        for wanted, shape in asked_for(page, "chart", names.where):
            chart = names.material.chart(wanted, f'{names.where}, shape "chart: {wanted}"')
            place_chart(deck, page, shape, chart, style, names.where)
        if needed > 1:
            number_title(title_or_refuse(page, names.where), f"({number + 1} of {needed})")


def _fill_text(slide: Any, names: Names) -> None:
    for shape_name, body in list(bodies(slide)):
        fill_body(body, names.at(f'shape "{shape_name}"'))
    fill_titles(slide, names)
    notes = notes_body(slide)
    if notes is not None:
        fill_body(notes, names.at("notes"))
    for properties in every(tree(slide), "p:cNvPr"):
        for key in ("name", "descr", "title"):
            said = properties.get(key, "")
            if "{{" in said or "{%" in said:
                properties.set(key, names.at(f'shape "{said}"').render(said))


def _tables(slide: Any, names: Names, style: Style) -> dict[str, Filled]:
    """The tables of the slide, by the number of the shape that each will stand in."""
    return {
        properties_of(shape).get("id", ""): lay_out(
            slide,
            shape,
            names.material.table(wanted, f'{names.where}, shape "table: {wanted}"'),
            style,
        )
        for wanted, shape in asked_for(slide, "table", names.where)
    }


def _texts(slide: Any, taken: set[str]) -> dict[str, list[list[Element]]]:
    """The paragraphs of every text that can go on, slide by slide."""
    found: dict[str, list[list[Element]]] = {}
    for shape in shapes(slide):
        number = properties_of(shape).get("id", "")
        plain = shape.tag == name("p:sp") and child(shape, "p:txBody") is not None
        lead = properties_of(shape).get("name", "").partition(":")[0].strip().casefold()
        if not plain or number in taken or lead == "chart":
            continue
        if placeholder_kind(shape) in _FIXED:
            if shape is not title_of(slide):
                shorten(slide, shape)
            continue
        found[number] = fit(slide, shape)
    return found


def _put_text(page: Any, shape_id: str, parts: list[list[Element]], number: int) -> None:
    """A text's part for this slide; a text that needs no second slide stands on each."""
    shape = by_id(page, shape_id)
    if number < len(parts):
        replace_paragraphs(shape, [deepcopy(one) for one in parts[number]])
    elif len(parts) > 1:
        remove(shape)


def _put_table(page: Any, shape_id: str, filled: Filled, number: int, style: Style) -> None:
    shape = by_id(page, shape_id)
    if number < len(filled.pages):
        place_table(page, shape, filled, number, style)
    else:
        remove(shape)
    if number == 0:
        for whole in filled.cut:
            add_to_notes(page, whole)


def settle_titles(slides: list[Any]) -> None:
    """Make every title fit; what has to be cut from one stands whole in the notes."""
    for slide in slides:
        title = title_of(slide)
        assert title is not None
        whole = shorten(slide, title)
        if whole is not None:
            add_to_notes(slide, whole)
