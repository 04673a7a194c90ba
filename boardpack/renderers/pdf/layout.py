"""Blocks to what flows over pages: one case for each kind of block."""

from collections.abc import Iterator, Sequence

from boardpack.document.blocks import (
    ActionRows,
    Block,
    Columns,
    Contents,
    Cover,
    Figure,
    Heading,
    ItemList,
    PageBreak,
    PaperPages,
    Paragraph,
    Table,
)
from boardpack.errors import TemplateError
from boardpack.renderers.pdf.actions import action_items
from boardpack.renderers.pdf.boxes import Anchored, Box, Cell, Framed, Row, Stack
from boardpack.renderers.pdf.contents import contents_items
from boardpack.renderers.pdf.cover import cover_page
from boardpack.renderers.pdf.desk import Desk
from boardpack.renderers.pdf.figures import figure_item, pair_item
from boardpack.renderers.pdf.lines import Setting
from boardpack.renderers.pdf.paging import Item, NewPage, PaperSheet, Step
from boardpack.renderers.pdf.tables import is_wide, table_items
from boardpack.renderers.pdf.tags import HEADINGS as ROLES
from boardpack.renderers.pdf.tags import Tag
from boardpack.renderers.pdf.typography import (
    BODY,
    HEADINGS,
    LABEL,
    LEAD,
    MEASURE,
    NOTE,
    QUESTION,
    WIDTH,
)

_PARAGRAPHS = {"body": BODY, "lead": LEAD, "note": NOTE, "question": QUESTION, "label": LABEL}
_PARAGRAPH_BEFORE = {"body": 6.0, "lead": 8.0, "note": 6.0, "question": 8.0, "label": 10.0}
_LEAST_LINES = 2
_DEEPEST_BOOKMARK = 2
_HEADING_BEFORE = {1: 0.0, 2: 22.0, 3: 14.0}
_HEADING_AFTER = {1: 6.0, 2: 1.0, 3: 0.0}
_BULLET, _NUMBER = 13.0, 20.0
_ITEM_BEFORE = 4.0
_COLUMNS_BEFORE = 10.0
_COLUMN_GUTTER = 20.0
_TINT_SPACE = (5.0, 8.0)


Group = Block | tuple[Figure, Figure]
"""A block, or two half figures that stand side by side."""


def lying(groups: Sequence[Group], setting: Setting) -> list[bool]:
    """For each group whether its page lies on its side: wide tables, and the headings above them."""
    found = [isinstance(group, Table) and is_wide(group, WIDTH, setting) for group in groups]
    for place in range(len(groups) - 2, -1, -1):
        found[place] = found[place] or (found[place + 1] and isinstance(groups[place], Heading))
    return found


def leads_in(group: Group, following: Group) -> bool:
    """Whether a paragraph says what the table, the chart or the list below it shows."""
    return isinstance(group, Paragraph) and isinstance(
        following, Table | ActionRows | Figure | tuple
    )


def flow(group: Group, desk: Desk, into: Tag, width: float = WIDTH) -> Iterator[Step]:
    """A block as it flows over pages, in a text of this width; its elements go into the tag."""
    if isinstance(group, tuple):
        yield pair_item(group, width, desk, into)
    else:
        yield from _steps(group, width, desk, into)


def paired(blocks: Sequence[Block]) -> Iterator[Group]:
    """The blocks, half figures that follow each other in pairs."""
    waiting: Figure | None = None
    for block in blocks:
        half = block if isinstance(block, Figure) and block.half else None
        if waiting and half:
            yield waiting, half
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = half
        if not half:
            yield block
    if waiting:
        yield waiting


def _steps(block: Block, width: float, desk: Desk, into: Tag) -> Iterator[Step]:
    match block:
        case Heading():
            yield from _heading(block, width, desk, into)
        case Paragraph():
            yield _paragraph(block, width, desk, into)
        case ItemList():
            yield from _list(block, width, desk, into)
        case Table():
            yield from table_items(block, width, desk, into)
        case Figure():
            yield figure_item(block, width, desk, into)
        case ActionRows():
            yield from action_items(block, width, desk, into)
        case Columns():
            yield _columns(block, width, desk, into)
        case Cover():
            yield cover_page(block, desk, into)
        case Contents():
            yield from contents_items(block, width, desk, into)
        case PaperPages(paper, anchor):
            part, above = into.add("Part"), desk.levels[anchor]
            for number in range(len(paper.pages)):
                text = None if paper.tagged else part.add("P")
                yield PaperSheet(paper, number, None if number else anchor, part, text, above)
        case PageBreak():
            yield NewPage()


def _heading(block: Heading, width: float, desk: Desk, into: Tag) -> Iterator[Step]:
    if block.level == 1:
        yield NewPage()
    tag = into.add(ROLES[desk.levels[block.anchor] - 1])
    text = desk.text(block.text, HEADINGS[block.level], width, tag)
    box = Framed(text, width, below=_HEADING_AFTER[block.level])
    level = block.level if block.level <= _DEEPEST_BOOKMARK else None
    yield Item(
        Anchored(box, block.anchor, block.text, level), _HEADING_BEFORE[block.level], keep=True
    )


def _paragraph(block: Paragraph, width: float, desk: Desk, into: Tag) -> Item:
    tag = into.add("P")
    style = _PARAGRAPHS[block.style]
    across = min(width, MEASURE) if block.style != "lead" else width
    before = _PARAGRAPH_BEFORE[block.style]
    if block.style == "question":
        space, left = _TINT_SPACE
        text = desk.text(block.content, style, width - 2 * left, tag)
        tint = desk.look.question
        return Item(Framed(text, width, above=space, below=space, left=left, fill=tint), before)
    text = desk.text(block.content, style, across, tag)
    keep = block.style == "label"
    return Item(text, before, keep=keep, least=_LEAST_LINES * text.lines[0].height)


def _list(block: ItemList, width: float, desk: Desk, into: Tag) -> Iterator[Item]:
    indent = _NUMBER if block.ordered else _BULLET
    tag = into.add("L", ListNumbering="Decimal" if block.ordered else "Disc")
    for number, blocks in enumerate(block.items, start=1):
        item = tag.add("LI")
        sign = desk.text(f"{number}." if block.ordered else "•", BODY, indent, item.add("Lbl"))
        body = _stacked(blocks, width - indent, desk, item.add("LBody"))
        row = Row((Cell(0.0, sign), Cell(indent, body)))
        yield Item(row, _ITEM_BEFORE, least=_LEAST_LINES * sign.height)


def _columns(block: Columns, width: float, desk: Desk, into: Tag) -> Item:
    count = max(len(block.columns), 1)
    across = (width - _COLUMN_GUTTER * (count - 1)) / count
    cells = tuple(
        Cell(number * (across + _COLUMN_GUTTER), _stacked(blocks, across, desk, into.add("Div")))
        for number, blocks in enumerate(block.columns)
    )
    return Item(Row(cells), _COLUMNS_BEFORE)


def _stacked(blocks: Sequence[Block], width: float, desk: Desk, into: Tag) -> Stack:
    """The blocks under one another as one box, for a column or an item of a list."""
    children: list[tuple[float, Box]] = []
    steps = (step for group in paired(blocks) for step in flow(group, desk, into, width))
    for step in steps:
        if not isinstance(step, Item):
            raise TemplateError(
                "pack.pdf",
                "a column or a list holds what needs a page of its own (a chapter's heading, a page "
                "break, a cover or a paper). Move it out of the column or list.",
            )
        children.append((step.before if children else 0.0, step.box))
    return Stack(tuple(children))
