"""Which heading means which column. One list drives recognition and the words of messages."""

import re
from collections.abc import Mapping

from boardpack.model.plan import Field

_FORMS: dict[Field, str] = {
    "plan_ref": r"(getting to good|g2g|gtg|improvement|strategic|corporate|linked)( plan)?( ref| reference| refs| no)?|plan ref(erence)?s?|linked plan refs?",
    "ref": r"(action |item |our |row )?(ref|reference|no|number|id|#)( no| number)?|item",
    "due": r"time ?scales?|time ?frames?|by when|(original |revised |agreed )?(due|target|completion|end|finish) date|due( by)?|deadline|when|date due|target completion( date)?|complete by",
    "rating": r"(current |progress |overall )?(b ?rag|rag|bragg)( rating| status)?|(overall |current |progress |action )?(status|rating)",
    "lead": r"(responsible|lead|action|accountable|task) ?(services?|officers?|persons?|owners?|leads?|managers?|person s)?( s)?|owner s?|owners?|lead( officer| service)?s?|who|by whom|responsibility|assigned to",
    "target": r"target( data)?( and date| date and data)?|(data and date )target|goal",
    "current": r"current( data)?( and date)?|(data and date )current|baseline|latest data|current performance",
    "metric": r"metrics?|measures?( of success)?|kpis?|(performance )?indicators?|success (measures?|criteria)",
    "evidence": r"evidence( of impact)?|impact|assurance|evidence and impact",
    "progress": r"(latest |current )?(progress|updates?|comments?|commentary|position)( updates?| to date| notes?| comments?)?|current position|narrative|latest position",
    "activity": r"(key |planned )?(activity|activities|actions?|tasks?|milestones?|deliverables?|recommendations?)( required| description| to be taken| points?)?|description|what( will we do| we will do)?",
}  # fmt: skip
_PATTERNS: dict[Field, re.Pattern[str]] = {name: re.compile(form) for name, form in _FORMS.items()}
LONGEST_HEADING = 60
"""A cell with more characters than this is no heading."""


def normal(text: str) -> str:
    """A heading without what varies: case, punctuation, line breaks, `&` for `and`."""
    words = re.sub(r"[^a-z0-9#]+", " ", text.lower().replace("&", " and "))
    return words.strip()


def field_of(heading: str) -> Field | None:
    """The column that a heading names; the first form that fits the whole of it."""
    if not heading.strip() or len(heading) > LONGEST_HEADING:
        return None
    words = normal(heading)
    return next((name for name, pattern in _PATTERNS.items() if pattern.fullmatch(words)), None)


def columns_of(texts: Mapping[int, str]) -> dict[Field, int]:
    """The column of each field that a row of headings names; the leftmost where two name one."""
    found: dict[Field, int] = {}
    for column, text in sorted(texts.items()):
        name = field_of(text)
        if name is not None:
            found.setdefault(name, column)
    return found


def is_header(columns: Mapping[Field, int]) -> bool:
    """Whether these columns make a plan: an activity, and two of what a plan says about one."""
    said: set[Field] = {"rating", "due", "lead", "progress"}
    return "activity" in columns and len(said & columns.keys()) >= 2
