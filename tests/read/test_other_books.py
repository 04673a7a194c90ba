"""Plans in other formats than Excel's own."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from boardpack.errors import UnreadableWorkbook
from boardpack.read.plan import read_plan
from boardpack.single import is_observations

INPUTS = Path(__file__).parents[2] / "inputs"
FORMATS = Path(__file__).parents[1] / "data" / "formats"


def test_a_plan_kept_as_csv_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(
        "Delivery plan;;;;\n\nRef;Action;Owner;By when;RAG\n"
        '1;"Agree the offer;\nwith districts";Head of Housing;31/12/19;Amber\n',
        encoding="utf-8",
    )
    plan, findings = read_plan(path, "plan.csv")
    (action,) = plan.actions
    assert (action.ref, action.activity, action.rating) == (
        "1",
        "Agree the offer;\nwith districts",
        "amber",
    )
    assert [finding.kind for finding in findings] == ["other-format"]
    assert not is_observations(path)


def test_a_csv_of_measures_is_no_plan() -> None:
    assert is_observations(INPUTS / "2019-08-14" / "metrics" / "placements.csv")
    assert not is_observations(INPUTS / "2019-08-14" / "plan.xlsx")


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_a_plan_saved_in_another_format_gives_the_same_rows(suffix: str) -> None:
    """The files of tests/data/formats are one workbook, saved by LibreOffice in three formats."""
    own, _ = read_plan(FORMATS / "plan.xlsx", "plan")
    other, findings = read_plan(FORMATS / f"plan.{suffix}", "plan")
    assert len(own.actions) == 3
    assert [replace(action, cells={}) for action in other.actions] == [
        replace(action, cells={}) for action in own.actions
    ]
    assert other.objectives == own.objectives
    assert findings[0].kind == "other-format"


@pytest.mark.parametrize("suffix", ["xls", "xlsb", "ods"])
def test_what_is_none_of_these_is_refused_in_words(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"plan.{suffix}"
    path.write_bytes(b"not a workbook at all")
    with pytest.raises(UnreadableWorkbook) as refused:
        read_plan(path, path.name)
    assert str(refused.value) == (
        f"{path}: the file is named as a workbook and is not one, or it was cut off. "
        "Open it in Excel and save it as an Excel Workbook (.xlsx)."
    )


def with_content(path: Path, before: bytes, after: bytes) -> Path:
    with zipfile.ZipFile(FORMATS / "plan.ods") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert before in parts["content.xml"]
    parts["content.xml"] = parts["content.xml"].replace(before, after, 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def test_an_ods_that_would_unpack_beyond_all_bounds_is_refused(tmp_path: Path) -> None:
    path = with_content(tmp_path / "plan.ods", b"<text:p>", b"<text:p>" + b" " * 30_000_000)
    with pytest.raises(UnreadableWorkbook, match="would unpack to 30 MB"):
        read_plan(path, path.name)


def test_an_ods_whose_cell_stands_a_thousand_million_times_is_refused(tmp_path: Path) -> None:
    cell = b'<table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>x</text:p></table:table-cell>'
    row = b'<table:table-row table:number-rows-repeated="6000">' + cell + b"</table:table-row>"
    path = with_content(tmp_path / "plan.ods", b"</table:table>", row + b"</table:table>")
    with pytest.raises(UnreadableWorkbook, match="a sheet repeats a cell without end"):
        read_plan(path, path.name)


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_a_workbook_that_was_cut_off_is_refused(tmp_path: Path, suffix: str) -> None:
    whole = (FORMATS / f"plan.{suffix}").read_bytes()
    path = tmp_path / f"plan.{suffix}"
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadableWorkbook, match=r"Open it in Excel and save it"):
        read_plan(path, path.name)
