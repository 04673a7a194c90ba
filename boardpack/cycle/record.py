"""commissioned.json: what was asked of whom for a board, as a file."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from boardpack.deliver.manifest import as_bytes
from boardpack.model.cycle import Commission


def commissioned_bytes(rounds: Iterable[Commission]) -> bytes:
    """The record as JSON that people can read."""
    return as_bytes([asdict(one) for one in rounds])


def sent_name(version: int, plan: str) -> str:
    """What the copy of the plan is called as it was sent: `sent-v1.xlsx`."""
    return f"sent-v{version}{Path(plan).suffix}"
