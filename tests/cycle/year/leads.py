"""The simulated leads: what each writes into a workbook, and what the ledger keeps of it."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from tests.cycle.year.desk import plain
from tests.cycle.year.forms import Form

OPENINGS = (
    "Met with the panel; four of six agreed.", "=SUM of the above is 12", "+3 since last month",
    "- waiting for Legal", "@all: see the note", "14.08.19 - AB rang the provider.",
    "July 2020 - moved on.", 'Done <b>twice</b> & "signed", in part', "Café résumé – ½ done ✓",
    "First line.\n• second\n• third", "'quoted' 100%; 5 * 4", "_x0041_ and &amp; stay as typed",
    "It is long. " + "The team has met each week and has gone through every case. " * 30,
)  # fmt: skip
RATINGS = ("Blue", "Red", "Amber", "Green")


@dataclass(slots=True)
class Answer:
    """One thing that one lead wrote in one cell: the ledger's line."""

    token: str
    kind: str
    """update, question, figure, rating, due, added (a row of the lead's own) or whole (the plan)."""
    value: Any
    lead: str
    where: tuple[str, str]
    """The sheet and the activity that it is about."""
    must: bool
    """Whether nothing stands in the way of its getting into the plan."""
    files: set[str] = field(default_factory=set)
    habit: str = ""


@dataclass(slots=True)
class Pen:
    """Writes answers that can be told apart, and keeps each."""

    seed: int
    meeting: int
    dice: Random
    answers: list[Answer] = field(default_factory=list)

    def _next(self) -> str:
        return f"Y{self.seed}x{self.meeting}x{len(self.answers):04d}z"

    def keep(
        self, kind: str, value: Any, lead: str, where: tuple[str, str], *, must: bool
    ) -> Answer:
        token = self._next()
        text = f"{value} {token}" if kind not in {"rating", "due"} else value
        self.answers.append(Answer(token, kind, text, lead, where, must))
        return self.answers[-1]

    def text(self, *, csv: bool = False) -> str:
        """The start of a diary line; in a CSV what begins as a formula does would be none any more."""
        safe = [words for words in OPENINGS if words[0] not in "=+-@'"]
        return self.dice.choice(safe if csv else OPENINGS)

    def fill(
        self, form: Form, lead: str, of_row: dict[int, tuple[str, str]], share: float,
        *, must: bool = True, plain_text: bool = False,
    ) -> list[Answer]:  # fmt: skip
        """Answers in about this share of the rows, at least in one."""
        first = len(self.answers)
        chosen = [row for row in form.rows if self.dice.random() < share] or form.rows[:1]
        for row in chosen:
            self._fill_row(form, row, lead, of_row[row], must=must, plain_text=plain_text)
        return self.answers[first:]

    def _fill_row(
        self,
        form: Form,
        row: int,
        lead: str,
        where: tuple[str, str],
        *,
        must: bool,
        plain_text: bool,
    ) -> None:
        dice = self.dice
        if dice.random() < 0.9:
            kept = self.keep("update", self.text(csv=plain_text), lead, where, must=must)
            form.put(row, "Your update", kept.value)
        if dice.random() < 0.4:
            kept = self.keep("rating", dice.choice(RATINGS), lead, where, must=must)
            form.put(row, "New rating", kept.value.lower() if dice.random() < 0.2 else kept.value)
        if dice.random() < 0.25:
            day = date(2020, 6, 1) + timedelta(days=dice.randrange(500))
            kept = self.keep("due", day, lead, where, must=must and not plain_text)
            form.put(
                row, "New due date",
                f"{day:%d %B %Y}" if plain_text else datetime(day.year, day.month, day.day),
            )  # fmt: skip
        if dice.random() < 0.2:
            kept = self.keep("figure", f"{dice.randrange(100)}% Jul-20", lead, where, must=False)
            form.put(row, "New figure", kept.value)
        if dice.random() < 0.15:
            kept = self.keep("question", "It will be done by the spring.", lead, where, must=False)
            form.put(row, "Answer to the questions", kept.value)


def rows_of(form: Form, sheets: dict[str, str]) -> dict[int, tuple[str, str]]:
    """Which action each row of a return is about, by the key that the record of asking gives it."""
    return {
        row: (sheets[str(form.get(row, "Key"))], plain(form.get(row, "Activity")))
        for row in form.rows
    }
