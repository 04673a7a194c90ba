"""The definitions of the measures, from a CSV or a TOML file, with a finding for each that cannot be used."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from boardpack.errors import MissingInput, UnreadableText
from boardpack.findings import Finding
from boardpack.model.metrics import Audience, Good, Metric, Rebase, Unit
from boardpack.model.source import Source
from boardpack.read.dates import mentions
from boardpack.read.faults import BAD_DEFINITION, BAD_VALUE, MISSING_COLUMN
from boardpack.read.figures.values import number_of
from boardpack.read.text import read_csv

DEFINITIONS = ("metrics.toml", "definitions.csv")
"""The names that the file of definitions may have."""
_NEEDED = ("metric", "title", "unit")
_COLUMNS = "metric, title, unit, good, target"
_Line = tuple[Mapping[str, str], Source]


def definitions_file(folder: Path) -> Path:
    """The file of definitions of a metrics folder."""
    return next(
        (folder / name for name in DEFINITIONS if (folder / name).is_file()),
        folder / DEFINITIONS[-1],
    )


def read_definitions(path: Path, label: str) -> tuple[tuple[Metric, ...], tuple[Finding, ...]]:
    """The measures that are defined, in the order of the file."""
    found: list[Metric] = []
    faults: list[Finding] = []
    for line, source in _of_toml(path, label) if path.suffix == ".toml" else _of_csv(path, label):
        missing = next((name for name in _NEEDED if name not in line), None)
        if missing:
            return (), (MISSING_COLUMN.at(source, column=missing, columns=_COLUMNS),)
        metric, fault_of_line = _definition(line, source)
        found += [metric] if metric else []
        faults += [fault_of_line] if fault_of_line else []
    return tuple(found), tuple(faults)


def _of_csv(path: Path, label: str) -> Iterator[_Line]:
    file = read_csv(path)
    if missing := [name for name in _NEEDED if name not in file.columns]:
        columns = {name: "" for name in file.columns if name not in missing}
        yield columns, Source(label, line=1)
        return
    for line, row in file.lines:
        yield row, Source(label, line=line)


def _of_toml(path: Path, label: str) -> Iterator[_Line]:
    """A section a measure: `[cla_rate]`, and below it title, unit and the rest."""
    if not path.is_file():
        raise MissingInput(path, "the file", "Put it there.")
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise UnreadableText(path, f"{fault}.", "Put the line back as it was.") from None
    for name, section in content.items():
        given = section if isinstance(section, dict) else {}
        texts = {key: _as_text(value) for key, value in given.items()}
        yield {"metric": name, **texts}, Source(label)


def _as_text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_as_text(one) for one in value)
    if isinstance(value, dict):
        return ": ".join(_as_text(one) for one in value.values())
    return str(value)


def _definition(row: Mapping[str, str], source: Source) -> tuple[Metric | None, Finding | None]:
    choices: tuple[tuple[str, list[str]], ...] = (
        ("unit", [str(unit) for unit in Unit]),
        ("good", ["", *map(str, Good)]),
        ("audience", ["", *map(str, Audience)]),
    )
    for column, allowed in choices:
        if row.get(column, "").lower() not in allowed:
            names = ", ".join(choice for choice in allowed if choice)
            given = row.get(column, "")
            return None, BAD_DEFINITION.at(source, text=given, column=column, choices=names)
    for column in ("target", "tolerance"):
        if row.get(column, "") and number_of(row[column]) is None:
            return None, BAD_VALUE.at(source, text=row[column], column=column)
    good = row.get("good", "").lower()
    objective = re.search(r"\d+", row.get("objective", ""))
    metric = Metric(
        id=row["metric"],
        title=row["title"],
        unit=Unit(row["unit"].lower()),
        good=Good(good) if good else None,
        target=number_of(row.get("target", "")),
        target_date=_day(row.get("target_date", "")),
        tolerance=number_of(row.get("tolerance", "")),
        objective=int(objective.group()) if objective else None,
        origin=row.get("source") or None,
        owner=row.get("owner") or None,
        source=source,
        ref=row.get("ref") or None,
        audience=Audience(row.get("audience", "").lower() or Audience.PUBLIC),
        rebases=tuple(_rebases(row.get("rebase", ""))),
    )
    return metric, None


def _rebases(text: str) -> Iterator[Rebase]:
    """The days from which a control chart begins anew, each with its reason: `2018-04-01: new system`."""
    for part in text.split(";"):
        named = mentions(part)
        if named and named[0].day:
            day = named[0].day.replace(day=1) if named[0].kind == "month" else named[0].day
            yield Rebase(day, part[named[0].end :].strip(" :-–"))


def _day(text: str) -> date | None:
    named = mentions(text)
    return named[0].day if named else None
