"""What `boardpack cycle` tells: the days of a meeting and of those after it, as words, JSON or calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from boardpack.cycle.diary import STEPS, Round, day_in_full, rounds
from boardpack.cycle.invitations import Board, calendar
from boardpack.errors import NoMeeting
from boardpack.read.meeting import choose_meeting, day_named
from boardpack.settings import AgendaFile, Settings, load_agenda, load_settings

AGENDA = "agenda.toml"


@dataclass(frozen=True, slots=True)
class Diary:
    """The rounds of a board and what its calendar tells beside them."""

    rounds: tuple[Round, ...]
    board: Board

    @property
    def calendar(self) -> bytes:
        """The rounds as a calendar file."""
        return calendar(self.board, self.rounds)


def diary(inputs: Path, board: str | None, following: int) -> Diary:
    """The rounds of a meeting and of so many after it. The meeting need not have a folder yet."""
    settings = load_settings(inputs / "board.toml")
    day = _day(inputs, board)
    path = inputs / day.isoformat() / AGENDA
    agenda = load_agenda(path) if path.is_file() else None
    told = agenda.meeting.next_meeting if agenda else None
    return Diary(rounds(day, settings.cycle, following, told), _board(settings, agenda))


def _day(inputs: Path, board: str | None) -> date:
    if board is None:
        return choose_meeting(inputs, None)[0].date
    day = day_named(board)
    if day is None:
        raise NoMeeting(inputs, board)
    return day


def _board(settings: Settings, agenda: AgendaFile | None) -> Board:
    own = settings.board
    return Board(
        name=own.name,
        council=own.council,
        short_name=own.short_name,
        time=(agenda.meeting.time if agenda else None) or own.time,
        place=(agenda.meeting.place if agenda else None) or own.place,
        minutes=sum(item.minutes for item in agenda.item) if agenda else 0,
    )


def diary_json(told: Sequence[Round]) -> dict[str, Any]:
    """The public shape of `cycle --json`."""
    return {
        "meetings": [
            {
                **{name: one.day(name).isoformat() for name in STEPS},
                "notes": {step.name: step.note for step in one.steps if step.note},
                "warnings": list(one.warnings),
            }
            for one in told
        ]
    }


def diary_text(told: Sequence[Round]) -> str:
    """What `cycle` says: a meeting with its days, then the next."""
    return "\n\n".join("\n".join(round_lines(one)) for one in told)


def round_lines(one: Round) -> list[str]:
    """The days of one meeting a line each, with notes and warnings below."""
    lines = [f"Meeting of {day_in_full(one.meeting)}"]
    width = max(map(len, STEPS.values()))
    for step in one.steps:
        lines.append(f"  {STEPS[step.name]:<{width}}  {day_in_full(step.day)}")
        if step.note:
            lines.append(f"  {'':<{width}}  {step.note}")
    return [*lines, *(f"  Mind: {warning}" for warning in one.warnings)]
