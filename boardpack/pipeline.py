"""The way of a pack on one screen: read, check, analyse, compose, render, deliver."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from boardpack.analysis.audience import in_roles, roles_of, seen_by
from boardpack.analysis.changes import Version, papers_issued, version_of
from boardpack.analysis.overview import Baseline, Overview, next_board_of, overview
from boardpack.analysis.roles import with_roles
from boardpack.between import of_the_last_board, outstanding_leads
from boardpack.checks.board import of_the_log
from boardpack.checks.names import unknown_names
from boardpack.checks.registry import Case
from boardpack.checks.run import check
from boardpack.deliver import manifest
from boardpack.deliver.file import replace_file
from boardpack.deliver.folder import replace_folder
from boardpack.document.chapters import chapters_of
from boardpack.document.compose import BRIEFS, compose
from boardpack.document.pack import Pack
from boardpack.errors import UnknownFormat
from boardpack.findings import Finding
from boardpack.model.board import Meeting, Secret
from boardpack.model.issue import Record, Said
from boardpack.model.metrics import Audience, Metrics
from boardpack.read.decisions import decision_files
from boardpack.read.issued import read_issued
from boardpack.read.meeting import (
    MeetingFolder,
    choose_meeting,
    label_of,
    meeting_folders,
    read_earlier_answers,
    read_earlier_metrics,
    read_earlier_plan,
    read_meeting,
    read_noted,
)
from boardpack.read.papers import refuse_without
from boardpack.renderers.interface import Output
from boardpack.rendering import Rendering, render
from boardpack.settings import Settings, load_settings
from boardpack.style import Style
from boardpack.styling.file import load_style

FORMATS = ("pdf", "html", "slides", "highlight", "brief", "mail")
COMMISSION, REMINDERS = "commission", "reminders"
KEPT = (COMMISSION, REMINDERS)
"""Folders beside the pack that are other commands' own."""
INTERNAL = frozenset({"highlight", "brief", "mail"})
"""What is not made for the public."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to build, from where, to where."""

    inputs: Path
    outputs: Path
    templates: Path
    board: str | None = None
    formats: tuple[str, ...] = FORMATS
    audience: Audience = Audience.MEMBERS
    password: Secret | None = None
    """What the PDFs are opened with, if they are to be locked."""


@dataclass(frozen=True, slots=True)
class Build:
    """What was built: the folder, its files, and what was found on the way."""

    folder: Path
    outputs: tuple[Output, ...]
    findings: tuple[Finding, ...]
    overview: Overview
    seconds: Mapping[str, float]
    version: Version | None = None


@dataclass(slots=True)
class Stages:
    """Tells which stage is at work and how long each took."""

    tell: Callable[[str], None]
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """A stage: told when it starts, timed until it ends."""
        self.tell(name)
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start


@dataclass(frozen=True, slots=True)
class Briefing:
    """One paper that was made by itself: of which board, where it is, and what is in it."""

    board: str
    path: Path
    output: Output


@dataclass(frozen=True, slots=True)
class Made:
    """What a request comes to before it is rendered.

    `said` is what the pack says without what is told of its version. Only the members' pack has a
    version.
    """

    meeting: Meeting
    overview: Overview
    findings: tuple[Finding, ...]
    hashes: tuple[tuple[str, str], ...]
    pack: Pack
    style: Style
    said: Said
    record: Record
    version: Version | None


def build(request: Request, tell: Callable[[str], None] = lambda _: None) -> Build:
    """The files of a meeting, written whole or not at all."""
    unknown = [name for name in request.formats or ("",) if name not in FORMATS]
    if unknown:
        raise UnknownFormat(unknown[0], FORMATS)
    stages = Stages(tell)
    made = composed(request, stages)
    with stages.stage("render"):
        outputs = render(made.pack, _rendering(request, made.style))
    board = made.meeting.date.isoformat()
    number = made.version.number if made.version else None
    told = manifest.manifest(
        board, made.hashes, outputs, made.findings, stages.seconds, number, request.audience
    )
    files = {output.name: output.data for output in outputs}
    target = request.outputs / board
    replace_folder(target, {**files, manifest.NAME: manifest.as_bytes(told)}, keep=KEPT)
    return Build(target, outputs, made.findings, made.overview, stages.seconds, made.version)


def brief(request: Request, tell: Callable[[str], None] = lambda _: None) -> Briefing:
    """The chair's briefing alone, put beside whatever else was made of the meeting."""
    stages = Stages(tell)
    alone = replace(request, formats=("brief",))
    made = composed(alone, stages)
    with stages.stage("render"):
        (output,) = render(made.pack, _rendering(alone, made.style))
    board = made.meeting.date.isoformat()
    path = request.outputs / board / output.name
    replace_file(path, output.data)
    return Briefing(board, path, output)


def composed(request: Request, stages: Stages) -> Made:
    """A meeting read, checked, analysed and composed for its audience."""
    settings = load_settings(request.inputs / "board.toml")
    settings = in_roles(settings, request.audience)
    style = load_style(request.templates)
    folder, _ = choose_meeting(request.inputs, request.board)
    with stages.stage("read"):
        meeting, findings = read_meeting(folder, request.inputs, settings)
        refuse_without(meeting.papers)
        earlier = _earlier(folder, request.inputs, settings)
    with stages.stage("check"):
        findings += challenges(meeting, earlier, settings, request.inputs)
    with stages.stage("analyse"):
        seen = seen_by(request.audience, (meeting, earlier, findings), settings)
        silent = with_roles(
            outstanding_leads(folder, request.inputs, settings),
            roles_of(request.audience, settings),
        )
        analysis = replace(overview(*seen, settings), outstanding=silent)
    with stages.stage("compose"):
        # What is withheld from the audience is no source of its pack, not even by its name.
        hashes = manifest.input_hashes(_sources(request.inputs, analysis.meeting, earlier))
        hashes = with_roles(hashes, roles_of(request.audience, settings))
        briefs = [name for name in BRIEFS if name in _formats(request)]
        composing = partial(compose, analysis, request.templates, hashes, briefs)
        pack = composing()
        said = Said(papers_issued(analysis.meeting.papers), chapters_of(pack.document))
        record = read_issued(folder.path)
        version = version_of(said, record) if request.audience is Audience.MEMBERS else None
        if version and version.changes:
            pack = composing(version.changes)
    return Made(meeting, analysis, findings, hashes, pack, style, said, record, version)


def _rendering(request: Request, style: Style) -> Rendering:
    return Rendering(_formats(request), request.templates, style, request.password)


def _formats(request: Request) -> frozenset[str]:
    """The formats that are made for the audience among those that were asked for."""
    asked = frozenset(request.formats)
    return asked - INTERNAL if request.audience is Audience.PUBLIC else asked


def has_meetings(inputs: Path) -> bool:
    """Whether there is a meeting in a folder, which need not be there itself."""
    return bool(meeting_folders(inputs))


def examine(inputs: Path, board: str | None) -> Overview:
    """A meeting read, checked and analysed, with nothing written."""
    settings = load_settings(inputs / "board.toml")
    folder, _ = choose_meeting(inputs, board)
    meeting, findings = read_meeting(folder, inputs, settings)
    earlier = _earlier(folder, inputs, settings)
    findings += challenges(meeting, earlier, settings, inputs)
    silent = outstanding_leads(folder, inputs, settings)
    return replace(overview(meeting, earlier, findings, settings), outstanding=silent)


def challenges(
    meeting: Meeting, earlier: tuple[Baseline, ...], settings: Settings, inputs: Path
) -> tuple[Finding, ...]:
    """The questions that the plan of a meeting raises, and the settings that name what is not there."""
    case = Case(
        plan=meeting.plan,
        board=meeting.date,
        previous=earlier[-1].date if earlier else None,
        next_board=next_board_of(meeting, settings),
        thresholds=settings.checks.thresholds,
    )
    label, off = f"{inputs.resolve().name}/board.toml", settings.checks.off
    return (
        *check(case, off),
        *of_the_log(meeting.action_log, meeting.date, off),
        *of_the_last_board(meeting, earlier, inputs, off),
        *unknown_names(settings, label, meeting.plan, meeting.metrics),
    )


def _earlier(folder: MeetingFolder, inputs: Path, settings: Settings) -> tuple[Baseline, ...]:
    """The plans of the boards before this one, oldest first."""
    before = [other for other in meeting_folders(inputs) if other.date < folder.date]
    plans = [(other, read_earlier_plan(other, inputs, settings)) for other in before]
    return tuple(
        Baseline(
            other.date,
            plan,
            read_earlier_answers(other, inputs, plan),
            read_earlier_metrics(other, settings) if other is before[-1] else Metrics(),
            read_noted(other, inputs)[0] if other is before[-1] else (),
        )
        for other, plan in plans
    )


def _sources(
    inputs: Path, meeting: Meeting, earlier: tuple[Baseline, ...]
) -> list[tuple[str, Path]]:
    """The files that a pack is made from: the meeting's, and the plans that it is compared with."""
    files = [inputs / "board.toml", *meeting.inputs]
    before = [inputs.resolve().parent / baseline.plan.file for baseline in earlier]
    if earlier:
        before += decision_files(inputs / earlier[-1].date.isoformat())
    return [(label_of(path, inputs), path) for path in (*files, *before)]
