"""Text files of unknown make: encodings and delimiters as Excel and case systems write them."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from boardpack.errors import MissingInput, UnreadableText

_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A CSV as text cells: no value is changed, lines are numbered as an editor does."""

    encoding: str
    delimiter: str
    table: pd.DataFrame
    """One column a heading, in lower case; the index is the line number, the heading's is 1."""


def read_text(path: Path) -> tuple[str, str]:
    """The text of a file and its encoding: UTF-8, else what Excel on Windows writes."""
    if not path.is_file():
        raise MissingInput(path, "the file", "Put it there.")
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16"), "utf-16"
    if b"\0" in data:
        raise UnreadableText(path, "the file is not text.", "Export it again as CSV.")
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        raise UnreadableText(path, "the file is not text.", "Export it again as CSV in UTF-8.") from None


def read_csv(path: Path) -> CsvFile:
    """A CSV with every cell as the text that stands in it, spaces around it taken off."""
    text, encoding = read_text(path)
    body = text.lstrip("\r\n\ufeff ")
    if not body:
        raise UnreadableText(path, "the file is empty.", "Export it again, with its heading line.")
    lines_before = text[: len(text) - len(body)].count("\n")
    delimiter = max(_DELIMITERS, key=body.splitlines()[0].count)
    try:
        table = pd.read_csv(
            io.StringIO(body), sep=delimiter, dtype=str, keep_default_na=False, skip_blank_lines=False
        )
    except pd.errors.ParserError as fault:
        raise UnreadableText(
            path, f"the lines do not have the same columns ({str(fault).strip()}).", "Export it again."
        ) from None
    table.columns = [str(name).strip().lower() for name in table.columns]
    starts = [lines_before + start for start in _line_numbers(body, delimiter)]
    table.index = pd.Index(starts[1 : len(table) + 1])
    table = table.map(str.strip)
    return CsvFile(encoding, delimiter, table[(table != "").any(axis=1)])


def _line_numbers(text: str, delimiter: str) -> list[int]:
    """The line on which each row starts, the heading's first: a quoted cell may span lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    starts, before = [], 0
    for _ in reader:
        starts.append(before + 1)
        before = reader.line_num
    return starts
