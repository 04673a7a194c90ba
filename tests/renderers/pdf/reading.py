"""What a screen reader says of a PDF, and what it should say: the words of the document's blocks."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from boardpack.document.blocks import (
    ActionRow,
    ActionRows,
    Arrow,
    Block,
    Columns,
    Content,
    Contents,
    Cover,
    Figure,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    PageBreak,
    PageNumber,
    PaperPages,
    Paragraph,
    Pill,
    Spark,
    Status,
    Table,
    Text,
)
from boardpack.model.board import Paper
from boardpack.model.plan import Rating
from tests.renderers.pdf.content import Place
from tests.renderers.pdf.file import PdfFile, read
from tests.renderers.pdf.tree import Element, Marked

_IN_A_LINE = frozenset({"Span", "Link", "Reference"})
"""Elements whose text goes on in the same line; every other begins and ends one."""

_ALIKE = str.maketrans({"\u2011": "-"})
_VARIANTS = re.compile("[\ufe00-\ufe0f]")


def heard(file: PdfFile) -> list[str]:
    """The words of a PDF in the order of its structure, figures by what is said in their place."""
    drawn = _drawn(file)
    return "".join(part for root in file.roots for part in _parts(root, drawn)).split()


def chapters(file: PdfFile) -> list[tuple[list[str], int]]:
    """The words of each heading of ours, the cover's too, with the number of the page where it begins."""
    drawn = _drawn(file)
    return [
        ("".join(_parts(element, drawn)).split(), file.streams[first.page].number)
        for element in _walked(file)
        if re.fullmatch(r"H\d", element.role)
        if (first := _first(element)) and first.stream in file.pages
    ]


def paper_pages(file: PdfFile) -> list[int]:
    """The number of the page where each paper begins."""
    parts = (element for element in _walked(file) if element.role == "Part")
    return [file.streams[first.page].number for part in parts if (first := _first(part))]


def _walked(file: PdfFile) -> Iterator[Element]:
    return (element for root in file.roots for element in root.walk())


def _first(element: Element) -> Marked | None:
    """The first content of an element, or of one below it."""
    kids = (kid for one in element.walk() for kid in one.kids)
    return next((kid for kid in kids if isinstance(kid, Marked)), None)


def _drawn(file: PdfFile) -> Mapping[tuple[Place, int], str]:
    return {
        (place, mark.number): mark.text
        for place, stream in file.streams.items()
        for mark in stream.marks
        if mark.number is not None
    }


def _parts(element: Element, drawn: Mapping[tuple[Place, int], str]) -> Iterator[str]:
    if "/Alt" in element.thing:
        yield f" {element.thing.Alt} "
        return
    edge = "" if element.role in _IN_A_LINE else " "
    yield edge
    for kid in element.kids:
        match kid:
            case Element():
                yield from _parts(kid, drawn)
            case Marked(stream, number):
                yield drawn.get((stream, number), "")
            case _:
                pass
    yield edge


def said(blocks: Sequence[Block], pages: Mapping[str, int]) -> list[str]:
    """The words of blocks in reading order; `pages` are the pages of the headings by their anchors."""
    text = " ".join(part for block in blocks for part in _Words(blocks, pages).of(block))
    return _shown(text).split()


def headings(blocks: Sequence[Block]) -> Iterator[Heading]:
    """The headings in reading order, those in lists and columns, too."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Columns(parts) | ItemList(parts):
                for part in parts:
                    yield from headings(part)
            case _:
                pass


def _shown(text: str) -> str:
    """The text without what is invisible, and with characters that look the same made one."""
    seen = (
        char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char) != "Cf"
    )
    return _VARIANTS.sub("", "".join(seen)).translate(_ALIKE)


class _Words:
    """The texts of blocks, each apart from the next."""

    def __init__(self, document: Sequence[Block], pages: Mapping[str, int]) -> None:
        self._document = document
        self._pages = pages

    def of(self, block: Block) -> Iterator[str]:
        """The texts of one block."""
        match block:
            case Heading(_, text):
                yield text
            case Paragraph(content):
                yield self._line(content)
            case ItemList():
                yield from self._items(block)
            case Columns(columns):
                yield from (part for column in columns for one in column for part in self.of(one))
            case Table():
                yield from self._table(block)
            case Figure(chart):
                yield from (chart.headline, chart.subtitle, chart.alt, chart.source)
            case ActionRows():
                yield from self._actions(block)
            case Cover():
                yield from _cover(block)
            case Contents(title):
                yield from (title, *self._chapters())
            case PaperPages(paper):
                yield _paper(paper)
            case PageBreak():
                pass

    def _chapters(self) -> Iterator[str]:
        for block in self._document:
            if isinstance(block, Heading) and block.level == 1:
                yield f"{block.text} {self._pages[block.anchor]}"

    def _items(self, block: ItemList) -> Iterator[str]:
        for number, item in enumerate(block.items, start=1):
            yield f"{number}." if block.ordered else "•"
            yield from (part for one in item for part in self.of(one))

    def _table(self, block: Table) -> Iterator[str]:
        if block.show_caption:
            yield block.caption
        yield from (column.title for column in block.columns)
        for row in block.rows:
            yield from map(self._line, row.cells)

    def _actions(self, block: ActionRows) -> Iterator[str]:
        if block.brief:
            yield "Action Rating What was done Due Lead"
            for row in block.rows:
                yield from (row.ref, _rating(row.rating), row.activity, row.due_date, row.lead)
            return
        yield "Action What is being done Lead and measure"
        for row in block.rows:
            yield from _action(row)

    def _line(self, content: Content) -> str:
        return "".join(map(self._inline, content))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text):
                return text
            case LineBreak():
                return "\n"
            case PageNumber(anchor, word):
                return f"{word}{self._pages[anchor]}"
            case Pill(rating):
                return f" {_rating(rating)} "
            case Spark():
                return f" {inline.words} "
            case Status() | Arrow():
                return f" {inline.words}"


def _action(row: ActionRow) -> Iterator[str]:
    yield from (row.ref, _rating(row.rating), row.due)
    yield from (arrow.words for arrow in row.moved)
    yield from (row.activity, row.update_date or "", row.update)
    for question in row.questions:
        yield from ("Question:", question.text, question.answer or "")
    yield from (row.lead, row.measure or "")


def _cover(block: Cover) -> Iterator[str]:
    yield from (block.council, block.marking, block.board, block.date)
    yield from (part for fact in block.facts for part in fact)
    if block.ask:
        yield from ("This pack asks for", block.ask)


def _paper(paper: Paper) -> str:
    """The words of a paper in the order of its own structure; without one, in that of its content."""
    file = read(paper.path.read_bytes())
    drawn = (stream.text for stream in file.streams.values())
    return " ".join(heard(file) if paper.tagged else drawn)


def _rating(rating: Rating | None) -> str:
    return rating.word if rating else "No rating"
