"""The whole plan sent back in place of a return: what differs from what was sent is an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from boardpack.cycle.collect import faults
from boardpack.cycle.collect.answers import Taken
from boardpack.cycle.collect.given import FIELDS, Given
from boardpack.cycle.collect.locating import Located, locate
from boardpack.cycle.collect.values import value_of
from boardpack.findings import Finding
from boardpack.folded import folded
from boardpack.model.cycle import Commission, ReturnField, SentRow
from boardpack.model.plan import Action, Plan
from boardpack.model.source import Source
from boardpack.words import plural


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan that came back, and what its file says of itself."""

    file: str
    name: str
    sha256: str
    modified: str | None
    plan: Plan


def take_plan(file: PlanFile, rounds: Sequence[Commission]) -> Taken:
    """The answers that a lead wrote into the plan itself; nothing is known of whose they are but the file's name."""
    taken = Taken(lead=_lead(file.name, rounds), modified=file.modified)
    newest = rounds[-1]
    for key, found in locate(newest.rows, file.plan).items():
        row = next(row for row in newest.rows if row.key == key)
        taken.rows += 1
        for name in FIELDS:
            _take(row, found, name, file, rounds, taken)
    count = plural(len(taken.given), "answer")
    taken.findings.insert(0, faults.WHOLE_PLAN.at(Source(file.file), count=count))
    return taken


def _lead(name: str, rounds: Sequence[Commission]) -> str | None:
    """The lead whose name, or whose return's name, is a part of the file's name."""
    told = folded(name.replace("-", " ").replace("_", " "))
    leads = [sent for one in rounds for sent in one.returns]
    named = [
        sent.lead
        for sent in leads
        for form in (sent.lead, sent.file.rpartition("/")[2].rpartition(".")[0].replace("-", " "))
        if form and folded(form) in told
    ]
    return max(named, key=len, default=None)


def _take(
    row: SentRow,
    found: Located,
    name: ReturnField,
    file: PlanFile,
    rounds: Sequence[Commission],
    taken: Taken,
) -> None:
    text = text_of(found.action, name)
    every = [same for one in rounds for same in one.rows if same.key == row.key]
    sent = {value_of(name, same.values.get(name, "")) for same in every}
    if not text.strip() or value_of(name, text) in sent:
        return
    if name == "progress":
        added = _added(text, [same.values.get(name, "") for same in every])
        if added is None:
            taken.findings.append(_changed(found.action, file, text))
            return
        text = added
    taken.given.append(_given(row, found.action, name, text, file, rounds[-1], taken))


def text_of(action: Action, name: ReturnField) -> str:
    """What a row says in a column that a lead can answer."""
    texts: dict[ReturnField, str | None] = {
        "progress": action.progress,
        "rating": action.rating_text,
        "due": action.due.text,
        "current": action.current_text,
    }
    return texts[name] or ""


def _added(text: str, before: Sequence[str]) -> str | None:
    """What was written before or behind a diary; nothing where it was changed otherwise."""
    for old in sorted(map(str.strip, before), key=len, reverse=True):
        if text.strip().startswith(old):
            return text.strip()[len(old) :].strip()
        if old and text.strip().endswith(old):
            return text.strip()[: -len(old)].strip()
    return None


def _changed(action: Action, file: PlanFile, text: str) -> Finding:
    place: dict[str, Any] = {"objective": action.objective, "ref": action.ref}
    source = Source(file.file, action.sheet, action.cells.get("progress"))
    return faults.DIARY_CHANGED.at(source, **place, text=text)


def _given(
    row: SentRow,
    action: Action,
    name: ReturnField,
    text: str,
    file: PlanFile,
    newest: Commission,
    taken: Taken,
) -> Given:
    day: date | None = None
    if name == "due" and action.due.kind == "day" and value_of("due", text) != folded(text):
        day = action.due.date
    return Given(
        row=row,
        field=name,
        text=text,
        lead=taken.lead or file.name,
        file=file.file,
        sha256=file.sha256,
        sheet=action.sheet,
        cell=action.cells.get(name, f"A{action.row}"),
        stamp=newest.stamp,
        version=newest.version,
        modified=file.modified,
        day=day,
        in_plan=True,
    )
