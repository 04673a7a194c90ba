"""The rows of a return to answers: by their keys, else by ref and activity, with all that is odd told."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from boardpack.cycle.collect import faults
from boardpack.cycle.collect.given import NAMES, AnswerField, Given
from boardpack.cycle.collect.questions import codes_in
from boardpack.cycle.collect.reading import Column, ReturnFile, ReturnRow
from boardpack.cycle.collect.values import rating_of
from boardpack.findings import Finding
from boardpack.folded import folded
from boardpack.model.cycle import Commission, ReturnField, SentReturn, SentRow
from boardpack.model.source import Source
from boardpack.read.due import read_due
from boardpack.read.grid import Cell
from boardpack.words import plural

_SHOWN: tuple[tuple[Column, ReturnField, str], ...] = (
    ("rating_shown", "rating", "Rating"),
    ("due_shown", "due", "Due"),
    ("current_shown", "current", "Current figure"),
)
_FIGURES_ALONE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})")
_MONTHS = 12


@dataclass
class Taken:
    """What a file gives: whose it is, its answers, what is odd. `rows` counts those that were sent."""

    lead: str | None = None
    given: list[Given] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    rows: int = 0
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class _Match:
    """A row of the file and the row that was sent; the second is missing where there is none."""

    row: ReturnRow
    sent: SentRow
    commission: Commission


def take(file: ReturnFile, rounds: Sequence[Commission]) -> Taken:
    """The answers of a return. `rounds` are all that was sent for this board, oldest first."""
    taken = Taken(modified=file.modified)
    if not file.tables:
        why = "no sheet has the headings of a return"
        taken.findings.append(faults.NO_RETURN.at(Source(file.file), why=why))
        return taken
    matches = [match for row in file.rows if (match := _matched(row, file, rounds, taken))]
    _tell_other_board(file, rounds, taken)
    lead = lead_of(file, [match.sent.key for match in matches], rounds)
    taken.lead = lead.lead if lead else None
    taken.rows = len(matches)
    if file.hides_formulas and any(match.row.answers for match in matches):
        taken.findings.append(faults.FORMULAS_UNSEEN.at(Source(file.file)))
    for match in _without_copies(matches, file, taken):
        _tell_odd(match, file, taken)
        for column in match.row.answers:
            _take_cell(match, column, file, taken)
    return taken


def _matched(
    row: ReturnRow, file: ReturnFile, rounds: Sequence[Commission], taken: Taken
) -> _Match | None:
    """The sent row that a row is; nothing, and a finding where it says anything, for another."""
    stamp = row.text("stamp") or file.stamp
    if stamp and not any(one.stamp == stamp for one in rounds) and _is_other(stamp, rounds):
        return None  # told once for the whole file
    key = row.text("key")
    of_stamp = [one for one in rounds if one.stamp == stamp]
    for commission in (*of_stamp, *reversed(rounds)):
        for sent in commission.rows:
            if sent.key == key:
                return _by_check(row, sent, commission, rounds, file, taken)
    by_words = _by_words(row, of_stamp or rounds[-1:])
    if by_words is None:
        if row.answers or (row.text("activity") and not key):
            taken.findings.append(faults.ADDED_ROW.at(_at(file, row, "activity"), text=row.words))
        return None
    taken.findings.append(
        faults.NO_KEY.at(_at(file, row, "key"), **_place(by_words.sent), row=_named(by_words.sent))
    )
    return by_words


def _is_other(stamp: str, rounds: Sequence[Commission]) -> bool:
    return not stamp.startswith(f"{rounds[-1].board} ")


def _by_check(
    row: ReturnRow,
    sent: SentRow,
    commission: Commission,
    rounds: Sequence[Commission],
    file: ReturnFile,
    taken: Taken,
) -> _Match:
    """The row of the round whose check it bears, which tells what the lead had before them."""
    check = row.text("check")
    if check and check != sent.checksum:
        for other in reversed(rounds):
            for same in other.rows:
                if same.key == sent.key and same.checksum == check:
                    return _Match(row, same, other)
        taken.findings.append(
            faults.DIFFERENT_CHECK.at(
                _at(file, row, "check"), **_place(sent), stamp=commission.stamp
            )
        )
    return _Match(row, sent, commission)


def _by_words(row: ReturnRow, rounds: Iterable[Commission]) -> _Match | None:
    """The sent row with this ref and activity, if there is one and no other."""
    activity, ref = folded(row.text("activity")), folded(row.text("ref"))
    for commission in rounds:
        alike = [sent for sent in commission.rows if activity and folded(sent.activity) == activity]
        exact = [sent for sent in alike if folded(sent.ref or "") == ref]
        for found in (exact, alike):
            if len(found) == 1:
                return _Match(row, found[0], commission)
    return None


def _tell_other_board(file: ReturnFile, rounds: Sequence[Commission], taken: Taken) -> None:
    stamps = [row.text("stamp") or file.stamp or "" for row in file.rows]
    others = [stamp for stamp in stamps if stamp and _is_other(stamp, rounds)]
    for stamp in dict.fromkeys(others):
        count = plural(others.count(stamp), "row")
        taken.findings.append(faults.OTHER_BOARD.at(Source(file.file), stamp=stamp, count=count))


def lead_of(
    file: ReturnFile, keys: Sequence[str], rounds: Sequence[Commission]
) -> SentReturn | None:
    """Whose return it is: by the name in its title, its file's name, and the rows that it holds."""
    above, name, held = folded(file.above), folded(file.name), set(keys)

    def likely(sent: SentReturn) -> tuple[bool, bool, float, int]:
        stem = folded(sent.file.rpartition("/")[2].rpartition(".")[0])
        common = len(held & set(sent.keys))
        whole = len(held | set(sent.keys)) or 1
        named = bool(sent.lead) and folded(f": {sent.lead} [") in above
        return named, bool(stem) and stem in name, common / whole, len(sent.lead)

    fitting = [sent for one in reversed(rounds) for sent in one.returns if held & set(sent.keys)]
    return max(fitting, key=likely, default=None)


def _without_copies(matches: Sequence[_Match], file: ReturnFile, taken: Taken) -> list[_Match]:
    """The rows without those that a lead copied to make another of: their words are told."""
    by_key: dict[str, list[_Match]] = {}
    for match in matches:
        by_key.setdefault(match.sent.key, []).append(match)
    kept = []
    for group in by_key.values():
        own = [m for m in group if folded(m.row.text("activity")) == folded(m.sent.activity)]
        for match in group:
            if own and match not in own and len(group) > 1:
                where = _at(file, match.row, "activity")
                taken.findings.append(faults.ADDED_ROW.at(where, text=match.row.words))
            else:
                kept.append(match)
        if len(own or group) > 1:
            rows = ", ".join(str(match.row.row) for match in group)
            first = group[0]
            taken.findings.append(
                faults.COPIED_ROW.at(
                    _at(file, first.row, "activity"), **_place(first.sent), rows=rows
                )
            )
    return kept


def _tell_odd(match: _Match, file: ReturnFile, taken: Taken) -> None:
    """What was changed in the columns that only show what the plan says."""
    row, sent = match.row, match.sent
    activity = row.text("activity")
    if activity and folded(activity) != folded(sent.activity):
        where = _at(file, row, "activity")
        taken.findings.append(faults.REWORDED.at(where, **_place(sent), text=activity))
    for column, name, heading in _SHOWN:
        text, was = row.text(column), sent.values.get(name, "")
        if text and column in row.addresses and _differs(name, text, was):
            taken.findings.append(
                faults.CHANGED_SHOWN.at(
                    _at(file, row, column), **_place(sent), column=heading, sent=was, text=text
                )
            )


def _differs(name: ReturnField, text: str, was: str) -> bool:
    """Whether a shown text is not what was sent. A rating is shown by its word, however the plan spells it."""
    if name == "rating" and folded(text) != folded(was):
        return None not in {rating_of(text), rating_of(was)} and rating_of(text) != rating_of(was)
    return folded(text) != folded(was)


def _take_cell(match: _Match, column: Column, file: ReturnFile, taken: Taken) -> None:
    row, name = match.row, _field(column)
    formula = file.formulas.get((row.sheet, row.addresses[column]))
    if formula is not None:
        shown = row.text(column)
        taken.findings.append(
            faults.FORMULA.at(
                _at(file, row, column),
                **_place(match.sent),
                field=NAMES[name],
                text=formula,
                shown=shown,
            )
        )
        return
    day, other, text = (None, None, row.text(column))
    if name == "due":
        day, other, text = _days(row.cells[column], text, is_csv=file.is_csv)
    taken.given.append(
        Given(
            row=match.sent,
            field=name,
            text=text,
            lead=taken.lead or file.name,
            file=file.file,
            sha256=file.sha256,
            sheet=row.sheet,
            cell=row.addresses[column],
            stamp=match.commission.stamp,
            version=match.commission.version,
            modified=file.modified,
            day=day,
            other_day=other,
            codes=codes_in(row.text("asked")) if name == "questions" else (),
        )
    )


def _field(column: Column) -> AnswerField:
    names: Mapping[Column, AnswerField] = {
        "progress": "progress",
        "rating": "rating",
        "due": "due",
        "current": "current",
    }
    return names.get(column, "questions")


def _days(cell: Cell, text: str, *, is_csv: bool) -> tuple[date | None, date | None, str]:
    """The day of a date cell or of a text that is a date alone, the day that it could be as well, and the text.

    A CSV has the dates of the program that wrote it, day or month first: nobody can tell.
    """
    if isinstance(cell.value, date):
        return (None, None, text) if cell.shows_month else (cell.value, None, text)
    due, dates = read_due(Cell(1, 1, text))
    is_alone = len(dates) == 1 and dates[0].text.strip() == text.strip()
    if not due.date or due.kind != "day" or not is_alone:
        return None, None, text
    figures = _FIGURES_ALONE.fullmatch(text.strip())
    if is_csv and figures and int(figures[1]) <= _MONTHS and int(figures[2]) <= _MONTHS:
        swapped = date(due.date.year, due.date.day, due.date.month)
        return due.date, swapped if swapped != due.date else None, text
    return due.date, None, text


def _at(file: ReturnFile, row: ReturnRow, column: Column) -> Source:
    return Source(file.file, row.sheet, row.addresses.get(column, f"A{row.row}"))


def _place(sent: SentRow) -> dict[str, Any]:
    return {"objective": sent.objective, "ref": sent.ref}


def _named(sent: SentRow) -> str:
    ref = f"{sent.ref} " if sent.ref else ""
    return f'{sent.sheet}, row {sent.row}: {ref}"{sent.activity[:60]}"'
