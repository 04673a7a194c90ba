"""What leads do to the workbook that they were sent before they send it back."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

import openpyxl

ANSWERS = ("Your update", "New rating", "New due date", "New figure", "Answer to the questions")
HIDDEN = ("Key", "Stamp", "Check")


@dataclass(slots=True)
class Form:
    """A return under the lead's hands: the book, its sheet, and where its headers stand."""

    book: Any
    sheet: Any
    header: int
    columns: dict[str, int]

    @classmethod
    def opened(cls, data: bytes) -> "Form":
        book = openpyxl.load_workbook(io.BytesIO(data))
        sheet = book["Your actions"]
        for cells in sheet.iter_rows():
            words = {str(cell.value): cell.column for cell in cells if cell.value is not None}
            if "Your update" in words and "Key" in words:
                return cls(book, sheet, int(cells[0].row or 0), words)
        raise AssertionError("the workbook of a lead has no header row")

    @property
    def rows(self) -> list[int]:
        """The rows of actions, as the sheet stands now."""
        at = self.columns["Activity"]
        return [
            row
            for row in range(self.header + 1, self.sheet.max_row + 1)
            if self.sheet.cell(row, at).value not in (None, "")
        ]

    def get(self, row: int, column: str) -> Any:
        return self.sheet.cell(row, self.columns[column]).value

    def put(self, row: int, column: str, value: Any) -> None:
        cell = self.sheet.cell(row, self.columns[column])
        # Excel stores such words with an escape, which openpyxl leaves to its caller.
        cell.value = value.replace("_x0041_", "_x005F_x0041_") if isinstance(value, str) else value
        if isinstance(value, str):
            cell.data_type = "s"  # the lead typed an apostrophe first where it begins with =

    def formula(self, row: int, column: str, formula: str) -> None:
        self.sheet.cell(row, self.columns[column]).value = formula

    def values(self, row: int) -> list[Any]:
        return [self.sheet.cell(row, at).value for at in range(1, self.sheet.max_column + 1)]

    def set_values(self, row: int, values: list[Any]) -> None:
        for at, value in enumerate(values, 1):
            cell = self.sheet.cell(row, at)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"

    def saved(self) -> bytes:
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def as_it_is(form: Form, dice: Random) -> None:
    """Saved as it was."""


def sorted_rows(form: Form, dice: Random) -> None:
    rows = form.rows
    contents = [form.values(row) for row in rows]
    dice.shuffle(contents)
    for row, values in zip(rows, contents, strict=True):
        form.set_values(row, values)


def deleted_rows(form: Form, dice: Random) -> None:
    """Every row without an answer is taken out."""
    for row in reversed(form.rows):
        if not any(form.get(row, name) for name in ANSWERS):
            form.sheet.delete_rows(row)


def renamed_sheet(form: Form, dice: Random) -> None:
    form.sheet.title = dice.choice(("Sheet1", "Final FINAL", "Actions - AB"))


def other_sheet_first(form: Form, dice: Random) -> None:
    form.book.create_sheet("Notes to self", 0)["A1"] = "ring them on Monday"


def titles_deleted(form: Form, dice: Random) -> None:
    for merge in list(form.sheet.merged_cells.ranges):
        form.sheet.unmerge_cells(str(merge))
    form.sheet.delete_rows(1, form.header - 1)
    form.header = 1


def shown(form: Form, dice: Random) -> None:
    """Protection lifted, every column shown."""
    form.sheet.protection.sheet = False
    for dimension in form.sheet.column_dimensions.values():
        dimension.hidden = False


def headers_retyped(form: Form, dice: Random) -> None:
    for name in ("Your update", "New rating"):
        form.sheet.cell(form.header, form.columns[name]).value = f" {name.upper()} "


def columns_moved(form: Form, dice: Random) -> None:
    """The rows copied into a bare workbook of the lead's own, its columns in another order."""
    order = list(form.columns)
    dice.shuffle(order)
    book = openpyxl.Workbook()
    fresh = Form(book, book.active, 1, {name: at for at, name in enumerate(order, 1)})
    for at, name in enumerate(order, 1):
        fresh.sheet.cell(1, at).value = name
    for to, row in enumerate(form.rows, 2):
        fresh.set_values(to, [form.get(row, name) for name in order])
    form.book, form.sheet, form.header, form.columns = book, fresh.sheet, 1, fresh.columns


def hidden_deleted(form: Form, dice: Random) -> None:
    """The columns that the lead does not know are taken out."""
    columns_moved(form, dice)
    for at in sorted((form.columns[name] for name in HIDDEN), reverse=True):
        form.sheet.delete_cols(at)
    form.columns = {
        str(cell.value): cell.column for cell in form.sheet[1] if cell.value is not None
    }


Habit = Callable[[Form, Random], None]
HABITS: tuple[Habit, ...] = (
    as_it_is, as_it_is, as_it_is, sorted_rows, deleted_rows, renamed_sheet, other_sheet_first,
    titles_deleted, shown, headers_retyped, columns_moved,
)  # fmt: skip
"""After these every answer has its key still, so that each must get into the plan."""
