"""A letter and its attachments to a draft that Outlook and other programs open ready to send."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from pathlib import PurePosixPath

from boardpack.document.pack import Letter
from boardpack.errors import UnknownAttachment
from boardpack.renderers.interface import Output
from boardpack.renderers.mail.addresses import parse_address

_TYPES = {
    ".pdf": ("application", "pdf"),
    ".pptx": ("application", "vnd.openxmlformats-officedocument.presentationml.presentation"),
    ".xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".html": ("text", "html"),
}
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")


def render(letter: Letter, outputs: Sequence[Output]) -> Output:
    """The draft as a file. `X-Unsent` makes it a draft; it bears no date, for it was not sent.

    An attachment that is not among the outputs raises UnknownAttachment, an address that is none
    BadAddress.
    """
    known = {output.name: output for output in outputs}
    for name in letter.attach:
        if name not in known:
            raise UnknownAttachment(letter.name, name, known)
    attached = [known[name] for name in letter.attach]
    return Output(
        f"mail/{letter.name}.eml", message(_headers(letter), letter.body, attached).as_bytes()
    )


def message(
    headers: Iterable[tuple[str, str]],
    body: str,
    attached: Sequence[Output],
    policy: "EmailPolicy[EmailMessage]" = SMTP,
) -> EmailMessage:
    """A message of plain text with files attached, the same for the same parts."""
    made = EmailMessage(policy=policy)
    for name, value in headers:
        made[name] = value
    made.set_content(body, charset="utf-8", cte="quoted-printable")
    for output in attached:
        _attach(made, output)
    if attached:
        made.set_boundary(_boundary(body, attached))
    return made


def one_line(text: str) -> str:
    """A text that can stand in a header: it cannot begin another, nor pass for an encoded word."""
    return _CONTROLS.sub(" ", text).replace("=?", "= ?").strip()


def marked(marking: str, subject: str) -> str:
    """The subject behind the marking of what is in the e-mail, which stands there once."""
    return subject if subject.startswith(f"{marking}:") else f"{marking}: {subject}"


def _headers(letter: Letter) -> Iterable[tuple[str, str]]:
    """The headers that have something in them."""
    yield "X-Unsent", "1"
    if letter.sender:
        yield "From", str(parse_address(letter.sender))
    if letter.to:
        yield "To", ", ".join(str(parse_address(address)) for address in letter.to)
    if letter.cc:
        yield "Cc", ", ".join(str(parse_address(address)) for address in letter.cc)
    yield "Subject", one_line(letter.subject)


def _attach(message: EmailMessage, output: Output) -> None:
    path = PurePosixPath(output.name)
    kind, subtype = _TYPES.get(path.suffix, ("application", "octet-stream"))
    message.add_attachment(output.data, maintype=kind, subtype=subtype, filename=path.name)


def _boundary(body: str, attached: Iterable[Output]) -> str:
    """A line that stands in none of the parts, the same for the same letter."""
    digest = hashlib.sha256(body.encode())
    for output in attached:
        digest.update(output.data)
    return f"=_boardpack_{digest.hexdigest()[:32]}"
