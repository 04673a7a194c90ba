"""The blocks of a document as the main part of a page."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from boardpack.document.blocks import (
    ActionRows,
    Block,
    Columns,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    ItemList,
    PageBreak,
    PaperPages,
    Paragraph,
    Table,
)
from boardpack.renderers.html.actions import actions
from boardpack.renderers.html.figures import figure, paired
from boardpack.renderers.html.inlines import inlines
from boardpack.renderers.html.logo import logo_image
from boardpack.renderers.html.markup import element, joined, one_line
from boardpack.renderers.html.page import Page
from boardpack.renderers.html.tables import table
from boardpack.words import plural

START = "_start"
"""The id of the main part. No anchor begins like this, so that it stays the only one."""


def main_part(document: Document, page: Page) -> Markup:
    """The whole document: a section a chapter, and the one heading of level 1 above them."""
    parts = [
        _chapter(chapter, page) if _opens_chapter(chapter[0]) else _blocks(chapter, page)
        for chapter in _chapters(document.blocks)
    ]
    covered = any(isinstance(block, Cover) for block in document.blocks)
    title = "" if covered else element("h1", document.title)
    return element("div", title, *parts, id=START, tabindex="-1")


def contents(page: Page) -> Markup:
    """A list of links to the chapters."""
    links = (
        element("li", element("a", chapter.text, href=f"#{chapter.anchor}"))
        for chapter in page.outline.chapters
    )
    return element("ol", *links, role="list")


def _opens_chapter(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _chapters(blocks: Iterable[Block]) -> Iterator[Sequence[Block]]:
    """The blocks before the first chapter, then each chapter with its heading."""
    chapter: list[Block] = []
    for block in blocks:
        if _opens_chapter(block) and chapter:
            yield chapter
            chapter = []
        chapter.append(block)
    if chapter:
        yield chapter


def _chapter(blocks: Sequence[Block], page: Page) -> Markup:
    heading = blocks[0]
    assert isinstance(heading, Heading)
    back = element("p", element("a", "Back to the start", href=f"#{START}"), class_="back")
    return element(
        "section", _blocks(blocks, page), back, class_="chapter", aria_labelledby=heading.anchor
    )


def _blocks(blocks: Iterable[Block], page: Page) -> Markup:
    return joined(*(_together(group, page) for group in paired(blocks)))


def _together(group: tuple[Block, ...], page: Page) -> Markup:
    parts = [_block(block, page) for block in group]
    return parts[0] if len(parts) == 1 else element("div", *parts, class_="pair")


def _block(block: Block, page: Page) -> Markup:
    match block:
        case Heading(_, text, anchor):
            return element(f"h{page.outline.levels[anchor]}", text, id=anchor)
        case Paragraph(content, style):
            return element("p", inlines(content, page), class_=None if style == "body" else style)
        case ItemList(items, ordered):
            return element(
                "ol" if ordered else "ul", *(element("li", _blocks(item, page)) for item in items)
            )
        case Table():
            return table(block, page)
        case Figure():
            return figure(block, page)
        case ActionRows():
            return actions(block, page)
        case Columns(columns):
            return element(
                "div",
                *(element("div", _blocks(column, page)) for column in columns),
                class_="columns",
            )
        case Cover():
            return _cover(block, page)
        case Contents(title):
            return _contents(title, page)
        case PaperPages():
            return _paper(block, page)
        case PageBreak():
            return Markup()


def _cover(cover: Cover, page: Page) -> Markup:
    facts = (
        element("div", element("dt", label), element("dd", said)) for label, said in cover.facts
    )
    return element(
        "div",
        logo_image(page.style.logo) if page.style.logo else "",
        element("p", cover.council, class_="council"),
        element(
            "h1", element("span", cover.board), " ", element("span", cover.date, class_="date")
        ),
        element("dl", *facts),
        element("p", cover.ask, class_="ask"),
        element("p", cover.marking, class_="marking"),
        class_="cover",
    )


def _contents(title: str, page: Page) -> Markup:
    return element(
        "nav",
        element("p", title, class_="title"),
        contents(page),
        class_="contents",
        aria_label=one_line(title),
    )


def _paper(block: PaperPages, page: Page) -> Markup:
    """Where a paper would stand: its name and its length. An anchor that a heading has stays there."""
    paper = block.paper
    anchor = None if block.anchor in page.outline.levels else block.anchor
    return element(
        "p",
        element("strong", paper.item.title),
        f" ({paper.name}, {plural(len(paper.pages), 'page')}): this paper is in the PDF pack.",
        class_="paper",
        id=anchor,
    )
