"""What each chapter of a document says, told by a hash, so that two versions can be compared."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from boardpack.document.blocks import Block, Document, Heading, PaperPages
from boardpack.model.issue import IssuedChapter
from boardpack.words import DASH

COVER = IssuedChapter("", "Cover", "")
"""What stands before the first chapter; no link can lead there."""
_LOOKS = frozenset(
    {
        "align",
        "anchor",
        "direction",
        "href",
        "level",
        "role",
        "size",
        "status",
        "style",
        "tone",
        "width",
    }
)
"""The parts of a block that are looks and places, not words."""


def chapters_of(document: Document) -> tuple[IssuedChapter, ...]:
    """The chapters of a document with the hash of the words of each.

    The pages of papers are not words: papers are compared by their files. What stands on every
    page counts as the cover's.
    """
    title, anchor = COVER.title, COVER.anchor
    said = [document.title, document.marking, document.author]
    found = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            found.append(IssuedChapter(anchor, title, _hash(said)))
            title, anchor, said = block.text, block.anchor, []
        said += words_of(block)
    return (*found, IssuedChapter(anchor, title, _hash(said)))


def words_of(part: Block | object) -> Iterator[str]:
    """All that a part of a document says, its figures too, in reading order."""
    match part:
        case PaperPages() | bool():
            return
        case str():
            yield str(part)
        case int() | float():
            yield repr(part)
        case None:
            yield DASH
        case tuple():
            for one in part:
                yield from words_of(one)
        case _ if is_dataclass(part) and not isinstance(part, type):
            for field in fields(part):
                if field.name not in _LOOKS:
                    yield from words_of(getattr(part, field.name))
        case _:
            return


def _hash(said: Iterable[str]) -> str:
    words = " ".join(" ".join(said).split())
    return hashlib.sha256(words.encode()).hexdigest()
