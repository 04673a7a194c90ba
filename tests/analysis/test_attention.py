"""What a chair is told first: the weightiest questions, the silent leads, the measures that matter."""

from collections.abc import Mapping
from datetime import date

from boardpack.analysis.attention import hardest, measures_that_matter, silent_leads
from boardpack.analysis.overview import Overview
from boardpack.checks.registry import Case
from boardpack.checks.run import check
from boardpack.model.metrics import Good, Metrics
from boardpack.model.plan import Field, Plan, Rating, SheetRole, Update
from tests.analysis.making import BOARD, NEXT, PREVIOUS, action, analysed, metric, plan, seen

LATE, AHEAD = date(2019, 7, 1), date(2020, 3, 31)
NEWS = (Update(date(2019, 8, 1), "day", "Under way."),)
OLD = (Update(date(2019, 5, 1), "day", "Begun."),)
TOLD: Mapping[Field, str] = {"progress": "D10"}


def questioned(made: Plan) -> Overview:
    """A plan against an earlier board, with every question that it raises."""
    return analysed(made, plan(), findings=check(Case(made, BOARD, PREVIOUS, NEXT), ()))


def test_a_late_green_action_is_asked_about_before_one_without_a_date() -> None:
    rows = (
        action("1", due=None, updates=NEWS, cells={"due": "H10"}, row=10),
        action("2", due=LATE, updates=NEWS, row=11),
    )
    asked = hardest(questioned(plan(*rows)).stories)
    assert [(hard.story.action.ref, hard.question.kind) for hard in asked] == [
        ("2", "overdue-but-green"),
        ("1", "no-due-date"),
    ]


def test_an_action_and_its_measure_are_asked_about_once() -> None:
    rows = (
        action("1", due=LATE, updates=NEWS, row=10),
        action("1", due=LATE, rating=Rating.RED, row=5, sheet="Metrics", role=SheetRole.METRICS),
    )
    assert len(hardest(questioned(plan(*rows)).stories)) == 1


def test_actions_without_a_ref_are_each_asked_about() -> None:
    rows = [action(None, due=LATE, updates=NEWS, row=row) for row in (10, 11)]
    assert len(hardest(questioned(plan(*rows)).stories)) == 2


def test_a_silent_action_with_two_leads_stands_under_both_and_the_most_silent_is_first() -> None:
    rows = (
        action("1", due=AHEAD, updates=OLD, lead=("Legal", "Health"), cells=TOLD, row=10),
        action("2", due=AHEAD, updates=OLD, lead=("Health",), cells={"progress": "D11"}, row=11),
        action("3", due=AHEAD, updates=OLD, lead=(), cells={"progress": "D12"}, row=12),
        action(
            "4", due=AHEAD, updates=NEWS, lead=("Early Help",), cells={"progress": "D13"}, row=13
        ),
    )
    told = [(one.lead, len(one.stories)) for one in silent_leads(questioned(plan(*rows)))]
    assert told == [("Health", 2), (None, 1), ("Legal", 1)]


def test_measures_that_miss_or_get_worse_stand_before_those_that_improve() -> None:
    ends = [date(2018 + n // 12, n % 12 + 1, 28) for n in range(19)]
    definitions = [metric(name, target=target, good=Good.HIGH) for name, target in MEASURES.items()]
    values = {
        "steady": [95.0, 96.0] * 9 + [95.0],
        "missed": [50.0, 51.0] * 9 + [50.0],
        "falling": [80.0 - n for n in range(19)],
        "rising": [60.0 + n for n in range(19)],
    }
    known = [
        seen(value, end, name=name)
        for name, told in values.items()
        for end, value in zip(ends, told, strict=True)
    ]
    overview = analysed(plan(action()), metrics=Metrics(tuple(definitions), tuple(known)))
    assert [line.metric.id for line in measures_that_matter(overview)] == [
        "falling",
        "missed",
        "rising",
    ]


MEASURES = {"steady": 90.0, "rising": 70.0, "missed": 90.0, "falling": 90.0}
