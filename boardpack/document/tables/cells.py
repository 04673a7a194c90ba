"""Small makers of table cells, so that tables read as what they hold."""

from collections.abc import Sequence

from boardpack.analysis.stories import Story
from boardpack.document.blocks import Column, Content, Inline, Table, TableRow, Text
from boardpack.document.names import action_anchor, where
from boardpack.document.slots import lines
from boardpack.words import DASH


def text(words: str | None, *, strong: bool = False) -> Content:
    """A cell of text, its line breaks kept; a dash where there is none."""
    return lines(words, strong=strong) if words and words.strip() else (Text(DASH),)


def number(count: int) -> Content:
    """A cell with a count; none is a dash, so that the eye finds what is there."""
    return (Text(f"{count:,}" if count else DASH),)


def link(words: str, anchor: str) -> Content:
    """A cell that leads to a place in the document."""
    return (Text(words, href=f"#{anchor}"),)


def link_to_action(story: Story) -> Content:
    """A cell that names an action and leads to it."""
    return link(where(story), action_anchor(story.action))


def inline(*content: Inline) -> Content:
    """A cell with drawn things in it."""
    return content


def table(
    name: str, caption: str, columns: tuple[Column, ...], rows: Sequence[tuple[Content, ...]]
) -> Table:
    """A table of plain rows."""
    return Table(name, caption, columns, tuple(TableRow(cells) for cells in rows))
