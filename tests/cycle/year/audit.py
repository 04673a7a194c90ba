"""The auditor: holds the plan, the ledger, the conflicts and the findings against what was written."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.cycle.year.desk import Row, all_cells, members, plain, read_plan
from tests.cycle.year.leads import Answer

_HEADING = re.compile(r"[\s\d.:/()•–-]*")
_MAY_CHANGE = re.compile(r"xl/(worksheets/sheet[123]\.xml|styles\.xml|workbook\.xml)")
_OPEN = {"progress", "rating", "due", "current"}


@dataclass(slots=True)
class Books:
    """What the auditor keeps of one meeting: the runs of collect, and every fault that was found."""

    label: str
    leads: tuple[str, ...]
    answers: list[Answer]
    told: list[str] = field(default_factory=list)
    """Every finding that collect told, as JSON, and every line of conflicts.csv."""
    days: set[str] = field(default_factory=set)
    files: dict[str, bytes] = field(default_factory=dict)
    reworded: set[tuple[str, str]] = field(default_factory=set)
    decided: list[tuple[str, str, str]] = field(default_factory=list)
    """Sheet, cell, and the answer that the manager chose for it."""
    faults: list[str] = field(default_factory=list)

    def fault(self, text: str) -> None:
        self.faults.append(f"{self.label}: {text}")


def ledger(folder: Path) -> list[dict[str, Any]]:
    """The changes that collect says it made."""
    path = folder / "cycle" / "collected.json"
    return list(json.loads(path.read_text("utf-8"))) if path.is_file() else []


def audit_write(
    books: Books, before: bytes, after: bytes, old: list[dict[str, Any]], new: list[dict[str, Any]]
) -> None:
    """One run: the ledger only grew, and the plan changed in the cells that it names and nowhere else."""
    if new[: len(old)] != old:
        books.fault("collected.json lost or changed what it held")
    made = new[len(old) :]
    if not made:
        if before != after:
            books.fault("the plan changed and the ledger tells no change")
        return
    was, now = members(before), members(after)
    if list(was) != list(now):
        books.fault(f"the parts of the workbook are others: {set(was) ^ set(now)}")
    for name in was:
        if was[name] != now.get(name) and not _MAY_CHANGE.fullmatch(name):
            books.fault(f"the part {name} changed")
    cells, cells_now = all_cells(before), all_cells(after)
    named = {(one["sheet"], one["cell"]) for one in made}
    for place in cells.keys() | cells_now.keys():
        if place in named:
            continue
        if cells.get(place) != cells_now.get(place):
            books.fault(f"{place} changed from {cells.get(place)} to {cells_now.get(place)} untold")


def audit_meeting(
    books: Books, begun: bytes, manager: dict[tuple[str, str], Row], folder: Path
) -> None:
    """The end of a meeting: nothing lost, nothing invented, all traced.

    `manager` is the plan as it would be had nobody answered: begun, with the manager's own edits.
    """
    final = read_plan((folder / "plan.xlsx").read_bytes())
    if final.keys() != manager.keys():
        books.fault(f"rows came or went: {final.keys() ^ manager.keys()}")
    by_row: dict[tuple[str, str], list[Answer]] = {}
    for answer in books.answers:
        by_row.setdefault(answer.where, []).append(answer)
    for where, row in final.items():
        if where in manager:
            answers = by_row.get(where, [])
            _audit_diary(books, row, manager[where], answers)
            for name in ("rating", "due", "current"):
                _audit_value(books, name, row, manager[where], answers)
            for name in row.values.keys() - _OPEN:
                if plain(row.values[name]) != plain(manager[where].values[name]):
                    books.fault(f"{where}: the {name} changed")
    cells = all_cells((folder / "plan.xlsx").read_bytes())
    for sheet, cell, chosen in books.decided:
        now = plain(cells[sheet, cell][0])
        if not plain(chosen[2:]).startswith(_day(now)) and _shown(now) not in chosen:
            books.fault(f"{sheet}!{cell}: {chosen!r} was decided and {now!r} is there")
    _audit_ledger(books, folder, final)
    _audit_lost(books, folder, final, ledger(folder))


def _words(answer: Answer) -> str:
    """What must stand in the diary word for word: all but a date or a bullet at the very beginning,
    which the heading of the entry says in the diary's own style."""
    return re.sub(r"^(\d\d\.\d\d\.\d\d)?\s*-\s", "", plain(answer.value))


def _audit_diary(books: Books, row: Row, before: Row, answers: list[Answer]) -> None:
    was, now = plain(before.values["progress"]), plain(row.values["progress"])
    if was not in now:
        books.fault(
            f"{row.sheet}!{row.row}: the diary that stood there is not whole any more: {now!r}"
        )
        return
    rest = now.replace(was, " ", 1)
    for answer in sorted(answers, key=lambda one: len(plain(one.value)), reverse=True):
        whole = plain(answer.value)
        rest = rest.replace(whole if whole in rest else _words(answer), " ", 1)
    for lead in books.leads:
        rest = rest.replace(lead, " ")
    if not _HEADING.fullmatch(rest):
        books.fault(
            f"{row.sheet}!{row.row}: nobody wrote this, or it is there twice: {rest!r} "
            f"(was {was[:200]!r}, now {now[-600:]!r}; {[(one.habit, one.lead) for one in answers]})"
        )


def _day(text: str) -> str:
    """A day that is written as text, as a day."""
    found = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)
    return f"{found[3]}-{found[2]}-{found[1]}" if found else text


def _shown(text: str) -> str:
    """A day as conflicts.csv shows it."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    return f"{found[3]}/{found[2]}/{found[1]}" if found else text


def _audit_value(books: Books, name: str, row: Row, before: Row, answers: list[Answer]) -> None:
    now = _day(plain(row.values[name])) if name == "due" else plain(row.values[name])
    kind = "figure" if name == "current" else name
    wrote = [one for one in answers if one.kind == kind]
    if now not in {plain(before.values[name]), _day(plain(before.values[name]))} and now not in {
        plain(one.value) for one in wrote
    }:
        books.fault(f"{row.sheet}!{row.row}: nobody answered the {name} {now!r}")
    values = {plain(one.value) for one in wrote}
    now = now if name != "rating" else now.capitalize()
    if len(values) == 1 and all(one.must for one in wrote) and {now} != values:
        books.fault(
            f"{row.sheet}!{row.row}: {name} {values} was answered by all and is {now!r} "
            f"({[(one.habit, sorted(one.files)) for one in wrote]})"
        )


def _audit_ledger(books: Books, folder: Path, final: dict[tuple[str, str], Row]) -> None:
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in books.files.items()}
    changes = ledger(folder)
    for change in changes:
        name = Path(change["file"]).name
        if hashes.get(name) != change["sha256"]:
            books.fault(f"a change names {name} with a hash that is not the file's")
        if change["date"] not in books.days:
            books.fault(f"a change is of {change['date']}, a day without collecting")
        if change["lead"] not in books.leads:
            books.fault(f"a change is by {change['lead']!r}, who is no lead")
        if change["before"] == change["after"]:
            books.fault(f"a change of {change['sheet']}!{change['cell']} changes nothing")
    diaries = " ".join(plain(row.values["progress"]) for row in final.values())
    for answer in books.answers:
        if answer.token not in diaries:
            continue
        brought = [
            change
            for change in changes
            if answer.token in change["after"] and answer.token not in change["before"]
        ]
        if len(brought) != 1:
            told = [(one["file"], one["sheet"], one["cell"], one["after"]) for one in brought]
            books.fault(
                f"{answer.token} is in the plan and {len(brought)} changes brought it: {told}"
            )
            continue
        if Path(brought[0]["file"]).name not in answer.files:
            books.fault(f"{answer.token} was traced to {brought[0]['file']}, where it is not")
        if brought[0]["lead"] != answer.lead and answer.must:
            books.fault(f"{answer.token} of {answer.lead} was traced to {brought[0]['lead']}")


def _audit_lost(
    books: Books, folder: Path, final: dict[tuple[str, str], Row], changes: list[dict[str, Any]]
) -> None:
    diaries = {where: plain(row.values["progress"]) for where, row in final.items()}
    told = "\n".join(books.told)
    replies = folder / "answers.csv"
    told += replies.read_text("utf-8-sig") if replies.is_file() else ""
    brought = " ".join(one["after"] for one in changes)
    for answer in books.answers:
        if answer.kind in {"rating", "due"}:
            continue
        if answer.token in diaries.get(answer.where, ""):
            continue
        where = f"{answer.kind} {answer.token} of {answer.lead} ({answer.habit}, {sorted(answer.files)})"
        if any(answer.token in diary for diary in diaries.values()):
            books.fault(f"{where} got into another row than {answer.where}")
        elif answer.must:
            books.fault(f"{where} did not get into the plan: {_said(books, answer.token)}")
        elif answer.token not in told and answer.token not in brought:
            books.fault(f"{where} is lost: {answer.where}")


def _said(books: Books, token: str) -> str:
    return next((line[:400] for line in books.told if token in line), "and nothing was said of it")
