"""Which heading means which column. One list drives recognition and the words of messages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from boardpack.model.plan import Field

_FORMS: dict[Field, str] = {
    "plan_ref": r"(getting to good|g2g|gtg|improvement|strategic|corporate|linked)( plan)?( ref| reference| refs| no)?|plan ref(erence)?s?|linked plan refs?",
    "ref": r"(action |item |our |row |risk |issue |task |log |rec |recommendation |milestone )?(ref|reference|no|number|id|#)( no| number)?|item",
    "due": r"time ?scales?|time ?frames?|by when|(original |revised |agreed |new |current |latest )?(due|target|completion|end|finish|implementation|delivery|review) date|due( by)?|deadline|when|date due|target (completion|implementation)( date)?|complete(d)? by|finish|(planned|forecast|expected) (end|finish|completion)( date)?|date for (completion|implementation)|when will (it|this) be done( by)?|(agreed|proposed) (time ?scale|deadline)s?",
    "rating": r"(current |progress |overall )?(b ?rag|rag|bragg|b r a g|r a g)( rating| status)?|(overall |current |progress |action |delivery |risk |issue )?(status|rating)|open( or)? closed",
    "lead": r"(responsible|accountable|lead) ?(services?|officers?|persons?|owners?|leads?|managers?|teams?|roles?)?( s)?|(action|task) (owners?|leads?|officers?|managers?)( s)?|owner s?|owners?|lead( officer| service)?s?|who|by whom|responsibility|(assigned|allocated) to|assignee|resource names?|(risk|issue|project|milestone) owners?|person responsible|officer( responsible)?|lead member( officer)?|who (is|will be) responsible|who will (lead|do it|do this)",
    "target": r"target( data)?( and date| date and data)?|(data and date )target|goal",
    "current": r"current( data)?( and date)?|(data and date )current|baseline|latest data|current performance",
    "metric": r"metrics?|measures?( of success)?|kpis?|(performance )?indicators?|success (measures?|criteria)",
    "evidence": r"evidence( of impact)?|impact|assurance|evidence and impact",
    "progress": r"(latest |current )?(progress|updates?|comments?|commentary|position)( updates?| to date| notes?| comments?)?|current position|narrative|latest position|notes?|updates? outcome|status updates?|actions? taken( to date)?|what has been done|mitigati(on|ons|ng actions?)",
    "activity": r"(key |planned )?(activity|activities|actions?|tasks?|milestones?|deliverables?|recommendations?)( required| description| to be taken| points?)?|description|what( will we do| we will do)?|(task|action|risk|issue|milestone|activity) (name|title|description|details?|agreed|summary)|(risk|issue)|agreed actions?|description of (action|risk|issue|task)|what are we going to do|what needs to (be done|happen)",
}  # fmt: skip
_PATTERNS: dict[Field, re.Pattern[str]] = {name: re.compile(form) for name, form in _FORMS.items()}
_OBJECTIVE = re.compile(
    r"(strategic |key |our )?(objective|priority|theme|outcome|workstream)( no| number| ref)?"
)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")
_ALTERNATIVES = re.compile(r"[/|&]|\b(?:and|or)\b", re.IGNORECASE)
_NEWER = re.compile(r"(?:revised|latest|current|new)\b")
_FEWEST_SAID = 2
LONGEST_HEADING = 60
"""A cell with more characters than this is no heading."""


def normal(text: str) -> str:
    """A heading without what varies: case, punctuation, line breaks, `&` for `and`."""
    words = re.sub(r"[^a-z0-9#]+", " ", text.lower().replace("&", " and "))
    return words.strip()


@lru_cache(maxsize=16_384)  # the same few words stand in column after column, sheet after sheet
def field_of(heading: str) -> Field | None:
    """The column that a heading names: the whole of it, or what stands before brackets and advice.

    `Lead / Owner` names one column by two words; `Action / Update` names two and so none.
    """
    short = _BRACKETS.sub(" ", heading)
    first_line = next(iter(short.strip().splitlines()), "")
    for form in (heading, short, first_line):
        if name := _named(form):
            return name
    named = {name for part in _ALTERNATIVES.split(short) if (name := _named(part))}
    return named.pop() if len(named) == 1 else None


def _named(words: str) -> Field | None:
    if len(words) > LONGEST_HEADING:
        return None
    plain = normal(words)
    return next((name for name, pattern in _PATTERNS.items() if pattern.fullmatch(plain)), None)


def names_objective(heading: str) -> bool:
    """Whether a column holds the objective of each row, in place of bands between the rows."""
    return bool(_OBJECTIVE.fullmatch(normal(heading)))


@dataclass(frozen=True, slots=True)
class Headings:
    """What headings mean: as the settings tell, by their plain words, and else as is guessed.

    A heading that is told to mean None is no column of the plan.
    """

    told: Mapping[str, Field | None] = field(default_factory=dict)

    def field_of(self, heading: str) -> Field | None:
        """The column that a heading names."""
        if self.told and (plain := normal(heading)) in self.told:
            return self.told[plain]
        return field_of(heading)

    def columns_of(self, texts: Mapping[int, str]) -> dict[Field, int]:
        """The column of each field that a row of headings names.

        Where two name one, it is the one that was told, then the one that says that it is the
        newer, else the leftmost.
        """
        found: dict[Field, int] = {}
        for column, text in sorted(texts.items()):
            name = self.field_of(text)
            if name is not None and (name not in found or self._wins(text, texts[found[name]])):
                found[name] = column
        return found

    def _wins(self, heading: str, over: str) -> bool:
        told, told_other = normal(heading) in self.told, normal(over) in self.told
        return told > told_other or (told == told_other and _is_newer(heading, over))


def _is_newer(heading: str, than: str) -> bool:
    """Whether a heading is the later one of two: `Revised due date` beside `Due date`."""
    return bool(_NEWER.match(normal(heading))) and not _NEWER.match(normal(than))


def is_header(columns: Mapping[Field, int]) -> bool:
    """Whether these columns make a plan: an activity, and two of what a plan says about one."""
    said: set[Field] = {"rating", "due", "lead", "progress"}
    return "activity" in columns and len(said & columns.keys()) >= _FEWEST_SAID
