"""What was asked, what the plan says now and what came back: made into changes, conflicts and findings."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from boardpack.cycle.collect import faults
from boardpack.cycle.collect.answering import cells_of
from boardpack.cycle.collect.given import NAMES, Given
from boardpack.cycle.collect.locating import Located, locate
from boardpack.cycle.collect.making import Answered, Merge, Round, Spot, row_name
from boardpack.cycle.collect.single import merge_single
from boardpack.cycle.collect.updates import merge_updates
from boardpack.model.cycle import ReturnField, SentRow
from boardpack.model.plan import Action

_MERGERS: Mapping[ReturnField, Callable[[Spot, Round, Merge], None]] = {
    "progress": merge_updates,
    "rating": merge_single,
    "due": merge_single,
    "current": merge_single,
}


def merge(given: Iterable[Given], sent: Iterable[SentRow], around: Round) -> Merge:
    """Every answer made into a change, a conflict or a finding. The order of the answers does not matter."""
    made = Merge()
    answers = sorted(given, key=_order)
    places = locate(sent, around.master.plan)
    known = [one for one in answers if one.row.key in places]
    for one in answers:
        if one.row.key not in places:
            _gone(one, made)
    _tell_moved(known, places, made)
    for one in known:
        if one.field == "questions":
            _answer(one, places[one.row.key].action, around, made)
    for spot in _spots(known, places, around, made):
        _MERGERS[spot.field](spot, around, made)
    return made


def _order(given: Given) -> tuple[object, ...]:
    return (
        given.row.sheet,
        given.row.row,
        given.row.key,
        given.field,
        given.lead,
        given.version,
        given.modified or "",
        given.text,
        given.sha256,
        given.file,
        given.sheet,
        given.cell,
    )


def _gone(given: Given, made: Merge) -> None:
    facts = {"field": NAMES[given.field], "text": given.text, "row": row_name(given.row)}
    made.findings.append(
        faults.ROW_GONE.at(given.source, objective=given.row.objective, ref=given.row.ref, **facts)
    )
    made.close([given], "refused")


def _tell_moved(known: Sequence[Given], places: Mapping[str, Located], made: Merge) -> None:
    for key in dict.fromkeys(one.row.key for one in known):
        found = places[key]
        row = next(one.row for one in known if one.row.key == key)
        if found.by != "key":
            made.findings.append(
                faults.ROW_MOVED.of(found.action, "activity", row=row_name(row), by=found.by)
            )


def _spots(
    known: Sequence[Given], places: Mapping[str, Located], around: Round, made: Merge
) -> list[Spot]:
    """The answers by the cell that they are about: rows that share a merged cell share it here."""
    groups: dict[tuple[str, str, ReturnField], list[Given]] = {}
    for one in known:
        if one.field == "questions":
            continue
        action = places[one.row.key].action
        address = around.master.own_cell(action, one.field)
        if address is None:
            _no_column(one, action, made)
        else:
            groups.setdefault((action.sheet, address, one.field), []).append(one)
    return [
        Spot(
            places[group[0].row.key].action,
            address,
            name,
            tuple(group),
            around.master.text(sheet, address),
            _said(places[group[0].row.key].action, address, name, around),
            around.shared,
        )
        for (sheet, address, name), group in groups.items()
    ]


def _said(action: Action, address: str, name: ReturnField, around: Round) -> str:
    read = action.cells.get(name, address)
    return around.master.text(action.sheet, read)


def _no_column(given: Given, action: Action, made: Merge) -> None:
    facts = {"field": NAMES[given.field], "text": given.text, "sheet": action.sheet}
    made.findings.append(
        faults.NO_COLUMN.at(given.source, objective=action.objective, ref=action.ref, **facts)
    )
    made.close([given], "refused")


def _answer(given: Given, action: Action, around: Round, made: Merge) -> None:
    if not given.codes:
        made.findings.append(
            faults.NO_QUESTION.at(
                given.source, objective=action.objective, ref=action.ref, text=given.text
            )
        )
        made.close([given], "refused")
        return
    text = given.text.strip()
    lines = [
        Answered(code, action.sheet, action.objective, action.ref, text, given.lead)
        for code in given.codes
    ]
    new = [line for line in lines if cells_of(line) not in around.answered]
    made.answers += [line for line in new if line not in made.answers]
    made.close([given], "accepted" if new else "accepted before")
