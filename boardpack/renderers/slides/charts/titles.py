"""Tags in the titles of a template's charts."""

from typing import Any

from boardpack.renderers.slides import private
from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.shapes import properties_of, tree
from boardpack.renderers.slides.tags import fill_body
from boardpack.renderers.slides.xml import child, every, name


def fill_titles(slide: Any, names: Names) -> None:
    """Fill the tags of all texts of the slide's charts: their titles and those of their axes."""
    for frame in every(tree(slide), "p:graphicFrame"):
        holder = child(frame, "a:graphic/a:graphicData/c:chart")
        if holder is None:
            continue
        root = private.root(slide.part.related_part(holder.get(name("r:id"), "")))
        said = properties_of(frame).get("name", "")
        for body in [] if root is None else every(root, "c:rich"):
            fill_body(body, names.at(f'shape "{said}", title'))
