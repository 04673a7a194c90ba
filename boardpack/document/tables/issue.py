"""Tables of what changed since the pack was issued, and of the papers in a supplement."""

from collections.abc import Mapping

from boardpack.analysis.changes import Change, Changes, Late, LatePaper, PaperChange
from boardpack.analysis.overview import Overview
from boardpack.document.blocks import Column, Content, LineBreak, PageNumber, Table, Text
from boardpack.document.names import paper_anchor
from boardpack.document.tables.cells import inline, link, table, text
from boardpack.model.board import AgendaItem
from boardpack.model.issue import IssuedPaper
from boardpack.words import DASH, sentence


def change_tables(overview: Overview, changes: Changes | None) -> Mapping[str, Table]:
    """The tables of the changes by name; without rows where nothing changed."""
    return {
        "changed-chapters": _chapters(changes),
        "changed-papers": _papers(overview, changes),
    }


def late_table(overview: Overview, late: Late) -> Table:
    """The papers of a supplement: what they are for, why they are here, and where."""
    columns = (
        Column("Item", 0.07),
        Column("Title", 0.29),
        Column("Lead", 0.17),
        Column("Purpose", 0.12),
        Column("Why it is here", 0.2),
        Column("Pages", 0.07, "right"),
        Column("Page", 0.08, "right"),
    )
    items = {item.number: item for item in overview.meeting.agenda.items}
    rows = [_late(items[one.paper.item], one) for one in late.papers]
    return table("late-papers", "Papers in this supplement", columns, rows)


def why(paper: LatePaper) -> str:
    """Why a paper is in a supplement."""
    return f"Replaces the paper of {paper.replaces}" if paper.replaces else "New"


def _late(item: AgendaItem, one: LatePaper) -> tuple[Content, ...]:
    return (
        text(item.number),
        link(item.title, paper_anchor(item)),
        text(item.lead),
        text(item.purpose.value.capitalize()),
        text(why(one)),
        text(str(one.paper.pages)),
        inline(PageNumber(paper_anchor(item))),
    )


def _papers(overview: Overview, changes: Changes | None) -> Table:
    """The papers that were added, replaced or withdrawn, with their pages before and now."""
    columns = (
        Column("Item", 0.08),
        Column("Paper", 0.42),
        Column("What changed", 0.16),
        Column("Pages before", 0.12, "right"),
        Column("Pages now", 0.12, "right"),
        Column("Page", 0.1, "right"),
    )
    items = {item.number: item for item in overview.meeting.agenda.items}
    rows = [_paper(change, items) for change in changes.papers] if changes else []
    return table("changed-papers", "Papers that changed", columns, rows)


def _paper(change: PaperChange, items: Mapping[str, AgendaItem]) -> tuple[Content, ...]:
    paper, here = change.paper, change.kind is not Change.WITHDRAWN
    anchor = paper_anchor(items[paper.item]) if here else ""
    title = link(paper.title, anchor) if here else text(paper.title)
    return (
        text(paper.item),
        (*title, LineBreak(), Text(paper.file, size="small")),
        text(sentence(change.kind)),
        _pages(change.before),
        _pages(change.now),
        inline(PageNumber(anchor)) if here else (Text(DASH),),
    )


def _pages(paper: IssuedPaper | None) -> Content:
    return text(str(paper.pages)) if paper else (Text(DASH),)


def _chapters(changes: Changes | None) -> Table:
    """The chapters that say something else, each with its page."""
    columns = (Column("Chapter", 0.66), Column("What changed", 0.2), Column("Page", 0.14, "right"))
    rows = []
    for change in changes.chapters if changes else ():
        chapter = change.chapter
        leads = chapter.anchor and change.kind is not Change.WITHDRAWN
        rows.append(
            (
                link(chapter.title, chapter.anchor) if leads else text(chapter.title),
                text(sentence(change.kind)),
                inline(PageNumber(chapter.anchor)) if leads else (Text(DASH),),
            )
        )
    return table("changed-chapters", "Chapters whose words changed", columns, rows)
