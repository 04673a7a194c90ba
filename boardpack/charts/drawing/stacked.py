"""Horizontal bars made of counts: how many actions of each rating."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from boardpack import words
from boardpack.charts.drawing.categories import categories
from boardpack.charts.drawing.labels import SIZE, Type, label, legend
from boardpack.charts.drawing.lettering import width_of
from boardpack.charts.drawing.picture import Label, Picture
from boardpack.charts.drawing.sheet import Frame, Sheet, sheet
from boardpack.charts.spec import Chart, Series
from boardpack.style import Style

_PITCH = 24.0
_BAR = 16.0
_ROOM = 8.0
"""The least white between the names of two categories."""
_PADDING = 3.0
_TOTAL_GAP = 5.0
_LEGEND_GAP = 4.0


@dataclass(frozen=True, slots=True)
class _Segment:
    series: Series
    row: int
    start: float
    value: float


def draw_stacked(chart: Chart, width: float, height: float | None, style: Style) -> Picture:
    """Bars with their counts on them, what the colours are above, the totals at their ends."""
    segments = tuple(_segments(chart))
    shown = [one for one in chart.series if any(segment.series is one for segment in segments)]
    key = legend(shown or chart.series, width, style.typeface)
    top = key.height + _LEGEND_GAP
    rows = len(chart.categories)
    given = None if height is None else (height - top) / rows
    names = categories(chart.categories, width, given, style.typeface)
    pitch = max(_PITCH, names.height + _ROOM) if height is None else max(height - top, 1.0) / rows
    totals = [_total(chart, row) for row in range(rows)]
    ends = _TOTAL_GAP + max(width_of(text, SIZE, "semibold", style.typeface) for _, text in totals)
    frame = Frame(width, top + rows * pitch, left=names.margin, right=ends, top=top)
    across = (0.0, max(total for total, _ in totals) or 1.0)
    with sheet(frame, across, (rows - 0.5, -0.5)) as page:
        _draw_bars(page, segments, min(_BAR / pitch, 0.8), style)
        page.upright(0, style.quiet, 0.5)
        middles = [page.at(0, row)[1] for row in range(rows)]
        return page.picture(
            (
                *key.items(0.0, frame.height, style),
                *names.labels(middles, style.text),
                *_counts(page, segments, chart, style),
                *_ends(page, totals, style),
            )
        )


def _segments(chart: Chart) -> Iterator[_Segment]:
    for row in range(len(chart.categories)):
        start = 0.0
        for series in chart.series:
            value = series.values[row] or 0.0
            if value > 0:
                yield _Segment(series, row, start, value)
                start += value


def _total(chart: Chart, row: int) -> tuple[float, str]:
    known = [value for series in chart.series if (value := series.values[row]) is not None]
    total = sum(max(value, 0.0) for value in known)
    return total, words.quantity(total if known else None, chart.unit)


def _draw_bars(page: Sheet, segments: Sequence[_Segment], thickness: float, style: Style) -> None:
    # An outlined segment comes last, or the white edges of its neighbours would cut its outline.
    for segment in sorted(segments, key=lambda segment: segment.series.role == "unrated"):
        role = segment.series.role
        edge = style.quiet if role == "unrated" else "#FFFFFF"
        fill = style.series(role).fill
        page.bar(segment.start, segment.value, segment.row, thickness, fill, edge)


def _counts(
    page: Sheet, segments: Sequence[_Segment], chart: Chart, style: Style
) -> Iterator[Label]:
    """The number on each segment that is wide enough for it."""
    for segment in segments:
        text = words.quantity(segment.value, chart.unit)
        left, middle = page.at(segment.start, segment.row)
        right, _ = page.at(segment.start + segment.value, segment.row)
        across = width_of(text, SIZE, "semibold", style.typeface)
        if across + 2 * _PADDING <= right - left:
            colour = style.series(segment.series.role).text
            look = Type(colour, style.typeface, "semibold", "centre")
            yield label(text, (left + right) / 2, middle, look)


def _ends(page: Sheet, totals: Sequence[tuple[float, str]], style: Style) -> Iterator[Label]:
    for row, (total, text) in enumerate(totals):
        x, middle = page.at(total, row)
        yield label(text, x + _TOTAL_GAP, middle, Type(style.text, style.typeface, "semibold"))
