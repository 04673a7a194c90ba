"""The mail server: a connection that is encrypted and to the server that was meant, or none."""

import base64
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from boardpack.errors import NoSignIn, NotSent, SettingsError
from boardpack.model.board import Secret

SECONDS = 60
"""How long an answer is waited for. Servers that look for viruses take their time."""
_MOST_WORDS = 300
_PORTS = {"starttls": 587, "tls": 465}


@dataclass(frozen=True, slots=True)
class Server:
    """Which server takes the e-mails, and how its identity is checked."""

    host: str
    port: int | None
    security: str
    ca_file: Path | None

    @property
    def name(self) -> str:
        """`smtp.council.gov.uk:587`."""
        return f"{self.host}:{self.port or _PORTS[self.security]}"


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who signs in."""

    user: str
    password: Secret

    def hidden(self, text: str) -> str:
        """A server's words without anything that was handed to it to sign in."""
        secret = self.password.value
        shown = [secret, f"\0{self.user}\0{secret}"]
        coded = [base64.b64encode(one.encode()).decode() for one in shown]
        for one in (*shown, *coded):
            text = text.replace(one, "***")
        return text


def sign_in(user: str, password: str) -> SignIn | None:
    """The sign-in of the environment; None where there is none, for a server that wants none."""
    if not user and not password:
        return None
    if not user or not password:
        raise NoSignIn("set both BOARDPACK_SMTP_USER and BOARDPACK_SMTP_PASSWORD, or neither.")
    if not (user + password).isascii():
        raise NoSignIn("it has letters beyond a to z, digits and signs, which servers do not take.")
    return SignIn(user, Secret(password))


@contextmanager
def connected(server: Server, who: SignIn | None) -> Iterator[smtplib.SMTP]:
    """A connection that is ready to take e-mails; NotSent where there can be none."""
    context = _context(server)
    with _told(server, who):
        smtp = _open(server, context)
    try:
        with _told(server, who):
            _secure(smtp, server, context)
            if who is not None:
                _sign_in(smtp, server, who)
        yield smtp
    finally:
        with suppress(smtplib.SMTPException, OSError):
            smtp.quit()
        smtp.close()


def words_of(answer: bytes | str) -> str:
    """A server's words on one line."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= _MOST_WORDS else line[:_MOST_WORDS] + " ..."


def _context(server: Server) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=server.ca_file)
    except OSError as fault:
        why = fault.strerror or "it holds no certificate in PEM form"
        raise SettingsError(
            Path("board.toml"),
            [f"send.ca_file: {server.ca_file} cannot be used ({why}). Ask IT for the file again."],
        ) from None
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _open(server: Server, context: ssl.SSLContext) -> smtplib.SMTP:
    port = server.port or _PORTS[server.security]
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, port, timeout=SECONDS, context=context)
    return smtplib.SMTP(server.host, port, timeout=SECONDS)


def _secure(smtp: smtplib.SMTP, server: Server, context: ssl.SSLContext) -> None:
    smtp.ehlo()
    if server.security == "starttls":
        if not smtp.has_extn("starttls"):
            raise NotSent(
                f"the mail server {server.name} offers no encryption (STARTTLS), and a pack never "
                "goes out in the clear.",
                "Ask IT for the right server and port. Where it is encrypted from the start, write "
                'security = "tls" under [send] in board.toml.',
            )
        smtp.starttls(context=context)
        smtp.ehlo()


def _sign_in(smtp: smtplib.SMTP, server: Server, who: SignIn) -> None:
    try:
        smtp.login(who.user, who.password.value)
    except smtplib.SMTPAuthenticationError as fault:
        raise NotSent(
            f"the mail server {server.name} refused the sign-in "
            f"({fault.smtp_code} {who.hidden(words_of(fault.smtp_error))}).",
            "Check BOARDPACK_SMTP_USER and BOARDPACK_SMTP_PASSWORD, or ask IT whether this mailbox may "
            "send by SMTP.",
        ) from None
    except (smtplib.SMTPResponseException, smtplib.SMTPServerDisconnected):
        raise
    except (
        smtplib.SMTPException
    ):  # the server names no way of signing in, or none that is known here
        raise NotSent(
            f"the mail server {server.name} offers no sign-in, and one was given.",
            "Take BOARDPACK_SMTP_USER and BOARDPACK_SMTP_PASSWORD out of the environment, or ask IT for "
            "the right port.",
        ) from None


@contextmanager
def _told(server: Server, who: SignIn | None) -> Iterator[None]:
    """Whatever keeps a connection from being made, as a sentence."""
    try:
        yield
    except ssl.SSLCertVerificationError as fault:
        raise NotSent(
            f"the mail server {server.name} could not prove that it is the one meant "
            f"({fault.verify_message}).",
            "Write the name that stands in its certificate as host under [send] in board.toml. Where "
            "the council has a certificate authority of its own, name its file as ca_file.",
        ) from None
    except ssl.SSLError as fault:
        raise NotSent(
            f"no encrypted connection to the mail server {server.name} came about "
            f"({fault.reason or 'no reason given'}).",
            'Check security and port under [send] in board.toml: "tls" with 465, "starttls" with 587.',
        ) from None
    except smtplib.SMTPResponseException as fault:
        words = words_of(fault.smtp_error)
        answer = f"{fault.smtp_code} {who.hidden(words) if who else words}"
        raise NotSent(
            f"the mail server {server.name} would not go on ({answer}).", "Run it again later."
        ) from None
    except (smtplib.SMTPException, OSError, UnicodeError) as fault:
        why = words_of(getattr(fault, "strerror", None) or str(fault) or "no answer")
        raise NotSent(
            f"the mail server {server.name} cannot be reached ({who.hidden(why) if who else why}).",
            "Check host, port and security under [send] in board.toml, and your network.",
        ) from None
