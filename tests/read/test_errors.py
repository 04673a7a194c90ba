"""One input that cannot be read at all for each refusal, with its whole message."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from boardpack.cycle.collect.ledger import read_ledger
from boardpack.cycle.send.record import read_sent
from boardpack.deliver.manifest import input_hashes
from boardpack.errors import (
    EmptyPlan,
    InputError,
    MissingInput,
    NoPlanSheet,
    NoReturnTables,
    RequiredPaper,
    UnreadableCycle,
    UnreadablePaper,
    UnreadableRecord,
    UnreadableSent,
    UnreadableText,
    UnreadableWorkbook,
    VanishedInput,
)
from boardpack.model.board import AgendaItem, Purpose
from boardpack.read.cycle import read_commissioned
from boardpack.read.issued import read_issued
from boardpack.read.metrics import read_metrics
from boardpack.read.papers import opened_paper, read_papers, refuse_without
from boardpack.read.plan import read_plan
from boardpack.read.ssda903.folder import read_return
from boardpack.read.text import read_csv
from boardpack.read.workbook import read_grids
from tests.read.books import HEADER, write_book
from tests.read.pdfs import write_pdf

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ITEM = AgendaItem("5", "Home", "Head", 10, Purpose.DECISION, "home.pdf", None, None, required=True)
_SAVE = "Open it in Excel and save it as an Excel Workbook (.xlsx)."


def plan(path: Path) -> object:
    return read_plan(path, path.name)


def file(name: str, data: bytes, read: Callable[[Path], object]) -> Callable[[Path], object]:
    def write_and_read(folder: Path) -> object:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
        return read(folder / name)

    return write_and_read


def damaged(folder: Path) -> object:
    path = folder / "plan.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "a zip and no workbook")
    return read_grids(path)


def changed_paper(folder: Path) -> object:
    write_pdf(folder / "home.pdf")
    (paper,), _ = read_papers(folder, "papers", (ITEM,))
    write_pdf(folder / "home.pdf", (595, 842), (595, 842))
    with opened_paper(paper) as pdf:
        return pdf


def required_paper(folder: Path) -> object:
    papers, _ = read_papers(folder, "papers", (ITEM,))
    refuse_without(papers)
    return papers


REFUSALS: list[tuple[type[InputError], Callable[[Path], object], str]] = [
    (
        UnreadableRecord,
        file("issued.json", b"{}", lambda path: read_issued(path.parent)),
        "{folder}/issued.json: it is not as `boardpack issue` wrote it. Put it back from a copy, or delete it to begin with version 1.",
    ),
    (
        VanishedInput,
        lambda folder: input_hashes([("paper", folder / "paper.pdf")]),
        "{folder}/paper.pdf: the file cannot be read any longer (No such file or directory). Put it back, and build again.",
    ),
    (
        MissingInput,
        lambda folder: plan(folder / "plan.xlsx"),
        "{folder}/plan.xlsx: the workbook is missing. Put it there, or name another.",
    ),
    (
        MissingInput,
        lambda folder: read_csv(folder / "a.csv"),
        "{folder}/a.csv: the file is missing. Put it there.",
    ),
    (
        MissingInput,
        lambda folder: read_metrics(folder, "metrics"),
        "{folder}: every metrics file is missing. Export the measures as CSV into this folder.",
    ),
    (
        UnreadableWorkbook,
        file("plan.xlsx", _OLE2, plan),
        "{folder}/plan.xlsx: the workbook is protected with a password. Save a copy without a password.",
    ),
    (
        UnreadableWorkbook,
        file("plan.docx", _OLE2, plan),
        f'{{folder}}/plan.docx: a file that ends in ".docx" is not read. {_SAVE}',
    ),
    (
        UnreadableWorkbook,
        file("plan.xlsx", b"", plan),
        "{folder}/plan.xlsx: the file is empty. Copy it again from where it is kept.",
    ),
    (
        UnreadableWorkbook,
        file("plan.xlsx", b"PK\x03\x04 and then it was cut off", plan),
        f"{{folder}}/plan.xlsx: the file is named as a workbook and is not one, or it was cut off. {_SAVE}",
    ),
    (
        UnreadableWorkbook,
        damaged,
        "{folder}/plan.xlsx: the workbook is damaged (\"There is no item named '[Content_Types].xml' in the archive\"). "
        + _SAVE,
    ),
    (
        NoPlanSheet,
        lambda folder: plan(
            write_book(folder / "plan.xlsx", {"About": [["words"]], "Costs": [["a", "b"]]})
        ),
        (
            "{folder}/plan.xlsx: no plan found on its sheets (About, Costs). A plan sheet has a header row "
            "with at least an activity (or action) and two of: rating, due date, lead, progress."
        ),
    ),
    (
        EmptyPlan,
        lambda folder: plan(
            write_book(
                folder / "plan.xlsx",
                {"About": [["words"]], "Open": [["title"], HEADER], "Done": [HEADER]},
            )
        ),
        (
            '{folder}/plan.xlsx: a plan\'s header stands on sheet "Open" in row 2, "Done" in row 1, and no action below it. '
            "Add the actions, or name another workbook."
        ),
    ),
    (
        UnreadableText,
        file("a.csv", b"", read_csv),
        "{folder}/a.csv: the file is empty. Export it again, with its heading line.",
    ),
    (
        UnreadableText,
        file("a.csv", b"a,b\0\n", read_csv),
        "{folder}/a.csv: the file is not text. Export it again as CSV.",
    ),
    (
        UnreadableText,
        file("a.csv", b"a,b\n\x81\x8d\n", read_csv),
        "{folder}/a.csv: the file is not text. Export it again as CSV in UTF-8.",
    ),
    (
        UnreadableText,
        file("a.csv", b"\xff\xfea\x00b", read_csv),
        "{folder}/a.csv: the file is not text. Export it again as CSV in UTF-8.",
    ),
    (
        UnreadableText,
        file("a.csv", b"a,b\n1,2\n\n1,2,3\n", read_csv),
        "{folder}/a.csv: line 4 has 3 cells and the heading 2. Export it again.",
    ),
    (
        UnreadableText,
        file("a.csv", b'a,b\n1,2\n"1,2\n3,4\n', read_csv),
        "{folder}/a.csv: the row that starts on line 3 cannot be read (unexpected end of data). Mend its quotation marks.",
    ),
    (
        NoReturnTables,
        lambda folder: read_return(folder, date(2018, 4, 1), date(2019, 3, 31)),
        (
            "{folder}: no table of the SSDA903 return found. Export the tables as CSV into this folder, with "
            "the headings of the return, such as CHILD, DECOM and RNE."
        ),
    ),
    (
        UnreadablePaper,
        changed_paper,
        "{folder}/home.pdf: it was changed after it was read. Build the pack again.",
    ),
    (
        UnreadableCycle,
        file("collected.json", b"[{}]", lambda path: read_ledger(path.parent)),
        (
            "{folder}/collected.json: it is not as `boardpack collect` wrote it. Put it back from a copy "
            "of the folder."
        ),
    ),
    (
        UnreadableCycle,
        file("commissioned.json", b"{", lambda path: read_commissioned(path.parent)),
        (
            "{folder}/commissioned.json: it is not as `boardpack commission` wrote it. Put it back from a "
            "copy of the folder."
        ),
    ),
    (
        UnreadableSent,
        file("cycle/sent.json", b"{", lambda path: read_sent(path.parent.parent)),
        (
            "{folder}/cycle/sent.json: it is not as `boardpack send` wrote it. Nothing was sent. Put it back from "
            "a copy. If you delete it, everyone on the list counts as not having the pack."
        ),
    ),
    (
        RequiredPaper,
        required_paper,
        (
            "The pack is not made without a paper that is required: item 5 needs {folder}/home.pdf, but "
            "it is not in the folder of papers. Put it right, or take out required = true in agenda.toml."
        ),
    ),
]


@pytest.mark.parametrize(
    ("kind", "read", "message"),
    REFUSALS,
    ids=[f"{kind.__name__}-{n}" for n, (kind, _, _) in enumerate(REFUSALS)],
)
def test_a_refusal_says_where_what_and_what_to_do(
    tmp_path: Path, kind: type[InputError], read: Callable[[Path], object], message: str
) -> None:
    with pytest.raises(kind) as refusal:
        read(tmp_path)
    assert str(refusal.value) == message.replace("{folder}", str(tmp_path))
    assert refusal.value.exit_code == 3


def test_every_refusal_of_an_input_has_a_test() -> None:
    known = {kind for kind in InputError.__subclasses__() if kind.__module__ == "boardpack.errors"}
    assert known == {kind for kind, _, _ in REFUSALS}
