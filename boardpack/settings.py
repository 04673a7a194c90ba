"""The settings files of a board, checked: every fault is told in one run, in words."""

import datetime as dt
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from boardpack.errors import MissingInput, SettingsError
from boardpack.model.board import Purpose
from boardpack.model.deck import DeckPart, LayoutChoice
from boardpack.model.plan import Field as PlanColumn
from boardpack.model.plan import SheetRole

Marking = Annotated[str, Field(min_length=1)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Threshold = Annotated[float, Field(ge=0)]
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")
SENTENCE = "sentence"
"""The type of a fault whose message says everything: what was found and what is needed."""


class Section(BaseModel):
    """A part of a settings file: a name that is not known is a fault, so that typos show."""

    model_config = ConfigDict(extra="forbid", frozen=True)


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


class AreasSection(Section):
    """What the areas in the metrics files are called."""

    whole: str = "County"
    localities: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    comparators: tuple[str, ...] = ()


class MailSection(Section):
    """Who the pack is e-mailed to."""

    sender: str = Field(default="", alias="from")
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    subject: str = "Papers of the board"


def lead_key(lead: str) -> str:
    """A lead's name as names are compared: case and white space do not matter."""
    return " ".join(lead.split()).casefold()


def _with_aliases_apart(told: Any) -> Any:
    """[leads] is a list of addresses for its writer; [leads.aliases] is not one of them."""
    if not isinstance(told, dict):
        return told
    addresses = {name: value for name, value in told.items() if name != "aliases"}
    return {"addresses": addresses, "aliases": told.get("aliases", {})}


class LeadsSection(Section):
    """Where each lead is asked for updates, and what else a lead is called in the plan."""

    addresses: dict[Name, Name] = Field(default_factory=dict)
    aliases: dict[Name, Name] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _each_once(self) -> "LeadsSection":
        counts = Counter(lead_key(name) for name in (*self.addresses, *self.aliases))
        known = {lead_key(name) for name in self.addresses}
        for name in (*self.addresses, *self.aliases):
            if counts[lead_key(name)] > 1:
                raise PydanticCustomError(
                    SENTENCE, '"{name}" stands there twice. Take one out.', {"name": name}
                )
        for name, meant in self.aliases.items():
            if lead_key(meant) not in known:
                raise PydanticCustomError(
                    SENTENCE,
                    'the alias "{name}" means "{meant}", which has no address. Add one.',
                    {"name": name, "meant": meant},
                )
        for name, address in self.addresses.items():
            if not _ADDRESS.fullmatch(address):
                raise PydanticCustomError(
                    SENTENCE,
                    '"{name}" has "{address}", which is not an e-mail address. '
                    "Write it as role@council.gov.uk.",
                    {"name": name, "address": address},
                )
        return self

    def name_of(self, lead: str) -> str | None:
        """The lead as [leads] spells it, by its name or an alias; None where it has no address."""
        names = {lead_key(name): name for name in self.addresses}
        aliases = {lead_key(alias): lead_key(name) for alias, name in self.aliases.items()}
        return names.get(aliases.get(lead_key(lead), lead_key(lead)))

    def address_of(self, lead: str) -> str | None:
        """Where a lead is asked; None where that is not known."""
        name = self.name_of(lead)
        return self.addresses[name] if name is not None else None


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


def _of_a_layout(choice: Any) -> Any:
    """`"Title Only"` is short for a layout of that name whose placeholders are found."""
    return {"layout": choice} if isinstance(choice, str) else choice


class LayoutSection(Section):
    """A layout of the slide template, with its placeholders where their kinds do not tell."""

    layout: Name
    title: int | Name | None = None
    content: tuple[int | Name, ...] = ()


class SlidesSection(Section):
    """The council's own slide template, and which of its layouts takes which part of the deck."""

    template: Name = "deck.pptx"
    layouts: dict[DeckPart, Annotated[LayoutSection, BeforeValidator(_of_a_layout)]] = Field(
        default_factory=dict
    )

    @property
    def choices(self) -> dict[DeckPart, LayoutChoice]:
        """The layouts as the deck is made from them."""
        return {
            part: LayoutChoice(one.layout, one.title, one.content)
            for part, one in self.layouts.items()
        }


class PapersSection(Section):
    """How long papers may be, and what opens those that are protected, by the file's name."""

    passwords: Annotated[dict[str, SecretStr], BeforeValidator(_dotted)] = Field(
        default_factory=dict
    )
    most_pages: int = Field(default=20, ge=1)
    """How long a paper may be whose item says nothing else."""


class Settings(Section):
    """The whole of board.toml."""

    board: BoardSection
    cycle: CycleSection = CycleSection()
    areas: AreasSection = AreasSection()
    mail: MailSection = MailSection()
    leads: Annotated[LeadsSection, BeforeValidator(_with_aliases_apart)] = LeadsSection()
    charts: ChartsSection = ChartsSection()
    plan: PlanSection = PlanSection()
    checks: ChecksSection = ChecksSection()
    audiences: AudiencesSection = AudiencesSection()
    papers: PapersSection = PapersSection()
    slides: SlidesSection = SlidesSection()


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


_File = TypeVar("_File", bound=BaseModel)


def load_settings(path: Path) -> Settings:
    """The settings of the board."""
    return load_file(path, Settings, "Copy one from another board's folder and change its words.")


def load_agenda(path: Path) -> AgendaFile:
    """The agenda of a meeting."""
    return load_file(
        path, AgendaFile, "Copy one from the last meeting's folder and change its items."
    )


def load_file(path: Path, kind: type[_File], remedy: str) -> _File:
    """What a settings file holds, checked; the remedy is told where there is no such file."""
    if not path.is_file():
        raise MissingInput(path, "the file", remedy)
    try:
        return kind.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except UnicodeDecodeError:
        raise SettingsError(
            path, ["the file is not text in UTF-8. Save it again as UTF-8."]
        ) from None
    except tomllib.TOMLDecodeError as fault:
        raise SettingsError(path, [f"{fault}. Put the line back as it was."]) from None
    except ValidationError as faults:
        raise SettingsError(path, [_in_words(fault) for fault in faults.errors()]) from None


def _in_words(fault: Any) -> str:
    """A fault as a sentence: which setting, what was found, what is needed."""
    place = ".".join(str(part + 1 if isinstance(part, int) else part) for part in fault["loc"])
    match fault["type"]:
        case "missing":
            return f"{place} is missing. Add it."
        case "extra_forbidden":
            return f"{place} is not a setting. Correct its spelling or take it out."
        case "string_type":
            return f"{place} is not text. Put it between quotation marks."
        case "date_type" | "date_parsing" | "date_from_datetime_parsing":
            return f'{place} is not a date, but "{fault["input"]}". Write a day as 2026-12-09.'
        case "tuple_type" if isinstance(fault["input"], dict):
            return (
                f"{place} is a list of sections. Begin each with [[{place}]] on a line of its own."
            )
        case "tuple_type":
            return f"{place} is not a list. Put it between square brackets."
        case "model_type" | "dict_type":
            return f"{place} is not a section. Begin it with [{place}] on a line of its own."
        case "string_too_short":
            return f"{place} is empty. Write something."
        case "sentence":
            return f"{place}: {fault['msg']}"
        case _:
            needed = str(fault["msg"]).replace("Input should be ", "it should be ")
            return f'{place} is "{fault["input"]}", and {needed}. Correct it.'
