"""Compose: the analysis and the templates to one document, the slides' material and the letters."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup

from boardpack.analysis.changes import Changes, Late
from boardpack.analysis.overview import Overview
from boardpack.charts.catalogue import ChartBook
from boardpack.document import briefing, templating, views
from boardpack.document.actions import action_rows, closed_since
from boardpack.document.blocks import (
    Block,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    Numbering,
    PageBreak,
    PageNumber,
    PaperPages,
    Paragraph,
    Text,
)
from boardpack.document.links import anchored_once, led_elsewhere, without_lost_links
from boardpack.document.markdown import Reader
from boardpack.document.names import not_there, of_objective, other_places, paper_anchor
from boardpack.document.pack import Letter, Material, Pack
from boardpack.document.slots import Anchor
from boardpack.document.supplement import SupplementView
from boardpack.document.tables import TableBook
from boardpack.document.tables.data import small_table
from boardpack.document.tables.issue import change_tables, late_table
from boardpack.document.tables.short import shortened
from boardpack.document.templating import here
from boardpack.errors import TemplateError
from boardpack.model.deck import DeckTemplate
from boardpack.words import long_date

PACK = "pack.md.j2"
SUPPLEMENT = "supplement.md.j2"
LETTER = "pack.txt.j2"
BRIEFS = {"highlight": "Highlight report", "brief": "Chair’s briefing"}
"""The papers of two pages by the name of their output, with what they are called."""
_FEWEST_ROWS = 2
_Name = TypeVar("_Name")
_Thing = TypeVar("_Thing")


def compose(
    overview: Overview,
    templates: Path,
    sources: Iterable[tuple[str, str]],
    briefs: Iterable[str] = (),
    changes: Changes | None = None,
) -> Pack:
    """Everything that the files of a meeting are rendered from, with the briefs that are named.

    `sources` are the input files with their hashes, `changes` what a version has that the one
    before has not. A template that names what does not exist is a TemplateError.
    """
    books = _books(overview, sources, changes)
    return Pack(
        _document(books, templates / "pack", PACK),
        Material(books.plain, books.charts.chart, books.tables.table),
        deck_template(overview, templates),
        (_letter(overview, books.plain, templates / "mail"),),
        {name: partial(_brief, books, templates, name) for name in briefs},
    )


def deck_template(overview: Overview, templates: Path) -> DeckTemplate:
    """The slide template that board.toml names, with the layouts that it maps."""
    slides = overview.settings.slides
    return DeckTemplate(templates / slides.template, slides.choices)


def material(overview: Overview) -> Material:
    """What the slides of a meeting are filled from, without its pack and its version."""
    books = _books(overview, ())
    return Material(books.plain, books.charts.chart, books.tables.table)


@dataclass(frozen=True, slots=True)
class _Books:
    """What every document of a meeting takes from; `fewer` shortens each table that has a limit."""

    overview: Overview
    charts: ChartBook
    tables: TableBook
    plain: Mapping[str, object]
    fewer: int = 0
    version: str | None = None
    """What the cover says of the pack's version, where it replaces another."""


def _books(
    overview: Overview, sources: Iterable[tuple[str, str]], changes: Changes | None = None
) -> _Books:
    charts = ChartBook(overview)
    plain = views.values(overview, charts, changes)
    tables = TableBook(overview, tuple(sources), change_tables(overview, changes))
    version = f"{changes.version}. It replaces version {changes.since}." if changes else None
    return _Books(overview, charts, tables, plain, version=version)


def compose_supplement(overview: Overview, templates: Path, late: Late) -> Document:
    """The late papers of a meeting as a document by itself, with numbers of its own."""
    numbers = {one.paper.item for one in late.papers}
    papers = tuple(paper for paper in overview.meeting.papers if paper.item.number in numbers)
    overview = replace(overview, meeting=replace(overview.meeting, papers=papers))
    books = _books(overview, ())
    more = {"late-papers": late_table(overview, late)}
    plain = {**books.plain, "supplement": SupplementView.of(late)}
    own = replace(books, plain=plain, tables=replace(books.tables, more=more))
    name = f"Supplement {late.number}"
    made = _document(own, templates / "supplement", SUPPLEMENT, name)
    return replace(
        made,
        blocks=without_lost_links(made.blocks),
        numbering=Numbering(f"{name}, page", f"S{late.number}."),
    )


def _brief(books: _Books, templates: Path, name: str, fewer: int = 0) -> Document:
    """A paper that is read by itself: what would lead into the pack leads nowhere."""
    plain = {**books.plain, **briefing.values(books.overview, fewer)}
    own = replace(books, plain=plain, fewer=fewer)
    made = _document(own, templates / name, f"{name}.md.j2", BRIEFS[name])
    return replace(made, blocks=without_lost_links(made.blocks))


def _document(books: _Books, folder: Path, template: str, title: str | None = None) -> Document:
    """A document as its main template gives it; the pack has no title of its own."""
    board, day = books.overview.settings.board, long_date(books.overview.meeting.date)
    return Document(
        title=", ".join(part for part in (title, board.name, day) if part),
        board=board.name,
        date=day,
        marking=board.marking,
        author=board.council,
        blocks=_Composer(books).blocks(folder, template),
    )


def _letter(overview: Overview, plain: Mapping[str, object], folder: Path) -> Letter:
    mail = overview.settings.mail
    return Letter(
        name="pack",
        sender=mail.sender,
        to=mail.to,
        cc=mail.cc,
        subject=f"{mail.subject}, {long_date(overview.meeting.date)}",
        body=templating.render(templating.environment(folder, escape=False), LETTER, plain),
        attach=("pack.pdf",),
    )


@dataclass(slots=True)
class _Composer:
    """Fills the Markdown templates of one document and reads them into blocks."""

    books: _Books
    reader: Reader = field(default_factory=Reader)

    def blocks(self, folder: Path, template: str) -> tuple[Block, ...]:
        """The blocks of the whole document, in the order that the templates give."""
        slots = self.reader.slots
        jinja = templating.environment(folder, escape=True, finalize=slots.finalize)
        text = templating.render(jinja, template, {**self.books.plain, **self._functions()})
        blocks = self.reader.blocks(text)
        if not any(isinstance(block, Heading) for block in blocks):
            raise TemplateError(
                template, "the pack has no heading. Begin each section with one, such as # Summary."
            )
        return led_elsewhere(anchored_once(blocks), other_places(self.books.overview))

    def _functions(self) -> Mapping[str, Callable[..., object]]:
        """What a section may call; each puts a block in its place."""
        slots = self.reader.slots
        return {
            "chart": self._chart,
            "has_chart": self.books.charts.has,
            "table": self._table,
            "has_table": self.books.tables.has,
            "actions": self._actions,
            "cover": lambda: slots.block(self._cover()),
            "contents": lambda title="Contents": slots.block(Contents(title)),
            "page_break": lambda: slots.block(PageBreak()),
            "page_of": lambda anchor, word="": slots.inline((PageNumber(str(anchor), str(word)),)),
            "anchor": lambda name: slots.inline(Anchor(str(name))),
            "minutes": self._minutes,
            "paper_pages": self._paper_pages,
            "workbook_table": self._workbook_table,
        }

    def _chart(self, name: str, *, half: bool = False) -> Markup:
        return self.reader.slots.block(Figure(self.books.charts.chart(name, here()), half))

    def _table(self, name: str, *, rows: int | None = None) -> Markup:
        """A table, of so many rows at most where that is told."""
        table = self.books.tables.table(name, here())
        if rows is not None:
            table = shortened(table, max(rows - self.books.fewer, _FEWEST_ROWS))
        if not table.rows:
            return self.reader.slots.block(Paragraph((Text("None."),), "note"))
        return self.reader.slots.block(table)

    def _cover(self) -> Cover:
        board, agenda = self.books.overview.settings.board, self.books.overview.meeting.agenda
        facts = (
            ("Version", self.books.version or ""),
            ("Time", agenda.time),
            ("Place", agenda.place),
            ("Chair", board.chair),
            ("Reports to", board.reports_to or ""),
            ("Next meeting", long_date(self.books.overview.next_board)),
        )
        return Cover(
            council=board.council,
            board=board.name,
            date=long_date(self.books.overview.meeting.date),
            facts=tuple((name, value) for name, value in facts if value),
            ask=str(self.books.plain["ask"]),
            marking=board.marking,
        )

    def _actions(self, objective: int | None, which: str) -> Markup:
        """Actions of an objective: "open", "standing", "closed since" the last board, or "closed"."""
        chapters = self.books.overview.chapters
        chapter = _named(((c.objective.number, c) for c in chapters), "objective", objective)
        chosen = {
            "open": chapter.work,
            "standing": chapter.standing,
            "closed since": closed_since(chapter),
            "closed": chapter.closed,
        }
        if which not in chosen:
            known = ", ".join(f'"{name}"' for name in chosen)
            raise TemplateError(here(), f'there are no actions "{which}". Choose from: {known}.')
        caption = f"Actions of {of_objective(objective)}, {which}"
        return self.reader.slots.block(
            action_rows(caption, chosen[which], brief=which.startswith("closed"))
        )

    def _minutes(self) -> Markup:
        text = self.books.overview.meeting.minutes or ""
        reader = Reader(shift=1, prefix="minutes-", anchors=self.reader.anchors)
        return self.reader.slots.block(*reader.blocks(text))

    def _paper_pages(self, key: str) -> Markup:
        papers = self.books.overview.meeting.papers
        paper = _named(((paper.item.number, paper) for paper in papers), "paper", key)
        if paper.missing:
            return self.reader.slots.block(Paragraph((Text(not_there(paper)),), "question"))
        return self.reader.slots.block(PaperPages(paper, f"{paper_anchor(paper.item)}-pages"))

    def _workbook_table(self, sheet: str) -> Markup:
        tables = self.books.overview.meeting.plan.tables
        found = _named(((table.sheet, table) for table in tables), "table of the sheet", sheet)
        return self.reader.slots.block(small_table(found))


def _named(things: Iterable[tuple[_Name, _Thing]], kind: str, name: _Name) -> _Thing:
    """What has this name; a template that names what does not exist is told so."""
    known = dict(things)
    if name not in known:
        choices = ", ".join(str(one) for one in known) or "none"
        raise TemplateError(here(), f'there is no {kind} "{name}". Choose from: {choices}.')
    return known[name]
