"""conflicts.csv: what could not be decided, and what the manager decided of it."""

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from boardpack.cycle.collect.given import AnswerField
from boardpack.folded import folded
from boardpack.read.text import guarded, read_csv, unguarded

NAME = "conflicts.csv"
KEEP = "plan"
COLUMNS = (
    "conflict",
    "sheet",
    "cell",
    "ref",
    "activity",
    "field",
    "sent",
    "now in the plan",
    "answers",
    "decision",
    "settled",
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values that were given: `by` says by whom, in which files and cells."""

    value: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Answers of which one is to be chosen, or none. `id` stays the same while the answers do."""

    id: str
    sheet: str
    cell: str
    ref: str | None
    activity: str
    field: AnswerField
    sent: str
    now: str
    options: tuple[Option, ...]
    why: str

    @property
    def answers(self) -> str:
        """The choices with their letters, as they stand in the file."""
        return "\n".join(
            f"{letter(place)}: {option.value} ({'; '.join(option.by)})"
            for place, option in enumerate(self.options)
        )

    def chosen(self, decision: str) -> Option | None:
        """The option that a decision names by its letter, its number or its own words."""
        said = folded(decision).strip(" .:)")
        for place, option in enumerate(self.options):
            if said in {letter(place).casefold(), str(place + 1), folded(option.value)}:
                return option
        return None


def letter(place: int) -> str:
    """A, B, C for the first options; beyond Z a number, which no conflict has reached."""
    return _LETTERS[place] if place < len(_LETTERS) else str(place + 1)


def conflict_id(keys: Iterable[str], field: str, said: Iterable[tuple[str, str]]) -> str:
    """A name for a conflict, made of who says what of which rows: other answers, another name."""
    parts = [field, *sorted(set(keys)), *(f"{lead}\n{value}" for lead, value in sorted(set(said)))]
    # A word and not figures alone, which Excel would make a number of when it saves the CSV.
    return f"C-{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:10]}"


@dataclass(frozen=True, slots=True)
class Decided:
    """A line of the file: its cells, the decision and the day on which it was settled."""

    line: int
    cells: Mapping[str, str]
    decision: str
    settled: str


def read_decisions(folder: Path) -> dict[str, Decided]:
    """The lines of the file by their conflict; none where there is no file yet."""
    path = folder / NAME
    if not path.is_file() or not path.read_bytes().strip():
        return {}
    file = read_csv(path)
    return {
        row["conflict"]: Decided(
            line,
            {name: unguarded(row.get(name, "")) for name in COLUMNS},
            unguarded(row.get("decision", "")),
            unguarded(row.get("settled", "")),
        )
        for line, row in file.lines
        if row.get("conflict")
    }


def conflicts_bytes(
    open_now: Sequence[Conflict], earlier: Mapping[str, Decided], settled: Mapping[str, str]
) -> bytes:
    """The file anew: what is open, with what was typed beside it, then every decision ever made.

    `settled` are the days of those that are. A line without a decision whose conflict is gone goes.
    """
    rows = {}
    for conflict in open_now:
        rows[conflict.id] = _row(conflict) | {
            "decision": earlier[conflict.id].decision if conflict.id in earlier else ""
        }
    for name, line in earlier.items():
        if name not in rows and (line.decision or name in settled):
            cells = dict(line.cells)
            rows[name] = cells | {"settled": line.settled or settled.get(name, "")}
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for cells in sorted(rows.values(), key=lambda row: (bool(row["settled"]), row["conflict"])):
        writer.writerow([guarded(cells[name]) for name in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _row(conflict: Conflict) -> dict[str, str]:
    return {
        "conflict": conflict.id,
        "sheet": conflict.sheet,
        "cell": conflict.cell,
        "ref": conflict.ref or "",
        "activity": conflict.activity,
        "field": conflict.field,
        "sent": conflict.sent,
        "now in the plan": conflict.now,
        "answers": conflict.answers,
        "decision": "",
        "settled": "",
    }
