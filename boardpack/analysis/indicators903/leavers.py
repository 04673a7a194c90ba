"""Care leavers, from OC3: in touch, at work or learning, in suitable accommodation."""

import re

from boardpack.analysis.indicators903.registry import Figure, indicator, need, share
from boardpack.analysis.indicators903.year import Year
from boardpack.model.metrics import Unit
from boardpack.model.ssda903 import Leaver, Table

_LEFT_OUT = frozenset({"DIED", "RHOM"})
_IN_TOUCH = "YES"
_BUSY = ("F", "P")
_NO_ACCOMMODATION = re.compile(r"[GHR]\d?", re.ASCII)
_SUITABLE = re.compile(r"[A-Z]1", re.ASCII)
_OF_LINES = "Of the lines of OC3, of all ages, without those who died or returned home (DIED, RHOM)"
_REST = "Empty cells and codes that are not in the list stay in the denominator."


def _leavers(year: Year) -> list[Leaver]:
    return [leaver for leaver in year.given.leavers if leaver.in_touch not in _LEFT_OUT]


@indicator(
    "care_leavers_in_touch",
    "Care leavers in touch",
    Unit.PERCENT,
    f"{_OF_LINES}, those with whom the council is in touch (IN_TOUCH is YES). {_REST}",
    need(Table.OC3, "IN_TOUCH"),
)
def care_leavers_in_touch(year: Year) -> Figure:
    """Care leavers with whom the council is in touch."""
    every = _leavers(year)
    return share((leaver for leaver in every if leaver.in_touch == _IN_TOUCH), every)


@indicator(
    "care_leavers_eet",
    "Care leavers in education, employment or training",
    Unit.PERCENT,
    f"{_OF_LINES}, those whose activity (ACTIV) begins with F or P, full time or part time. {_REST}",
    need(Table.OC3, "IN_TOUCH ACTIV"),
)
def care_leavers_eet(year: Year) -> Figure:
    """Care leavers who learn or work."""
    every = _leavers(year)
    return share((leaver for leaver in every if leaver.activity.startswith(_BUSY)), every)


@indicator(
    "care_leavers_accommodation",
    "Care leavers in suitable accommodation",
    Unit.PERCENT,
    f"{_OF_LINES} or whose accommodation (ACCOM) is G, H or R: gone abroad, deported, not known; those "
    f"whose accommodation is a letter and 1, suitable. {_REST}",
    need(Table.OC3, "IN_TOUCH ACCOM"),
)
def care_leavers_accommodation(year: Year) -> Figure:
    """Care leavers in suitable accommodation, of those who live where it can be known."""
    every = [one for one in _leavers(year) if not _NO_ACCOMMODATION.fullmatch(one.accommodation)]
    return share((one for one in every if _SUITABLE.fullmatch(one.accommodation)), every)
