"""Who is asked about which rows, and what stands in the way."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from boardpack.cycle.commission.kinds import NEAR, NO_ADDRESS, NOBODY, NOT_NAMED
from boardpack.cycle.commission.rows import sent_rows
from boardpack.findings import Finding
from boardpack.folded import folded
from boardpack.model.cycle import SentRow
from boardpack.model.plan import Action, Plan, SheetRole
from boardpack.model.source import Source
from boardpack.settings import LeadsSection

_NEAR = 0.92
_MOST_CELLS = 5
_FOR_THE_MANAGER = {"duplicate-ref", "no-ref", "no-lead", "closed-row-on-open-sheet"}
_QUESTIONS = "P"
"""The first letter of the codes of questions to leads; other findings are for the manager."""


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A row that a lead is asked about, with the other leads of it and the tool's questions."""

    action: Action
    sent: SentRow
    others: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A lead, where the workbook goes, what its files are called, and its rows."""

    lead: str
    address: str | None
    slug: str
    rows: tuple[AskedRow, ...]

    @property
    def questions(self) -> tuple[tuple[str, str], ...]:
        """Every question about the lead's rows, with the row that it is about."""
        return tuple((place(row.action), text) for row in self.rows for text in row.questions)


def place(action: Action) -> str:
    """How a row is called to its lead: by its objective and ref, else by where it stands."""
    if action.ref is None:
        return f"{action.sheet}, row {action.row}"
    return action.ref if action.objective is None else f"Objective {action.objective}, {action.ref}"


def ask(
    plan: Plan, board: str, leads: LeadsSection, findings: Iterable[Finding]
) -> tuple[Asked, ...]:
    """The leads in the order of their names, each with its rows in the order of the workbook."""
    questions = _asked_once(plan, _questions(findings))
    names: dict[str, str] = {}
    rows: dict[str, list[AskedRow]] = defaultdict(list)
    for action, sent in sent_rows(plan, board):
        called = dict.fromkeys(_name(lead, leads, names) for lead in action.lead)
        for lead in called:
            others = tuple(other for other in called if other != lead)
            asked_of = tuple(questions.get((action.sheet, action.row), ()))
            rows[lead].append(AskedRow(action, sent, others, asked_of))
    slugs: set[str] = set()
    return tuple(
        Asked(lead, leads.address_of(lead), _slug(lead, slugs), tuple(rows[lead]))
        for lead in sorted(rows, key=lambda lead: (folded(lead), lead))
    )


def faults(
    plan: Plan, board: str, asked: Collection[Asked], leads: LeadsSection, label: str
) -> tuple[Finding, ...]:
    """What the manager has to put right so that every lead gets what is theirs."""
    return (
        *(NOBODY.of(action, "lead") for action, _ in sent_rows(plan, board) if not action.lead),
        *(_no_address(one) for one in asked if one.address is None),
        *_near(asked),
        *_not_named(asked, leads, label),
    )


def _name(lead: str, leads: LeadsSection, names: dict[str, str]) -> str:
    """The lead as [leads] spells it, else as the plan spells it first."""
    return leads.name_of(lead) or names.setdefault(folded(lead), lead)


def _questions(findings: Iterable[Finding]) -> dict[tuple[str, int], list[Finding]]:
    found: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        number = re.search(r"\d+$", finding.source.cell or "")
        if finding.code.startswith(_QUESTIONS) and finding.source.sheet and number:
            found[finding.source.sheet, int(number.group())].append(finding)
    return found


def _asked_once(
    plan: Plan, found: dict[tuple[str, int], list[Finding]]
) -> dict[tuple[str, int], list[str]]:
    """The questions in words. The sheet of measures repeats actions: what is asked there is not again.

    What only the manager can settle, such as a ref that stands twice, is not asked of a lead.
    """
    said: dict[tuple[str, int], list[str]] = {}
    asked: set[tuple[object, ...]] = set()
    for action in sorted(plan.actions, key=lambda action: action.role is SheetRole.METRICS):
        row = (action.sheet, action.row)
        for finding in found.get(row, ()):
            about = (action.objective, action.ref or row, finding.kind)
            repeated = action.role is SheetRole.METRICS and about in asked
            asked.add(about)
            if not repeated and finding.kind not in _FOR_THE_MANAGER:
                said.setdefault(row, []).append(f"{finding.message} {finding.remedy}")
    return said


def _no_address(one: Asked) -> Finding:
    return NO_ADDRESS.at(one.rows[0].action.source("lead"), lead=one.lead, cells=_cells(one))


def _cells(one: Asked) -> str:
    cells = [str(row.action.source("lead")).partition(", ")[2] for row in one.rows]
    more = f" and {len(cells) - _MOST_CELLS} more" if len(cells) > _MOST_CELLS else ""
    return ", ".join(cells[:_MOST_CELLS]) + more


def _near(asked: Collection[Asked]) -> Iterator[Finding]:
    for one, other in combinations(asked, 2):
        like = SequenceMatcher(None, folded(one.lead), folded(other.lead))
        if like.ratio() >= _NEAR:
            rare, usual = sorted((one, other), key=lambda each: len(each.rows))
            yield NEAR.at(
                rare.rows[0].action.source("lead"),
                lead=rare.lead,
                other=usual.lead,
                cells=_cells(rare),
            )


def _not_named(asked: Collection[Asked], leads: LeadsSection, label: str) -> Iterator[Finding]:
    named = {one.lead for one in asked}
    for lead in leads.addresses:
        if lead not in named:
            yield NOT_NAMED.at(Source(label), lead=lead)


def _slug(lead: str, taken: set[str]) -> str:
    """A file name of plain letters that no other lead has."""
    plain = unicodedata.normalize("NFKD", lead).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "lead"
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug
