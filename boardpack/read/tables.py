"""A sheet that is not a plan: a small table with a header, or text alone."""

from boardpack.model.plan import Note, SmallTable
from boardpack.read.grid import Grid

_FEWEST_COLUMNS = 3
_LOOKED_AT = 2
"""Rows below a header that have to be like it, where they are there."""


def read_table(grid: Grid) -> tuple[SmallTable | None, tuple[Note, ...]]:
    """The first table of the sheet, if it has one, and every text that is not in it."""
    filled = {row: grid.texts(row) for row in grid.rows}
    header = next((row for row, texts in filled.items() if _starts_table(row, texts, filled)), None)
    if header is None:
        return None, tuple(_notes(grid, set()))
    columns = sorted(filled[header])
    body = []
    row = header + 1
    while filled.get(row) and any(column in filled[row] for column in columns):
        body.append(row)
        row += 1
    title = next((next(iter(filled[r].values())) for r in filled if r < header and filled[r]), None)
    table = SmallTable(
        grid.name,
        header,
        title,
        tuple(filled[header][column] for column in columns),
        tuple(tuple(filled[r].get(column, "") for column in columns) for r in body),
    )
    inside = {(r, column) for r in [header, *body] for column in columns}
    return table, tuple(_notes(grid, inside))


def _starts_table(row: int, texts: dict[int, str], filled: dict[int, dict[int, str]]) -> bool:
    """Whether a row heads a table: some columns, and the rows below fill about as many."""
    if len(texts) < _FEWEST_COLUMNS:
        return False
    below = [filled[row + n] for n in range(1, _LOOKED_AT + 1) if filled.get(row + n)]
    return (
        row + 1 in filled
        and bool(below)
        and all(len(texts.keys() & other.keys()) >= min(len(texts) - 1, 2) for other in below)
    )


def _notes(grid: Grid, inside: set[tuple[int, int]]) -> list[Note]:
    return [
        Note(grid.name, cell.address, cell.text.strip())
        for place, cell in sorted(grid.cells.items())
        if place not in inside and cell.text.strip()
    ]
