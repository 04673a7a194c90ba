"""What can be done to a cell."""

import re
from dataclasses import dataclass
from datetime import date

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")


@dataclass(frozen=True, slots=True)
class SetText:
    """The cell holds this text and nothing else; an empty text empties it."""

    text: str


@dataclass(frozen=True, slots=True)
class AppendText:
    """The text stands on a new line below what the cell holds, whose formatting stays."""

    text: str


@dataclass(frozen=True, slots=True)
class PrependText:
    """The text stands on a line of its own above what the cell holds, whose formatting stays."""

    text: str


@dataclass(frozen=True, slots=True)
class SetDay:
    """The cell holds this date, in the cell's own format where that shows a date."""

    day: date


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One edit of one cell. Several edits of a cell are made one after another."""

    sheet: str
    cell: str
    what: SetText | AppendText | PrependText | SetDay

    @property
    def place(self) -> str:
        """The cell as Excel writes it, such as Open Actions!F7."""
        return f"{self.sheet}!{self.cell}"


class Refused(Exception):
    """One edit cannot be made, or none of a workbook: the reason, gathered by `patched`."""


def position(address: str) -> tuple[int, int]:
    """Row and column of a cell by its address; Refused where it is none."""
    found = _ADDRESS.fullmatch(address)
    row, column = (int(found[2]), column_number(found[1])) if found else (0, 0)
    if not 1 <= row <= LAST_ROW or not 1 <= column <= LAST_COLUMN:
        raise Refused("this is not the address of a cell, such as F7.")
    return row, column


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def address_of(row: int, column: int) -> str:
    """The address of a cell, as F7."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def area(reference: str) -> tuple[int, int, int, int]:
    """First row and column, last row and column of A1:C7, or of A1 alone."""
    first, _, last = reference.partition(":")
    top, left = position(first)
    bottom, right = position(last or first)
    return top, left, bottom, right


def lies_in(row: int, column: int, reference: str) -> bool:
    """Whether the cell is one of an area's."""
    top, left, bottom, right = area(reference)
    return top <= row <= bottom and left <= column <= right
