"""The sections of board.toml about the board, its plan and what its pack shows."""

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, SecretStr, model_validator
from pydantic_core import PydanticCustomError

from boardpack.model.plan import Field as PlanColumn
from boardpack.model.plan import SheetRole
from boardpack.settings.section import SENTENCE, Name, Section

Marking = Annotated[str, Field(min_length=1)]
Threshold = Annotated[float, Field(ge=0)]


class BoardSection(Section):
    """Whose board it is, and what stands on every page."""

    name: str
    council: str
    short_name: str
    chair: str
    marking: Marking = "OFFICIAL"
    place: str = ""
    time: str = ""
    reports_to: str | None = None


class CycleSection(Section):
    """How often the board meets, and what is done how many days before."""

    weeks: int = Field(default=6, ge=1, le=26)
    ask_days: int = Field(default=21, ge=0, le=180)
    return_days: int = Field(default=14, ge=0, le=180)
    brief_days: int = Field(default=7, ge=0, le=180)
    clear_days: int = Field(default=5, ge=0, le=60)
    """Working days that lie wholly between the pack and the meeting."""
    meetings: tuple[dt.date, ...] = ()
    """Meetings whose dates are fixed; after the last of them the weeks are counted on."""


class AreasSection(Section):
    """What the areas in the metrics files are called."""

    whole: str = "County"
    localities: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    comparators: tuple[str, ...] = ()


class GroupSection(Section):
    """Measures that are charted side by side, with the label of each bar."""

    title: str
    measures: tuple[str, ...]
    labels: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _labels_fit(self) -> "GroupSection":
        if self.labels and len(self.labels) != len(self.measures):
            raise PydanticCustomError(
                SENTENCE, "there are not as many labels as measures. Add or take out some."
            )
        return self


class AudienceSection(Section):
    """What an audience may see of small numbers (0 and 1 change nothing), and of names."""

    suppress_up_to: int = Field(default=0, ge=0)
    symbol: str = Field(default="c", min_length=1, max_length=3)
    round_to: int = Field(default=1, ge=1)
    roles: dict[Name, Name] = Field(default_factory=dict)
    """What stands in the place of an officer's name."""


class AudiencesSection(Section):
    """The audiences that a pack is made for."""

    members: AudienceSection = AudienceSection()
    public: AudienceSection = AudienceSection(suppress_up_to=5)


class ChartsSection(Section):
    """Which measures are charted, in this order."""

    trends: tuple[str, ...] = ()
    localities: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    groups: dict[str, GroupSection] = Field(default_factory=dict)


def _dotted(names: Any) -> Any:
    """The names with their endings: TOML takes home.pdf without quotation marks for two names."""
    if not isinstance(names, dict):
        return names
    return {
        name if not isinstance(value, dict) else f"{name}.{ending}": inner
        for name, value in names.items()
        for ending, inner in (value.items() if isinstance(value, dict) else (("", value),))
    }


class PlanSection(Section):
    """What sheets and headings of the workbook are, where their names do not tell."""

    sheets: dict[str, SheetRole] = Field(default_factory=dict)
    headings: dict[str, PlanColumn | Literal["ignore"]] = Field(default_factory=dict)


class ChecksSection(Section):
    """Which questions are not asked, and the thresholds of those that are."""

    off: tuple[str, ...] = ()
    thresholds: dict[str, Threshold] = Field(default_factory=dict)
    """The number that a question turns on, by its kind; what is left out is the rule's own."""


class PapersSection(Section):
    """How long papers may be, and what opens those that are protected, by the file's name."""

    passwords: Annotated[dict[str, SecretStr], BeforeValidator(_dotted)] = Field(
        default_factory=dict
    )
    most_pages: int = Field(default=20, ge=1)
    """How long a paper may be whose item says nothing else."""
