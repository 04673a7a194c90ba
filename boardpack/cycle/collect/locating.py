"""Rows as they were sent, and where they stand in the plan now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import Literal

from boardpack.analysis.matching import likeness, match
from boardpack.cycle.commission.rows import identity_of
from boardpack.model.cycle import SentRow
from boardpack.model.plan import Action, Due, Field, Plan, SheetRole
from boardpack.read.grid import Cell, cell_name

_SAME_WORK = 0.5
"""How alike two wordings have to be for an answer to go into a row that has the same ref."""


@dataclass(frozen=True)
class Master:
    """The plan as it is now, with the cells as they are stored."""

    plan: Plan
    cells: Mapping[tuple[str, str], Cell] = field(default_factory=dict)
    columns: Mapping[tuple[str, Field], int] = field(default_factory=dict)
    """The column of each field by its sheet, for rows in which another stands in for it."""

    def own_cell(self, action: Action, name: Field) -> str | None:
        """Where an answer belongs: the field's own column, not an older one that is read in its place."""
        read = action.cells.get(name)
        column = self.columns.get((action.sheet, name))
        if read is None or column is None:
            return read
        own = cell_name(action.row, column)
        is_in_row = read.lstrip(ascii_uppercase) == str(
            action.row
        )  # else it is merged down over it
        return own if is_in_row and not self.text(action.sheet, own).strip() else read

    def cell(self, sheet: str, address: str) -> Cell | None:
        """What stands in a cell; nothing in an empty one."""
        return self.cells.get((sheet, address))

    def text(self, sheet: str, address: str) -> str:
        """The whole text of a cell."""
        cell = self.cell(sheet, address)
        return cell.text if cell else ""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a sent row stands now; `by` is what it was known again by."""

    action: Action
    by: Literal["key", "ref", "wording"]


def locate(rows: Iterable[SentRow], plan: Plan) -> dict[str, Located]:
    """The row of the plan for each key. A row that is gone, or is one of several alike, has none.

    A row whose sheet, objective, ref and activity are as they were is that row. The others are
    matched as boards are with one another, but never by a ref alone.
    """
    sent = list({row.key: row for row in rows}.values())
    here, there = _by_identity(plan.actions), _by_identity(map(_as_action, sent))
    found: dict[str, Located] = {}
    keys = {id(action): row.key for row, action in zip(sent, there.all, strict=True)}
    left: list[Action] = []
    taken: set[int] = set()
    for identity, group in there.groups.items():
        alike = here.groups.get(identity, [])
        if len(alike) == len(group):
            for action, same in zip(group, alike, strict=True):
                found[keys[id(action)]] = Located(same, "key")
        elif not alike:
            left += group
        taken |= {id(action) for action in alike}  # of twins that have become more or fewer, none
    free = [action for action in here.all if id(action) not in taken]
    for pair in match(free, left):
        now, before = pair.now, pair.before
        if now and before and likeness(now.activity, before.activity, _SAME_WORK) >= _SAME_WORK:
            found[keys[id(before)]] = Located(now, pair.by)
    return found


@dataclass(frozen=True, slots=True)
class _Grouped:
    all: Sequence[Action]
    groups: Mapping[tuple[object, ...], list[Action]]


def _by_identity(actions: Iterable[Action]) -> _Grouped:
    every = list(actions)
    groups: dict[tuple[object, ...], list[Action]] = {}
    for action in every:
        groups.setdefault(identity_of(action), []).append(action)
    return _Grouped(every, groups)


def _as_action(row: SentRow) -> Action:
    """A sent row as the plan's reader would give it, for matching."""
    return Action(
        file="",
        sheet=row.sheet,
        role=SheetRole.OPEN,
        row=row.row,
        objective=row.objective,
        ref=row.ref,
        plan_ref=None,
        activity=row.activity,
        progress="",
        evidence="",
        metric="",
        current_text="",
        target_text="",
        lead_text="",
        lead=(),
        rating=None,
        rating_text=None,
        due=Due(None, "none", None),
    )
