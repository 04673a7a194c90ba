"""The reminder of each lead who has not answered, as a letter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from boardpack.analysis.outstanding import Outstanding
from boardpack.analysis.overview import Overview
from boardpack.checks.figures import flat
from boardpack.cycle.diary import day_in_full, round_of
from boardpack.document import templating
from boardpack.document.pack import Letter
from boardpack.model.cycle import SentRow
from boardpack.renderers import mail
from boardpack.words import long_date

REMINDER = "reminder.txt.j2"
_LONGEST = 300
"""Characters of an activity and of a question in a letter."""
_Place = tuple[str, int | None, str | None, str]


@dataclass(frozen=True, slots=True)
class Reminded:
    """A row of the plan as a reminder names it."""

    place: str
    activity: str
    questions: tuple[str, ...]


def letters(
    overview: Overview, silent: Iterable[Outstanding], templates: Path, today: date
) -> tuple[Letter, ...]:
    """A letter for each lead, its name that of the workbook that the lead was sent."""
    jinja = templating.environment(templates, escape=False)
    board, day = overview.settings.board, long_date(overview.meeting.date)
    subject = mail.marked(board.marking, f"Reminder: updates for the {board.short_name}, {day}")
    return tuple(
        Letter(
            name=name,
            sender=overview.settings.mail.sender,
            to=(one.sent.address,) if one.sent.address else (),
            cc=(),
            subject=subject,
            body=templating.render(jinja, REMINDER, _values(overview, one, today)),
            attach=(),
        )
        for name, one in _named(silent)
    )


def _named(silent: Iterable[Outstanding]) -> Iterator[tuple[str, Outstanding]]:
    """Each with the name of its file; two that were sent files of one name are told apart."""
    taken: set[str] = set()
    for one in silent:
        stem = name = PurePath(one.sent.file).stem or "lead"
        count = 1
        while name.casefold() in taken:
            count += 1
            name = f"{stem}-{count}"
        taken.add(name.casefold())
        yield name, one


def _values(overview: Overview, one: Outstanding, today: date) -> dict[str, object]:
    """What the template may name. `firmness` is how often the lead was late, `asked` of how many."""
    board, own = overview.settings.board, round_of(overview.meeting.date, overview.settings.cycle)
    back = own.day("back")
    return {
        "lead": flat(one.lead, _LONGEST) or "colleague",
        "board": {
            "name": board.name,
            "council": board.council,
            "chair": board.chair,
            "date": long_date(overview.meeting.date),
        },
        "returns": day_in_full(back),
        "briefed": day_in_full(own.day("briefed")),
        "days_late": (today - back).days,
        "firmness": one.late,
        "asked": one.asked,
        "rows": _rows(overview, one.rows),
    }


def _rows(overview: Overview, rows: Iterable[SentRow]) -> tuple[Reminded, ...]:
    """The rows that were sent, with what is asked of each today."""
    asked: dict[_Place, tuple[str, ...]] = {}
    for story in overview.stories:
        action = story.action
        place = (action.sheet, action.objective, action.ref, action.activity)
        asked[place] = tuple(flat(question.message, _LONGEST) for question in story.to_ask)
    return tuple(
        Reminded(
            _place(row),
            flat(row.activity, _LONGEST),
            asked.get((row.sheet, row.objective, row.ref, row.activity), ()),
        )
        for row in rows
    )


def _place(row: SentRow) -> str:
    """`Objective 2, 14a`, or the row where it has no ref."""
    name = flat(row.ref, _LONGEST) if row.ref else f"row {row.row} of {flat(row.sheet, _LONGEST)}"
    return name if row.objective is None else f"Objective {row.objective}, {name}"
