"""The year: nine meetings through the command line, with everything that leads do to workbooks."""

import csv
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from click.testing import CliRunner

from boardpack.cli import main
from tests.cycle.year import forms
from tests.cycle.year.audit import Books, audit_meeting, audit_write, ledger
from tests.cycle.year.desk import Row, insert_row, plain, read_plan, type_into
from tests.cycle.year.forms import Form
from tests.cycle.year.leads import Answer, Pen, rows_of
from tests.cycle.year.office import converted, office
from tests.cycle.year.plan import ACTIONS, LEADS, write_plan

ROOT = Path(__file__).parents[3]
START, MEETINGS, WEEKS = date(2020, 1, 15), 9, 6
OFFICE_ROUNDS = {3: ("xls", "ods"), 6: ("csv", "ods")}
AGENDA = """[meeting]
date = {day}
time = "14:00"
place = "County Hall"

[[item]]
number = 1
title = "Delivery plan"
lead = "Head of North"
minutes = 25
purpose = "discussion"
"""
BOARD = """[board]
name = "Permanence Board"
council = "Marlshire County Council"
short_name = "Board"
chair = "Director of Children's Social Care"
marking = "OFFICIAL"
place = "County Hall"
time = "14:00"
reports_to = "Getting to Good Board"

[mail]
from = "board@marlshire.example.gov.uk"
to = ["members@marlshire.example.gov.uk"]
subject = "Papers"

[leads]
"""

DEFINITIONS = """metric,title,unit,good,target,target_date,tolerance,objective,source,owner
visits,Visits in time,%,high,90,2020-12-31,5,2,case system,Analyst of North
"""
FIGURES = """metric,period,area,value,numerator,denominator
visits,2019-11,County,81.0,81,100
visits,2019-12,County,83.0,83,100
"""


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@dataclass(slots=True)
class Tally:
    """The figures of a year, and every fault of it."""

    seed: int
    meetings: int = 0
    returns: int = 0
    answers: int = 0
    tokens: int = 0
    in_plan: int = 0
    changes: int = 0
    conflicts: int = 0
    decisions: int = 0
    collects: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    habits: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"seed {self.seed}: {self.meetings} meetings, {len(LEADS)} leads, {self.returns} files, "
            f"{self.answers} answers, {self.tokens} tokens ({self.in_plan} in the plan), "
            f"{self.changes} changes, {self.conflicts} conflicts, {self.decisions} decisions, "
            f"{self.collects} collects, {len(self.faults)} faults"
        )


def begin(top: Path, seed: int, day: date, *, small: bool = False) -> None:
    """The folder of the meeting before the year, as the manager keeps it."""
    folder = top / "inputs" / day.isoformat()
    folder.mkdir(parents=True)
    write_plan(folder / "plan.xlsx", seed, small=small)
    (folder / "agenda.toml").write_text(AGENDA.format(day=day), "utf-8")
    (folder / "metrics").mkdir()
    (folder / "metrics" / "definitions.csv").write_text(DEFINITIONS, "utf-8")
    (folder / "metrics" / "figures.csv").write_text(FIGURES, "utf-8")
    mails = (
        f'"{lead}" = "{lead.lower().replace(" ", ".")}@marlshire.example.gov.uk"' for lead in LEADS
    )
    (top / "inputs" / "board.toml").write_text(BOARD + "\n".join(mails) + "\n", "utf-8")


class Year:
    """One year from one seed."""

    def __init__(self, top: Path, seed: int, share: float = 1.0, meetings: int = MEETINGS) -> None:
        self.top, self.seed, self.dice = top, seed, Random(seed)
        self.share, self.meetings = share, meetings
        """How many of the leads answer: fewer where the time is short."""
        self.tally = Tally(seed)
        self.runner = CliRunner()

    def call(self, *words: object, codes: tuple[int, ...] = (0, 1)) -> str:
        """What a command prints on standard output."""
        where = ["--inputs", str(self.top / "inputs")]
        ran = self.runner.invoke(main, [*map(str, words), *where], catch_exceptions=False)
        assert ran.exit_code in codes, (words, ran.exit_code, ran.output)
        return ran.stdout

    def out(self) -> tuple[str, ...]:
        return ("--outputs", str(self.top / "outputs"), "--templates", str(ROOT / "templates"))

    def run(self) -> Tally:
        before = START - timedelta(weeks=WEEKS)
        begin(self.top, self.seed, before)
        for number in range(self.meetings):
            day = START + timedelta(weeks=WEEKS * number)
            self.call("new", day)
            inputs = self.top / "inputs"
            old, new = (inputs / f"{one}" / "plan.xlsx" for one in (before, day))
            if old.read_bytes() != new.read_bytes():
                self.tally.faults.append(f"{day}: the new folder has another plan")
            Meeting(self, number, day).hold()
            before = day
            self.tally.meetings += 1
        return self.tally


def _lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as read:
        return list(csv.DictReader(read))


class Meeting:
    """One meeting: asking, waves of returns, collecting, deciding, and the audit."""

    def __init__(self, year: Year, number: int, day: date) -> None:
        self.year, self.number, self.day = year, number, day
        self.board = day.isoformat()
        self.dice = Random(f"{year.seed} {number}")
        self.folder = year.top / "inputs" / self.board
        self.plan = self.folder / "plan.xlsx"
        self.returns = self.folder / "returns"
        self.pen = Pen(year.seed, number, self.dice)
        self.books = Books(self.board, LEADS, self.pen.answers)
        self.begun = self.plan.read_bytes()
        self.managed: dict[tuple[str, str], Row] = read_plan(self.begun)
        self.asked: dict[str, bytes] = {}
        self.today = day - timedelta(days=21)
        self.clock = 0

    # asking

    def commission(self) -> dict[str, bytes]:
        """The workbooks of this round, by their names."""
        self.year.call("commission", self.board, "--today", self.today, *self.year.out())
        made = self.year.top / "outputs" / self.board / "commission"
        return {path.name: path.read_bytes() for path in sorted(made.glob("*.xlsx"))}

    def record(self) -> list[dict[str, Any]]:
        return list(json.loads((self.folder / "cycle" / "commissioned.json").read_text("utf-8")))

    # the returns

    def save(self, name: str, data: bytes, answers: list[Answer], habit: str) -> None:
        """A file arrives in the folder of the returns, later than all before it."""
        self.returns.mkdir(exist_ok=True)
        path = self.returns / name
        path.write_bytes(data)
        self.clock += 60
        stamp = 1_580_000_000 + self.number * 4_000_000 + self.clock
        os.utime(path, (stamp, stamp))
        self.books.files[name] = data
        self.year.tally.returns += 1
        self.year.tally.habits[habit] += 1
        for answer in answers:
            answer.files.add(name)
            answer.habit = answer.habit or habit

    def opened(self, data: bytes) -> tuple[Form, dict[int, tuple[str, str]]]:
        form = Form.opened(data)
        sheets = {row["key"]: row["sheet"] for one in self.record() for row in one["rows"]}
        return form, rows_of(form, sheets)

    def answer(
        self, lead: str, file: str, asked: dict[str, bytes], habit: Any = None, *, must: bool = True
    ) -> None:
        """One lead answers with one habit, in the usual file format."""
        form, of_row = self.opened(asked[file])
        habit = habit or self.dice.choice(forms.HABITS)
        wrote = self.pen.fill(form, lead, of_row, 0.7, must=must)
        habit(form, self.dice)
        self.save(file, form.saved(), wrote, habit.__name__)

    def hold(self) -> None:
        """The whole cycle of this meeting."""
        asked = self.asked = self.commission()
        if self.number == 0:
            self._asked_twice()
        leads = {one["file"]: one["lead"] for one in self.record()[-1]["returns"]}
        files = sorted(leads)
        self.dice.shuffle(files)
        files = files[: max(9, round(len(files) * self.year.share * 0.9))]
        third = len(files) // 3
        stale: dict[str, bytes] = {}
        if self.number % 4 == 1:
            stale, asked = asked, self._ask_again()
        for file in files[:third]:
            self.answer(leads[file], file, asked)
        self.collect(days=1)
        if self.number % 2:
            self._manager_edits()
        for file in files[third : 2 * third]:
            old = stale if stale and self.dice.random() < 0.5 else asked
            self.answer(leads[file], file, old if file in old else asked)
        if self.number in OFFICE_ROUNDS and office():
            self._office_round(files[2 * third :], leads, asked)
        else:
            self._odd_ones(files[2 * third :], leads, asked)
        self.collect(days=6)
        self._second_answers(files[:third], leads, asked)
        self.disagree(leads, asked)
        self.collect(days=9)
        self.decide()
        self.collect(days=10)
        before = files_of(self.year.top / "inputs")
        self.collect(days=10)
        if files_of(self.year.top / "inputs") != before:
            self.books.fault("collect run again changed the inputs")
        self._close()

    def _asked_twice(self) -> None:
        before = files_of(self.folder)
        self.commission()
        if files_of(self.folder) != before:
            self.books.fault("commission run again changed the inputs")

    def _ask_again(self) -> dict[str, bytes]:
        """The plan changes after the leads were asked, and they are asked anew."""
        self._manager_inserts()
        return self.commission()

    def _odd_ones(self, files: list[str], leads: dict[str, str], asked: dict[str, bytes]) -> None:
        kinds: tuple[Callable[[str, str, dict[str, bytes]], None], ...] = (
            self._added, self._copied, self._formula, self._empty, self._same, self._anothers,
            self._whole_plan, self._keyless, self._off_list,
        )  # fmt: skip
        for number, file in enumerate(files):
            kinds[(number + self.number) % len(kinds)](leads[file], file, asked)

    def _added(self, lead: str, file: str, asked: dict[str, bytes]) -> None:
        form, of_row = self.opened(asked[file])
        wrote = self.pen.fill(form, lead, of_row, 0.5)
        row = form.sheet.max_row + 1
        fresh = self.pen.keep("added", "Something new was begun.", lead, ("", ""), must=False)
        form.put(row, "Activity", f"A new action of {lead}")
        form.put(row, "Your update", fresh.value)
        self.save(file, form.saved(), [*wrote, fresh], "added row")

    def _copied(self, lead: str, file: str, asked: dict[str, bytes]) -> None:
        form, of_row = self.opened(asked[file])
        row, end = form.rows[0], form.sheet.max_row + 1
        first = self.pen.keep("update", "In the row.", lead, of_row[row], must=False)
        second = self.pen.keep("update", "In its copy.", lead, of_row[row], must=False)
        form.put(row, "Your update", first.value)
        form.set_values(end, form.values(row))
        form.put(end, "Your update", second.value)
        self.save(file, form.saved(), [first, second], "copied row")

    def _formula(self, lead: str, file: str, asked: dict[str, bytes]) -> None:
        form, of_row = self.opened(asked[file])
        row = form.rows[0]
        kept = self.pen.keep("update", "It comes to", lead, of_row[row], must=False)
        form.formula(row, "Your update", f'="{kept.value} "&1+1')
        form.formula(row, "New rating", '="Gr"&"een"')
        self.save(file, form.saved(), [kept], "formula")

    def _empty(self, lead: str, file: str, asked: dict[str, bytes]) -> None:
        self.save(file, asked[file], [], "empty")

    def _same(self, lead: str, file: str, asked: dict[str, bytes]) -> None:
        """The last update, as it is shown there or as the plan has it, sent back as the answer."""
        form, of_row = self.opened(asked[file])
        for row in form.rows:
            lines = str(self.managed[of_row[row]].values["progress"] or "").splitlines()
            text = form.get(row, "Last update") if lines else None
            form.put(row, "Your update", lines[0] if len(lines) == 1 else text)
            form.put(row, "New rating", form.get(row, "Rating"))
        self.save(file, form.saved(), [], "same again")

    def _anothers(self, lead: str, file: str, asked: dict[str, bytes]) -> None:
        """The workbook of another lead, filled in by this one under this one's name."""
        other = self.dice.choice([name for name in asked if name not in self.books.files])
        form, of_row = self.opened(asked[other])
        wrote = self.pen.fill(form, lead, of_row, 0.5, must=False)
        self.save(f"re {file}", form.saved(), wrote, "another's")

    def _whole_plan(self, lead: str, file: str, asked: dict[str, bytes]) -> None:
        """The plan itself comes back, with lines in the diaries of the lead's rows."""
        form, of_row = self.opened(asked[file])
        name = f"plan {lead}.xlsx"
        path = self.year.top / name
        path.write_bytes(self.plan.read_bytes())
        wrote = []
        now = read_plan(path.read_bytes())
        for row in form.rows:
            action = now.get(of_row[row])
            if action is None or action.sheet != ACTIONS:
                continue
            kept = self.pen.keep("whole", "Written into the plan.", lead, of_row[row], must=False)
            old = action.values["progress"]
            type_into(
                path, ACTIONS, f"D{action.row}", f"{old}\n{kept.value}" if old else kept.value
            )
            wrote.append(kept)
        self.save(name, path.read_bytes(), wrote, "whole plan")
        path.unlink()

    def _keyless(self, lead: str, file: str, asked: dict[str, bytes]) -> None:
        self.answer(lead, file, asked, forms.hidden_deleted, must=False)

    def _off_list(self, lead: str, file: str, asked: dict[str, bytes]) -> None:
        form, of_row = self.opened(asked[file])
        wrote = []
        for row in form.rows:
            for kind, column, words in (
                ("rating", "New rating", ("Purple", "R/A", "on track", "4")),
                ("due", "New due date", ("TBC", "31/04/2021", "soon", 7)),
            ):
                kept = self.pen.keep(kind, self.dice.choice(words), lead, of_row[row], must=False)
                form.put(row, column, kept.value)
                kept.value = "Green" if kept.value == "on track" else kept.value
                wrote.append(kept)
        self.save(file, form.saved(), wrote, "off the list")

    def _office_round(
        self, files: list[str], leads: dict[str, str], asked: dict[str, bytes]
    ) -> None:
        """The rest of the leads have no Excel."""
        endings = OFFICE_ROUNDS[self.number]
        half = (len(files) + 1) // 2
        for ending, some in zip(endings, (files[:half], files[half:]), strict=True):
            books, wrote = {}, {}
            for file in some:
                form, of_row = self.opened(asked[file])
                wrote[file] = self.pen.fill(
                    form, leads[file], of_row, 0.7, plain_text=ending == "csv"
                )
                habit = self.dice.choice((forms.as_it_is, forms.sorted_rows, forms.shown))
                habit(form, self.dice)
                books[file] = form.saved()
            where = self.year.top / f"office-{self.board}-{ending}"
            for name, data in converted(books, ending, where).items():
                self.save(name, data, wrote[f"{Path(name).stem}.xlsx"], ending)
            shutil.rmtree(where)

    def _second_answers(
        self, files: list[str], leads: dict[str, str], asked: dict[str, bytes]
    ) -> None:
        """Some answer again: the same file under another name, or the file with another line."""
        for number, file in enumerate(files[: max(2, len(files) // 2)]):
            name = f"{Path(file).stem} (2).xlsx"
            if number % 2:
                held = [one for one in self.pen.answers if file in one.files]
                self.save(name, self.books.files[file], held, "the same file")
                continue
            form, of_row = self.opened(asked[file])
            row = form.rows[-1]
            kept = self.pen.keep("update", "One more thing.", leads[file], of_row[row], must=True)
            form.put(row, "Your update", kept.value)
            self.save(name, form.saved(), [kept], "second answer")

    def disagree(self, leads: dict[str, str], asked: dict[str, bytes]) -> None:
        """Two leads of one row rate it differently."""
        holders: dict[tuple[str, str], list[str]] = {}
        for one in self.record()[-1]["returns"]:
            for key in one["keys"]:
                holders.setdefault((key, ""), []).append(one["file"])
        shared = sorted((key, files) for (key, _), files in holders.items() if len(files) > 1)
        for key, files in self.dice.sample(shared, min(3, len(shared))):
            words = self.dice.sample(("Blue", "Red", "Amber", "Green"), 2)
            for file, word in zip(files, words, strict=False):
                form, of_row = self.opened(asked[file])
                row = next(row for row in form.rows if form.get(row, "Key") == key)
                lead, where = leads[file], of_row[row]
                for other in self.pen.answers:
                    if other.where == where and other.kind in {"rating", "due"}:
                        other.must = False
                wrote = [
                    self.pen.keep("update", "As I see it.", lead, where, must=True),
                    self.pen.keep("rating", word, lead, where, must=False),
                ]
                form.put(row, "Your update", wrote[0].value)
                form.put(row, "New rating", word)
                self.save(f"{Path(file).stem} {key} late.xlsx", form.saved(), wrote, "disagree")

    # the manager

    def _manager_inserts(self) -> None:
        """A row comes into the middle of the plan: every row below is another one now."""
        activity = f"Begin what meeting {self.number} asked for."
        lead = self.dice.choice(LEADS)
        insert_row(
            self.plan, ACTIONS, 12,
            {1: f"9{self.number}x", 3: activity, 4: "01.02.20 - New.", 9: lead, 10: "TBC", 11: "Amber"},
        )  # fmt: skip
        self.managed = self._shifted(activity)

    def _shifted(self, activity: str) -> dict[tuple[str, str], Row]:
        fresh = read_plan(self.plan.read_bytes())
        return self.managed | {(ACTIONS, activity): fresh[ACTIONS, activity]}

    def _manager_edits(self) -> None:
        """The manager types into the plan while answers come in."""
        now = read_plan(self.plan.read_bytes())
        chosen = self.dice.sample([where for where in now if where[0] == ACTIONS], 5)
        for number, where in enumerate(chosen):
            row, values = now[where], dict(self.managed[where].values)
            for answer in self.pen.answers:
                if answer.where == where:
                    answer.must = False
            if number < 3:
                text = (
                    f"{values['progress'] or ''}\n05.02.20 - Programme office: seen M{self.number}."
                )
                typed = f"{row.values['progress'] or ''}\n05.02.20 - Programme office: seen M{self.number}."
                if plain(row.values["progress"]) != plain(values["progress"]):
                    continue  # an answer stands there already: typed over it, the ledger is no judge
                type_into(self.plan, ACTIONS, f"D{row.row}", typed)
                values["progress"] = text
            elif number == 3 and plain(row.values["rating"]) == plain(values["rating"]):
                values["rating"] = self.dice.choice(("Red", "Amber", "Green"))
                type_into(self.plan, ACTIONS, f"K{row.row}", values["rating"])
            else:
                continue
            self.managed[where] = Row(row.sheet, row.row, row.activity, values)
            self.books.reworded.add(where)

    def decide(self) -> None:
        """The manager writes a word into every line of conflicts.csv."""
        path = self.folder / "cycle" / "conflicts.csv"
        if not path.is_file():
            return
        self.books.told.append(path.read_text("utf-8-sig"))
        lines = _lines(path)
        for line in lines:
            if not line["decision"]:
                line["decision"] = self._decision(line)
                self.year.tally.decisions += 1
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.DictWriter(out, list(lines[0]))
            writer.writeheader()
            writer.writerows(lines)

    def _decision(self, line: dict[str, str]) -> str:
        """The letter of one of the answers, which goes into the plan, or plan, which keeps it."""
        word = self.dice.choice(("A", "b", "plan"))
        if word != "plan":
            answers = [
                text for text in line["answers"].splitlines() if text[:2] == f"{word.upper()}:"
            ]
            self.books.decided.append((line["sheet"], line["cell"], answers[0]))
        return word

    # collecting and closing

    def collect(self, days: int) -> None:
        """A run of collect, audited by itself."""
        day = self.today + timedelta(days=days)
        self.books.days.add(day.isoformat())
        before, old = self.plan.read_bytes(), ledger(self.folder)
        said = json.loads(self.year.call("collect", self.board, "--today", day, "--json"))
        audit_write(self.books, before, self.plan.read_bytes(), old, ledger(self.folder))
        self.books.told += [json.dumps(one, ensure_ascii=False) for one in said["findings"]]
        path = self.folder / "cycle" / "conflicts.csv"
        if path.is_file():
            self.books.told.append(path.read_text("utf-8-sig"))
        self.year.tally.findings.update(one["kind"] for one in said["findings"])
        self.year.tally.collects += 1

    def _close(self) -> None:
        edited = self.books.reworded
        for answer in self.pen.answers:
            if answer.where in edited and answer.kind != "update":
                answer.must = False
        audit_meeting(self.books, self.begun, self.managed, self.folder)
        if (self.folder / "cycle" / "pending.json").exists():
            self.books.fault("a journal was left behind")
        for name, data in self.books.files.items():
            if (self.returns / name).read_bytes() != data:
                self.books.fault(f"the return {name} was changed")
        tally = self.year.tally
        diaries = self.plan.read_bytes()
        text = " ".join(plain(row.values["progress"]) for row in read_plan(diaries).values())
        words = [one for one in self.pen.answers if one.kind not in {"rating", "due"}]
        tally.answers += len(self.pen.answers)
        tally.tokens += len(words)
        tally.in_plan += sum(one.token in text for one in words)
        tally.changes += len(ledger(self.folder))
        path = self.folder / "cycle" / "conflicts.csv"
        if path.is_file():
            tally.conflicts += len(_lines(path))
        tally.faults += self.books.faults
