"""A template file as a deck that can be filled, or the reason why it cannot."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as BadDeflate  # noqa: N812 - zlib names it like a function

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from boardpack.errors import UnreadableDeck
from boardpack.renderers.slides.mending import mended
from boardpack.renderers.slides.package import unzipped, zipped

_TYPES = "[Content_Types].xml"
_NO_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_SLIDES = "ppt/presentation.xml"
_DECK = b"presentationml.presentation.main+xml"
_KIN = (b"presentationml.template.main+xml", b"presentationml.slideshow.main+xml")
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK"
_MOST = 2**30  # unpacked; a picture of a camera has about 2**25
_ENCRYPTED = 1  # the flag of a zip member
_OTHERS = {
    b"wordprocessingml.document.main": "a Word document",
    b"spreadsheetml.sheet.main": "an Excel workbook",
    b"vnd.oasis.opendocument": "an OpenDocument file",
}
_SAVE = "Save it from PowerPoint as .pptx."


def open_deck(path: Path, tell: Callable[[str], None] = lambda _: None) -> Any:
    """The template as python-pptx holds it; .potx and .ppsx are opened as decks.

    What in it was not sound and was mended is told in sentences.
    """
    members = _members(path)
    types = members.get(_TYPES, b"").replace(b"\0", b"")  # UTF-16 has one beside each letter
    _refuse_kind(path, members, types)
    sound, remarks = mended({_TYPES: _NO_TYPES} | members, path)
    for remark in remarks:
        tell(remark)
    deck = pptx.Presentation(io.BytesIO(zipped(sound)))
    _give_notes_master(deck)
    return deck


def _give_notes_master(deck: Any) -> None:
    """Notes whose master was lost get the one that PowerPoint begins with."""
    for slide in deck.slides:
        if slide.has_notes_slide:
            links = slide.notes_slide.part.rels.values()
            if not any(link.reltype == RT.NOTES_MASTER for link in links):
                slide.notes_slide.part.relate_to(deck.notes_master.part, RT.NOTES_MASTER)


def _refuse_kind(path: Path, members: dict[str, bytes], types: bytes) -> None:
    if b"macroEnabled" in types:
        raise UnreadableDeck(path, "it holds macros", "Save it as PowerPoint Presentation (.pptx).")
    if any(
        b"purl.oclc.org/ooxml" in data for name, data in members.items() if name.endswith("rels")
    ):
        raise UnreadableDeck(
            path, "it is a Strict Open XML file", "Save it as PowerPoint Presentation, not Strict."
        )
    if not any(kind in types for kind in (_DECK, *_KIN)) and _SLIDES not in members:
        said = types + members.get("mimetype", b"")
        other = next((words for mark, words in _OTHERS.items() if mark in said), None)
        raise UnreadableDeck(path, f"it is {other or 'not a PowerPoint file'}", _SAVE)


def _members(path: Path) -> dict[str, bytes]:
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise UnreadableDeck(
            path, f"it cannot be opened ({fault.strerror})", "Put a slide template there."
        ) from fault
    if not data:
        raise UnreadableDeck(path, "it is empty", "Copy it again, or save it from PowerPoint.")
    if data.startswith(_OLE):
        raise UnreadableDeck(
            path,
            "it is protected by a password, or in the format of PowerPoint before 2007",
            "Save it without a password as PowerPoint Presentation (.pptx).",
        )
    if not data.startswith(_ZIP):
        raise UnreadableDeck(path, "it is not a PowerPoint file", _SAVE)
    try:
        _refuse_zip(path, data)
        return unzipped(data)
    except (BadZipFile, BadDeflate, EOFError, NotImplementedError) as fault:
        raise UnreadableDeck(
            path,
            "it is damaged or was not copied whole",
            "Copy it again, or open it in PowerPoint, let it repair the file, and save it.",
        ) from fault


def _refuse_zip(path: Path, data: bytes) -> None:
    with ZipFile(io.BytesIO(data)) as archive:
        listed = archive.infolist()
    if any(one.flag_bits & _ENCRYPTED for one in listed):
        raise UnreadableDeck(path, "it is a zip with a password", f"Unpack it. {_SAVE}")
    if sum(one.file_size for one in listed) > _MOST:
        raise UnreadableDeck(
            path,
            "it is larger than a gigabyte when unpacked",
            "Compress its pictures (Picture Format) and take out its videos.",
        )
