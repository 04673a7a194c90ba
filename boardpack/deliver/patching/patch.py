"""Sets cells of a workbook and keeps every other byte: the only way that a plan is written to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from boardpack.deliver.patching.book import Book
from boardpack.deliver.patching.edits import (
    AppendText,
    CellEdit,
    PrependText,
    Refused,
    SetDay,
    SetText,
    position,
)
from boardpack.deliver.patching.sheet import Content, Place, Sheet
from boardpack.deliver.patching.styles import Styles
from boardpack.deliver.patching.texts import LONGEST, Text, appended, clean, prepended, units
from boardpack.deliver.patching.verifier import verify
from boardpack.errors import CannotPatch

_FORMULA_LIKE = ("=", "+", "-", "@", "\t")
_FIRST_DAY = date(1900, 3, 1)
_ZERO_1900, _ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)


def patched(workbook: bytes, edits: Sequence[CellEdit]) -> bytes:
    """The workbook with these edits made in their order, verified; without edits the same bytes.

    CannotPatch names every edit that cannot be made, and then none is made.
    """
    if not edits:
        return workbook
    try:
        work = _Work(Book(workbook))
    except Refused as fault:
        raise CannotPatch((edit.place, str(fault)) for edit in edits) from None
    refused = []
    for edit in edits:
        try:
            work.make(edit)
        except Refused as fault:
            refused.append((edit.place, str(fault)))
    if refused:
        raise CannotPatch(refused)
    after = work.result()
    if after is None:
        return workbook
    verify(workbook, after, edits)
    return after


class _Work:
    """The edits made so far, cell by cell; nothing is written before all are made."""

    def __init__(self, book: Book) -> None:
        self._book = book
        styles = book.styles
        self._styles = Styles(None if styles is None else book.archive.read(styles), styles or "")
        self._sheets: dict[str, Sheet] = {}
        self._made: dict[str, dict[Place, Content]] = {}
        self._strings: list[tuple[bytes, bytes, bytes]] | None = None

    def make(self, edit: CellEdit) -> None:
        """The edit, on top of those before it; Refused where it cannot be made."""
        place = position(edit.cell)
        sheet = self._sheet(self._book.sheet(edit.sheet))
        made = self._made.setdefault(sheet.part, {})
        sheet.check(place)
        before = made.get(place) or sheet.content(place)
        match edit.what:
            case SetDay(day):
                made[place] = replace(
                    before, value=self._serial(day), style=self._styles.for_day(before.style)
                )
            case SetText(text):
                made[place] = self._with_text(before, sheet.new_text(text) if text else None)
            case AppendText(text) | PrependText(text):
                if place in made:
                    held = made[place].value
                    if isinstance(held, int):
                        raise Refused("the cell is to hold a date, to which no text can be added.")
                else:
                    held = sheet.text(place, self._shared())
                if not text:
                    return
                if held is None or not held.shown():
                    new = sheet.new_text(text)
                else:
                    add = appended if isinstance(edit.what, AppendText) else prepended
                    new = add(held, text)
                made[place] = self._with_text(before, new)

    def result(self) -> bytes | None:
        """The workbook with all that was made; None where nothing was."""
        changed = {
            part: self._sheets[part].rewritten(cells) for part, cells in self._made.items() if cells
        }
        if not changed:
            return None
        styles, book = self._styles.changed(), self._book.calculated()
        if styles is not None and self._book.styles is not None:
            changed[self._book.styles] = styles
        if book is not None:
            changed[self._book.part] = book
        return self._book.archive.rewritten(changed)

    def _sheet(self, part: str) -> Sheet:
        if part not in self._sheets:
            self._sheets[part] = Sheet(self._book, part)
        return self._sheets[part]

    def _shared(self) -> list[tuple[bytes, bytes, bytes]]:
        """The texts that cells share, each as its bytes, its prefix and its namespace."""
        if self._strings is None:
            self._strings = []
            if self._book.strings is not None:
                data, root = (
                    self._book.archive.read(self._book.strings),
                    self._book.tree(self._book.strings),
                )
                strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
                usual = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                space = strict if strict in data[: root.inside] else usual
                self._strings = [
                    (data[n.inside : n.close], n.prefix, space) for n in root.all("si")
                ]
        return self._strings

    def _with_text(self, before: Content, text: Text | None) -> Content:
        shown = "" if text is None else text.shown()
        if units(shown) > LONGEST:
            raise Refused(
                f"the text would have {units(shown):,} characters, and a cell takes {LONGEST:,}. "
                "Move what is old to another cell or sheet first."
            )
        style = self._styles.for_text(
            before.style, is_like_a_formula=clean(shown).startswith(_FORMULA_LIKE)
        )
        return Content(text, style, has_new_text=True)

    def _serial(self, day: date) -> int:
        if day < _FIRST_DAY or (self._book.from_1904 and day < _ZERO_1904):
            raise Refused("Excel cannot hold a date as old as this.")
        return (day - (_ZERO_1904 if self._book.from_1904 else _ZERO_1900)).days
