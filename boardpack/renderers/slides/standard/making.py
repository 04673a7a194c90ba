"""The standard deck in a council's own template: in its place when filling, or as a file to edit."""

import io
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from boardpack.model.deck import DeckPart, LayoutChoice
from boardpack.renderers.slides.cloning import Deck
from boardpack.renderers.slides.opening import open_deck
from boardpack.renderers.slides.package import unzipped, zipped
from boardpack.renderers.slides.standard.writing import write_standard

NO_MAP: Mapping[DeckPart, LayoutChoice] = MappingProxyType({})


def make_standard(
    presentation: Any, layouts: Mapping[DeckPart, LayoutChoice], template: str
) -> None:
    """Put the standard deck in the place of slides that only show what the layouts look like."""
    deck = Deck(presentation)
    for slide in deck.slides:
        deck.leave_out(slide)
    write_standard(presentation, layouts, template)


def deck_from(template: Path, layouts: Mapping[DeckPart, LayoutChoice] = NO_MAP) -> bytes:
    """The standard deck with its tags on the layouts of a template, to be edited in PowerPoint."""
    presentation = open_deck(template)
    make_standard(presentation, layouts, str(template))
    Deck(presentation).name_parts()
    buffer = io.BytesIO()
    presentation.save(buffer)
    return zipped(unzipped(buffer.getvalue()))
