"""The rows that leads are asked about, with a key that holds while the row does."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping

from boardpack.folded import folded
from boardpack.model.cycle import ReturnField, SentRow
from boardpack.model.plan import Action, Plan, SheetRole

_ASKED = (SheetRole.OPEN, SheetRole.STANDING, SheetRole.METRICS)
"""A row of measures is asked about too: its figure lives nowhere else."""
_KEY, _CHECK = 12, 8


def rows_of(plan: Plan, board: str) -> tuple[SentRow, ...]:
    """The rows that are asked about, as they are sent."""
    return tuple(row for _, row in sent_rows(plan, board))


def sent_rows(plan: Plan, board: str) -> tuple[tuple[Action, SentRow], ...]:
    """Each action that is asked about with the row that is sent of it."""
    twins: Counter[tuple[object, ...]] = Counter()
    found = []
    for action in plan.with_role(*_ASKED):  # closing a row leaves the key of its twin alone
        identity = identity_of(action)
        key = key_of(board, action, twins[identity])
        twins[identity] += 1
        if action.is_open:
            found.append((action, _sent(action, key)))
    return tuple(found)


def key_of(board: str, action: Action, twin: int = 0) -> str:
    """The key of a row; `twin` counts the rows above it that are exactly alike."""
    return _digest([board, *identity_of(action), twin])[:_KEY]


def checksum_of(key: str, values: Mapping[ReturnField, str]) -> str:
    """The checksum of a row: another one tells that the row was not sent with these values."""
    return _digest([key, sorted(values.items())])[:_CHECK]


def identity_of(action: Action) -> tuple[object, ...]:
    """What makes a row the same row, whatever the case and the spaces of its wording."""
    return action.sheet, action.objective, action.ref, folded(action.activity)


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
