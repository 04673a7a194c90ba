"""The rules that a control chart is made by. Every one of them is a setting."""

from dataclasses import dataclass
from enum import StrEnum

from boardpack.errors import UnusableRules

LEAST_BASELINE = 12
_SHORTEST_RUN = 3
"""Two in a row on one side, or two that rise, are every second pair of any series."""


class Near(StrEnum):
    """Whose conventions hold where the two tools in common use differ.

    MDC: NHS England's "Making data count", in which a point outside the limits is near them too.
    NHSR: the R package NHSRplotthedots, in which it is not. Its few other corners, which
    docs/control-charts.md lists, come with it, so that a chart can be checked against the package.
    """

    MDC = "mdc"
    NHSR = "nhsr"


@dataclass(frozen=True, slots=True)
class Rules:
    """Lengths of runs in points; `baseline` is how many points of a group fix its limits."""

    shift: int = 7
    trend: int = 7
    near: Near = Near.MDC
    screen: bool = False
    min_points: int = 13
    baseline: int | None = None

    def __post_init__(self) -> None:
        """Refuses rules by which no chart can be made."""
        for name, length in (("shift", self.shift), ("trend", self.trend)):
            if length < _SHORTEST_RUN:
                raise UnusableRules(f"a {name} of {length}", f"{_SHORTEST_RUN} points or more")
        if self.min_points < 1:
            raise UnusableRules(f"a minimum of {self.min_points} points", "1 point or more")
        if self.baseline is not None and self.baseline < LEAST_BASELINE:
            what = f"a baseline of {self.baseline} points"
            raise UnusableRules(what, f"{LEAST_BASELINE} points or more")

    @property
    def as_in_r(self) -> bool:
        """Whether the conventions of the R package hold."""
        return self.near is Near.NHSR


DEFAULT = Rules()
