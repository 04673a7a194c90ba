"""What the commands print: the public JSON shapes, and the same in words."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from boardpack.analysis.changes import Changes
from boardpack.analysis.movement import Moved
from boardpack.analysis.overview import Overview
from boardpack.analysis.trace import Trace
from boardpack.deliver.manifest import of_output
from boardpack.document import wording
from boardpack.findings import Finding, Severity
from boardpack.model.metrics import Observation
from boardpack.model.plan import Action, Objective, Plan, Reading, Sheet
from boardpack.pipeline import Briefing, Build
from boardpack.read.figures.reader import ObservationFile
from boardpack.words import DASH, plural, short_date


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def workbook_json(plan: Plan, findings: Iterable[Finding]) -> dict[str, Any]:
    """The public shape of `read FILE.xlsx --json`."""
    return {
        "file": plan.file,
        "sheets": [_sheet(sheet) for sheet in plan.sheets],
        "objectives": [_objective(objective) for objective in plan.objectives],
        "actions": [_action(action) for action in plan.actions],
        "findings": [finding.as_json() for finding in findings],
    }


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "kind": sheet.kind,
        "role": sheet.role.value if sheet.role else None,
        "header_row": sheet.header_row,
        "rows": sheet.rows,
        "why": sheet.why,
    }


def _objective(objective: Objective) -> dict[str, Any]:
    return {
        "sheet": objective.sheet,
        "row": objective.row,
        "number": objective.number,
        "title": objective.title,
        "purpose": objective.purpose,
        "how": objective.how,
    }


def _action(action: Action) -> dict[str, Any]:
    latest = action.latest_update
    return {
        "sheet": action.sheet,
        "row": action.row,
        "hidden": action.hidden,
        "objective": action.objective,
        "ref": action.ref,
        "plan_ref": action.plan_ref,
        "activity": action.activity or None,
        "progress": action.progress or None,
        "evidence": action.evidence or None,
        "metric": action.metric or None,
        "lead": list(action.lead),
        "rating": action.rating.value if action.rating else None,
        "rating_text": action.rating_text,
        "due": _iso(action.due.date),
        "due_kind": action.due.kind,
        "due_text": action.due.text,
        "updates": [
            {"date": _iso(update.date), "date_kind": update.date_kind, "text": update.text}
            for update in action.updates
        ],
        "latest_update": _iso(latest.date) if latest else None,
        "current": [_reading(reading) for reading in action.current],
        "current_text": action.current_text or None,
        "target": [_reading(reading) for reading in action.target],
        "target_text": action.target_text or None,
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "value": reading.value,
        "unit": reading.unit,
        "as_at": _iso(reading.as_at),
        "as_at_text": reading.as_at_text,
    }


def csv_json(path: Path, read: ObservationFile) -> dict[str, Any]:
    """The public shape of `read FILE.csv --json`."""
    return {
        "file": path.name,
        "encoding": read.encoding,
        "delimiter": read.delimiter,
        "observations": [_observation(seen) for seen in read.observations],
        "findings": [finding.as_json() for finding in read.findings],
    }


def _observation(seen: Observation) -> dict[str, Any]:
    return {
        "line": seen.source.line,
        "sheet": seen.source.sheet,
        "metric": seen.metric,
        "area": seen.area or None,
        "period": seen.period.end.isoformat(),
        "period_text": seen.period.text,
        "period_kind": seen.period.kind,
        "value": seen.value,
        "marker": seen.marker,
        "numerator": seen.numerator,
        "denominator": seen.denominator,
    }


def check_json(seen: Overview) -> dict[str, Any]:
    """The public shape of `check --json`."""
    return {
        "board": seen.meeting.date.isoformat(),
        "previous": _iso(seen.previous),
        "findings": [finding.as_json() for finding in seen.findings],
        "movement": [movement.as_json() for movement in seen.movements],
    }


def findings_text(findings: Iterable[Finding]) -> str:
    """Findings a line each, and how many there are of each severity."""
    told = list(findings)
    counts = Counter(finding.severity for finding in told)
    total = ", ".join(plural(counts[severity], severity.value) for severity in Severity)
    return "\n".join([*(f"{finding.severity.value}: {finding}" for finding in told), total])


def check_text(seen: Overview) -> str:
    """What `check` says: findings, then what moved."""
    moved = Counter(m.kind for m in seen.movements if m.kind is not Moved.UNCHANGED)
    lines = [findings_text(seen.findings)]
    if seen.previous:
        kinds = ", ".join(f"{count} {kind.value}" for kind, count in moved.items()) or "nothing"
        lines.append(f"Since {short_date(seen.previous)}: {kinds}.")
    return "\n".join(lines)


def workbook_text(plan: Plan, findings: Iterable[Finding]) -> str:
    """What `read` says of a workbook: its sheets, its rows, its findings."""
    lines = [f"{plan.file}: {plural(len(plan.actions), 'action')}"]
    for sheet in plan.sheets:
        role = f", {sheet.role.value}" if sheet.role else ""
        lines.append(
            f"  {sheet.name}: {sheet.kind}{role}, {plural(sheet.rows, 'row')} ({sheet.why})"
        )
    for action in plan.actions:
        rating = action.rating.word if action.rating else "No rating"
        name = f"{action.sheet}, row {action.row}: {action.objective or '–'}/{action.ref or '–'}"
        lines.append(f"{name}, {rating}, {wording.due(action.due)}: {action.activity}")
    return "\n".join([*lines, findings_text(findings)])


def csv_text(path: Path, read: ObservationFile) -> str:
    """What `read` says of a CSV: how it was read, and its findings."""
    count = plural(len(read.observations), "observation")
    made = f", {read.encoding}, delimiter {read.delimiter!r}" if read.delimiter else ""
    head = f"{path.name}: {count}{made}"
    return "\n".join([head, findings_text(read.findings)])


def trace_text(found: Iterable[Trace]) -> str:
    """What `trace` says: each figure with its place, and what was done to it."""
    lines = []
    for one in found:
        about = ", ".join(part for part in (one.what, one.area, one.period) if part)
        lines += [f"{about}: {one.shown or DASH}", f"  {one.source}", *(f"  {d}" for d in one.done)]
    return "\n".join(lines)


def build_summary(made: Build) -> str:
    """What `build` says: the files that were made and how many findings there are."""
    lines = []
    for output in made.outputs:
        said = [f"{len(output.data) / 1000:,.0f} kB"]
        if output.pages:
            said.append(plural(output.pages, "page"))
        said += output.conforms
        lines.append(f"{made.folder / output.name}: {', '.join(said)}")
        lines += [f"  {remark}" for remark in output.remarks]
    if made.version and made.version.changes:
        lines.append(version_text(made.version.changes))
    counts = Counter(finding.severity for finding in made.findings)
    total = ", ".join(plural(counts[severity], severity.value) for severity in Severity)
    return "\n".join([*lines, f"Findings: {total}. `boardpack check` lists them."])


def version_text(changes: Changes) -> str:
    """Which version a pack is, and how much of it is other than in the one before."""
    papers, chapters = (
        plural(len(changes.papers), "paper"),
        plural(len(changes.chapters), "chapter"),
    )
    return f"Version {changes.version}. It replaces version {changes.since}: {papers} and {chapters} changed."


def brief_json(made: Briefing) -> dict[str, Any]:
    """The public shape of `brief --json`: the board, and the file as build.json lists it."""
    return {"board": made.board, "path": str(made.path), **of_output(made.output)}


def brief_text(made: Briefing) -> str:
    """What `brief` says: the file that was made and its pages."""
    return f"{made.path}: {plural(made.output.pages or 0, 'page')}"
