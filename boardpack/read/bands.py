"""The band that opens an objective: its number and title, its purpose, how it is to be met."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from boardpack.model.plan import Objective
from boardpack.read.grid import Grid
from boardpack.read.header import Header

NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_OBJECTIVE = re.compile(
    r"\s*(?:strategic\s+)?(?:objective|obj\.?|priority|theme|outcome|workstream|ambition)\s+(?:no\.?\s*)?"
    rf"(?P<number>\d+|{'|'.join(NUMBER_WORDS)})\b\s*[-–—:.]*\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = re.compile(
    r"\s*(?P<number>\d{1,2})(?:\.0)?(?!\d)\s*[-–—:.)]*\s*(?P<title>.*)", re.DOTALL
)
_HOW = re.compile(
    r"\s*how (?:will|do|are) we (?:going to )?achieve (?:this|it)\s*[:?]*\s*", re.IGNORECASE
)
_QUOTES = "\"“”'‘’«»"
_BAND_WIDTH = 3
"""A text merged over at least this many columns is a band and not an action."""


def _number(text: str) -> int:
    """The number of `3` and of `three`."""
    return int(text) if text.isdecimal() else 1 + NUMBER_WORDS.index(text.casefold())


@dataclass
class Bands:
    """The objectives of a sheet as they come; `is_open` until the first action below a band."""

    sheet: str
    objectives: list[Objective] = field(default_factory=list)
    is_open: bool = False
    awaits_how: bool = False
    is_left: bool = False

    @property
    def number(self) -> int | None:
        """The number of the objective that the rows belong to."""
        return self.objectives[-1].number if self.objectives and not self.is_left else None

    def leave(self) -> None:
        """Ends the objective: a table of another kind has begun."""
        if not self.is_open:
            self.is_left = True

    def close(self) -> None:
        """Ends the band: an action has begun."""
        self.is_open = self.awaits_how = False

    def find(self, grid: Grid, row: int, header: Header) -> dict[int, str]:
        """The cells of a row that are a band, by column; none where the row is no band.

        A band opens with `Objective 3`; what belongs to it is merged over columns or stands alone
        in the first one. An action has its activity beside a ref and is no band.
        """
        texts = {column: text for column, text in grid.texts(row).items() if column <= header.right}
        if not texts:
            return {}
        column, text = next(iter(texts.items()))
        if named := _OBJECTIVE.match(text):
            if len(texts) == 2 and not named["title"].strip():  # noqa: PLR2004  # number and title apart
                return texts
            return (
                {column: text} if len(texts) == 1 or header.columns["activity"] not in texts else {}
            )
        if len(texts) > 1:
            return {}
        alone = column <= header.left and bool(
            text[0] in _QUOTES or _HOW.match(text) or self.awaits_how
        )
        return {column: text} if alone or grid.merge_width(row, column) >= _BAND_WIDTH else {}

    def read(self, row: int, cells: Mapping[int, str]) -> bool:
        """Takes the text of a band; False where it says nothing of an objective."""
        text = " ".join(cells.values())
        named = _OBJECTIVE.match(text)
        if named:
            return self._open(row, _number(named["number"]), named["title"].strip())
        return self._tell(text)

    def enter(self, row: int, text: str) -> bool:
        """Takes a cell that names the objective of its row; False where it has no number."""
        named = _OBJECTIVE.match(text) or _NUMBERED.match(text)
        if named is None:
            return False
        if _number(named["number"]) != self.number:
            self._open(row, _number(named["number"]), named["title"].strip())
            self.close()
        return True

    def _open(self, row: int, number: int, rest: str) -> bool:
        if number == self.number:
            return False  # the band again, after a page break
        self.is_left = False
        title, *more = rest.splitlines() or [""]
        self.objectives.append(Objective(self.sheet, row, number, title.strip(), None, None))
        self.is_open, self.awaits_how = True, False
        for line in (line.strip() for line in more):
            belongs = self.awaits_how or line[:1] in {*_QUOTES} or _HOW.match(line)
            if line and not (belongs and self._tell(line)):
                self._replace(title=f"{self.objectives[-1].title} {line}")
        return True

    def _tell(self, text: str) -> bool:
        """Takes the purpose, the question how, and the paragraphs that answer it."""
        if not self.is_open:
            return False
        current = self.objectives[-1]
        if how := _HOW.match(text):
            self._replace(how=text[how.end() :].strip() or None)
            self.awaits_how = True
        elif self.awaits_how:
            self._replace(how="\n".join(part for part in (current.how, text) if part))
        elif current.purpose is None:
            self._replace(purpose=text.strip(_QUOTES + " "))
        else:
            return False
        return True

    def _replace(self, **changes: str | None) -> None:
        self.objectives[-1] = replace(self.objectives[-1], **changes)  # type: ignore[arg-type]  # texts
