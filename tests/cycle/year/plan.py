"""A fictional delivery plan as it is kept: nine objectives, thirty leads, some sixty rows, and all
that a workbook of years carries: drop-downs, comments, conditional formats, charts, formulas."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter

ACTIONS, STANDING, CLOSED = "Action Plan", "Standing Work", "Completed Actions"
HEADINGS = (
    "Ref", "Getting to Good Plan Ref", "Activity", "Progress", "Evidence", "Metric",
    "Current Data & Date", "Target Data & Date", "Responsible Service", "Timescales", "BRAG",
)  # fmt: skip
COLUMN = {"activity": 3, "progress": 4, "current": 7, "lead": 9, "due": 10, "rating": 11}
"""Where each stands, from 1."""

OBJECTIVES = (
    "Voice of children and young people", "Remaining safely at home", "A local offer",
    "Education, employment and training", "A suitable place to live", "Health and wellbeing",
    "Financial support", "Protection from harm", "Celebrating achievement",
)  # fmt: skip
AREAS = ("North", "Central", "East", "Fostering", "Adoption", "Legal", "Health", "Housing",
         "Education", "Finance")  # fmt: skip
LEADS = tuple(f"{post} {area}" for area in AREAS for post in ("Head of", "Lead for", "Analyst of"))
VERBS = ("Agree", "Publish", "Review", "Recruit for", "Train staff in", "Audit", "Replace")
THINGS = ("the pathway plan", "contact at weekends", "the savings policy", "health passports",
          "visits to homes", "the court timetable", "the duty rota", "kinship care")  # fmt: skip
RATINGS = ("Green", "Amber", "Red")
STYLES = ("{d:%d.%m.%y} - JL {t}", "{d:%B %Y} - {t}", "{t}", "v1.0 {d:%d.%m.%y} - {t}",
          "• {d:%d/%m/%Y}: {t}")  # fmt: skip
TIMES = (
    "31/12/20",
    "Jul-20",
    "30th April 2020",
    "TBC",
    "Ongoing-Mar-21",
    "",
    "Quarterly Monitoring",
)


@dataclass(frozen=True, slots=True)
class _Line:
    cells: tuple[Any, ...]


def _diary(dice: Random) -> str:
    first = date(2019, 3, 4) + timedelta(days=dice.randrange(200))
    entries = [
        dice.choice(STYLES).format(
            d=first + timedelta(days=40 * n),
            t=f"{dice.choice(('Met twice', 'Draft sent', 'Agreed in principle'))}; step {dice.randrange(9999)}.",
        )
        for n in range(dice.choice((0, 1, 2, 3, 5)))
    ]
    if dice.random() < 0.5:
        entries.reverse()
    return dice.choice(("\n", "\n\n")).join(entries)


def _line(dice: Random, number: int, ref: Any, leads: str, rating: str) -> _Line:
    due = (
        date(2020, 1, 31) + timedelta(days=dice.randrange(400))
        if dice.random() < 0.5
        else dice.choice(TIMES)
    )
    return _Line(
        (
            ref, f"{number}.1", f"{dice.choice(VERBS)} {dice.choice(THINGS)}, part {number}.",
            _diary(dice), "Minutes", "Share in time", dice.choice(("59.3% Feb-19", "190 (June 2019)", "")),
            "65% Mar-20", leads, due, rating,
        )
    )  # fmt: skip


class _Sheet:
    """A plan sheet under way."""

    def __init__(self, book: Any, name: str, looks: dict[str, Any]) -> None:
        self.sheet = book.add_worksheet(name)
        self.looks = looks
        self.sheet.write_string(0, 0, f"{name}: delivery plan")
        self.sheet.set_column(2, 3, 45)
        self.sheet.write_row(2, 0, HEADINGS, looks["head"])
        self.sheet.freeze_panes(3, 0)
        self.row = 3

    def band(self, number: int, title: str) -> None:
        self.sheet.merge_range(
            self.row, 0, self.row, 10, f"Objective {number} - {title}", self.looks["band"]
        )
        self.row += 1

    def add(self, line: _Line) -> None:
        for column, value in enumerate(line.cells):
            if isinstance(value, date):
                self.sheet.write_datetime(self.row, column, value, self.looks["day"])
            elif isinstance(value, int):
                self.sheet.write_number(self.row, column, value)
            elif value:
                self.sheet.write_string(self.row, column, value, self.looks["text"])
            else:
                self.sheet.write_blank(self.row, column, None, self.looks["text"])
        self.row += 1

    def finish(self) -> None:
        self.sheet.data_validation(
            3, 10, self.row - 1, 10, {"validate": "list", "source": ["Blue", *RATINGS]}
        )
        self.sheet.conditional_format(
            3, 10, self.row - 1, 10,
            {"type": "cell", "criteria": "==", "value": '"Red"', "format": self.looks["band"]},
        )  # fmt: skip
        self.sheet.write_comment(4, 3, "Add the newest line at the end, please.")


def write_plan(path: Path, seed: int, *, small: bool = False) -> None:
    """The plan of this seed: 45 open actions, 10 lines of standing work, 5 that are closed.

    A small one has 9 open actions, each of two leads, where it is not the plan that is tried.
    """
    dice = Random(seed)
    book = xlsxwriter.Workbook(str(path))
    looks = {
        "head": book.add_format({"bold": True, "bg_color": "#DDDDDD", "text_wrap": True}),
        "band": book.add_format({"bold": True, "bg_color": "#F4B183"}),
        "day": book.add_format({"num_format": "dd/mm/yyyy"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    number = 0
    for name, of_each, blue in ((ACTIONS, 5, False), (STANDING, 2, False), (CLOSED, 1, True)):
        sheet = _Sheet(book, name, looks)
        rows = 1 if small else of_each
        for objective, title in enumerate(
            OBJECTIVES[: {ACTIONS: 9, STANDING: 5, CLOSED: 5}[name]], 1
        ):
            sheet.band(objective, title)
            for place in range(rows):
                leads = LEADS[number % len(LEADS)]
                if small or (name == ACTIONS and number >= 30 and number % 2):
                    leads += dice.choice(("\n", ", ")) + LEADS[(number + 11) % len(LEADS)]
                rating = "Blue" if blue else dice.choice(RATINGS)
                ref = place + 1 if dice.random() < 0.4 else f"{place + 1}{dice.choice('ab')}"
                number += 1
                sheet.add(_line(dice, number, ref, leads, rating))
        sheet.finish()
    figures = book.add_worksheet("Figures")
    figures.write_column(0, 0, ["Blue", *RATINGS])
    for row, word in enumerate(("Blue", *RATINGS)):
        figures.write_formula(row, 1, f"=COUNTIF('{ACTIONS}'!K4:K60,\"{word}\")", None, 0)
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"categories": "=Figures!$A$1:$A$4", "values": "=Figures!$B$1:$B$4"})
    figures.insert_chart("D2", chart)
    book.define_name("Ratings", "=Figures!$A$1:$A$4")
    book.close()
