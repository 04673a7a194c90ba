"""The record of what was issued for a meeting: `issued.json` in its folder of inputs."""

from pathlib import Path

from boardpack.errors import UnreadableRecord
from boardpack.model.issue import Record
from boardpack.read.record import read_record

NAME = "issued.json"


def read_issued(folder: Path) -> Record:
    """The record of a meeting; an empty one where nothing was issued."""
    path = folder / NAME
    if not path.is_file():
        return Record(folder.name)
    refusal = UnreadableRecord(path, "it is not as `boardpack issue` wrote it.")
    record = read_record(path, Record, refusal)
    if record.board != folder.name:
        raise UnreadableRecord(path, f"it tells of another meeting ({record.board}).")
    return record
