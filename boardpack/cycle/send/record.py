"""sent.json: what was e-mailed to whom, in the meeting's folder of inputs."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path

from boardpack.deliver.file import replace_file
from boardpack.deliver.manifest import as_bytes
from boardpack.errors import UnreadableSent
from boardpack.model.sending import Sent, SentRecord, State
from boardpack.read.cycle import FOLDER
from boardpack.read.record import read_record

NAME = f"{FOLDER}/sent.json"


def read_sent(folder: Path) -> SentRecord:
    """What was e-mailed of a meeting; an empty record where nothing was."""
    path = folder / NAME
    if not path.is_file():
        return SentRecord(folder.name)
    refusal = UnreadableSent(path, "it is not as `boardpack send` wrote it.")
    record = read_record(path, SentRecord, refusal)
    if record.board != folder.name:
        raise UnreadableSent(path, f"it tells of another meeting ({record.board}).")
    return record


class Ledger:
    """The record while e-mails go out: whatever is told to it is on the disk before it goes on."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.record = read_sent(folder)

    def add(self, lines: Iterable[Sent]) -> None:
        """Keep these lines. One that tells how an e-mail under way ended takes its place."""
        sent = list(self.record.sent)
        for line in lines:
            place = self._under_way(sent, line)
            if place is None:
                sent.append(line)
            else:
                sent[place] = line
        self.record = replace(self.record, sent=tuple(sent))
        replace_file(self.path, as_bytes(asdict(self.record)))

    @staticmethod
    def _under_way(sent: list[Sent], line: Sent) -> int | None:
        """Where the newest line of the same e-mail stands, if it was under way."""
        if line.state in {State.SENDING, State.ARRIVED}:
            return None
        for place in reversed(range(len(sent))):
            one = sent[place]
            if (one.content, one.address) == (line.content, line.address):
                return place if one.state is State.SENDING else None
        return None
