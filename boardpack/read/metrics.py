"""The metrics folder: observations beside their definitions, with a finding for each line that is odd."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from boardpack.errors import MissingInput
from boardpack.findings import Finding
from boardpack.folded import folded
from boardpack.model.metrics import Metric, Metrics, Observation
from boardpack.model.source import Source
from boardpack.read.definitions import DEFINITIONS, definitions_file, read_definitions
from boardpack.read.faults import NO_DEFINITION, NO_OBSERVATION
from boardpack.read.figures.reader import read_observations
from boardpack.read.figures.repeats import without_repeats
from boardpack.read.figures.shares import wrong_shares
from boardpack.words import plural

_SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm"})


def metrics_files(folder: Path) -> tuple[Path, ...]:
    """The files of values of a meeting, in the order of their names: every table but the definitions."""
    return tuple(
        sorted(
            path
            for path in folder.glob("*")
            if path.suffix.lower() in _SUFFIXES
            and path.name not in DEFINITIONS
            and not path.name.startswith((".", "~"))
        )
    )


def read_metrics(
    folder: Path, label: str, whole: str = "County"
) -> tuple[Metrics, tuple[Finding, ...]]:
    """All measures of a meeting. Raises MissingInput where the folder holds no file of values.

    `whole` is the area of a line that names none. A line may name its measure by its title.
    """
    files = metrics_files(folder)
    if not files:
        raise MissingInput(
            folder, "every metrics file", "Export the measures as CSV into this folder."
        )
    defined_in = definitions_file(folder)
    definitions, findings = read_definitions(defined_in, f"{label}/{defined_in.name}")
    known = _names(definitions)
    observations: list[Observation] = []
    for path in files:
        read = read_observations(path, f"{label}/{path.name}")
        observations += (
            replace(
                seen, metric=known.get(folded(seen.metric), seen.metric), area=seen.area or whole
            )
            for seen in read.observations
        )
        findings += read.findings
    findings += _undefined(observations, known) + _unobserved(definitions, observations)
    defined = {metric.id for metric in definitions}
    kept = without_repeats([o for o in observations if o.metric in defined])
    units = {metric.id: metric.unit for metric in definitions}
    findings += tuple(wrong_shares(kept, units))
    return Metrics(definitions, kept), findings


def _names(definitions: Iterable[Metric]) -> dict[str, str]:
    """The id of each measure by its id and by its title."""
    return {folded(name): metric.id for metric in definitions for name in (metric.title, metric.id)}


def _undefined(observations: Iterable[Observation], known: dict[str, str]) -> tuple[Finding, ...]:
    places: dict[str, list[Source]] = {}
    for seen in observations:
        if folded(seen.metric) not in known:
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
