"""Makes the folder of the next meeting, whole or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from boardpack.analysis.arising import arising
from boardpack.analysis.calendar import meeting_after
from boardpack.checks.board import of_decisions
from boardpack.cycle.diary import Round, round_of
from boardpack.cycle.new import texts
from boardpack.cycle.new.agenda import next_agenda
from boardpack.cycle.new.log import Agreed, CarriedLog, carried
from boardpack.deliver.folder import new_folder
from boardpack.errors import MeetingThere, MissingInput, NoMeeting, NotAfter
from boardpack.findings import Finding
from boardpack.read.decisions import DECISIONS
from boardpack.read.meeting import (
    AGENDA,
    ANSWERS,
    LOG,
    MINUTES,
    RECOMMENDATIONS,
    MeetingFolder,
    day_named,
    label_of,
    meeting_folders,
    plan_file,
    read_noted,
)
from boardpack.read.text import cells_of
from boardpack.read.trackers import read_action_log
from boardpack.settings import Settings, load_agenda, load_settings


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """What was made: the folder, from which, its files, its action log, and its days."""

    folder: Path
    last: Path
    files: tuple[str, ...]
    log: CarriedLog
    round: Round
    findings: tuple[Finding, ...]

    def as_json(self) -> dict[str, Any]:
        """The public shape of `new --json`."""
        return {
            "board": self.folder.name,
            "folder": str(self.folder),
            "from": self.last.name,
            "files": list(self.files),
            "actions_added": list(self.log.added),
            "actions_left_out": list(self.log.left_out),
            "findings": [finding.as_json() for finding in self.findings],
        }


def make_meeting(inputs: Path, meeting: date, source: str | None) -> NewMeeting:
    """The folder of a meeting, made from the last one's or from the one that is named.

    A folder that is there is refused with MeetingThere, a source that is not before the meeting
    with NotAfter.
    """
    settings = load_settings(inputs / "board.toml")
    target = inputs / meeting.isoformat()
    if target.exists():
        raise MeetingThere(target)
    last = _last(inputs, meeting, source)
    after = meeting_after(meeting, settings.cycle)
    noted, findings = read_noted(last, inputs)
    log = _log(inputs, last)
    files = dict(_files(inputs, last, meeting, after, settings))
    files[LOG] = log.as_csv
    new_folder(target, files)
    return NewMeeting(
        target,
        last.path,
        tuple(sorted(files)),
        log,
        round_of(meeting, settings.cycle),
        (*findings, *of_decisions(noted)),
    )


def _last(inputs: Path, meeting: date, source: str | None) -> MeetingFolder:
    """The newest meeting before this one, or the one that is named."""
    folders = meeting_folders(inputs)
    if source is None:
        before = [folder for folder in folders if folder.date < meeting]
        if not before:
            raise NoMeeting(inputs, None)
        return before[-1]
    day = day_named(source)
    chosen = next((folder for folder in folders if folder.date == day), None)
    if chosen is None:
        raise NoMeeting(inputs, source)
    if chosen.date >= meeting:
        raise NotAfter(meeting, source)
    return chosen


def _files(
    inputs: Path, last: MeetingFolder, meeting: date, after: date, settings: Settings
) -> Iterator[tuple[str, bytes]]:
    """Each file of the folder but the action log: copied, changed or begun."""
    plan, label = plan_file(last.path, label_of(last.path, inputs))
    if not plan.is_file():
        raise MissingInput(plan, label, "Put the plan of the last meeting there.")
    yield plan.name, plan.read_bytes()
    agenda = load_agenda(last.path / AGENDA)
    text = (last.path / AGENDA).read_bytes().decode("utf-8-sig")
    changed = next_agenda(text, last.path / AGENDA, meeting, after, last.date)
    yield AGENDA, changed.encode()
    recommendations = last.path / RECOMMENDATIONS
    if recommendations.is_file():
        yield RECOMMENDATIONS, recommendations.read_bytes()
    for path in sorted((last.path / "metrics").rglob("*")):
        if path.is_file() and not path.name.startswith((".", "~$")):
            yield path.relative_to(last.path).as_posix(), path.read_bytes()
    place = agenda.meeting.place or settings.board.place
    yield MINUTES, texts.minutes(last.date, place, meeting).encode()
    yield ANSWERS, texts.ANSWERS_HEADING.encode()
    yield DECISIONS, texts.DECISIONS_HEADING.encode()
    yield "papers/README.txt", texts.PAPERS.encode()
    yield "returns/README.txt", texts.RETURNS.encode()


def _log(inputs: Path, last: MeetingFolder) -> CarriedLog:
    """The last log without what it showed as closed, with all that was agreed and is not in it.

    What the board before the last agreed is looked at again: nobody may have taken it into the log.
    """
    path = last.path / LOG
    lines = read_action_log(path, LOG)[0] if path.is_file() else ()
    earlier = [folder for folder in meeting_folders(inputs) if folder.date < last.date][-1:]
    agreed: list[Agreed] = [
        (board.date, one)
        for board in (*earlier, last)
        for one in arising(board.date, read_noted(board, inputs)[0], lines)
    ]
    return carried(cells_of(path) if path.is_file() else [], agreed)
