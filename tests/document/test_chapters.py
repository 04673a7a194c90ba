"""The hash of a chapter tells whether its words are others, and nothing else."""

from dataclasses import replace

from boardpack.document.blocks import (
    Block,
    Document,
    Figure,
    Heading,
    PageNumber,
    Paragraph,
    Table,
    Text,
)
from boardpack.document.chapters import chapters_of
from boardpack.document.pack import Pack

ONE = (Paragraph((Text("Before."),)), Heading(1, "Late", "late"), Paragraph((Text("Nine."),)))


def document(*blocks: Block) -> Document:
    return Document("Board, 14 August 2019", "Board", "14 August 2019", "OFFICIAL", "Us", blocks)


def words(*blocks: Block) -> list[str]:
    return [chapter.words for chapter in chapters_of(document(*blocks))]


def test_the_chapters_of_the_sample_are_its_headings_after_the_cover(pack: Pack) -> None:
    found = chapters_of(pack.document)
    expected = [
        (block.anchor, block.text)
        for block in pack.document.blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    assert [(one.anchor, one.title) for one in found] == [("", "Cover"), *expected]
    assert len({one.words for one in found}) == len(found)


def test_another_word_changes_its_own_chapter_alone() -> None:
    before, after = words(*ONE), words(*ONE[:2], Paragraph((Text("Ten."),)))
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False]


def test_looks_and_places_are_not_words() -> None:
    looks = Paragraph((Text("Nine.", strong=True, href="#late", size="large"),), "lead")
    assert words(*ONE) == words(*ONE[:2], looks)
    assert words(*ONE, Paragraph((PageNumber("late"),))) == words(
        *ONE, Paragraph((PageNumber("other"),))
    )


def test_the_widths_of_a_table_are_not_words_and_its_cells_are(pack: Pack) -> None:
    table = next(block for block in pack.document.blocks if isinstance(block, Table))
    wider = replace(table, columns=tuple(replace(one, width=0.5) for one in table.columns))
    assert words(table) == words(wider)
    assert words(table) != words(replace(table, rows=table.rows[1:]))


def test_a_figure_that_changed_in_a_chart_is_a_word(pack: Pack) -> None:
    figure = next(block for block in pack.document.blocks if isinstance(block, Figure))
    first, *rest = figure.chart.series
    changed = replace(first, values=(*first.values[:-1], 12345.0))
    other = replace(figure, chart=replace(figure.chart, series=(changed, *rest)))
    assert words(figure) != words(other)


def test_another_marking_changes_the_cover() -> None:
    before = chapters_of(document(*ONE))
    after = chapters_of(replace(document(*ONE), marking="OFFICIAL-SENSITIVE"))
    assert before[0] != after[0]
    assert before[1:] == after[1:]
