"""The rows that leads are asked about, with a key that holds while the row does."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping

from boardpack.model.cycle import ReturnField, SentRow
from boardpack.model.plan import Action, Plan, SheetRole

_ASKED = (SheetRole.OPEN, SheetRole.STANDING, SheetRole.METRICS)
"""A row of measures is asked about too: its figure lives nowhere else."""
_KEY, _CHECK = 12, 8


def asked(plan: Plan) -> tuple[Action, ...]:
    """The open rows, in the order of the workbook; the sheets of completed work are left out."""
    return tuple(action for action in plan.with_role(*_ASKED) if action.is_open)


def rows_of(plan: Plan, board: str) -> tuple[SentRow, ...]:
    """The rows that are asked about, as they are sent."""
    return tuple(row for _, row in sent_rows(plan, board))


def sent_rows(plan: Plan, board: str) -> tuple[tuple[Action, SentRow], ...]:
    """Each action that is asked about with the row that is sent of it."""
    twins: Counter[tuple[object, ...]] = Counter()
    found = []
    for action in asked(plan):
        identity = (action.sheet, action.objective, action.ref, action.activity)
        key = key_of(board, action, twins[identity])
        twins[identity] += 1
        found.append((action, _sent(action, key)))
    return tuple(found)


def key_of(board: str, action: Action, twin: int = 0) -> str:
    """The key of a row; `twin` counts the rows above it that are exactly alike."""
    identity = [board, action.sheet, action.objective, action.ref, action.activity, twin]
    return _digest(identity)[:_KEY]


def checksum_of(key: str, values: Mapping[ReturnField, str]) -> str:
    """The checksum of a row: another one tells that the row was not sent with these values."""
    return _digest([key, sorted(values.items())])[:_CHECK]


def _sent(action: Action, key: str) -> SentRow:
    values: dict[ReturnField, str] = {
        "progress": action.progress,
        "rating": action.rating_text or "",
        "due": action.due.text or "",
        "current": action.current_text,
    }
    return SentRow(
        key=key,
        sheet=action.sheet,
        row=action.row,
        objective=action.objective,
        ref=action.ref,
        activity=action.activity,
        values=values,
        checksum=checksum_of(key, values),
    )


def _digest(parts: object) -> str:
    # JSON, so that no two lists of parts run together into one text.
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
