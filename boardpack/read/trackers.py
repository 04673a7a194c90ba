"""The board's smaller lists: the action log (CSV) and the inspection recommendations (workbook)."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from boardpack.findings import Finding
from boardpack.model.board import Answer, LoggedAction, Recommendation
from boardpack.model.plan import Due, Plan, SmallTable
from boardpack.model.source import Source
from boardpack.read.due import read_due
from boardpack.read.faults import MISSING_COLUMN
from boardpack.read.grid import Cell
from boardpack.read.plan import read_plan
from boardpack.read.text import read_csv, unguarded

_ANSWER_COLUMNS = {"code", "sheet", "ref", "answer"}
LOG_COLUMNS = ("ref", "raised", "action", "owner", "due", "status", "update")


def read_action_log(path: Path, label: str) -> tuple[tuple[LoggedAction, ...], tuple[Finding, ...]]:
    """The lines of the board's action log, in the order of the file."""
    file = read_csv(path)
    if "action" not in file.columns:
        columns = ", ".join(LOG_COLUMNS)
        return (), (MISSING_COLUMN.at(Source(label, line=1), column="action", columns=columns),)
    return tuple(_logged(row, Source(label, line=line)) for line, row in file.lines), ()


def _logged(row: Mapping[str, str], source: Source) -> LoggedAction:
    text = {column: unguarded(row.get(column, "")) for column in LOG_COLUMNS}
    return LoggedAction(
        ref=text["ref"],
        raised=text["raised"],
        action=text["action"],
        owner=text["owner"],
        due=_due(text["due"]),
        status=text["status"],
        update=text["update"],
        source=source,
        exempt=row.get("exempt", ""),
    )


def _due(text: str) -> Due:
    return read_due(Cell(1, 1, text or None))[0]


def read_answers(path: Path, label: str) -> tuple[tuple[Answer, ...], tuple[Finding, ...]]:
    """The leads' answers to the questions of a board, from a CSV; a meeting without the file has none."""
    if not path.is_file():
        return (), ()
    file = read_csv(path)
    missing = [name for name in ("code", "sheet", "ref", "answer") if name not in file.columns]
    if missing:
        columns = "code, sheet, objective, ref, answer"
        return (), (MISSING_COLUMN.at(Source(label, line=1), column=missing[0], columns=columns),)
    answers = (
        Answer(
            question=row["code"],
            sheet=row["sheet"],
            objective=int(row["objective"]) if row.get("objective", "").isdecimal() else None,
            ref=row["ref"],
            text=row["answer"],
            source=Source(label, line=line),
        )
        for line, row in file.lines
    )
    return tuple(answer for answer in answers if answer.text), ()


def answers_of_sheets(plan: Plan) -> tuple[Answer, ...]:
    """The answers on a sheet of the plan's workbook: a table with the columns code, sheet, ref and answer."""
    return tuple(
        Answer(
            question=cells["code"],
            sheet=cells["sheet"],
            objective=int(cells["objective"]) if cells.get("objective", "").isdecimal() else None,
            ref=cells["ref"],
            text=cells["answer"],
            source=Source(plan.file, table.sheet),
        )
        for table in plan.tables
        if {heading.casefold() for heading in table.header} >= _ANSWER_COLUMNS
        for cells in _by_heading(table)
        if cells["answer"]
    )


def _by_heading(table: SmallTable) -> Iterator[dict[str, str]]:
    for row in table.rows:
        yield dict(zip((heading.casefold() for heading in table.header), row, strict=False))


def read_recommendations(
    path: Path, label: str
) -> tuple[tuple[Recommendation, ...], tuple[Finding, ...]]:
    """The recommendations of the inspection: read as a plan, for it has a plan's columns."""
    plan, findings = read_plan(path, label)
    found = tuple(
        Recommendation(
            number=action.ref or "",
            text=action.activity,
            position=action.progress,
            rating=action.rating,
            rating_text=action.rating_text,
            plan_refs=action.plan_ref or "",
            lead=action.lead_text,
            due=action.due,
            source=action.source(),
        )
        for action in plan.actions
    )
    return found, findings
