"""Text files of unknown make: encodings and delimiters as Excel and case systems write them."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from boardpack.errors import MissingInput, UnreadableText

if TYPE_CHECKING:
    import pandas as pd

_DELIMITERS = ",;\t|"
_SEPARATOR_LINE = re.compile(r"sep=(.)")
"""A first line that tells Excel the delimiter, as some systems export it."""


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A CSV as text cells: no value is changed, lines are numbered as an editor does."""

    encoding: str
    delimiter: str
    table: "pd.DataFrame"
    """One column a heading, in lower case; the index is the line number, the heading's is 1."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The headings."""
        return tuple(str(name) for name in self.table.columns)

    def renamed(self, names: Mapping[str, str]) -> "CsvFile":
        """The same file with some headings called by another name."""
        return replace(self, table=self.table.rename(columns=dict(names)))

    @property
    def lines(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Each row as its line number and its cells by column."""
        for line, cells in zip(self.table.index, self.table.to_numpy(dtype=str), strict=True):
            yield int(line), dict(zip(self.columns, map(str, cells), strict=True))


def read_text(path: Path) -> tuple[str, str]:
    """The text of a file and its encoding: UTF-8, else what Excel on Windows writes."""
    if not path.is_file():
        raise MissingInput(path, "the file", "Put it there.")
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(path, data, "utf-16"), "utf-16"
    if b"\0" in data:
        raise UnreadableText(path, "the file is not text.", "Export it again as CSV.")
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    return _decoded(path, data, "cp1252"), "cp1252"


def _decoded(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableText(
            path, "the file is not text.", "Export it again as CSV in UTF-8."
        ) from None


def read_csv(path: Path) -> CsvFile:
    """A CSV with every cell as the text that stands in it, spaces around it taken off.

    A row may be shorter than the heading, and longer where what is over is empty.
    """
    import pandas as pd

    text, encoding = read_text(path)
    delimiter, is_told = _delimiter(text)
    rows = [(line, row) for line, row in _rows(path, text, delimiter) if any(row)]
    if is_told:
        rows = rows[1:]
    if not rows:
        raise UnreadableText(path, "the file is empty.", "Export it again, with its heading line.")
    (_, heading), *body = rows
    width = max(place for place, name in enumerate(heading, 1) if name)
    for line, row in body:
        if any(row[width:]):
            raise UnreadableText(
                path,
                f"line {line} has {len(row)} cells and the heading {width}.",
                "Export it again.",
            )
    table = pd.DataFrame(
        [(row + [""] * width)[:width] for _, row in body],
        columns=[name.lower() for name in heading[:width]],
        index=[line for line, _ in body],
        dtype=str,
    )
    return CsvFile(encoding, delimiter, table)


def cells_of(path: Path, most: int | None = None) -> list[list[str]]:
    """Every row of a CSV, empty ones as well, for a file that is no table with a heading on top.

    Of a long file the first `most` rows are enough to know what it is.
    """
    text, _ = read_text(path)
    delimiter, is_told = _delimiter(text)
    return [row for _, row in islice(_rows(path, text, delimiter), most)][is_told:]


FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that Excel would take for a formula."""


def guarded(text: str) -> str:
    """The text for a cell of a CSV so that Excel takes it for text: an apostrophe before a formula."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_SIGNS) else text


def unguarded(text: str) -> str:
    """The text that was guarded."""
    inner = text.removeprefix("'")
    return inner if inner.lstrip("'").startswith(FORMULA_SIGNS) else text


def _delimiter(text: str) -> tuple[str, bool]:
    """The character between cells, and whether the first line says so."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    told = _SEPARATOR_LINE.fullmatch(first.strip())
    return (told[1], True) if told else (max(_DELIMITERS, key=first.count), False)


def _rows(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it starts: a quoted cell may span lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for row in reader:
            yield start, [cell.strip() for cell in row]
            start = reader.line_num + 1
    except csv.Error as fault:
        raise UnreadableText(
            path,
            f"the row that starts on line {start} cannot be read ({fault}).",
            "Mend its quotation marks.",
        ) from None
