"""Filling every text of a slide that may hold tags, wherever PowerPoint keeps it."""

from collections.abc import Iterator
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml

from boardpack.errors import FaultyTag
from boardpack.renderers.slides import private
from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.grids import fill_table
from boardpack.renderers.slides.links import Links
from boardpack.renderers.slides.marks import has_tags
from boardpack.renderers.slides.shapes import asked_for, properties_of, text_of, tree
from boardpack.renderers.slides.spans import opens_a_tag
from boardpack.renderers.slides.tags import fill_body, fill_line
from boardpack.renderers.slides.xml import Element, child, children, every, name

_SPOKEN = ("name", "descr", "title")


def tables_with_tags(slide: Any, where: str) -> list[Element]:
    """The tables that an author drew and that are filled cell by cell."""
    replaced = [shape for _, shape in asked_for(slide, "table", where)]
    return [
        frame
        for frame in children(tree(slide), "p:graphicFrame")
        if frame not in replaced
        and child(frame, "a:graphic/a:graphicData/a:tbl") is not None
        and has_tags(frame)
    ]


def write_slide(slide: Any, names: Names) -> None:
    """Fill the slide's shapes, tables and groups, its charts' titles, its notes, its links."""
    _refuse_diagrams(slide, names)
    links = Links(slide.part)
    _write_shapes(tree(slide), names, links)
    links.fill(tree(slide), names)
    _write_names(tree(slide), names)
    _write_chart_titles(slide, names)
    if slide.has_notes_slide:
        _write_notes(slide.notes_slide, names.at("notes"))


def _write_shapes(top: Element, names: Names, links: Links) -> None:
    for shape in list(every(top, "p:sp", "p:graphicFrame")):
        place = names.at(f'shape "{properties_of(shape).get("name", "")}"')
        for table in every(shape, "a:tbl"):
            fill_table(table, place, links)
        for body in every(shape, "p:txBody"):
            fill_body(body, place, links)


def _write_chart_titles(slide: Any, names: Names) -> None:
    for frame in every(tree(slide), "p:graphicFrame"):
        holder = child(frame, "a:graphic/a:graphicData/c:chart")
        part = None if holder is None else slide.part.related_part(holder.get(name("r:id"), ""))
        root = None if part is None else private.root(part)
        place = names.at(f'shape "{properties_of(frame).get("name", "")}", title')
        for title in [] if root is None else list(every(root, "c:rich")):
            fill_body(title, place)


def _write_names(top: Element, names: Names) -> None:
    """Fill what the Selection Pane calls a shape, and its alternative text."""
    for properties in every(top, "p:cNvPr"):
        for key in _SPOKEN:
            if said := properties.get(key):
                properties.set(key, fill_line(said, names.at(f'shape "{said}"')))


def _write_notes(notes: Any, names: Names) -> None:
    root = private.root(notes.part)
    assert root is not None
    links = Links(notes.part)
    for body in every(root, "p:txBody"):
        fill_body(body, names, links)
    links.fill(root, names)


def _refuse_diagrams(slide: Any, names: Names) -> None:
    """SmartArt keeps its text, its drawing and its layout in parts that only PowerPoint can match."""
    for part in _parts(slide, RT.DIAGRAM_DATA):
        for paragraph in every(parse_xml(part.blob), "a:p"):
            if opens_a_tag(text_of(paragraph)):
                raise FaultyTag(
                    names.where,
                    text_of(paragraph),
                    "it stands in SmartArt, which only PowerPoint can lay out; put it into a text "
                    "box or a table, or turn the SmartArt into shapes (SmartArt Design, Convert)",
                )


def _parts(slide: Any, kind: str) -> Iterator[Any]:
    for link in list(slide.part.rels.values()):
        if link.reltype == kind and not link.is_external:
            yield link.target_part
