"""Children looked after, and those who came into care or left it in the year."""

from collections.abc import Collection, Iterator

from boardpack.analysis.indicators903.registry import Figure, count, indicator, need
from boardpack.analysis.indicators903.year import FOLLOWED, STARTED, Year
from boardpack.model.metrics import Unit
from boardpack.model.ssda903 import Episode, Table

_ADOPTED = frozenset({"E11", "E12"})
_GUARDIANSHIP = frozenset({"E45", "E46", "E47", "E48"})
_NO_BREAKS = "Short breaks (legal status V3, V4) are left out."
_ONCE = f"Each child counts once. {_NO_BREAKS}"
_OPEN = need(Table.EPISODES, "CHILD DECOM DEC LS")
_LEFT = need(Table.EPISODES, "CHILD DECOM DEC LS REC")


@indicator(
    "cla_at_period_end",
    "Children looked after at the end of the period",
    Unit.COUNT,
    "Children with an episode that began on or before the last day of the period and had not ended "
    "by the end of that day. An episode whose end cannot be read goes on. " + _NO_BREAKS,
    _OPEN,
)
def cla_at_period_end(year: Year) -> Figure:
    """Children with an episode open on the last day."""
    return count(year.looked_after)


@indicator(
    "children_started_in_year",
    "Children who started to be looked after in the year",
    Unit.COUNT,
    "Children with an episode that began between 1 April and the end of the period with the reason "
    "S, started to be looked after. " + _ONCE,
    need(Table.EPISODES, "CHILD DECOM RNE LS"),
)
def children_started_in_year(year: Year) -> Figure:
    """Children with a start in the year."""
    return count(
        child
        for child, past in year.histories.items()
        if any(
            episode.why_new == STARTED and episode.begins_in(year.first, year.last)
            for episode in past.episodes
        )
    )


@indicator(
    "children_ceased_in_year",
    "Children who ceased to be looked after in the year",
    Unit.COUNT,
    "Children with an episode that ended between 1 April and the end of the period with a reason "
    "other than X1, whether or not the reason is in the code list. A child who came back later in the year counts. "
    + _ONCE,
    _LEFT,
)
def children_ceased_in_year(year: Year) -> Figure:
    """Children with an end in the year that nothing followed."""
    return count(
        child
        for child, episodes in _ended(year)
        if any(episode.why_ended not in {"", FOLLOWED} for episode in episodes)
    )


@indicator(
    "adopted_in_year",
    "Children adopted in the year",
    Unit.COUNT,
    "Children whose episode ended between 1 April and the end of the period with the reason E11 or "
    "E12. " + _ONCE,
    _LEFT,
)
def adopted_in_year(year: Year) -> Figure:
    """Children who left care by adoption."""
    return _left_by(year, _ADOPTED)


@indicator(
    "sgo_in_year",
    "Children who left care for special guardianship in the year",
    Unit.COUNT,
    "Children whose episode ended between 1 April and the end of the period with the reason E45, "
    "E46, E47 or E48. E43 and E44 of the older list are not counted. " + _ONCE,
    _LEFT,
)
def sgo_in_year(year: Year) -> Figure:
    """Children who left care by a special guardianship order."""
    return _left_by(year, _GUARDIANSHIP)


def _ended(year: Year) -> Iterator[tuple[str, list[Episode]]]:
    """Each child with the episodes that ended in the year."""
    for child, past in year.histories.items():
        yield child, [e for e in past.episodes if e.ends_in(year.first, year.last)]


def _left_by(year: Year, reasons: Collection[str]) -> Figure:
    return count(
        child
        for child, episodes in _ended(year)
        if any(episode.why_ended in reasons for episode in episodes)
    )
