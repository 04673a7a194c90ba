"""PDFs that a screen reader reads whole and in order: no fault of structure, no word lost or moved."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import get_args

import page
import pytest

from boardpack.document.blocks import Block, Columns, Document, Heading, PaperPages
from boardpack.renderers.pdf import render
from tests.renderers import example
from tests.renderers.pdf import golden
from tests.renderers.pdf.file import PdfFile, read
from tests.renderers.pdf.integrity import faults
from tests.renderers.pdf.packs import DOCUMENTS, TRACKER, paper, untagged
from tests.renderers.pdf.reading import chapters, headings, heard, paper_pages, said

LIMITS = page.SafetyLimits(max_table_grid_rows=100_000, max_table_grid_cells=1_000_000)
"""A table may have more rows than the 1,024 that the validator looks at by itself."""

WRONG_RULES = {"PDFA2A-STREAM-LENGTH-001"}
"""It takes the last byte of packed data for a line end where it is a carriage return."""


def each(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, and those in columns."""
    for block in blocks:
        yield block
        if isinstance(block, Columns):
            yield from each(chain(*block.columns))


KINDS = {type(block).__name__: block for block in each(example.blocks())}
ANCHORS = tuple(heading.anchor for heading in headings(example.blocks()))


def refused(data: bytes) -> Iterator[str]:
    """What the validator has against a PDF as PDF/UA-1 and as PDF/A-2a."""
    for profile in ("ua1", "2a"):
        report = page.validate_pdf_bytes(data, profile=profile, limits=LIMITS)
        for failure in report.failures:
            if failure.rule_id not in WRONG_RULES:
                yield f"{failure.rule_id}: {failure.message}"


def pages_of(document: Document, file: PdfFile) -> dict[str, int]:
    """The page of each heading and paper by its anchor, as they stand in the file."""
    own = list(headings(document.blocks))
    found = chapters(file)[-len(own) :]
    assert [words for words, _ in found] == [said((one,), {}) for one in own]
    papers = (block.anchor for block in document.blocks if isinstance(block, PaperPages))
    return {
        **{one.anchor: number for one, (_, number) in zip(own, found, strict=True)},
        **dict(zip(papers, paper_pages(file), strict=True)),
    }


def check(document: Document) -> None:
    data = render(document).data
    file = read(data)
    assert faults(file) == []
    assert list(refused(data)) == []
    assert heard(file) == said(document.blocks, pages_of(document, file))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_pack_is_accessible_and_read_in_order(name: str) -> None:
    check(DOCUMENTS[name]())


def test_a_paper_without_structure_is_heard_as_it_is_drawn_in_a_file_that_claims_nothing(
    tmp_path: Path,
) -> None:
    pages = PaperPages(paper(untagged(tmp_path)), "paper")
    blocks = (Heading(1, "Before", "before"), pages, Heading(1, "After", "after"))
    document = replace(example.document(), blocks=blocks)
    file = read(render(document).data)
    assert faults(file) == ["the file does not say that it is PDF/UA-1"]
    words = said(blocks, pages_of(document, file))
    assert heard(file) == words
    assert len(words) > 500


def test_a_paper_that_stands_under_two_items_is_there_twice() -> None:
    first = paper(TRACKER)
    again = replace(first, item=replace(first.item, number="6"))
    blocks = (
        Heading(1, "First", "first"),
        PaperPages(first, "first-pages"),
        Heading(1, "Again", "again"),
        PaperPages(again, "again-pages"),
        Heading(1, "Last", "last"),
        PaperPages(again, "last-pages"),
    )
    check(replace(example.document(), blocks=blocks))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_block_is_accessible_by_itself(kind: str) -> None:
    block = KINDS[kind]
    inside = {heading.anchor for heading in headings((block,))}
    others = (Heading(1, anchor, anchor) for anchor in ANCHORS if anchor not in inside)
    check(replace(example.document(), blocks=(block, *others)))


def test_no_kind_of_block_is_left_out() -> None:
    every = {kind.__name__ for kind in get_args(Block)}
    assert KINDS.keys() == every - {PaperPages.__name__}


def test_the_structure_of_the_example_is_as_it_was(tmp_path: Path) -> None:
    assert golden.structure(tmp_path) == golden.GOLDEN.read_text(encoding="utf-8")
