"""Tables of the data: scorecard, measures that miss, what was not understood, sources."""

from collections.abc import Iterable

from boardpack import words
from boardpack.analysis.control.kinds import Assurance, PointType
from boardpack.analysis.overview import Overview
from boardpack.analysis.scorecard import SPARK_PERIODS, Line, Standing
from boardpack.analysis.stories import QUESTION_CODES
from boardpack.document import wording
from boardpack.document.blocks import (
    Column,
    Content,
    LineBreak,
    Spark,
    Status,
    StatusKind,
    Table,
    TableRow,
    Text,
)
from boardpack.document.tables.cells import inline, table, text
from boardpack.model.plan import SmallTable
from boardpack.words import DASH

SUPPRESSED = "c"
"""Stands for a number that is too small to be shown, as the Department for Education writes it."""
_NARROWEST, _WIDEST = 8, 40
"""Characters of the narrowest and the widest column of a table that is taken as it stands."""


def scorecard(overview: Overview) -> Table:
    """One line a measure, grouped by objective."""
    columns = (
        Column("Measure", 0.25),
        Column("Latest", 0.11, "right"),
        Column("Target", 0.2),
        Column("Trend", 0.08),
        Column("Change", 0.17),
        Column("Signal or noise", 0.19),
    )
    rows: list[TableRow] = []
    titles = {c.objective.number: c.objective.title for c in overview.chapters}
    numbers = sorted(
        {x.metric.objective for x in overview.scorecard}, key=lambda n: (n is None, n or 0)
    )
    for number in numbers:
        mine = [line for line in overview.scorecard if line.metric.objective == number]
        rows.append(TableRow((text(_group(number, titles)),), group=True))
        rows += [TableRow(_line(line)) for line in mine]
    return Table("scorecard", "Scorecard of all measures", columns, tuple(rows))


def _group(number: int | None, titles: dict[int | None, str]) -> str:
    if number is None:
        return "Measures of the whole service"
    return f"Objective {number}: {titles.get(number, '')}".rstrip(": ")


def _line(line: Line) -> tuple[Content, ...]:
    unit = line.metric.unit
    if line.hidden is not None:
        cell = (
            Text(SUPPRESSED, size="large"),
            LineBreak(),
            Text(words.period(line.hidden.period), size="small"),
        )
        title: Content = (
            Text(line.metric.title, strong=True),
            LineBreak(),
            Text("Too small a number to show", size="small"),
        )
        return (title, cell, _target(line), *(text(None) for _ in range(3)))
    if line.latest is None:
        return (
            text(line.metric.title),
            text(None),
            text(None),
            text("No value given"),
            text(None),
            text(None),
        )
    return (
        (Text(line.metric.title, strong=True), *_comparison(line)),
        (
            Text(words.quantity(line.value, unit), size="large"),
            LineBreak(),
            Text(words.period(line.latest.period), size="small"),
            *_age(line),
        ),
        _target(line),
        inline(_spark(line)),
        _change(line),
        _signals(line),
    )


def _age(line: Line) -> Content:
    """Says of a value that a newer one should be there by now."""
    return (LineBreak(), Text("Old data", strong=True, size="small")) if line.is_stale else ()


_ASSURANCE_WORDS = {
    Assurance.PASS: "will meet target",
    Assurance.FAIL: "will miss target",
    Assurance.HIT_OR_MISS: "hit or miss",
}
_VARIATION: dict[PointType, tuple[StatusKind, str]] = {
    PointType.COMMON_CAUSE: ("common-cause", "no real change"),
    PointType.IMPROVEMENT: ("improvement", "improvement"),
    PointType.CONCERN: ("concern", "concern"),
    PointType.NEUTRAL_HIGH: ("neutral", "higher"),
    PointType.NEUTRAL_LOW: ("neutral", "lower"),
}


def variation(line: Line) -> Content:
    """Whether the latest value is more than chance, as an icon with its words."""
    if line.control is None or line.control.variation is None:
        return (Text("Too few values", size="small"),)
    return inline(Status(*_VARIATION[line.control.variation]))


def _signals(line: Line) -> Content:
    """The two icons of the control chart, each with its words; why there are none, where there are none."""
    chart = line.control
    if chart is None or chart.variation is None:
        return variation(line)
    cell = variation(line)
    if chart.assurance is not None:
        assured: StatusKind = _ASSURED[chart.assurance]
        cell = (*cell, LineBreak(), Status(assured, _ASSURANCE_WORDS[chart.assurance]))
    return cell


_ASSURED: dict[Assurance, StatusKind] = {
    Assurance.PASS: "pass",
    Assurance.FAIL: "fail",
    Assurance.HIT_OR_MISS: "hit-or-miss",
}


def _target(line: Line) -> Content:
    """The target with its day, and how the measure stands to it."""
    metric = line.metric
    standing = Status(line.standing.value, wording.standing_words(line))
    if metric.target is None:
        return (standing,)
    until = f" by {words.short_month(metric.target_date)}" if metric.target_date else ""
    cell: Content = (
        Text(words.quantity(metric.target, metric.unit)),
        Text(until, size="small"),
    )
    return cell if line.hidden else (*cell, LineBreak(), standing)


def _spark(line: Line) -> Spark:
    shown = line.series[-SPARK_PERIODS:]
    first = next(seen for seen in shown if seen.value is not None)
    said = f"From {words.quantity(first.value, line.metric.unit)} in {words.period(first.period)}"
    return Spark(tuple(seen.value for seen in shown), line.metric.target, said)


def _change(line: Line) -> Content:
    """How the value moved since the last board and in a year; since the one before, where neither is known."""
    told = [recent] if (recent := lately(line)) else []
    if line.change_in_a_year is not None:
        told.append(_moved(line.change_in_a_year, line, "in a year"))
    if not told:
        return no_change(line)
    first, *rest = told
    return (*first, *(part for one in rest for part in (LineBreak(), *one)))


def no_change(line: Line) -> Content:
    """What stands where no change can be told: that it is the first value, else a dash."""
    given = sum(seen.value is not None for seen in line.series)
    return (Text(DASH),) if given > 1 else (Text("First value", size="small"),)


def lately(line: Line) -> Content:
    """How the value moved since the last board, else since the one before; nothing for a first value."""
    if line.since_board is line.latest and line.latest is not None:
        return (Text("no new value", size="small"),)
    if line.change_since_board is not None:
        return _moved(line.change_since_board, line, "since board")
    if line.change is not None and line.before is not None:
        return _moved(line.change, line, f"since {words.period(line.before.period)}")
    return ()


def _moved(change: float, line: Line, since: str) -> Content:
    return (Text(words.change(change, line.metric.unit)), Text(f" {since}", size="small"))


def _comparison(line: Line) -> Content:
    """Who it is compared with, under its name."""
    if line.comparison is None:
        return ()
    value = words.quantity(line.comparison.value, line.metric.unit)
    period = words.period(line.comparison.observation.period)
    return LineBreak(), Text(f"{line.comparison.area} {value}, {period}", size="small")


def measures_missed(overview: Overview) -> Table:
    """The measures that miss their target or are behind, the widest gap first."""
    columns = (
        Column("Measure", 0.46),
        Column("Latest", 0.18, "right"),
        Column("Target", 0.18, "right"),
        Column("Change", 0.18, "right"),
    )
    rows = [
        (
            text(line.metric.title),
            text(words.quantity(line.value, line.metric.unit)),
            text(words.quantity(line.metric.target, line.metric.unit)),
            text(DASH if line.change is None else words.change(line.change, line.metric.unit)),
        )
        for line in overview.measures(Standing.MISSED)
    ]
    return table(
        "measures-missed",
        "Measures that miss their target or are behind, furthest first",
        columns,
        rows,
    )


def data_quality(overview: Overview) -> Table:
    """What was not understood or odd in the inputs, for the project manager to work through."""
    columns = (Column("Where", 0.24), Column("What was found", 0.46), Column("What to do", 0.3))
    faults = [
        finding for finding in overview.findings if not finding.code.startswith(QUESTION_CODES)
    ]
    rows: list[TableRow] = []
    for file in dict.fromkeys(finding.source.file for finding in faults):
        rows.append(TableRow((text(file),), group=True))
        for finding in faults:
            if finding.source.file == file:
                place = str(finding.source).removeprefix(file).lstrip(", ") or "The file"
                cells = (text(place), text(finding.message), text(finding.remedy))
                rows.append(TableRow(cells))
    return Table(
        "data-quality", "What was not understood, or odd, in the inputs", columns, tuple(rows)
    )


def sources(overview: Overview, hashes: Iterable[tuple[str, str]]) -> Table:
    """The files that the pack was made from, each with the start of its SHA-256."""
    columns = (Column("File", 0.7), Column("SHA-256, first 16 digits", 0.3))
    rows = [(text(file), text(digest[:16])) for file, digest in hashes]
    return table("sources", f"Files of {words.long_date(overview.meeting.date)}", columns, rows)


def other_text(overview: Overview) -> Table:
    """The text of the workbook that stands in no table, so that nothing of it is lost."""
    columns = (Column("Sheet", 0.2), Column("Cell", 0.1), Column("Text", 0.7))
    rows = [
        (text(note.sheet), text(note.cell), text(note.text)) for note in overview.meeting.plan.notes
    ]
    return table("other-text", "Text of the workbook outside its tables", columns, rows)


def _room_for(texts: Iterable[str]) -> float:
    """A column's share of the width: as its longest text needs, within reason."""
    longest = max(len(text) for text in texts)
    return float(min(max(longest, _NARROWEST), _WIDEST))


def small_table(table_of: SmallTable) -> Table:
    """A table of the workbook that is not the plan, as it stands."""
    columns = tuple(
        Column(title, _room_for([title, *(row[place] for row in table_of.rows)]))
        for place, title in enumerate(table_of.header)
    )
    caption = table_of.title or table_of.sheet
    return table(
        table_of.sheet,
        caption,
        columns,
        [tuple(text(cell) for cell in row) for row in table_of.rows],
    )
