"""A document to the bytes of its PDF: set, dealt out to pages, drawn, finished."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from boardpack.charts.drawing.draw import draw
from boardpack.charts.drawing.picture import Picture
from boardpack.charts.spec import Chart
from boardpack.document.blocks import Document, Heading, PageBreak
from boardpack.renderers.interface import Output
from boardpack.renderers.pdf.desk import Desk
from boardpack.renderers.pdf.finish import finished
from boardpack.renderers.pdf.fonts import font_name
from boardpack.renderers.pdf.layout import Group, flow, leads_in, lying, paired
from boardpack.renderers.pdf.lines import Setting
from boardpack.renderers.pdf.paging import (
    LANDSCAPE,
    Item,
    NewPage,
    Page,
    PaperSheet,
    Step,
    first_pages,
    paginate,
)
from boardpack.renderers.pdf.pen import Pen
from boardpack.renderers.pdf.running import draw_running
from boardpack.renderers.pdf.structure import write_structure
from boardpack.renderers.pdf.tags import Tag, heading_levels
from boardpack.renderers.pdf.typography import A4, MARGIN, WIDE, WIDTH
from boardpack.style import Style

_MOST_PASSES = 4
_TALLEST = 560.0
_SHORT = 90.0
"""The height of a paragraph that only leads in what follows it."""
_BELOW_PAPER = 2
"""The level of the bookmark of a paper's cover sheet."""


def render(document: Document, style: Style | None = None, *, name: str = "pack.pdf") -> Output:
    """The document as one PDF of this name."""
    style = style or Style()
    set_out = _settled(document, style)
    data, claims = finished(_drawn(document, set_out), document, set_out.pages)
    return Output(name, data, len(set_out.pages), claims)


@dataclass(frozen=True, slots=True)
class _SetOut:
    """A document that is set: its pages, and its structure, which is filled as they are drawn."""

    pages: tuple[Page, ...]
    structure: Tag
    desk: Desk


class _PageNumbers(Mapping[str, int]):
    """The page of each anchor, as far as it is known; `asked` tells whether anyone looked."""

    def __init__(self, known: Mapping[str, int]) -> None:
        self._known = known
        self.asked = False

    def __getitem__(self, anchor: str) -> int:
        self.asked = True
        return self._known[anchor]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _settled(document: Document, style: Style) -> _SetOut:
    """The document, set again until every page number in it is right: twice, as a rule.

    A block that asks for no page number is set once.
    """
    groups = tuple(paired(document.blocks))
    chapters = tuple(
        block for block in document.blocks if isinstance(block, Heading) and block.level == 1
    )
    draw_once, levels, lies = (
        _charts(style),
        heading_levels(document.blocks),
        lying(groups, Setting(style)),
    )
    numbers: dict[str, int] = {}
    kept: dict[int, _Part] = {}
    for _ in range(_MOST_PASSES):
        asked = _PageNumbers(numbers)
        desk = Desk(Setting(style, asked), chapters, draw_once, levels)
        parts: list[_Part] = []
        for place, group in enumerate(groups):
            part = kept.get(place)
            if part is None:
                tag = Tag("Div")
                asked.asked = False
                part = tuple(_steps(group, desk, tag, is_wide=lies[place])), tag
                if not asked.asked:
                    kept[place] = part
            parts.append(part)
        pages = paginate(list(_turned(_held_together(parts, groups), lies)))
        known, numbers = numbers, first_pages(pages)
        if known == numbers:
            break
    structure = Tag("Document", kids=[kid for _, tag in parts for kid in tag.kids])
    return _SetOut(pages, structure, desk)


_Part = tuple[tuple[Step, ...], Tag]
"""What a group is set to, and the parent of its elements."""


def _steps(group: Group, desk: Desk, tag: Tag, *, is_wide: bool) -> Iterator[Step]:
    return flow(group, desk, tag, WIDE if is_wide else WIDTH)


def _held_together(parts: Sequence[_Part], groups: Sequence[Group]) -> Iterator[_Part]:
    """The parts; a short paragraph stays on the page of what it leads in."""
    following = (*groups[1:], PageBreak())
    for (steps, tag), group, below in zip(parts, groups, following, strict=True):
        last = steps[-1] if steps else None
        if isinstance(last, Item) and last.box.height < _SHORT and leads_in(group, below):
            yield (*steps[:-1], replace(last, keep=True)), tag
        else:
            yield steps, tag


def _turned(parts: Iterable[_Part], lies: Sequence[bool]) -> Iterator[Step]:
    """The steps of all parts, on a new page wherever the paper is turned."""
    was_wide = False
    for (steps, _), is_wide in zip(parts, lies, strict=True):
        if is_wide != was_wide:
            yield NewPage(LANDSCAPE if is_wide else A4)
        was_wide = is_wide
        yield from steps


def _charts(style: Style) -> Callable[[Chart, float], Picture]:
    """Charts for a width, each drawn once and never taller than a page."""

    @cache
    def picture(chart: Chart, width: float) -> Picture:
        drawn = draw(chart, width, style=style)
        return drawn if drawn.height <= _TALLEST else draw(chart, width, _TALLEST, style)

    return picture


def _drawn(document: Document, set_out: _SetOut) -> bytes:
    """The PDF as ReportLab writes it, with empty room where papers go."""
    out = BytesIO()
    pages, desk = set_out.pages, set_out.desk
    canvas = Canvas(
        out,
        pagesize=A4,
        invariant=True,
        pageCompression=0,  # the finished file is packed, and better than ReportLab does it
        pdfVersion=(1, 7),
        lang=document.language,
        initialFontName=font_name("regular", desk.look.typeface),  # type: ignore[arg-type]  # the stub says float
    )
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    pen = Pen(canvas, desk.setting.pages, len(pages), desk.look.typeface)
    for number, page in enumerate(pages, start=1):
        canvas.setPageSize(page.size)
        draw_running(pen, page, number, len(pages), document, desk)
        _draw_page(pen, page)
        pen.turn()
    write_structure(canvas, set_out.structure, pen.owners[: len(pages)], pen.links)
    canvas.save()
    return out.getvalue()


def _draw_page(pen: Pen, page: Page) -> None:
    for placed in page.boxes:
        if placed.repeated:
            with pen.artifact("Header"):
                placed.box.paint(pen, MARGIN, placed.top)
        else:
            placed.box.paint(pen, MARGIN, placed.top)
    if page.sheet:
        _draw_sheet(pen, page.sheet, page.size[1])


def _draw_sheet(pen: Pen, sheet: PaperSheet, top: float) -> None:
    """What a page of a paper has of its own: places to go to, and a number kept for its content."""
    if sheet.text:
        pen.reserve(sheet.text)
    if sheet.anchor:
        pen.anchor(sheet.anchor, top)
    for number, mark in enumerate(sheet.paper.bookmarks):
        if mark.page == sheet.number:
            place = f"paper-{sheet.paper.item.number}-bookmark-{number}"
            pen.anchor(place, top)
            pen.bookmark(mark.title, place, _BELOW_PAPER + mark.level)
