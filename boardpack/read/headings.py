"""Which heading means which column: by its whole words, or by a word in it that gives it away."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from boardpack.model.plan import Field
from boardpack.read.due import named_dates

_FORMS: dict[Field, str] = {
    "plan_ref": r"(getting to good|g2g|gtg|improvement|strategic|corporate|linked)( plan)?( ref| reference| refs| no)?|plan ref(erence)?s?|linked plan refs?",
    "ref": r"(action |item |our |row |risk |issue |task |log |rec |recommendation |milestone )?(ref|reference|no|number|id|key|#)( no| number)?|item|rec",
    "due": r"time ?scales?|time ?frames?|by when|(original |revised |agreed |new |current |latest )?(due|target|completion|end|finish|implementation|delivery|review) date|due( by)?|deadline|when|date due|target (completion|implementation)( date)?|complete(d)? by|finish|(planned|forecast|expected) (end|finish|completion)( date)?|to|(finish|to be done|complete) by|(action |task )?deadline|date for (completion|implementation)|when will (it|this) be done( by)?|(agreed|proposed) (time ?scale|deadline)s?",
    "rating": r"(current |progress |overall )?(b ?rag|rag|bragg|b r a g|r a g)( rating| status)?|(overall |current |progress |action |delivery |risk |issue )?(status|rating)|open( or)? closed|(is it )?(done|complete|completed)",
    "lead": r"(responsible|accountable|lead) ?(services?|officers?|persons?|owners?|leads?|managers?|teams?|roles?)?( s)?|(action|task) (owners?|leads?|officers?|managers?)( s)?|owner s?|owners?|lead( officer| service)?s?|who|by whom|responsibility|(assigned|allocated) to|assignee|resource names?|(risk|issue|project|milestone) owners?|person responsible|officer( responsible)?|lead member( officer)?|who (is|will be) responsible|who will (lead|do it|do this)",
    "target": r"target( data)?( and date| date and data)?|(data and date )target|goal",
    "current": r"current( data)?( and date)?|(data and date )current|baseline|latest data|current performance",
    "metric": r"metrics?|measures?( of success)?|kpis?|(performance )?indicators?|success (measures?|criteria)",
    "evidence": r"evidence( of impact)?|impact|assurance|evidence and impact",
    "progress": r"(latest |current )?(progress|updates?|comments?|commentary|position)( updates?| to date| notes?| comments?)?|current position|narrative|latest position|notes?|updates? outcome|status updates?|actions? taken( to date)?|what has been done|mitigati(on|ons|ng actions?)",
    "activity": r"(key |planned )?(activity|activities|actions?|tasks?|milestones?|deliverables?|recommendations?)( required| description| to be taken| points?)?|description|summary|what( will we do| we will do)?|(task|action|risk|issue|milestone|activity) (name|title|description|details?|agreed|summary)|(risk|issue)|agreed actions?|description of (action|risk|issue|task)|what are we going to do|what needs to (be done|happen)",
}  # fmt: skip
_PATTERNS: dict[Field, re.Pattern[str]] = {name: re.compile(form) for name, form in _FORMS.items()}
_OBJECTIVE = re.compile(
    r"(strategic |key |our )?(objective|priority|theme|outcome|workstream)( no| number| ref)?"
)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")
_ALTERNATIVES = re.compile(r"[/|&]|\b(?:and|or)\b", re.IGNORECASE)
_LOOSE_FORMS: tuple[tuple[Field, str, str], ...] = (
    ("due", r"due|deadline|time ?(scales?|frames?|line)|by when|when|(needed|required|done|confirmed|completed?|completion) by|(target|end|finish|delivery|milestone|implementation|completion|forecast) (\w+ )?date|review date|(revised|expected|forecast) (date|target|completion|end|finish)|target (quarter|month|year)|complet(e|ion) (date|in)", r"started?|raised|closed|identified|opened|logged|created|updated|update|last|actual|added|reported|received|resolved|issued|approved|completed(?! by)|rag|status"),
    ("rating", r"(b ?)?rag|status|rating|on track", r"risk (score|rating)|inherent|residual|priority|severity|update"),
    ("current", r"now|current|baseline|latest (data|figure|position|performance)|actual", r"risk|score|control|rag|date"),
    ("target", r"target|goal|ambition|want to be", r"risk|score|date|audience|group"),
    ("lead", r"owners?|owned|leads?|responsib\w*|accountab\w*|assigned|allocated|assignee|who|officers?", r"raised|update"),
    ("metric", r"measures?|kpis?|indicators?|metrics?", r"control"),
    ("ref", r"ref|refs|reference|no|number|id|rec", r"phone|telephone|cost|of"),
    ("progress", r"updates?|progress|comments?|commentary|narrative|notes?|actions? taken|(have|has) (we|been) done|closing note|position|happened|where are we", r"date|by"),
    ("evidence", r"evidence|assurance|how will we know|difference|outcomes?", r"score"),
    ("activity", r"actions?|activit(y|ies)|tasks?|milestones?|recommend(ations?|ed)|deliverables?|assumptions?|dependenc(y|ies)|decisions?|issues?|risks?|lessons?|opportunit(y|ies)|steps?|commitments?|we will|requirements?|improvements?", r"score|date|type|category|level|response|source|made|plan|taken|log|matrix|appetite|cause|effect|trend|current|target|inherent|residual|priority|no|further|mitigat\w+"),
)  # fmt: skip
"""What gives a heading away that no form above is the whole of, and what shows that it means another thing."""
_LOOSE = tuple(
    (name, re.compile(rf"\b(?:{gives_away})\b"), re.compile(rf"\b(?:{but_not})\b"))
    for name, gives_away, but_not in _LOOSE_FORMS
)
_UPDATED = re.compile(
    r"(date )?(of )?(last |latest )?updated?( on)?( date)?|(last|latest) update( date)?|date of update"
)
_QUARTER = re.compile(r"\bq(?:uarter )?(?P<number>[1-4])\b")
_DONE = re.compile(r"(?:is it )?(?:done|complete|completed|closed)(?: y n)?")
_OLDER = re.compile(
    r"\b(?:original|initial|baseline|previous|prior|last|before)\b|^(?:to|notes?|(?:next )?review date)$"
)
_NEWER = re.compile(r"\b(?:revised|latest|current|new|newest|agreed|forecast|expected|now)\b")
_NTH = re.compile(
    r"\b(?:(?P<first>1st|first)|(?P<second>2nd|second)|(?P<third>3rd|third)) revised\b"
)
_RATES = re.compile(r"\b(?:b ?)?rag\b")
_FEWEST_SAID = 2
OF_SEVERAL: frozenset[Field] = frozenset(("due", "rating", "progress"))
"""What a tracker may have several columns of, an older one beside a newer one."""
LONGEST_HEADING = 60
"""A cell with more characters than this is no heading."""


def normal(text: str) -> str:
    """A heading without what varies: case, punctuation, line breaks, `&` for `and`."""
    words = re.sub(
        r"[^a-z0-9#]+", " ", text.lower().replace("&", " and ").replace("%", " percent ")
    )
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


def hinted_field(heading: str) -> Field | None:
    """The column that a word in a heading gives away, where the whole of it names none."""
    plain = normal(heading)
    if not plain or len(heading) > LONGEST_HEADING or names_objective(heading):
        return None
    short = normal(_BRACKETS.sub(" ", heading)) or plain
    for form in dict.fromkeys((short, plain)):
        for name, gives_away, but_not in _LOOSE:
            if gives_away.search(form) and not but_not.search(form):
                return name
    return None


def recency(heading: str) -> tuple[float, float]:
    """Which of two columns of one kind is the newer one: that with the higher pair.

    `Original due date` is older than `Due date`, and `2nd revised date` newer than `Revised date`; of
    `RAG Feb 22` and `RAG May 22` the later day counts.
    """
    plain = normal(heading)
    dated = [named.day.toordinal() for named in named_dates(heading) if named.day]
    if dated:
        return 2.0, float(dated[-1])
    if quarter := _QUARTER.search(plain):
        return 2.0, float(quarter["number"])
    if nth := _NTH.search(plain):
        return 2.0, 1.0 + ("first", "second", "third").index(nth.lastgroup or "first")
    if _NEWER.search(plain):
        return 2.0, 0.0
    if _OLDER.search(plain):
        return 0.0, 0.0
    return 1.0, 0.5 if _RATES.search(plain) else 0.0


def asks_whether_done(heading: str) -> bool:
    """Whether a column of ratings asks a question that Y or N answers."""
    return bool(_DONE.fullmatch(normal(heading)))


def names_day_of_update(heading: str) -> bool:
    """Whether a column holds the day of the update beside it."""
    return bool(_UPDATED.fullmatch(normal(heading)))


def names_objective(heading: str) -> bool:
    """Whether a column holds the objective of each row, in place of bands between the rows."""
    return bool(_OBJECTIVE.fullmatch(normal(heading)))


@dataclass(frozen=True, slots=True)
class Headings:
    """What headings mean: as the settings tell, by their plain words, and else as is guessed.

    A heading that is told to mean None is no column of the plan.
    """

    told: Mapping[str, Field | None] = field(default_factory=dict)

    def with_told(self, heading: str, name: Field) -> "Headings":
        """The same with one heading more whose meaning is known."""
        return Headings({**self.told, normal(heading): name})

    def field_of(self, heading: str) -> Field | None:
        """The column that a heading names."""
        if self.told and (plain := normal(heading)) in self.told:
            return self.told[plain]
        return field_of(heading)

    def columns_of(self, texts: Mapping[int, str]) -> dict[Field, int]:
        """The column of each field that a row of headings names by their whole words."""
        return {name: columns[0] for name, columns in self.ranked(texts).items()}

    def ranked(
        self, texts: Mapping[int, str], *, loosely: bool = False
    ) -> dict[Field, tuple[int, ...]]:
        """The columns of each field, the best first; `loosely` takes a word that gives it away.

        Where two name one, it is the one that was told, then the newer one, then the one that
        names it by its whole words, else the leftmost. A word alone decides only where no other
        heading names the field, but for dates, ratings and updates, of which a tracker has several.
        """
        found: dict[Field, list[tuple[tuple[bool, tuple[float, float], bool, int], int]]] = {}
        for column, text in texts.items():
            whole = self.field_of(text)
            name = whole
            if name is None and loosely and not self._is_told(text):
                name = hinted_field(text)
            if name is not None:
                key = (self._is_told(text), recency(text), whole is not None, -column)
                found.setdefault(name, []).append((key, column))
        return {
            name: tuple(column for _, column in sorted(_eligible(name, keyed), reverse=True))
            for name, keyed in found.items()
        }

    def _is_told(self, heading: str) -> bool:
        return bool(self.told) and normal(heading) in self.told


_Keyed = tuple[tuple[bool, tuple[float, float], bool, int], int]


def _eligible(name: Field, keyed: list[_Keyed]) -> list[_Keyed]:
    """The columns that may be the one of a field: by their whole words, where any is."""
    if name in OF_SEVERAL:
        return keyed
    return [(key, column) for key, column in keyed if key[2]] or keyed


def is_loose_header(columns: Mapping[Field, int]) -> bool:
    """Whether columns that single words gave away make a tracker: each entry has a ref as well."""
    said: set[Field] = {"rating", "due", "lead", "progress"}
    found = len(said & columns.keys())
    return "activity" in columns and (found >= _FEWEST_SAID or ("ref" in columns and found > 0))


def is_header(columns: Mapping[Field, int]) -> bool:
    """Whether these columns make a plan: an activity, and two of what a plan says about one."""
    said: set[Field] = {"rating", "due", "lead", "progress"}
    return "activity" in columns and len(said & columns.keys()) >= _FEWEST_SAID
