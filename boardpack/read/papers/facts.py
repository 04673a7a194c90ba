"""What was seen in a paper while it was made ready, before it is told in words."""

from collections import Counter
from dataclasses import dataclass, field

from boardpack.model.board import Bookmark, PaperPage


@dataclass(slots=True)
class Facts:
    """What was seen. Pages are counted from 1, as people do; `pages` are those that are kept."""

    count: int = 0
    pages: list[PaperPage] = field(default_factory=list)
    left_out: dict[str, list[int]] = field(default_factory=dict)
    """Why pages are left out, and which."""
    blank: list[int] = field(default_factory=list)
    without_size: list[int] = field(default_factory=list)
    odd_turn: list[int] = field(default_factory=list)
    incomplete: list[int] = field(default_factory=list)
    without_words: list[int] = field(default_factory=list)
    covered: list[int] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    """The names of fonts that are not in the file."""
    fields: int = 0
    answers_lost: int = 0
    signed: bool = False
    layers: bool = False
    tagged: bool = False
    bookmarks: tuple[Bookmark, ...] = ()
    pages_lost: bool = False
    dropped: Counter[str] = field(default_factory=Counter)
    attached: list[str] = field(default_factory=list)

    def leave_out(self, number: int, why: str) -> None:
        """A page is not taken."""
        self.left_out.setdefault(why, []).append(number)
