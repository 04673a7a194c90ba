"""Writes a collection: a copy of the plan first, then the journal, the plan, and the ledger.

The order is what makes a run that is ended in the middle harmless:

1. backup/plan-<hash>.xlsx: the plan as it is, before anything else;
2. pending.json: the hash of the plan before and after, and the changes that lie between them;
3. the plan, replaced as a whole;
4. collected.json: the changes;
5. answers.csv and conflicts.csv, which can be made anew from the rest;
6. pending.json goes.

The next run looks at pending.json. Where the plan has the hash from before, nothing was written and
the work begins anew; where it has the one from after, the ledger gets what it lacks. Where somebody
changed the plan in between, each of its cells tells whether the change is in it.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from boardpack.cycle.collect import faults
from boardpack.cycle.collect.given import NAMES
from boardpack.cycle.collect.ledger import (
    JOURNAL,
    Entry,
    Journal,
    Ledger,
    read_journal,
    read_ledger,
)
from boardpack.cycle.collect.locating import Master
from boardpack.cycle.collect.making import Merge, Outcome, Write
from boardpack.deliver.file import replace_file
from boardpack.deliver.manifest import sha256
from boardpack.deliver.patching import (
    AppendText,
    CellEdit,
    PrependText,
    SetDay,
    SetText,
    patched,
)
from boardpack.errors import CannotPatch, OutputError, PlanChanged, PlanInUse
from boardpack.findings import Finding
from boardpack.folded import folded
from boardpack.model.source import Source
from boardpack.read.cycle import COLLECTED

_SHORT_HASH = 12


@dataclass(frozen=True, slots=True)
class Patch:
    """The plan before and after, the writes that are in it, and what could not be written."""

    before: bytes
    after: bytes
    writes: tuple[Write, ...]
    findings: tuple[Finding, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What the ledger is to have."""
        return tuple(entry for write in self.writes for entry in write.entries)


def edit_of(write: Write) -> CellEdit:
    """The edit that makes a cell hold what is to be written: nothing that stands there is set anew."""
    if write.day:
        return CellEdit(write.sheet, write.cell, SetDay(write.day))
    before = write.entries[0].change.before
    if write.added is None or not before.strip():
        return CellEdit(write.sheet, write.cell, SetText(write.text))
    if write.first:
        lead = write.text[: -len(before)]
        return CellEdit(write.sheet, write.cell, PrependText(lead.removesuffix("\n")))
    rest = write.text[len(before) :]
    return CellEdit(write.sheet, write.cell, AppendText(rest.removeprefix("\n")))


def patch(before: bytes, merge: Merge, label: str) -> Patch:
    """The plan with every write that can be made. The others are told, and their answers stay open."""
    writes, findings = list(merge.writes), list[Finding]()
    while writes:
        try:
            after = patched(before, [edit_of(write) for write in writes])
        except CannotPatch as refusal:
            bad = dict(refusal.refused)
            stay = [write for write in writes if edit_of(write).place not in bad]
            if len(stay) == len(writes):
                raise
            for write in writes:
                if why := bad.get(edit_of(write).place):
                    findings += _refused(write, why, label, merge)
            writes = stay
        else:
            return Patch(before, after, tuple(writes), tuple(findings))
    return Patch(before, before, (), tuple(findings))


def _refused(write: Write, why: str, label: str, merge: Merge) -> list[Finding]:
    """The findings of a cell that cannot be changed; its answers and its decision are open again."""
    hashes = {(entry.change.sha256, entry.change.key) for entry in write.entries}
    merge.outcomes = [
        Outcome(one.given, "refused")
        if one.given.field == write.field and (one.given.sha256, one.given.row.key) in hashes
        else one
        for one in merge.outcomes
    ]
    for entry in write.entries:
        if entry.conflict:
            merge.settled.pop(entry.conflict, None)
    return [
        faults.NOT_PATCHED.at(
            Source(label, write.sheet, write.cell),
            field=NAMES[write.field],
            text=entry.answer,
            lead=f"{entry.change.lead} ({entry.change.file})",
            why=why,
        )
        for entry in write.entries
    ]


def refuse_if_open(plan: Path) -> None:
    """Nothing; PlanInUse where a program has the plan open, or it must not be written."""
    for lock in (f"~${plan.name}", f".~lock.{plan.name}#"):
        if (plan.parent / lock).exists():
            raise PlanInUse(plan, lock)
    try:
        with plan.open("r+b"):
            pass
    except PermissionError:
        raise PlanInUse(plan, None) from None


def write_plan(plan: Path, cycle: Path, made: Patch, ledger: Ledger) -> Path | None:
    """The copy of the plan from before, once plan and ledger have the changes; nothing where there are none."""
    if not made.entries:
        return None
    digest = sha256(made.before)
    if sha256(plan.read_bytes()) != digest:
        raise PlanChanged(plan)
    backup = cycle / "backup" / f"plan-{digest[:_SHORT_HASH]}{plan.suffix}"
    if not backup.is_file():
        replace_file(backup, made.before)
    journal = Journal(digest, sha256(made.after), made.entries)
    replace_file(cycle / JOURNAL, journal.as_bytes())
    try:
        replace_file(plan, made.after)
    except OutputError:
        with suppress(OSError):
            (cycle / JOURNAL).unlink()
        raise PlanInUse(plan, None) from None
    replace_file(cycle / COLLECTED, ledger.with_entries(made.entries).as_bytes())
    return backup


def close_journal(cycle: Path) -> None:
    """The journal is gone: all that it told of is written."""
    (cycle / JOURNAL).unlink(missing_ok=True)


def recovered(plan: bytes, master: Master, cycle: Path) -> Ledger:
    """The ledger with what a run that was ended in the middle had put into the plan. Nothing is written."""
    ledger, journal = read_ledger(cycle), read_journal(cycle)
    if journal is None:
        return ledger
    digest = sha256(plan)
    if digest == journal.after:
        return ledger.with_entries(journal.entries)
    if digest == journal.before:
        return ledger
    return ledger.with_entries([entry for entry in journal.entries if _is_in(entry, master)])


def _is_in(entry: Entry, master: Master) -> bool:
    """Whether a change is in a plan that somebody changed since: the cell says what it was to say."""
    change = entry.change
    now = folded(master.text(change.sheet, change.cell))
    if change.field == "progress":
        return folded(entry.answer) in now and folded(change.before) != now
    return now == folded(change.after)


def write_ledger(cycle: Path, ledger: Ledger) -> None:
    """The ledger, where it differs from what is there."""
    if ledger != read_ledger(cycle):
        replace_file(cycle / COLLECTED, ledger.as_bytes())
