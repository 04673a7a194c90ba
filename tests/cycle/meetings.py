"""Folders of meetings for tests: copies of the sample, and what was asked about its plan."""

import json
import shutil
from dataclasses import asdict
from datetime import date
from pathlib import Path

from boardpack.model.cycle import Change, Commission, SentReturn, SentRow
from boardpack.read.plan import read_plan

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
NEWEST, BEFORE = "2019-08-14", "2019-07-03"


def sample(folder: Path) -> Path:
    """A copy of the sample's inputs that a test may change."""
    return Path(shutil.copytree(ROOT / "inputs", folder / "inputs"))


def ask(
    inputs: Path, board: str, *, late: tuple[str, ...] = (), back: tuple[str, ...] = ()
) -> None:
    """The record of asking every lead of a board's plan; those who answered late, and on the day."""
    plan, _ = read_plan(inputs / board / "plan.xlsx", "plan.xlsx")
    leads: dict[str, list[SentRow]] = {}
    for n, action in enumerate(plan.actions):
        row = SentRow(
            f"{n:012x}",
            action.sheet,
            action.row,
            action.objective,
            action.ref,
            action.activity,
            {},
            "0",
        )
        for lead in action.lead:
            leads.setdefault(lead, []).append(row)
    returns = tuple(
        SentReturn(lead, f"lead{n}@example.gov.uk", f"lead-{n}.xlsx", tuple(r.key for r in rows))
        for n, (lead, rows) in enumerate(leads.items())
    )
    every = {row.key: row for rows in leads.values() for row in rows}
    asked = Commission(
        board, 1, f"{board} v1", board, "plan.xlsx", "0", returns, tuple(every.values())
    )
    days = {lead: date.fromisoformat(board) for lead in late} | dict.fromkeys(
        back, date(2019, 1, 1)
    )
    changes = [
        Change("k", "s", "D6", "progress", "", "x", lead, "f.xlsx", "0", "s", day.isoformat())
        for lead, day in days.items()
    ]
    folder = inputs / board / "cycle"
    folder.mkdir()
    (folder / "commissioned.json").write_text(json.dumps([asdict(asked)]), encoding="utf-8")
    (folder / "collected.json").write_text(json.dumps([asdict(one) for one in changes]))
