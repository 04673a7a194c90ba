"""Every table that a template may name is filled from the sample, and no cell is left to the machinery."""

import re
from dataclasses import replace
from datetime import date

import pytest

from boardpack.analysis.overview import Overview
from boardpack.analysis.scorecard import scorecard
from boardpack.document.blocks import (
    Arrow,
    Content,
    LineBreak,
    PageNumber,
    Pill,
    Spark,
    Status,
    Table,
    Text,
)
from boardpack.document.tables import TableBook
from boardpack.document.tables.book import _PLAIN
from boardpack.document.tables.data import no_change, small_table
from boardpack.errors import UnknownTable
from boardpack.findings import Finding, Severity
from boardpack.model.board import LoggedAction
from boardpack.model.metrics import Metrics
from boardpack.model.plan import Rating, SheetRole, SmallTable
from boardpack.model.source import Source
from tests.analysis.making import BOARD, action, analysed, due, metric, plan, seen
from tests.document.conftest import SOURCES

PLAIN = (*_PLAIN, "sources")
OBJECTIVES = range(1, 10)


def said(content: Content) -> str:
    """What a reader is told by a cell."""
    told = []
    for inline in content:
        match inline:
            case Text(text):
                told.append(text)
            case Pill(rating):
                told.append(rating.word if rating else "No rating")
            case Arrow(words=words) | Spark(words=words) | Status(words=words):
                told.append(words)
            case LineBreak():
                told.append(" ")
            case PageNumber(anchor):
                told.append(f"page of {anchor}")
    return "".join(told)


def rows(table: Table) -> list[list[str]]:
    return [[said(cell) for cell in row.cells] for row in table.rows if not row.group]


@pytest.fixture(scope="module")
def book(sample: Overview) -> TableBook:
    return TableBook(sample, SOURCES)


def test_the_book_names_every_table(book: TableBook) -> None:
    assert len(PLAIN) >= 17
    assert {*PLAIN, "measures OBJECTIVE", "paper ITEM"} == set(book.names())


@pytest.mark.parametrize("name", [*PLAIN, *(f"measures {number}" for number in OBJECTIVES)])
def test_a_table_of_the_sample_has_rows_and_every_cell_is_words(book: TableBook, name: str) -> None:
    if name.startswith("measures ") and not book.has(name):
        pytest.skip("the sample gives no measures for this objective")
    table = book.table(name, "pack.md.j2")
    assert book.has(name)
    assert table.name == name
    assert table.caption
    assert sum(column.width for column in table.columns) == pytest.approx(1)
    assert rows(table)
    for (
        row
    ) in table.rows:  # the last one may sum up or tell what is left out, with a cell or two empty
        assert len(row.cells) == (1 if row.group else len(table.columns))
        for place, cell in enumerate(row.cells):
            words = said(cell)
            assert words.strip() or (row is table.rows[-1] and place != 1), (
                f"{name}: an empty cell in {row}"
            )
            assert not re.search(r"\b(None|nan)\b", words), words
            assert not re.search("[\ue000-\ue003]", words), words


def test_some_objectives_have_measures(book: TableBook) -> None:
    assert sum(book.has(f"measures {number}") for number in OBJECTIVES) >= 5


@pytest.mark.parametrize(
    "name",
    [
        "",
        "nothing",
        "agenda 2",
        "measures",
        "measures 99",
        "scorecard x",
        "Agenda",
        "measures OBJECTIVE",
    ],
)
def test_an_unknown_table_is_refused_with_the_names_that_there_are(
    book: TableBook, name: str
) -> None:
    with pytest.raises(UnknownTable) as refused:
        book.table(name, "ours.md.j2, line 3")
    assert str(refused.value).startswith(
        f'ours.md.j2, line 3: there is no table "{name}". Tables: {", ".join(sorted(book.names()))}.'
    )
    assert not book.has(name)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("decision", "decisions"), ("measure 1", "measures 1"), ("papers 4", "paper 4")],
)
def test_a_misspelt_table_leads_to_the_one_that_was_meant(
    book: TableBook, name: str, meant: str
) -> None:
    with pytest.raises(UnknownTable, match=f'Did you mean "{meant}"'):
        book.table(name, "")


def test_a_name_may_have_any_spaces(book: TableBook) -> None:
    number = next(n for n in OBJECTIVES if book.has(f"measures {n}"))
    assert book.table(f"  measures   {number} ", "") == book.table(f"measures {number}", "")


def test_late_and_escalated_actions_are_all_that_is_late(book: TableBook, sample: Overview) -> None:
    escalated, late = rows(book.table("escalations", "")), rows(book.table("late", ""))
    assert escalated
    assert len(escalated) + len(late) == len(sample.late)
    assert {row[0] for row in escalated} & {row[0] for row in late} == set()


def test_the_plan_on_a_page_ends_with_the_whole_plan(book: TableBook, sample: Overview) -> None:
    *objectives, whole = rows(book.table("plan-on-a-page", ""))
    assert whole[0] == "The whole plan"
    for column in (1, 2, 3):
        counts = [int(row[column].replace("–", "0").replace(",", "")) for row in objectives]
        assert sum(counts) == int(whole[column].replace(",", ""))
    assert int(whole[1]) == sample.now.open


def test_the_movements_are_all_listed_under_their_kind(book: TableBook, sample: Overview) -> None:
    table = book.table("movements", "")
    moved = [m for m in sample.movements if m.kind.value != "unchanged"]
    assert len(rows(table)) == len(moved)
    groups = [said(row.cells[0]) for row in table.rows if row.group]
    assert sum(int(group.rsplit(": ", 1)[1]) for group in groups) == len(moved)


def test_a_movement_shows_what_was_and_what_is() -> None:
    now = plan(
        action("1", rating=Rating.RED, due=date(2019, 6, 1)),
        action(None, "Open a home", row=11, rating=None),
    )
    before = plan(
        action("1", rating=Rating.GREEN, due=date(2019, 5, 31)),
        action(None, "Write to carers", row=12),
    )
    table = TableBook(analysed(now, before), ()).table("movements", "")
    activity = "Train every social worker in life story work"
    assert rows(table) == [
        ["Objective 1, 1", activity, "Green", "Red"],
        ["Objective 1, 1", activity, "31 May 2019", "1 Jun 2019 1 day later"],
        ["Objective 1, no ref", "Write to carers", "Green", "–"],
        ["Objective 1, row 11", "Open a home", "–", "–"],
    ]


def test_a_match_by_wording_is_marked() -> None:
    table = TableBook(analysed(plan(action("7", rating=Rating.RED)), plan(action("2"))), ()).table(
        "movements", ""
    )
    assert rows(table)[0][1].endswith(" (matched by wording)")


def test_the_action_log_puts_open_lines_first_and_marks_the_late_ones() -> None:
    def logged(ref: str, status: str, day: date) -> LoggedAction:
        return LoggedAction(
            ref, "", "Do it", "Head", due(day), status, "", Source("log.csv", line=2)
        )

    meeting = analysed(plan(action()))
    log = (
        logged("1", "Done", date(2019, 1, 1)),
        logged("2", "Open", date(2019, 8, 13)),
        logged("3", "Open", BOARD),
    )
    with_log = replace(meeting, meeting=replace(meeting.meeting, action_log=log))
    shown = [(row[0], row[3]) for row in rows(TableBook(with_log, ()).table("action-log", ""))]
    assert shown == [("2", "13 Aug 2019 Late"), ("3", "14 Aug 2019"), ("1", "1 Jan 2019")]


def test_sources_are_told_by_the_start_of_their_hash(book: TableBook) -> None:
    assert rows(book.table("sources", "")) == [["inputs/board.toml", "0123456789abcdef"]]


def test_a_small_table_of_the_workbook_stands_as_it_is() -> None:
    table = small_table(
        SmallTable("KPIs", 3, None, ("Measure", "Value"), (("a|b", ""), ("<b>", "1\n2")))
    )
    assert table.caption == "KPIs"
    assert rows(table) == [["a|b", "–"], ["<b>", "1 2"]]


def test_after_a_suppressed_value_stands_a_dash_and_not_that_it_is_the_first() -> None:
    given = seen(6.0, date(2019, 5, 31)), seen(None, date(2019, 6, 30)), seen(8.0, BOARD)
    for observations, words in (given, "–"), (given[2:], "First value"):
        (line,) = scorecard(Metrics((metric(),), observations), "County", ())
        assert said(no_change(line)) == words


def test_the_plan_on_a_page_and_in_short_tells_what_is_gone() -> None:
    overview = analysed(plan(action("1")), plan(action("1"), action("2", "Buy a boat", row=11)))
    book = TableBook(overview, SOURCES)
    assert rows(book.table("plan-on-a-page", ""))[0][-1] == "1 gone"
    assert "1 gone" in rows(book.table("objectives-in-short", ""))[0]


def test_a_hard_question_about_a_measure_names_its_sheet() -> None:
    late = action("6", objective=6, sheet="Metrics", role=SheetRole.METRICS)
    asked = Finding("P017", "far-from-target-but-green", Severity.WARNING, late.source(), "?", ".")
    book = TableBook(analysed(plan(late), findings=(asked,)), SOURCES)
    ((place, *_),) = rows(book.table("hardest-questions", ""))
    assert place.startswith("Objective 6, 6 (Metrics) ")


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("movements", "Source: plan.xlsx, sheets "),
        ("measures 1", "Source: plan.xlsx, sheet "),
        ("measures-missed-in-brief", "Source: "),
        ("action-log", "Source: "),
        ("other-text", "Source: plan.xlsx"),
    ],
)
def test_a_table_says_which_input_it_is_from(
    book: TableBook, sample: Overview, name: str, source: str
) -> None:
    found = book.table(name, "here").source
    assert found.startswith(source.replace("plan.xlsx", sample.meeting.plan.file))
    assert len(found) > len("Source: ")


@pytest.mark.parametrize("name", ["agenda", "decisions"])
def test_a_table_about_the_meeting_is_of_its_agenda(book: TableBook, name: str) -> None:
    assert book.table(name, "here").source == "Source: agenda.toml"


@pytest.mark.parametrize("name", ["sources", "data-quality"])
def test_a_table_about_the_files_names_no_source(book: TableBook, name: str) -> None:
    assert book.table(name, "here").source == ""
