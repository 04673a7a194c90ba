"""What a reader should find in the sample plan, and a check that the tags are complete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.sample.plan.gone import GONE
from tests.sample.plan.layout import SHEET_ROWS, Placed, placed
from tests.sample.plan.rows import (
    LAST_ENTRY,
    METRICS,
    NEWEST,
    NEXT,
    OPEN,
    PREVIOUS,
    Absent,
    Row,
    Truth,
)

RANK = {"green": 0, "amber": 1, "red": 2}


@dataclass(frozen=True, slots=True)
class Expected:
    """A row as it should be read; faults are stated for the newest board only."""

    sheet: str
    row: int
    objective: int
    truth: Truth
    faults: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Movement:
    """What moved between the boards; was_ref is there where the ref changed."""

    sheet: str
    objective: int
    ref: str | None
    kind: str
    days: int | None = None
    was_ref: str | None = None
    sheet_before: str | None = None


def expected(board: date) -> list[Expected]:
    """Every action row of the board's workbook, as a careful person understands it."""
    return [
        Expected(
            place.sheet,
            place.excel_row,
            place.objective,
            place.row.truth,
            place.row.faults if board == NEWEST else None,
        )
        for place in placed(board)
    ]


def movements() -> list[Movement]:
    """Every movement between the two boards; one row may have moved in several ways."""
    found = [
        Movement(sheet, objective, row.truth.ref, kind, days, _was_ref(row), row.sheet_before)
        for sheet, objectives in SHEET_ROWS.items()
        for objective, rows in objectives.items()
        for row in rows
        for kind, days in _kinds(row)
    ]
    found += [Movement(left.sheet, left.objective, left.row.truth.ref, "gone") for left in GONE]
    return found


def _was_ref(row: Row) -> str | None:
    """The earlier ref, where it was another one."""
    if not isinstance(row.before, Row) or row.before.truth.ref == row.truth.ref:
        return None
    return row.before.truth.ref


def _kinds(row: Row) -> Iterator[tuple[str, int | None]]:
    """The kinds of movement of one row."""
    then = row.before
    if isinstance(then, Absent):
        yield "new", None
    if not isinstance(then, Row):
        return
    yield from _rating_moves(then.truth.rating, row.truth.rating)
    if then.truth.due and row.truth.due and row.truth.due > then.truth.due:
        yield "slipped", (row.truth.due - then.truth.due).days
    if then.truth.lead != row.truth.lead:
        yield "lead-changed", None
    if then.activity != row.activity:
        yield "reworded", None
    if _was_ref(row) and then.activity == row.activity:
        yield "unchanged", None


def _rating_moves(then: str | None, now: str | None) -> Iterator[tuple[str, None]]:
    """Closed, reopened, better or worse."""
    if then == now or then is None or now is None:
        return
    if now == "blue":
        yield "closed", None
    elif then == "blue":
        yield "reopened", None
    else:
        yield ("better" if RANK[now] < RANK[then] else "worse"), None


# The kinds that follow from the truth alone; the rest are judgements and are only tagged.
MECHANICAL = frozenset(
    {
        "overdue", "overdue-but-green", "due-before-next-board", "no-update-since-previous-board",
        "undated-progress", "no-progress", "no-rating", "no-lead", "no-due-date", "no-activity",
        "no-ref", "duplicate-ref", "due-differs", "rating-differs", "stale-data",
        "closed-row-on-open-sheet",
    }
)  # fmt: skip

STALE_BEFORE = date(2019, 2, 14)


def self_check() -> list[str]:
    """Each tag that is missing or wrong, each impossible date of the sample; empty when right."""
    now = placed(NEWEST)
    problems = [
        f"{place.sheet} obj {place.objective} ref {place.row.truth.ref}"
        f" (row {place.excel_row}): {word} {kind}"
        for place, due in zip(now, _due_faults(now), strict=True)
        for word, kinds in (
            ("missing", due - set(place.row.faults)),
            ("wrong", (set(place.row.faults) & MECHANICAL) - due),
        )
        for kind in sorted(kinds)
    ]
    return problems + _late_entries(PREVIOUS) + _late_entries(NEWEST)


def _due_faults(places: list[Placed]) -> list[set[str]]:
    """The mechanical faults of each row, worked out from its truth."""
    seen: Counter[tuple[str, int, str]] = Counter()
    first: dict[tuple[int, str], Row] = {}
    found: list[set[str]] = []
    for place in places:
        faults = set(_row_faults(place.row, place.sheet))
        ref = place.row.truth.ref
        if ref is not None:
            key = (place.sheet, place.objective, ref)
            # The second row with a ref is the one that has to be given another.
            if seen[key]:
                faults.add("duplicate-ref")
            seen[key] += 1
            if place.sheet == OPEN:
                first.setdefault((place.objective, ref), place.row)
            elif place.sheet == METRICS and (place.objective, ref) in first:
                faults |= set(_differences(first[place.objective, ref].truth, place.row.truth))
        found.append(faults)
    return found


def _differences(action: Truth, measure: Truth) -> Iterator[str]:
    """What the two sheets say differently of the same activity."""
    if action.due != measure.due:
        yield "due-differs"
    if action.rating != measure.rating:
        yield "rating-differs"


def _row_faults(row: Row, sheet: str) -> Iterator[str]:
    """The faults that one row shows by itself."""
    if not row.truth.ref:
        yield "no-ref"
    if not row.activity:
        yield "no-activity"
    if row.truth.rating is None:
        yield "no-rating"
    if row.truth.rating == "blue":
        if sheet == OPEN:
            yield "closed-row-on-open-sheet"
        return
    if not row.truth.lead:
        yield "no-lead"
    yield from _due_date_faults(row)
    yield from _diary_faults(row)
    as_at = [reading.as_at for reading in row.truth.current if reading.as_at]
    if as_at and max(as_at) < STALE_BEFORE:
        yield "stale-data"


def _due_date_faults(row: Row) -> Iterator[str]:
    """Late, nearly late or without a date; a date that cannot exist is tagged as that only."""
    truth = row.truth
    if truth.due_kind == "ongoing":
        return
    if truth.due is None:
        if "impossible-date" not in row.faults:
            yield "no-due-date"
    elif truth.due < NEWEST:
        yield "overdue-but-green" if truth.rating == "green" else "overdue"
    elif truth.due < NEXT:
        yield "due-before-next-board"


def _diary_faults(row: Row) -> Iterator[str]:
    """No diary, a diary without dates, or nothing since the previous board."""
    latest = row.truth.latest_update
    if row.progress is None:
        yield "no-progress"
    elif latest is None:
        yield "undated-progress"
    if latest is None or latest <= PREVIOUS:
        yield "no-update-since-previous-board"


def _late_entries(board: date) -> list[str]:
    """Diary entries and readings later than that workbook can have known."""
    found = []
    for place in placed(board):
        truth = place.row.truth
        if truth.latest_update and truth.latest_update > LAST_ENTRY[board]:
            found.append(f"{board} {place.sheet} row {place.excel_row}: update too late")
        # A month's figure carries the month's last day, which may fall after the diary closes.
        if any(reading.as_at and reading.as_at >= board for reading in truth.current):
            found.append(f"{board} {place.sheet} row {place.excel_row}: reading too late")
    return found
