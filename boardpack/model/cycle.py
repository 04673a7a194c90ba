"""The six-week cycle: what was asked of whom, and what was changed by what came back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ReturnField = Literal["progress", "rating", "due", "current"]
"""What a lead can change of an action: its diary, its rating, its date, its newest figure."""


@dataclass(frozen=True, slots=True)
class SentRow:
    """An action as it was sent: `values` are the cells' own texts.

    `key` stays the same from version to version while sheet, objective, ref and activity do;
    `checksum` is of the key and the values.
    """

    key: str
    sheet: str
    row: int
    objective: int | None
    ref: str | None
    activity: str
    values: Mapping[ReturnField, str]
    checksum: str


@dataclass(frozen=True, slots=True)
class SentReturn:
    """The workbook of one lead: where it was to go, and the keys of its rows."""

    lead: str
    address: str | None
    file: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commission:
    """One round of asking. The stamp stands in every row of every workbook of the round."""

    board: str
    version: int
    stamp: str
    date: str
    plan: str
    plan_sha256: str
    returns: tuple[SentReturn, ...]
    rows: tuple[SentRow, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A cell of the plan that an answer changed: whole texts, from whom, by which file, when."""

    key: str
    sheet: str
    cell: str
    field: ReturnField
    before: str
    after: str
    lead: str
    file: str
    sha256: str
    stamp: str
    date: str
