"""The analysis and the templates become one document, and a council orders it by editing text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from boardpack.analysis.overview import Overview
from boardpack.document.blocks import (
    ActionRows,
    Block,
    Cover,
    Document,
    Heading,
    PageBreak,
    PageNumber,
    PaperPages,
    Paragraph,
    Table,
    Text,
)
from boardpack.document.compose import compose
from boardpack.document.pack import Pack
from boardpack.document.slots import plain_text
from boardpack.errors import TemplateError, UnknownChart, UnknownTable
from boardpack.model.plan import Objective, Rating
from boardpack.words import DASH
from tests.analysis.making import action, analysed, item, plan
from tests.document.conftest import SOURCES, TEMPLATES

HOSTILE = "# <b>R&D</b> {{ x }} | *a* [l](javascript:x) \ue0000\ue001 {% raw %}"
NO_WORDS = re.compile(r"\b(None|nan|NaN|Ellipsis|object at 0x|Undefined)\b")
MAY_SAY_NONE = {"None."}
"""What a table without rows says."""


def strings(part: object) -> Iterator[str]:
    """Every text of a document, however deep."""
    if isinstance(part, str):
        yield part
    elif is_dataclass(part) and not isinstance(part, type):
        for each in fields(part):
            yield from strings(getattr(part, each.name))
    elif isinstance(part, Iterable) and not isinstance(part, bytes):
        for one in part:
            yield from strings(one)


def inlines(part: object, kind: type) -> Iterator[object]:
    """Every inline of a kind in a document."""
    if isinstance(part, kind):
        yield part
    elif is_dataclass(part) and not isinstance(part, type):
        for each in fields(part):
            yield from inlines(getattr(part, each.name), kind)
    elif isinstance(part, tuple):
        for one in part:
            yield from inlines(one, kind)


def headings(document: Document, level: int = 1) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Heading) and b.level == level]


def test_the_sample_pack_has_its_sections_in_the_order_of_the_template(pack: Pack) -> None:
    told = headings(pack.document)
    assert told[:3] == ["Summary", "Contents and agenda", "The plan on a page"]
    assert told[-1] == "Data quality and sources"
    assert sum(text.startswith("Objective ") for text in told) == 9
    assert isinstance(pack.document.blocks[0], Cover)


def test_two_compositions_of_the_same_inputs_are_equal(sample: Overview, pack: Pack) -> None:
    again = compose(sample, TEMPLATES, SOURCES)
    assert again.document == pack.document
    assert again.letters == pack.letters


def test_no_text_of_the_pack_says_none_or_nan(pack: Pack) -> None:
    odd = [
        text
        for text in strings(pack.document)
        if NO_WORDS.search(text) and text not in MAY_SAY_NONE
    ]
    assert odd == []


def test_nothing_of_the_machinery_shows(pack: Pack) -> None:
    told = list(strings(pack.document))
    assert len(told) > 1000
    assert [text for text in told if re.search("[\ue000-\ue003]|&amp;|&lt;", text)] == []


def test_every_anchor_is_unique_and_every_link_leads_to_one(pack: Pack) -> None:
    anchors = [b.anchor for b in pack.document.blocks if isinstance(b, Heading)]
    anchors += action_anchors(pack.document)
    assert len(anchors) == len(set(anchors))
    places = set(anchors) | {b.anchor for b in pack.document.blocks if isinstance(b, PaperPages)}
    linked = {t.href[1:] for t in inlines(pack.document, Text) if isinstance(t, Text) and t.href}
    numbered = {n.anchor for n in inlines(pack.document, PageNumber) if isinstance(n, PageNumber)}
    assert len(linked | numbered) > 12
    assert (linked | numbered) - places == set()


def action_anchors(document: Document) -> list[str]:
    rows = [row for b in document.blocks if isinstance(b, ActionRows) for row in b.rows]
    return [row.anchor for row in rows if row.anchor]


def links_of_actions(document: Document, table: str) -> set[str]:
    """Where the first column of a table leads."""
    (found,) = (b for b in document.blocks if isinstance(b, Table) and b.name == table)
    cells = [row.cells[0][0] for row in found.rows if not row.group]
    return {cell.href or "" for cell in cells if isinstance(cell, Text)}


def test_each_action_of_a_table_leads_to_its_own_row(pack: Pack, sample: Overview) -> None:
    anchors = {f"#{anchor}" for anchor in action_anchors(pack.document)}
    assert len(anchors) == sample.now.open + sample.now.blue
    for table in ("escalations", "late", "due-next", "over-time"):
        assert links_of_actions(pack.document, table) <= anchors
    (late,) = (b for b in pack.document.blocks if isinstance(b, Table) and b.name == "late")
    assert len(links_of_actions(pack.document, "late")) == len(late.rows)
    # A measure of the plan is asked as well and has no row: its question leads to its chapter.
    asked = links_of_actions(pack.document, "questions") - anchors
    assert asked
    assert all(re.fullmatch(r"#objective-\d", href) for href in asked)


def test_an_action_that_no_template_shows_leads_to_its_chapter(
    sample: Overview, templates: Path
) -> None:
    objectives = templates / "pack" / "objectives.md.j2"
    objectives.write_text(re.sub(r"\{\{ actions\(.*\) \}\}", "", objectives.read_text()))
    document = compose(sample, templates, SOURCES).document
    assert all(
        re.fullmatch(r"#objective-\d", href) for href in links_of_actions(document, "escalations")
    )


def test_every_open_and_closed_action_is_shown_once(pack: Pack, sample: Overview) -> None:
    shown = [
        row.source
        for b in pack.document.blocks
        if isinstance(b, ActionRows)
        for row in b.rows
        if not b.brief
    ]
    closed = [
        row.source
        for b in pack.document.blocks
        if isinstance(b, ActionRows) and b.brief
        for row in b.rows
    ]
    assert len(shown) == len(set(shown)) == sample.now.open
    assert len(set(closed)) == sample.now.blue


def test_the_letter_has_the_boards_addresses_and_the_packs_words(
    pack: Pack, sample: Overview
) -> None:
    (letter,) = pack.letters
    assert letter.to == sample.settings.mail.to
    assert letter.subject.endswith(", 14 August 2019")
    assert letter.attach == ("pack.pdf",)
    assert "The next board is on 25 September 2019." in letter.body
    assert not NO_WORDS.search(letter.body)


def test_a_moved_line_moves_a_section_and_a_deleted_one_leaves_it_out(
    sample: Overview, templates: Path
) -> None:
    path = templates / "pack" / "pack.md.j2"
    lines = path.read_text(encoding="utf-8").splitlines()
    (scorecard,) = (line for line in lines if "scorecard" in line)
    (summary,) = (place for place, line in enumerate(lines) if "summary" in line)
    kept = [line for line in lines if line != scorecard and "minutes" not in line]
    path.write_text("\n".join([*kept[:summary], scorecard, *kept[summary:]]), encoding="utf-8")
    told = headings(compose(sample, templates, SOURCES).document)
    assert told[:3] == ["Scorecard", "Measures in charts", "Summary"]
    assert "Minutes and action log" not in told


def test_a_section_that_a_council_writes_is_in_its_pack(sample: Overview, templates: Path) -> None:
    section = (
        "# Our own page\n\nThere are {{ late_count }} late actions.\n\n{{ chart('timeliness') }}\n"
    )
    (templates / "pack" / "ours.md.j2").write_text(section)
    (templates / "pack" / "pack.md.j2").write_text('{% include "ours.md.j2" %}')
    blocks = compose(sample, templates, SOURCES).document.blocks
    assert blocks[0] == Heading(1, "Our own page", "our-own-page")
    assert isinstance(blocks[1], Paragraph)
    assert plain_text(blocks[1].content) == f"There are {len(sample.late)} late actions."
    assert len(blocks) == 3


@pytest.mark.parametrize(
    ("line", "kind", "said"),
    [
        ("{{ nothing }}", TemplateError, "'nothing' is undefined."),
        ("{{ board.nothing }}", TemplateError, "has no attribute 'nothing'."),
        ('{{ chart("ratings") }}', UnknownChart, 'there is no chart "ratings". Charts: '),
        (
            '{{ chart("trend nothing") }}',
            UnknownChart,
            'there is no chart "trend nothing". Charts: ',
        ),
        (
            '{{ table("ratings") }}',
            UnknownTable,
            'there is no table "ratings". Tables: action-log, agenda, ',
        ),
        (
            '{{ actions(99, "open") }}',
            TemplateError,
            'there is no objective "99". Choose from: 1, 2, ',
        ),
        (
            '{{ actions(1, "late") }}',
            TemplateError,
            'there are no actions "late". Choose from: "open", ',
        ),
        ('{{ paper_pages("99") }}', TemplateError, 'there is no paper "99". Choose from: '),
        (
            '{{ workbook_table("99") }}',
            TemplateError,
            'there is no table of the sheet "99". Choose from: ',
        ),
        ("{% if %}", TemplateError, "Expected an expression, got 'end of statement block'."),
        ("{% for x in late %}", TemplateError, "Unexpected end of template."),
        (
            "{{ late_count + ask }}",
            TemplateError,
            "unsupported operand type(s) for +: 'int' and 'str'.",
        ),
        ("{{ 1 / 0 }}", TemplateError, "division by zero."),
        (
            'See {{ chart("timeliness") }} here.',
            TemplateError,
            'stands inside a line ("See  here."). Put it on',
        ),
        (
            "{{ ''.__class__.__mro__ }}",
            TemplateError,
            "access to attribute '__class__' of 'str' object is unsafe.",
        ),
    ],
)
def test_a_fault_in_a_template_is_told_with_its_file_and_line(
    sample: Overview, templates: Path, line: str, kind: type[TemplateError], said: str
) -> None:
    path = templates / "pack" / "movement.md.j2"
    path.write_text(f"# What moved\n\nWords.\n\n{line}\n")
    with pytest.raises(kind) as refused:
        compose(sample, templates, SOURCES)
    where, _, why = str(refused.value).partition(": ")
    assert where in {"movement.md.j2, line 5", "movement.md.j2, line 6"}
    assert said in why
    assert refused.value.exit_code == 5


def test_a_fault_in_the_letter_is_told_with_its_file_and_line(
    sample: Overview, templates: Path
) -> None:
    (templates / "mail" / "pack.txt.j2").write_text("Dear colleagues,\n\n{{ bord.name }}\n")
    with pytest.raises(TemplateError) as refused:
        compose(sample, templates, SOURCES)
    assert str(refused.value) == "pack.txt.j2, line 3: 'bord' is undefined."


def test_a_template_that_is_missing_is_named(sample: Overview, templates: Path) -> None:
    (templates / "pack" / "minutes.md.j2").unlink()
    with pytest.raises(TemplateError) as refused:
        compose(sample, templates, SOURCES)
    folder = templates / "pack"
    why = f'there is no template "minutes.md.j2" in {folder}. Put it there, or name another folder.'
    assert str(refused.value).endswith(why)


def test_a_pack_without_a_heading_is_refused(sample: Overview, templates: Path) -> None:
    (templates / "pack" / "pack.md.j2").write_text("Words only.")
    with pytest.raises(
        TemplateError, match=r"the pack has no heading\. Begin each section with one"
    ):
        compose(sample, templates, SOURCES)


def hostile_overview() -> Overview:
    rows = (
        action(
            "1",
            HOSTILE,
            rating=Rating.RED,
            progress=HOSTILE,
            lead=(HOSTILE,),
            evidence=HOSTILE,
            row=4,
        ),
        action(HOSTILE, "Open a home", rating=None, row=5, sheet=HOSTILE),
    )
    bands = (Objective("Open Actions", 3, 1, HOSTILE, HOSTILE, HOSTILE),)
    before = plan(action("1", HOSTILE, rating=Rating.GREEN, row=4))
    return analysed(
        plan(*rows, objectives=bands), before, items=[item(ask=HOSTILE)], minutes=HOSTILE
    )


def test_hostile_words_of_a_plan_are_shown_as_they_stand_and_make_no_structure() -> None:
    document = compose(hostile_overview(), TEMPLATES, SOURCES).document
    told = list(strings(document))
    assert sum(HOSTILE in text for text in told) >= 8
    assert f"Objective 1: {HOSTILE}" in headings(document)
    assert [
        t
        for t in inlines(document, Text)
        if isinstance(t, Text) and (t.href or "").startswith("java")
    ] == []


@pytest.mark.parametrize(
    "seen",
    [
        analysed(plan(action(objective=None))),
        analysed(plan(action(rating=Rating.BLUE))),
        analysed(plan(action(activity="", lead=(), rating=None, ref=None))),
        analysed(plan(action()), plan(action())),
    ],
    ids=["no objective", "all closed", "an empty row", "nothing moved"],
)
def test_the_smallest_plans_make_a_pack_in_whole_words(seen: Overview) -> None:
    pack = compose(seen, TEMPLATES, SOURCES)
    odd = [
        text
        for text in strings(pack.document)
        if NO_WORDS.search(text) and text not in MAY_SAY_NONE
    ]
    assert odd == []
    assert "Summary" in headings(pack.document)
    assert not NO_WORDS.search(pack.letters[0].body)


def test_minutes_without_words_leave_no_trace() -> None:
    document = compose(analysed(plan(action()), minutes=" \n"), TEMPLATES, SOURCES).document
    place = next(
        n for n, b in enumerate(document.blocks) if isinstance(b, Heading) and b.anchor == "minutes"
    )
    kinds: list[type[Block]] = [type(block) for block in document.blocks[place : place + 4]]
    assert kinds[:3] == [Heading, Heading, Paragraph]
    assert not re.search("[\ue000-\ue003]", "".join(strings(document)))


def test_each_paper_has_a_cover_sheet_with_what_it_is_for(pack: Pack, sample: Overview) -> None:
    blocks = pack.document.blocks
    for paper in sample.meeting.papers:
        item = paper.item
        place = next(
            n
            for n, b in enumerate(blocks)
            if isinstance(b, Heading) and b.anchor == f"paper-{item.number}"
        )
        end = next(
            n for n, b in enumerate(blocks) if isinstance(b, PaperPages) and b.paper == paper
        )
        said = " ".join(text for block in blocks[place:end] for text in strings(block))
        assert isinstance(blocks[place - 1], PageBreak)
        assert f"Item {item.number}: {item.title}" in said
        assert f"For {item.purpose.value}" in said
        assert item.lead in said
        assert (item.ask or "") in said
        assert "Open to the public" in said
        assert "Back to the agenda" in said


def test_the_agenda_leads_to_each_paper(pack: Pack, sample: Overview) -> None:
    agenda = pack.material.table("agenda", "here")
    linked = {t.href for t in inlines(agenda, Text) if isinstance(t, Text) and t.href}
    papers = {f"#paper-{paper.item.number}" for paper in sample.meeting.papers}
    chapters = {f"#{item.chapter}" for item in sample.meeting.agenda.items if item.chapter}
    assert linked == papers | chapters
    assert chapters == {"#minutes", "#objective-9", "#plan-on-a-page", "#recommendations"}


def agenda_of(document: Document) -> list[tuple[object, object]]:
    """Where each title of the agenda leads, and what its column of pages says."""
    (table,) = (b for b in document.blocks if isinstance(b, Table) and b.name == "agenda")
    return [
        (row.cells[1][0].href, row.cells[5][0])
        for row in table.rows
        if isinstance(row.cells[1][0], Text)
    ]


@pytest.mark.parametrize(
    ("chapter", "told"),
    [
        ("late", ("#late", PageNumber("late"))),
        ("no-such-chapter", (None, Text(DASH))),
        ("#late", (None, Text(DASH))),
        (HOSTILE, (None, Text(DASH))),
        ("", (None, Text(DASH))),
        (None, (None, Text(DASH))),
    ],
)
def test_an_item_leads_to_its_chapter_where_the_pack_has_it(
    chapter: str | None, told: tuple[object, object]
) -> None:
    overview = analysed(plan(action()), items=(replace(item(), chapter=chapter),))
    assert agenda_of(compose(overview, TEMPLATES, SOURCES).document) == [told]


def test_a_chapter_that_is_taken_out_of_the_pack_has_a_dash_in_the_agenda(
    sample: Overview, templates: Path
) -> None:
    main = templates / "pack" / "pack.md.j2"
    main.write_text(main.read_text().replace('{% include "minutes.md.j2" %}\n', ""))
    told = agenda_of(compose(sample, templates, SOURCES).document)
    place = next(n for n, i in enumerate(sample.meeting.agenda.items) if i.chapter == "minutes")
    assert told[place] == (None, Text(DASH))
    assert ("#recommendations", PageNumber("recommendations")) in told


def test_an_item_with_a_paper_and_a_chapter_leads_to_the_paper(sample: Overview) -> None:
    agenda = sample.meeting.agenda
    items = tuple(replace(i, chapter="minutes") for i in agenda.items)
    both = replace(sample, meeting=replace(sample.meeting, agenda=replace(agenda, items=items)))
    told = agenda_of(compose(both, TEMPLATES, SOURCES).document)
    for paper in sample.meeting.papers:
        anchor = f"paper-{paper.item.number}"
        assert (f"#{anchor}", PageNumber(anchor)) in told


def test_an_exempt_item_that_is_withheld_has_a_page_with_the_reason(sample: Overview) -> None:
    items = tuple(replace(i, withheld=bool(i.exempt)) for i in sample.meeting.agenda.items)
    agenda = replace(sample.meeting.agenda, items=items)
    hidden = replace(sample, meeting=replace(sample.meeting, agenda=agenda))
    document = compose(hidden, TEMPLATES, SOURCES).document
    (exempt,) = (item for item in items if item.exempt)
    (papers,) = (b for b in document.blocks if isinstance(b, Table) and b.name == "papers")
    assert [plain_text(row.cells[0]) for row in papers.rows] == ["5", "6", exempt.number]
    assert plain_text(papers.rows[-1].cells[3]) == "not for publication"
    assert papers.rows[-1].cells[4] == (PageNumber(f"paper-{exempt.number}"),)
    (asked,) = (b for b in document.blocks if isinstance(b, Table) and b.name == "decisions")
    told = {plain_text(row.cells[0]): plain_text(row.cells[2]) for row in asked.rows}
    assert told[exempt.number] == "Exempt, not for publication"
    assert str(exempt.ask) not in strings(document.blocks)
    place = next(
        n
        for n, b in enumerate(document.blocks)
        if isinstance(b, Heading) and b.anchor == f"paper-{exempt.number}"
    )
    said = " ".join(strings(document.blocks[place + 1]))
    assert said.startswith("This item and its papers are exempt from publication under paragraph 3")
    assert not any(
        isinstance(b, PaperPages) and b.paper.item.number == exempt.number for b in document.blocks
    )
