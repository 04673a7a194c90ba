"""The ref cell: short, not always there, and at times what Excel made of it."""

import re
from datetime import date

from boardpack.read.grid import Cell


def read_ref(cell: Cell | None) -> str | None:
    """The ref as typed, with its spaces tidied; a number without its `.0`, a date taken back.

    Excel makes 1 February of a typed `1-2`: day and month are the two numbers that were typed.
    """
    if cell is None or cell.has_no_result or not cell.text.strip():
        return None
    if isinstance(cell.value, int | float) and cell.value == int(
        cell.value
    ):  # 3.0, however formatted
        return str(int(cell.value))
    if isinstance(cell.value, date):
        if cell.shows_month:
            return f"{cell.value.month}-{cell.value:%y}"
        return f"{cell.value.day}-{cell.value.month}"
    return re.sub(r"\s+", " ", cell.text.strip())


def ref_key(ref: str | None) -> str | None:
    """The ref without what people vary: spaces, case, dots at the end. `19 a` is `19a`."""
    if ref is None:
        return None
    return re.sub(r"\s+", "", ref).rstrip(".").casefold() or None
