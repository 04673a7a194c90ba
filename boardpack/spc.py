"""A file of series and the control chart of each: for `boardpack spc`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from boardpack.analysis.control.chart import ControlChart, control_chart
from boardpack.analysis.control.kinds import Direction
from boardpack.analysis.control.rules import Rules
from boardpack.findings import Finding
from boardpack.model.source import Source
from boardpack.read.spc import Series, in_series, read_series
from boardpack.read.spc_faults import REBASE_WITHOUT_POINT
from boardpack.words import long_date


@dataclass(frozen=True, slots=True)
class Charts:
    """The chart of each series by its name, and what was odd in the file."""

    file: str
    rules: Rules
    charts: tuple[tuple[str | None, ControlChart], ...]
    findings: tuple[Finding, ...]


def charts_of(
    path: Path,
    rules: Rules,
    direction: Direction,
    target: float | None = None,
    rebases: Sequence[date] = (),
) -> Charts:
    """A chart a series, in the order of the file."""
    read = read_series(path, path.name)
    charts = tuple(
        (series.name, control_chart(series.points, rules, direction, target, rebases))
        for series in read.series
    )
    idle = tuple(f for series in read.series for f in _idle_rebases(series, rebases, path.name))
    return Charts(path.name, rules, charts, read.findings + idle)


def _idle_rebases(series: Series, rebases: Sequence[date], label: str) -> list[Finding]:
    """A finding for each rebase on a day on which a series has no point."""
    dates = {day for day, _ in series.points}
    return [
        REBASE_WITHOUT_POINT.at(Source(label), date=long_date(day), series=in_series(series.name))
        for day in sorted(set(rebases) - dates)
    ]
