"""Filling one slide: its text, then its charts, tables and pictures, on as many slides as they need."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from boardpack.renderers.slides.charts.place import place_chart
from boardpack.renderers.slides.cloning import Deck, drop_unused
from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.fit import replace_paragraphs, shorten_title
from boardpack.renderers.slides.growing import Grown, forget_heights, grow, show_rows
from boardpack.renderers.slides.pictures import Pictures, leave_picture, place_picture
from boardpack.renderers.slides.shapes import (
    asked_for,
    by_id,
    properties_of,
    title_of,
    tree,
)
from boardpack.renderers.slides.sources import Sources, note, write_sources
from boardpack.renderers.slides.tables import Filled, lay_out, place_table
from boardpack.renderers.slides.texts import Texts, texts_of
from boardpack.renderers.slides.titles import number_title
from boardpack.renderers.slides.writing import tables_with_tags, write_slide
from boardpack.renderers.slides.xml import Element, relationship_ids, remove
from boardpack.style import Style


@dataclass(frozen=True, slots=True)
class _Plan:
    """What goes on to further slides, each by the number of the shape that it stands in."""

    tables: dict[str, Filled]
    grown: dict[str, Grown]
    texts: Texts

    @property
    def slides(self) -> int:
        """How many slides are needed."""
        tables = [len(one.pages) for one in self.tables.values()]
        grown = [len(one.pages) for one in self.grown.values()]
        return max([1, *tables, *grown, *map(len, self.texts.pages.values())])

    @property
    def cut(self) -> list[str]:
        """The whole texts of what had to be cut."""
        of_tables = [whole for one in self.tables.values() for whole in one.cut]
        of_grown = [whole for one in self.grown.values() for whole in one.cut]
        return [*of_tables, *of_grown, *self.texts.cut]


def fill_slide(deck: Deck, slide: Any, names: Names, style: Style, pictures: Pictures) -> None:
    """Fill the slide; what does not fit goes on to copies of it behind it."""
    sources = Sources()
    names = sources.heard(names)
    drawn = [properties_of(frame).get("id", "") for frame in _forgotten(slide, names, style)]
    write_slide(slide, names)
    plan = _plan(slide, names, style, drawn)
    pages = [slide]
    while len(pages) < plan.slides:
        pages.append(deck.copy_after(pages[-1]))
    for number, page in enumerate(pages):
        _put_what_goes_on(page, plan, number, style)
        for wanted, shape in asked_for(page, "picture", names.where):
            picture = pictures.picture(wanted, names.where, f"picture: {wanted}")
            if picture is None:
                leave_picture(page, shape)
            else:
                place_picture(page, shape, picture)
        for wanted, shape in asked_for(page, "chart", names.where):
            chart = names.material.chart(wanted, f'{names.where}, shape "chart: {wanted}"')
            place_chart(deck, page, shape, chart, style, names.where)
        title = title_of(page)
        if plan.slides > 1 and title is not None:
            number_title(title, f"({number + 1} of {plan.slides})")
    for whole in plan.cut:
        note(deck, slide, whole)
    for page in pages:
        write_sources(deck, page, sources.said)


def _forgotten(slide: Any, names: Names, style: Style) -> list[Element]:
    """The author's own tables that have tags, their rows no longer as high as those tags."""
    frames = tables_with_tags(slide, names.where)
    for frame in frames:
        forget_heights(slide, frame, style)
    return frames


def _plan(slide: Any, names: Names, style: Style, drawn: list[str]) -> _Plan:
    tables = {
        properties_of(shape).get("id", ""): lay_out(
            slide,
            shape,
            names.material.table(wanted, f'{names.where}, shape "table: {wanted}"'),
            style,
        )
        for wanted, shape in asked_for(slide, "table", names.where)
    }
    grown = {number: grow(slide, by_id(slide, number), style) for number in drawn}
    return _Plan(tables, grown, texts_of(slide, set(tables), style))


def _put_what_goes_on(page: Any, plan: _Plan, number: int, style: Style) -> None:
    """The part of every text and table that stands on this slide, and no other."""
    linked = relationship_ids(tree(page))
    for shape_id, parts in plan.texts.pages.items():
        if plan.slides > 1:
            _put_text(page, shape_id, parts, number)
    for shape_id, filled in plan.tables.items():
        shape = by_id(page, shape_id)
        if number < len(filled.pages):
            place_table(page, shape, filled, number, style)
        else:
            remove(shape)
    for shape_id, grown in plan.grown.items():
        shape = by_id(page, shape_id)
        if number < len(grown.pages):
            show_rows(shape, grown, number)
        else:
            remove(shape)
    drop_unused(page.part, linked)


def _put_text(page: Any, shape_id: str, parts: list[list[Element]], number: int) -> None:
    """A text's part for this slide; a text that needs no second slide stands on each."""
    shape = by_id(page, shape_id)
    if number < len(parts):
        replace_paragraphs(shape, [deepcopy(one) for one in parts[number]])
    elif len(parts) > 1:
        remove(shape)


def settle_titles(deck: Deck, style: Style) -> None:
    """Make every title fit; what has to be cut from one stands whole in the notes."""
    for slide in deck.slides:
        title = title_of(slide)
        assert title is not None
        whole = shorten_title(slide, title, style)
        if whole is not None:
            note(deck, slide, whole)
