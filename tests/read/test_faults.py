"""One broken cell, line or file for each fault that a reader tells of, with its whole message."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from boardpack.findings import Finding, FindingKind, registered
from boardpack.model.board import AgendaItem, Purpose
from boardpack.read import faults, spc_faults
from boardpack.read.definitions import read_definitions
from boardpack.read.figures.reader import read_observations
from boardpack.read.metrics import read_metrics
from boardpack.read.papers import faults as faults_of_papers
from boardpack.read.papers import read_papers
from boardpack.read.plan import read_plan
from boardpack.read.ssda903 import faults as faults_of_returns
from boardpack.read.trackers import read_action_log
from tests.read.books import HEADER, Formula, Styled, read_book, read_rows, row
from tests.read.pdfs import write_pdf

DEFINED = (
    "metric,title,unit,good,target\ncla_rate,Rate,rate_10k,low,60\nshare,Share,percent,high,50\n"
)
COUNTED = "metric,area,period,value,numerator,denominator\ncla_rate,County,2019-07,79.7,,\nshare,County,2019-07,50,1,2\n"


def of_row(**changes: Any) -> Callable[[Path], tuple[Finding, ...]]:
    return lambda folder: read_rows(folder, row(**changes))[1]


def of_table(table: list[list[Any]], **options: Any) -> Callable[[Path], tuple[Finding, ...]]:
    return lambda folder: read_book(
        folder, {"Actions": table, "Other": [HEADER, row()]}, **options
    )[1]


def of_metrics(
    definitions: str = DEFINED, observations: str = COUNTED
) -> Callable[[Path], tuple[Finding, ...]]:
    def read(folder: Path) -> tuple[Finding, ...]:
        (folder / "definitions.csv").write_text(definitions)
        (folder / "placements.csv").write_text(observations, encoding="utf-8")
        return read_metrics(folder, "metrics")[1]

    return read


def hidden_row(folder: Path) -> tuple[Finding, ...]:
    book = xlsxwriter.Workbook(str(folder / "plan.xlsx"))
    sheet = book.add_worksheet("Actions")
    for number, cells in enumerate([HEADER, row()]):
        sheet.write_row(number, 0, cells)
    sheet.set_row(1, None, None, {"hidden": True})
    book.close()
    return read_plan(folder / "plan.xlsx", "plan.xlsx")[1]


def no_result(folder: Path) -> tuple[Finding, ...]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Actions"
    sheet.append(HEADER)
    sheet.append(row(metric="=1+1"))
    book.save(folder / "plan.xlsx")
    return read_plan(folder / "plan.xlsx", "plan.xlsx")[1]


def of_papers(*names: str, agenda: str | None = None) -> Callable[[Path], tuple[Finding, ...]]:
    def read(folder: Path) -> tuple[Finding, ...]:
        for name in names:
            write_pdf(folder / name)
        item = AgendaItem("5", "Home", "Head", 10, Purpose.DECISION, agenda, None, None)
        return read_papers(folder, "papers", (item,))[1]

    return read


FAULTS: list[tuple[str, Callable[[Path], tuple[Finding, ...]], str]] = [
    (
        "impossible-date",
        of_row(due="31/04/19"),
        'plan.xlsx, Actions!J2: "31/04/19" is not a date (April has 30 days). Give a day that exists.',
    ),
    (
        "malformed-date",
        of_row(due="30.1119"),
        (
            'plan.xlsx, Actions!J2: "30.1119" is not written as a date is; it is read as 30 November 2019. '
            "Write it as 31/12/2019 or Dec 2019."
        ),
    ),
    (
        "malformed-date",
        of_row(progress="23.019 - x"),
        'plan.xlsx, Actions!D2: "23.019" is not written as a date is. Write it as 31/12/2019 or Dec 2019.',
    ),
    (
        "several-dates",
        of_row(due="Roll out Jan 19 Nov 19"),
        (
            'plan.xlsx, Actions!J2: "Roll out Jan 19 Nov 19" names 2 dates; the last one, 30 November 2019, is taken '
            "as the due date. Keep one due date and put the others in the progress column."
        ),
    ),
    (
        "ref-became-a-date",
        of_row(ref=Styled(date(2019, 2, 1), {"num_format": "d-mmm"})),
        (
            "plan.xlsx, Actions!A2: The ref is stored as the date 01/02/2019: Excel changed what was typed. "
            'It is read as "1-2". Format the cell as text and type the ref again.'
        ),
    ),
    (
        "odd-rating",
        of_row(rating="Amber/Red"),
        'plan.xlsx, Actions!K2: "Amber/Red" is read as Red. Use one of Blue, Red, Amber, Green.',
    ),
    (
        "unknown-rating",
        of_row(rating="Housing"),
        'plan.xlsx, Actions!K2: "Housing" is not a rating. Use one of Blue, Red, Amber, Green.',
    ),
    (
        "rating-by-colour-alone",
        of_row(rating=Styled(None, {"bg_color": "#FF0000"})),
        (
            "plan.xlsx, Actions!K2: The cell has a colour and no word; it is read as Red. "
            "Type the word, so that everyone can read it."
        ),
    ),
    (
        "hidden-row",
        hidden_row,
        (
            "plan.xlsx, Actions!A2: The row is hidden in Excel. It is read and shown in the pack. "
            "Unhide it, or move it to another workbook if the board is not to see it."
        ),
    ),
    (
        "text-beside-the-table",
        of_table([list(HEADER), [*row(), None, None, "ask HB"]]),
        (
            'plan.xlsx, Actions!N2: "ask HB" stands outside the columns of the table and belongs to no action. '
            "Move it to the progress cell of its action, or delete it."
        ),
    ),
    (
        "cell-error",
        of_row(metric=Formula("=1/0", "#DIV/0!")),
        "plan.xlsx, Actions!F2: The cell shows #DIV/0!. Mend the formula, or type the value.",
    ),
    (
        "formula-without-value",
        no_result,
        (
            "plan.xlsx, Actions!F2: The formula =1+1 has no stored result. "
            "Open the workbook in Excel, let it calculate, and save it."
        ),
    ),
    (
        "unknown-column",
        of_table([[*HEADER, "Cost"], [*row(), "£5"]]),
        (
            'plan.xlsx, Actions!L1: The pack has no place for the column "Cost"; what stands in it is kept with the notes. '
            "Nothing needs doing, unless it is one of the plan's columns: then rename its heading."
        ),
    ),
    (
        "hidden-sheet",
        of_table([list(HEADER), row()], hidden=["Other"]),
        (
            "plan.xlsx, sheet Other: The sheet is hidden in Excel. It is read, and what stands on it (1 row) is in the pack. "
            "Delete it if it is an old copy, or unhide it."
        ),
    ),
    (
        "not-a-number",
        of_metrics(observations=COUNTED + "cla_rate,North,2019-07,about 80,,\n"),
        (
            'metrics/placements.csv, line 4: "about 80" in column value is not a number. '
            "Give a number, or one of the markers c, x, z, low, u."
        ),
    ),
    (
        "not-a-period",
        of_metrics(observations=COUNTED + "cla_rate,North,Easter,80,,\n"),
        (
            'metrics/placements.csv, line 4: "Easter" is not a period, and the line is left out. '
            "Write 2019-07, Jul-19, Q1 2019/20, 2018/19, Autumn 2018 or 31/07/2019."
        ),
    ),
    (
        "no-definition",
        of_metrics(observations=COUNTED + "nobody,North,2019-07,1,,\nnobody,East,2019-07,1,,\n"),
        (
            'metrics/placements.csv, line 4: There is no definition of the measure "nobody" (2 lines), and it is left out. '
            "Add a line for it to definitions.csv."
        ),
    ),
    (
        "repeated-observation",
        of_metrics(observations=COUNTED + "cla_rate,County,Jul-19,81,,\n"),
        (
            "metrics/placements.csv, line 4: cla_rate, County, Jul-19 is given again: 81 here, 79.7 on line 2. "
            "The first is used. Keep one of the two lines."
        ),
    ),
    (
        "percentage-differs",
        of_metrics(observations=COUNTED + "share,North,2019-07,60.0,1,2\n"),
        (
            "metrics/placements.csv, line 4: 60% is given, but 1 out of 2 is 50.0%. The given value is shown. "
            "Correct the value, the numerator or the denominator."
        ),
    ),
    (
        "interpreted-value",
        of_metrics(observations=COUNTED + "cla_rate,North,2019-07,<5,,\n"),
        (
            'metrics/placements.csv, line 4: "<5" is read as the marker c. '
            "Give the number alone, or one of the markers c, x, z, low, u."
        ),
    ),
    (
        "interpreted-value",
        of_metrics(observations=COUNTED + "cla_rate,North,2019-07,1.5e3,,\n"),
        (
            'metrics/placements.csv, line 4: "1.5e3" is read as 1,500. '
            "Give the number alone, or one of the markers c, x, z, low, u."
        ),
    ),
    (
        "bare-year",
        of_metrics(observations=COUNTED + "cla_rate,North,2018,80,,\n"),
        (
            'metrics/placements.csv, line 4: "2018" is read as the calendar year, and a quarter as that of the year '
            "from April. Write 2018/19 or Q1 2018/19 for the year from April to March."
        ),
    ),
    (
        "no-heading",
        of_metrics(observations="cla_rate,2019-07,79.7\nshare,2019-07,50\n"),
        (
            "metrics/placements.csv, line 1: The file has no heading line; its columns are known by what they hold. "
            "Give it a heading line with: metric, period, area, value, numerator, denominator."
        ),
    ),
    (
        "open-quotation",
        of_metrics(observations=COUNTED + 'cla_rate,"North,2019-07,80,,\n'),
        (
            "metrics/placements.csv, line 4: A quotation mark opens here and is never closed: the file may have been "
            "cut off. From here on each line is read by itself. Export the file again."
        ),
    ),
    (
        "misread-letters",
        of_metrics(observations=COUNTED + "cla_rate,St Anne\u00e2\u20ac\u2122s,2019-07,80,,\n"),
        (
            'metrics/placements.csv, line 4: "St Anne\u00e2\u20ac\u2122s" was saved by a program that took UTF-8 for '
            "another encoding; it is kept as it stands. Export the file again as UTF-8."
        ),
    ),
    (
        "too-many-cells",
        of_metrics(observations=COUNTED + "cla_rate,North,2019-07,1,798,,5\n"),
        (
            "metrics/placements.csv, line 4: The line has 7 cells and there are 6 headings: a comma may have cut a "
            "number in two. Put numbers with commas between quotation marks, and look at the value."
        ),
    ),
    (
        "too-few-cells",
        of_metrics(observations=COUNTED + "cla_rate,North,2019-0"),
        (
            'metrics/placements.csv, line 4: The line that begins with "cla_rate" has no value, and is left out. '
            "Complete the line, or delete it."
        ),
    ),
    (
        "total-left-out",
        of_metrics(observations=COUNTED + "cla_rate,Total,2019-07,80,,\n"),
        (
            'metrics/placements.csv, line 4: What "Total" names sums up other lines or columns, and is left out. '
            "Name the area that it stands for, if it is one."
        ),
    ),
    (
        "numerator-exceeds-denominator",
        of_metrics(observations=COUNTED + "share,North,2019-07,150,3,2\n"),
        (
            "metrics/placements.csv, line 4: The numerator is 3 and the denominator 2. "
            "Correct the one that is wrong."
        ),
    ),
    (
        "denominator-of-nought",
        of_metrics(observations=COUNTED + "share,North,2019-07,,0,0\n"),
        (
            "metrics/placements.csv, line 4: The denominator is 0, so that there is no percentage. "
            "Leave the value empty, or give the marker z."
        ),
    ),
    (
        "missing-column",
        lambda folder: read_observations(_csv(folder, "metric,area,value\n"), "a.csv").findings,
        (
            "a.csv, line 1: There is no column period, and the file is left out. "
            "Give it a header line with: metric, period, area, value, numerator, denominator."
        ),
    ),
    (
        "missing-column",
        lambda folder: read_definitions(_csv(folder, "metric,unit\n"), "definitions.csv")[1],
        (
            "definitions.csv, line 1: There is no column title, and the file is left out. "
            "Give it a header line with: metric, title, unit, good, target."
        ),
    ),
    (
        "missing-column",
        lambda folder: read_action_log(_csv(folder, "ref,owner\n"), "action-log.csv")[1],
        (
            "action-log.csv, line 1: There is no column action, and the file is left out. "
            "Give it a header line with: ref, raised, action, owner, due, status, update."
        ),
    ),
    (
        "bad-definition",
        of_metrics(definitions=DEFINED + "x,X,furlongs,low,1\n"),
        (
            'metrics/definitions.csv, line 4: "furlongs" in column unit is not one of: '
            "percent, count, rate_10k, days, score, fte. The measure is left out. Correct the cell."
        ),
    ),
    (
        "bad-definition",
        of_metrics(definitions=DEFINED + "x,X,count,up,1\n"),
        (
            'metrics/definitions.csv, line 4: "up" in column good is not one of: high, low. The measure is left out. '
            "Correct the cell."
        ),
    ),
    (
        "no-observation",
        of_metrics(definitions=DEFINED + "x,X,count,low,1\n"),
        (
            'metrics/definitions.csv, line 4: The measure "x" is defined and has no value. '
            "Add its values, or delete its definition."
        ),
    ),
    (
        "other-format",
        lambda folder: read_plan(
            _csv(folder, "Ref,Action,Owner,RAG\n1,Do it,Head,Green\n"), "plan.csv"
        )[1],
        (
            "plan.csv: A .csv file gives its values alone: ratings by colour and hidden rows are not seen. "
            "Save it as an Excel Workbook (.xlsx)."
        ),
    ),
    (
        "missing-paper",
        of_papers(agenda="home.pdf"),
        (
            "papers: Item 5 names the paper home.pdf, which is not in the folder. "
            "Add the PDF to papers/, or take it off the agenda."
        ),
    ),
    (
        "unused-paper",
        of_papers("spare.pdf"),
        (
            "papers/spare.pdf: No item of the agenda names this paper, and it is not in the pack. "
            "Name it at its item in agenda.toml, or take it out of papers/."
        ),
    ),
]


def _csv(folder: Path, text: str) -> Path:
    path = folder / "a.csv"
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("kind", "read", "message"),
    FAULTS,
    ids=[f"{kind}-{n}" for n, (kind, _, _) in enumerate(FAULTS)],
)
def test_a_fault_is_told_with_its_place_and_its_remedy(
    tmp_path: Path, kind: str, read: Callable[[Path], tuple[Finding, ...]], message: str
) -> None:
    told = [(finding.kind, str(finding)) for finding in read(tmp_path)]
    assert (kind, message) in told
    also = {other for other, _ in told if other != kind}
    assert also <= ({"no-observation"} if kind == "bad-definition" else set())


def test_every_fault_of_a_reader_has_a_test() -> None:
    elsewhere = {"missing-file", "other-date", "exempt-without-paragraph"}  # in test_meeting
    known = kinds_in(faults)
    assert len(known) > 20
    assert known == {kind for kind, _, _ in FAULTS} | elsewhere


def test_the_faults_of_other_files_stand_in_modules_with_tests_of_their_own() -> None:
    # in the two test_spc, in ssda903/test_faults, in test_papers_faults
    others = (spc_faults, faults_of_returns, faults_of_papers)
    known = {kind.kind for kind in registered() if kind.code.startswith("R")}
    assert known == kinds_in(faults).union(*map(kinds_in, others))


def kinds_in(module: ModuleType) -> set[str]:
    return {kind.kind for kind in vars(module).values() if isinstance(kind, FindingKind)}
