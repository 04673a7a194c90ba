"""The record of what was issued for a meeting: `issued.json` in its folder of inputs."""

from pathlib import Path

from boardpack.errors import UnreadableRecord
from boardpack.model.issue import Record

NAME = "issued.json"


def read_issued(folder: Path) -> Record:
    """The record of a meeting; an empty one where nothing was issued."""
    path = folder / NAME
    if not path.is_file():
        return Record(folder.name)
    record = _record(path)
    if record.board != folder.name:
        raise UnreadableRecord(path, f"it tells of another meeting ({record.board}).")
    return record


def _record(path: Path) -> Record:
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Record).validate_json(path.read_bytes())
    except ValidationError:
        raise UnreadableRecord(path, "it is not as `boardpack issue` wrote it.") from None
