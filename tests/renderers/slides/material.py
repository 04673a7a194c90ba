"""Values, charts and tables as a meeting has them, for the tests of the slides."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from boardpack.charts.spec import Chart, ChartKind, Series
from boardpack.document.blocks import Arrow, Column, Content, Pill, Status, Table, TableRow, Text
from boardpack.document.pack import Material
from boardpack.errors import UnknownChart, UnknownTable
from boardpack.model.metrics import Unit
from boardpack.model.plan import Rating
from boardpack.style import Role
from tests.renderers.example import BY_OBJECTIVE, LOCALITIES, TREND

TITLES = (
    "Voice of children and young people",
    "Children remaining safely at home",
    "The local offer of placements",
    "Achieving permanence without delay",
    "Health and wellbeing",
    "Education of children in our care",
    "Stable and well-matched homes",
    "Leaving care and independence",
    "Workforce and leadership",
)


@dataclass(frozen=True, slots=True)
class Objective:
    number: int
    title: str
    headline: str
    red: int
    amber: int
    green: int
    blue: int
    unrated: int
    late: int
    questions: int
    change: str

    @property
    def key(self) -> str:
        return str(self.number)


@dataclass(frozen=True, slots=True)
class Trend:
    id: str
    headline: str
    has_limits: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    number: str
    title: str
    minutes: int
    is_decision: bool = False


def objective(number: int, title: str) -> Objective:
    counts = (number % 3, number % 4 + 1, 9 - number % 5, number % 6, number % 2)
    return Objective(
        number,
        title,
        f"{title}: {counts[0] or 'no'} red, {number % 4} late",
        *counts,
        late=number % 4,
        questions=number % 5,
        change=f"{number} closed, one slipped by 90 days.",
    )


OBJECTIVES = tuple(objective(number, title) for number, title in enumerate(TITLES, start=1))
ROLES: tuple[Role, ...] = ("red", "amber", "green", "blue", "unrated")


def rating_of(one: Objective) -> Chart:
    counts = (one.red, one.amber, one.green, one.blue, one.unrated)
    return replace(
        BY_OBJECTIVE,
        name=f"rating-of {one.number}",
        headline=one.headline,
        categories=(f"{one.number} {one.title}",),
        series=tuple(
            Series(words, (count,), role)
            for words, count, role in zip(
                ("Red", "Amber", "Green", "Blue", "No rating"), counts, ROLES, strict=True
            )
        ),
        alt=f"{one.red} red, {one.amber} amber, {one.green} green, {one.blue} blue.",
    )


def by_objective() -> Chart:
    return replace(
        BY_OBJECTIVE,
        categories=tuple(f"{one.number} {one.title}" for one in OBJECTIVES),
        series=tuple(
            Series(words, tuple(getattr(one, role) for one in OBJECTIVES), role)
            for words, role in zip(
                ("Red", "Amber", "Green", "Blue", "No rating"), ROLES, strict=True
            )
        ),
    )


MONTHS = tuple(
    f"{m} {y}"
    for y in (2018, 2019)
    for m in ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
)[:20]

TIMELY = Chart(
    name="trend rha_timely",
    kind=ChartKind.LINES,
    headline="Fewer than two in three health assessments are on time",
    subtitle="Review health assessments on time, county, monthly",
    unit=Unit.PERCENT,
    categories=MONTHS,
    series=(
        Series("County", tuple(58.5 + (i * 7 % 11) * 0.6 for i in range(20)), "main"),
        Series("Target", (60.0,) * 20, "target"),
        Series("England", (*(None,) * 5, 61.2, *(None,) * 11, 62.0, None, None), "comparator"),
    ),
    source="Source: health.csv",
    alt="Between 58.5% and 64.5%; the target is 60%.",
)

CHARTS = {
    chart.name: chart
    for chart in (by_objective(), TREND, TIMELY, LOCALITIES, *map(rating_of, OBJECTIVES))
}


def row(*cells: Content) -> TableRow:
    return TableRow(cells)


def movements(count: int = 9) -> Table:
    arrows = (
        Arrow("down", "worse", "Worse: was Amber"),
        Arrow("up", "better", "Better: was Red"),
        Arrow("level", "worse", "Moved by 90 days"),
        Arrow("new", "neutral", "New"),
    )
    ratings = (*Rating, None)
    return Table(
        "movements-in-brief",
        "Nine actions moved since the last board",
        (Column("Action", 0.1), Column("What", 0.45), Column("Now", 0.17), Column("Moved", 0.28)),
        tuple(
            row(
                (Text(f"{n}a"),),
                (Text("Agree the protocol on shared accommodation with the district councils"),),
                (Pill(ratings[n % 5]),),
                (arrows[n % 4],),
            )
            for n in range(1, count + 1)
        ),
    )


ESCALATIONS = Table(
    "escalations-in-brief",
    "Six questions are for leads to answer",
    (Column("Action", 0.12), Column("Question", 0.6), Column("Lead", 0.28)),
    tuple(
        row(
            (Text(f"{n}b.i"),),
            (Text("Due 31 May 2019 and still Green: is it done, or is there a new date?"),),
            (Text("Head of Leaving Care"),),
        )
        for n in range(1, 7)
    ),
)

MISSED = Table(
    "measures-missed-in-brief",
    "Four measures miss their targets",
    (
        Column("Measure", 0.46),
        Column("Latest", 0.16, "right"),
        Column("Target", 0.16, "right"),
        Column("Status", 0.22),
    ),
    tuple(
        row(
            (Text(what),),
            (Text(latest, strong=True),),
            (Text(target),),
            (Status("missed", "Missed"),),
        )
        for what, latest, target in (
            ("Children looked after", "2,126", "1,646"),
            ("Review health assessments on time", "59.3%", "60%"),
            ("Care leavers in suitable accommodation", "81%", "90%"),
            ("Days from entry to adoption", "458", "426"),
        )
    ),
)

DECISIONS = Table(
    "decisions",
    "The board is asked for two decisions",
    (Column("Item", 0.1), Column("Title", 0.35), Column("The board is asked to", 0.55)),
    (
        row(
            (Text("4"),),
            (Text("Sufficiency strategy"),),
            (Text("Agree the strategy for 2019 to 2022"),),
        ),
        row(
            (Text("6"),), (Text("Health assessments"),), (Text("Release £120,000 for two nurses"),)
        ),
    ),
)

DUE_NEXT = Table(
    "due-next-in-brief",
    "Due before the next board",
    (Column("Action", 0.12), Column("What", 0.6), Column("Due", 0.28)),
    (row((Text("3c"),), (Text("Publish the local offer"),), (Text("30 Sep 2019"),)),),
)

NEXT_DATES = Table(
    "next-dates",
    "Dates before the next board",
    (Column("Step", 0.6), Column("Day", 0.4)),
    (row((Text("The board meets"),), (Text("25 September 2019"),)),),
)

TABLES = {
    table.name: table
    for table in (movements(), ESCALATIONS, MISSED, DECISIONS, DUE_NEXT, NEXT_DATES)
}

VALUES: dict[str, object] = {
    "board": {
        "name": "Permanence and Children in Our Care Board",
        "council": "Marlshire County Council",
        "date": "14 August 2019",
        "marking": "OFFICIAL",
        "chair": "Director of Children's Services",
        "place": "Committee Room 2",
        "time": "10:00",
    },
    "summary": [
        "19 actions are late, five more than in June.",
        "Two objectives carry most of the red actions.",
        "Four of 14 measures miss their targets.",
        "Six actions were closed.",
    ],
    "ask": "Two decisions and six questions are before the board",
    "objectives": OBJECTIVES,
    "focus": OBJECTIVES,
    "trends": (Trend("cla_count", TREND.headline), Trend("rha_timely", TIMELY.headline)),
    "focus_trends": (Trend("cla_count", TREND.headline), Trend("rha_timely", TIMELY.headline)),
    "next_meeting": "25 September 2019",
    "agenda": (Item("1", "Welcome", 5), Item("2", "Sufficiency strategy", 20, is_decision=True)),
    "decisions": [{"number": "4", "title": "Sufficiency strategy", "ask": "Agree"}],
    "escalation_count": 6,
}


def material(
    values: Mapping[str, object] | None = None,
    charts: Mapping[str, Chart] | None = None,
    tables: Mapping[str, Table] | None = None,
) -> Material:
    """The example's material, with some of it replaced."""
    known_charts, known_tables = {**CHARTS, **(charts or {})}, {**TABLES, **(tables or {})}

    def chart(name: str, where: str) -> Chart:
        if name not in known_charts:
            raise UnknownChart(where, name, known_charts)
        return known_charts[name]

    def table(name: str, where: str) -> Table:
        if name not in known_tables:
            raise UnknownTable(where, name, known_tables)
        return known_tables[name]

    return Material({**VALUES, **(values or {})}, chart, table)
