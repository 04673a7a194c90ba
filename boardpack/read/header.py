"""The header of a plan sheet: one row or two, wherever its table starts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from boardpack.model.plan import Field
from boardpack.read.grid import Grid
from boardpack.read.headings import Headings, is_header, names_objective
from boardpack.read.ratings import is_rating

_FEWEST_RATED, _MOST_OF = 3, 0.8
"""A column is one of ratings by its content where it has this many, and this share are ratings."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where a header stands and what its columns are; `others` are headings without a field.

    `objective` is the column that names the objective of each row, where there is one.
    """

    first_row: int
    last_row: int
    columns: dict[Field, int]
    others: dict[int, str]
    objective: int | None = None
    texts: Mapping[int, str] = field(default_factory=dict)

    @property
    def why(self) -> str:
        """What each heading was taken for, for those who want to know why."""
        said = (
            f'"{" ".join(self.texts.get(column, "").split())}" is the {name.replace("_", " ")}'
            for name, column in sorted(self.columns.items(), key=lambda named: named[1])
        )
        return f"row {self.first_row}: {', '.join(said)}"

    @property
    def left(self) -> int:
        """The first column that means something."""
        return min(self.columns.values())


def header_at(grid: Grid, row: int, words: Headings) -> Header | None:
    """The header that starts on this row, if one does."""
    single = grid.texts(row)
    by_one, below = words.columns_of(single), words.columns_of(grid.texts(row + 1))
    if not by_one and not below:
        return None  # nearly every row: no heading here, and none that a row below completes
    joined = _joined(grid, row, words)
    by_both = words.columns_of(joined)
    if len(by_both) > max(len(by_one), len(below)) and is_header(by_both):
        return _with_rating(grid, _header(joined, by_both, row, row + 1))
    return _with_rating(grid, _header(single, by_one, row, row)) if is_header(by_one) else None


def _with_rating(grid: Grid, header: Header) -> Header:
    """The header with a rating column found by what stands in it, where no heading names one."""
    if "rating" in header.columns:
        return header
    for column in header.others:
        held = [grid.texts(row).get(column, "") for row in grid.rows if row > header.last_row]
        said = [text for text in held if text]
        rated = [text for text in said if is_rating(text)]
        if len(said) >= _FEWEST_RATED and len(rated) >= _MOST_OF * len(said):
            others = {place: text for place, text in header.others.items() if place != column}
            return replace(header, columns=header.columns | {"rating": column}, others=others)
    return header


def _header(
    texts: dict[int, str], columns: dict[Field, int], first_row: int, last_row: int
) -> Header:
    taken = set(columns.values())
    objective = next(
        (c for c, text in texts.items() if c not in taken and names_objective(text)), None
    )
    taken |= {objective} if objective else set()
    others = {column: text for column, text in texts.items() if text and column not in taken}
    return Header(first_row, last_row, columns, others, objective, texts)


def _joined(grid: Grid, row: int, words: Headings) -> dict[int, str]:
    """The headings that two rows make together: a word above, merged or not, and one below.

    Nothing where the lower row is no part of a header: most of what it says names no column.
    """
    upper, lower = _spread(grid, row), grid.texts(row + 1)
    joined: dict[int, str] = {}
    strange = 0
    for column in sorted(upper.keys() | lower.keys()):
        above, below = upper.get(column, ""), lower.get(column, "")
        forms = (f"{above} {below}", below) if below else (above,)
        strange += bool(below) and not any(words.field_of(form) for form in forms)
        named = (form for form in (*forms, above) if words.field_of(form))
        joined[column] = next(named, f"{above} {below}".strip())
    return joined if lower and 2 * strange <= len(lower) else {}


def _spread(grid: Grid, row: int) -> dict[int, str]:
    """The texts of a row, a merged cell's text standing in each column that it spans."""
    texts = {}
    for column, text in grid.texts(row).items():
        for offset in range(grid.merge_width(row, column)):
            texts[column + offset] = text
    return texts
