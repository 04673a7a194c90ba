"""Short words for writing rows: what is typed and what it means, given together."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from tests.sample.plan.rows import (
    LAST_ENTRY,
    PREVIOUS,
    Absent,
    DueKind,
    Rating,
    Reading,
    Row,
    Truth,
    Value,
)


@dataclass(frozen=True, slots=True)
class Update:
    """One entry of a diary as it is typed, and its date."""

    text: str
    on: date | None


@dataclass(frozen=True, slots=True)
class When:
    """A timescales cell."""

    cell: Value
    due: date | None
    kind: DueKind
    number_format: str | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """A responsible service cell."""

    cell: str | None
    lead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rag:
    """A rating cell; without text, the fill alone says the rating."""

    cell: str | None
    rating: Rating | None


@dataclass(frozen=True, slots=True)
class Figures:
    """A current or target cell."""

    cell: Value
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """A ref that is stored as something other than its text."""

    cell: Value
    ref: str | None
    number_format: str | None = None


@dataclass(frozen=True, slots=True)
class Was:
    """What differed on the previous board; None where nothing did."""

    ref: str | None = None
    activity: str | None = None
    lead: Who | str | None = None
    due: When | date | None = None
    brag: Rag | str | None = None
    current: Figures | None = None
    sheet: str | None = None


PLAIN: dict[str, Rating] = {"Blue": "blue", "Red": "red", "Amber": "amber", "Green": "green"}
NO_DATE = When(None, None, "none")
NO_FIGURES = Figures(None, ())
NEW = Absent.NOT_THERE


def d(day: int, month: int, year: int = 19) -> date:
    """The day in 20xx."""
    return date(2000 + year, month, day)


def end(month: int, year: int = 19) -> date:
    """The last day of the month in 20xx."""
    return date(2000 + year, month, monthrange(2000 + year, month)[1])


def u(day: int, month: int, text: str, year: int = 19) -> Update:
    """A diary entry in the usual form."""
    return Update(f"{day:02}.{month:02}.{year} - {text}", d(day, month, year))


def odd(text: str, on: date | None = None) -> Update:
    """A diary entry typed in some other form."""
    return Update(text, on)


def typed(cell: str, due: date) -> When:
    """A day typed as text."""
    return When(cell, due, "day")


def month(cell: str, due: date) -> When:
    """A month typed as text."""
    return When(cell, due, "month")


def month_cell(month_number: int, year: int = 19) -> When:
    """A date that the workbook shows as a month only."""
    return When(d(1, month_number, year), end(month_number, year), "month", "mmm\\-yy")


def goes_on(cell: str, due: date | None = None) -> When:
    """Work that goes on, perhaps with a date beside it."""
    return When(cell, due, "ongoing")


def words(cell: str) -> When:
    """Words from which no date can be taken."""
    return When(cell, None, "text")


def lines(*lead: str) -> Who:
    """Several leads, one a line."""
    return Who("\n".join(lead), lead)


def commas(*lead: str) -> Who:
    """Several leads with commas between."""
    return Who(", ".join(lead), lead)


def run(*lead: str) -> Who:
    """Several leads with nothing between but a space."""
    return Who(" ".join(lead), lead)


def pc(value: float, as_at: date | None = None) -> Reading:
    """A percentage."""
    return Reading(float(value), "%", as_at)


def n(value: float, as_at: date | None = None) -> Reading:
    """A count, or another figure without a unit."""
    return Reading(float(value), None, as_at)


def fig(cell: Value, *readings: Reading) -> Figures:
    """A cell with the figures that it gives."""
    return Figures(cell, readings)


def as_when(value: When | date | None) -> When:
    """The timescales cell, a plain date being a real date in the workbook."""
    if value is None:
        return NO_DATE
    return When(value, value, "day", "dd/mm/yyyy") if isinstance(value, date) else value


def as_who(value: Who | str | None) -> Who:
    """The responsible service cell, plain words being one lead."""
    if value is None:
        return Who(None, ())
    return Who(value, (value,)) if isinstance(value, str) else value


def as_rag(value: Rag | str | None) -> Rag:
    """The rating cell, one of the four plain words being itself."""
    if value is None:
        return Rag(None, None)
    return Rag(value, PLAIN[value]) if isinstance(value, str) else value


def as_ref(value: Ref | str | None) -> Ref:
    """The ref cell; digits become a number, as they do when typed into Excel."""
    if isinstance(value, Ref):
        return value
    return Ref(int(value) if value and value.isdigit() else value, value)


def joined(updates: tuple[Update, ...], between: str) -> str | None:
    """The diary as one cell."""
    return between.join(update.text for update in updates) or None


def newest(updates: tuple[Update, ...]) -> date | None:
    """The date of the newest dated entry."""
    return max((update.on for update in updates if update.on), default=None)


def earlier(updates: tuple[Update, ...]) -> tuple[Update, ...]:
    """The entries that stood there on the previous board, undated ones included."""
    last = LAST_ENTRY[PREVIOUS]
    return tuple(update for update in updates if update.on is None or update.on <= last)


def row(
    ref: Ref | str | None,
    plan_ref: str | None,
    activity: str | None,
    *updates: Update,
    lead: Who | str | None,
    due: When | date | None,
    brag: Rag | str | None,
    evidence: str | None = None,
    metric: str | None = None,
    current: Figures = NO_FIGURES,
    target: Figures = NO_FIGURES,
    faults: tuple[str, ...] = (),
    was: Was | Absent | None = None,
    hidden: bool = False,
    between: str = "\n",
    comment: str | None = None,
    side_note: str | None = None,
) -> Row:
    """A row of the newest workbook, with what it was on the previous board."""
    when, who, rag, number = as_when(due), as_who(lead), as_rag(brag), as_ref(ref)
    now = Row(
        number.cell,
        plan_ref,
        activity,
        joined(updates, between),
        evidence,
        metric,
        current.cell,
        target.cell,
        who.cell,
        when.cell,
        rag.cell,
        Truth(
            number.ref,
            rag.rating,
            when.due,
            when.kind,
            newest(updates),
            current.readings,
            target.readings,
            who.lead,
        ),
        faults,
        None,
        was.sheet if isinstance(was, Was) else None,
        hidden,
        number.number_format,
        when.number_format,
        comment,
        side_note,
    )
    if isinstance(was, Absent):
        return replace(now, before=was)
    then = _as_it_was(now, earlier(updates), between, was or Was())
    return now if then == replace(now, faults=(), sheet_before=None) else replace(now, before=then)


def _as_it_was(now: Row, updates: tuple[Update, ...], between: str, was: Was) -> Row:
    """The row of the previous workbook."""
    then = replace(
        now,
        progress=joined(updates, between),
        truth=replace(now.truth, latest_update=newest(updates)),
        faults=(),
        sheet_before=None,
    )
    if was.ref is not None:
        then = replace(then, ref=as_ref(was.ref).cell, truth=replace(then.truth, ref=was.ref))
    if was.activity is not None:
        then = replace(then, activity=was.activity)
    if was.current is not None:
        truth = replace(then.truth, current=was.current.readings)
        then = replace(then, current=was.current.cell, truth=truth)
    return _with_promises(
        then,
        None if was.lead is None else as_who(was.lead),
        None if was.due is None else as_when(was.due),
        None if was.brag is None else as_rag(was.brag),
    )


def _with_promises(then: Row, who: Who | None, when: When | None, rag: Rag | None) -> Row:
    """The row with another lead, date or rating."""
    if who is not None:
        then = replace(then, service=who.cell, truth=replace(then.truth, lead=who.lead))
    if when is not None:
        truth = replace(then.truth, due=when.due, due_kind=when.kind)
        then = replace(then, timescales=when.cell, date_format=when.number_format, truth=truth)
    if rag is not None:
        then = replace(then, brag=rag.cell, truth=replace(then.truth, rating=rag.rating))
    return then


def measure(
    action: Row,
    *updates: Update,
    metric: str,
    current: Figures = NO_FIGURES,
    target: Figures = NO_FIGURES,
    was_current: Figures | None = None,
    due: When | date | None = None,
    brag: Rag | str | None = None,
    evidence: str | None = None,
    faults: tuple[str, ...] = (),
) -> Row:
    """A row of the metrics sheet: the action again, its own measure and note."""
    now = _measure_of(action, updates, metric, current, target, evidence, due, brag)
    if isinstance(action.before, Absent):
        return replace(now, faults=faults, before=action.before)
    shown = was_current or current
    then = _measure_of(
        action.before or action, earlier(updates), metric, shown, target, evidence, due, brag
    )
    return replace(now, faults=faults, before=None if then == now else then)


def _measure_of(
    action: Row,
    updates: tuple[Update, ...],
    metric: str,
    current: Figures,
    target: Figures,
    evidence: str | None,
    due: When | date | None,
    brag: Rag | str | None,
) -> Row:
    """The action with another measure, diary and, where given, date and rating."""
    shown = replace(
        action,
        progress=joined(updates, "\n"),
        evidence=evidence,
        metric=metric,
        current=current.cell,
        target=target.cell,
        truth=replace(
            action.truth,
            latest_update=newest(updates),
            current=current.readings,
            target=target.readings,
        ),
        faults=(),
        before=None,
        sheet_before=None,
        hidden=False,
        comment=None,
        side_note=None,
    )
    return _with_promises(
        shown,
        None,
        None if due is None else as_when(due),
        None if brag is None else as_rag(brag),
    )


def by_ref(rows: tuple[Row, ...]) -> dict[str, Row]:
    """The rows under their refs, the first where a ref stands twice."""
    return {row.truth.ref: row for row in reversed(rows) if row.truth.ref}
