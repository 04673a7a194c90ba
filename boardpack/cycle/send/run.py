"""The way of `send`: what was built, to whom it goes, and either a rehearsal, drafts or e-mails."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from boardpack.cycle.send.deliver import (
    Clock,
    Dropped,
    hand_over,
    refuse_too_large,
    refuse_without_utf8,
)
from boardpack.cycle.send.messages import Mail, as_draft
from boardpack.cycle.send.prepare import Asked, Ready, Tell
from boardpack.cycle.send.record import Ledger
from boardpack.cycle.send.server import connected
from boardpack.deliver.file import replace_file
from boardpack.deliver.lock import locked
from boardpack.errors import (
    AlreadySending,
    NotOnTheList,
    NotSent,
)
from boardpack.model.sending import HAS_IT, Sent, SentRecord, State

ALL = "all"
LOCK = "cycle/.send.lock"
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Done:
    """How far sending came. `states` has None for an address that nothing was sent to.

    `earlier` has those who have another e-mail of this board. `stopped` says that the server went
    away before the end.
    """

    ready: Ready
    states: Mapping[str, Sent | None]
    rehearsal: bool
    again: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    stopped: bool = False
    connection: str | None = None
    drafts: tuple[Path, ...] = field(default=())

    @property
    def is_complete(self) -> bool:
        """Whether everyone on the list has the e-mail."""
        return all(one is not None and one.state in HAS_IT for one in self.states.values())

    def is_due(self, address: str) -> bool:
        """Whether a run would hand the e-mail over for this address."""
        return _is_due(self.states[address], address in self.again)


def rehearse(asked: Asked, ready: Ready, *, check_connection: bool) -> Done:
    """What a run would do. No server is asked, unless the connection is to be tried."""
    record = Ledger(ready.folder).record
    again, arrived = _named(asked.again, ready, record), _named(asked.arrived, ready, record)
    connection = None
    if check_connection:
        _refuse_no_server(ready)
        with connected(ready.server, asked.sign_in) as smtp:
            refuse_without_utf8(smtp, ready.mailing)
            refuse_too_large(smtp, ready.size)
        connection = ready.server.name
    done = _done(ready, record, rehearsal=True)
    states = {
        address: replace(one, state=State.ARRIVED) if one and address in arrived else one
        for address, one in done.states.items()
    }
    return replace(done, states=states, again=again, connection=connection)


def write_drafts(ready: Ready) -> Done:
    """The e-mails as drafts beside the pack, for a mail program to send."""
    whole, paths = ready.mailing, []
    for number, mail in enumerate(whole.mails, 1):
        ending = f"-{number:03}" if len(whole.mails) >= _SEVERAL else ""
        path = ready.outputs / "mail" / f"send-{whole.list}{ending}.eml"
        replace_file(path, as_draft(whole, mail))
        paths.append(path)
    return replace(_done(ready, Ledger(ready.folder).record, rehearsal=True), drafts=tuple(paths))


def send(asked: Asked, ready: Ready, tell: Tell = lambda _: None) -> Done:
    """The e-mails, to everyone who does not have them; what became of each is on the disk."""
    _refuse_no_server(ready)
    clock = _clock(asked.today)
    lock = ready.folder / LOCK
    with locked(lock, AlreadySending(lock)):
        ledger = Ledger(ready.folder)
        again = _named(asked.again, ready, ledger.record)
        _keep_arrived(_named(asked.arrived, ready, ledger.record), ready, ledger, clock)
        due = {mail: _due(mail, ready, ledger.record, again) for mail in ready.mailing.mails}
        stopped = False
        if any(due.values()):
            stopped = _send(asked, ready, due, ledger, clock, tell)
        return replace(_done(ready, ledger.record, rehearsal=False), stopped=stopped)


def _send(
    asked: Asked,
    ready: Ready,
    due: Mapping[Mail, tuple[str, ...]],
    ledger: Ledger,
    clock: Clock,
    tell: Tell,
) -> bool:
    """Whether the server went away before the end."""
    whole = ready.mailing
    with connected(ready.server, asked.sign_in) as smtp:
        refuse_without_utf8(smtp, whole)
        refuse_too_large(smtp, ready.size)
        for mail, addresses in due.items():
            if not addresses:
                continue
            tell(f"sending to {addresses[0]}" + (" and others" if addresses[1:] else ""))
            try:
                hand_over(smtp, whole, mail, addresses, ledger, clock)
            except Dropped:
                return True
    return False


def _due(mail: Mail, ready: Ready, record: SentRecord, again: frozenset[str]) -> tuple[str, ...]:
    content = ready.mailing.content
    return tuple(
        address
        for address in mail.recipients
        if _is_due(record.latest(content, address), address in again)
    )


def _is_due(latest: Sent | None, again: bool) -> bool:
    return again or latest is None or latest.state in {State.REFUSED, State.DEFERRED}


def _keep_arrived(addresses: Iterable[str], ready: Ready, ledger: Ledger, clock: Clock) -> None:
    now, content = clock().isoformat(timespec="seconds"), ready.mailing.content
    known = [ledger.record.latest(content, address) for address in addresses]
    lines = [
        replace(one, state=State.ARRIVED, time=now, code=None, words=None)
        for one in known
        if one is not None
    ]
    if lines:
        ledger.add(lines)


def _named(given: Iterable[str], ready: Ready, record: SentRecord) -> frozenset[str]:
    """The addresses of the list that were named; `all` names those of which nobody knows."""
    content, known = ready.mailing.content, ready.mailing.recipients
    by_fold = {address.casefold(): address for address in known}
    named: set[str] = set()
    for one in given:
        if one == ALL:
            latest = {address: record.latest(content, address) for address in known}
            named |= {a for a, sent in latest.items() if sent and sent.state is State.SENDING}
        elif one.casefold() in by_fold:
            named.add(by_fold[one.casefold()])
        else:
            raise NotOnTheList(one, ready.mailing.list)
    return frozenset(named)


def _done(ready: Ready, record: SentRecord, *, rehearsal: bool) -> Done:
    content, addresses = ready.mailing.content, ready.mailing.recipients
    return Done(
        ready,
        {address: record.latest(content, address) for address in addresses},
        rehearsal,
        earlier=frozenset(a for a in addresses if record.has_other(content, a)),
    )


def _refuse_no_server(ready: Ready) -> None:
    if not ready.server.host:
        raise NotSent(
            "board.toml names no mail server.",
            "Add host under [send], or write drafts for your mail program: boardpack send --drafts.",
        )


def _clock(today: date | None) -> Clock:
    """The time in UTC; noon of the day where a day is given."""
    if today is not None:
        return lambda: datetime.combine(today, time(12), UTC)
    return lambda: datetime.now(UTC)
