"""Findings: faults in data and challenges to a plan, as values that know their place.

A kind of finding is registered once, with its code, title, severity, sentence and remedy. Readers
and rules make findings from their kind, so that wording and severity stand in one place.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from boardpack.errors import DuplicateFindingKind
from boardpack.model.plan import Action, Field
from boardpack.model.source import Source


class Severity(StrEnum):
    """How much a finding matters: an error leaves something out of the pack."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or challenge: where, what was found, and what would settle it."""

    code: str
    kind: str
    severity: Severity
    source: Source
    message: str
    remedy: str
    objective: int | None = None
    ref: str | None = None

    def __str__(self) -> str:
        """The finding as one line: place, what was found, what is needed."""
        return f"{self.source}: {self.message} {self.remedy}"

    def as_json(self) -> dict[str, Any]:
        """The finding with the public field names; what is not known is None."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "file": self.source.file,
            "sheet": self.source.sheet,
            "cell": self.source.cell,
            "line": self.source.line,
            "objective": self.objective,
            "ref": self.ref,
            "kind": self.kind,
            "message": self.message,
            "remedy": self.remedy,
        }


@dataclass(frozen=True, slots=True)
class FindingKind:
    """What all findings of one kind share. `sentence` and `remedy` are format strings."""

    code: str
    kind: str
    title: str
    severity: Severity
    sentence: str
    remedy: str

    def at(
        self,
        source: Source,
        *,
        objective: int | None = None,
        ref: str | None = None,
        **facts: object,
    ) -> Finding:
        """A finding of this kind at a place; `facts` fill the sentence and the remedy."""
        return Finding(
            code=self.code,
            kind=self.kind,
            severity=self.severity,
            source=source,
            message=self.sentence.format_map(facts),
            remedy=self.remedy.format_map(facts),
            objective=objective,
            ref=ref,
        )

    def of(self, action: Action, column: Field | None = None, **facts: object) -> Finding:
        """A finding of this kind about an action, at the cell of one of its columns."""
        return self.at(action.source(column), objective=action.objective, ref=action.ref, **facts)


_REGISTRY: dict[str, FindingKind] = {}


def register(
    code: str, kind: str, title: str, severity: Severity, sentence: str, remedy: str
) -> FindingKind:
    """A new kind of finding; a code or a name that is taken is refused."""
    new = FindingKind(code, kind, title, severity, sentence, remedy)
    if code in _REGISTRY or any(known.kind == kind for known in _REGISTRY.values()):
        raise DuplicateFindingKind(code, kind)
    _REGISTRY[code] = new
    return new


def registered() -> tuple[FindingKind, ...]:
    """Every kind that has been registered so far, by code."""
    return tuple(_REGISTRY[code] for code in sorted(_REGISTRY))
