"""The metrics folder: observations beside their definitions, with a finding for each line that is odd."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from boardpack.errors import MissingInput
from boardpack.findings import Finding
from boardpack.model.metrics import Marker, Metric, Metrics, Observation, Unit
from boardpack.model.source import Source
from boardpack.read.definitions import number_of, read_definitions
from boardpack.read.faults import (
    BAD_PERIOD,
    BAD_VALUE,
    MISSING_COLUMN,
    NO_DEFINITION,
    NO_OBSERVATION,
    REPEATED_OBSERVATION,
    SHARE_DIFFERS,
)
from boardpack.read.periods import read_period
from boardpack.read.text import CsvFile, read_csv
from boardpack.words import DASH, figure, plural

DEFINITIONS = "definitions.csv"
_NEEDED = ("metric", "period", "value")
_ALSO_CALLED = {"indicator": "metric", "measure": "metric", "date": "period", "month": "period"}
_MARKERS: frozenset[str] = frozenset(get_args(Marker))


@dataclass(frozen=True, slots=True)
class ObservationFile:
    """What was read of one file of observations."""

    file: CsvFile
    observations: tuple[Observation, ...]
    findings: tuple[Finding, ...]


def read_metrics(
    folder: Path, label: str, whole: str = "County"
) -> tuple[Metrics, tuple[Finding, ...]]:
    """All measures of a meeting. Raises MissingInput where the folder holds no CSV.

    `whole` is the area of a line that names none.
    """
    files = sorted(path for path in folder.glob("*.csv") if path.name != DEFINITIONS)
    if not files:
        raise MissingInput(
            folder, "every metrics file", "Export the measures as CSV into this folder."
        )
    definitions, findings = read_definitions(folder / DEFINITIONS, f"{label}/{DEFINITIONS}")
    observations: list[Observation] = []
    for path in files:
        read = read_observations(path, f"{label}/{path.name}", whole)
        observations += read.observations
        findings += read.findings
    known = {metric.id for metric in definitions}
    findings += _undefined(observations, known) + _unobserved(definitions, observations)
    kept = tuple(o for o in observations if o.metric in known)
    units = {metric.id: metric.unit for metric in definitions}
    findings += tuple(_wrong_shares(kept, units))
    return Metrics(definitions, kept), findings


def read_observations(path: Path, label: str, whole: str = "County") -> ObservationFile:
    """The observations of one file, and what was odd in it; a line without an area is of the whole."""
    given = read_csv(path)
    file = given.renamed(_named(given.columns))
    missing = [name for name in _NEEDED if name not in file.columns]
    if missing:
        columns = "metric, period, area, value, numerator, denominator"
        fault = MISSING_COLUMN.at(Source(label, line=1), column=missing[0], columns=columns)
        return ObservationFile(file, (), (fault,))
    observations: list[Observation] = []
    findings: list[Finding] = []
    for line, row in file.lines:
        observation, odd = _observation(row, whole, Source(label, line=line))
        observations += [observation] if observation else []
        findings += odd
    kept, repeats = _without_repeats(observations)
    return ObservationFile(file, kept, (*findings, *repeats))


def _named(columns: Iterable[str]) -> dict[str, str]:
    """The columns that go by another name, where their own name is not taken."""
    present = set(columns)
    names: dict[str, str] = {}
    for column in columns:
        name = _ALSO_CALLED.get(column)
        if name and name not in present:
            names[column] = name
            present.add(name)
    return names


def _observation(
    row: Mapping[str, str], whole: str, source: Source
) -> tuple[Observation | None, list[Finding]]:
    period = read_period(row["period"])
    if period is None:
        return None, [BAD_PERIOD.at(source, text=row["period"])]
    findings = []
    numbers: dict[str, float | None] = {}
    for column in ("value", "numerator", "denominator"):
        text = row.get(column, "")
        numbers[column] = number_of(text)
        if text and numbers[column] is None and text.lower() not in _MARKERS:
            findings.append(BAD_VALUE.at(source, text=text, column=column))
    marker = row["value"].lower()
    observation = Observation(
        metric=row["metric"],
        area=row.get("area", "") or whole,
        period=period,
        value=numbers["value"],
        marker=marker if marker in _MARKERS else None,  # type: ignore[arg-type]  # one of Marker's
        numerator=numbers["numerator"],
        denominator=numbers["denominator"],
        source=source,
    )
    return observation, findings


def _without_repeats(
    observations: Iterable[Observation],
) -> tuple[tuple[Observation, ...], list[Finding]]:
    first: dict[tuple[str, str, date, str], Observation] = {}
    repeats = []
    for seen in observations:
        key = (seen.metric, seen.area, seen.period.end, seen.period.kind)
        before = first.setdefault(key, seen)
        if before is not seen and before.value != seen.value:
            repeats.append(
                REPEATED_OBSERVATION.at(
                    seen.source,
                    metric=seen.metric,
                    area=seen.area,
                    period=seen.period.text,
                    value=_as_given(seen),
                    first=_as_given(before),
                    line=before.source.line,
                )
            )
    return tuple(first.values()), repeats


def _as_given(seen: Observation) -> str:
    return seen.marker or (DASH if seen.value is None else f"{seen.value:,.15g}")


def _undefined(observations: Iterable[Observation], known: set[str]) -> tuple[Finding, ...]:
    places: dict[str, list[Source]] = {}
    for seen in observations:
        if seen.metric not in known:
            places.setdefault(seen.metric, []).append(seen.source)
    return tuple(
        NO_DEFINITION.at(sources[0], metric=metric, lines=plural(len(sources), "line"))
        for metric, sources in places.items()
    )


def _unobserved(
    definitions: Iterable[Metric], observations: Iterable[Observation]
) -> tuple[Finding, ...]:
    seen = {observation.metric for observation in observations if observation.value is not None}
    return tuple(NO_OBSERVATION.at(m.source, metric=m.id) for m in definitions if m.id not in seen)


def _wrong_shares(
    observations: Iterable[Observation], units: Mapping[str, Unit]
) -> Iterator[Finding]:
    """Percentages that are not their numerator over their denominator to the decimal given."""
    for seen in observations:
        if units[seen.metric] is not Unit.PERCENT or seen.value is None:
            continue
        if seen.numerator is None or not seen.denominator:
            continue
        computed = 100 * seen.numerator / seen.denominator
        whole = seen.value == round(seen.value)
        if abs(computed - seen.value) > (0.5 if whole else 0.05) + 1e-9:
            yield SHARE_DIFFERS.at(
                seen.source,
                value=f"{seen.value:.15g}",
                numerator=figure(seen.numerator, 0),
                denominator=figure(seen.denominator, 0),
                computed=figure(computed, 1),
            )
