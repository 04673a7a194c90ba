"""Tables that an author drew in PowerPoint, once they are filled: row heights, and further slides."""

from dataclasses import dataclass, replace
from typing import Any

from boardpack.renderers.slides.flow import Flow, height, steps
from boardpack.renderers.slides.inheritance import Ancestry, ancestry
from boardpack.renderers.slides.looks import flow, set_sizes
from boardpack.renderers.slides.shapes import room_below
from boardpack.renderers.slides.sharing import shared_evenly
from boardpack.renderers.slides.tags import say
from boardpack.renderers.slides.xml import EMU, Element, child, children, every, remove
from boardpack.style import Style

_INSETS = {"marL": 7.2, "marR": 7.2, "marT": 3.6, "marB": 3.6}
_AS_TYPED = 2.0
"""Points by which a row may be taller than its text and still have its height from that text."""


@dataclass(frozen=True, slots=True)
class Grown:
    """A filled table: the numbers of the rows of each slide, beside the header's."""

    header: tuple[int, ...]
    pages: tuple[tuple[int, ...], ...]
    cut: tuple[str, ...]
    """The whole texts of cells that were too long even for a slide of their own."""


def forget_heights(slide: Any, frame: Element, style: Style) -> None:
    """Let the rows of a table that is about to be filled be as low as what will stand in them.

    PowerPoint makes a row as high as the tags in it need; what an author made higher stays.
    """
    table = _Measured.of(slide, frame, style)
    for row in table.rows:
        if int(row.get("h", "0")) / EMU <= table.height(row) + _AS_TYPED:
            row.set("h", "0")


def grow(slide: Any, frame: Element, style: Style) -> Grown:
    """Make each row of a filled table as high as its text, and share the rows out over slides."""
    table = _Measured.of(slide, frame, style)
    room = room_below(slide, frame) / EMU
    header = table.rows[:1] if table.has_header and len(table.rows) > 1 else []
    body = table.rows[len(header) :]
    left = room - sum(map(table.height, header))
    for scale in steps(table.smallest, least=style.smallest):
        if all(table.height(row, scale) <= left for row in body):
            break
    table.shrink(scale)
    cut = [whole for row in body if table.height(row) > left for whole in table.shorten(row, left)]
    heights = [max(table.height(row), int(row.get("h", "0")) / EMU) for row in table.rows]
    for row, high in zip(table.rows, heights, strict=True):
        row.set("h", str(round(high * EMU)))
    leads = [_leads(row) for row in body]
    left = room - sum(heights[: len(header)])
    pages = shared_evenly(heights[len(header) :], left, len(body), leads)
    return Grown(
        tuple(range(len(header))),
        tuple(tuple(number + len(header) for number in page) for page in pages),
        tuple(cut),
    )


def show_rows(frame: Element, grown: Grown, page: int) -> None:
    """Leave those rows of a table that stand on this slide."""
    kept = {*grown.header, *grown.pages[page]}
    (table,) = every(frame, "a:tbl")
    for number, row in enumerate(children(table, "a:tr")):
        if number not in kept:
            remove(row)
    size = child(frame, "p:xfrm/a:ext")
    if size is not None:
        size.set("cy", str(sum(int(row.get("h", "0")) for row in children(table, "a:tr"))))


@dataclass(frozen=True, slots=True)
class _Measured:
    """A table and what its text takes after."""

    rows: list[Element]
    widths: tuple[float, ...]
    has_header: bool
    source: Ancestry

    @classmethod
    def of(cls, slide: Any, frame: Element, style: Style) -> "_Measured":
        (table,) = every(frame, "a:tbl")
        widths = tuple(int(c.get("w", "0")) / EMU for c in children(table, "a:tblGrid/a:gridCol"))
        settings = child(table, "a:tblPr")
        header = settings is not None and settings.get("firstRow") in {"1", "true"}
        return cls(children(table, "a:tr"), widths, header, ancestry(slide, frame, style.typeface))

    @property
    def smallest(self) -> float:
        """The size of the smallest text."""
        return min(
            (run.size for row in self.rows for one in self._flows(row) for run in one.runs),
            default=0.0,
        )

    def height(self, row: Element, scale: float = 1.0) -> float:
        """How high the row has to be for its text."""
        return max((self._cell_height(row, n, scale) for n, _ in self._cells(row)), default=0.0)

    def shrink(self, scale: float) -> None:
        """Write smaller sizes on all runs."""
        if scale == 1.0:
            return
        for row in self.rows:
            for paragraph in every(row, "a:p"):
                set_sizes(paragraph, flow(self.source, paragraph), scale)

    def shorten(self, row: Element, room: float) -> list[str]:
        """Cut the cells that are higher than this; their whole texts are given back."""
        whole: list[str] = []
        for number, cell in self._cells(row):
            text = kept = "\n".join(one.text for one in self._flows_of(cell))
            (body,) = every(cell, "a:txBody")
            while kept and self._cell_height(row, number, 1.0) > room:
                kept = kept[: len(kept) * 9 // 10].rsplit(" ", 1)[0]
                say(body, " ".join(kept.split()) + "…")
            if kept is not text:
                whole.append(text)
        return whole

    def _cells(self, row: Element) -> list[tuple[int, Element]]:
        """The cells whose text stands in this row alone, each with its number."""
        return [
            (number, cell)
            for number, cell in enumerate(children(row, "a:tc"))
            if int(cell.get("rowSpan", "1")) == 1
            and not {"1", "true"} & {cell.get("vMerge"), cell.get("hMerge")}
        ]

    def _cell_height(self, row: Element, number: int, scale: float) -> float:
        cell = children(row, "a:tc")[number]
        span = int(cell.get("gridSpan", "1"))
        width = sum(self.widths[number : number + span])
        properties = child(cell, "a:tcPr")
        inset = {
            key: default if properties is None else int(properties.get(key, default * EMU)) / EMU
            for key, default in _INSETS.items()
        }
        is_bold = self.has_header and row is self.rows[0]
        flows = [_bold(one) if is_bold else one for one in self._flows_of(cell)]
        room = width - inset["marL"] - inset["marR"]
        return inset["marT"] + inset["marB"] + sum(height(one, room, scale) for one in flows)

    def _flows(self, row: Element) -> list[Flow]:
        return [one for cell in children(row, "a:tc") for one in self._flows_of(cell)]

    def _flows_of(self, cell: Element) -> list[Flow]:
        return [flow(self.source, paragraph) for paragraph in children(cell, "a:txBody/a:p")]


def _bold(one: Flow) -> Flow:
    """As most styles of tables set the first row, which its cells do not say."""
    return replace(one, runs=tuple(replace(run, bold=True) for run in one.runs))


def _leads(row: Element) -> bool:
    """Whether a row must not be parted from the next: a cell of it goes on there."""
    below = row.getnext()
    return below is not None and any(
        cell.get("vMerge") in {"1", "true"} for cell in children(below, "a:tc")
    )
