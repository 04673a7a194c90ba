"""Keeps what a template puts out away from the Markdown parser.

Every value that a template prints becomes a slot: a number between two private characters. The
parser sees nothing else of it, so that no cell can become a heading, a link or a table, and the
values are put back into the finished blocks. That is why nothing has to be escaped.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from markupsafe import Markup

from boardpack.document.blocks import Block, Content, Inline, LineBreak, Text
from boardpack.words import DASH, thousands

_VALUE = re.compile("\ue000(\\d+)\ue001")
_BLOCKS = re.compile("\ue002(\\d+)\ue003")
_PRIVATE = re.compile("[\ue000-\ue003]")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Names the heading that it stands in, so that links can lead there."""

    name: str


@dataclass(frozen=True, slots=True)
class Slots:
    """What a template printed, in its order."""

    _values: list[Content | Anchor] = field(default_factory=list)
    _blocks: list[tuple[Block, ...]] = field(default_factory=list)

    def finalize(self, value: object) -> Markup:
        """The slot that stands for a printed value; slots that were made already pass through."""
        if isinstance(value, Markup):
            return value
        return self.inline((Text(in_words(value)),) if not isinstance(value, Inline) else (value,))

    def inline(self, content: Content | Anchor) -> Markup:
        """A slot in running text."""
        self._values.append(content)
        return Markup(f"\ue000{len(self._values) - 1}\ue001")  # noqa: S704 - two private characters and digits

    def block(self, *blocks: Block) -> Markup:
        """A slot on lines of its own."""
        self._blocks.append(blocks)
        return Markup(f"\n\n\ue002{len(self._blocks) - 1}\ue003\n\n")  # noqa: S704 - as above

    def blocks_of(self, text: str) -> tuple[Block, ...] | None:
        """The blocks, if a paragraph is made of nothing but their slots; None if it has none."""
        if not _BLOCKS.search(text):
            return None
        if _BLOCKS.sub("", text).strip():
            raise ValueError(_BLOCKS.sub("", text).strip())
        return tuple(block for match in _BLOCKS.finditer(text) for block in self._blocks[int(match[1])])

    def fill(self, text: str, like: Text) -> Iterator[Inline | Anchor]:
        """A run of text with its slots filled; words take the run's own emphasis and link."""
        position = 0
        for match in _VALUE.finditer(text):
            if before := text[position : match.start()]:
                yield styled(before, like)
            content = self._values[int(match[1])]
            if isinstance(content, Anchor):
                yield content
            else:
                yield from (styled(i.text, like) if i == Text(getattr(i, "text", "")) else i for i in content)
            position = match.end()
        if rest := text[position:]:
            yield styled(rest, like)

    def link(self, href: str) -> str:
        """A link's address with its slots filled; the parser had encoded them."""
        return plain_text(inline for inline in self.fill(unquote(href), Text("")) if not isinstance(inline, Anchor))


def in_words(value: object) -> str:
    """A value as a template prints it: nothing is a dash, whole numbers have their thousands."""
    match value:
        case None:
            return DASH
        case bool():
            return "yes" if value else "no"
        case int():
            return thousands(value)
        case _:
            return _PRIVATE.sub("", str(value))


def styled(text: str, like: Text) -> Text:
    """The words with the emphasis and the link of a run."""
    return Text(text, like.strong, like.emphasis, like.href, like.size)


def plain_text(content: Iterable[Inline]) -> str:
    """The words of a content, line breaks as spaces."""
    return "".join(
        inline.text if isinstance(inline, Text) else " " if isinstance(inline, LineBreak) else ""
        for inline in content
    )


def lines(text: str, *, strong: bool = False) -> Content:
    """A cell's text, its line breaks kept."""
    content: list[Inline] = []
    for line in text.splitlines():
        content += [LineBreak(), Text(line, strong)] if content else [Text(line, strong)]
    return tuple(content)
