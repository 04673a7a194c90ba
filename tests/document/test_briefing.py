"""The two short papers say what the pack says, in fewer words, and never nothing at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from boardpack.analysis.attention import SILENT
from boardpack.analysis.overview import Overview
from boardpack.document import briefing
from boardpack.document.blocks import Columns, Document, Heading, Paragraph, Table, Text
from boardpack.document.compose import BRIEFS, compose
from boardpack.document.links import without_lost_links
from boardpack.document.tables import TableBook
from boardpack.document.tables.short import first_sentences, shortened
from boardpack.errors import TemplateError
from boardpack.findings import Finding, Severity
from boardpack.model.plan import Rating
from tests.analysis.making import BOARD, action, analysed, item, plan, settings
from tests.document.conftest import SOURCES, TEMPLATES
from tests.document.test_compose import HOSTILE, NO_WORDS, inlines, strings
from tests.document.test_tables import rows


def papers(overview: Overview, templates: Path = TEMPLATES, fewer: int = 0) -> dict[str, Document]:
    made = compose(overview, templates, SOURCES, BRIEFS)
    return {name: paper(fewer) for name, paper in made.briefs.items()}


def tables(document: Document) -> list[Table]:
    return [table for table in inlines(document.blocks, Table) if isinstance(table, Table)]


@pytest.mark.parametrize("name", BRIEFS)
def test_a_paper_has_one_title_and_then_its_sections(sample: Overview, name: str) -> None:
    first, *rest = papers(sample)[name].blocks
    assert isinstance(first, Heading)
    assert (first.level, first.text) == (1, BRIEFS[name])
    assert all(block.level > 1 for block in rest if isinstance(block, Heading))


@pytest.mark.parametrize("name", BRIEFS)
def test_a_paper_of_the_sample_has_no_empty_table_and_nothing_of_the_machinery(
    sample: Overview, name: str
) -> None:
    paper = papers(sample)[name]
    assert len(tables(paper)) >= 3
    assert all(table.rows for table in tables(paper))
    assert [text for text in strings(paper) if NO_WORDS.search(text)] == []


@pytest.mark.parametrize("name", BRIEFS)
def test_a_plan_of_which_there_is_nothing_to_say_is_told_in_sentences(name: str) -> None:
    paper = papers(analysed(plan(action(rating=Rating.BLUE))))[name]
    told = " ".join(text.text for text in inlines(paper, Text) if isinstance(text, Text))
    assert "None." not in told
    assert [text for text in strings(paper) if NO_WORDS.search(text)] == []
    assert "No action is escalated" in told
    assert "There is no earlier board" in told


@pytest.mark.parametrize("name", BRIEFS)
def test_what_stands_in_a_cell_stands_in_a_paper_as_it_is(name: str) -> None:
    hostile = action("1", HOSTILE, rating=Rating.RED, due=BOARD.replace(month=1), lead=(HOSTILE,))
    paper = papers(analysed(plan(hostile), items=(item(ask=HOSTILE),)))[name]
    assert any("<b>R&D</b> {{ x }}" in text for text in strings(paper))
    assert [b.text for b in paper.blocks if isinstance(b, Heading) and b.level == 1] == [
        BRIEFS[name]
    ]


def test_each_table_with_a_limit_can_be_made_shorter(sample: Overview) -> None:
    most, least = papers(sample)["brief"], papers(sample, fewer=20)["brief"]
    assert all(len(table.rows) == 2 for table in tables(least))
    assert sum(len(table.rows) for table in tables(most)) > 15


def test_a_shortened_table_says_how_many_rows_are_in_the_pack(sample: Overview) -> None:
    whole = TableBook(sample, SOURCES).table("off-track", "")
    short = shortened(whole, 4)
    assert short.rows[:3] == whole.rows[:3]
    assert rows(short)[-1][0] == f"and {len(whole.rows) - 3} more, in the pack"
    assert shortened(whole, len(whole.rows)) == whole


def test_whole_sentences_are_kept_as_long_as_there_is_room() -> None:
    assert first_sentences("One is done. Two wait. Three are lost.", 25) == "One is done. Two wait."
    assert first_sentences("One is done.", 25) == "One is done."
    assert first_sentences("A sentence that is longer than there is room", 20).endswith("…")
    assert first_sentences("", 20) == ""


def test_words_that_may_be_personal_do_not_go_to_the_board_above(sample: Overview) -> None:
    for story in sample.escalated:
        if story.asks("possible-personal-data"):
            assert story.action.updates[0].text not in " ".join(
                strings(papers(sample)["highlight"])
            )


def test_a_link_into_the_pack_is_kept_as_words() -> None:
    kept, lost = Text("here", href="#one"), Text("there", href="#two")
    web = Text("web", href="https://example.org")
    inside = Columns(((Heading(2, "One", "one"), Paragraph((kept, lost, web))),))
    (columns,) = without_lost_links((inside,))
    assert columns == Columns(((Heading(2, "One", "one"), Paragraph((kept, Text("there"), web))),))


def test_a_council_may_put_any_table_of_the_pack_into_a_paper(
    sample: Overview, templates: Path
) -> None:
    (templates / "brief" / "brief.md.j2").write_text('# Ours\n\n{{ table("late", rows=3) }}\n')
    (table,) = tables(papers(sample, templates)["brief"])
    assert len(table.rows) == 3
    assert [text for text in inlines(table, Text) if isinstance(text, Text) and text.href] == []


def test_a_paper_without_a_heading_is_refused(sample: Overview, templates: Path) -> None:
    (templates / "brief" / "brief.md.j2").write_text("Only words\n")
    with pytest.raises(TemplateError, match=r"brief\.md\.j2: .* has no heading"):
        papers(sample, templates)


def test_the_question_after_updates_may_be_switched_off() -> None:
    chosen = settings(checks={"off": ["no-update-since-previous-board"]})
    overview = analysed(plan(action()), plan(action()), chosen=chosen)
    assert briefing.values(overview)["silence"] == ""


def test_nobody_is_called_silent_where_everybody_has_answered() -> None:
    overview = analysed(plan(action()), plan(action()))
    assert briefing.values(overview)["silence"] == (
        "No open action is without an update since 3 July 2019."
    )


@pytest.mark.parametrize(
    ("count", "last"), [(1, "Ask 1"), (6, "Ask 6"), (9, "and 4 more, in the agenda")]
)
def test_what_is_asked_of_the_board_above_is_told_as_the_agenda_has_it(
    count: int, last: str
) -> None:
    overview = analysed(plan(action()))
    agenda = replace(overview.meeting.agenda, support=tuple(f"Ask {n + 1}" for n in range(count)))
    asked = replace(overview, meeting=replace(overview.meeting, agenda=agenda))
    told = briefing.values(asked)["support"]
    assert isinstance(told, tuple)
    assert (len(told), told[-1]) == (min(count, 6), last)
    assert briefing.values(overview)["support"] == ()


@pytest.mark.parametrize(
    ("leads", "told"),
    [
        ((("Health",), ("Legal",)), ", from two leads."),
        ((("Health",), ()), ", from one lead; one names no lead."),
        (((), ()), "; two name no lead."),
    ],
)
def test_the_silent_without_a_lead_are_told_as_the_table_has_them(
    leads: tuple[tuple[str, ...], ...], told: str
) -> None:
    made = plan(*(action(str(n), f"Do {n}", lead=lead, row=n) for n, lead in enumerate(leads, 1)))
    silent = tuple(
        Finding("P004", SILENT, Severity.WARNING, row.source(), "?", ".") for row in made.actions
    )
    overview = analysed(made, made, findings=silent)
    assert briefing.values(overview)["silence"] == (
        f"Two open actions have had no update since 3 July 2019{told}"
    )
