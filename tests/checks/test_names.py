"""Names in the settings that mean nothing are told; those that mean something are not."""

from boardpack.checks.names import unknown_names
from boardpack.model.metrics import Metric, Metrics, Unit
from boardpack.model.plan import Plan, Sheet
from boardpack.model.source import Source
from boardpack.settings import Settings

PLAN = Plan("plan.xlsx", (Sheet("Actions", "actions", None, 1, 3, ""),), (), (), (), ())
METRICS = Metrics(
    (Metric("cla", "Children", Unit.COUNT, None, None, None, None, None, None, None, Source("d")),)
)
BOARD = {"name": "Board", "council": "Council", "short_name": "B", "chair": "Director"}


def told(**sections: object) -> list[str]:
    settings = Settings.model_validate({"board": BOARD, **sections})
    return [str(finding) for finding in unknown_names(settings, "inputs/board.toml", PLAN, METRICS)]


def test_names_that_are_known_are_not_told() -> None:
    group = {"title": "Children", "measures": ["cla"]}
    charts = {"trends": ["cla"], "localities": ["cla"], "groups": {"one": group}}
    assert (
        told(charts=charts, plan={"sheets": {"Actions": "open"}}, checks={"off": ["overdue"]}) == []
    )


def test_each_name_that_is_not_known_is_told_with_its_setting() -> None:
    group = {"title": "Children", "measures": ["cla", "clb"]}
    charts = {"trends": ["clx"], "localities": ["cly"], "groups": {"one": group}}
    found = told(
        charts=charts,
        plan={"sheets": {"Sheet9": "open"}},
        checks={"off": ["late"], "thresholds": {"no-ref": 2}},
    )
    assert found == [
        f'inputs/board.toml: {setting} names "{name}", and there is no such {what}. '
        "Correct its spelling or take it out."
        for setting, name, what in (
            ("charts.trends", "clx", "measure"),
            ("charts.localities", "cly", "measure"),
            ("charts.groups.one", "clb", "measure"),
            ("plan.sheets", "Sheet9", "sheet"),
            ("checks.off", "late", "question"),
            ("checks.thresholds", "no-ref", "threshold"),
        )
    ]
