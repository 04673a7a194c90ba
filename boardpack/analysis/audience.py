"""What an audience may see of a meeting, of the boards before it, and of what was found."""

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


def seen_by(audience: Audience, seen: Seen, settings: Settings) -> Seen:
    """The same as this audience may see it."""
    audiences = settings.audiences
    told = audiences.public if audience is Audience.PUBLIC else audiences.members
    meeting, earlier, findings = with_roles(seen, told.roles)
    rule = disclosure_of(settings, audience)
    if rule.changes_nothing:
        return meeting, earlier, findings
    areas = areas_of(settings)
    before = tuple(
        replace(
            past,
            plan=plan_disclosed(past.plan, rule),
            metrics=metrics_disclosed(past.metrics, rule, areas),
        )
        for past in earlier
    )
    quiet = tuple(finding for finding in findings if finding.kind in OF_DATES_AND_GAPS)
    return disclosed(meeting, rule, areas), before, quiet
