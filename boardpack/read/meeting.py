"""Everything that is read for one meeting, from its folder."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from boardpack.errors import NoMeeting
from boardpack.exemption import paragraphs_of
from boardpack.findings import Finding
from boardpack.model.board import Agenda, AgendaItem, Answer, Decision, Meeting, Paper, Secret
from boardpack.model.metrics import Metrics
from boardpack.model.plan import Plan, SheetRole
from boardpack.model.source import Source
from boardpack.read.decisions import read_decisions
from boardpack.read.definitions import DEFINITIONS
from boardpack.read.faults import EXEMPT_WITHOUT_PARAGRAPH, MISSING_OPTIONAL, OTHER_DATE
from boardpack.read.headings import Headings, normal
from boardpack.read.metrics import metrics_files, read_metrics
from boardpack.read.papers import read_papers
from boardpack.read.plan import read_plan
from boardpack.read.text import read_text
from boardpack.read.trackers import (
    answers_of_sheets,
    read_action_log,
    read_answers,
    read_recommendations,
)
from boardpack.settings import AgendaFile, Settings, load_agenda
from boardpack.words import long_date

_FOLDER = re.compile(r"20\d\d-\d\d-\d\d")
_PLAN_NAMES = ("plan.xlsx", "plan.xlsm", "plan.xls", "plan.xlsb", "plan.ods", "plan.csv")
AGENDA, ANSWERS, LOG, MINUTES = "agenda.toml", "answers.csv", "action-log.csv", "minutes.md"
RECOMMENDATIONS = "recommendations.xlsx"
_BESIDE_THE_PLAN = (LOG, AGENDA, MINUTES, RECOMMENDATIONS, ANSWERS)
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class MeetingFolder:
    """A meeting's folder: its date is its name."""

    date: date
    path: Path


def meeting_folders(inputs: Path) -> tuple[MeetingFolder, ...]:
    """The meetings that there are inputs for, oldest first."""
    if not inputs.is_dir():
        return ()
    named = ((day_named(path.name), path) for path in inputs.iterdir() if path.is_dir())
    found = (MeetingFolder(day, path) for day, path in named if day)
    return tuple(sorted(found, key=lambda folder: folder.date))


def day_named(name: str) -> date | None:
    """The day of a meeting that is named like its folder, such as 2026-12-09; None for other names."""
    if not _FOLDER.fullmatch(name):
        return None
    try:
        return date.fromisoformat(name)
    except ValueError:
        return None


def choose_meeting(inputs: Path, board: str | None) -> tuple[MeetingFolder, MeetingFolder | None]:
    """The meeting that is asked for, or the newest, and the one before it if there is one."""
    folders = meeting_folders(inputs)
    chosen = [folder for folder in folders if board in {None, folder.path.name}]
    if not chosen:
        raise NoMeeting(inputs, board)
    place = folders.index(chosen[-1])
    return folders[place], folders[place - 1] if place else None


def read_meeting(
    folder: MeetingFolder, inputs: Path, settings: Settings
) -> tuple[Meeting, tuple[Finding, ...]]:
    """All inputs of a meeting and what could not be understood in them."""
    label = label_of(folder.path, inputs)
    findings: list[Finding] = []
    agenda_file = load_agenda(folder.path / AGENDA)
    agenda = _agenda(agenda_file, settings)
    if agenda_file.meeting.date != folder.date:
        findings.append(_other_date(agenda_file.meeting.date, folder, f"{label}/{AGENDA}"))
    plan, found = read_plan(*plan_file(folder.path, label), *_told(settings))
    findings += found
    metrics, found = read_metrics(folder.path / "metrics", f"{label}/metrics", settings.areas.whole)
    findings += found
    papers, found = read_papers(
        folder.path / "papers",
        f"{label}/papers",
        agenda.items,
        _passwords(settings),
        settings.papers.most_pages,
    )
    findings += found
    findings += _exempt_without_paragraph(agenda, f"{label}/{AGENDA}")
    log, found = _if_there(folder.path / LOG, label, "The action log", read_action_log)
    findings += found
    recommendations, found = _if_there(
        folder.path / RECOMMENDATIONS,
        label,
        "The tracker of recommendations",
        read_recommendations,
    )
    findings += found
    minutes, found = _if_there(folder.path / MINUTES, label, "The minutes file", _minutes)
    findings += found
    answers, found = read_answers(folder.path / ANSWERS, f"{label}/{ANSWERS}")
    findings += found
    meeting = Meeting(
        date=folder.date,
        folder=folder.path,
        plan=plan,
        metrics=metrics,
        agenda=agenda,
        minutes=minutes,
        action_log=log or (),
        recommendations=recommendations or (),
        papers=papers,
        inputs=_files(folder.path, papers),
        answers=(*answers, *answers_of_sheets(plan)),
    )
    return meeting, tuple(findings)


def _exempt_without_paragraph(agenda: Agenda, label: str) -> Iterator[Finding]:
    for item in agenda.items:
        if item.exempt and not paragraphs_of(item.exempt):
            yield EXEMPT_WITHOUT_PARAGRAPH.at(Source(label), item=item.number, exempt=item.exempt)


def _other_date(told: date, folder: MeetingFolder, label: str) -> Finding:
    return OTHER_DATE.at(Source(label), told=long_date(told), folder=long_date(folder.date))


def read_earlier_plan(folder: MeetingFolder, inputs: Path, settings: Settings) -> Plan:
    """The plan of an earlier meeting, to compare with. What is odd in it was told at its board."""
    path, label = plan_file(folder.path, label_of(folder.path, inputs))
    return read_plan(path, label, *_told(settings))[0]


def read_earlier_answers(folder: MeetingFolder, inputs: Path, plan: Plan) -> tuple[Answer, ...]:
    """The answers given at an earlier meeting: they stand until the question is settled."""
    label = f"{label_of(folder.path, inputs)}/{ANSWERS}"
    return (*read_answers(folder.path / ANSWERS, label)[0], *answers_of_sheets(plan))


def read_earlier_metrics(folder: MeetingFolder, settings: Settings) -> Metrics:
    """The measures as they were known at an earlier meeting; none where its figures are not there any longer."""
    metrics = folder.path / "metrics"
    if not metrics_files(metrics):
        return Metrics()
    return read_metrics(metrics, "", settings.areas.whole)[0]


def read_noted(
    folder: MeetingFolder, inputs: Path
) -> tuple[tuple[Decision, ...], tuple[Finding, ...]]:
    """What was decided and agreed at a meeting, noted after it. It is no input of its own pack."""
    path = folder.path / AGENDA
    items = load_agenda(path).item if path.is_file() else ()
    exempt = {item.number: item.exempt for item in items if item.exempt}
    return read_decisions(folder.path, label_of(folder.path, inputs), exempt)


def label_of(path: Path, inputs: Path) -> str:
    """How a file is named to people: from the inputs folder on, with forward slashes."""
    # A file may be a link to somewhere else, and is named by where it is linked from.
    linked = path.is_relative_to(inputs)
    within = path.relative_to(inputs) if linked else path.resolve().relative_to(inputs.resolve())
    return (Path(inputs.resolve().name) / within).as_posix()


def _told(settings: Settings) -> tuple[Mapping[str, SheetRole], Headings]:
    """What the settings tell of the workbook's sheets and headings, in place of a guess."""
    return settings.plan.sheets, told_headings(settings)


def told_headings(settings: Settings) -> Headings:
    """The headings of the plan with what the settings tell of them."""
    headings = {
        normal(heading): None if column == "ignore" else column
        for heading, column in settings.plan.headings.items()
    }
    return Headings(headings)


def plan_path(folder: Path) -> Path:
    """The plan of a meeting, in whatever format it is kept; `plan.xlsx` where there is none."""
    return plan_file(folder, "")[0]


def plan_file(folder: Path, label: str) -> tuple[Path, str]:
    """The plan of a meeting and how it is named to people, whether it is there or not."""
    name = next((name for name in _PLAN_NAMES if (folder / name).is_file()), _PLAN_NAMES[0])
    return folder / name, f"{label}/{name}"


def _if_there(
    path: Path,
    label: str,
    what: str,
    read: Callable[[Path, str], tuple[_Read, tuple[Finding, ...]]],
) -> tuple[_Read | None, tuple[Finding, ...]]:
    """What a reader gives for a file that a meeting can do without."""
    name = f"{label}/{path.name}"
    if not path.is_file():
        return None, (MISSING_OPTIONAL.at(Source(name), what=what),)
    return read(path, name)


def _minutes(path: Path, _label: str) -> tuple[str, tuple[Finding, ...]]:
    return read_text(path)[0], ()


def _agenda(file: AgendaFile, settings: Settings) -> Agenda:
    return Agenda(
        time=file.meeting.time or settings.board.time,
        place=file.meeting.place or settings.board.place,
        next_meeting=file.meeting.next_meeting,
        items=tuple(AgendaItem(**item.model_dump()) for item in file.item),
        support=file.meeting.support,
    )


def _passwords(settings: Settings) -> Mapping[str, Secret]:
    named = settings.papers.passwords
    return {name: Secret(password.get_secret_value()) for name, password in named.items()}


def _files(folder: Path, papers: Iterable[Paper]) -> tuple[Path, ...]:
    """Every file that is read for the pack, in the order of its path, and no other of the folder."""
    metrics = folder / "metrics"
    files = {
        plan_path(folder),
        *(folder / name for name in _BESIDE_THE_PLAN),
        *(metrics / name for name in DEFINITIONS),
        *metrics_files(metrics),
    }
    files |= {paper.path for paper in papers if paper.path.is_file()}
    return tuple(sorted(path for path in files if path.is_file()))
