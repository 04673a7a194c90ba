"""The workbook that a lead fills in: their rows, what the tool asks, and room for the answers."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from boardpack.cycle.commission.asking import Asked, AskedRow
from boardpack.model.plan import Action, SheetRole
from boardpack.read.text import FORMULA_SIGNS
from boardpack.words import long_date, plural, short_date

SHEET, GUIDE = "Your actions", "How to fill this in"
HEADERS = (
    "Key", "Stamp", "Check", "Objective", "Ref", "Activity", "Last update", "Rating", "Due",
    "Current figure", "Questions", "Also asked", "Your update", "New rating", "New due date",
    "New figure", "Answer to the questions",
)  # fmt: skip
ANSWERS = HEADERS[12:]
_WIDTHS = (14, 26, 10, 10, 8, 32, 34, 9, 13, 16, 30, 16, 36, 12, 14, 16, 30)
_HIDDEN = 3
_MOST_QUESTIONS = 4
"""How many questions stand on top: the rows above the header are frozen and must leave room."""
_RATINGS = {
    "Blue": ("#CFE2F3", "#0B3C6F"),
    "Red": ("#F8D0CE", "#7A0B0B"),
    "Amber": ("#FFE2B0", "#663C00"),
    "Green": ("#D3EBD0", "#124D14"),
}
_LONGEST = 32_767
_NAVY, _LINE, _PALE = "#1F3864", "#B7B7B7", "#FFF9E5"
_FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
_A3 = 8
_FULL, _LINE_HEIGHT, _LEAST_LINES, _HIGHEST = 0.85, 15.0, 3, 409.0


NO_UPDATE = "No update yet."
"""What stands in the place of a last update where there is none."""


@dataclass(frozen=True, slots=True)
class Round:
    """What stands in every workbook of a round of asking."""

    board: dt.date
    name: str
    marking: str
    stamp: str
    made: dt.date
    back_by: dt.date


@dataclass(slots=True)
class _Sheet:
    """A sheet that is written cell by cell; a text stays a text, whatever it begins with."""

    book: Workbook
    sheet: Worksheet

    def put(self, row: int, column: int, text: str, **style: Any) -> None:
        if text.startswith(FORMULA_SIGNS):
            style["quote_prefix"] = True
        self.sheet.write_string(row, column, text[:_LONGEST], self.style(**style))

    def style(self, **style: Any) -> Any:
        return self.book.add_format({**_FONT, **style})


def workbook(asked: Asked, around: Round) -> bytes:
    """The workbook of a lead, the same bytes for the same rows."""
    data = BytesIO()
    # In memory: a constant-memory book would be written in another order.
    book = Workbook(data, {"in_memory": True, "strings_to_formulas": False})
    created = dt.datetime.combine(around.made, dt.time())
    title = f"Updates for the {around.name} on {long_date(around.board)}: {asked.lead}"
    book.set_properties({"title": title[:250], "author": around.name[:250], "created": created})
    book.set_custom_property("PlanVersion", around.stamp)
    sheet = _Sheet(book, book.add_worksheet(SHEET))
    header = _top(sheet, asked, around, title)
    _table(sheet, header, asked.rows, around.stamp)
    _colour(sheet, header, len(asked.rows))
    _set_up(sheet.sheet, header, len(asked.rows), around)
    _guide(_Sheet(book, book.add_worksheet(GUIDE)), around)
    book.close()
    return data.getvalue()


def _top(sheet: _Sheet, asked: Asked, around: Round, title: str) -> int:
    """Writes what stands above the table, and gives the row of its header."""
    first = _HIDDEN
    sheet.sheet.set_row(0, 22)
    sheet.sheet.set_row(1, 18)
    sheet.put(0, first, f"{around.marking}. {title} [{around.stamp}]", bold=True, font_size=14)
    sheet.put(
        1,
        first,
        f"Fill in the yellow columns on the right for your {plural(len(asked.rows), 'row')}, save, "
        f"and send this file back by {long_date(around.back_by)}. Leave empty what has not changed.",
        bold=True,
        font_color=_NAVY,
    )
    sheet.put(2, first, "Answered by", bold=True)
    # Beside two narrow columns, so that a name has room.
    sheet.sheet.write_blank(
        2, first + 2, None, sheet.style(locked=False, bg_color=_PALE, border=1, num_format="@")
    )
    row = 3
    questions = asked.questions
    for number, (ref, text) in enumerate(questions[:_MOST_QUESTIONS], 1):
        line = " ".join(text.split())
        sheet.put(row, first, f"Question {number}. {ref}: {line}")
        row += 1
    if len(questions) > _MOST_QUESTIONS:
        more = len(questions) - _MOST_QUESTIONS
        sheet.put(row, first, f"And {plural(more, 'question')} more, in the column Questions.")
        row += 1
    return row


def _table(sheet: _Sheet, header: int, rows: Sequence[AskedRow], stamp: str) -> None:
    for column, (text, width) in enumerate(zip(HEADERS, _WIDTHS, strict=True)):
        sheet.sheet.set_column(column, column, width, None, {"hidden": column < _HIDDEN})
        sheet.put(
            header, column, text, bold=True, bg_color=_NAVY, font_color="#FFFFFF",
            text_wrap=True, border=1, border_color=_LINE,
        )  # fmt: skip
    sheet.sheet.set_row(header, 32)
    look: dict[str, Any] = {"text_wrap": True, "border": 1, "border_color": _LINE}
    answer = sheet.style(**look, locked=False, bg_color=_PALE, num_format="@")
    day = sheet.style(**look, locked=False, bg_color=_PALE, num_format="dd/mm/yyyy")
    number = 0
    for at, row in enumerate(rows, header + 1):
        told = _told(row, stamp, number)
        number += len(row.questions)
        sheet.sheet.set_row(at, _height(told))
        for column, text in enumerate(told):
            sheet.put(at, column, text, **look, num_format="@")
        for column, name in enumerate(ANSWERS, len(HEADERS) - len(ANSWERS)):
            sheet.sheet.write_blank(at, column, None, day if name == "New due date" else answer)


def _told(row: AskedRow, stamp: str, before: int) -> tuple[str, ...]:
    """The texts of the locked columns; `before` counts the questions of the rows above."""
    questions = [f"{number}. {text}" for number, text in enumerate(row.questions, before + 1)]
    action, sent = row.action, row.sent
    if action.role is SheetRole.METRICS:
        questions.append(_measure(action))
    return (
        sent.key,
        stamp,
        sent.checksum,
        "" if sent.objective is None else str(sent.objective),
        sent.ref or "",
        sent.activity,
        _last_update(row),
        action.rating.word if action.rating else sent.values["rating"],
        sent.values["due"],
        sent.values["current"],
        "\n".join(questions),
        ", ".join(row.others),
    )


def _measure(action: Action) -> str:
    """What is wanted of a row of the sheet of measures."""
    what = f" ({action.metric})" if action.metric else ""
    target = f" The target is {action.target_text.rstrip('.')}." if action.target_text else ""
    return f"This row is a measure{what}: please give its newest figure.{target}"


def _height(told: Sequence[str]) -> float:
    """How high a row is in which every text can be read, as far as Excel goes."""
    shown = zip(told[_HIDDEN:], _WIDTHS[_HIDDEN:], strict=False)
    # A line breaks between words, so that it is never quite full.
    lines = max(
        sum(math.ceil((len(line) + 1) / (width * _FULL)) for line in text.split("\n"))
        for text, width in shown
    )
    return min(_HIGHEST, max(_LEAST_LINES, lines) * _LINE_HEIGHT)


def _last_update(row: AskedRow) -> str:
    latest = row.action.latest_update
    if latest is None or latest.date is None:
        return row.action.progress or NO_UPDATE
    return f"{short_date(latest.date)}: {latest.text}"


def _colour(sheet: _Sheet, header: int, count: int) -> None:
    """Colours each rating; its word stands there too, for those who do not see the colour."""
    for word, (fill, ink) in _RATINGS.items():
        look = sheet.book.add_format({"bg_color": fill, "font_color": ink})
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
        for column in (HEADERS.index("Rating"), HEADERS.index("New rating")):
            sheet.sheet.conditional_format(header + 1, column, header + count, column, rule)


def _set_up(sheet: Worksheet, header: int, count: int, around: Round) -> None:
    """What can be typed where, what stays on the screen, and how it is printed."""
    last, end = header + count, len(HEADERS) - 1
    new_rating, new_due = HEADERS.index("New rating"), HEADERS.index("New due date")
    sheet.data_validation(
        header + 1, new_rating, last, new_rating,
        {
            "validate": "list",
            "source": list(_RATINGS),
            "input_title": "New rating",
            "input_message": "Choose one, or leave it empty if the rating stays.",
            "error_title": "New rating",
            "error_message": "Choose Blue, Red, Amber or Green.",
        },
    )  # fmt: skip
    sheet.data_validation(
        header + 1, new_due, last, new_due,
        {
            "validate": "date",
            "criteria": "between",
            "minimum": dt.date(2000, 1, 1),
            "maximum": dt.date(2099, 12, 31),
            "error_type": "warning",
            "input_title": "New due date",
            "input_message": "A day, such as 31/03/2027. If it is not known, say so in Your update.",
            "error_title": "New due date",
            "error_message": "This is not a day, such as 31/03/2027. Keep it all the same?",
        },
    )  # fmt: skip
    sheet.autofilter(header, 0, last, end)
    sheet.freeze_panes(header + 1, _HIDDEN + 2)
    sheet.set_zoom(80)
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header)
    sheet.print_area(0, 0, last, end)
    sheet.set_footer(f"&L{around.stamp}&C{around.marking.replace('&', '&&')[:100]}&RPage &P of &N")
    sheet.set_selection(header + 1, HEADERS.index("Your update"), header + 1, 12)


def _guide(sheet: _Sheet, around: Round) -> None:
    lines = (
        "How to fill this in",
        f"Send the file back by {long_date(around.back_by)}. Excel, LibreOffice and Numbers can all open it.",
        "Your update: what was done since the last update, in a sentence or two. It is added to the plan under today's date.",
        "New rating: Blue is complete and closed; Green on target; Amber has issues that are managed; Red will miss its date, cost or quality.",
        "New due date: a day, such as 31/03/2027. If it is to be confirmed, say so in Your update.",
        "New figure: the newest figure and the month it is of, such as 64% Jun-19.",
        "Answer to the questions: what the tool asks about the row, in the column Questions.",
        "Leave a cell empty where nothing has changed. If nothing changed at all, write No change in Your update.",
        "If a row is not yours, write so in Your update, and whose it is.",
        "Please do not delete columns. You may hide or filter rows.",
    )
    sheet.sheet.set_column(0, 0, 110)
    sheet.sheet.hide_gridlines(2)
    for row, line in enumerate(lines):
        sheet.put(row, 0, line, text_wrap=True, bold=row == 0, font_size=14 if row == 0 else 11)
    sheet.sheet.fit_to_pages(1, 0)
