"""To whom what goes: the e-mails of a list, worked out without a server."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from typing import Protocol

from boardpack.model.metrics import Audience
from boardpack.model.sending import SentFile
from boardpack.renderers.interface import Output
from boardpack.renderers.mail import Address, message, one_line, parse_address


class Recipients(Protocol):
    """A list as the settings have it."""

    @property
    def to(self) -> tuple[str, ...]: ...  # noqa: D102 - as in board.toml
    @property
    def cc(self) -> tuple[str, ...]: ...  # noqa: D102 - as in board.toml
    @property
    def bcc(self) -> tuple[str, ...]: ...  # noqa: D102 - as in board.toml
    @property
    def each(self) -> bool: ...  # noqa: D102 - as in board.toml


@dataclass(frozen=True, slots=True)
class Mail:
    """One e-mail: `recipients` are the addresses that it is handed over for, each once."""

    message_id: str
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    bcc: tuple[Address, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mailing:
    """The e-mails of a list, and what is the same in all of them.

    `content` is the hash of what is read: subject, text and attachments.
    """

    list: str
    audience: Audience
    sender: Address
    subject: str
    body: str
    attached: tuple[Output, ...]
    content: str
    mails: tuple[Mail, ...]

    @property
    def files(self) -> tuple[SentFile, ...]:
        """The attachments as the record keeps them."""
        return tuple(SentFile(one.name, _sha256(one.data), len(one.data)) for one in self.attached)

    @property
    def recipients(self) -> tuple[str, ...]:
        """Every address of the list, each once."""
        return tuple(address for mail in self.mails for address in mail.recipients)


def mailing(
    name: str,
    audience: Audience,
    recipients: Recipients,
    sender: str,
    subject: str,
    body: str,
    attached: Sequence[Output],
) -> Mailing:
    """The e-mails of a list. The same input gives the same, message ids included.

    What is no address raises BadAddress. Of an address that stands twice the first place counts.
    """
    whose = parse_address(sender, "[mail] from", wide=True)
    subject = one_line(subject)
    content = _sha256(
        *(part.encode() for part in (subject, body)),
        *(part for one in attached for part in (one.name.encode(), one.data)),
    )
    seen: set[str] = set()
    where = "[mail]" if name == "mail" else f"[send.lists.{name}]"
    to, cc, bcc = (
        tuple(_new(texts, where, seen)) for texts in (recipients.to, recipients.cc, recipients.bcc)
    )
    groups = [((one,), (), ()) for one in to] if recipients.each else [(to, cc, bcc)]
    mails = tuple(_mail(whose, content, *group) for group in groups)
    return Mailing(name, audience, whose, subject, body, tuple(attached), content, mails)


def _new(texts: Iterable[str], where: str, seen: set[str]) -> Iterable[Address]:
    """The addresses that were not seen before."""
    for text in texts:
        address = parse_address(text, where, wide=True)
        if address.address.casefold() not in seen:
            seen.add(address.address.casefold())
            yield address


def _mail(
    sender: Address,
    content: str,
    to: tuple[Address, ...],
    cc: tuple[Address, ...],
    bcc: tuple[Address, ...],
) -> Mail:
    # Those in Bcc are no part of the id, or whoever guesses one of them could prove it.
    shown = "\n".join(str(one) for one in (sender, *to, *cc))
    domain = sender.address.rpartition("@")[2]
    host = domain if domain.isascii() else "boardpack.invalid"
    message_id = f"<{_sha256(content.encode(), shown.encode())[:40]}@{host}>"
    return Mail(message_id, to, cc, bcc, tuple(one.address for one in (*to, *cc, *bcc)))


def needs_utf8(whole: Mailing, mail: Mail) -> bool:
    """Whether an address has letters beyond ASCII, which few servers take."""
    return not "".join((whole.sender.address, *mail.recipients)).isascii()


def as_sent(whole: Mailing, mail: Mail, when: datetime) -> bytes:
    """The e-mail as it is handed over: nothing in it tells of those in Bcc."""
    policy = SMTPUTF8 if needs_utf8(whole, mail) else SMTP
    headers = [
        *_shown(whole, mail),
        ("Date", format_datetime(when)),
        ("Message-ID", mail.message_id),
    ]
    return message(headers, whole.body, whole.attached, policy).as_bytes()


def as_draft(whole: Mailing, mail: Mail) -> bytes:
    """The e-mail as a draft: a mail program takes Bcc from it, fills it in and sends without it."""
    policy = SMTPUTF8 if needs_utf8(whole, mail) else SMTP
    bcc = [("Bcc", _joined(mail.bcc))] if mail.bcc else []
    headers = [("X-Unsent", "1"), *_shown(whole, mail), *bcc]
    return message(headers, whole.body, whole.attached, policy).as_bytes()


def _shown(whole: Mailing, mail: Mail) -> Iterable[tuple[str, str]]:
    yield "From", str(whole.sender)
    if mail.to:
        yield "To", _joined(mail.to)
    elif not mail.cc:
        yield "To", "undisclosed-recipients:;"
    if mail.cc:
        yield "Cc", _joined(mail.cc)
    yield "Subject", whole.subject


def _joined(addresses: Iterable[Address]) -> str:
    return ", ".join(str(one) for one in addresses)


def _sha256(*parts: bytes) -> str:
    """The hash of parts, each with its length, so that none can pass for its neighbour."""
    digest = hashlib.sha256()
    if len(parts) == 1:
        return hashlib.sha256(parts[0]).hexdigest()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
