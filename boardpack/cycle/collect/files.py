"""The files that came back: those of the folder, and the workbooks in mails that were saved there."""

import email
import email.policy
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from boardpack.cycle.collect import faults
from boardpack.cycle.collect.answers import Taken, take
from boardpack.cycle.collect.reading import read_return
from boardpack.cycle.collect.whole_plan import PlanFile, take_plan
from boardpack.errors import InputError, NoPlanSheet
from boardpack.findings import Finding
from boardpack.model.cycle import Commission
from boardpack.model.source import Source
from boardpack.read.meeting import label_of
from boardpack.read.plan import read_plan

_BOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"})
_LEFT_BY_PROGRAMS = ("~$", ".", "~", "__macosx", "thumbs.db", "desktop.ini", "readme.txt")
_FIRST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back and what was taken from it."""

    file: str
    taken: Taken


def returned_files(
    folder: Path, inputs: Path, rounds: Sequence[Commission]
) -> tuple[Returned, ...]:
    """Every file of the folder and of its folders, in the order of their names."""
    found: list[Returned] = []
    for path in _files(folder):
        label = label_of(path, inputs)
        if path.suffix.lower() == ".eml":
            found += _of_mail(path, label, rounds)
        else:
            found.append(Returned(label, _read(path, label, rounds)))
    return tuple(found)


def _files(folder: Path) -> list[Path]:
    """The files without the locks and notes that programs, `boardpack new` too, leave beside them."""
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(
            part.lower().startswith(_LEFT_BY_PROGRAMS) for part in path.relative_to(folder).parts
        )
    )


def _read(path: Path, label: str, rounds: Sequence[Commission]) -> Taken:
    if path.suffix.lower() not in _BOOKS:
        return _odd(faults.NO_RETURN.at(Source(label), why="it is no workbook"))
    try:
        file = read_return(path, label)
        if file.tables:
            return take(file, rounds)
        plan = read_plan(path, label)[0]
    except NoPlanSheet:
        return take(file, rounds)
    except InputError as refusal:
        # The sentence opens with the whole path, and a finding names its file itself.
        why = str(refusal).removeprefix(f"{path}: ")
        return _odd(faults.UNREADABLE.at(Source(label), why=why))
    return take_plan(PlanFile(label, file.name, file.sha256, file.modified, plan), rounds)


def _odd(finding: Finding) -> Taken:
    return Taken(findings=[finding])


def _of_mail(path: Path, label: str, rounds: Sequence[Commission]) -> Iterator[Returned]:
    """The workbooks that a mail carries, and a finding for what is written in the mail itself."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain",))
    words = " ".join(str(body.get_content()).split()) if body else ""
    if words:
        told = faults.MAIL_TEXT.at(Source(label), text=words[:_FIRST_WORDS])
        yield Returned(label, _odd(told))
    books = 0
    for part in message.iter_attachments():
        name = Path((part.get_filename() or "").replace("\\", "/")).name
        if Path(name).suffix.lower() in _BOOKS:
            books += 1
            with _unpacked(part.get_payload(decode=True), name) as file:
                yield Returned(f"{label}/{name}", _read(file, f"{label}/{name}", rounds))
    if not books:
        told = faults.NO_RETURN.at(Source(label), why="the mail carries no workbook")
        yield Returned(label, _odd(told))


@contextmanager
def _unpacked(data: object, name: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data if isinstance(data, bytes) else b"")
        yield path
