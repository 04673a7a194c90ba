"""A meeting of the board and the papers before it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from boardpack.model.metrics import Audience, Metrics
from boardpack.model.plan import Due, Plan, Rating
from boardpack.model.source import Source


class Purpose(StrEnum):
    """What the board does with an agenda item."""

    DECISION = "decision"
    DISCUSSION = "discussion"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One line of the agenda; `ask` is what the board is asked to do, `exempt` why it is withheld."""

    number: str
    title: str
    lead: str
    minutes: int
    purpose: Purpose
    paper: str | None
    ask: str | None
    exempt: str | None
    required: bool = False
    """Whether the board cannot meet without the paper."""
    withheld: bool = False
    """Whether the item is exempt and left out for the audience that the pack is made for."""
    most_pages: int | None = None
    """How long the paper may be."""
    chapter: str | None = None
    """The heading of the pack under which the item's subject stands, where it has no paper."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """When and where the board meets, and what for."""

    time: str
    place: str
    next_meeting: date | None
    items: tuple[AgendaItem, ...]
    support: tuple[str, ...] = ()
    """What is asked of the board above."""

    @property
    def decisions(self) -> tuple[AgendaItem, ...]:
        """The items that the board has to decide."""
        return tuple(item for item in self.items if item.purpose is Purpose.DECISION)


@dataclass(frozen=True, slots=True)
class PaperPage:
    """The size of one page in points, as it is seen (after the file's own rotation).

    `index` is its place among all pages of the file, the first being 0.
    """

    width: float
    height: float
    index: int = 0


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark of a paper: its words, how deep it is from 1 on, and the page by its place."""

    title: str
    level: int
    page: int


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A password on its way to the file that it opens. It shows nothing when it is printed."""

    value: str

    def __repr__(self) -> str:
        return "Secret()"


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF that is appended to the pack for an agenda item.

    `missing` says why it cannot be appended, as the end of a sentence; it has no pages then.
    `sha256` is the hash of the file that was read; `password` opens it.
    """

    name: str
    path: Path
    pages: tuple[PaperPage, ...]
    item: AgendaItem
    missing: str | None = None
    tagged: bool = False
    bookmarks: tuple[Bookmark, ...] = ()
    sha256: str = ""
    password: Secret | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation of the inspection and where it stands."""

    number: str
    text: str
    position: str
    rating: Rating | None
    rating_text: str | None
    plan_refs: str
    lead: str
    due: Due
    source: Source


_DONE = frozenset({"done", "closed", "complete", "completed"})


def says_done(status: str) -> bool:
    """Whether a status says that nothing is left to do."""
    return status.strip().rstrip(".").casefold() in _DONE


@dataclass(frozen=True, slots=True)
class LoggedAction:
    """A line of the board's own action log; `exempt` says why it is not for publication."""

    ref: str
    raised: str
    action: str
    owner: str
    due: Due
    status: str
    update: str
    source: Source
    exempt: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the status says that nothing is left to do."""
        return says_done(self.status)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a board decided, or an action that it gave to somebody, as it was noted after the meeting.

    `number` is its place among those of the meeting; `exempt` says why it is not for publication.
    """

    number: int
    item: str
    is_action: bool
    what: str
    owner: str
    due: Due
    status: str
    note: str
    source: Source
    exempt: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the status says that nothing is left to do."""
        return says_done(self.status)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a lead answers to a question: the code or kind of it, and the row that it is asked of."""

    question: str
    sheet: str
    objective: int | None
    ref: str
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Meeting:
    """Everything that was read for one meeting."""

    date: date
    folder: Path
    plan: Plan
    metrics: Metrics
    agenda: Agenda
    minutes: str | None
    action_log: tuple[LoggedAction, ...]
    recommendations: tuple[Recommendation, ...]
    papers: tuple[Paper, ...]
    inputs: tuple[Path, ...]
    answers: tuple[Answer, ...] = ()
    audience: Audience = Audience.MEMBERS
    """Who may see what is in here."""
