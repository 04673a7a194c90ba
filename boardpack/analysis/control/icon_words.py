"""What stands beside an icon, so that neither its colour nor its shape has to be known."""

from boardpack.analysis.control.chart import ControlChart, Point
from boardpack.analysis.control.kinds import Assurance, PointType, Way

_MEANING = {
    PointType.IMPROVEMENT: "improvement",
    PointType.CONCERN: "concern",
    PointType.NEUTRAL_HIGH: "neither better nor worse",
    PointType.NEUTRAL_LOW: "neither better nor worse",
}
_ASSURANCE = {
    Assurance.PASS: "Assurance: the target will be met",
    Assurance.FAIL: "Assurance: the target will be missed",
    Assurance.HIT_OR_MISS: "Assurance: the target may be met or missed by chance",
}


def point_words(point: Point) -> str:
    """`Special cause, concern: higher`, or `Common cause: no significant change`."""
    if point.type is PointType.COMMON_CAUSE:
        return "Common cause: no significant change"
    higher = "higher" if point.way is Way.UP else "lower"
    return f"Special cause, {_MEANING[point.type]}: {higher}"


def variation_words(chart: ControlChart) -> str | None:
    """The words of the variation icon; nothing where there is no icon."""
    return point_words(chart.latest) if chart.latest and chart.variation else None


def assurance_words(chart: ControlChart) -> str | None:
    """The words of the assurance icon; nothing where there is no icon."""
    return _ASSURANCE[chart.assurance] if chart.assurance else None
