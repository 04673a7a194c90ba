"""Markdown to blocks."""

from pathlib import Path

import pytest

from boardpack.document.blocks import (
    Block,
    Columns,
    Figure,
    Heading,
    ItemList,
    LineBreak,
    PageBreak,
    Paragraph,
    Table,
    TableRow,
    Text,
)
from boardpack.document.markdown import Reader
from boardpack.document.slots import Anchor
from boardpack.errors import TemplateError
from tests.renderers.example import TREND

FIGURE = Figure(TREND)
ROOT = Path(__file__).parents[2]


def read(text: str, **options: int) -> tuple[Block, ...]:
    return Reader(**options).blocks(text)  # type: ignore[arg-type]  # shift


def paragraph(*words: Text | LineBreak | str) -> Paragraph:
    return Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in words))


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("# Summary", Heading(1, "Summary", "summary")),
        ("## What is *late*?", Heading(2, "What is late?", "what-is-late")),
        ("###### Deep", Heading(3, "Deep", "deep")),
        ("# “?”", Heading(1, "“?”", "section")),
        ("Words.", paragraph("Words.")),
        ("One\ntwo", paragraph("One", " ", "two")),
        ("One  \ntwo", paragraph("One", LineBreak(), "two")),
        (
            "A **b** *c* `d`",
            paragraph("A ", Text("b", strong=True), " ", Text("c", emphasis=True), " ", "d"),
        ),
        ("***both***", paragraph(Text("both", strong=True, emphasis=True))),
        ("[a](#late)", paragraph(Text("a", href="#late"))),
        ("[a](late.html)", paragraph("a")),
        ("- a\n- b", ItemList(((paragraph("a"),), (paragraph("b"),)))),
        ("1. a", ItemList(((paragraph("a"),),), ordered=True)),
        ("- a\n  - b", ItemList(((paragraph("a"), ItemList(((paragraph("b"),),))),))),
        ("::: question\nIs it done?\n:::", Paragraph((Text("Is it done?"),), "question")),
        ("<b>a</b>", paragraph("<b>a</b>")),
        ("a &amp; b", paragraph("a & b")),
        ("> a", paragraph("a")),
        ("```\na\n  b\n```", paragraph("a\n  b")),
    ],
)
def test_markdown_becomes_a_block(text: str, block: Block) -> None:
    assert read(text) == (block,)


def test_a_rule_between_paragraphs_draws_nothing() -> None:
    assert read("a\n\n---\n\nb") == (paragraph("a"), paragraph("b"))
    assert read("") == ()


def test_a_table_has_columns_and_rows() -> None:
    (table,) = read("| A | B |\n|---|---|\n| **a** | |\n| c | d |")
    assert isinstance(table, Table)
    assert [(column.title, column.width) for column in table.columns] == [("A", 0.5), ("B", 0.5)]
    assert table.rows == (
        TableRow(((Text("a", strong=True),), ())),
        TableRow(((Text("c"),), (Text("d"),))),
    )
    assert table.caption == "A, B"


def test_columns_hold_blocks_side_by_side() -> None:
    (columns,) = read(":::: columns\n::: column\n### A\n:::\n::: column\n- b\n:::\n::::")
    assert isinstance(columns, Columns)
    assert [type(blocks[0]) for blocks in columns.columns] == [Heading, ItemList]


def test_a_style_reaches_into_lists() -> None:
    (made,) = read("::: lead\n- a\n:::")
    assert made == ItemList(((Paragraph((Text("a"),), "lead"),),))


def test_headings_can_be_lowered_and_stay_at_three() -> None:
    assert [
        block.level for block in read("# A\n## B\n### C", shift=1) if isinstance(block, Heading)
    ] == [2, 3, 3]


def test_a_heading_has_the_anchor_that_it_is_given() -> None:
    reader = Reader()
    slot = reader.slots.inline(Anchor("late"))
    assert reader.blocks(f"# Escalations {slot}") == (Heading(1, "Escalations", "late"),)


def test_anchors_are_unique_and_those_of_the_minutes_take_none_of_the_packs() -> None:
    reader = Reader()
    anchors = [
        block.anchor for block in reader.blocks("# A\n\n# A\n\n# a!") if isinstance(block, Heading)
    ]
    assert anchors == ["a", "a-2", "a-3"]
    minutes = Reader(shift=1, prefix="minutes-", anchors=reader.anchors)
    assert minutes.blocks("# Scorecard") == (Heading(2, "Scorecard", "minutes-scorecard"),)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("{}", (FIGURE,)),
        ("a\n{}\nb", (paragraph("a"), FIGURE, paragraph("b"))),
        ("# A\n{}\n# B", (Heading(1, "A", "a"), FIGURE, Heading(1, "B", "b"))),
        ("{}{}", (FIGURE, FIGURE)),
        ("{}\n{}", (FIGURE, FIGURE)),
        ("    {}", (FIGURE,)),
        ("::: lead\n{}\n:::", (FIGURE,)),
        ("- a\n\n  {}", (ItemList(((paragraph("a"), FIGURE),)),)),
    ],
)
def test_a_block_stands_where_its_line_stands(text: str, blocks: tuple[Block, ...]) -> None:
    reader = Reader()
    slot = reader.slots.block(FIGURE)
    assert reader.blocks(text.replace("{}", slot)) == blocks


@pytest.mark.parametrize(
    "text", ["See {} for it.", "# {}", "- {}", "| A |\n|---|\n| {} |", "**{}**"]
)
def test_a_block_inside_a_line_is_refused(text: str) -> None:
    reader = Reader()
    slot = reader.slots.block(FIGURE)
    with pytest.raises(
        TemplateError, match=r"stands inside a line \(.*Put it on a line of its own"
    ):
        reader.blocks(text.replace("{}", slot))


def test_no_blocks_are_nothing() -> None:
    reader = Reader()
    assert reader.blocks(reader.slots.block()) == ()
    assert reader.blocks(reader.slots.block(PageBreak(), PageBreak())) == (PageBreak(), PageBreak())


def test_the_minutes_of_the_sample_are_read_whole() -> None:
    paths = sorted(ROOT.glob("inputs/*/minutes.md"))
    assert paths
    for path in paths:
        blocks = Reader(shift=1).blocks(path.read_text(encoding="utf-8"))
        assert sum(isinstance(block, Heading) for block in blocks) >= 3
        assert sum(isinstance(block, Paragraph | ItemList) for block in blocks) >= 3
