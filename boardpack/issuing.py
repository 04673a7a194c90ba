"""The way of late papers: what went out is recorded, and what came after it makes a supplement."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from boardpack.analysis.changes import Late, late_papers, papers_issued
from boardpack.deliver.built import hashes_of, read_manifest, refuse_other_inputs
from boardpack.deliver.file import replace_file
from boardpack.deliver.manifest import sha256
from boardpack.deliver.record import record_bytes
from boardpack.document.compose import compose_supplement
from boardpack.errors import BuiltFromOther, NotBuilt, NotIssued
from boardpack.model.board import Paper
from boardpack.model.issue import Issue, IssuedSupplement, Record
from boardpack.pipeline import Made, Request, Stages, composed
from boardpack.read.issued import NAME as RECORD
from boardpack.read.meeting import choose_meeting
from boardpack.renderers.interface import Output

PACK = "pack.pdf"
_OTHER = "it is not what the inputs and templates give now, for the members."
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Issued:
    """What is recorded as issued: a version, or a supplement to it.

    `is_new` tells whether it was recorded just now. There is no file where nothing is late.
    """

    board: str
    record: Path
    version: int
    supplement: int | None
    file: Path | None
    is_new: bool


@dataclass(frozen=True, slots=True)
class Supplement:
    """The late papers of a board, and the file that they are in; none where no paper is late.

    `lacking` are the papers of the agenda that cannot be put into it.
    """

    board: str
    late: Late
    path: Path
    output: Output | None
    lacking: tuple[Paper, ...]


def issue(request: Request, day: str | None = None, tell: Tell = lambda _: None) -> Issued:
    """Record that the pack went out; nothing is written where it is recorded already."""
    stages = Stages(tell)
    board = _board(request)
    command, path = f"build {board}", request.outputs / board / PACK
    _refuse_missing(path, command)
    made = composed(request, stages)
    refuse_other_inputs(path, dict(made.hashes), command)
    with stages.stage("render"):
        output = _pack(made)
    if not _is_locked_as_built(path, made):
        _refuse_unlike(path, output, command)
    assert made.version is not None
    version, latest = made.version.number, made.record.latest
    is_new = latest is None or latest.version != version
    if is_new:
        new = Issue(version, sha256(path.read_bytes()), output.pages or 0, made.said, date=day)
        _write(made, replace(made.record, issues=(*made.record.issues, new)))
    return Issued(board, made.meeting.folder / RECORD, version, None, path, is_new)


def issue_supplement(
    request: Request, day: str | None = None, tell: Tell = lambda _: None
) -> Issued:
    """Record that the supplement went out, so that its papers are late no more."""
    made, late = _late(request, Stages(tell))
    latest, record = made.record.issues[-1], made.meeting.folder / RECORD
    if late.output is None:
        last = latest.supplements[-1].number if latest.supplements else None
        return Issued(late.board, record, latest.version, last, None, is_new=False)
    command = f"supplement {late.board}"
    _refuse_missing(late.path, command)
    _refuse_unlike(late.path, late.output, command)
    number, papers = late.late.number, tuple(one.paper for one in late.late.papers)
    new = IssuedSupplement(number, sha256(late.output.data), papers, day)
    now = replace(latest, supplements=(*latest.supplements, new))
    _write(made, replace(made.record, issues=(*made.record.issues[:-1], now)))
    return Issued(late.board, record, latest.version, number, late.path, is_new=True)


def supplement(request: Request, tell: Tell = lambda _: None) -> Supplement:
    """The late papers in a file of their own, beside the pack, which stays as it is."""
    _, late = _late(request, Stages(tell))
    if late.output is not None:
        replace_file(late.path, late.output.data)
    return late


def _late(request: Request, stages: Stages) -> tuple[Made, Supplement]:
    """A meeting, and the supplement that its late papers make, in memory."""
    from boardpack.renderers import pdf

    made = composed(request, stages)
    board, latest = made.meeting.date.isoformat(), made.record.latest
    if latest is None:
        raise NotIssued(board)
    papers = made.overview.meeting.papers
    late = late_papers(papers_issued(papers), made.record, latest)
    name = f"supplement-{late.number}.pdf"
    with stages.stage("render"):
        output = (
            pdf.render(
                compose_supplement(made.overview, request.templates, late), made.style, name=name
            )
            if late.papers
            else None
        )
    lacking = tuple(paper for paper in papers if paper.missing)
    return made, Supplement(board, late, request.outputs / board / name, output, lacking)


def _board(request: Request) -> str:
    return choose_meeting(request.inputs, request.board)[0].path.name


def _pack(made: Made) -> Output:
    from boardpack.renderers import pdf

    return pdf.render(made.pack.document, made.style)


def _write(made: Made, record: Record) -> None:
    replace_file(made.meeting.folder / RECORD, record_bytes(record))


def _refuse_missing(path: Path, command: str) -> None:
    if not path.is_file():
        raise NotBuilt(path, command)


def _is_locked_as_built(path: Path, made: Made) -> bool:
    """Whether a pack is behind a password, and is the one that its manifest tells of.

    A lock is another each time, so that its bytes cannot be compared with those of another build.
    """
    told, data = read_manifest(path.parent), path.read_bytes()
    if told is None or b"/Encrypt" not in data or made.version is None:
        return False
    is_same = hashes_of(told["outputs"]).get(path.name) == sha256(data)
    return is_same and told.get("pack_version") == made.version.number


def _refuse_unlike(path: Path, output: Output, command: str) -> None:
    if path.read_bytes() != output.data:
        raise BuiltFromOther(path, _OTHER, command)
