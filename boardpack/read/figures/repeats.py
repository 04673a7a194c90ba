"""Observations of one measure, area and period that are given twice."""

from collections.abc import Iterator, Sequence
from datetime import date

from boardpack.findings import Finding
from boardpack.model.metrics import Observation
from boardpack.read.faults import REPEATED_OBSERVATION
from boardpack.read.figures.labels import one_line
from boardpack.words import DASH


def key_of(seen: Observation) -> tuple[str, str, date, str]:
    """What two observations have in common that say the same thing, whatever the case of its names."""
    return (
        one_line(seen.metric).casefold(),
        seen.area.casefold(),
        seen.period.end,
        seen.period.kind,
    )


def repeats(observations: Sequence[Observation]) -> Iterator[Finding]:
    """A finding for each observation that stands before it already."""
    first: dict[tuple[str, str, date, str], Observation] = {}
    for seen in observations:
        before = first.setdefault(key_of(seen), seen)
        if before is not seen:
            yield REPEATED_OBSERVATION.at(
                seen.source,
                metric=seen.metric,
                area=seen.area or DASH,
                period=seen.period.text,
                value=_as_given(seen),
                first=_as_given(before),
                line=before.source.line,
            )


def without_repeats(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """The first of the observations of each measure, area and period."""
    first: dict[tuple[str, str, date, str], Observation] = {}
    for seen in observations:
        first.setdefault(key_of(seen), seen)
    return tuple(first.values())


def _as_given(seen: Observation) -> str:
    return seen.marker or (DASH if seen.value is None else f"{seen.value:,.15g}")
