"""What cannot be built is refused in one sentence, and the last good pack stays as it was."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.end_to_end import council
from tests.end_to_end.conftest import TEMPLATES, Ran, files_of, run

LAST_PACK = {"pack.pdf": b"the last good pack", "mail/pack.eml": b"its letter"}


class Desk:
    """A council's inputs, templates and outputs, with the last pack in its place."""

    def __init__(self, folder: Path) -> None:
        self.inputs, self.outputs = folder / "inputs", folder / "outputs"
        self.templates = Path(shutil.copytree(TEMPLATES, folder / "templates"))
        self.meeting = council.write(self.inputs)
        self.pack = self.outputs / council.MEETING
        for name, data in LAST_PACK.items():
            (self.pack / name).parent.mkdir(parents=True, exist_ok=True)
            (self.pack / name).write_bytes(data)

    def build(self, *more: str) -> Ran:
        places = ("--inputs", self.inputs, "--outputs", self.outputs, "--templates", self.templates)
        return run("build", *places, "--formats", "html", *more)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _no_plan_sheet(desk: Desk) -> None:
    workbook = Workbook()
    assert workbook.active is not None
    workbook.active.title = "Notes"
    workbook.active.append(("Only", "words"))
    workbook.save(desk.meeting / "plan.xlsx")


def _empty_metrics(desk: Desk) -> None:
    for path in (desk.meeting / "metrics").iterdir():
        path.unlink()


def _template(text: str) -> Callable[[Desk], object]:
    return lambda desk: (desk.templates / "pack" / "pack.md.j2").write_text(f"# Ours\n\n{text}\n")


def _file(name: str, data: bytes) -> Callable[[Desk], object]:
    return lambda desk: (desk.inputs / name).write_bytes(data)


def _without(name: str) -> Callable[[Desk], object]:
    return lambda desk: (desk.inputs / name).unlink()


PLAN, CSV = "2026-03-11/plan.xlsx", "2026-03-11/metrics/kpi.csv"

REFUSALS: dict[str, tuple[Callable[[Desk], object], int, str]] = {
    "no settings": (
        _without("board.toml"),
        3,
        "{inputs}/board.toml: the file is missing. Copy one from another board's folder and change its words.",
    ),
    "no agenda": (
        _without("2026-03-11/agenda.toml"),
        3,
        "{meeting}/agenda.toml: the file is missing. Copy one from the last meeting's folder and change its items.",
    ),
    "no workbook": (
        _without(PLAN),
        3,
        "{meeting}/plan.xlsx: the workbook is missing. Put it there, or name another.",
    ),
    "an empty workbook": (
        _file(PLAN, b""),
        3,
        "{meeting}/plan.xlsx: the file is empty. Copy it again from where it is kept.",
    ),
    "no workbook by content": (
        _file(PLAN, b"PK this is no workbook"),
        3,
        (
            "{meeting}/plan.xlsx: the file is named as a workbook and is not one, or it was cut off. "
            "Open it in Excel and save it as an Excel Workbook (.xlsx)."
        ),
    ),
    "a workbook with a password": (
        _file(PLAN, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        3,
        "{meeting}/plan.xlsx: the workbook is protected with a password. Save a copy without a password.",
    ),
    "no plan sheet": (
        _no_plan_sheet,
        3,
        (
            "{meeting}/plan.xlsx: no plan found on its sheets (Notes). A plan sheet has a header row with at least "
            "an activity (or action) and two of: rating, due date, lead, progress."
        ),
    ),
    "an empty metrics folder": (
        _empty_metrics,
        3,
        "{meeting}/metrics: every metrics file is missing. Export the measures as CSV into this folder.",
    ),
    "a CSV that is not text": (
        _file(CSV, b"PK\x03\x04\x00\x00"),
        3,
        "{meeting}/metrics/kpi.csv: the file is not text. Export it again as CSV.",
    ),
    "an empty CSV": (
        _file(CSV, b""),
        3,
        "{meeting}/metrics/kpi.csv: the file is empty. Export it again, with its heading line.",
    ),
    "a setting that is none": (
        _file("board.toml", council.BOARD.replace("chair", "chairman").encode()),
        4,
        (
            "{inputs}/board.toml: board.chair is missing. Add it.\n"
            "{inputs}/board.toml: board.chairman is not a setting. Correct its spelling or take it out."
        ),
    ),
    "a colour that cannot be read": (
        lambda desk: (desk.templates / "style.toml").write_text(
            '[colours]\ncomparator = "#AAAAAA"\n'
        ),
        4,
        (
            "{templates}/style.toml: colours.comparator (#AAAAAA) on white has a contrast of 2.32 to "
            "1, and 3 to 1 is needed. Make it darker."
        ),
    ),
    "an unknown chart": (
        _template('{{ chart("ratings") }}'),
        5,
        'pack.md.j2, line 3: there is no chart "ratings". Charts: ',
    ),
    "an unknown table": (
        _template('{{ table("ratings") }}'),
        5,
        'pack.md.j2, line 3: there is no table "ratings". Tables: ',
    ),
    "an unknown name": (
        _template("{{ ratings }}"),
        5,
        "pack.md.j2, line 3: 'ratings' is undefined.",
    ),
    "a link to nowhere": (
        _template("[words](#nowhere)"),
        5,
        'pack: there is no heading "#nowhere" to link to. Name the anchor of a heading.',
    ),
    "no templates": (
        lambda desk: shutil.rmtree(desk.templates),
        5,
        (
            'pack.md.j2: there is no template "pack.md.j2" in {templates}/pack. '
            "Put it there, or name another folder."
        ),
    ),
    "no meeting": (
        lambda desk: desk.meeting.rename(desk.inputs / "next meeting"),
        2,
        (
            "{inputs}: no meeting found. Make a folder named by the board's date, such as {inputs}/2026-12-09, "
            "with plan.xlsx in it."
        ),
    ),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_it_is_refused_in_words_and_nothing_is_written(desk: Desk, name: str) -> None:
    spoil, code, said = REFUSALS[name]
    spoil(desk)
    ran = desk.build()
    places = {
        "{inputs}": str(desk.inputs),
        "{meeting}": str(desk.meeting),
        "{templates}": str(desk.templates),
    }
    for place, path in places.items():
        said = said.replace(place, path)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(said) if said.endswith(": ") else ran.err == f"{said}\n"
    assert "Traceback" not in ran.err
    assert files_of(desk.pack) == LAST_PACK
    assert list(desk.outputs.iterdir()) == [desk.pack]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            ("2026-13-01",),
            "{inputs}/2026-13-01: no such folder. Name a meeting by its date, such as 2026-12-09.",
        ),
        (
            ("--formats", "pdf,word"),
            '"word" is not an output. Choose from: brief, highlight, html, mail, pdf, slides.',
        ),
        (
            ("--formats", ""),
            '"" is not an output. Choose from: brief, highlight, html, mail, pdf, slides.',
        ),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(desk: Desk, more: tuple[str, ...], said: str) -> None:
    ran = desk.build(*more)
    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        said.replace("{inputs}", str(desk.inputs)) + "\n",
    )
    assert files_of(desk.pack) == LAST_PACK


@pytest.mark.parametrize("words", [("bild",), ("build", "--format", "pdf"), ("read",)])
def test_words_that_are_no_command_end_with_2(words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert "Usage: boardpack" in ran.err


def test_outputs_that_cannot_be_written_end_with_6(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("x")
    ran = desk.build("--outputs", str(tmp_path / "a file" / "outputs"))
    assert ran.code == 6
    assert "the folder cannot be written (" in ran.err
    assert "Traceback" not in ran.err


def test_a_good_build_replaces_the_last_pack_whole(desk: Desk) -> None:
    ran = desk.build()
    assert (ran.code, ran.err) == (0, "")
    assert set(files_of(desk.pack)) == {"pack.html", "build.json"}
    assert list(desk.outputs.iterdir()) == [desk.pack]


def test_check_ends_with_1_where_a_finding_is_an_error_and_writes_nothing(desk: Desk) -> None:
    places = ("--inputs", desk.inputs)
    fine = run("check", *places)
    assert (fine.code, fine.err) == (0, "")
    assert fine.out.splitlines()[-1].startswith("0 errors, ")
    (desk.inputs / CSV).write_text(council.METRICS + "in_care,some day,Borough,3\n")
    faulty = run("check", *places)
    assert faulty.code == 1
    assert (
        f'inputs/{CSV}, line 4: "some day" is not a period, and the line is left out.' in faulty.out
    )
    assert desk.build().code == 0, "a finding keeps no pack from being built"
