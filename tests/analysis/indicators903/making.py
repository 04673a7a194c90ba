"""Returns of children who do not exist, made of short lines, and the figures of them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from boardpack.analysis.indicators903.compute import indicators_of
from boardpack.analysis.indicators903.registry import Figure
from boardpack.model.ssda903 import Episode, HealthRow, Return, Table
from boardpack.read.ssda903.cells import day_of
from boardpack.read.ssda903.layout import columns_of

LAST = date(2019, 3, 31)
EVERY_COLUMN = {table: columns_of(table) for table in Table}


def day(text: str) -> date:
    """A day that the test wrote."""
    found = day_of(text)
    assert found is not None
    return found


def episodes(*lines: str) -> tuple[Episode, ...]:
    """Each of `a 1/4/2018 S C2 U4 to 2/5/2018 X1`; without `to` it goes on, `-` is no reason."""
    return tuple(map(_episode, lines))


def _episode(line: str) -> Episode:
    first, _, end = line.partition(" to ")
    child, begins, why_new, status, placement = first.split()
    ends, _, why_ended = end.partition(" ")
    return Episode(
        child,
        day(begins),
        day_of(ends),
        why_new,
        status,
        placement,
        why_ended.replace("-", ""),
    )


def health(child: str, score: int | None = None, born: str = "", **checks: str) -> HealthRow:
    """A line of OC2."""
    names = ("HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT")
    return HealthRow(child, day_of(born), {name: checks.get(name, "") for name in names}, score)


def figures(
    lines: Iterable[str] = (),
    born: Mapping[str, str] | None = None,
    last: date = LAST,
    **tables: Any,
) -> dict[str, Figure]:
    """Every figure by its indicator, of a return with every table and column."""
    births = {child: day(text) for child, text in (born or {}).items()}
    given = Return(
        columns=tables.pop("columns", EVERY_COLUMN),
        births=births,
        episodes=episodes(*lines),
        **tables,
    )
    return {what.id: figure for what, figure in indicators_of(given, last).figures}


def of(figure: Figure) -> tuple[int | None, int | None]:
    """What a share is of what."""
    return figure.numerator, figure.denominator
