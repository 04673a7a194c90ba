"""What went out: the packs of a meeting as they were issued, and the supplements after them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """The paper of an agenda item as it was issued.

    In a supplement, `replaces` is the hash of the paper that it takes the place of.
    """

    item: str
    title: str
    file: str
    sha256: str
    pages: int
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class IssuedChapter:
    """A chapter of the pack; `words` is the hash of all that it says."""

    anchor: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a pack says: its papers, and its chapters. What stands before the first has no anchor."""

    papers: tuple[IssuedPaper, ...]
    chapters: tuple[IssuedChapter, ...]


@dataclass(frozen=True, slots=True)
class IssuedSupplement:
    """The late papers that went out together; `sha256` is the hash of their file."""

    number: int
    sha256: str
    papers: tuple[IssuedPaper, ...]
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A version of the pack; `sha256` is the hash of its PDF, `date` the day if it was told."""

    version: int
    sha256: str
    pages: int
    said: Said
    supplements: tuple[IssuedSupplement, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that was issued for a meeting, oldest first."""

    board: str
    issues: tuple[Issue, ...] = ()

    @property
    def latest(self) -> Issue | None:
        """The version that is out now; None where none is."""
        return self.issues[-1] if self.issues else None

    @property
    def next_supplement(self) -> int:
        """The number of the next supplement. Numbers go on from version to version."""
        return sum(len(issue.supplements) for issue in self.issues) + 1
