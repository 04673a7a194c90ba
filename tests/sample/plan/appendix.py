"""The small table of Appendix A: education, employment and training by age group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.sample.plan.rows import NEWEST, PREVIOUS


@dataclass(frozen=True, slots=True)
class Group:
    """One age group: how many young people, how many of them in EET."""

    name: str
    cohort: int
    in_eet: int
    note: str

    @property
    def neet(self) -> int:
        """Those who are not in education, employment or training."""
        return self.cohort - self.in_eet

    @property
    def share(self) -> float:
        """The share in EET, between 0 and 1, to a tenth of a percentage point."""
        return round(self.in_eet / self.cohort, 3)


HEADINGS = ("Age group", "Cohort", "In EET", "% EET", "NEET", "Notes")

GROUPS: dict[date, tuple[Group, ...]] = {
    PREVIOUS: (
        Group("Year 12", 204, 141, "Nine on study programmes that end in July"),
        Group("Year 13", 192, 106, "Two colleges have not yet confirmed leavers"),
        Group("19-21", 403, 211, "Includes 14 young parents counted as NEET"),
        Group("22-25", 188, 84, "Only those who have asked for a service after 21"),
    ),
    NEWEST: (
        Group("Year 12", 207, 146, "Figures after the July leavers' return"),
        Group("Year 13", 195, 109, "Results day may move eight to ten of these"),
        Group("19-21", 405, 215, "Apprentices who start in September are not counted yet"),
        Group("22-25", 196, 89, "Rise in cohort follows the birthday letters"),
    ),
}

ENGLAND = ("England, 19-21", "\u2013", "\u2013", 0.51, "\u2013", "National return for March 2018")
