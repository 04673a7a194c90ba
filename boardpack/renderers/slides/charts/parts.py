"""The pieces that every chart's XML is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from boardpack import words
from boardpack.charts.spec import Chart, MarkKind, Series
from boardpack.model.metrics import Unit
from boardpack.renderers.slides.advances import advance
from boardpack.renderers.slides.charts.palette import Colour, Palette
from boardpack.renderers.slides.charts.theme import Ink
from boardpack.renderers.slides.charts.workbook import SHEET, column, figure, number
from boardpack.renderers.slides.xml import safe

CATEGORY_AXIS, VALUE_AXIS = 111_111_111, 222_222_222
NEVER_BROKEN = 1
"""No angle that anyone sees. At 0 LibreOffice breaks labels between letters to fit each of them in."""
_DECIMALS = {Unit.PERCENT: 1, Unit.RATE_10K: 1, Unit.SCORE: 1, Unit.FTE: 1}
_AFTER = {Unit.PERCENT: '"%"', Unit.DAYS: '" days"'}


@dataclass(frozen=True, slots=True)
class Panel:
    """What a chart has in common with those beside it: the scale, and who says what it measures."""

    scale: tuple[float, ...]
    has_scale: bool
    has_periods: bool


@dataclass(frozen=True, slots=True)
class Canvas:
    """A chart about to be written: the frame it has in points, and the size of its text."""

    chart: Chart
    palette: Palette
    width: float
    height: float
    size: int
    signs: Mapping[int, MarkKind] = field(default_factory=dict)
    former: frozenset[int] = frozenset()
    direct: bool = True
    """Whether lines are named at their ends; else they are in a legend."""
    head: float = 0.0
    """The room above the plot for a legend or the title of a panel, in points."""
    panel: Panel | None = None


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the plot lies in the frame, in points from the upper left."""

    left: float
    top: float
    right: float
    bottom: float

    def layout(self, canvas: Canvas) -> str:
        """The plot's place as shares of the frame, without the axes' labels."""
        width, height = canvas.width, canvas.height
        shares = {
            "x": self.left / width,
            "y": self.top / height,
            "w": max(0.1, (width - self.left - self.right) / width),
            "h": max(0.1, (height - self.top - self.bottom) / height),
        }
        edges = "".join(f'<c:{key}Mode val="edge"/>' for key in "xy")
        values = "".join(f'<c:{key} val="{value:.4f}"/>' for key, value in shares.items())
        return (
            '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
            f"{edges}{values}</c:manualLayout></c:layout>"
        )


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a label in points."""
    return advance(safe(text), bold=bold) * size


def colour(value: Colour) -> str:
    """A solid fill of a colour, which stays or follows the theme."""
    if isinstance(value, Ink):
        return f"<a:solidFill>{value.xml()}</a:solidFill>"
    return f'<a:solidFill><a:srgbClr val="{value.removeprefix("#")}"/></a:solidFill>'


def line(value: Colour | None, width: float = 1.0, dash: str | None = None) -> str:
    """A line of a colour, or none."""
    if value is None:
        return "<a:ln><a:noFill/></a:ln>"
    dashes = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{int(width * 12700)}" cap="rnd">{colour(value)}{dashes}<a:round/></a:ln>'


def text_look(
    value: Colour, size: float, *, bold: bool = False, one_line: bool = False, turn: int = 0
) -> str:
    """How labels look. `turn` is the angle in 60,000ths of a degree."""
    wrap = ' wrap="none"' if one_line else ""
    return (
        f'<c:txPr><a:bodyPr rot="{turn}" vert="horz"{wrap}/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{int(size * 100)}" b="{int(bold)}">'
        f'{colour(value)}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def number_format(unit: Unit, value: float | None) -> str:
    """The format in which Excel and PowerPoint write a value as `words.quantity` does."""
    decimals = _DECIMALS.get(unit, 0) if "." in words.quantity(value, unit) else 0
    plain = "#,##0" + ("." + "0" * decimals if decimals else "") + _AFTER.get(unit, "")
    return f'{plain};"−"{plain}'


def shared_format(unit: Unit, values: Iterable[float | None]) -> str:
    """The format that writes all of these values, with decimals where one of them has some."""
    codes = [number_format(unit, value) for value in values if value is not None]
    return next((code for code in codes if "." in code), number_format(unit, 0))


def count_format(before: str) -> str:
    """A count after its rating's shape; nothing is written on a part that is not there."""
    lead = f'"{before} "' if before else ""
    return f"{lead}#,##0;;"


def label_parts(
    position: str,
    *,
    format_code: str,
    ink: Colour,
    size: float,
    bold: bool = False,
    named: bool = False,
    dated: bool = False,
) -> str:
    """What data labels are made of, in the order in which the schema wants it."""
    look = text_look(ink, size, bold=bold, one_line=True)
    gap = "<c:separator> </c:separator>" if named or dated else ""
    return (
        f'<c:numFmt formatCode={quoteattr(format_code)} sourceLinked="0"/>'
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{look}<c:dLblPos val="{position}"/>'
        f'<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="{int(dated)}"/>'
        f'<c:showSerName val="{int(named)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>{gap}'
    )


def series_head(index: int, series: Series) -> str:
    """The number and the name of a series."""
    return (
        f'<c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef>'
        f"<c:f>{SHEET}!${column(index + 1)}$1</c:f>"
        f'<c:strCache><c:ptCount val="1"/>{_points([series.name])}</c:strCache></c:strRef></c:tx>'
    )


def series_data(index: int, chart: Chart, format_code: str) -> str:
    """The categories and the values of a series, as the workbook has them."""
    count, letter = len(chart.categories), column(index + 1)
    values = [number(value) for value in chart.series[index].values]
    size = f'<c:ptCount val="{count}"/>'
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${count + 1}</c:f>"
        f"<c:strCache>{size}{_points(chart.categories)}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${count + 1}</c:f>"
        f"<c:numCache><c:formatCode>{escape(format_code)}</c:formatCode>{size}{_points(values)}"
        "</c:numCache></c:numRef></c:val>"
    )


def _points(values: Iterable[str | float | None]) -> str:
    written = [figure(v) if isinstance(v, float | int) else v and escape(safe(v)) for v in values]
    return "".join(
        f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>'
        for index, value in enumerate(written)
        if value is not None
    )


def axis_ids() -> str:
    """The two axes that a plot is drawn against."""
    return f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
