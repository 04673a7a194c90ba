"""collected.json: every change that answers made in the plan, and the journal of a write under way."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from boardpack.deliver.manifest import as_bytes
from boardpack.errors import UnreadableCycle
from boardpack.folded import folded
from boardpack.model.cycle import Change, ReturnField
from boardpack.read.cycle import COLLECTED

JOURNAL = "pending.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A change, the answer that made it, and the conflict that was decided for it, if one was."""

    change: Change
    answer: str
    conflict: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The change with the answer and the conflict beside its own fields."""
        return {**asdict(self.change), "answer": self.answer, "conflict": self.conflict}


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries in the order in which they were made."""

    entries: tuple[Entry, ...] = ()

    def of(self, keys: Iterable[str], field: ReturnField) -> tuple[Entry, ...]:
        """The entries of some rows in one field, oldest first."""
        wanted = set(keys)
        return tuple(e for e in self.entries if e.change.key in wanted and e.change.field == field)

    def has(
        self, keys: Iterable[str], field: ReturnField, lead: str, answer: str, sha256: str
    ) -> bool:
        """Whether this answer of a lead was put in: from this file, or as the last word of the lead."""
        of_lead = [e for e in self.of(keys, field) if e.change.lead == lead]
        said = [e for e in of_lead if folded(e.answer) == folded(answer)]
        if field == "progress":
            return bool(said)
        return bool(said) and (
            said[-1] is of_lead[-1] or any(e.change.sha256 == sha256 for e in said)
        )

    @property
    def settled(self) -> dict[str, str]:
        """The conflicts that were decided and put in, with the day."""
        return {e.conflict: e.change.date for e in self.entries if e.conflict}

    def with_entries(self, more: Sequence[Entry]) -> "Ledger":
        """The ledger with entries that it does not have yet."""
        return Ledger((*self.entries, *(entry for entry in more if entry not in self.entries)))

    def as_bytes(self) -> bytes:
        """The file."""
        return as_bytes([entry.as_json() for entry in self.entries])


@dataclass(frozen=True, slots=True)
class Journal:
    """A write under way: the plan's hash before and after it, and what it changes."""

    before: str
    after: str
    entries: tuple[Entry, ...]

    def as_bytes(self) -> bytes:
        """The file."""
        changes = [entry.as_json() for entry in self.entries]
        return as_bytes({"before": self.before, "after": self.after, "changes": changes})


def read_ledger(folder: Path) -> Ledger:
    """The ledger of a board; an empty one where nothing was collected."""
    path = folder / COLLECTED
    if not path.is_file():
        return Ledger()
    return Ledger(_entries(path, _read(path)))


def read_journal(folder: Path) -> Journal | None:
    """The journal that a run left behind that was ended in the middle; nothing after a whole one."""
    path = folder / JOURNAL
    if not path.is_file():
        return None
    held = _read(path)
    if not isinstance(held, dict) or not {"before", "after", "changes"} <= held.keys():
        raise UnreadableCycle(path, "boardpack collect")
    return Journal(held["before"], held["after"], _entries(path, held["changes"]))


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except ValueError:
        raise UnreadableCycle(path, "boardpack collect") from None


def _entries(path: Path, held: Any) -> tuple[Entry, ...]:
    from pydantic import TypeAdapter, ValidationError

    try:
        lines = TypeAdapter(list[dict[str, Any]]).validate_python(held)
        answers = [
            (line.pop("answer", line.get("after", "")), line.pop("conflict", None))
            for line in lines
        ]
        changes = TypeAdapter(list[Change]).validate_python(lines)
    except ValidationError:
        raise UnreadableCycle(path, "boardpack collect") from None
    return tuple(
        Entry(change, answer, conflict)
        for change, (answer, conflict) in zip(changes, answers, strict=True)
    )
