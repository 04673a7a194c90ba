"""The timescales cell: when an action is due."""

import re
from datetime import date

from boardpack.model.plan import Due
from boardpack.read.dates import Mention, mentions
from boardpack.read.grid import Cell

_GOES_ON = re.compile(r"\bon-?\s?going\b|\bcontinu(?:ous|al|ing|es)\b|\brolling\b", re.IGNORECASE)
_REPEATS = re.compile(
    r"\b(?:weekly|monthly|quarterly|annual(?:ly)?|termly|six[- ]weekly|monitoring|throughout)\b", re.IGNORECASE
)


def read_due(cell: Cell | None) -> tuple[Due, tuple[Mention, ...]]:
    """What the cell says, and every date that it names, so that faults in them can be told.

    Where a cell names several dates, the last one named is the due date; one that does not exist
    is passed over unless it is the last, when no date is taken.
    """
    if cell is None or not cell.text.strip():
        return Due(None, "none", None), ()
    if isinstance(cell.value, date):
        if cell.shows_month:
            return Due(cell.month_end, "month", cell.text), ()
        return Due(cell.value, "day", cell.text), ()
    text = cell.text.strip()
    named = mentions(text)
    last = named[-1] if named else None
    day = last.day if last else None
    if _GOES_ON.search(text):
        return Due(day, "ongoing", text), named
    if last is not None and day is not None:
        return Due(day, last.kind, text), named
    if not named and _REPEATS.search(text):
        return Due(None, "ongoing", text), named
    return Due(None, "text", text), named
