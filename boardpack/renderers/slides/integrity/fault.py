"""A fault in a deck."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """The rule that a part breaks, and how."""

    rule: str
    part: str
    what: str

    def __str__(self) -> str:
        return f"{self.part}: {self.what} ({self.rule})"
