"""Rating, due date and figure: a cell has one of each, so that two answers can be in conflict."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from boardpack.cycle.collect import faults
from boardpack.cycle.collect.conflicts import KEEP, Conflict, Option, conflict_id, letter
from boardpack.cycle.collect.given import NAMES, Given
from boardpack.cycle.collect.ledger import Entry
from boardpack.cycle.collect.making import Merge, Round, Spot, Write
from boardpack.cycle.collect.values import answered_rating, means, shown, spelled, value_of
from boardpack.folded import folded
from boardpack.read.due import read_due
from boardpack.read.grid import Cell
from boardpack.read.ratings import rating_of_fill

_NO_CHANGE = frozenset(
    {"no change", "unchanged", "as before", "as above", "n/a", "na", "none", "-", "same"}
)
"""What leads write where they have nothing to say."""
_OPEN = frozenset({"tbc", "tba", "tbd", "to be confirmed", "to be agreed", "to be decided"})
"""What stands for a day that is not known yet."""
_FIRST_YEAR, _YEARS_AHEAD = 2000, 30
_SEVERAL = "more than one answer was given"
_MOVED_ON = "the plan was changed after it was sent"
_TWO_DAYS = "the date can be read in two ways"


def merge_single(spot: Spot, around: Round, made: Merge) -> None:
    """Sets the cell where one value was given and the plan is as it was sent; else asks."""
    readable = _readable(spot, around, made)
    stand = _that_stand(readable, made)
    if not stand:
        return
    said = {value for given in stand for value in means(given)}
    if len(said) > 1:
        several = len({means(given) for given in stand}) > 1
        _ask(spot, stand, around, made, _SEVERAL if several else _TWO_DAYS)
        return
    value = said.pop()
    if any(_is_settled(spot, given, around) for given in stand):
        made.close(stand, "accepted before")
    elif value == value_of(spot.field, spot.said):
        was = {value_of(spot.field, given.row.values.get(spot.field, "")) for given in stand}
        made.close(stand, "unchanged" if was == {value} else "in the plan")
    elif _is_as_sent(spot, stand) or _is_own(spot, stand, around):
        _set(spot, stand[0], value, around, made, None)
        made.close(stand, "accepted")
    elif all(value == value_of(spot.field, g.row.values.get(spot.field, "")) for g in stand):
        made.close(stand, "unchanged")
    else:
        _ask(spot, stand, around, made, _MOVED_ON)


def _readable(spot: Spot, around: Round, made: Merge) -> list[Given]:
    """The answers that can stand in the column; the rest is told."""
    good = []
    for given in spot.given:
        place: dict[str, Any] = {"objective": given.row.objective, "ref": given.row.ref}
        why = _no_day(given, around.today) if given.field == "due" else None
        if folded(given.text) in _NO_CHANGE:
            made.close([given], "unchanged")
        elif given.field == "rating" and answered_rating(given.text) is None:
            made.findings.append(faults.NO_SUCH_RATING.at(given.source, **place, text=given.text))
            made.close([given], "refused")
        elif why:
            told = faults.NO_SUCH_DAY.at(given.source, **place, text=given.text, why=why)
            made.findings.append(told)
            made.close([given], "refused")
        else:
            good.append(given)
    return good


def _no_day(given: Given, today: date) -> str | None:
    """Why an answer that is a date and nothing else is none; nothing for a day and for words.

    A figure in a cell of dates is a day of the year 1900, which nobody means.
    """
    if given.day and not _FIRST_YEAR <= given.day.year <= today.year + _YEARS_AHEAD:
        return f"the year {given.day.year} is too far away"
    due, dates = read_due(Cell(1, 1, given.text))
    if not given.day and due.kind == "text" and not dates and folded(given.text) not in _OPEN:
        return "no day can be read in it"
    whole = [one for one in dates if one.fault and one.text.strip() == given.text.strip()]
    return whole[0].fault if whole and not given.day else None


def _that_stand(given: Sequence[Given], made: Merge) -> list[Given]:
    """The last word of each lead; where it cannot be told which file is the later one, all of them."""
    stand: list[Given] = []
    for lead in dict.fromkeys(one.lead for one in given):
        own = [one for one in given if one.lead == lead]
        last = [one for one in own if all(means(o) == means(one) or _is_later(one, o) for o in own)]
        if not last:
            stand += own
            continue
        stand.append(last[-1])
        for one in own:
            if means(one) != means(last[-1]):
                _supersede(one, last[-1], made)
            elif one is not last[-1]:
                made.close([one], "superseded")
    return stand


def _is_later(one: Given, other: Given) -> bool:
    if one.version != other.version:
        return one.version > other.version
    return bool(one.modified and other.modified and one.modified > other.modified)


def _supersede(given: Given, later: Given, made: Merge) -> None:
    made.findings.append(
        faults.SUPERSEDED.at(
            given.source,
            objective=given.row.objective,
            ref=given.row.ref,
            field=NAMES[given.field],
            text=given.text,
            later=later.place,
        )
    )
    made.close([given], "superseded")


def _is_settled(spot: Spot, given: Given, around: Round) -> bool:
    """Whether this answer was put in before: what became of the cell since is the manager's."""
    return around.ledger.has(spot.keys, spot.field, given.lead, given.text, given.sha256)


def _is_as_sent(spot: Spot, stand: Sequence[Given]) -> bool:
    now = value_of(spot.field, spot.said)
    return all(value_of(spot.field, g.row.values.get(spot.field, "")) == now for g in stand)


def _is_own(spot: Spot, stand: Sequence[Given], around: Round) -> bool:
    """Whether the plan holds what this lead alone set before, and nobody changed it since."""
    entries = around.ledger.of(spot.keys, spot.field)
    return bool(
        entries
        and {entries[-1].change.lead} == {given.lead for given in stand}
        and entries[-1].change.after == spot.now
    )


def _ask(spot: Spot, stand: Sequence[Given], around: Round, made: Merge, why: str) -> None:
    """Does what the manager decided of these answers, once; else lists them."""
    conflict = _conflict(spot, stand, why)
    line = around.decisions.get(conflict.id)
    if conflict.id in around.ledger.settled or (line and line.settled):
        made.settled[conflict.id] = around.ledger.settled.get(conflict.id) or (
            line.settled if line else ""
        )
        made.close(stand, "decided")
        return
    decision = line.decision.strip() if line else ""
    option = conflict.chosen(decision) if decision else None
    if decision.casefold() == KEEP:
        made.settled[conflict.id] = around.today.isoformat()
        made.close(stand, "decided")
    elif option:
        made.settled[conflict.id] = around.today.isoformat()
        given, value = _origin(spot, stand, option)
        if value != value_of(spot.field, spot.said):
            _set(spot, given, value, around, made, conflict.id)
        made.close(stand, "decided")
    else:
        if decision and line:
            _tell_bad(spot, conflict, line.line, decision, made)
        made.conflicts.append(conflict)
        made.close(stand, "conflict")


def _tell_bad(spot: Spot, conflict: Conflict, line: int, decision: str, made: Merge) -> None:
    choices = ", ".join(letter(place) for place in range(len(conflict.options)))
    made.findings.append(
        faults.BAD_DECISION.at(
            spot.source,
            objective=spot.action.objective,
            ref=spot.action.ref,
            text=f"{decision} (line {line})",
            conflict=conflict.id,
            choices=choices,
        )
    )


def _conflict(spot: Spot, stand: Sequence[Given], why: str) -> Conflict:
    values = sorted({value for given in stand for value in means(given)})
    options = []
    for value in values:
        by = [given for given in stand if value in means(given)]
        places = tuple(f"{given.lead}, {given.place}" for given in by)
        options.append(Option(shown(spot.field, value, by[0]), places))
    said = [(given.lead, value) for given in stand for value in means(given)]
    return Conflict(
        id=conflict_id(spot.keys, spot.field, said),
        sheet=spot.action.sheet,
        cell=spot.address,
        ref=spot.action.ref,
        activity=spot.action.activity,
        field=spot.field,
        sent=stand[0].row.values.get(spot.field, ""),
        now=spot.said,
        options=tuple(options),
        why=why,
    )


def _origin(spot: Spot, stand: Sequence[Given], option: Option) -> tuple[Given, str]:
    """The answer that an option stands for, and what it means."""
    return next(
        (given, value)
        for given in stand
        for value in means(given)
        if shown(spot.field, value, given) == option.value
    )


def _set(
    spot: Spot, given: Given, value: str, around: Round, made: Merge, conflict: str | None
) -> None:
    cell = around.master.cell(spot.action.sheet, spot.address)
    text, day = _as_written(spot, given, value, cell, around)
    if spot.field == "rating":
        _tell_fill(spot, text, cell, made)
    made.writes.append(
        Write(
            spot.action.sheet,
            spot.address,
            spot.field,
            text,
            (Entry(spot.change(given, spot.now, text, around.today), given.text, conflict),),
            day=day,
        )
    )


def _tell_fill(spot: Spot, text: str, cell: Cell | None, made: Merge) -> None:
    """A fill that somebody gave the cell by hand stays, and would tell of the earlier rating."""
    rating = answered_rating(text)
    colour = rating_of_fill(cell.fill) if cell and cell.fill else None
    if rating and colour and colour is not rating:
        made.findings.append(
            faults.FILL_STAYS.of(
                spot.action, "rating", rating=rating.word, colour=colour.word.lower()
            )
        )


def _as_written(
    spot: Spot, given: Given, value: str, cell: Cell | None, around: Round
) -> tuple[str, date | None]:
    """The text that the cell is to show, and the day that it is to hold where it holds dates.

    A cell that shows a month would hide the day, so that it becomes a text unless the day is the
    month's last, which a month means.
    """
    if spot.field == "rating":
        rating = answered_rating(given.text)
        sheet = [a for a in around.master.plan.actions if a.sheet == spot.action.sheet]
        return (spelled(rating, sheet), None) if rating else (given.text.strip(), None)
    if spot.field == "due" and given.day:
        day = date.fromisoformat(value)
        holds_days = cell is None or cell.value is None or isinstance(cell.value, date)
        if holds_days and not (cell and cell.shows_month):
            return f"{day:%d/%m/%Y}", day
        return f"{day:%d/%m/%Y}", None
    return given.text.strip(), None
