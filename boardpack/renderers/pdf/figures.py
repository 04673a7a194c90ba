"""Figures: a headline, what is measured, the chart, its source; never apart."""

from collections.abc import Sequence

from boardpack.charts.spec import Chart
from boardpack.document.blocks import Figure
from boardpack.renderers.pdf.boxes import Box, Cell, PictureBox, Row, Stack
from boardpack.renderers.pdf.desk import Desk
from boardpack.renderers.pdf.paging import Item
from boardpack.renderers.pdf.tags import Tag
from boardpack.renderers.pdf.typography import (
    FIGURE_HEADLINE,
    FIGURE_SOURCE,
    FIGURE_SUBTITLE,
    GUTTER,
    TextStyle,
)

_BEFORE = 14.0
_PICTURE_SPACE = 6.0
_SOURCE_SPACE = 3.0


def figure_item(figure: Figure, width: float, desk: Desk, into: Tag) -> Item:
    """A figure across the page, or a half figure without a partner on the left."""
    across = (width - GUTTER) / 2 if figure.half else width
    return Item(_figure(figure.chart, across, desk, into.add("Sect")), _BEFORE)


def pair_item(pair: Sequence[Figure], width: float, desk: Desk, into: Tag) -> Item:
    """Two half figures side by side, their pictures and sources on the same heights."""
    across = (width - GUTTER) / 2
    charts = [figure.chart for figure in pair]
    columns = [0.0, across + GUTTER]
    tags = [into.add("Sect") for _ in pair]

    def side_by_side(boxes: Sequence[Box]) -> Row:
        return Row(tuple(Cell(x, box) for x, box in zip(columns, boxes, strict=True)))

    def texts(said: Sequence[str], style: TextStyle) -> Row:
        return side_by_side(
            [
                desk.text(text, style, across, tag.add("P"))
                for text, tag in zip(said, tags, strict=True)
            ]
        )

    return Item(
        Stack(
            (
                (0.0, texts([chart.headline for chart in charts], FIGURE_HEADLINE)),
                (0.0, texts([chart.subtitle for chart in charts], FIGURE_SUBTITLE)),
                (
                    _PICTURE_SPACE,
                    side_by_side(
                        [
                            PictureBox(desk.draw(chart, across), tag.add("Figure", chart.alt))
                            for chart, tag in zip(charts, tags, strict=True)
                        ]
                    ),
                ),
                (_SOURCE_SPACE, texts([chart.source for chart in charts], FIGURE_SOURCE)),
            )
        ),
        _BEFORE,
    )


def _figure(chart: Chart, width: float, desk: Desk, into: Tag) -> Stack:
    def text(said: str, style: TextStyle) -> Box:
        return desk.text(said, style, width, into.add("P"))

    return Stack(
        (
            (0.0, text(chart.headline, FIGURE_HEADLINE)),
            (0.0, text(chart.subtitle, FIGURE_SUBTITLE)),
            (_PICTURE_SPACE, PictureBox(desk.draw(chart, width), into.add("Figure", chart.alt))),
            (_SOURCE_SPACE, text(chart.source, FIGURE_SOURCE)),
        )
    )
