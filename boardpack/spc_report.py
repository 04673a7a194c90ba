"""What `boardpack spc` prints: the public JSON shape, and the same in words."""

from collections.abc import Sequence
from typing import Any

from boardpack.analysis.control.chart import ControlChart, Point
from boardpack.analysis.control.icon_words import assurance_words, point_words, variation_words
from boardpack.analysis.control.kinds import Signal
from boardpack.analysis.control.rule_words import rules_in_words
from boardpack.analysis.control.rules import Rules
from boardpack.analysis.control.verdict import verdict
from boardpack.spc import Charts
from boardpack.words import bare_number, plural, short_date

_HEADINGS = ("date", "value", "average", "lower limit", "upper limit", "")


def charts_json(made: Charts) -> dict[str, Any]:
    """The public shape of `spc --json`."""
    return {
        "file": made.file,
        "rules": _rules_json(made.rules),
        "series": [_chart_json(name, chart) for name, chart in made.charts],
        "findings": [finding.as_json() for finding in made.findings],
    }


def _rules_json(rules: Rules) -> dict[str, Any]:
    return {
        "shift": rules.shift,
        "trend": rules.trend,
        "near": rules.near.value,
        "screen": rules.screen,
        "min_points": rules.min_points,
        "baseline": rules.baseline,
        "in_words": rules_in_words(rules),
    }


def _chart_json(name: str | None, chart: ControlChart) -> dict[str, Any]:
    return {
        "series": name,
        "points": [_point_json(point) for point in chart.points],
        "variation": chart.variation.value if chart.variation else None,
        "assurance": chart.assurance.value if chart.assurance else None,
        "direction": chart.direction.value,
        "target": chart.target,
        "median": chart.run_median,
        "verdict": verdict(chart),
    }


def _point_json(point: Point) -> dict[str, Any]:
    return {
        "date": point.date.isoformat(),
        "value": point.value,
        "group": point.group,
        "mean": point.mean,
        "lpl": point.lower,
        "upl": point.upper,
        "outside": point.outside,
        "near": point.near,
        "side": point.side,
        "signal": point.signal.value,
        "direction": point.way.value if point.way else None,
        "type": point.type.value,
    }


def charts_text(made: Charts) -> str:
    """A table a series with its verdict, and the rules."""
    parts = ["\n".join(_chart_lines(name or made.file, chart)) for name, chart in made.charts]
    return "\n\n".join([*parts, rules_in_words(made.rules)])


def _chart_lines(name: str, chart: ControlChart) -> list[str]:
    icons = [words for words in (variation_words(chart), assurance_words(chart)) if words]
    head = f"{name}: {plural(len(chart.points), 'point')}, better: {chart.direction.value}"
    rows = [_HEADINGS, *(_cells(point) for point in chart.points)]
    return [head, *_aligned(rows), verdict(chart), *(f"{words}." for words in icons)]


def _cells(point: Point) -> tuple[str, ...]:
    numbers = (point.value, point.mean, point.lower, point.upper)
    common = point.signal is Signal.COMMON_CAUSE
    told = "" if common else f"{point_words(point)} ({point.signal.value})"
    return (short_date(point.date), *map(bare_number, numbers), told)


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows as lines: numbers to the right, words to the left."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    return [
        "  ".join(
            [cell.rjust(width) for cell, width in zip(row[:-1], widths, strict=False)] + [row[-1]]
        ).rstrip()
        for row in rows
    ]
