"""The text of the Governance sheet."""

from __future__ import annotations

from datetime import date

from tests.sample.plan.rows import NEWEST, PREVIOUS

PARAGRAPHS: tuple[tuple[str, str], ...] = (
    (
        "Purpose",
        (
            "The board makes sure that children in the care of Marlshire County "
            "Council, and young people who have left it, find permanence without "
            "delay. It holds nine objectives, each with a sponsor at head of "
            "service level."
        ),
    ),
    (
        "Reporting line",
        (
            "After each meeting a highlight report of one page goes to the Getting "
            "to Good Board, which may ask for any line of this plan to be "
            "explained."
        ),
    ),
    (
        "Meetings",
        (
            "Every six weeks. Lines are sent out three weeks before, come back two "
            "weeks before, and the chair is briefed in the week before the meeting."
        ),
    ),
    ("Blue", "Finished, and the evidence has been seen."),
    ("Green", "Going to plan. Whatever risks there are can be handled by the lead."),
    (
        "Amber",
        (
            "Something is in the way that may cost us time, money or quality; "
            "there is a plan to deal with it."
        ),
    ),
    ("Red", "It will be late, cost more or fall short unless the board steps in."),
    (
        "Who may change what",
        (
            "A lead changes progress, evidence, figures and rating. Dates are "
            "moved by the board alone, and the old date stays in the progress "
            "column."
        ),
    ),
)

_HISTORY = (
    ("0.1", "14 December 2018", "First draft, from the inspection action plan", "Programme office"),
    ("1.0", "30 January 2019", "Agreed by the board", "Chair"),
    ("1.4", "9 May 2019", "Metrics put on a sheet of their own", "Performance Manager"),
    ("1.5", "25 June 2019", "Updates for the July meeting", "Programme office"),
)

VERSIONS: dict[date, tuple[tuple[str, str, str, str], ...]] = {
    PREVIOUS: _HISTORY,
    NEWEST: (
        *_HISTORY,
        (
            "1.6",
            "6 August 2019",
            "Updates for August; five lines moved to Completed",
            "Programme office",
        ),
    ),
}
