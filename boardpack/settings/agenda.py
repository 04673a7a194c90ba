"""agenda.toml: when a board meets, and its items."""

import datetime as dt
from collections import Counter
from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from boardpack.model.board import Purpose
from boardpack.settings.section import SENTENCE, Name, Section


class MeetingSection(Section):
    """When and where the board meets; what is left out is as in board.toml."""

    date: dt.date
    time: str | None = None
    place: str | None = None
    next_meeting: dt.date | None = None
    support: tuple[str, ...] = ()
    """What is asked of the board above, for the highlight report."""


class ItemSection(Section):
    """A line of the agenda."""

    number: Annotated[str, BeforeValidator(lambda told: str(told).strip()), Field(min_length=1)]
    title: str
    lead: str
    minutes: int = Field(ge=0)
    purpose: Purpose
    paper: str | None = None
    ask: str | None = None
    exempt: Name | None = None
    required: bool = False
    most_pages: int | None = Field(default=None, ge=1)
    chapter: str | None = None

    @model_validator(mode="after")
    def _names_what_it_requires(self) -> "ItemSection":
        if self.required and not self.paper:
            raise PydanticCustomError(
                SENTENCE, "it requires its paper and names none. Add the paper, or take it out."
            )
        return self


class AgendaFile(Section):
    """The whole of agenda.toml."""

    meeting: MeetingSection
    item: tuple[ItemSection, ...] = ()

    @field_validator("item")
    @classmethod
    def _numbers_differ(cls, items: tuple[ItemSection, ...]) -> tuple[ItemSection, ...]:
        counts = Counter(item.number for item in items)
        for number, count in counts.items():
            if count > 1:
                raise PydanticCustomError(
                    SENTENCE,
                    "two items have the number {number}. Give one another.",
                    {"number": number},
                )
        return items
