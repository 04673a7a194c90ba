"""Tables of the meeting: agenda, decisions, action log, recommendations."""

from boardpack.analysis.arising import Arising
from boardpack.analysis.calendar import cycle_dates
from boardpack.analysis.overview import Overview
from boardpack.document import wording
from boardpack.document.blocks import Column, Content, LineBreak, PageNumber, Pill, Table, Text
from boardpack.document.names import NOT_HERE, NOT_PUBLIC, paper_anchor
from boardpack.document.tables.cells import inline, link, table, text
from boardpack.model.board import AgendaItem, LoggedAction, Paper, Recommendation
from boardpack.words import DASH, long_date, plural


def agenda(overview: Overview) -> Table:
    """What is taken when, by whom, to what end, and on which page."""
    columns = (
        Column("Item", 0.07),
        Column("Title", 0.41),
        Column("Purpose", 0.14),
        Column("Lead", 0.22),
        Column("Minutes", 0.09, "right"),
        Column("Page", 0.07, "right"),
    )
    papers = {paper.item.number: paper for paper in overview.meeting.papers}
    rows = [_item(item, papers.get(item.number)) for item in overview.meeting.agenda.items]
    return table("agenda", "Agenda", columns, rows)


def _item(item: AgendaItem, paper: Paper | None) -> tuple[Content, ...]:
    """A line of the agenda; it leads to the item's page where there is one, or to its chapter."""
    has_page = paper is not None or item.withheld
    place = paper_anchor(item) if has_page else item.chapter
    remark = _remark(item, paper)
    title = link(item.title, place) if place else text(item.title)
    return (
        text(item.number),
        (*title, LineBreak(), Text(remark, size="small")) if remark else title,
        text(item.purpose.value.capitalize()),
        text(item.lead),
        text(str(item.minutes)),
        inline(PageNumber(place)) if place else (Text(DASH),),
    )


def _remark(item: AgendaItem, paper: Paper | None) -> str | None:
    if item.withheld:
        return f"Exempt: {item.exempt}. Not in this pack."
    if paper is not None and paper.missing:
        return f"The paper {item.paper} could not be put into this pack."
    return f"Exempt: {item.exempt}. Not for publication." if item.exempt else None


def decisions(overview: Overview) -> Table:
    """What the board is asked to decide."""
    columns = (Column("Item", 0.1), Column("Subject", 0.35), Column("The board is asked to", 0.55))
    asked = overview.meeting.agenda.decisions
    rows = [(text(item.number), text(item.title), text(_asked(item))) for item in asked]
    return table("decisions", "Decisions that the board is asked for", columns, rows)


def _asked(item: AgendaItem) -> str | None:
    return f"Exempt, {NOT_PUBLIC}" if item.withheld else item.ask


def next_dates(overview: Overview) -> Table:
    """What has to be done by when before the next board."""
    dates = cycle_dates(overview.next_board, overview.settings.cycle)
    steps = (
        ("Leads are asked for their updates", dates.commission),
        ("Updates are back", dates.returns),
        ("The chair is briefed", dates.briefing),
        ("The pack goes out", dates.issue),
        ("The board meets", dates.meeting),
    )
    rows = [
        (text(said), text(long_date(day))) for said, day in sorted(steps, key=lambda step: step[1])
    ]
    columns = (Column("Step", 0.6), Column("Day", 0.4))
    return table("next-dates", "Dates before the next board", columns, rows)


def action_log(overview: Overview) -> Table:
    """The board's own actions, the open and late ones first."""
    columns = (
        Column("Ref", 0.1),
        Column("Action", 0.33),
        Column("Owner", 0.19),
        Column("Due", 0.14),
        Column("Position", 0.24),
    )
    logged = sorted(overview.meeting.action_log, key=lambda line: line.is_done)
    return table(
        "action-log",
        "The board's action log",
        columns,
        [_logged(line, overview) for line in logged],
    )


def _logged(line: LoggedAction, overview: Overview) -> tuple[Content, ...]:
    late = not line.is_done and line.due.date is not None and line.due.date < overview.meeting.date
    overdue: Content = (LineBreak(), Text("Late", strong=True)) if late else ()
    return (
        text(line.ref),
        text(line.action),
        text(line.owner),
        (*text(wording.due(line.due)), *overdue),
        (*text(line.status, strong=True), LineBreak(), *text(line.update)),
    )


def matters_arising(overview: Overview) -> Table:
    """What the last board decided and agreed, and where each stands."""
    columns = (
        Column("Ref", 0.15),
        Column("Decided or agreed", 0.33),
        Column("Owner", 0.17),
        Column("Due", 0.13),
        Column("Position", 0.22),
    )
    rows = [_arising(one) for one in overview.arising]
    return table("matters-arising", "Matters arising from the last meeting", columns, rows)


def _arising(one: Arising) -> tuple[Content, ...]:
    """The action log tells the position where the action stands in it, for it is newer."""
    noted, line = one.decision, one.logged
    status, told = (line.status, line.update) if line else (noted.status, noted.note)
    usual = "Open" if noted.is_action else "Decided"
    return (
        text(one.ref),
        text(noted.what),
        text((line.owner if line else noted.owner) or None),
        text(wording.due(line.due if line else noted.due)),
        (*text(status or usual, strong=True), LineBreak(), *text(told)),
    )


def recommendations(overview: Overview) -> Table:
    """The recommendations of the inspection, as the tracker lists them."""
    columns = (
        Column("No", 0.06),
        Column("Recommendation", 0.3),
        Column("Current position", 0.32),
        Column("Plan refs", 0.1),
        Column("Due", 0.1),
        Column("Rating", 0.12),
    )
    rows = [_recommendation(one) for one in overview.meeting.recommendations]
    return table("recommendations", "Recommendations of the inspection", columns, rows)


def _recommendation(one: Recommendation) -> tuple[Content, ...]:
    return (
        text(one.number),
        (*text(one.text), LineBreak(), Text(one.lead, size="small"))
        if one.lead
        else text(one.text),
        text(one.position),
        text(one.plan_refs),
        text(wording.due(one.due)),
        inline(Pill(one.rating)),
    )


def _paper_title(paper: Paper) -> Content:
    if not paper.missing:
        return text(paper.item.title)
    why = Text(f"Not in this pack: {paper.missing}.", size="small")
    return (*text(paper.item.title), LineBreak(), why)


def papers(overview: Overview) -> Table:
    """The papers that are appended and those that are withheld, with the page that each starts on."""
    columns = (
        Column("Item", 0.08),
        Column("Paper", 0.46),
        Column("Lead", 0.22),
        Column("Pages", 0.14, "right"),
        Column("Starts on", 0.1, "right"),
    )
    there = {paper.item.number: paper for paper in overview.meeting.papers}
    rows = [
        _paper(item, there.get(item.number))
        for item in overview.meeting.agenda.items
        if item.withheld or item.number in there
    ]
    return table("papers", "Papers appended to this pack", columns, rows)


def _paper(item: AgendaItem, paper: Paper | None) -> tuple[Content, ...]:
    pages = str(len(paper.pages)) if paper and not paper.missing else NOT_HERE
    return (
        text(item.number),
        link(item.title, paper_anchor(item)),
        text(item.lead),
        text(NOT_PUBLIC if item.withheld else pages),
        inline(PageNumber(paper_anchor(item))),
    )


def cover_sheet(overview: Overview, item: str) -> Table | None:
    """What the sheet before a paper says of it; None where no such item is on the agenda."""
    found = next((one for one in overview.meeting.agenda.items if one.number == item), None)
    if found is None:
        return None
    paper = next((one for one in overview.meeting.papers if one.item.number == item), None)
    facts = [
        ("Purpose", f"For {found.purpose.value}"),
        ("Lead", found.lead),
        ("Time", plural(found.minutes, "minute")),
    ]
    if paper is not None and not paper.missing:
        facts.append(("Paper", f"{paper.name}, {plural(len(paper.pages), 'page')}"))
    facts.append(("Publication", _publication(found)))
    rows = [(text(name, strong=True), text(value)) for name, value in facts]
    columns = (Column("", 0.2), Column("", 0.8))
    return table(f"paper {item}", f"About item {item}", columns, rows)


def _publication(item: AgendaItem) -> str:
    if item.exempt:
        return f"Exempt: {item.exempt}. Not for publication."
    return "Open to the public"
