"""A chart as a picture: the plot with its labels. Headline, subtitle and source are the page's own."""

from boardpack.charts.drawing.picture import Picture
from boardpack.charts.spec import Chart, ChartKind
from boardpack.style import Style


def draw(
    chart: Chart, width: float, height: float | None = None, style: Style | None = None
) -> Picture:
    """The plot in points, as wide as asked; its height follows from what is in it where not given."""
    style = style or Style()
    if not any(value is not None for series in chart.series for value in series.values):
        from boardpack.charts.drawing.empty import draw_empty

        return draw_empty(width, height, style)
    match chart.kind:
        case ChartKind.STACKED_BARS:
            from boardpack.charts.drawing.stacked import draw_stacked

            return draw_stacked(chart, width, height, style)
        case ChartKind.BARS:
            from boardpack.charts.drawing.bars import draw_bars

            return draw_bars(chart, width, height, style)
        case ChartKind.LINES:
            from boardpack.charts.drawing.lines import draw_lines

            return draw_lines(chart, width, height, style)
        case ChartKind.SMALL_MULTIPLES:
            from boardpack.charts.drawing.small_multiples import draw_small_multiples

            return draw_small_multiples(chart, width, height, style)
