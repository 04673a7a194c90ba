"""The header of a plan sheet: one row or two, wherever its table starts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from boardpack.model.plan import Field
from boardpack.read.grid import Grid
from boardpack.read.headings import (
    LONGEST_HEADING,
    OF_SEVERAL,
    Headings,
    is_header,
    is_loose_header,
    names_day_of_update,
    names_objective,
    recency,
)
from boardpack.read.ratings import is_rating

_FEWEST_RATED, _MOST_OF = 3, 0.8
"""A column is one of ratings by its content where it has this many, and this share are ratings."""
_LOOKED_AT = 400
"""Rows with something in them among which the first header stands."""
_LONGEST_KIND = 8
"""Letters of a cell, on average, that says what kind of thing a row is and not which."""
_FEWEST_LETTERS = 15
"""A column that is taken for the activity by its words has so many letters a cell."""
_FEWEST_HEADINGS = 4
"""A row whose headings are told by single words has at least so many."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where a header stands and what its columns are; `others` are headings without a field.

    `spare` holds the columns that stand in where a cell of the field's own is empty, the newest
    first: the original due date, where no date was revised. `objective` is the column that names
    the objective of each row and `updated` that of the day of its update, where there is one.
    """

    first_row: int
    last_row: int
    columns: dict[Field, int]
    others: dict[int, str]
    objective: int | None = None
    updated: int | None = None
    spare: Mapping[Field, tuple[int, ...]] = field(default_factory=dict)
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

    @property
    def right(self) -> int:
        """The last column of the table: what stands beyond it is a note beside it."""
        return max([*self.columns.values(), *self.others])

    def is_like(self, other: "Header") -> bool:
        """Whether it is another header again, as after a page break: its columns are the same."""
        return self.columns == other.columns


def first_header(grid: Grid, words: Headings) -> Header | None:
    """The header that makes a sheet a plan, or nothing where there is none.

    One whose headings name their columns by their whole words goes before one that is told by
    single words, wherever it stands.
    """
    rows = grid.rows[:_LOOKED_AT]
    whole = next((found for row in rows if (found := header_at(grid, row, words))), None)
    above = [row for row in rows if whole is None or row < whole.first_row]
    loose = next((found for row in above if (found := loose_header_at(grid, row, words))), None)
    if whole and loose and is_header(loose.columns):
        return loose  # another table stands above the one whose headings are plain
    return whole or loose


def header_at(grid: Grid, row: int, words: Headings) -> Header | None:
    """The header that starts on this row, if one does."""
    single = grid.texts(row)
    by_one, below = words.columns_of(single), words.columns_of(grid.texts(row + 1))
    if not by_one and not below:
        return None  # nearly every row: no heading here, and none that a row below completes
    joined = _joined(grid, row, words)
    by_both = words.columns_of(joined)
    if len(by_both) > max(len(by_one), len(below)) and is_header(by_both):
        return _header(grid, joined, row, row + 1, words)
    return _header(grid, single, row, row, words) if is_header(by_one) else None


def loose_header_at(grid: Grid, row: int, words: Headings) -> Header | None:
    """The header that starts on this row, its columns told by words that give them away."""
    texts = grid.texts(row)
    short = all(len(text) <= LONGEST_HEADING for text in texts.values())
    if not short or len(texts) < _FEWEST_HEADINGS or any(map(_is_figure, texts.values())):
        return None
    columns = {name: found[0] for name, found in words.ranked(texts, loosely=True).items()}
    if "activity" not in columns and (wordy := _wordiest(grid, row, texts, columns.values())):
        words = words.with_told(texts[wordy], "activity")
        columns["activity"] = wordy
    return _header(grid, texts, row, row, words) if is_loose_header(columns) else None


def _with_words(grid: Grid, row: int, columns: Sequence[int]) -> int:
    """The first column of several, or where it holds a kind such as `Risk`, the one with most words."""
    means = _lengths(grid, row, columns)
    first = columns[0]
    is_kind = 0 < means.get(first, 0) < _LONGEST_KIND
    return max(columns, key=lambda c: means.get(c, 0)) if is_kind else first


def _lengths(grid: Grid, row: int, columns: Collection[int]) -> dict[int, float]:
    """How many letters a cell of each column has on average, below a row."""
    lengths = {
        column: [len(grid.texts(below).get(column, "")) for below in grid.rows if below > row]
        for column in columns
    }
    return {column: sum(found) / len(found) for column, found in lengths.items() if found}


def _wordiest(grid: Grid, row: int, texts: Mapping[int, str], taken: Collection[int]) -> int | None:
    """The column without a field whose cells hold most words: what a tracker is about, by any name."""
    means = _lengths(grid, row, texts.keys() - taken)
    best = max(means, key=lambda column: means[column], default=None)
    return best if best is not None and means[best] >= _FEWEST_LETTERS else None


def opens_table(grid: Grid, row: int) -> bool:
    """Whether a row may begin a table: what stands above it is empty, or a title."""
    return len(grid.texts(row - 1)) <= 1


def _is_figure(text: str) -> bool:
    return not any(character.isalpha() or character == "#" for character in text)


def _header(
    grid: Grid, texts: dict[int, str], first_row: int, last_row: int, words: Headings
) -> Header:
    """The header with every column that its headings tell, and those that its content tells."""
    last_row = max([last_row, *(grid.merge_bottom(first_row, column) for column in texts)])
    texts = _with_words_below(grid, texts, first_row, last_row)
    ranked = {
        name: _in_use(grid, found, last_row) if name in OF_SEVERAL else found
        for name, found in words.ranked(texts, loosely=True).items()
    }
    columns = {name: found[0] for name, found in ranked.items()}
    if len(ranked.get("activity", ())) > 1:
        columns["activity"] = _with_words(grid, last_row, ranked["activity"])
    spare: dict[Field, tuple[int, ...]] = {
        name: tuple(c for c in found[1:] if "review" not in texts[c].casefold())
        for name, found in ranked.items()
        if name in {"due", "progress"} or (name == "rating" and not _is_dated(texts[found[0]]))
    }
    taken = set(columns.values())
    objective = next(
        (c for c, text in texts.items() if c not in taken and names_objective(text)), None
    )
    updated = next(
        (c for c, text in texts.items() if c not in taken and names_day_of_update(text)), None
    )
    taken |= {column for column in (objective, updated) if column is not None}
    others = {column: text for column, text in texts.items() if text and column not in taken}
    found = Header(first_row, last_row, columns, others, objective, updated, spare, texts)
    return _with_rating(grid, found, ranked.get("progress", ()))


def _is_dated(heading: str) -> bool:
    return recency(heading)[1] >= 1


def _in_use(grid: Grid, columns: tuple[int, ...], last_row: int) -> tuple[int, ...]:
    """The columns that hold something: that of a quarter still to come holds nothing yet."""
    filled = tuple(
        column
        for column in columns
        if any(row > last_row and column in grid.texts(row) for row in grid.rows)
    )
    return filled or columns


def _with_words_below(
    grid: Grid, texts: dict[int, str], first_row: int, last_row: int
) -> dict[int, str]:
    """The headings with the words of a second row, where merges show that there is one."""
    if (
        last_row == first_row
        or grid.texts(last_row).keys() <= texts.keys() - grid.row(first_row).keys()
    ):
        return texts
    upper = _spread(grid, first_row)
    below = {} if last_row == first_row else grid.texts(last_row)
    return texts | {
        column: f"{upper[column]} {word}"
        for column, word in below.items()
        if column in upper and texts.get(column) in {None, upper[column]}
    }


def _with_rating(grid: Grid, header: Header, progress: tuple[int, ...]) -> Header:
    """The header with a rating column found by what stands in it, where no heading names one.

    `progress` are the columns that may be the diary: one that holds statuses is none.
    """
    if "rating" in header.columns:
        return header
    for column in (*progress[:1], *header.others):
        held = [grid.texts(row).get(column, "") for row in grid.rows if row > header.last_row]
        said = [text for text in held if text]
        rated = [text for text in said if is_rating(text)]
        if len(said) >= _FEWEST_RATED and len(rated) >= _MOST_OF * len(said):
            columns = {name: c for name, c in header.columns.items() if c != column}
            columns |= {"progress": progress[1]} if column in progress[:1] and progress[1:] else {}
            columns |= {"rating": column}
            others = {c: text for c, text in header.others.items() if c not in columns.values()}
            return replace(header, columns=columns, others=others)
    return header


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
