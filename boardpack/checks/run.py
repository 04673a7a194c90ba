"""All rules over one plan."""

from collections.abc import Collection

from boardpack.checks import dates, figures, gaps, personal, sums, twins, updates
from boardpack.checks.registry import Case, rules
from boardpack.findings import Finding

RULE_MODULES = (dates, figures, gaps, personal, sums, twins, updates)
"""Importing a module registers its rules; naming it here keeps it from being left out."""


OF_DATES_AND_GAPS = frozenset(
    {
        "overdue", "overdue-but-green", "due-before-next-board", "no-update-since-previous-board",
        "undated-progress", "no-progress", "no-rating", "no-lead", "no-due-date",
    }
)  # fmt: skip
"""Questions that quote no figure and no words of a cell, so that a published pack may show them."""


def check(case: Case, off: Collection[str] = ()) -> tuple[Finding, ...]:
    """The findings of every rule that is not switched off, by code and then in plan order."""
    return tuple(
        finding for rule in rules() if rule.kind.kind not in off for finding in rule.findings(case)
    )
