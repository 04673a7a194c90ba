"""Lines over periods: a measure, its target and those it is compared with, labelled at their ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from boardpack import words
from boardpack.charts.drawing.labels import LEADING, SIZE, Type, block, label
from boardpack.charts.drawing.lettering import LabelWeight, shortened, visible, width_of, wrapped
from boardpack.charts.drawing.picture import Label, Picture
from boardpack.charts.drawing.scale import periods_named, spread, ticks
from boardpack.charts.drawing.sheet import Frame, Marker, Sheet, sheet
from boardpack.charts.spec import Chart, MarkKind, Series
from boardpack.colours import READABLE, WHITE, contrast
from boardpack.model.metrics import Unit
from boardpack.style import Style, Typeface

_SHARE = 0.5
_LEAST_HEIGHT, _MOST_HEIGHT = 120.0, 245.0
_CONTROL_HEIGHT = 190.0
"""A control chart has its rules under it, and two of them stand on a page."""
_TOP = 7.0
_BOTTOM = 20.0
_AXIS_GAP = 6.0
_END_GAP = 8.0
_END_SHARE = 0.28
_HAIR = 0.5
_TICK = 3.0
_PERIOD_DROP = 11.5
"""From the foot of the plot to the middle of the capitals of a period's name."""
_DASHED, _DOTTED = (4.0, 3.0), (1.0, 2.0)


@dataclass(frozen=True, slots=True)
class _End:
    """The label of a line: what it says, beside which value."""

    lines: tuple[str, ...]
    value: float
    look: Type

    @property
    def height(self) -> float:
        return LEADING * len(self.lines)


def draw_lines(chart: Chart, width: float, height: float | None, style: Style) -> Picture:
    """The lines with few gridlines, few periods, and a label at the end of each."""
    series = [one for one in chart.series if any(value is not None for value in one.values)]
    ends = [_end(one, chart, width, style) for one in series]
    scale = ticks([v for one in series for v in one.values if v is not None], chart.unit)
    scale_words = [tick_words(value, chart.unit) for value in scale]
    names = [
        shortened(visible(name), SIZE, width / 2, face=style.typeface) for name in chart.categories
    ]
    most = _CONTROL_HEIGHT if _has_limits(series) else _MOST_HEIGHT
    left, right = _margins(names, scale_words, ends, style.typeface)
    frame = Frame(width, height or _height(width, ends, most), left, right, _TOP, _BOTTOM)
    named = periods_named(names, frame.plot_width, style.typeface)
    periods = (0.0, len(names) - 1.0) if len(names) > 1 else (-0.5, 0.5)
    with sheet(frame, periods, (scale[0], scale[-1])) as page:
        labels = [
            *_draw_grid(page, dict(zip(scale, scale_words, strict=True)), style),
            *_draw_periods(page, {index: names[index] for index in named}, scale[0], style),
            *_place(page, ends),
        ]
        for one in sorted(series, key=lambda one: one.role == "main"):
            draw_line(page, one, style)
        _draw_marks(page, chart, style)
        return page.picture(labels)


def _margins(
    names: Sequence[str], scale_words: Sequence[str], ends: Sequence[_End], face: Typeface
) -> tuple[float, float]:
    """The room for what stands left and right of the plot.

    The first and the last period stand with their middles on its edges.
    """
    half_first, half_last = (width_of(name, SIZE, face=face) / 2 for name in (names[0], names[-1]))
    scale = max(width_of(text, SIZE, face=face) for text in scale_words)
    label = max(width_of(line, SIZE, end.look.weight, face) for end in ends for line in end.lines)
    return max(half_first, _AXIS_GAP + scale), max(half_last, _END_GAP + label)


def _has_limits(series: Sequence[Series]) -> bool:
    return any(one.role == "limit" for one in series)


def _height(width: float, ends: Sequence[_End], most: float) -> float:
    """A height in proportion, and enough for every label beside the lines."""
    proportion = min(max(width * _SHARE, _LEAST_HEIGHT), most)
    return max(proportion, _TOP + _BOTTOM + sum(end.height for end in ends))


def tick_words(value: float, unit: Unit) -> str:
    """A value on the axis; the subtitle says that it counts days."""
    return words.figure(value, 0) if unit is Unit.DAYS else words.quantity(value, unit)


def _end(series: Series, chart: Chart, width: float, style: Style) -> _End:
    """What stands at the end of a line: its name, its last value, and when, where it stops early."""
    last, value = [(i, v) for i, v in enumerate(series.values) if v is not None][-1]
    alone = len(chart.series) == 1
    if series.role == "limit":
        # One label would say the same of both; the mean and the limits share a name each.
        text = f"{visible(series.name)} {words.quantity(value, chart.unit)}"
        lines = wrapped(text, SIZE, width * _END_SHARE, face=style.typeface)
        return _End(lines, value, Type(ink_of(series, style), style.typeface))
    text = ("" if alone else visible(series.name) + " ") + words.quantity(value, chart.unit)
    if last < len(chart.categories) - 1 and series.role != "target":
        text += f" ({visible(chart.categories[last])})"
    weight: LabelWeight = "semibold" if series.role == "main" else "regular"
    lines = wrapped(text, SIZE, width * _END_SHARE, weight, face=style.typeface)
    return _End(lines, value, Type(ink_of(series, style), style.typeface, weight))


def ink_of(series: Series, style: Style) -> str:
    """The colour of the series where it can be read on white, else that of text."""
    fill = style.series(series.role).fill
    return fill if contrast(fill, WHITE) >= READABLE else style.text


def _draw_grid(page: Sheet, scale: dict[float, str], style: Style) -> Iterator[Label]:
    """Draws a line for each value of the scale and gives back what stands beside it."""
    for value, said in scale.items():
        page.across(value, style.hairline, _HAIR)
        middle = page.at(0, value)[1]
        look = Type(style.quiet, style.typeface, align="right")
        yield label(said, page.frame.left - _AXIS_GAP, middle, look)


def _draw_periods(page: Sheet, names: dict[int, str], foot: float, style: Style) -> Iterator[Label]:
    """Draws a tick for each period that is named and gives back its name."""
    for index, name in names.items():
        page.tick(index, _TICK, style.quiet, _HAIR)
        x, y = page.at(index, foot)
        yield label(name, x, y - _PERIOD_DROP, Type(style.quiet, style.typeface, align="centre"))


def draw_line(page: Sheet, series: Series, style: Style) -> None:
    """Draws a series as its role asks: broken at gaps, its last point marked, or dashed, or dotted."""
    known = [(i, value) for i, value in enumerate(series.values) if value is not None]
    match series.role:
        case "target":
            if len(known) == 1:
                page.across(known[0][1], style.target, 1, _DASHED)
            else:
                page.line(known, style.target, 1, _DASHED)
        case "mean" | "limit":
            for run in _runs(series.values):
                for level in _levels(run):
                    page.line(level, style.quiet, 1, _DOTTED if series.role == "limit" else None)
        case "comparator":
            page.line(known, style.comparator, 1)
            page.mark(*known[-1], "o", 3, style.comparator)
        case role:
            colour = style.quiet if role == "unrated" else style.series(role).fill
            for run in _runs(series.values):
                if len(run) == 1:
                    page.mark(*run[0], "o", 3, colour)
                else:
                    page.line(run, colour, 2.25)
            page.mark(*known[-1], "o", 6, colour)


_MARKERS: dict[MarkKind, Marker] = {"improvement": "o", "concern": "D", "neutral": "s"}
"""A shape of its own for each kind, so that it can be told without its colour."""


def _draw_marks(page: Sheet, chart: Chart, style: Style) -> None:
    """The points that are more than chance, in the shape and the colour of what they mean."""
    colours = dict(zip(_MARKERS, style.marks, strict=True))
    values = chart.series[0].values
    for mark in chart.marks:
        value = values[mark.place]
        if value is not None:
            page.mark(mark.place, value, _MARKERS[mark.kind], 5, colours[mark.kind])


def _levels(run: Sequence[tuple[int, float]]) -> Iterator[list[tuple[int, float]]]:
    """The stretches of a run with one value: a mean steps where a chart begins anew."""
    level: list[tuple[int, float]] = []
    for place, value in run:
        if level and level[-1][1] != value:
            yield level
            level = []
        level.append((place, value))
    if level:
        yield level


def _runs(values: Sequence[float | None]) -> Iterator[list[tuple[int, float]]]:
    """The stretches of values between gaps."""
    run: list[tuple[int, float]] = []
    for i, value in enumerate(values):
        if value is not None:
            run.append((i, value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _place(page: Sheet, ends: Sequence[_End]) -> Iterator[Label]:
    """What stands at the end of each line, moved no more than keeps them apart."""
    frame = page.frame
    wanted = [(page.at(0, end.value)[1], end.height) for end in ends]
    for end, middle in zip(ends, spread(wanted, 0, frame.height), strict=True):
        yield from block(end.lines, frame.width - frame.right + _END_GAP, middle, end.look)
