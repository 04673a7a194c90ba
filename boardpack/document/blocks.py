"""The blocks that a document is made of: immutable, in reading order, free of any file format.

Text in a block is always data. A renderer escapes it for where it lands and adds nothing to it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from boardpack.charts.spec import Chart
from boardpack.model.board import Paper
from boardpack.model.plan import Rating

StatusKind = Literal[
    "met", "close", "missed", "none",                              # against its target
    "improvement", "concern", "neutral", "common-cause",           # its variation
    "pass", "fail", "hit-or-miss",                                 # its assurance
]  # fmt: skip
Tone = Literal["better", "worse", "neutral"]
Align = Literal["left", "right", "centre"]
ParagraphStyle = Literal["body", "lead", "note", "question", "label"]


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text. `href` is `#anchor` of a heading or an action in this document, or a web address.

    `size` sets a figure large ("large") or a remark small ("small"); "normal" is the style's own.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    size: Literal["normal", "large", "small"] = "normal"


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The next run starts on a new line of the same paragraph."""


@dataclass(frozen=True, slots=True)
class Pill:
    """A rating as a filled pill with its shape and word; no rating is an outlined "No rating"."""

    rating: Rating | None


@dataclass(frozen=True, slots=True)
class Arrow:
    """A movement since the last board: a drawn arrow whose words say what happened."""

    direction: Literal["up", "down", "level", "new"]
    tone: Tone
    words: str


@dataclass(frozen=True, slots=True)
class Spark:
    """A sparkline: up to 24 values, oldest first, `None` a gap; the target as a line."""

    values: tuple[float | None, ...]
    target: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Status:
    """How a measure stands, as a shape and words: to its target, or by its control chart."""

    status: StatusKind
    words: str


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page that a heading falls on, after a word such as "page "; without pages, a link to it."""

    anchor: str
    word: str = ""


Inline = Text | LineBreak | Pill | Arrow | Spark | Status | PageNumber
Content = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (a chapter, on a new page), 2 or 3. `anchor` is unique in the document."""

    level: Literal[1, 2, 3]
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    content: Content
    style: ParagraphStyle = "body"


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list with bullets, or numbers where `ordered`; an item holds blocks."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, how it lines up, its share of the width."""

    title: str
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of cells; `group` marks a row whose single cell spans the table as a sub-heading."""

    cells: tuple[Content, ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header that repeats on every page.

    `caption` says what the table shows, `source` where its figures are from, as a chart's does.
    """

    name: str
    caption: Annotated[str, "what the table shows, as a sentence"]
    columns: tuple[Column, ...]
    rows: Annotated[tuple[TableRow, ...], "its rows; without any, it is false in an `if:`"]
    show_caption: bool = False
    source: str = ""

    @property
    def names_rows(self) -> bool:
        """Whether the first cells tell the rows apart: words in each, and no two alike."""
        names = [_said(row.cells[0]) if row.cells else "" for row in self.rows if not row.group]
        return bool(names) and all(names) and len(set(names)) == len(names)


def _said(content: Content) -> str:
    words = (
        part.text if isinstance(part, Text) else " "
        for part in content
        if isinstance(part, Text | LineBreak)
    )
    return "".join(words).strip()


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its headline above and its source below. A half-width figure pairs with the next."""

    chart: Chart
    half: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A challenge to an action, and what its lead answered, if anything."""

    text: str
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action as a row of three: what it is, what is being done, who does it and how far it is.

    `due` says when it is due (`Due 31 May 2019`, the cell's own text where it is no date), `due_date`
    the same for a column of such dates, `moved` what happened since the last board, `questions` the
    challenges that stand under it, `source` its row, `earlier` the older updates by date, `details`
    the row's other cells by column. Links lead to its `anchor`, unique in the document; an action
    that is shown again has none there.
    """

    ref: str
    rating: Rating | None
    due: str
    due_date: str
    moved: tuple[Arrow, ...]
    activity: str
    update_date: str | None
    update: str
    lead: str
    measure: str | None
    questions: tuple[Question, ...]
    source: str
    earlier: tuple[tuple[str, str], ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class ActionRows:
    """Actions under one another. `brief` rows (closed ones) show no update and no questions."""

    caption: str
    rows: tuple[ActionRow, ...]
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Two or three short columns side by side."""

    columns: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: whose board, when, where, and what the pack asks of its reader."""

    council: str
    board: str
    date: str
    facts: tuple[tuple[str, str], ...]
    ask: str
    marking: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A linked list of the document's level 1 headings, with their pages where there are pages."""

    title: str


@dataclass(frozen=True, slots=True)
class PaperPages:
    """The pages of an appended paper, each as it is, under this pack's running head."""

    paper: Paper
    anchor: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = (
    Heading
    | Paragraph
    | ItemList
    | Table
    | Figure
    | ActionRows
    | Columns
    | Cover
    | Contents
    | PaperPages
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Numbering:
    """How pages are called: the words before `3 of 9`, and what the label of each begins with."""

    words: str = "Page"
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole pack: what stands on every page, and its blocks."""

    title: str
    board: str
    date: str
    marking: str
    author: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    numbering: Numbering = Numbering()


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks in reading order, each before those within it, in columns and lists."""
    for block in blocks:
        yield block
        match block:
            case Columns(parts) | ItemList(parts):
                for part in parts:
                    yield from walk(part)
            case _:
                pass
