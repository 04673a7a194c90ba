"""What changed since a pack was issued: its papers, its words, and so its version."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated

from boardpack.model.board import Paper
from boardpack.model.issue import Issue, IssuedChapter, IssuedPaper, Record, Said


class Change(StrEnum):
    """What happened to a paper or a chapter."""

    ADDED = "added"
    REPLACED = "replaced"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PaperChange:
    """A paper that is another than it was: as it was, and as it is now."""

    kind: Change
    before: IssuedPaper | None
    now: IssuedPaper | None

    @property
    def paper(self) -> IssuedPaper:
        """The paper by which it is called."""
        found = self.now or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class ChapterChange:
    """A chapter that says something else than it did."""

    kind: Change
    chapter: IssuedChapter


@dataclass(frozen=True, slots=True)
class Changes:
    """What a version has that the one which it replaces has not."""

    version: Annotated[int, "the number of this version"]
    since: Annotated[int, "the number of the version that it replaces"]
    papers: Annotated[tuple[PaperChange, ...], "the papers that changed"]
    chapters: Annotated[tuple[ChapterChange, ...], "the chapters that changed"]


@dataclass(frozen=True, slots=True)
class Version:
    """The number of a pack; the first has no changes."""

    number: int = 1
    changes: Changes | None = None


@dataclass(frozen=True, slots=True)
class LatePaper:
    """A paper that came after the pack; `replaces` tells which one it takes the place of, and where."""

    paper: IssuedPaper
    replaces: str | None


@dataclass(frozen=True, slots=True)
class Late:
    """What a supplement is made of."""

    number: int
    version: int
    papers: tuple[LatePaper, ...]


def papers_issued(papers: Iterable[Paper]) -> tuple[IssuedPaper, ...]:
    """The papers that are in the pack, as a record keeps them."""
    return tuple(
        IssuedPaper(paper.item.number, paper.item.title, paper.name, paper.sha256, len(paper.pages))
        for paper in papers
        if not paper.missing
    )


def version_of(now: Said, record: Record) -> Version:
    """The version of a pack that says this: the one that is out, or the one after it."""
    if not record.issues:
        return Version()
    latest = record.issues[-1]
    if now != latest.said:
        return Version(latest.version + 1, _changes(latest, now))
    before = record.issues[-2] if len(record.issues) > 1 else None
    return Version(latest.version, _changes(before, now) if before else None)


def late_papers(papers: tuple[IssuedPaper, ...], record: Record, issue: Issue) -> Late:
    """The papers that the members do not have: in no version and no supplement since this issue."""
    changed = paper_changes(_handed_out(issue), papers)
    late = tuple(_late(change.before, change.now, issue) for change in changed if change.now)
    return Late(record.next_supplement, issue.version, late)


def _late(before: IssuedPaper | None, now: IssuedPaper, issue: Issue) -> LatePaper:
    if before is None:
        return LatePaper(now, None)
    return LatePaper(replace(now, replaces=before.sha256), _where(before, issue))


def paper_changes(
    before: tuple[IssuedPaper, ...], now: tuple[IssuedPaper, ...]
) -> tuple[PaperChange, ...]:
    """The papers that are other than they were, in the order of the agenda; those withdrawn come last."""
    pairs = _matched(before, now)
    changed = [
        PaperChange(Change.REPLACED if old else Change.ADDED, old, new)
        for new, old in pairs
        if old is None or old.sha256 != new.sha256
    ]
    kept = [old for _, old in pairs]
    gone = [PaperChange(Change.WITHDRAWN, old, None) for old in before if old not in kept]
    return (*changed, *gone)


def _changes(before: Issue, now: Said) -> Changes:
    return Changes(
        before.version + 1,
        before.version,
        paper_changes(before.said.papers, now.papers),
        _chapter_changes(before.said.chapters, now.chapters),
    )


def _chapter_changes(
    before: tuple[IssuedChapter, ...], now: tuple[IssuedChapter, ...]
) -> tuple[ChapterChange, ...]:
    """The chapters whose words are others, in the order of the pack; those left out come last."""
    was = {chapter.anchor: chapter.words for chapter in before}
    here = {chapter.anchor for chapter in now}
    changed = [
        ChapterChange(Change.CHANGED if chapter.anchor in was else Change.ADDED, chapter)
        for chapter in now
        if was.get(chapter.anchor) != chapter.words
    ]
    gone = [ChapterChange(Change.WITHDRAWN, old) for old in before if old.anchor not in here]
    return (*changed, *gone)


_SIGNS: tuple[Callable[[IssuedPaper], object], ...] = (
    lambda paper: (paper.sha256, paper.item),
    lambda paper: paper.sha256,
    lambda paper: paper.title,
    lambda paper: paper.file,
)
"""By what a paper is known again, the surest first: files are renamed, and titles reworded.

The number of an item alone tells nothing: items are numbered anew when one is put in.
"""


def _matched(
    before: tuple[IssuedPaper, ...], now: tuple[IssuedPaper, ...]
) -> list[tuple[IssuedPaper, IssuedPaper | None]]:
    """Each paper of now with the one that it was, if there was one; no paper is taken twice."""
    left = list(before)
    found: dict[int, IssuedPaper] = {}
    for sign in _SIGNS:
        for place, paper in enumerate(now):
            same = next((old for old in left if sign(old) == sign(paper)), None)
            if place not in found and same is not None:
                found[place] = same
                left.remove(same)
    return [(paper, found.get(place)) for place, paper in enumerate(now)]


def _handed_out(issue: Issue) -> tuple[IssuedPaper, ...]:
    """The papers that the members have: those of the pack, then those of each supplement in their place."""
    papers = issue.said.papers
    for supplement in issue.supplements:
        left = list(papers)
        for paper in supplement.papers:
            # One of them: two items may have the same file, and one of them another now.
            replaced = [old for old in left if old.sha256 == paper.replaces]
            replaced.sort(key=lambda old: old.item != paper.item)
            if replaced:
                left.remove(replaced[0])
        papers = (*left, *supplement.papers)
    return papers


def _where(paper: IssuedPaper, issue: Issue) -> str:
    """Where the members have a paper."""
    for supplement in reversed(issue.supplements):
        if paper in supplement.papers:
            return f"supplement {supplement.number}"
    return f"version {issue.version}"
