"""The leads' answers to the questions of each board."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

HEADER = ("code", "sheet", "objective", "ref", "answer")
ANSWERS: dict[date, tuple[tuple[str, str, str, str, str], ...]] = {
    date(2019, 7, 3): (
        (
            "P001",
            "Open Actions",
            "2",
            "3b",
            "The judges' users' group meets on 9 September and will set a date; ours follows it.",
        ),
    ),
    date(2019, 8, 14): (
        (
            "overdue-but-green",
            "Open Actions",
            "3",
            "6",
            "Histories are handed over since June. The nurse signs the evidence off on 20 August.",
        ),
        (
            "P001",
            "Open Actions",
            "4",
            "8",
            "Two children wait for a place in another county; its panel sits on 4 September.",
        ),
    ),
}


def write_answers(board: date, path: Path) -> None:
    """Write the answers that were given before a meeting."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(ANSWERS[board])
