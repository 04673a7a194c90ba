"""Small templates made for a test, and what is read back from a deck."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pptx
from lxml.etree import tostring
from pptx.util import Inches

from boardpack.document.pack import Material
from boardpack.renderers.slides import render
from tests.renderers.slides.material import material

ROOT = Path(__file__).parents[3]
TEMPLATE = ROOT / "templates" / "deck.pptx"
TITLE_AND_TEXT, TITLE_ONLY = 1, 5


def template(*, titles: tuple[str, ...] = ("A title",), layout: int = TITLE_ONLY) -> Any:
    """A deck of PowerPoint's own design with a slide for each title, still open."""
    deck = pptx.Presentation()
    for title in titles:
        slide = deck.slides.add_slide(deck.slide_layouts[layout])
        slide.shapes.title.text_frame.text = title
    return deck


def filled(
    deck: Any,
    folder: Path,
    given: Material | None = None,
    *,
    change: Callable[[bytes], bytes] = bytes,
) -> Any:
    """The deck filled, as python-pptx reads it back."""
    path = folder / "template.pptx"
    buffer = io.BytesIO()
    deck.save(buffer)
    path.write_bytes(change(buffer.getvalue()))
    return pptx.Presentation(io.BytesIO(render(given or material(), path).data))


def text_box(slide: Any, *lines: str, name: str = "", box: tuple[float, ...] = (1, 2, 8, 4)) -> Any:
    """A text box with a paragraph for each line."""
    shape = slide.shapes.add_textbox(*(Inches(part) for part in box))
    shape.text_frame.word_wrap = True
    shape.text_frame.text = "\n".join(lines)
    if name:
        shape.name = name
    return shape


def rectangle(slide: Any, name: str, box: tuple[float, ...] = (1, 2, 8, 4)) -> Any:
    """A rectangle with a name."""
    shape = slide.shapes.add_shape(1, *(Inches(part) for part in box))
    shape.name = name
    return shape


def texts(slide: Any) -> list[str]:
    """The texts of the shapes of a slide."""
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def titles(deck: Any) -> list[str]:
    """The titles of the slides."""
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def xml_of(element: Any) -> bytes:
    """An element as XML that is the same wherever it stands."""
    return tostring(element, method="c14n", exclusive=True)
