"""The leads are asked: workbooks, drafts and an index put in place, and what was asked recorded."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from boardpack.analysis.calendar import cycle_dates
from boardpack.cycle.commission.asking import Asked, ask, faults
from boardpack.cycle.commission.letters import draft
from boardpack.cycle.commission.rows import rows_of
from boardpack.cycle.commission.workbook import Round, workbook
from boardpack.cycle.record import commissioned_bytes, sent_name
from boardpack.deliver.file import replace_file
from boardpack.deliver.folder import replace_folder
from boardpack.deliver.manifest import sha256
from boardpack.findings import Finding
from boardpack.model.cycle import Commission, SentReturn
from boardpack.pipeline import COMMISSION, examine
from boardpack.read.cycle import COMMISSIONED, FOLDER, read_commissioned
from boardpack.read.text import guarded
from boardpack.renderers.interface import Output
from boardpack.settings import Settings, load_settings

INDEX = "index.csv"
_STAMPED = 8


@dataclass(frozen=True, slots=True)
class Commissioned:
    """What was asked of whom, where the files are, and what the manager has to put right."""

    commission: Commission
    folder: Path
    asked: tuple[Asked, ...]
    findings: tuple[Finding, ...]
    back_by: date
    is_new: bool


def commission(
    inputs: Path, outputs: Path, templates: Path, board: str | None, today: date
) -> Commissioned:
    """A workbook and a draft for each lead. An unchanged plan gives the same files once more.

    Only a changed plan makes a new version: who is asked, and at which address, may be corrected
    without making what was sent look stale.

    The record is written last, so that it never tells of files that are not there.
    """
    settings = load_settings(inputs / "board.toml")
    seen = examine(inputs, board)
    meeting = seen.meeting
    name = meeting.date.isoformat()
    asked = ask(meeting.plan, name, settings.leads, seen.findings)
    plan = meeting.folder / Path(meeting.plan.file).name
    data = plan.read_bytes()
    cycle = meeting.folder / FOLDER
    rounds = read_commissioned(cycle)
    digest = sha256(data)
    new = Commission(
        board=name,
        version=len(rounds) + 1,
        stamp=f"{name} v{len(rounds) + 1} {digest[:_STAMPED]}",
        date=today.isoformat(),
        plan=plan.name,
        plan_sha256=digest,
        returns=tuple(_sent(one) for one in asked),
        rows=rows_of(meeting.plan, name),
    )
    is_new = not rounds or (new.plan_sha256, new.rows) != (rounds[-1].plan_sha256, rounds[-1].rows)
    now = new if is_new else replace(rounds[-1], returns=new.returns)
    around = Round(
        board=meeting.date,
        name=settings.board.name,
        marking=settings.board.marking,
        stamp=now.stamp,
        made=date.fromisoformat(now.date),
        back_by=cycle_dates(meeting.date, settings.cycle).returns,
    )
    target = outputs / name / COMMISSION
    replace_folder(target, _files(asked, around, settings, templates))
    replace_file(cycle / sent_name(now.version, now.plan), data)
    before = rounds if is_new else rounds[:-1]
    if rounds != (*before, now):
        replace_file(cycle / COMMISSIONED, commissioned_bytes((*before, now)))
    found = faults(meeting.plan, name, asked, settings.leads, f"{inputs.resolve().name}/board.toml")
    return Commissioned(now, target, asked, found, around.back_by, is_new)


def _sent(one: Asked) -> SentReturn:
    keys = tuple(row.sent.key for row in one.rows)
    return SentReturn(one.lead, one.address, f"{one.slug}.xlsx", keys)


def _files(
    asked: Sequence[Asked], around: Round, settings: Settings, templates: Path
) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for one in asked:
        book = Output(f"{one.slug}.xlsx", workbook(one, around))
        files[book.name] = book.data
        files[f"{one.slug}.eml"] = draft(one, book, around, settings, templates)
    return {**files, INDEX: _index(asked)}


def _index(asked: Sequence[Asked]) -> bytes:
    """The leads as a table. It has a byte order mark, so that Excel reads it as UTF-8."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(("lead", "address", "rows", "questions", "file"))
    for one in asked:
        count = len(one.questions)
        table.writerow(
            (guarded(one.lead), one.address or "", len(one.rows), count, f"{one.slug}.xlsx")
        )
    return text.getvalue().encode("utf-8-sig")
