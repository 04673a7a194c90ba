"""The pack that is published: what is suppressed is in no byte of any of its files."""

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from tests.end_to_end import council
from tests.end_to_end.conftest import files_of, run

SETTINGS = """
localities = ["North", "Central", "East"]

[charts]
trends = ["harm", "share"]
localities = ["harm"]
"""
DEFINITIONS = """metric,title,unit,good,target,audience
harm,Children at risk of harm,count,low,7000,public
share,Interviews held in time,percent,high,90,public
inside,Vacancies in the duty team,count,low,2,members
"""
MONTHS = [f"{2024 + (n + 8) // 12}-{(n + 8) % 12 + 1:02}" for n in range(18)]
HEADINGS = ("No", "Action", "Owner", "By when", "Status", "Comments", "Current Data", "Target Data")
ROW = (1, "Recruit carers", "Head of Fostering", "31/08/2026", "On track", "12/02/2026 - Begun")
HIDDEN = {
    "the small count's neighbour, which would give it away": r"(?<![\w.,+/])3,?187(?!\w)",
    "the small count itself, in the data of a chart": r"<c:v>3(?:\.0)?</c:v>",
    "a percentage of a small numerator": r"(?<![\w.,+/])44\.4(?:\d*%|4)",
    "a figure of the plan": r"5 homes of 4713",
    "a small number of a table, with the next smallest": r"\b6931\b",
    "a measure for members alone": r"Vacancies in the duty team",
}


def lines() -> Iterator[str]:
    yield "metric,period,area,value,numerator,denominator"
    for place, month in enumerate(MONTHS):
        last = place == len(MONTHS) - 1
        parts = (3, 3187, 4123) if last else (2100 + place, 2300 + place, 2900 + place)
        for area, value in zip(("North", "Central", "East"), parts, strict=True):
            yield f"harm,{month},{area},{value},,"
        yield f"harm,{month},Borough,{sum(parts)},,"
        share = (44.44, 4, 9) if last else (80 + place / 10, 400 + place // 2, 500)
        yield f"share,{month},Borough,{share[0]},{share[1]},{share[2]}"
        yield f"inside,{month},Borough,{10 + place},,"


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs")
    meeting = council.write(folder, HEADINGS, ((*ROW, "5 homes of 4713", "90%"),))
    (folder / "board.toml").write_text(council.BOARD + SETTINGS)
    (meeting / "metrics" / "definitions.csv").write_text(DEFINITIONS)
    (meeting / "metrics" / "kpi.csv").write_text("\n".join(lines()))
    book = openpyxl.load_workbook(meeting / "plan.xlsx")
    sheet = book.create_sheet("Appendix")
    for row in (
        ("Age", "North", "Central", "East", "Total"),
        ("Year 12", 2, 6931, 8467, 15400),
        ("Year 13", 7541, 7547, 7549, 22637),
    ):
        sheet.append(row)
    book.save(meeting / "plan.xlsx")
    return folder


@pytest.fixture(scope="module", params=["public", "members"])
def pack(
    request: pytest.FixtureRequest, inputs: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Mapping[str, bytes]]:
    folder = tmp_path_factory.mktemp(request.param)
    ran = run("build", "--inputs", inputs, "--outputs", folder, "--audience", request.param)
    assert (ran.code, ran.err) == (0, "")
    return request.param, files_of(folder)


def told(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """The text of a file and of everything inside it, by where it stands."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.namelist():
                yield from told(f"{name}/{part}", archive.read(part))
    elif name.endswith(".pdf"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            yield name, str(pdf.docinfo) + str(pdf.Root.get("/Metadata", ""))
        read = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
        yield name, read.stdout.decode()
    else:
        yield name, data.decode("utf-8", errors="replace")


def found(files: Mapping[str, bytes]) -> dict[str, set[str]]:
    """What should be hidden, and the files that show it."""
    texts = [(name, text) for file, data in files.items() for name, text in told(file, data)]
    assert any("xlsx" in name for name, _ in texts), "the charts of the deck carry their data"
    return {
        what: {name for name, text in texts if re.search(form, text)}
        for what, form in HIDDEN.items()
    }


def test_nothing_that_is_suppressed_is_in_any_file(pack: tuple[str, Mapping[str, bytes]]) -> None:
    audience, files = pack
    shown = {what for what, names in found(files).items() if names}
    if audience == "members":  # the search would find it, if it were there
        assert len(shown) >= len(HIDDEN) - 1
    else:
        assert {name.rsplit(".", 1)[-1] for name in files} == {"pdf", "html", "pptx", "json"}
        assert shown == set()


def test_what_need_not_be_hidden_is_shown(pack: tuple[str, Mapping[str, bytes]]) -> None:
    _, files = pack
    page = next(data for name, data in files.items() if name.endswith(".html")).decode()
    assert "4,123" in page
    assert "7,547" in page or "7547" in page
