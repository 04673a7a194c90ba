from pathlib import Path

import pytest

from boardpack.errors import UnreadableDeck
from boardpack.renderers.slides.opening import open_deck
from boardpack.renderers.slides.package import unzipped, zipped
from tests.renderers.slides.decks import TEMPLATE, filled, template, titles

TYPES = "[Content_Types].xml"


def retyped(data: bytes, kind: bytes) -> bytes:
    members = unzipped(data)
    members[TYPES] = members[TYPES].replace(b"presentationml.presentation.main+xml", kind)
    return zipped(members)


@pytest.mark.parametrize("kind", ["template", "slideshow"])
def test_potx_and_ppsx_are_opened_and_give_a_deck(tmp_path: Path, kind: str) -> None:
    def change(data: bytes) -> bytes:
        return retyped(data, f"presentationml.{kind}.main+xml".encode())

    assert titles(filled(template(), tmp_path, change=change)) == ["A title"]


def strict(data: bytes) -> bytes:
    members = unzipped(data)
    old, new = (
        b"schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"purl.oclc.org/ooxml/x",
    )
    members["_rels/.rels"] = members["_rels/.rels"].replace(old, new)
    return zipped(members)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"hello", "not a PowerPoint file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protected by a password"),
        (zipped({"a.txt": b""}), "not a PowerPoint file"),
        (
            retyped(TEMPLATE.read_bytes(), b"ms-powerpoint.presentation.macroEnabled.main+xml"),
            "macros",
        ),
        (strict(TEMPLATE.read_bytes()), "Strict"),
    ],
)
def test_what_is_no_template_is_refused_with_a_remedy(
    tmp_path: Path, data: bytes, said: str
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    with pytest.raises(UnreadableDeck, match="Save it") as caught:
        open_deck(path)
    assert said in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_missing_template_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDeck, match="No such file"):
        open_deck(tmp_path / "deck.pptx")
