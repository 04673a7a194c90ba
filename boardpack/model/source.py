"""Where a value came from, as a person would say it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place in an input file: a cell of a sheet, a line of a text file, or the file itself."""

    file: str
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        """`plan.xlsx, Action Plan!J31` or `placements.csv, line 12`, as Excel and editors count."""
        if self.cell is not None:
            return f"{self.file}, {self.sheet}!{self.cell}"
        if self.sheet is not None:
            return f"{self.file}, sheet {self.sheet}"
        if self.line is not None:
            return f"{self.file}, line {self.line}"
        return self.file
