"""Keeps what a template puts out away from the Markdown parser.

Every value that a template prints becomes a slot: a number between two private characters. The
parser sees nothing else of it, so that no cell can become a heading, a link or a table, and the
values are put back into the finished blocks. That is why nothing has to be escaped.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from boardpack.document.blocks import Block, Content, Inline, LineBreak, Text
from boardpack.document.templating import here
from boardpack.errors import TemplateError
from boardpack.words import DASH, thousands

_VALUE = re.compile("\ue000([0-9]{1,9})\ue001")
_BLOCKS = re.compile("\ue002([0-9]{1,9})\ue003")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Names the heading that it stands in, so that links can lead there."""

    name: str


@dataclass(frozen=True, slots=True)
class _Placed:
    """Blocks that a template put out, and the place in the template that did."""

    blocks: tuple[Block, ...]
    where: str


@dataclass(frozen=True, slots=True)
class Slots:
    """What a template printed, in its order."""

    _values: list[Content | Anchor] = field(default_factory=list)
    _blocks: list[_Placed] = field(default_factory=list)

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
        """A slot on a line of its own."""
        self._blocks.append(_Placed(blocks, here()))
        return Markup(f"\ue002{len(self._blocks) - 1}\ue003")  # noqa: S704 - as above

    def set_apart(self, text: str) -> str:
        """The text with an empty line round each line of block slots.

        A block that shares its line with words is a TemplateError: it would cut a sentence in two.
        """
        return "\n".join(self._line(line) for line in text.split("\n"))

    def _line(self, line: str) -> str:
        held = self._held(line)
        if not held:
            return line
        beside = _VALUE.sub("…", _BLOCKS.sub("", line)).strip()
        if beside:
            raise TemplateError(
                held[0].where,
                f'a chart, table or list stands inside a line ("{beside}"). Put it on a line of its own.',
            )
        return f"\n{line}\n"

    def blocks_of(self, text: str) -> tuple[Block, ...] | None:
        """The blocks whose slots stand in a text; None where none does."""
        held = self._held(text)
        return tuple(block for placed in held for block in placed.blocks) if held else None

    def _held(self, text: str) -> list[_Placed]:
        numbers = (int(match[1]) for match in _BLOCKS.finditer(text))
        return [self._blocks[number] for number in numbers if number < len(self._blocks)]

    def fill(self, text: str, like: Text) -> Iterator[Inline | Anchor]:
        """A run of text with its slots filled; words take the run's own emphasis and link.

        What only looks like a slot, in minutes for instance, is text as any other.
        """
        position = 0
        for match in _VALUE.finditer(text):
            number = int(match[1])
            if number >= len(self._values):
                continue
            if before := text[position : match.start()]:
                yield styled(before, like)
            content = self._values[number]
            if isinstance(content, Anchor):
                yield content
            else:
                yield from (
                    styled(i.text, like) if i == Text(getattr(i, "text", "")) else i
                    for i in content
                )
            position = match.end()
        if rest := text[position:]:
            yield styled(rest, like)

    def link(self, href: str) -> str:
        """A link's address with its slots filled."""
        filled = self.fill(href, Text(""))
        return plain_text(inline for inline in filled if not isinstance(inline, Anchor))


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
            return str(value)


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
