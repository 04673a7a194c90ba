"""Charts: what they show, the drawing, where it is from, and the numbers behind it."""

from collections.abc import Iterable, Iterator
from typing import Final

from markupsafe import Markup

from boardpack.charts.drawing.draw import draw
from boardpack.charts.drawing.svg import to_svg
from boardpack.charts.spec import Chart
from boardpack.document.blocks import Block, Column, Figure, Table, TableRow, Text
from boardpack.renderers.html.markup import element, hidden
from boardpack.renderers.html.page import Page
from boardpack.renderers.html.tables import table
from boardpack.words import quantity

# In points. A chart is drawn for the width that it is read at, so that its lettering keeps its size:
# a wide one twice, and the style sheet shows the drawing that fits.
_WIDE: Final = 520.0
_NARROW: Final = 244.0


def figure(block: Figure, page: Page) -> Markup:
    """The chart with its headline, its source and a table of its numbers."""
    chart = block.chart
    caption = element(
        "figcaption",
        element("p", chart.headline, class_="headline"),
        element("p", chart.subtitle, class_="subtitle") if chart.subtitle else "",
    )
    return element(
        "figure",
        caption,
        *_drawings(chart, page, half=block.half),
        element("p", chart.source, class_="source") if chart.source else "",
        _numbers(chart, page),
    )


def paired(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks one by one, but half-width figures that follow one another two by two."""
    waiting: Figure | None = None
    for block in blocks:
        is_half = isinstance(block, Figure) and block.half
        if waiting is not None:
            yield (waiting, block) if is_half else (waiting,)
            waiting = None
            if is_half:
                continue
        if isinstance(block, Figure) and block.half:
            waiting = block
        else:
            yield (block,)
    if waiting is not None:
        yield (waiting,)


def _drawings(chart: Chart, page: Page, *, half: bool) -> Iterator[Markup]:
    sizes = (("any", _NARROW),) if half else (("wide", _WIDE), ("narrow", _NARROW))
    for name, width in sizes:
        drawing = draw(chart, width, style=page.style)
        family = page.style.typeface.family
        svg = to_svg(drawing, title=chart.alt, css_class=f"chart {name}", family=family)
        yield Markup(svg)  # noqa: S704 - to_svg escapes


def _numbers(chart: Chart, page: Page) -> Markup:
    rows = tuple(
        TableRow(
            (
                (Text(category),),
                *((Text(quantity(line.values[place], chart.unit)),) for line in chart.series),
            )
        )
        for place, category in enumerate(chart.categories)
    )
    columns = (
        Column("", 2.0),
        *(Column(line.name, 1.0, "right") for line in chart.series),
    )
    numbers = Table(chart.name, f"{chart.headline}: {chart.subtitle}", columns, rows)
    summary = element("summary", "The numbers", hidden(f" behind: {chart.headline}"))
    return element("details", summary, table(numbers, page), class_="numbers")
