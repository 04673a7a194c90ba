"""Names in the settings that mean nothing: a spelling mistake would otherwise pass without a word."""

from collections.abc import Iterator

from boardpack.checks import board
from boardpack.checks.registry import rules
from boardpack.findings import Finding, Severity, register
from boardpack.model.metrics import Metrics
from boardpack.model.plan import Plan
from boardpack.model.source import Source
from boardpack.settings import Settings

UNKNOWN_NAME = register(
    "S001",
    "unknown-name",
    "A setting names what does not exist",
    Severity.WARNING,
    '{setting} names "{name}", and there is no such {what}.',
    "Correct its spelling or take it out.",
)


def unknown_names(
    settings: Settings, label: str, plan: Plan, metrics: Metrics
) -> tuple[Finding, ...]:
    """A finding for each measure, sheet and kind of question that the settings name and nobody knows."""
    known = {
        "measure": {metric.id for metric in metrics.definitions},
        "sheet": {sheet.name for sheet in plan.sheets},
        "question": {rule.kind.kind for rule in rules()} | board.KINDS,
        "threshold": {rule.kind.kind for rule in rules() if rule.threshold},
    }
    return tuple(
        UNKNOWN_NAME.at(Source(label), setting=setting, name=name, what=what)
        for setting, name, what in _named(settings)
        if name not in known[what]
    )


def _named(settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Each name with the setting that it stands in and what it should be the name of."""
    charts = settings.charts
    yield from (("charts.trends", name, "measure") for name in charts.trends)
    yield from (("charts.localities", name, "measure") for name in charts.localities)
    yield from (("charts.districts", name, "measure") for name in charts.districts)
    for group, chart in charts.groups.items():
        yield from ((f"charts.groups.{group}", name, "measure") for name in chart.measures)
    yield from (("plan.sheets", name, "sheet") for name in settings.plan.sheets)
    yield from (("checks.off", name, "question") for name in settings.checks.off)
    yield from (("checks.thresholds", name, "threshold") for name in settings.checks.thresholds)
