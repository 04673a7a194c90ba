"""A deck made from a template: open, repeat, fill, fit, check, write."""

import io
from pathlib import Path
from typing import Any

from boardpack.document.pack import Material
from boardpack.errors import UnreadableDeck
from boardpack.renderers.interface import Output
from boardpack.renderers.slides.access import (
    name_slides,
    set_language,
    set_properties,
    title_or_refuse,
)
from boardpack.renderers.slides.cloning import Deck
from boardpack.renderers.slides.directives import take_directives
from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.filling import fill_slide, settle_titles
from boardpack.renderers.slides.integrity import refuse_broken
from boardpack.renderers.slides.opening import open_deck
from boardpack.renderers.slides.package import unzipped, zipped
from boardpack.renderers.slides.xml import safe
from boardpack.style import Style


def render(material: Material, template: Path, style: Style = Style()) -> Output:  # noqa: B008 - frozen
    """The deck of a meeting, made from a PowerPoint file with tags."""
    deck = Deck(open_deck(template))
    for slide, names in _repeated(deck, material, str(template)):
        fill_slide(deck, slide, names, style)
    slides = deck.slides
    if not slides:
        raise UnreadableDeck(template, "all its slides are left out", "Keep one without `if:`.")
    name_slides(slides)
    settle_titles(slides, style)
    set_language(slides)
    set_properties(deck.presentation, _title(material), _said(material, "council"))
    deck.name_parts()
    data = _written(deck.presentation)
    refuse_broken(data, template)
    return Output("deck.pptx", data, len(slides))


def _repeated(deck: Deck, material: Material, template: str) -> list[tuple[Any, Names]]:
    """Every slide that will be shown, with what its tags may name."""
    shown: list[tuple[Any, Names]] = []
    for number, slide in enumerate(deck.slides, start=1):
        names = Names(material, material.values, f"{template}, slide {number}")
        title_or_refuse(slide, names.where)
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
