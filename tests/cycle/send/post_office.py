"""A mail server on loopback, with a certificate of its own, that can be made to misbehave."""

import asyncio
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "board", "correct horse"
ACCEPTED = "250 kept"
DROP, TAKE_AND_DROP = "drop", "take and drop"


@dataclass
class Office:
    """What the server has taken, and how it answers: a reply to an address, or to an e-mail.

    `replies` is taken from once for each time that an address or "DATA" comes, and then it is done.
    """

    host: str = "localhost"
    port: int = 0
    ca_file: Path | None = None
    taken: list[tuple[str, tuple[str, ...], bytes]] = field(default_factory=list)
    replies: dict[str, list[str]] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    watch: Callable[[str], None] = lambda _: None
    connections: int = 0

    def reply_to(self, what: str) -> str | None:
        """The reply that was laid ready, once."""
        return self.replies[what].pop(0) if self.replies.get(what) else None

    def addresses(self) -> list[str]:
        """Every address that an e-mail was taken for, as often as one was."""
        return [address for _, addresses, _ in self.taken for address in addresses]

    def message(self, number: int = -1) -> EmailMessage:
        """An e-mail that was taken, as a mail program reads it."""
        message = message_from_bytes(self.taken[number][2], policy=default)
        assert isinstance(message, EmailMessage)
        return message

    def event(self, what: str) -> None:
        self.seen.append(what)
        self.watch(what)

    async def handle_MAIL(  # noqa: N802 - the name is aiosmtpd's
        self, server: SMTP, _s: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.event("MAIL")
        reply = self.reply_to("MAIL")
        if reply == DROP:
            return self._drop(server)
        if reply is None:
            envelope.mail_from = address
            envelope.mail_options.extend(options)
        return reply or "250 OK"

    async def handle_RCPT(  # noqa: N802 - the name is aiosmtpd's
        self, server: SMTP, _s: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.event("RCPT")
        reply = self.reply_to(address)
        if reply == DROP:
            return self._drop(server)
        if reply is None:
            envelope.rcpt_tos.append(address)
        return reply or "250 OK"

    async def handle_DATA(  # noqa: N802 - the name is aiosmtpd's
        self, server: SMTP, _s: Session, envelope: Envelope
    ) -> str:
        reply = self.reply_to("DATA")
        if reply in {None, TAKE_AND_DROP}:
            content = envelope.content
            assert isinstance(content, bytes)
            self.taken.append((envelope.mail_from or "", tuple(envelope.rcpt_tos), content))
        self.event("DATA")
        if reply in {DROP, TAKE_AND_DROP}:
            return self._drop(server)
        return reply or ACCEPTED

    @staticmethod
    def _drop(server: SMTP) -> str:
        assert isinstance(server.transport, asyncio.WriteTransport)
        server.transport.abort()
        return "421 gone"


@contextmanager
def open_office(
    folder: Path, security: str = "starttls", *, offers_tls: bool = True, **options: Any
) -> Iterator[Office]:
    """The server while the block runs. `folder` takes the certificate of its authority."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    office = Office(ca_file=folder / "authority.pem")
    assert office.ca_file is not None
    authority.cert_pem.write_to_path(office.ca_file)
    options.setdefault("enable_SMTPUTF8", False)
    if security == "starttls" and offers_tls:
        options |= {"tls_context": context, "require_starttls": True}

    def connection() -> SMTP:
        office.connections += 1
        with warnings.catch_warnings():
            # aiosmtpd warns of sign-in without TLS where it is not the one that encrypts.
            warnings.simplefilter("ignore", UserWarning)
            return SMTP(office, hostname="office", **options)

    async def serve() -> asyncio.Server:
        return await asyncio.get_running_loop().create_server(
            connection, "127.0.0.1", 0, ssl=context if security == "tls" else None
        )

    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(serve())
    office.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield office
    finally:
        asyncio.run_coroutine_threadsafe(_close(server), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _close(server: asyncio.Server) -> None:
    server.close()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def door(_server: SMTP, _s: Session, _e: Envelope, _mechanism: str, data: Any) -> AuthResult:
    """Lets in who has the password."""
    assert isinstance(data, LoginPassword)
    right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=right)
