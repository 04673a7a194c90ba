"""The two papers of each meeting, as tagged PDF: one upright, one with a page on its side.

They are set as a council's own papers are: in other colours than the pack, and with a structure
that a screen reader follows, so that a pack with them in it can conform to PDF/UA-1 and PDF/A-2a.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from boardpack.charts.spec import Chart, ChartKind, Series
from boardpack.document.blocks import (
    Block,
    Column,
    Content,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    TableRow,
    Text,
)
from boardpack.model.metrics import Unit
from boardpack.renderers.pdf import render
from boardpack.renderers.pdf.conformance import CLAIMS
from boardpack.style import Role, Style
from tests.sample.paper_text import SUFFICIENCY, TRACKER, Rows, Sufficiency, Tracker
from tests.sample.paper_text import Block as Section

COUNCIL = "Marlshire County Council"
BOARD = "Permanence and Children in Our Care Board"
MARKING = "OFFICIAL"
LOOK = Style(
    structure="#1E5631",
    hairline="#C3CFC6",
    tint="#EDF4EF",
    main="#1E5631",
    groups=("#1E5631", "#3F9B6C", "#B7791F"),
)
LOCALITIES: tuple[Role, ...] = ("first", "second", "third")
_MARKED = re.compile(r'<b>(.*?)</b>|<a href="(.*?)">(.*?)</a>')


class NotConforming(Exception):
    """A paper that cannot be shown to conform to the standards that it is there to claim."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} cannot be shown to conform to {' and '.join(CLAIMS)}. If the validator is not "
            "installed, `pip install 'page-validation>=0.11'` installs it; if it is, the paper has "
            "a fault. No paper is written, for it would differ from the one that is there."
        )


def write_sufficiency(board: date, path: Path) -> None:
    """Write the upright paper on the sufficiency strategy."""
    paper = SUFFICIENCY[board]
    blocks = [
        Heading(1, paper.title, "title"),
        *_particulars(paper, board),
        *_sections(paper.opening),
        PageBreak(),
        _heading("Where children live"),
        Paragraph(_runs(paper.table_note)),
        _table("Where children live", paper.table, (66, 26, 26, 26, 26)),
        *_sections(paper.middle),
        PageBreak(),
        *_sections(paper.closing),
        _heading("Milestones"),
        _table("Milestones", paper.milestones, (76, 54, 40), words=3),
    ]
    _write(path, paper.title, board, blocks)


def write_tracker(board: date, path: Path) -> None:
    """Write the paper with the permanence tracker, whose table is wide and lies on its side."""
    paper = TRACKER[board]
    blocks = [
        Heading(1, paper.title, "title"),
        Paragraph(_runs(paper.summary), "lead"),
        Figure(_chart(paper)),
        *_sections(paper.closing),
        _heading("The nine teams"),
        _table(f"{paper.table_note} {paper.source}", paper.table, (45, *[21] * 10), shown=True),
    ]
    _write(path, paper.title, board, blocks)


def _write(path: Path, title: str, board: date, blocks: Sequence[Block]) -> None:
    document = Document(title, BOARD, _day(board), MARKING, COUNCIL, tuple(blocks))
    output = render(document, LOOK, name=path.name)
    if output.conforms != CLAIMS:
        raise NotConforming(path.name)
    path.write_bytes(output.data)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _particulars(paper: Sufficiency, board: date) -> Iterator[Paragraph]:
    """What stands at the head of a committee report."""
    for name, text in (
        ("Report to", f"{BOARD}, {_day(board)}"),
        ("Report of", "Commissioning Manager (Placements)"),
        ("Purpose", paper.purpose),
        ("Divisions affected", "All"),
    ):
        yield Paragraph((Text(f"{name}: ", strong=True), *_runs(text)))


def _sections(sections: tuple[Section, ...]) -> Iterator[Block]:
    """Headings with their numbered or plain paragraphs."""
    for heading, paragraphs in sections:
        yield _heading(heading)
        for text in paragraphs:
            yield Paragraph(_runs(text))


def _heading(text: str) -> Heading:
    return Heading(2, text, re.sub(r"\W+", "-", text.lower()).strip("-"))


def _runs(text: str) -> Content:
    """The text as it is marked: strong words, links, and the words between them."""
    runs: list[Text] = []
    end = 0
    for found in _MARKED.finditer(text):
        runs.append(Text(text[end : found.start()]))
        strong, address, words = found.groups()
        runs.append(Text(words, href=address) if address else Text(strong, strong=True))
        end = found.end()
    runs.append(Text(text[end:]))
    return tuple(run for run in runs if run.text)


def _table(
    caption: str, rows: Rows, widths: Sequence[float], *, words: int = 1, shown: bool = False
) -> Table:
    """A table whose first columns hold words, and the others numbers."""
    columns = tuple(
        Column(title, width, "left" if place < words else "right")
        for place, (title, width) in enumerate(zip(rows[0], widths, strict=True))
    )
    lines = tuple(TableRow(tuple(map(_runs, row))) for row in rows[1:])
    return Table(caption, caption, columns, lines, show_caption=shown)


def _chart(paper: Tracker) -> Chart:
    """Weeks that children wait at each step, by locality."""
    heard = "; ".join(
        f"{area}: "
        + ", ".join(
            f"{step.lower()} {weeks}" for step, weeks in zip(paper.steps, waits, strict=True)
        )
        for area, waits in paper.waits
    )
    return Chart(
        name="waits",
        kind=ChartKind.BARS,
        headline=paper.chart_title,
        subtitle=paper.chart_note,
        unit=Unit.COUNT,
        categories=paper.steps,
        series=tuple(
            Series(area, waits, role)
            for (area, waits), role in zip(paper.waits, LOCALITIES, strict=True)
        ),
        source=paper.source,
        alt=f"Average weeks at each step. {heard}.",
    )
