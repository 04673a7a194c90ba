"""How settled the children are: placements in the year, and the same placement for two years."""

from collections.abc import Sequence
from datetime import date

from boardpack.analysis.indicators903.registry import Figure, count, indicator, need, share
from boardpack.analysis.indicators903.year import STARTED, History, Year, age_on
from boardpack.model.metrics import Unit
from boardpack.model.ssda903 import Episode, Table

_CARER = frozenset("SPB")
_ANY = frozenset("SPBTU")
_TEMPORARY = frozenset({"T0", "T1", "T2", "T3", "T4"})
_FOR_ADOPTION = frozenset({"A3", "A4", "A5", "A6"})
_MANY = 3
_CHILDHOOD_ENDS = 16
_PLACED = need(Table.EPISODES, "CHILD DECOM DEC LS RNE PLACE")
_MANY_DEFINITION = (
    "Of the children looked after at the end of the period, those with three or more placements "
    "between 1 April and then: one for the first episode that was open in the year and one for each "
    "later one that began with {reasons}. Episodes in temporary placements (T0 to T4) are left out, and a "
    "return from one counts as it is coded."
)


@indicator(
    "three_plus_placements",
    "Three or more placements in the year",
    Unit.PERCENT,
    _MANY_DEFINITION.format(reasons="another carer (reason S, P or B)"),
    _PLACED,
)
def three_plus_placements(year: Year) -> Figure:
    """Placements by change of carer."""
    return _three_plus(year, _CARER)


@indicator(
    "three_plus_placements_any_change",
    "Three or more placements in the year, any change of placement",
    Unit.PERCENT,
    _MANY_DEFINITION.format(
        reasons="another carer or another placement with the same carer (reason S, P, B, T or U)"
    ),
    _PLACED,
)
def three_plus_placements_any_change(year: Year) -> Figure:
    """Placements by any change."""
    return _three_plus(year, _ANY)


def _three_plus(year: Year, changes: frozenset[str]) -> Figure:
    many = (
        child
        for child in year.looked_after
        if placements(year, year.histories[child], changes) >= _MANY
    )
    return share(many, year.looked_after)


def placements(year: Year, past: History, changes: frozenset[str]) -> int:
    """How many placements a child had in the year, temporary ones left out."""
    lasting = [e for e in year.overlapping(past.episodes) if e.placement not in _TEMPORARY]
    return min(len(lasting), 1) + sum(episode.why_new in changes for episode in lasting[1:])


@indicator(
    "same_placement_2y",
    "In the same placement for two years",
    Unit.PERCENT,
    "Of the children looked after at the end of the period, under 16 by the date of birth in the "
    "header, whose period of care began on or before 30 September three calendar years before: those "
    "whose last change of carer (reason S, P or B; temporary placements too) was on or before "
    "31 March two calendar years before. Where the last change was the move into a placement for "
    "adoption (A3 to A6) in which the child still is, the change before it counts. Meant for a period that ends on 31 March.",
    _PLACED,
    need(Table.HEADER, "CHILD DOB"),
)
def same_placement_2y(year: Year) -> Figure:
    """Children settled with one carer, of those long in care."""
    in_care_by = date(year.last.year - 3, 9, 30)
    settled_by = date(year.last.year - 2, 3, 31)
    periods = [period_of_care(year.histories[child], year.last) for child in _under_16(year)]
    long = [period for period in periods if period[0].begins <= in_care_by]
    return share((p for p in long if last_change(p, settled_by) <= settled_by), long)


def _under_16(year: Year) -> list[str]:
    births = year.given.births
    return [
        child
        for child in year.looked_after
        if child in births and age_on(year.last, births[child]) < _CHILDHOOD_ENDS
    ]


def period_of_care(past: History, last: date) -> Sequence[Episode]:
    """The episodes from the last start of care on, or all where no start is among them."""
    episodes = past.until(last)
    starts = [place for place, episode in enumerate(episodes) if episode.why_new == STARTED]
    return episodes[starts[-1] :] if starts else episodes


def last_change(period: Sequence[Episode], settled_by: date) -> date:
    """The day of the last change of carer; the one before a late move into a placement for adoption."""
    changes = [episode for episode in period if episode.why_new in _CARER]
    latest = changes[-1] if changes else period[0]
    into_adoption = {latest.placement, period[-1].placement} <= _FOR_ADOPTION
    if into_adoption and latest.begins > settled_by:
        latest = changes[-2] if len(changes) > 1 else period[0]
    return latest.begins


@indicator(
    "cla_12_months",
    "Children looked after for 12 months",
    Unit.COUNT,
    "Children looked after at the end of the period without a start of care after 1 April, without "
    "an end other than X1 since 1 April (an end without its reason is one), and without a short break in the year. "
    "An episode that begins after the period plays no part.",
    need(Table.EPISODES, "CHILD DECOM DEC LS RNE REC"),
)
def cla_12_months(year: Year) -> Figure:
    """Children in care for the whole year."""
    return count(year.long_looked_after)
