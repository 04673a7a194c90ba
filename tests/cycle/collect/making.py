"""A board with a plan, what was asked of its leads, and returns as leads fill them in."""

import hashlib
import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from boardpack.model.cycle import Commission, ReturnField, SentReturn, SentRow
from boardpack.model.plan import Action
from boardpack.read.plan import read_plan
from tests.tools import program

BOARD = "2019-08-14"
TODAY = date(2019, 7, 30)
HEADINGS = (
    "Key", "Stamp", "Check", "Objective", "Ref", "Activity", "Last update", "Rating", "Due",
    "Current figure", "Questions", "Also asked", "Your update", "New rating", "New due date",
    "New figure", "Answer to the questions",
)  # fmt: skip
PLAN_HEADINGS = (
    "Ref", "Activity", "Progress", "Current Data & Date", "Responsible Service", "Timescales", "BRAG",
)  # fmt: skip
PLAN: tuple[tuple[Any, ...], ...] = (
    ("1", "Open a second home for children", "14.05.19 - Found a house.\n02.04.19 - Looked at six.",
     "1 at 13.05.19", "Head of Fostering", date(2019, 12, 31), "Green"),
    ("2a", "Train six young inspectors of homes", "21.05.19 - Training day held.", "", "Head of Participation",
     "Jul-19", "Amber"),
    ("2b", "Give every child a passport and a savings account", "", "59.3% Feb-19",
     "Head of Fostering, Head of Participation", "TBC", "Red"),
    ("3", "Agree a protocol with the health trust", "20.05.19 - Draft sent.\n12.04.19 - Met.", "",
     "Head of Health", "31/10/19", "Green"),
)  # fmt: skip
LEADS = {
    "Head of Fostering": ("1", "2b"),
    "Head of Participation": ("2a", "2b"),
    "Head of Health": ("3",),
}
SETTINGS = """[board]
name = "Board"
council = "Council"
short_name = "Board"
chair = "Director"
"""


def plan_workbook(path: Path, rows: Sequence[Sequence[Any]] = PLAN) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Action Plan")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, ["Objective 1 - A place to live"])
    sheet.write_row(1, 0, PLAN_HEADINGS)
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(
                    number, column, datetime(value.year, value.month, value.day), day
                )
            elif value != "":
                sheet.write_string(number, column, str(value))
    book.close()


def _values(action: Action) -> dict[ReturnField, str]:
    return {
        "progress": action.progress,
        "rating": action.rating_text or "",
        "due": action.due.text or "",
        "current": action.current_text,
    }


def _sent(action: Action) -> SentRow:
    parts = (BOARD, action.sheet, str(action.objective), str(action.ref), action.activity)
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
    values = _values(action)
    check = hashlib.sha256((key + repr(sorted(values.items()))).encode()).hexdigest()[:8]
    return SentRow(
        key, action.sheet, action.row, action.objective, action.ref, action.activity, values, check
    )


def commission_of(
    plan: Path, version: int = 1, leads: Mapping[str, Sequence[str]] = LEADS
) -> Commission:
    rows = tuple(_sent(action) for action in read_plan(plan, "plan.xlsx")[0].actions)
    digest = hashlib.sha256(plan.read_bytes()).hexdigest()
    returns = tuple(
        SentReturn(
            lead, None, f"{lead.lower().replace(' ', '-')}.xlsx",
            tuple(row.key for row in rows if row.ref in refs),
        )
        for lead, refs in leads.items()
    )  # fmt: skip
    stamp = f"{BOARD} v{version} {digest[:8]}"
    return Commission(BOARD, version, stamp, "2019-07-24", "plan.xlsx", digest, returns, rows)


@dataclass
class Board:
    """A folder of inputs with one board in it."""

    inputs: Path
    rounds: list[Commission] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.inputs / BOARD

    @property
    def plan(self) -> Path:
        return self.folder / "plan.xlsx"

    @property
    def cycle(self) -> Path:
        return self.folder / "cycle"

    @property
    def returns(self) -> Path:
        return self.folder / "returns"

    def commission(self) -> Commission:
        made = commission_of(self.plan, len(self.rounds) + 1)
        self.rounds.append(made)
        self.cycle.mkdir(exist_ok=True)
        (self.cycle / "commissioned.json").write_text(
            json.dumps([asdict(one) for one in self.rounds])
        )
        (self.cycle / f"sent-v{made.version}.xlsx").write_bytes(self.plan.read_bytes())
        return made

    def row(self, ref: str, version: int = -1) -> SentRow:
        return next(row for row in self.rounds[version].rows if row.ref == ref)

    def answer(
        self, lead: str, answers: Mapping[str, Mapping[str, Any]], name: str = "", **how: Any
    ) -> Path:
        """The return of a lead, with answers by ref and heading."""
        path = self.returns / (name or f"{lead.lower().replace(' ', '-')}.xlsx")
        return_workbook(path, self.rounds[how.pop("version", -1)], lead, answers, **how)
        return path

    def text(self, cell: str) -> Any:
        import openpyxl

        return openpyxl.load_workbook(self.plan)["Action Plan"][cell].value

    def snapshot(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


def board(tmp: Path, rows: Sequence[Sequence[Any]] = PLAN) -> Board:
    made = Board(tmp / "inputs")
    made.returns.mkdir(parents=True)
    (made.inputs / "board.toml").write_text(SETTINGS)
    plan_workbook(made.plan, rows)
    made.commission()
    return made


def return_workbook(
    path: Path,
    commission: Commission,
    lead: str,
    answers: Mapping[str, Mapping[str, Any]],
    *,
    modified: datetime = datetime(2019, 7, 26, 9),
    extra: Sequence[Mapping[str, Any]] = (),
    drop: Sequence[str] = (),
    order: int = 1,
    sheet: str = "Your actions",
    stamp: str | None = None,
) -> None:
    """A return in the shape in which it is sent: `drop` are columns deleted, `extra` rows added."""
    keys = next(one.keys for one in commission.returns if one.lead == lead)
    rows = [row for row in commission.rows if row.key in keys][::order]
    headings = [heading for heading in HEADINGS if heading not in drop]
    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": modified})
    page = book.add_worksheet(sheet)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    title = f"Updates for the board: {lead} [{'' if 'Stamp' in drop else commission.stamp}]"
    page.write_string(0, 0, title)
    page.write_string(1, 0, "Fill in the white columns.")
    page.write_row(3, 0, headings)
    tables: list[Mapping[str, Any]] = [
        {
            "Key": row.key, "Stamp": stamp or commission.stamp, "Check": row.checksum, "Ref": row.ref or "",
            "Activity": row.activity, "Last update": row.values["progress"].split("\n")[0],
            "Rating": row.values["rating"], "Due": row.values["due"], "Current figure": row.values["current"],
            **answers.get(row.ref or "", {}),
        }
        for row in rows
    ]  # fmt: skip
    for number, cells in enumerate([*tables, *extra], start=4):
        for column, heading in enumerate(headings):
            _write(page, number, column, cells.get(heading, ""), day)
    book.close()


def _write(page: Any, row: int, column: int, value: Any, day: Any) -> None:
    if isinstance(value, datetime):
        page.write_datetime(row, column, value, day)
    elif isinstance(value, (int, float)):
        page.write_number(row, column, value)
    elif str(value).startswith("=="):
        page.write_formula(row, column, value[1:], None, "Green")
    elif value:
        page.write_string(row, column, value)


def as_saved_by_libreoffice(path: Path, suffix: str, options: str = "") -> Path:
    """The file as LibreOffice saves it in another format, or anew in the same."""
    office = program("localc")
    out = path.parent.parent / f"saved-{suffix}"
    profile = path.parent.parent / "profile"
    subprocess.run(
        [office, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
         f"{suffix}{options}", "--outdir", out, path],
        check=True, capture_output=True,
    )  # fmt: skip
    path.unlink()
    return (out / f"{path.stem}.{suffix}").rename(path.with_suffix(f".{suffix}"))
