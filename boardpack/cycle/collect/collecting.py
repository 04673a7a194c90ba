"""A collection from the folder of returns to the plan, and what the manager is told of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from boardpack.cycle.collect import faults
from boardpack.cycle.collect.answering import answers_bytes, lines_there
from boardpack.cycle.collect.applying import (
    Patch,
    close_journal,
    patch,
    recovered,
    refuse_if_open,
    write_ledger,
    write_plan,
)
from boardpack.cycle.collect.conflicts import NAME as CONFLICTS
from boardpack.cycle.collect.conflicts import Decided, conflicts_bytes, read_decisions
from boardpack.cycle.collect.files import Returned, returned_files
from boardpack.cycle.collect.ledger import Ledger
from boardpack.cycle.collect.locating import Master
from boardpack.cycle.collect.making import Merge, Round
from boardpack.cycle.collect.merging import merge
from boardpack.deliver.file import replace_file
from boardpack.deliver.manifest import as_bytes
from boardpack.errors import NothingCommissioned, PlanChanged, PlanNotWritten
from boardpack.findings import Finding, Severity
from boardpack.model.cycle import Commission, SentRow
from boardpack.model.source import Source
from boardpack.read.cycle import FOLDER, RETURNED, RETURNS, read_commissioned, read_returned
from boardpack.read.header import first_header
from boardpack.read.meeting import (
    ANSWERS,
    MeetingFolder,
    choose_meeting,
    label_of,
    plan_path,
    told_headings,
)
from boardpack.read.plan import plan_of
from boardpack.read.workbook import SUFFIXES, read_grids
from boardpack.settings import Settings, load_settings


@dataclass(frozen=True)
class Collected:
    """What a collection came to. `backup` is the copy of the plan from before, where it was changed."""

    board: str
    plan: str
    is_dry: bool
    rounds: tuple[Commission, ...]
    returned: tuple[Returned, ...]
    merge: Merge
    patch: Patch
    findings: tuple[Finding, ...]
    backup: str | None

    @property
    def needs_manager(self) -> bool:
        """Whether something is to be decided or put right."""
        return bool(self.merge.conflicts) or any(
            finding.severity is Severity.ERROR for finding in self.findings
        )


def collect(inputs: Path, board: str | None, today: date, *, dry_run: bool = False) -> Collected:
    """The answers of a board merged into its plan. With `dry_run` nothing at all is written."""
    settings = load_settings(inputs / "board.toml")
    folder = choose_meeting(inputs, board)[0]
    cycle, plan = folder.path / FOLDER, plan_path(folder.path)
    rounds = read_commissioned(cycle)
    if not rounds:
        raise NothingCommissioned(folder.path.name)
    if plan.suffix.lower() not in SUFFIXES:
        raise PlanNotWritten(plan)
    if not dry_run:
        refuse_if_open(plan)
    before = plan.read_bytes()
    master = _master(plan, inputs, settings)
    if plan.read_bytes() != before:
        raise PlanChanged(plan)
    ledger = recovered(before, master, cycle)
    returned = returned_files(folder.path / RETURNS, inputs, rounds)
    decisions = read_decisions(cycle)
    given = [one for file in returned for one in file.taken.given]
    around = Round(master, ledger, decisions, today, _shared(rounds), lines_there(folder.path))
    made = merge(given, _newest_rows(rounds, [one.row for one in given]), around)
    label = label_of(plan, inputs)
    patched = patch(before, made, label)
    backup = None
    if not dry_run:
        backup = _write(folder, made, patched, ledger, decisions)
        _keep_returned(cycle, returned)
    findings = (
        *(finding for file in returned for finding in file.taken.findings),
        *made.findings,
        *patched.findings,
        *_stale_decisions(decisions, made, label_of(cycle / CONFLICTS, inputs)),
    )
    return Collected(
        board=folder.path.name,
        plan=label,
        is_dry=dry_run,
        rounds=tuple(rounds),
        returned=returned,
        merge=made,
        patch=patched,
        findings=tuple(dict.fromkeys(findings)),
        backup=label_of(backup, inputs) if backup else None,
    )


def _master(plan: Path, inputs: Path, settings: Settings) -> Master:
    grids, words = read_grids(plan), told_headings(settings)
    cells = {(grid.name, cell.address): cell for grid in grids for cell in grid.cells.values()}
    columns = {
        (grid.name, name): column
        for grid in grids
        if (header := first_header(grid, words))
        for name, column in header.columns.items()
    }
    label = label_of(plan, inputs)
    return Master(plan_of(grids, plan, label, settings.plan.sheets, words)[0], cells, columns)


def _shared(rounds: Sequence[Commission]) -> dict[str, frozenset[str]]:
    """The leads that each row was asked of."""
    asked: dict[str, set[str]] = {}
    for one in rounds:
        for sent in one.returns:
            for key in sent.keys:
                asked.setdefault(key, set()).add(sent.lead)
    return {key: frozenset(leads) for key, leads in asked.items()}


def _newest_rows(rounds: Sequence[Commission], given: Sequence[SentRow]) -> list[SentRow]:
    """Every row that was sent, as it was last sent."""
    rows = {row.key: row for one in rounds for row in one.rows}
    return [*rows.values(), *(row for row in given if row.key not in rows)]


def _write(
    folder: MeetingFolder,
    made: Merge,
    patched: Patch,
    ledger: Ledger,
    decisions: Mapping[str, Decided],
) -> Path | None:
    """Writes everything in the order that applying tells of."""
    cycle = folder.path / FOLDER
    write_ledger(cycle, ledger)
    backup = write_plan(plan_path(folder.path), cycle, patched, ledger)
    answers = answers_bytes(folder.path, made.answers)
    if answers is not None:
        replace_file(folder.path / ANSWERS, answers)
    lines = conflicts_bytes(made.conflicts, decisions, made.settled)
    if made.conflicts or decisions:
        _replace(cycle / CONFLICTS, lines)
    close_journal(cycle)
    return backup


def _keep_returned(cycle: Path, returned: Sequence[Returned]) -> None:
    """Keep who sent something back: a return without an answer leaves nothing else behind."""
    leads = {*read_returned(cycle), *(file.taken.lead for file in returned if file.taken.lead)}
    if leads:
        _replace(cycle / RETURNED, as_bytes(sorted(leads)))


def _replace(path: Path, data: bytes) -> None:
    if not path.is_file() or path.read_bytes() != data:
        replace_file(path, data)


def _stale_decisions(decisions: Mapping[str, Decided], made: Merge, label: str) -> list[Finding]:
    """Decisions that were made of answers that are others by now, and were never put in."""
    open_now = {conflict.id: conflict for conflict in made.conflicts}
    return [
        faults.UNKNOWN_DECISION.at(Source(label, line=line.line), conflict=name)
        for name, line in decisions.items()
        if line.decision and not line.settled and name not in open_now and name not in made.settled
    ]
