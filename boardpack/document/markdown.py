"""Markdown, with slots for what a template printed, to blocks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin

from boardpack.document.blocks import (
    Block,
    Column,
    Columns,
    Content,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Paragraph,
    ParagraphStyle,
    Table,
    TableRow,
    Text,
)
from boardpack.document.slots import Anchor, Slots, plain_text

_STYLES: tuple[ParagraphStyle, ...] = ("lead", "note", "question", "label")
_DEEPEST = 3
_LEADS_SOMEWHERE = re.compile(r"#|https?://|mailto:", re.IGNORECASE)
"""Where a link may lead: to a heading or the web. A cell could hold `javascript:` or a local file."""


class _Parser(MarkdownIt):
    """Leaves the address of a link as it is typed, for there may be a slot in it."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        return url


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables and `:::` sections; HTML in it is text."""
    parser = _Parser("commonmark", {"html": False}).enable("table")
    for name in (*_STYLES, "columns", "column"):
        parser.use(container_plugin, name)
    return parser


@dataclass(slots=True)
class Reader:
    """Reads one document; `shift` makes its headings that much lower, `prefix` begins their anchors."""

    slots: Slots = field(default_factory=Slots)
    shift: int = 0
    prefix: str = ""
    anchors: Counter[str] = field(default_factory=Counter)

    def blocks(self, text: str) -> tuple[Block, ...]:
        """The blocks of a Markdown text. A chart inside a sentence is a TemplateError."""
        tree = SyntaxTreeNode(_parser().parse(self.slots.set_apart(text)))
        return tuple(self._blocks(tree.children))

    def _blocks(
        self, nodes: Iterable[SyntaxTreeNode], style: ParagraphStyle = "body"
    ) -> Iterator[Block]:
        for node in nodes:
            match node.type:
                case "heading":
                    yield self._heading(node)
                case "paragraph":
                    yield from self._paragraph(node, style)
                case "bullet_list" | "ordered_list":
                    items = (tuple(self._blocks(item.children, style)) for item in node.children)
                    yield ItemList(tuple(items), ordered=node.type == "ordered_list")
                case "table":
                    yield self._table(node)
                case "container_columns":
                    yield Columns(
                        tuple(tuple(self._blocks(column.children)) for column in node.children)
                    )
                case "container_lead" | "container_note" | "container_question" | "container_label":
                    yield from self._blocks(node.children, _style(node.type))
                case "blockquote" | "container_column":
                    yield from self._blocks(node.children, style)
                case "fence" | "code_block":
                    yield from self._as_typed(node, style)
                case _:
                    pass  # a rule between paragraphs draws nothing: white space divides

    def _paragraph(self, node: SyntaxTreeNode, style: ParagraphStyle) -> Iterator[Block]:
        inline = node.children[0]
        blocks = self.slots.blocks_of(inline.content)
        if blocks is not None:
            yield from blocks
        elif content := self._content(inline):
            yield Paragraph(_without_anchors(content), style)

    def _as_typed(self, node: SyntaxTreeNode, style: ParagraphStyle) -> Iterator[Block]:
        """What a template sets in by four spaces or more: a loop's body may be, and its values show."""
        blocks = self.slots.blocks_of(node.content)
        if blocks is not None:
            yield from blocks
        else:
            content = self.slots.fill(node.content.strip(), Text(""))
            yield Paragraph(_without_anchors(content), style)

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        level = min(int(node.tag[1]) + self.shift, _DEEPEST)
        content = self._content(node.children[0])
        text = plain_text(_without_anchors(content)).strip()
        named = next((inline.name for inline in content if isinstance(inline, Anchor)), None)
        plain = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "section"
        anchor = self.prefix + (named or plain)
        self.anchors[anchor] += 1
        if self.anchors[anchor] > 1:
            anchor = f"{anchor}-{self.anchors[anchor]}"
        return Heading(level, text, anchor)  # type: ignore[arg-type]  # 1 to 3 by the line above

    def _table(self, node: SyntaxTreeNode) -> Table:
        head, *bodies = node.children
        titles = [
            plain_text(_without_anchors(self._cell(cell))) for cell in head.children[0].children
        ]
        rows = [row for body in bodies for row in body.children]
        return Table(
            name="",
            caption=", ".join(titles),
            columns=tuple(Column(title, 1 / len(titles)) for title in titles),
            rows=tuple(
                TableRow(tuple(_without_anchors(self._cell(cell)) for cell in row.children))
                for row in rows
            ),
        )

    def _cell(self, node: SyntaxTreeNode) -> tuple[Inline | Anchor, ...]:
        return self._content(node.children[0]) if node.children else ()

    def _content(self, node: SyntaxTreeNode) -> tuple[Inline | Anchor, ...]:
        return tuple(self._inlines(node.children, Text("")))

    def _inlines(self, nodes: Iterable[SyntaxTreeNode], like: Text) -> Iterator[Inline | Anchor]:
        for node in nodes:
            match node.type:
                case "text" | "code_inline":
                    yield from self.slots.fill(node.content, like)
                case "softbreak":
                    yield Text(" ")
                case "hardbreak":
                    yield LineBreak()
                case "strong":
                    yield from self._inlines(node.children, replace(like, strong=True))
                case "em":
                    yield from self._inlines(node.children, replace(like, emphasis=True))
                case "link":
                    href = self.slots.link(str(node.attrs["href"]))
                    linked = replace(like, href=href) if _LEADS_SOMEWHERE.match(href) else like
                    yield from self._inlines(node.children, linked)
                case _:
                    yield from self._inlines(node.children, like)


def _style(container: str) -> ParagraphStyle:
    name = container.removeprefix("container_")
    return next(style for style in _STYLES if style == name)


def _without_anchors(content: Iterable[Inline | Anchor]) -> Content:
    return tuple(inline for inline in content if not isinstance(inline, Anchor))
