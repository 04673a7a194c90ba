"""A template file as a deck that can be filled, or the reason why it cannot."""

import io
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import pptx

from boardpack.errors import UnreadableDeck
from boardpack.renderers.slides.package import unzipped, zipped

_TYPES = "[Content_Types].xml"
_DECK = b"presentationml.presentation.main+xml"
_KIN = (b"presentationml.template.main+xml", b"presentationml.slideshow.main+xml")
_OLE = b"\xd0\xcf\x11\xe0"


def open_deck(path: Path) -> Any:
    """The template as python-pptx holds it; .potx and .ppsx are opened as decks."""
    members = _members(path)
    types = members.get(_TYPES, b"")
    if b"macroEnabled" in types:
        raise UnreadableDeck(path, "it holds macros", "Save it as PowerPoint Presentation (.pptx).")
    if any(
        b"purl.oclc.org/ooxml" in data for name, data in members.items() if name.endswith("rels")
    ):
        raise UnreadableDeck(
            path, "it is a Strict Open XML file", "Save it as PowerPoint Presentation, not Strict."
        )
    for kin in _KIN:
        types = types.replace(kin, _DECK)
    if _DECK not in types:
        raise UnreadableDeck(
            path, "it is not a PowerPoint file", "Save it from PowerPoint as .pptx."
        )
    return pptx.Presentation(io.BytesIO(zipped(members | {_TYPES: types})))


def _members(path: Path) -> dict[str, bytes]:
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise UnreadableDeck(
            path, f"it cannot be opened ({fault.strerror})", "Put a slide template there."
        ) from fault
    if data.startswith(_OLE):
        raise UnreadableDeck(
            path,
            "it is protected by a password, or in the format of PowerPoint before 2007",
            "Save it without a password as PowerPoint Presentation (.pptx).",
        )
    try:
        return unzipped(data)
    except BadZipFile as fault:
        raise UnreadableDeck(
            path, "it is not a PowerPoint file", "Save it from PowerPoint as .pptx."
        ) from fault
