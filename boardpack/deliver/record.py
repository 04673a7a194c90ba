"""issued.json: the record of what was issued, as a file."""

from dataclasses import asdict

from boardpack.deliver.manifest import as_bytes
from boardpack.model.issue import Record


def record_bytes(record: Record) -> bytes:
    """The record as JSON that people can read."""
    return as_bytes(asdict(record))
