"""Rows that only the previous workbook had: gone without being closed."""

from tests.sample.plan.build import d, row, u
from tests.sample.plan.rows import OPEN, Gone

GONE = (
    Gone(
        OPEN,
        2,
        row(
            "6",
            "2.3.5",
            "Pilot a parents' panel in Locality East that comments on new leaflets and letters.",
            u(11, 6, "Three parents have come forward, five are needed."),
            lead="Head of Locality East",
            due=d(30, 9),
            brag="Amber",
            evidence="Poster for the panel",
            metric="Parents on the panel",
        ),
    ),
    Gone(
        OPEN,
        8,
        row(
            "9",
            "8.3.6",
            "Ask the bus company to train its drivers to notice a child travelling late and alone.",
            u(16, 5, "Letter sent to the operations manager."),
            u(20, 2, "Idea came from the mapping group."),
            lead="Missing and Exploitation Manager",
            due=d(30, 9),
            brag="Green",
            evidence="Letter",
        ),
    ),
)
