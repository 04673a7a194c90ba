"""What happened in the year: children missing or away, and reviews."""

from boardpack.analysis.indicators903.registry import Figure, count, indicator, need
from boardpack.analysis.indicators903.year import Year
from boardpack.model.metrics import Unit
from boardpack.model.ssda903 import Absence, Table

_MISSING, _AWAY = "M", "A"
_EVENT = need(Table.MISSING, "MISSING MIS_START")
_CHILD = need(Table.MISSING, "CHILD MISSING MIS_START")
_LINES = (
    "{what} of the table of missing children that began (MIS_START) between 1 April and the end of "
    "the period, with the code {code}. Lines without a child are left out; children in short breaks count."
)


def _absences(year: Year, kind: str) -> list[Absence]:
    return [
        absence
        for absence in year.given.absences
        if absence.kind == kind and year.first <= absence.begins <= year.last
    ]


def _children(year: Year, kind: str) -> Figure:
    return count({absence.child for absence in _absences(year, kind)})


@indicator(
    "missing_incidents",
    "Times that children went missing in the year",
    Unit.COUNT,
    _LINES.format(what="Lines", code="M"),
    _EVENT,
)
def missing_incidents(year: Year) -> Figure:
    """How often children went missing."""
    return count(_absences(year, _MISSING))


@indicator(
    "missing_children",
    "Children who went missing in the year",
    Unit.COUNT,
    _LINES.format(what="Children with a line", code="M"),
    _CHILD,
)
def missing_children(year: Year) -> Figure:
    """How many children went missing."""
    return _children(year, _MISSING)


@indicator(
    "away_incidents",
    "Times that children were away without authorisation in the year",
    Unit.COUNT,
    _LINES.format(what="Lines", code="A"),
    _EVENT,
)
def away_incidents(year: Year) -> Figure:
    """How often children were away."""
    return count(_absences(year, _AWAY))


@indicator(
    "away_children",
    "Children who were away without authorisation in the year",
    Unit.COUNT,
    _LINES.format(what="Children with a line", code="A"),
    _CHILD,
)
def away_children(year: Year) -> Figure:
    """How many children were away."""
    return _children(year, _AWAY)


@indicator(
    "reviews",
    "Reviews in the year",
    Unit.COUNT,
    "Lines of the table of reviews dated (REVIEW) between 1 April and the end of the period.",
    need(Table.REVIEWS, "REVIEW"),
)
def reviews(year: Year) -> Figure:
    """How many reviews there were."""
    return count(day for day in year.given.reviews if year.first <= day <= year.last)
