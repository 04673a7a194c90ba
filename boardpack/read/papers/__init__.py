"""The PDF papers of a meeting: opened, looked over and made ready, in whatever shape they come."""

import hashlib
import os
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pikepdf

from boardpack.errors import RequiredPaper, UnreadablePaper
from boardpack.findings import Finding
from boardpack.model.board import AgendaItem, Paper, Secret
from boardpack.model.source import Source
from boardpack.read.faults import MISSING_PAPER, UNUSED_PAPER
from boardpack.read.papers.faults import BEYOND_REPAIR, TOO_LONG
from boardpack.read.papers.opening import COPY, ODDITIES, Unusable, opened
from boardpack.read.papers.ready import made_ready, rehearse
from boardpack.read.papers.telling import findings_of
from boardpack.words import plural

PASSWORD = "BOARDPACK_PAPER_PASSWORD"  # noqa: S105 - the name of a variable
"""The environment variable whose value is tried for every protected paper."""
_BUILD_AGAIN = "Build the pack again."


def read_papers(
    folder: Path,
    label: str,
    items: tuple[AgendaItem, ...],
    passwords: Mapping[str, Secret] | None = None,
    most_pages: int | None = None,
) -> tuple[tuple[Paper, ...], tuple[Finding, ...]]:
    """The papers in the order of the agenda. One that cannot be appended says why in `missing`.

    `most_pages` is how long a paper may be whose item says nothing else.
    """
    papers = []
    findings: list[Finding] = []
    for item in items:
        if item.paper is None:
            continue
        path = _place(folder, Path(item.paper).name)
        if path.is_file():
            paper, found = _read(path, label, item, _secrets(path.name, passwords or {}))
            papers.append(paper)
            findings += found
            most = item.most_pages or most_pages
            if most and len(paper.pages) > most:
                count = plural(len(paper.pages), "page")
                findings.append(TOO_LONG.at(Source(f"{label}/{path.name}"), count=count, most=most))
        else:
            papers.append(Paper(path.name, path, (), item, "it is not in the folder of papers"))
            findings.append(MISSING_PAPER.at(Source(label), item=item.number, paper=item.paper))
    named = {paper.path.name for paper in papers}
    unused = sorted(path.name for path in folder.glob("*.pdf") if path.name not in named)
    findings += [UNUSED_PAPER.at(Source(f"{label}/{name}")) for name in unused]
    return tuple(papers), tuple(findings)


def refuse_without(papers: tuple[Paper, ...]) -> None:
    """Nothing where every paper that is required can be appended; RequiredPaper where one cannot."""
    lacking = [
        (paper.item.number, paper.path, paper.missing)
        for paper in papers
        if paper.item.required and paper.missing
    ]
    if lacking:
        raise RequiredPaper(lacking)


@contextmanager
def opened_paper(paper: Paper) -> Iterator[pikepdf.Pdf]:
    """The paper made ready: its own pages alone, in order, flat, with links and nothing that acts.

    UnreadablePaper where the file is another than the one that was read.
    """
    try:
        _refuse_another(paper)
        source = opened(paper.path, (paper.password,) if paper.password else ())
        pages = tuple(made_ready(source).pages)
    except Unusable as fault:
        raise UnreadablePaper(paper.path, f"{fault.why}.", _BUILD_AGAIN) from None
    except ODDITIES:
        raise UnreadablePaper(paper.path, "it cannot be read any longer.", _BUILD_AGAIN) from None
    with source.pdf:
        if len(pages) != len(paper.pages):
            why = f"it has {len(pages)} pages now and had {len(paper.pages)} when it was read."
            raise UnreadablePaper(paper.path, why, _BUILD_AGAIN)
        yield source.pdf


def _read(
    path: Path, label: str, item: AgendaItem, secrets: tuple[Secret, ...]
) -> tuple[Paper, tuple[Finding, ...]]:
    """A paper and what is to be told of it, whatever its file holds."""
    source = Source(f"{label}/{path.name}")
    try:
        return _looked_over(path, item, secrets, source)
    except Unusable as fault:
        why, finding = fault.why, fault.finding(source)
    except ODDITIES:
        # Nothing is known of the file but that its parts are not what they should be.
        why = "the file is damaged beyond repair"
        finding = BEYOND_REPAIR.at(source, why=why, remedy=COPY)
    return Paper(path.name, path, (), item, why), (finding,)


def _looked_over(
    path: Path, item: AgendaItem, secrets: tuple[Secret, ...], source: Source
) -> tuple[Paper, tuple[Finding, ...]]:
    paper = opened(path, secrets)
    with paper.pdf:
        facts = made_ready(paper)
        rehearse(paper.pdf)
        found = tuple(findings_of(source, paper, facts, path.stat().st_size))
    read = Paper(
        path.name,
        path,
        tuple(facts.pages),
        item,
        tagged=facts.tagged,
        bookmarks=facts.bookmarks,
        sha256=_hash(path),
        password=paper.password,
    )
    return read, found


def _secrets(name: str, passwords: Mapping[str, Secret]) -> tuple[Secret, ...]:
    """The passwords to try: the paper's own, then the one for all."""
    for_all = os.environ.get(PASSWORD)
    own = [secret for file, secret in passwords.items() if _same(file, name)]
    return (*own, *([Secret(for_all)] if for_all else []))


def _place(folder: Path, name: str) -> Path:
    """Where a paper is, though its name may be spelt in another case, or with letters put together."""
    path = folder / name
    if path.is_file() or not folder.is_dir():
        return path
    alike = sorted(other for other in folder.iterdir() if _same(other.name, name))
    return alike[0] if alike else path


def _same(one: str, other: str) -> bool:
    return (
        unicodedata.normalize("NFC", one).casefold()
        == unicodedata.normalize("NFC", other).casefold()
    )


def _refuse_another(paper: Paper) -> None:
    if paper.sha256 and _hash(paper.path) != paper.sha256:
        raise Unusable("it was changed after it was read")


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
