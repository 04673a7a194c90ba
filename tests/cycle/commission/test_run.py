"""The leads of the sample are asked."""

import json
import shutil
import subprocess
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from openpyxl import load_workbook

from boardpack.cycle.commission.run import Commissioned, commission
from boardpack.cycle.commission.workbook import HEADERS
from boardpack.read.cycle import read_commissioned

ROOT = Path(__file__).parents[3]
BOARD = "2019-08-14"


def asked(folder: Path, today: date = date(2019, 7, 24)) -> Commissioned:
    inputs = folder / "inputs"
    if not inputs.exists():
        shutil.copytree(ROOT / "inputs", inputs, ignore=shutil.ignore_patterns("cycle"))
    return commission(inputs, folder / "outputs", ROOT / "templates", BOARD, today)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Commissioned]:
    folder = tmp_path_factory.mktemp("asked")
    return folder, asked(folder)


def every_byte(folder: Path) -> dict[str, bytes]:
    found = (*folder.glob("inputs/*/cycle/*"), *folder.glob("outputs/**/*"))
    return {str(path): path.read_bytes() for path in found if path.is_file()}


def header_row(sheet: object) -> int:
    rows = sheet.iter_rows(values_only=True)  # type: ignore[attr-defined]  # a worksheet of openpyxl
    return next(number for number, row in enumerate(rows, 1) if row[0] == "Key")


def test_each_lead_gets_a_workbook_and_a_draft(sample: tuple[Path, Commissioned]) -> None:
    _, made = sample
    assert len(made.asked) == 31
    names = {path.name for path in made.folder.iterdir()}
    slugs = {one.slug for one in made.asked}
    assert names == {f"{s}.xlsx" for s in slugs} | {f"{s}.eml" for s in slugs} | {"index.csv"}


def test_what_the_manager_has_to_put_right_is_told(sample: tuple[Path, Commissioned]) -> None:
    found = [(one.kind, one.source.cell) for one in sample[1].findings]
    assert found == [
        ("asked-of-nobody", "I99"),
        ("asked-of-nobody", "I79"),
        ("lead-without-address", "I85"),
    ]


def test_a_workbook_has_the_rows_with_key_stamp_and_checksum(
    sample: tuple[Path, Commissioned],
) -> None:
    _, made = sample
    one = next(one for one in made.asked if one.slug == "head-of-leaving-care")
    book = load_workbook(made.folder / f"{one.slug}.xlsx")
    sheet = book["Your actions"]
    header = header_row(sheet)
    assert tuple(cell.value for cell in sheet[header]) == HEADERS
    told = [[cell.value for cell in row[:3]] for row in sheet.iter_rows(min_row=header + 1)]
    stamp = made.commission.stamp
    assert told == [[row.sent.key, stamp, row.sent.checksum] for row in one.rows]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert all(sheet.column_dimensions[name].hidden for name in "ABC")
    locks = [cell.protection.locked for cell in sheet[header + 1]]
    assert locks == [True] * 12 + [False] * 5
    assert book.custom_doc_props["PlanVersion"].value == stamp  # type: ignore[attr-defined]  # not in its types


def test_a_draft_goes_to_the_lead_with_the_workbook(sample: tuple[Path, Commissioned]) -> None:
    folder = sample[1].folder
    data = (folder / "iro-manager.eml").read_bytes()
    message = message_from_bytes(data, policy=default)
    assert message["To"] == "iro.manager@marlshire.example.gov.uk"
    assert message["Subject"].strip().startswith("OFFICIAL: ")
    (attached,) = message.iter_attachments()
    assert attached.get_content() == (folder / "iro-manager.xlsx").read_bytes()


def test_again_changes_no_byte_and_a_changed_plan_makes_a_version(tmp_path: Path) -> None:
    asked(tmp_path)
    before = every_byte(tmp_path)
    assert not asked(tmp_path, date(2019, 7, 26)).is_new
    assert every_byte(tmp_path) == before
    settings = tmp_path / "inputs" / "board.toml"
    told = settings.read_text(encoding="utf-8")
    settings.write_text(told.replace("iro.manager@", "iro.office@"), encoding="utf-8")
    corrected = asked(tmp_path, date(2019, 7, 27))
    assert not corrected.is_new
    assert corrected.commission.stamp.startswith(f"{BOARD} v1 ")
    (kept,) = read_commissioned(tmp_path / "inputs" / BOARD / "cycle")
    assert "iro.office@marlshire.example.gov.uk" in {one.address for one in kept.returns}
    plan = tmp_path / "inputs" / BOARD / "plan.xlsx"
    book = load_workbook(plan)
    book["Open Actions"]["D10"] = "24.07.19 - Another word."
    book.save(plan)
    assert asked(tmp_path).commission.version == 2
    cycle = plan.parent / "cycle"
    assert [one.version for one in read_commissioned(cycle)] == [1, 2]
    assert (cycle / "sent-v2.xlsx").read_bytes() == plan.read_bytes()
    assert json.loads((cycle / "commissioned.json").read_text(encoding="utf-8"))[0]["version"] == 1


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_key_stamp_checksum_and_list_survive_another_program(
    sample: tuple[Path, Commissioned], tmp_path: Path, suffix: str
) -> None:
    one = sample[1].asked[0]
    path = sample[1].folder / f"{one.slug}.xlsx"
    for number, kind in enumerate((suffix, "xlsx")):
        there = tmp_path / str(number)
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        words = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(there)]
        subprocess.run([*words, str(path)], check=True, capture_output=True)
        path = there / f"{one.slug}.{kind}"
    sheet = load_workbook(path)["Your actions"]
    first = header_row(sheet) + 1
    sent = one.rows[0].sent
    told = [sheet.cell(first, column).value for column in (1, 2, 3)]
    assert told == [sent.key, sample[1].commission.stamp, sent.checksum]
    kinds = {rule.type for rule in sheet.data_validations.dataValidation}
    assert kinds == {"list", "date"}
