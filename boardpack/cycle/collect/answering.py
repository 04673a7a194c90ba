"""answers.csv: the leads' answers to the questions, as lines of the meeting's file."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from boardpack.cycle.collect.making import Answered
from boardpack.read.meeting import ANSWERS
from boardpack.read.text import FORMULA_SIGNS, read_csv, read_text

_COLUMNS = ("code", "sheet", "objective", "ref", "answer")


def cells_of(answer: Answered) -> tuple[str, ...]:
    """The line of an answer, for comparing."""
    line = _line(answer)
    return _spaced(line[name] for name in _COLUMNS)


def lines_there(folder: Path) -> frozenset[tuple[str, ...]]:
    """The lines that the file has, for comparing; none where there is no file."""
    path = folder / ANSWERS
    if not path.is_file() or not path.read_bytes().strip():
        return frozenset()
    return frozenset(
        _spaced(row.get(name, "") for name in _COLUMNS) for _, row in read_csv(path).lines
    )


def answers_bytes(folder: Path, answers: Iterable[Answered]) -> bytes | None:
    """The file with the answers that it does not have yet; nothing where it has them all.

    What stands in it stays as it is, in its own order of columns.
    """
    path = folder / ANSWERS
    there = set(lines_there(folder))
    columns: tuple[str, ...] = _COLUMNS
    before, delimiter, encoding = "", ",", "utf-8"
    if path.is_file() and path.read_bytes().strip():
        file = read_csv(path)
        columns, delimiter = file.columns, file.delimiter
        before, encoding = read_text(path)
        if path.read_bytes().startswith(b"\xef\xbb\xbf"):
            encoding = "utf-8-sig"
    new = []
    for answer in answers:
        cells = cells_of(answer)
        if cells not in there:
            there.add(cells)
            new.append(_line(answer))
    if not new:
        return None
    out = io.StringIO(newline="")
    ending = "\r\n" if "\r\n" in before else "\n"
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ending)
    if not before:
        writer.writerow(columns)
    for line in new:
        writer.writerow([line.get(name, "") for name in columns])
    if before and not before.endswith("\n"):
        before += ending
    text = before + out.getvalue()
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode("utf-8-sig")


def _line(answer: Answered) -> dict[str, str]:
    text = answer.text
    if text.startswith(FORMULA_SIGNS):
        # In Excel a cell of a CSV that opens so would be a formula; whose answer it is may stand first.
        whose = "Answer" if answer.lead.startswith(FORMULA_SIGNS) else answer.lead
        text = f"{whose}: {text}"
    return {
        "code": answer.code,
        "sheet": answer.sheet,
        "objective": "" if answer.objective is None else str(answer.objective),
        "ref": answer.ref or "",
        "answer": text,
    }


def _spaced(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in cells)
