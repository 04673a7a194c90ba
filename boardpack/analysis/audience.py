"""What an audience may see of a meeting, of the boards before it, and of what was found."""

from collections.abc import Mapping
from dataclasses import replace

from boardpack.analysis.disclosure import (
    areas_of,
    disclosed,
    disclosure_of,
    metrics_disclosed,
    plan_disclosed,
)
from boardpack.analysis.overview import Baseline
from boardpack.analysis.roles import with_roles
from boardpack.checks.run import OF_DATES_AND_GAPS
from boardpack.findings import Finding
from boardpack.model.board import Meeting
from boardpack.model.metrics import Audience
from boardpack.settings import Settings

Seen = tuple[Meeting, tuple[Baseline, ...], tuple[Finding, ...]]
"""A meeting, the boards before it, oldest first, and what was found in its inputs."""


def roles_of(audience: Audience, settings: Settings) -> Mapping[str, str]:
    """What this audience reads in the place of names."""
    audiences = settings.audiences
    return (audiences.public if audience is Audience.PUBLIC else audiences.members).roles


def in_roles(settings: Settings, audience: Audience) -> Settings:
    """The settings with the names in what stands on the pack's pages written as roles."""
    board = settings.board
    told = with_roles(
        (board.name, board.council, board.chair, board.place), roles_of(audience, settings)
    )
    fields = dict(zip(("name", "council", "chair", "place"), told, strict=True))
    return settings.model_copy(update={"board": board.model_copy(update=fields)})


def seen_by(audience: Audience, seen: Seen, settings: Settings) -> Seen:
    """The same as this audience may see it."""
    meeting, earlier, findings = with_roles(seen, roles_of(audience, settings))
    rule = disclosure_of(settings, audience)
    if rule.changes_nothing:
        return meeting, earlier, findings
    areas = areas_of(settings)
    before = tuple(
        replace(
            past,
            plan=plan_disclosed(past.plan, rule),
            metrics=metrics_disclosed(past.metrics, rule, areas),
            decisions=tuple(one for one in past.decisions if not one.exempt),
        )
        for past in earlier
    )
    quiet = tuple(finding for finding in findings if finding.kind in OF_DATES_AND_GAPS)
    return disclosed(meeting, rule, areas), before, quiet
