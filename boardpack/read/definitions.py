"""The definitions of the measures, with a finding for each line that cannot be used."""

import re
from collections.abc import Mapping
from datetime import date
from math import isfinite
from pathlib import Path

from boardpack.findings import Finding
from boardpack.model.metrics import Good, Metric, Unit
from boardpack.model.source import Source
from boardpack.read.dates import mentions
from boardpack.read.faults import BAD_DEFINITION, BAD_VALUE, MISSING_COLUMN
from boardpack.read.text import read_csv


def read_definitions(path: Path, label: str) -> tuple[tuple[Metric, ...], tuple[Finding, ...]]:
    """The measures that are defined, in the order of the file."""
    file = read_csv(path)
    found: list[Metric] = []
    faults: list[Finding] = []
    missing = [name for name in ("metric", "title", "unit") if name not in file.columns]
    if missing:
        fault = MISSING_COLUMN.at(
            Source(label, line=1), column=missing[0], columns="metric, title, unit, good, target"
        )
        return (), (fault,)
    for line, row in file.lines:
        metric, fault_of_row = _definition(row, Source(label, line=line))
        found += [metric] if metric else []
        faults += [fault_of_row] if fault_of_row else []
    return tuple(found), tuple(faults)


def _definition(row: Mapping[str, str], source: Source) -> tuple[Metric | None, Finding | None]:
    for column, choices in (("unit", list(Unit)), ("good", ["", *Good])):
        if row.get(column, "").lower() not in [str(choice) for choice in choices]:
            names = ", ".join(str(choice) for choice in choices if choice)
            return None, BAD_DEFINITION.at(
                source, text=row.get(column, ""), column=column, choices=names
            )
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
    )
    return metric, None


def _day(text: str) -> date | None:
    named = mentions(text)
    return named[0].day if named else None


def number_of(text: str) -> float | None:
    """The number that a cell holds, with or without `%`, `£` and thousands; nothing where it has none."""
    plain = re.sub(r"[\s,£%]", "", text.replace("−", "-"))
    number = float(plain) if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", plain) else None
    return number if number is not None and isfinite(number) else None
