"""What was e-mailed to whom: the record of a board's sending."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How far an e-mail to one address came.

    SENDING is written before the server is handed the e-mail: where it still stands afterwards,
    nobody can tell whether the e-mail arrived. ARRIVED is what a person says of such a one.
    """

    SENDING = "sending"
    ACCEPTED = "accepted"
    DEFERRED = "refused for now"
    REFUSED = "refused"
    ARRIVED = "arrived"


HAS_IT = frozenset({State.ACCEPTED, State.ARRIVED})


@dataclass(frozen=True, slots=True)
class SentFile:
    """An attachment as it was sent."""

    file: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Sent:
    """One e-mail to one address. `content` is the hash of subject, text and attachments.

    `code` and `words` are the server's answer; `time` is when it came, in UTC.
    """

    list: str
    address: str
    state: State
    message_id: str
    content: str
    attachments: tuple[SentFile, ...]
    time: str
    code: int | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class SentRecord:
    """All that was e-mailed of a board, oldest first; of one address the newest counts."""

    board: str
    sent: tuple[Sent, ...] = ()

    def latest(self, content: str, address: str) -> Sent | None:
        """How far this content came with an address; None where it was never sent to it."""
        same = address.casefold()
        for one in reversed(self.sent):
            if one.content == content and one.address.casefold() == same:
                return one
        return None

    def has_other(self, content: str, address: str) -> bool:
        """Whether the address has another e-mail of this board, such as an earlier version."""
        same = address.casefold()
        return any(
            one.content != content and one.address.casefold() == same and one.state in HAS_IT
            for one in self.sent
        )
