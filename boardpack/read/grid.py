"""A sheet as cells: values, texts as Excel shows them, fills, merges, hidden rows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property

from boardpack.read.dates import month_end
from boardpack.words import month_name

Value = str | int | float | bool | date | time
_ERRORS = frozenset(
    [
        "#REF!",
        "#N/A",
        "#DIV/0!",
        "#NAME?",
        "#VALUE!",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#BUSY!",
        "#GETTING_DATA",
    ]
)
_FIXED_PLACES = re.compile(r"#?(?:,##)?0+(?:\.(?P<places>0+))?")
_BETWEEN_QUOTES = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def cell_name(row: int, column: int) -> str:
    """`J31`, as Excel names a cell, whether or not anything stands in it."""
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(column)}{row}"


@dataclass(frozen=True)
class Cell:
    """A cell with something in it: text, a value, or a fill alone.

    `value` of a formula is its stored result; where there is none, `formula` is its text.
    """

    row: int
    column: int
    value: Value | None
    number_format: str = "General"
    fill: str | None = None
    formula: str | None = None

    @property
    def address(self) -> str:
        """`J31`, as Excel names it."""
        return cell_name(self.row, self.column)

    @cached_property
    def text(self) -> str:
        """The cell as Excel shows it, line breaks kept."""
        if self.formula is not None and self.value is None:
            return self.formula
        return shown(self.value, self.number_format)

    @property
    def shows_month(self) -> bool:
        """Whether a date is shown without its day, so that the stored day means nothing."""
        return isinstance(self.value, date) and shows_month(self.number_format)

    @property
    def month_end(self) -> date:
        """The last day of the month of a date."""
        assert isinstance(self.value, date)
        return month_end(self.value.year, self.value.month)

    @property
    def is_error(self) -> bool:
        """Whether Excel shows an error such as #REF!."""
        return isinstance(self.value, str) and self.value in _ERRORS

    @property
    def has_no_result(self) -> bool:
        """Whether it is a formula that came to nothing: its text shows, and means nothing else."""
        return self.is_error or (self.formula is not None and self.value is None)


@dataclass(frozen=True)
class Grid:
    """A sheet: its cells by (row, column), both from 1 as Excel counts."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    """(first row, first column, last row, last column)"""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    visible: bool = True
    _rows: dict[int, dict[int, Cell]] = field(init=False, repr=False)
    _widths: dict[tuple[int, int], int] = field(init=False, repr=False)
    _tall: tuple[tuple[int, int, int, int], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Sort the cells into rows and the merges by their first cell once; readers ask by row."""
        widths = {(top, left): right - left + 1 for top, left, _, right in self.merges}
        object.__setattr__(self, "_widths", widths)
        object.__setattr__(
            self, "_tall", tuple(merge for merge in self.merges if merge[2] > merge[0])
        )
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            rows.setdefault(row, {})[column] = cell
        object.__setattr__(self, "_rows", rows)

    @property
    def rows(self) -> tuple[int, ...]:
        """The numbers of the rows that hold a cell, in order."""
        return tuple(self._rows)

    def row(self, number: int) -> Mapping[int, Cell]:
        """The cells of a row by column, left to right."""
        return self._rows.get(number, {})

    def texts(self, number: int) -> dict[int, str]:
        """The texts of a row by column, without the empty ones."""
        return {
            column: cell.text.strip()
            for column, cell in self.row(number).items()
            if cell.text.strip()
        }

    def merge_width(self, row: int, column: int) -> int:
        """How many columns the cell spans: 1 unless it opens a merge."""
        return self._widths.get((row, column), 1)

    def merge_bottom(self, row: int, column: int) -> int:
        """The last row that the cell spans: its own unless it opens a merge."""
        return next(
            (merge[2] for merge in self._tall if merge[:2] == (row, column)),
            row,
        )

    def covering(self, row: int, column: int) -> Cell | None:
        """The cell above whose merge reaches down over this one: it says the same here."""
        for top, left, bottom, right in self._tall:
            if left <= column <= right and top < row <= bottom:
                return self.cells.get((top, left))
        return None


def shown(value: Value | None, number_format: str) -> str:
    """A value as Excel shows it: `3.0` as `3`, a date by its format, a share as a percentage."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return str(value).upper()
        case datetime() | date():
            if shows_month(number_format):
                return f"{month_name(value.month)[:3]}-{value:%y}"
            return f"{value:%d/%m/%Y}"
        case time():
            return f"{value:%H:%M}"
        case _ if "%" in number_format:
            places = len(number_format.partition(".")[2].split("%")[0])
            return f"{value * 100:.{places}f}%"
        case int() | float() if fixed := _FIXED_PLACES.fullmatch(number_format):
            return f"{value:{',' if ',' in number_format else ''}.{len(fixed['places'] or '')}f}"
        case _:
            return f"{value:.15g}"


def shows_month(number_format: str) -> bool:
    """Whether a date format shows month and year and no day: `mmm-yy`, `[$-409]mmmm yyyy;@`."""
    plain = _BETWEEN_QUOTES.sub("", number_format).lower()
    return "m" in plain and "y" in plain and "d" not in plain and "h" not in plain
