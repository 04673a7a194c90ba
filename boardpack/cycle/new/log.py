"""The action log of the next meeting: every action stays in it until it was shown as closed."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boardpack.analysis.arising import Arising
from boardpack.model.board import says_done
from boardpack.read.text import guarded
from boardpack.read.trackers import LOG_COLUMNS

Agreed = tuple[date, Arising]
"""What was agreed, and at the board of which day."""


@dataclass(frozen=True, slots=True)
class CarriedLog:
    """The rows of the next log with their heading, and the refs that were added and left out."""

    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    added: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def as_csv(self) -> bytes:
        """The log as a file that Excel opens with every letter right."""
        file = io.StringIO(newline="")
        csv.writer(file).writerows([self.heading, *self.rows])
        return file.getvalue().encode("utf-8-sig")


def carried(log: Sequence[Sequence[str]], agreed: Iterable[Agreed]) -> CarriedLog:
    """The rows of the last log that are not closed, and every action that it did not have.

    `log` are its rows as they stand in the file, the heading first. One that is closed in the log
    was shown so by the last pack. One that was closed before it came into a log is carried, to be
    shown once.
    """
    heading, *rows = [list(row) for row in log if any(row)] or [list(LOG_COLUMNS)]
    new = [(day, one) for day, one in agreed if one.decision.is_action and one.logged is None]
    wanted = [*LOG_COLUMNS, *(["exempt"] if any(one.decision.exempt for _, one in new) else [])]
    names = [name.casefold() for name in heading]
    more = [name for name in wanted if name not in names]
    heading, names = heading + more, names + more
    status = names.index("status")
    # A row may be shorter than the heading.
    rows = [row + [""] * (len(heading) - len(row)) for row in rows]
    ref = names.index("ref")
    return CarriedLog(
        tuple(heading),
        (
            *(tuple(row) for row in rows if not says_done(row[status])),
            *(tuple(_line(names, day, one)) for day, one in new),
        ),
        tuple(one.ref for _, one in new),
        tuple(row[ref] for row in rows if says_done(row[status])),
    )


def _line(names: Iterable[str], day: date, one: Arising) -> list[str]:
    noted = one.decision
    cells = {
        "ref": one.ref,
        "raised": f"{day:%d/%m/%Y}",
        "action": noted.what,
        "owner": noted.owner,
        "due": noted.due.text or "",
        "status": noted.status or "Open",
        "update": noted.note,
        "exempt": noted.exempt,
    }
    return [guarded(cells.get(name, "")) for name in names]
