"""An answer of a lead as it was given in a return, and how two answers are compared."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from boardpack.model.cycle import ReturnField, SentRow
from boardpack.model.source import Source

FIELDS: tuple[ReturnField, ...] = ("progress", "rating", "due", "current")
AnswerField = Literal["progress", "rating", "due", "current", "questions"]
NAMES: dict[AnswerField, str] = {
    "progress": "update",
    "rating": "rating",
    "due": "due date",
    "current": "figure",
    "questions": "answer to the questions",
}
"""What each field is called in words."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a lead wrote into one answer cell, against the row as it was sent.

    `day` is set where a date was given; `other_day` where it could be that day as well, as in a
    CSV. `version` and `modified` tell which of two files of a lead is the later one. `in_plan` tells
    that it was written into the plan itself, so that what the plan has is nobody's answer.
    """

    row: SentRow
    field: AnswerField
    text: str
    lead: str
    file: str
    sha256: str
    sheet: str
    cell: str
    stamp: str
    version: int
    modified: str | None = None
    day: date | None = None
    other_day: date | None = None
    codes: tuple[str, ...] = ()
    in_plan: bool = False

    @property
    def source(self) -> Source:
        """The cell of the return."""
        return Source(self.file, self.sheet, self.cell)

    @property
    def place(self) -> str:
        """File and cell, as a person names them."""
        return f"{self.file}, {self.cell}"
