"""Whatever leads answer, in whatever order: no update is lost, none is invented, nothing is done twice."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardpack.cycle.collect.conflicts import Decided
from boardpack.cycle.collect.given import AnswerField, Given
from boardpack.cycle.collect.ledger import Ledger
from boardpack.cycle.collect.locating import Master
from boardpack.cycle.collect.making import Merge, Round
from boardpack.cycle.collect.merging import merge
from boardpack.cycle.collect.values import means, value_of
from boardpack.folded import folded
from boardpack.model.cycle import SentRow
from boardpack.model.plan import Plan, SheetRole
from boardpack.read.grid import Cell, Grid
from boardpack.read.header import first_header
from boardpack.read.headings import Headings
from boardpack.read.rows import read_sheet
from tests.cycle.collect.making import PLAN, PLAN_HEADINGS

TODAY = date(2019, 7, 30)
LEADS = ("Head of Fostering", "Head of Health", "Head of Participation")
Rows = Sequence[Sequence[Any]]


def master_of(rows: Rows) -> Master:
    cells = {
        (row, column): Cell(
            row, column, value, "dd/mm/yyyy" if isinstance(value, date) else "General"
        )
        for row, values in enumerate([PLAN_HEADINGS, *rows], start=1)
        for column, value in enumerate(values, start=1)
        if value != ""
    }
    grid = Grid("Action Plan", cells)
    header = first_header(grid, Headings())
    assert header
    actions = read_sheet(grid, header, "plan.xlsx", SheetRole.OPEN, Headings()).actions
    plan = Plan("plan.xlsx", (), (), tuple(actions), (), ())
    return Master(plan, {("Action Plan", cell.address): cell for cell in cells.values()})


def sent_of(rows: Rows) -> list[SentRow]:
    return [
        SentRow(
            f"key{action.row}", action.sheet, action.row, action.objective, action.ref, action.activity,
            {"progress": action.progress, "rating": action.rating_text or "",
             "due": action.due.text or "", "current": action.current_text},
            "",
        )
        for action in master_of(rows).plan.actions
    ]  # fmt: skip


SENT = sent_of(PLAN)
SHARED = {
    row.key: frozenset(LEADS[:2] if place % 2 else LEADS[:1]) for place, row in enumerate(SENT)
}
TEXTS: dict[AnswerField, st.SearchStrategy[str]] = {
    "progress": st.one_of(
        st.sampled_from(
            ["On track.", "14.05.19 - Found a house.", "28.07.19 - Done", "20.05.19 - One.\n21.06.19 - Two.", "=1+1"]
        ),
        st.text(min_size=1, max_size=40).filter(lambda text: bool(text.strip())),
    ),
    "rating": st.sampled_from(["Red", "amber", "Green", "BLUE", "On track", "purple", "Amber/Red", "no change"]),
    "due": st.sampled_from(["31/12/2019", "01/02/2020", "TBC", "Jul-19", "31/04/2020", "Mar 2020 subject to money"]),
    "current": st.sampled_from(["1 at 13.05.19", "2", "59.3% Feb-19", "no change", "=A1"]),
}  # fmt: skip


@st.composite
def answers(draw: st.DrawFn) -> Given:
    name: AnswerField = draw(st.sampled_from(["progress", "rating", "due", "current"]))
    text = draw(TEXTS[name])
    lead = draw(st.sampled_from(LEADS))
    file = draw(st.sampled_from(["a.xlsx", "b.xlsx"]))
    day = date(2020, 2, 1) if text == "01/02/2020" else None
    return Given(
        row=draw(st.sampled_from(SENT)),
        field=name,
        text=text,
        lead=lead,
        file=f"{lead} {file}",
        sha256=f"{lead} {file}",
        sheet="Your actions",
        cell=f"N{draw(st.integers(5, 9))}",
        stamp="stamp",
        version=1,
        modified=draw(st.sampled_from([None, "2019-07-26T09:00:00", "2019-07-27T09:00:00"])),
        day=day,
        other_day=date(2020, 1, 2) if day and draw(st.booleans()) else None,
    )


PILES = st.lists(answers(), max_size=12)
CHANGED = st.lists(
    st.tuples(st.integers(0, len(PLAN) - 1), st.integers(2, 6), st.sampled_from(["", "Red", "Other words"])), max_size=3
)  # fmt: skip


def changed(changes: Sequence[tuple[int, int, str]]) -> list[list[Any]]:
    """The plan as a manager changed it after it was sent."""
    rows = [list(row) for row in PLAN]
    for row, column, value in changes:
        if column != 4:
            rows[row][column] = value
    return rows


def around(
    master: Master, ledger: Ledger | None = None, decided: dict[str, Decided] | None = None
) -> Round:
    return Round(master, ledger or Ledger(), decided or {}, TODAY, SHARED)


def told(made: Merge) -> tuple[Any, ...]:
    return (
        made.writes,
        made.conflicts,
        Counter(map(str, made.findings)),
        Counter(map(repr, made.outcomes)),
    )


def after(master: Master, made: Merge) -> Master:
    """The plan with what was to be written in it."""
    cells = dict(master.cells)
    for write in made.writes:
        key = (write.sheet, write.cell)
        old = cells.get(key)
        fresh = Cell(0, 0, write.day or write.text, "dd/mm/yyyy" if write.day else "General")
        cells[key] = (
            replace(old, value=fresh.value, number_format=fresh.number_format) if old else fresh
        )
    return Master(master.plan, cells)


@given(PILES, CHANGED, st.randoms())
def test_the_order_of_files_does_not_matter(pile: list[Given], changes: Any, chance: Any) -> None:
    shuffled = list(pile)
    chance.shuffle(shuffled)
    master = master_of(changed(changes))
    assert told(merge(pile, SENT, around(master))) == told(merge(shuffled, SENT, around(master)))


@given(PILES, CHANGED)
def test_every_answer_comes_to_something_once(pile: list[Given], changes: Any) -> None:
    made = merge(pile, SENT, around(master_of(changed(changes))))
    assert Counter(repr(one.given) for one in made.outcomes) == Counter(map(repr, pile))


@given(PILES, CHANGED)
def test_no_update_is_lost_and_no_word_of_the_diary(pile: list[Given], changes: Any) -> None:
    master = master_of(changed(changes))
    made = merge(pile, SENT, around(master))
    whole = {write.cell: write.text for write in made.writes if write.field == "progress"}
    for write in made.writes:
        if write.field == "progress":
            assert master.text(write.sheet, write.cell).strip() in write.text
    for outcome in made.outcomes:
        given = outcome.given
        if given.field == "progress" and outcome.what == "accepted":
            entry = next(
                e for w in made.writes for e in w.entries
                if (e.change.sha256, e.answer, e.change.key) == (given.sha256, given.text, given.row.key)
            )  # fmt: skip
            letters = Counter(c for c in given.text if c.isalpha())
            assert letters <= Counter(whole[entry.change.cell])


@given(PILES, CHANGED)
def test_no_value_is_invented_or_chosen_silently(pile: list[Given], changes: Any) -> None:
    master = master_of(changed(changes))
    made = merge(pile, SENT, around(master))
    for write in made.writes:
        if write.field == "progress":
            continue
        (entry,) = write.entries
        key = entry.change.key
        rivals = [g for g in pile if g.row.key == key and g.field == write.field]
        assert folded(entry.answer) in {folded(g.text) for g in rivals}
        accepted = {
            m
            for o in made.outcomes
            if o.given in rivals and o.what == "accepted"
            for m in means(o.given)
        }
        assert len(accepted) == 1
        sent = next(row for row in SENT if row.key == key).values[write.field]
        assert value_of(write.field, entry.change.before) == value_of(write.field, sent)


@given(PILES, CHANGED)
def test_a_second_collection_does_nothing(pile: list[Given], changes: Any) -> None:
    master = master_of(changed(changes))
    first = merge(pile, SENT, around(master))
    ledger = Ledger().with_entries([entry for write in first.writes for entry in write.entries])
    again = merge(pile, SENT, around(after(master, first), ledger))
    assert again.writes == []
    assert again.conflicts == first.conflicts


@given(PILES, CHANGED, st.integers(0, 11))
@settings(suppress_health_check=[HealthCheck.filter_too_much])
def test_files_that_come_one_after_another_lose_no_update_either(
    pile: list[Given], changes: Any, cut: int
) -> None:
    master = master_of(changed(changes))
    first = merge(pile[:cut], SENT, around(master))
    ledger = Ledger().with_entries([entry for write in first.writes for entry in write.entries])
    second = merge(pile, SENT, around(after(master, first), ledger))
    at_once = merge(pile, SENT, around(master))
    for write in at_once.writes:
        if write.field != "progress":
            continue
        last = [w for w in (*first.writes, *second.writes) if w.cell == write.cell][-1]
        assert Counter(folded(last.text)) == Counter(folded(write.text))


@given(PILES, st.sampled_from(["A", "B", "plan"]))
def test_a_decision_settles_its_conflict_once(pile: list[Given], decision: str) -> None:
    master = master_of(PLAN)
    first = merge(pile, SENT, around(master))
    decided = {one.id: Decided(2, {}, decision, "") for one in first.conflicts}
    ledger = Ledger().with_entries([entry for write in first.writes for entry in write.entries])
    second = merge(pile, SENT, around(after(master, first), ledger, decided))
    assert second.settled.keys() >= {c.id for c in first.conflicts if len(c.options) > 1}
    settled = {name: Decided(2, {}, decision, second.settled.get(name, "")) for name in decided}
    ledger = ledger.with_entries([entry for write in second.writes for entry in write.entries])
    third = merge(pile, SENT, around(after(after(master, first), second), ledger, settled))
    assert third.writes == []


def test_a_day_is_as_the_column_shows_it() -> None:
    given = Given(
        SENT[0],
        "due",
        "01/02/2020",
        LEADS[0],
        "f",
        "s",
        "S",
        "N5",
        "st",
        1,
        day=TODAY + timedelta(1),
    )
    (write,) = merge([given], SENT, around(master_of(PLAN))).writes
    assert (write.text, write.day) == ("31/07/2019", TODAY + timedelta(1))
