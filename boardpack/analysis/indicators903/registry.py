"""The indicators: each registered once, with its title, its definition and the columns it needs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from boardpack.analysis.indicators903.year import Year
from boardpack.model.metrics import Unit
from boardpack.model.ssda903 import Return, Table

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, and for a share what it is a share of; no value where there is nothing to divide."""

    value: float | None
    numerator: int | None = None
    denominator: int | None = None


def count(things: Iterable[object]) -> Figure:
    """How many there are."""
    return Figure(sum(1 for _ in things))


def share(part: Iterable[object], whole: Iterable[object]) -> Figure:
    """The percentage that a part is of the whole, a whole number, rounded half up."""
    some, every = sum(1 for _ in part), sum(1 for _ in whole)
    return Figure(_half_up(Fraction(100 * some, every)) if every else None, some, every)


def mean(values: Iterable[int]) -> Figure:
    """The mean to one decimal, rounded half up."""
    known = list(values)
    return Figure(_half_up(Fraction(10 * sum(known), len(known))) / 10 if known else None)


def _half_up(exact: Fraction) -> int:
    return int((exact + _HALF) // 1)


@dataclass(frozen=True, slots=True)
class Need:
    """A column of a table that an indicator cannot do without."""

    table: Table
    column: str

    def lacking(self, given: Return) -> str | None:
        """What is needed and not there, in words."""
        if self.table in given.spoilt:
            return given.spoilt[self.table]
        if self.table not in given.columns:
            return self.table.value
        if self.column not in given.columns[self.table]:
            return f"the column {self.column} of {self.table.value}"
        return None


def need(table: Table, columns: str) -> tuple[Need, ...]:
    """The columns of a table, with blanks between them."""
    return tuple(Need(table, column) for column in columns.split())


Compute = Callable[[Year], Figure]


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is computed, in words and as a function. Of `either` one column is enough."""

    id: str
    title: str
    unit: Unit
    definition: str
    needs: tuple[Need, ...]
    either: tuple[Need, ...]
    compute: Compute

    def why_not(self, given: Return) -> str | None:
        """Why it cannot be computed from these tables, in words; nothing where it can."""
        lacking = next((why for need in self.needs if (why := need.lacking(given))), None)
        if lacking is None and self.either and all(need.lacking(given) for need in self.either):
            lacking = self.either[0].lacking(given)
        return f"needs {lacking}" if lacking else None


_INDICATORS: list[Indicator] = []


def indicator(
    name: str,
    title: str,
    unit: Unit,
    definition: str,
    *needs: tuple[Need, ...],
    either: tuple[Need, ...] = (),
) -> Callable[[Compute], Compute]:
    """Registers the function below it as what computes the indicator; it is given back as it is."""

    def keep(compute: Compute) -> Compute:
        columns = tuple(column for group in needs for column in group)
        _INDICATORS.append(Indicator(name, title, unit, definition, columns, either, compute))
        return compute

    return keep


def registered() -> tuple[Indicator, ...]:
    """Every indicator in the order of its registration."""
    return tuple(_INDICATORS)
