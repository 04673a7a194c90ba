"""Who is asked about which rows."""

from dataclasses import replace

from boardpack.cycle.commission.asking import ask, faults
from boardpack.findings import Finding, Severity
from boardpack.model.plan import SheetRole
from boardpack.model.source import Source
from boardpack.settings import LeadsSection
from tests.cycle.commission.test_rows import BASE, BOARD, plan_of

LEADS = LeadsSection(
    addresses={"Head of Permanence": "hop@council.example"}, aliases={"HoP": "Head of Permanence"}
)


def test_an_alias_in_any_case_is_the_lead_that_it_means() -> None:
    rows = [
        replace(BASE, row=1, lead=("hop",)),
        replace(BASE, row=2, lead=("HEAD  of Permanence",)),
    ]
    (one,) = ask(plan_of(rows), BOARD, LEADS, ())
    assert (one.lead, one.address, len(one.rows)) == (
        "Head of Permanence",
        "hop@council.example",
        2,
    )


def test_leads_that_are_nearly_the_same_and_addresses_without_rows_are_told() -> None:
    rows = [
        replace(BASE, row=n, lead=(name,)) for n, name in enumerate(("IRO Manager", "IRO Manger"))
    ]
    plan = plan_of(rows)
    found = faults(plan, BOARD, ask(plan, BOARD, LEADS, ()), LEADS, "board.toml")
    kinds = {one.kind for one in found}
    assert kinds == {"lead-without-address", "lead-spelt-in-two-ways", "address-without-rows"}


def test_a_row_of_two_leads_goes_to_each_and_names_the_other() -> None:
    asked = ask(plan_of([replace(BASE, lead=("A", "B"))]), BOARD, LEADS, ())
    assert [(one.lead, one.rows[0].others) for one in asked] == [("A", ("B",)), ("B", ("A",))]


def question(sheet: str, row: int, kind: str = "overdue") -> Finding:
    return Finding(
        "P001",
        kind,
        Severity.WARNING,
        Source("plan.xlsx", sheet, f"J{row}"),
        "Late.",
        "Is it done?",
    )


def test_a_question_is_not_asked_again_where_the_sheet_of_measures_repeats_the_action() -> None:
    rows = [
        replace(BASE, sheet="Metrics", role=SheetRole.METRICS, row=2, lead=("A",)),
        replace(BASE, sheet="Open", role=SheetRole.OPEN, row=3, lead=("A",)),
    ]
    found = (question("Metrics", 2), question("Open", 3))
    (one,) = ask(plan_of(rows), BOARD, LEADS, found)
    assert [row.questions for row in one.rows] == [(), ("Late. Is it done?",)]


def test_what_only_the_manager_can_settle_is_not_asked_of_a_lead() -> None:
    rows = [replace(BASE, sheet="Open", role=SheetRole.OPEN, row=3, lead=("A",))]
    found = (question("Open", 3, "duplicate-ref"), question("Open", 3))
    (one,) = ask(plan_of(rows), BOARD, LEADS, found)
    assert one.rows[0].questions == ("Late. Is it done?",)
