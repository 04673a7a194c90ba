"""commissioned.json: what was asked of whom for a board, as a file."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from boardpack.errors import UnreadableCommission
from boardpack.model.cycle import Commission

NAME = "commissioned.json"


def read_commissioned(cycle: Path) -> tuple[Commission, ...]:
    """The rounds of asking of a board, oldest first; none where nobody was asked."""
    from pydantic import TypeAdapter, ValidationError

    path = cycle / NAME
    if not path.is_file():
        return ()
    try:
        return TypeAdapter(tuple[Commission, ...]).validate_json(path.read_bytes())
    except ValidationError:
        raise UnreadableCommission(path) from None


def commissioned_bytes(rounds: Iterable[Commission]) -> bytes:
    """The record as JSON that people can read."""
    listed = [asdict(one) for one in rounds]
    return (json.dumps(listed, indent=2, ensure_ascii=False) + "\n").encode()


def sent_name(version: int, plan: str) -> str:
    """What the copy of the plan is called as it was sent: `sent-v1.xlsx`."""
    return f"sent-v{version}{Path(plan).suffix}"
