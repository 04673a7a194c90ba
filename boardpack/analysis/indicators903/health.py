"""The health of the children looked after for 12 months, from OC2."""

from collections.abc import Callable

from boardpack.analysis.indicators903.registry import (
    Compute,
    Figure,
    Need,
    indicator,
    mean,
    need,
    share,
)
from boardpack.analysis.indicators903.year import Year, age_on
from boardpack.model.metrics import Unit
from boardpack.model.ssda903 import HealthRow, Table

_DONE = "1"
_LONG = need(Table.EPISODES, "CHILD DECOM DEC LS RNE REC")
_BIRTH = (Need(Table.OC2, "DOB"), Need(Table.HEADER, "DOB"))
_OF_ROWS = "Of the lines of OC2 of children looked after for 12 months"
_AGE = "Age at the end of the period, by the date of birth in the header, else that in OC2."


def _rows(year: Year) -> list[HealthRow]:
    return [row for row in year.given.health if row.child in year.long_looked_after]


def _aged(year: Year, youngest: int, oldest: int) -> list[HealthRow]:
    """The rows of children of these ages; none of a child whose date of birth is not known."""
    births = ((row, year.given.births.get(row.child) or row.born) for row in _rows(year))
    return [row for row, born in births if born and youngest <= age_on(year.last, born) <= oldest]


def _check(name: str, column: str, title: str, what: str) -> Callable[[Year], Figure]:
    @indicator(
        name,
        title,
        Unit.PERCENT,
        f"{_OF_ROWS}, those with {what} ({column} is 1). An empty cell is not a yes.",
        _LONG,
        need(Table.OC2, f"CHILD {column}"),
    )
    def compute(year: Year) -> Figure:
        rows = _rows(year)
        return share((row for row in rows if row.checks[column] == _DONE), rows)

    return compute


health_assessment: Compute = _check(
    "health_assessment",
    "HEALTH_ASSESSMENT",
    "Health assessment in the year",
    "an annual health assessment",
)
dental: Compute = _check("dental", "TEETH_CHECK", "Dental check in the year", "a dental check")
immunisations: Compute = _check(
    "immunisations", "IMMUNISATIONS", "Immunisations up to date", "immunisations up to date"
)


@indicator(
    "development_checks",
    "Development checks up to date, under five",
    Unit.PERCENT,
    f"{_OF_ROWS} and aged 0 to 4, those with health surveillance up to date (HEALTH_CHECK is 1). "
    f"An empty cell is not a yes. {_AGE}",
    _LONG,
    need(Table.OC2, "CHILD HEALTH_CHECK"),
    either=_BIRTH,
)
def development_checks(year: Year) -> Figure:
    """Children under five with their development checks."""
    rows = _aged(year, 0, 4)
    return share((row for row in rows if row.checks["HEALTH_CHECK"] == _DONE), rows)


@indicator(
    "sdq_mean",
    "Strengths and difficulties (SDQ), mean score",
    Unit.SCORE,
    f"Mean SDQ score on the lines of OC2 of children looked after for 12 months and aged 5 to 16, to "
    f"one decimal. A score is a whole number from 0 to 40. {_AGE}",
    _LONG,
    need(Table.OC2, "CHILD SDQ_SCORE"),
    either=_BIRTH,
)
def sdq_mean(year: Year) -> Figure:
    """The mean score."""
    return mean(row.score for row in _aged(year, 5, 16) if row.score is not None)


@indicator(
    "sdq_return",
    "Strengths and difficulties (SDQ), score returned",
    Unit.PERCENT,
    f"{_OF_ROWS} and aged 4 to 16, those with a score, a whole number from 0 to 40. {_AGE}",
    _LONG,
    need(Table.OC2, "CHILD SDQ_SCORE"),
    either=_BIRTH,
)
def sdq_return(year: Year) -> Figure:
    """Children with a score."""
    rows = _aged(year, 4, 16)
    return share((row for row in rows if row.score is not None), rows)
