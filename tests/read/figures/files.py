"""Files of figures for tests, and what was read of them, a line of words an observation."""

from collections.abc import Iterable
from pathlib import Path

from boardpack.model.metrics import Observation
from boardpack.read.figures.reader import ObservationFile, read_observations


def read(folder: Path, text: str | bytes, name: str = "a.csv") -> ObservationFile:
    """A file with this text, written and read."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_observations(path, name)


def as_words(observations: Iterable[Observation]) -> list[str]:
    """`2: CLA, North, 2019-07-31 month, 50 (1/2)`: line, measure, area, period, figure and its parts."""
    return [_words(seen) for seen in observations]


def _words(seen: Observation) -> str:
    figure = seen.marker or (_number(seen.value) if seen.value is not None else "-")
    if seen.numerator is not None or seen.denominator is not None:
        figure += f" ({_number(seen.numerator)}/{_number(seen.denominator)})"
    when = f"{seen.period.end.isoformat()} {seen.period.kind}"
    return f"{seen.source.line}: {seen.metric}, {seen.area or '-'}, {when}, {figure}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.15g}"


def faults_of(seen: ObservationFile) -> list[tuple[str, int | None]]:
    """The kinds of the findings, each with its line."""
    return [(finding.kind, finding.source.line) for finding in seen.findings]
