"""Every chart that a template may name says in words, figures and a headline what the analysis holds."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from boardpack.analysis.overview import Overview
from boardpack.charts.catalogue import ChartBook
from boardpack.charts.spec import Chart, ChartKind, panels
from boardpack.errors import UnknownChart
from boardpack.model.metrics import Good, Metrics, Observation, Unit
from boardpack.model.plan import Rating
from boardpack.pipeline import examine
from tests.analysis.making import BOARD, action, analysed, metric, plan, seen, settings

ROOT = Path(__file__).parents[3]
PLAIN = ("rating-by-objective", "rating-over-time", "timeliness")
R, A, G, B = Rating.RED, Rating.AMBER, Rating.GREEN, Rating.BLUE
JULY, JUNE, JULY_2018 = date(2019, 7, 31), date(2019, 6, 30), date(2018, 7, 31)


@pytest.fixture(scope="module")
def sample() -> Overview:
    return examine(ROOT / "inputs", "2019-08-14")


@pytest.fixture(scope="module")
def book(sample: Overview) -> ChartBook:
    return ChartBook(sample)


def names(overview: Overview) -> list[str]:
    """Every chart of a meeting."""
    charts = overview.settings.charts
    return [
        *PLAIN,
        *(f"rating-of {chapter.key}" for chapter in overview.chapters),
        *(f"trend {line.metric.id}" for line in overview.scorecard if line.value is not None),
        *(f"localities {name}" for name in charts.localities),
        *(f"small-multiples {name}" for name in charts.localities),
        *(f"group {name}" for name in charts.groups),
    ]


def chart(name: str, overview: Overview) -> Chart:
    return ChartBook(overview).chart(name, "test")


def test_every_chart_of_the_sample_is_whole(book: ChartBook, sample: Overview) -> None:
    made = [book.chart(name, "pack.md.j2") for name in names(sample)]
    assert len(made) > 30
    for one in made:
        for words in (one.name, one.headline, one.subtitle, one.source, one.alt, *one.categories):
            assert words.strip(), one.name
            assert not re.search(r"\b(None|nan)\b", words), words
        assert one.series, one.name
        assert all(len(series.values) == len(one.categories) for series in one.series), one.name
        assert len(set(one.categories)) == len(one.categories), one.name
        assert one.alt.endswith("."), one.name
        assert not one.headline.endswith("."), one.name


def test_the_charts_that_the_settings_ask_for_are_there(book: ChartBook, sample: Overview) -> None:
    charts = sample.settings.charts
    assert charts.trends
    asked = [f"trend {name}" for name in charts.trends] + [
        f"group {name}" for name in charts.groups
    ]
    assert [name for name in asked if not book.has(name)] == []


@pytest.mark.parametrize(
    "name",
    [
        "",
        "nothing",
        "trend",
        "trend nothing",
        "rating-of",
        "rating-of 99",
        "timeliness 2",
        "group x",
        "Timeliness",
    ],
)
def test_an_unknown_chart_is_refused_with_the_names_that_there_are(
    book: ChartBook, name: str
) -> None:
    with pytest.raises(UnknownChart) as refused:
        book.chart(name, "ours.md.j2, line 3")
    known = ", ".join(sorted(book.names()))
    said = f'ours.md.j2, line 3: there is no chart "{name}". Charts: {known}.'
    assert str(refused.value).startswith(said)
    assert not book.has(name)


def test_a_name_may_have_any_spaces(book: ChartBook) -> None:
    assert book.chart(" rating-of   2 ", "") == book.chart("rating-of 2", "")


def test_ratings_by_objective_are_the_counts_of_each(book: ChartBook, sample: Overview) -> None:
    made = book.chart("rating-by-objective", "")
    assert made.kind is ChartKind.STACKED_BARS
    totals = [sum(s.values[n] or 0 for s in made.series) for n, _ in enumerate(made.categories)]
    assert sum(totals) == sample.now.total
    assert [s.role for s in made.series][:3] == ["red", "amber", "green"]


@pytest.mark.parametrize(
    ("rows", "headline"),
    [
        ([(1, G), (2, B)], "No action is red"),
        ([(1, R), (2, G)], "Objective 1 has the most red actions: one"),
        ([(1, R), (2, R)], "Objectives 1 and 2 have the most red actions, one each"),
        ([(None, R)], "One red action without an objective"),
    ],
)
def test_the_headline_names_the_objective_with_most_red(
    rows: list[tuple[Any, Rating]], headline: str
) -> None:
    made = plan(
        *(
            action(str(n), f"Do thing {n}", objective=o, rating=r, row=n)
            for n, (o, r) in enumerate(rows, 1)
        )
    )
    assert chart("rating-by-objective", analysed(made)).headline == headline


@pytest.mark.parametrize(
    ("now", "before", "headline"),
    [
        (R, None, "1 of 1 action are red"),
        (R, R, "One action red, as many as on 3 July 2019"),
        (R, G, "Red actions rose from 0 to 1 since 3 July 2019"),
        (G, R, "Red actions fell from 1 to 0 since 3 July 2019"),
    ],
)
def test_the_headline_over_time_compares_with_the_last_board(
    now: Rating, before: Rating | None, headline: str
) -> None:
    earlier = plan(action(rating=before)) if before else None
    assert (
        chart("rating-over-time", analysed(plan(action(rating=now)), earlier)).headline == headline
    )


def test_the_ratings_of_the_newest_boards_alone_can_be_charted(sample: Overview) -> None:
    whole, newest = chart("rating-over-time", sample), chart("rating-over-time 1", sample)
    assert (newest.name, newest.categories) == ("rating-over-time 1", ("14 Aug 2019",))
    assert [series.values[0] for series in newest.series] == [
        series.values[0] for series in whole.series
    ]
    assert chart("rating-over-time 9", sample).categories == whole.categories


@pytest.mark.parametrize("boards", ["0", "-1", "two"])
def test_no_chart_is_of_no_boards(sample: Overview, boards: str) -> None:
    with pytest.raises(UnknownChart):
        chart(f"rating-over-time {boards}", sample)


@pytest.mark.parametrize(
    ("ratings", "headline"),
    [
        ((R, G, B), "Two actions open, one closed"),
        ((G,), "One action open, none closed"),
        ((B,), "No actions open, one closed"),
    ],
)
def test_an_objectives_headline_counts_open_and_closed(
    ratings: tuple[Rating, ...], headline: str
) -> None:
    rows = [action(str(n), f"Do thing {n}", rating=r, row=n) for n, r in enumerate(ratings)]
    made = chart("rating-of 1", analysed(plan(*rows)))
    assert (made.headline, made.subtitle) == (headline, "Actions of objective 1 by rating")


def test_actions_without_an_objective_have_a_chart() -> None:
    made = chart("rating-of none", analysed(plan(action(objective=None))))
    assert made.subtitle == "Actions of no objective by rating"


@pytest.mark.parametrize(
    ("late", "before", "headline"),
    [
        (0, None, "No open actions are past the due date"),
        (1, None, "One open action is past the due date"),
        (1, 1, "One open action is past the due date, as many as at the last board"),
        (2, 0, "Two open actions are past the due date, two more than at the last board"),
        (0, 1, "No open actions are past the due date, one fewer than at the last board"),
    ],
)
def test_the_headline_on_lateness_compares_with_the_last_board(
    late: int, before: int | None, headline: str
) -> None:
    def with_late(count: int) -> list[Any]:
        day = date(2019, 6, 1)
        kept = action("99", "Keep going", due=BOARD + timedelta(days=400), row=99)
        return [*(action(str(n), f"Do thing {n}", due=day, row=n) for n in range(count)), kept]

    earlier = plan(*with_late(before)) if before is not None else None
    assert chart("timeliness", analysed(plan(*with_late(late)), earlier)).headline == headline


def measured(*values: Observation, **of: Any) -> Overview:
    return analysed(plan(action()), metrics=Metrics((metric(**of),), values))


@pytest.mark.parametrize(
    ("values", "of", "headline"),
    [
        ([seen(50.0, JULY)], {}, "Measure m: 50% in Jul 2019"),
        ([seen(50.0, JUNE), seen(50.02, JULY)], {}, "Measure m: 50%, no change since Jun 2019"),
        (
            [seen(50.0, JULY_2018), seen(55.5, JULY)],
            {},
            "Measure m: up from 50% to 55.5% in a year",
        ),
        (
            [seen(60.0, JUNE), seen(50.0, JULY)],
            {"target": 60.0},
            "Measure m: down from 60% to 50% since Jun 2019, 10 points below target",
        ),
        ([seen(60.01, JULY)], {"target": 60.0}, "Measure m: 60% in Jul 2019, on target"),
        (
            [seen(1200.0, JULY)],
            {"target": 1000.0, "unit": Unit.COUNT, "good": Good.LOW},
            "Measure m: 1,200 in Jul 2019, 200 above target",
        ),
    ],
)
def test_a_trends_headline_says_what_the_measure_did(
    values: list[Observation], of: dict[str, Any], headline: str
) -> None:
    assert chart("trend m", measured(*values, **of)).headline == headline


def test_a_trend_has_a_gap_where_a_value_is_missing_and_its_comparator_inside_it() -> None:
    overview = measured(seen(50.0, JULY_2018), seen(None, JUNE), seen(55.0, JULY), target=60.0)
    england = (seen(1.0, date(2017, 7, 31), area="England"), seen(58.0, JUNE, area="England"))
    metrics = replace(
        overview.meeting.metrics, observations=(*overview.meeting.metrics.observations, *england)
    )
    chosen = settings(areas={"comparators": ["England"]})
    made = chart("trend m", analysed(plan(action()), metrics=metrics, chosen=chosen))
    assert made.categories == ("Jul 2018", "Jun 2019", "Jul 2019")
    assert [(s.name, s.values) for s in made.series] == [
        ("County", (50.0, None, 55.0)),
        ("Target", (60.0, 60.0, 60.0)),
        ("England", (None, 58.0, None)),
    ]


def test_localities_are_told_highest_and_lowest() -> None:
    values = [seen(50.0, JULY)] + [
        seen(value, JULY, area=area) for area, value in (("North", 40.0), ("East", 60.0))
    ]
    chosen = settings(areas={"localities": ["North", "Central", "East"]})
    overview = analysed(plan(action()), metrics=Metrics((metric(),), tuple(values)), chosen=chosen)
    made = chart("localities m", overview)
    assert made.headline == "East is highest at 60%, North lowest at 40%"
    assert made.categories == ("North", "Central", "East", "County")
    assert made.series[0].values == (40.0, None, 60.0, 50.0)
    assert made.alt == "Measure m, Jul 2019: North 40%, Central –, East 60% and County 50%."


def test_localities_that_are_alike_are_named_together() -> None:
    values = {"County": 60.0, "North": 69.0, "Central": 40.0, "East": 69.2, "West": 40.0}
    told = tuple(seen(value, JULY, area=area) for area, value in values.items())
    of = replace(metric(), unit=Unit.COUNT)
    chosen = settings(areas={"localities": ["North", "Central", "East", "West"]})
    overview = analysed(plan(action()), metrics=Metrics((of,), told), chosen=chosen)
    assert chart("localities m", overview).headline == (
        "North and East are highest at 69, Central and West lowest at 40"
    )


def over_time(*areas: tuple[str, float | None, float | None]) -> Overview:
    values = [
        seen(v, day, area=a) for a, *vs in areas for v, day in zip(vs, (JUNE, JULY), strict=True)
    ]
    chosen = settings(areas={"localities": ["North", "East"], "districts": ["Ashby"]})
    of = replace(metric(), target=60.0)
    return analysed(plan(action()), metrics=Metrics((of,), tuple(values)), chosen=chosen)


def test_small_multiples_show_each_area_over_time_with_the_whole_and_the_target() -> None:
    overview = over_time(("County", 50.0, 52.0), ("North", 40.0, None), ("East", 59.0, 61.0))
    made = chart("small-multiples m", overview)
    assert made.kind is ChartKind.SMALL_MULTIPLES
    assert made.categories == ("Jun 2019", "Jul 2019")
    assert [(one.name, one.values, one.role) for one in made.series] == [
        ("North", (40.0, None), "main"),
        ("East", (59.0, 61.0), "main"),
        ("County", (50.0, 52.0), "main"),
        ("Target", (60.0, 60.0), "target"),
    ]
    assert made.headline == "East: 61%; no other value can be shown"
    assert made.subtitle == "Measure m, by locality; target 60%; higher is better"
    assert made.alt == (
        "Measure m. North: 40% in Jun 2019. East: 59% in Jun 2019, 61% in Jul 2019. "
        "County: 50% in Jun 2019, 52% in Jul 2019. The target is 60%."
    )
    assert [[one.name for one in panel.series] for panel in panels(made)] == [
        ["North", "Target"],
        ["East", "Target"],
        ["County", "Target"],
    ]


def test_small_multiples_of_counts_leave_the_whole_out_for_it_would_flatten_its_parts() -> None:
    overview = over_time(("County", 90.0, 99.0), ("North", 40.0, 43.0), ("Ashby", 50.0, 56.0))
    counted = tuple(replace(one, unit=Unit.COUNT) for one in overview.meeting.metrics.definitions)
    metrics = replace(overview.meeting.metrics, definitions=counted)
    made = chart(
        "small-multiples m",
        analysed(plan(action()), metrics=metrics, chosen=overview.settings),
    )
    assert [one.name for one in made.series] == ["North", "Ashby", "Target"]
    assert made.headline == "Ashby is highest at 56, North lowest at 43"


def test_without_values_of_areas_there_are_no_small_multiples() -> None:
    assert not ChartBook(over_time(("County", 50.0, 52.0))).has("small-multiples m")


def test_districts_stand_side_by_side_with_the_county() -> None:
    values = [seen(50.0, JULY), seen(44.0, JULY, area="Ashby"), seen(47.0, JULY, area="Burn")]
    chosen = settings(areas={"districts": ["Ashby", "Burn"]})
    overview = analysed(plan(action()), metrics=Metrics((metric(),), tuple(values)), chosen=chosen)
    made = chart("districts m", overview)
    assert (made.subtitle, made.categories) == (
        "Measure m, by district",
        ("Ashby", "Burn", "County"),
    )


def months(*values: float | None) -> list[Observation]:
    ends = [date(2018 + n // 12, n % 12 + 1, 28) for n in range(len(values))]
    return [seen(value, end) for value, end in zip(values, ends, strict=True)]


def test_a_control_chart_marks_what_is_more_than_chance_and_says_its_rules() -> None:
    values = [50.0, 52.0, 48.0, 51.0, 49.0, 50.0, 52.0, 48.0, 51.0, 49.0, 50.0, 51.0, 30.0]
    made = chart("control m", measured(*months(*values), target=60.0))
    assert [(mark.place, mark.kind) for mark in made.marks] == [(12, "concern")]
    assert [one.role for one in made.series] == ["main", "mean", "limit", "limit", "target"]
    assert made.headline.startswith("Measure m: the latest")
    assert "a real worsening, not chance" in made.headline
    assert made.source.startswith("Diamonds mark concern. Limits: the average")
    assert "a real worsening" in made.alt


def test_a_measure_with_few_values_has_no_control_chart() -> None:
    assert not ChartBook(measured(*months(*([50.0] * 12)))).has("control m")


def test_without_localities_there_is_no_chart_of_them() -> None:
    assert not ChartBook(measured(seen(50.0, JULY))).has("localities m")


def test_a_measure_of_a_group_that_has_no_value_takes_its_label_with_it() -> None:
    metrics = Metrics(
        tuple(metric(name) for name in "abc"),
        (seen(30.0, JULY, name="a"), seen(20.0, JULY, name="c")),
    )
    group = {
        "title": "Leavers",
        "measures": ["a", "b", "c"],
        "labels": ["17 to 18", "19 to 21", "22 to 25"],
    }
    chosen = settings(charts={"groups": {"leavers": group}})
    made = chart("group leavers", analysed(plan(action()), metrics=metrics, chosen=chosen))
    assert made.categories == ("17 to 18", "22 to 25")
    assert made.series[0].values == (30.0, 20.0)
    assert made.headline == "Lowest: 22 to 25, 20%"
    assert made.alt == "17 to 18 30% and 22 to 25 20%."


def test_a_group_without_labels_uses_the_titles_and_one_without_values_is_no_chart() -> None:
    group = {"title": "Leavers", "measures": ["m"]}
    chosen = settings(charts={"groups": {"leavers": group}})
    metrics = Metrics((metric(),), (seen(30.0, JULY),))
    made = chart("group leavers", analysed(plan(action()), metrics=metrics, chosen=chosen))
    assert made.categories == ("Measure m",)
    empty = analysed(plan(action()), metrics=Metrics((metric(),)), chosen=chosen)
    assert not ChartBook(empty).has("group leavers")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("trend cla_rat", "trend cla_rate"),
        ("timelines", "timeliness"),
        ("trnd cla_rate", "trend cla_rate"),
    ],
)
def test_a_misspelt_chart_leads_to_the_one_that_was_meant(
    book: ChartBook, name: str, meant: str
) -> None:
    with pytest.raises(UnknownChart, match=f'Did you mean "{meant}"'):
        book.chart(name, "")
