"""Plans of other councils: other headings, other places, the mess that people make of a table."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardpack.model.plan import Rating, SheetRole
from boardpack.read.plan import role_of
from tests.read.books import HEADER, Formula, Over, Styled, read_book, read_rows, row, texts_of

BAND = "Objective 3 - A local offer"


def kinds(findings: Any) -> list[str]:
    return [finding.kind for finding in findings]


def test_a_plan_with_other_headings_is_read(tmp_path: Path) -> None:
    header = ["No.", "Action", "Owner", "By when", "RAG", "Comments"]
    table = [
        header,
        [1, "Open a home", "Head of Fostering", "31/12/2019", "G", "14/05/2019 House found"],
    ]
    plan, findings = read_book(tmp_path, {"Action Plan": table})
    (action,) = plan.actions
    assert (action.ref, action.activity, action.lead) == (
        "1",
        "Open a home",
        ("Head of Fostering",),
    )
    assert (action.due.date, action.rating, action.objective) == (
        date(2019, 12, 31),
        Rating.GREEN,
        None,
    )
    assert [update.text for update in action.updates] == ["House found"]
    assert action.cells["due"] == "D2"
    assert kinds(findings) == ["odd-rating"]


def test_a_table_may_start_in_any_column_and_row(tmp_path: Path) -> None:
    space: list[Any] = [None, None]
    table = [
        ["A title"],
        [],
        [*space, *HEADER],
        [*space, Over(BAND, 11)],
        [*space, *row()],
        [BAND.replace("3", "4")],
        [*space, *row(ref="2")],
    ]
    plan, findings = read_book(tmp_path, {"Plan": table})
    assert [(a.row, a.ref, a.objective, a.cells["rating"]) for a in plan.actions] == [
        (5, "1", 3, "M5"),
        (7, "2", 4, "M7"),
    ]
    assert plan.sheets[0].header_row == 3
    assert [note.text for note in plan.notes] == ["A title"]
    assert not findings


def test_a_header_that_comes_again_is_no_action(tmp_path: Path) -> None:
    actions, findings = read_rows(tmp_path, row(), [], HEADER, row(ref="2"))
    assert ([action.ref for action in actions], findings) == (["1", "2"], ())


def test_a_header_that_comes_again_in_another_order_is_followed(tmp_path: Path) -> None:
    actions, _ = read_rows(tmp_path, row(), HEADER[::-1], row(ref="2")[::-1])
    assert [action.activity for action in actions] == ["Open a second home"] * 2
    assert actions[1].cells["ref"] == "K4"


@pytest.mark.parametrize("above", [Over("Data & Date", 2), "Data & Date"])
def test_a_header_may_have_two_rows_merged_or_not(tmp_path: Path, above: Any) -> None:
    upper: list[Any] = [Over(text, rows=2) for text in HEADER]
    upper[6:8] = [above, None]
    lower: list[Any] = [None] * 6 + ["Current", "Target"]
    plan, findings = read_book(tmp_path, {"Plan": [upper, lower, row()]})
    (action,) = plan.actions
    assert (action.row, action.current_text, action.target_text) == (
        3,
        "1 at 13.05.19",
        "2 by Dec-19",
    )
    assert (plan.sheets[0].header_row, findings) == (1, ())


def test_the_first_row_below_a_header_is_not_taken_for_a_part_of_it(tmp_path: Path) -> None:
    sparse = [None, None, "Action", None, None, None, None, None, None, None, "Red"]
    actions, _ = read_rows(tmp_path, sparse, row())
    assert [action.activity for action in actions] == ["Action", "Open a second home"]


@pytest.mark.parametrize(
    "band",
    [
        [
            [Over(BAND, 11)],
            [Over("“Homes.”", 11)],
            [Over("How will we achieve this:", 11)],
            [Over("By work.", 11)],
        ],
        [[BAND], ["“Homes.”"], ["How will we achieve this:"], ["By work."]],
        [[f"{BAND}\n“Homes.”\nHow will we achieve this:\nBy work."]],
        [
            ["Objective 3", None, "A local offer"],
            ["“Homes.”"],
            ["How will we achieve this: By work."],
        ],
        [
            [BAND, *[None] * 9, "Amber"],
            [Over("Homes.", 11)],
            [Over("How do we achieve it?", 11)],
            [Over("By work.", 11)],
        ],
        [
            [None, None, BAND],
            [None, None, Over("Homes.", 5)],
            [Over("How will we achieve this:", 3)],
            [Over("By work.", 4)],
        ],
    ],
    ids=[
        "merged",
        "not merged",
        "in one cell",
        "number and title apart",
        "with a rating of its own",
        "above the activities",
    ],
)
def test_a_band_opens_an_objective(tmp_path: Path, band: list[list[Any]]) -> None:
    plan, _ = read_book(tmp_path, {"Plan": [HEADER, *band, row()]})
    (objective,) = plan.objectives
    assert (objective.number, objective.title, objective.purpose, objective.how) == (
        3,
        "A local offer",
        "Homes.",
        "By work.",
    )
    assert [action.objective for action in plan.actions] == [3]


def test_a_band_that_comes_again_after_a_page_break_is_one_objective(tmp_path: Path) -> None:
    plan, _ = read_book(
        tmp_path,
        {"Plan": [HEADER, [Over(BAND, 11)], row(), HEADER, [Over(BAND, 11)], row(ref="2")]},
    )
    assert len(plan.objectives) == 1
    assert [action.objective for action in plan.actions] == [3, 3]


def test_paragraphs_of_a_band_stay_together(tmp_path: Path) -> None:
    band = [
        [Over(text, 11)]
        for text in (BAND, "“Homes.”", "How will we achieve this:", "First.", "Second.")
    ]
    plan, _ = read_book(tmp_path, {"Plan": [HEADER, *band, row()]})
    assert plan.objectives[0].how == "First.\nSecond."


def test_an_action_that_speaks_of_an_objective_is_no_band(tmp_path: Path) -> None:
    actions, _ = read_rows(
        tmp_path, row(activity="Objective 3 - write its annex"), row(ref="Priority 1")
    )
    assert [action.ref for action in actions] == ["1", "Priority 1"]


@pytest.mark.parametrize(
    "texts", [[None, None, None, "and the rest"], [None, None, None, "and the rest", "its proof"]]
)
def test_a_row_goes_on_after_a_page_break(tmp_path: Path, texts: list[Any]) -> None:
    actions, _ = read_rows(tmp_path, row(), [], HEADER, texts)
    assert [action.progress for action in actions] == ["14.05.19 - JL found a house.\nand the rest"]
    assert actions[0].updates[0].text == "JL found a house.\nand the rest"
    assert actions[0].evidence == "\n".join(["Lease", *texts[4:]])


def test_a_row_that_goes_on_tells_of_its_dates(tmp_path: Path) -> None:
    _, findings = read_rows(tmp_path, row(), [None, None, None, "31.04.19 - more"])
    assert kinds(findings) == ["impossible-date"]


def test_progress_below_a_new_band_does_not_go_on_with_the_objective_before(tmp_path: Path) -> None:
    actions, _ = read_rows(
        tmp_path, row(), [Over(BAND, 11)], [None, None, None, "lost words", "proof"]
    )
    assert [(action.objective, action.progress) for action in actions][1] == (3, "lost words")


def test_cells_merged_down_say_the_same_for_each_row(tmp_path: Path) -> None:
    first = [
        Over("7", rows=2),
        None,
        Over("One activity", rows=2),
        "14.05.19 - a",
        None,
        "Homes",
        "1",
        "2",
        "Lead A",
        "31/12/19",
        "Red",
    ]
    second = [
        None,
        None,
        None,
        "15.05.19 - b",
        None,
        "Beds",
        "3",
        "4",
        "Lead B",
        "31/12/19",
        "Green",
    ]
    actions, findings = read_rows(tmp_path, first, second)
    assert [(a.ref, a.activity, a.metric, a.cells["ref"]) for a in actions] == [
        ("7", "One activity", "Homes", "A2"),
        ("7", "One activity", "Beds", "A2"),
    ]
    assert not findings


def test_hidden_rows_and_notes_beside_are_kept_and_told(tmp_path: Path) -> None:
    actions, findings = read_rows(tmp_path, [*row(), None, None, "JL to check"])
    assert len(actions) == 1
    (finding,) = findings
    assert (finding.kind, finding.source.cell) == ("text-beside-the-table", "N2")


def test_a_note_beside_a_band_leaves_the_band_a_band(tmp_path: Path) -> None:
    band = [Over(BAND, 11), *[None] * 12, "ask HB"]
    plan, findings = read_book(tmp_path, {"Plan": [HEADER, band, row()]})
    assert [objective.number for objective in plan.objectives] == [3]
    assert kinds(findings) == ["text-beside-the-table"]


def test_a_column_that_the_pack_does_not_know_is_told_once_and_kept(tmp_path: Path) -> None:
    table = [[*HEADER, "Cost"], [*row(), "£5,000"], [*row(ref="2"), "£70"]]
    plan, findings = read_book(tmp_path, {"Plan": table})
    assert [(note.cell, note.text) for note in plan.notes] == [
        ("L1", "Cost"),
        ("L2", "£5,000"),
        ("L3", "£70"),
    ]
    assert [(finding.kind, finding.source.cell) for finding in findings] == [
        ("unknown-column", "L1")
    ]


def test_a_rating_by_a_theme_colour_is_read(tmp_path: Path) -> None:
    import openpyxl
    from openpyxl.styles import PatternFill
    from openpyxl.styles.colors import Color

    from boardpack.read.plan import read_plan

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER)
    # the theme of Office 2007: accent 3 green, accent 6 orange, accent 1 blue; index 10 is red
    colours = [
        Color(theme=6),
        Color(theme=9),
        Color(theme=4, tint=-0.25),
        Color(indexed=10),
        Color(theme=0),
    ]
    for number, colour in enumerate(colours, 2):
        sheet.append(row(ref=str(number), rating=None))
        sheet.cell(number, 11).fill = PatternFill("solid", fgColor=colour)
    path = tmp_path / "plan.xlsx"
    book.save(path)
    plan, findings = read_plan(path, "plan.xlsx")
    ratings = [action.rating for action in plan.actions]
    assert ratings == [Rating.GREEN, Rating.AMBER, Rating.BLUE, Rating.RED, None]
    assert kinds(findings) == ["rating-by-colour-alone"] * 4


def test_a_serial_number_in_the_due_column_is_its_date(tmp_path: Path) -> None:
    (action,), findings = read_rows(tmp_path, row(due=43830))
    assert (action.due.date, action.due.kind, action.due.text) == (
        date(2019, 12, 31),
        "day",
        "43830",
    )
    assert kinds(findings) == ["malformed-date"]


def test_a_formula_counts_by_its_stored_result(tmp_path: Path) -> None:
    shown = row(
        ref=Formula("=A1", 7), current=Formula("=1+1", 2), lead=Formula('="x"', "Head of Fostering")
    )
    (action,), findings = read_rows(tmp_path, shown)
    assert (action.ref, action.current[0].value, action.lead) == ("7", 2.0, ("Head of Fostering",))
    assert not findings


def test_a_formula_without_its_result_is_shown_and_means_nothing(tmp_path: Path) -> None:
    import openpyxl

    from boardpack.read.plan import read_plan

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER)
    sheet.append(row(ref="=A1+1", lead='=B1&"!"', due="=TODAY()", rating="=K1", current="=1+1"))
    path = tmp_path / "plan.xlsx"
    book.save(path)
    plan, findings = read_plan(path, "plan.xlsx")
    (action,) = plan.actions
    assert (action.ref, action.lead, action.rating, action.current) == (None, (), None, ())
    assert (action.lead_text, action.rating_text, action.due.text, action.due.date) == (
        '=B1&"!"',
        "=K1",
        "=TODAY()",
        None,
    )
    assert kinds(findings) == ["formula-without-value"] * 5


def test_an_error_of_excel_is_shown_and_means_nothing(tmp_path: Path) -> None:
    broken = Formula("=1/0", "#REF!")
    (action,), findings = read_rows(
        tmp_path, row(ref=broken, lead=broken, due=broken, rating=broken, current=broken)
    )
    assert (action.ref, action.lead, action.rating, action.current, action.due.date) == (
        None,
        (),
        None,
        (),
        None,
    )
    assert (action.lead_text, action.rating_text, action.due.text) == ("#REF!",) * 3
    assert kinds(findings) == ["cell-error"] * 5


def test_a_ref_that_became_a_date_is_taken_back(tmp_path: Path) -> None:
    ref = Styled(date(2019, 2, 1), {"num_format": "d-mmm"})
    (action,), findings = read_rows(tmp_path, row(ref=ref))
    assert (action.ref, kinds(findings)) == ("1-2", ["ref-became-a-date"])


def test_a_header_without_rows_beside_a_sheet_with_rows_is_an_empty_plan_sheet(
    tmp_path: Path,
) -> None:
    plan, _ = read_book(tmp_path, {"Standing": [HEADER], "Open": [HEADER, row()]})
    assert [(sheet.name, sheet.kind, sheet.rows) for sheet in plan.sheets] == [
        ("Standing", "actions", 0),
        ("Open", "actions", 1),
    ]


def test_sheets_that_are_no_plan_are_told_apart(tmp_path: Path) -> None:
    table = [["Age group", "Cohort", "In EET"], ["Year 12", 40, 36], ["Year 13", 38, 30]]
    plan, _ = read_book(
        tmp_path, {"Plan": [HEADER, row()], "EET": table, "About": [["Just words"]], "Blank": []}
    )
    assert [sheet.kind for sheet in plan.sheets] == ["actions", "table", "text", "empty"]
    assert plan.tables[0].rows == (("Year 12", "40", "36"), ("Year 13", "38", "30"))
    assert [note.text for note in plan.notes] == ["Just words"]


@pytest.mark.parametrize(
    ("sheet", "role"),
    [
        ("Open Actions", SheetRole.OPEN),
        ("Sheet1", SheetRole.OPEN),
        ("Incomplete actions", SheetRole.OPEN),
        ("Abandoned", SheetRole.OPEN),
        ("Metrics", SheetRole.METRICS),
        ("KPIs 2019", SheetRole.METRICS),
        ("Completed", SheetRole.COMPLETED),
        ("CLOSED actions", SheetRole.COMPLETED),
        ("Actions - done", SheetRole.COMPLETED),
        ("Standing Work", SheetRole.STANDING),
        ("BAU", SheetRole.STANDING),
    ],
)
def test_the_name_of_a_sheet_says_what_its_rows_are(sheet: str, role: SheetRole) -> None:
    assert role_of(sheet, {}) is role


def test_the_settings_overrule_the_name_of_a_sheet() -> None:
    assert role_of("Metrics", {"Metrics": SheetRole.OPEN}) is SheetRole.OPEN


def test_a_sheet_of_measures_without_a_sheet_of_actions_is_the_plan(tmp_path: Path) -> None:
    plan, _ = read_book(tmp_path, {"KPI action plan": [HEADER, row()]})
    assert [action.role for action in plan.actions] == [SheetRole.OPEN]


TEXTS = st.sampled_from(
    [
        "Objective 2 - Home",
        "“Purpose”",
        "How will we achieve this:",
        "1",
        "Red",
        "31/12/19",
        "TBC",
        "Activity",
        "BRAG",
        "Progress",
        "<b>{{ x }}</b>",
        "*a*|b",
    ]
) | st.text(st.characters(codec="utf-8", min_codepoint=32), max_size=5)
VALUES = st.none() | TEXTS | st.integers(-5, 50000) | st.dates(date(1901, 1, 1)) | st.booleans()
ROWS = st.lists(st.lists(VALUES, max_size=14), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(above=ROWS, rows=ROWS, other=ROWS)
def test_no_text_of_any_workbook_is_lost(tmp_path: Path, above: Any, rows: Any, other: Any) -> None:
    plan, _ = read_book(tmp_path, {"Plan": [*above, HEADER, *rows, row()], "Other": other})
    kept = texts_of(plan)
    headings = {*HEADER}
    for value in (value for table in (above, rows, other) for cells in table for value in cells):
        if isinstance(value, str) and value.strip() and value.strip() not in headings:
            assert (
                set(value.strip("“” ").split())
                <= set(kept.replace("“", " ").replace("”", " ").split()) | _said_by_model
            )
    assert any(
        action.ref == "1" and action.activity == "Open a second home" for action in plan.actions
    )


_said_by_model = {"How", "will", "we", "achieve", "this:", "-"}


def test_what_stands_beside_a_band_above_the_header_is_kept(tmp_path: Path) -> None:
    plan, _ = read_book(tmp_path, {"Plan": [["Objective 2 - Home", "see annex"], HEADER, row()]})
    assert plan.objectives[0].title == "Home"
    assert "see annex" in texts_of(plan)
