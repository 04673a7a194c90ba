"""A deck made from a template: open, repeat, fill, fit, check, write."""

import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from boardpack.document.pack import Material
from boardpack.errors import UnreadableDeck
from boardpack.model.deck import DeckPart, LayoutChoice
from boardpack.renderers.interface import Output
from boardpack.renderers.slides.access import (
    drop_empty_placeholders,
    make_readable,
    number_slides,
    set_language,
    set_properties,
)
from boardpack.renderers.slides.cloning import Deck
from boardpack.renderers.slides.directives import has_directives, notes_body, take_directives
from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.filling import fill_slide, settle_titles
from boardpack.renderers.slides.integrity import refuse_broken
from boardpack.renderers.slides.marks import has_tags
from boardpack.renderers.slides.opening import open_deck
from boardpack.renderers.slides.package import unzipped, zipped
from boardpack.renderers.slides.pictures import Pictures
from boardpack.renderers.slides.shapes import FILLED, bodies, parted_name, tree
from boardpack.renderers.slides.standard.making import NO_MAP, make_standard
from boardpack.renderers.slides.titles import name_slides
from boardpack.renderers.slides.xml import every, safe
from boardpack.style import Style


def render(
    material: Material,
    template: Path,
    style: Style = Style(),  # noqa: B008 - frozen
    layouts: Mapping[DeckPart, LayoutChoice] = NO_MAP,
) -> Output:
    """The deck of a meeting, made from a PowerPoint file with tags.

    A file without tags lends its layouts to the standard deck: by the map, or as they suit where it
    has no slides either. Slides without tags and without a map stay as they are.
    """
    remarks: list[str] = []
    presentation = open_deck(template, remarks.append)
    if (layouts or not len(presentation.slides)) and not _is_tagged(presentation.slides):
        make_standard(presentation, layouts, str(template))
    deck = Deck(presentation)
    for number, slide in enumerate(deck.slides, start=1):
        make_readable(slide, f"slide {number}", remarks.append)
    pictures = Pictures(template.parent, style.logo, remarks.append)
    for slide, names in _repeated(deck, material, str(template)):
        fill_slide(deck, slide, names, style, pictures)
    slides = deck.slides
    if not slides:
        raise UnreadableDeck(template, "all its slides are left out", "Keep one without `if:`.")
    drop_empty_placeholders(slides)
    name_slides(slides)
    settle_titles(deck, style)
    number_slides(deck.presentation, slides)
    set_language(slides)
    set_properties(deck.presentation, _title(material), _said(material, "council"))
    deck.name_parts()
    data = _written(deck.presentation)
    refuse_broken(data, template)
    return Output("deck.pptx", data, len(slides), remarks=tuple(remarks))


def _is_tagged(slides: Iterable[Any]) -> bool:
    """Whether any slide says what it is to be filled with."""
    for slide in slides:
        notes = notes_body(slide)
        texts = [body for _, body in bodies(slide)] + ([] if notes is None else [notes])
        asks = any(parted_name(one)[0] in FILLED for one in every(tree(slide), "p:cNvPr"))
        if asks or has_directives(slide) or any(map(has_tags, texts)):
            return True
    return False


def _repeated(deck: Deck, material: Material, template: str) -> list[tuple[Any, Names]]:
    """Every slide that will be shown, with what its tags may name."""
    shown: list[tuple[Any, Names]] = []
    for number, slide in enumerate(deck.slides, start=1):
        names = Names(material, material.values, f"{template}, slide {number}")
        turns = list(take_directives(slide, names.where).turns(names))
        copies = [slide]
        for _ in turns[1:]:
            copies.append(deck.copy_after(copies[-1]))
        if not turns:
            deck.leave_out(slide)
        shown += zip(copies, turns, strict=False)
    return shown


def _title(material: Material) -> str:
    return ", ".join(part for key in ("name", "date") if (part := _said(material, key)))


def _said(material: Material, key: str) -> str:
    """What the values say about the board, if they say it."""
    board = material.values.get("board")
    value = board.get(key) if isinstance(board, dict) else getattr(board, key, None)
    return safe(value) if isinstance(value, str) else ""


def _written(presentation: Any) -> bytes:
    buffer = io.BytesIO()
    presentation.save(buffer)
    return zipped(unzipped(buffer.getvalue()))
