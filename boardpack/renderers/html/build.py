"""The pack as one web page that needs nothing else: no network, no script, no other file."""

from pathlib import Path
from typing import Final

from markupsafe import Markup

from boardpack.document.blocks import Document
from boardpack.errors import TemplateError
from boardpack.renderers.html.blocks import START, contents, main_part
from boardpack.renderers.html.colours import custom_properties
from boardpack.renderers.html.fonts import font_faces
from boardpack.renderers.html.frame import FRAME, filled, frame, style_sheet
from boardpack.renderers.html.markup import one_line
from boardpack.renderers.html.outline import outline
from boardpack.renderers.html.page import Page
from boardpack.renderers.interface import Output
from boardpack.style import Style

NAME: Final = "pack.html"


def render(document: Document, templates: Path, style: Style | None = None) -> Output:
    """The web page of a document, in the frame and the style sheet of the templates folder."""
    page = Page(style or Style(), outline(document.blocks))
    template = frame(templates)
    rules = custom_properties(page.style) + style_sheet(templates)
    main = main_part(document, page)
    values = _values(document) | {"main": main, "contents": contents(page), "start": f"#{START}"}
    # Twice, since only the finished page tells which characters its fonts need.
    bare = filled(template, values | {"styles": rules})
    styles = font_faces(bare, page.style.typeface) + rules
    whole = filled(template, values | {"styles": Markup(styles)})  # noqa: S704 - the style sheet holds no markup
    if main not in whole:
        raise TemplateError(
            str(templates / FRAME),
            "the pack has no place in this page. Put {{ main }} in its body.",
        )
    return Output(NAME, whole.encode())


def _values(document: Document) -> dict[str, object]:
    """What the frame may name of the document, as text."""
    return {
        "title": one_line(document.title),
        "board": one_line(document.board),
        "date": one_line(document.date),
        "marking": one_line(document.marking),
        "author": one_line(document.author),
        "language": one_line(document.language),
    }
