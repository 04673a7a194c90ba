"""A small document that holds every kind of block, for the tests of the renderers."""

from collections.abc import Iterable

from boardpack.charts.spec import Chart, ChartKind, Series
from boardpack.document.blocks import (
    ActionRow,
    ActionRows,
    Arrow,
    Block,
    Column,
    Columns,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    ItemList,
    LineBreak,
    PageBreak,
    PageNumber,
    Paragraph,
    Pill,
    Question,
    Spark,
    Status,
    Table,
    TableRow,
    Text,
)
from boardpack.model.metrics import Unit
from boardpack.model.plan import Rating

HOSTILE = "R&D <b>not bold</b> {{ x }} *stars* | pipe “quoted” – é → ✓ \U0001f600"

BY_OBJECTIVE = Chart(
    name="rating-by-objective",
    kind=ChartKind.STACKED_BARS,
    headline="Two objectives carry most of the red actions",
    subtitle="Actions by rating and objective",
    unit=Unit.COUNT,
    categories=("1 Voice of children", "2 Remaining safely at home", "3 Local offer"),
    series=(
        Series("Red", (2, 5, 0), "red"),
        Series("Amber", (6, 3, 4), "amber"),
        Series("Green", (8, 9, 5), "green"),
        Series("Blue", (4, 6, 2), "blue"),
        Series("No rating", (0, 1, 0), "unrated"),
    ),
    source="Source: plan.xlsx, 14 August 2019",
    alt="Red actions: 2 under objective 1, 5 under objective 2, none under objective 3.",
)

TREND = Chart(
    name="trend cla_count",
    kind=ChartKind.LINES,
    headline="More children are looked after than a year ago",
    subtitle="Children looked after, county, monthly",
    unit=Unit.COUNT,
    categories=tuple(f"{m} {y}" for y in (2018, 2019) for m in ("Jan", "Apr", "Jul", "Oct")),
    series=(
        Series("County", (1968, 1990, 2010, 2034, 2059, None, 2126, 2120), "main"),
        Series("Target", (1646.0,) * 8, "target"),
        Series("England", (1700, None, None, None, 1750, None, None, 1760), "comparator"),
    ),
    source="Source: placements.csv",
    alt="The number rose from 1,968 to 2,120; the target is 1,646.",
)

LOCALITIES = Chart(
    name="localities rha_timely",
    kind=ChartKind.BARS,
    headline="Central is furthest from the target",
    subtitle="Review health assessments on time",
    unit=Unit.PERCENT,
    categories=("North", "Central", "East"),
    series=(
        Series("Jul 2018", (61.0, 48.5, 70.2), "first"),
        Series("Jul 2019", (66.0, 52.5, 81.0), "second"),
    ),
    source="Source: health.csv",
    alt="Central 52.5%, North 66%, East 81%.",
)

AREAS = Chart(
    name="small-multiples rha_timely",
    kind=ChartKind.SMALL_MULTIPLES,
    headline="East is highest at 81%, Central lowest at 52.5%",
    subtitle="Review health assessments on time, by locality; target 70%",
    unit=Unit.PERCENT,
    categories=tuple(f"{m} {y}" for y in (2018, 2019) for m in ("Jan", "Apr", "Jul", "Oct")),
    series=(
        Series("North", (61.0, 60.2, 62.0, 64.1, 63.5, None, 66.2, 66.0), "main"),
        Series("Central", (48.5, 50.0, 47.2, 51.3, 52.0, 53.1, 50.9, 52.5), "main"),
        Series("East", (70.2, 72.0, 75.4, 74.0, 77.7, 79.0, 80.1, 81.0), "main"),
        Series("Target", (70.0,) * 8, "target"),
    ),
    source="Source: health.csv",
    alt="North 61% to 66%, Central 48.5% to 52.5%, East 70.2% to 81%; the target is 70%.",
)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def action(number: int, rating: Rating | None, *, questions: Iterable[str] = ()) -> ActionRow:
    return ActionRow(
        ref=f"{number}a",
        rating=rating,
        due="Due 31 May 2019",
        due_date="31 May 2019",
        moved=(
            Arrow("down", "worse", "Worse: was Amber"),
            Arrow("level", "worse", "Moved 90 days"),
        ),
        activity=f"Action {number}: agree the {HOSTILE} protocol with district councils",
        update_date="14 May 2019",
        update="The protocol was drafted and is with the district councils for comment. " * 3,
        lead="Head of Leaving Care",
        measure="59.3% → 60%",
        questions=tuple(Question(asked) for asked in questions),
        source=f"Open Actions!A{number}",
        earlier=(("3 Apr 2019", "First meeting held."),),
    )


def blocks() -> tuple[Block, ...]:
    return (
        Cover(
            council="Marlshire County Council",
            board="Permanence and Children in Our Care Board",
            date="14 August 2019",
            facts=(("Time", "10:00"), ("Place", "Committee Room 2"), ("Chair", "Director")),
            ask="Four decisions, six escalations",
            marking="OFFICIAL",
        ),
        Heading(1, "Summary", "summary"),
        Paragraph(
            (
                Text("19 actions are late.", strong=True),
                Text(" See "),
                Text("objective 2", href="#two"),
            ),
            "lead",
        ),
        Columns(
            (
                (Heading(3, "What moved", "moved"), ItemList(((paragraph("Six closed"),),))),
                (Heading(3, "What is late", "late"), ItemList(((paragraph(HOSTILE),),))),
                (
                    Heading(3, "To decide", "decide"),
                    ItemList(((paragraph("Budget"),),), ordered=True),
                ),
            )
        ),
        Contents("Contents"),
        Table(
            "agenda",
            "Agenda",
            (Column("Item", 0.6), Column("Purpose", 0.2), Column("Page", 0.2, "right")),
            (
                TableRow(((Text("Welcome"),), (Text("Information"),), (PageNumber("two"),))),
                TableRow(((Text("A group"),),), group=True),
                TableRow(
                    ((Text(HOSTILE), LineBreak(), Text("small", size="small")), (Pill(None),), ())
                ),
            ),
            show_caption=True,
        ),
        Heading(1, "Objective 2", "two"),
        Paragraph((Text("Is it done?"),), "question"),
        Paragraph((Text("A note."),), "note"),
        Figure(BY_OBJECTIVE),
        Figure(TREND, half=True),
        Figure(LOCALITIES, half=True),
        Heading(2, "Actions", "two-actions"),
        ActionRows(
            "Actions of objective 2",
            tuple(
                action(
                    n, rating, questions=("Due 31 May 2019 and still Green: is it done?",) * (n % 2)
                )
                for n, rating in enumerate((*Rating, None), start=1)
            ),
        ),
        ActionRows("Closed", (action(9, Rating.BLUE),), brief=True),
        PageBreak(),
        Table(
            "scorecard",
            "Scorecard",
            (
                Column("Measure", 0.4),
                Column("Latest", 0.2, "right"),
                Column("Trend", 0.2),
                Column("Is", 0.2),
            ),
            (
                TableRow(
                    (
                        (Text("Children looked after"),),
                        (Text("2,126", size="large"),),
                        (Spark((1.0, 2.0, None, 4.0), 3.0, "From 1 to 4"),),
                        (Status("missed", "Missed"), LineBreak(), Arrow("up", "worse", "+12")),
                    )
                ),
            ),
        ),
    )


def document() -> Document:
    return Document(
        title="Permanence and Children in Our Care Board, 14 August 2019",
        board="Permanence and Children in Our Care Board",
        date="14 August 2019",
        marking="OFFICIAL",
        author="Marlshire County Council",
        blocks=blocks(),
    )
