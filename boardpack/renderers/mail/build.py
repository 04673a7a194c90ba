"""A letter and its attachments to a draft that Outlook and other programs open ready to send."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr
from pathlib import PurePosixPath

from boardpack.document.pack import Letter
from boardpack.errors import BadAddress, UnknownAttachment
from boardpack.renderers.interface import Output

_TYPES = {
    ".pdf": ("application", "pdf"),
    ".pptx": ("application", "vnd.openxmlformats-officedocument.presentationml.presentation"),
    ".xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".html": ("text", "html"),
}
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")
_ATOM = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+"
_NAMED = re.compile(
    rf'"?(?P<name>[^<>"]*?)"?\s*<(?P<address>{_ATOM}@{_ATOM})>|(?P<alone>{_ATOM}@{_ATOM})'
)
"""`Board <board@council.gov.uk>`, the name in quotation marks or not, or the address alone."""


def render(letter: Letter, outputs: Sequence[Output]) -> Output:
    """The draft as a file. `X-Unsent` makes it a draft; it bears no date, for it was not sent.

    An attachment that is not among the outputs raises UnknownAttachment, an address that is none
    BadAddress.
    """
    message = EmailMessage(policy=SMTP)
    for name, value in _headers(letter):
        message[name] = value
    message.set_content(letter.body, charset="utf-8", cte="quoted-printable")
    known = {output.name: output for output in outputs}
    for name in letter.attach:
        if name not in known:
            raise UnknownAttachment(letter.name, name, known)
        _attach(message, known[name])
    if letter.attach:
        message.set_boundary(_boundary(letter, [known[name] for name in letter.attach]))
    return Output(f"mail/{letter.name}.eml", message.as_bytes())


def _headers(letter: Letter) -> Iterable[tuple[str, str]]:
    """The headers that have something in them; what stands in a subject cannot begin another."""
    yield "X-Unsent", "1"
    if letter.sender:
        yield "From", _address(letter.sender)
    if letter.to:
        yield "To", ", ".join(_address(address) for address in letter.to)
    if letter.cc:
        yield "Cc", ", ".join(_address(address) for address in letter.cc)
    yield "Subject", _CONTROLS.sub(" ", letter.subject).strip()


def _address(text: str) -> str:
    """An address with or without a name before it, as a mail program writes it."""
    match = _NAMED.fullmatch(text.strip())
    if match is None or not text.isprintable():
        raise BadAddress(text)
    return formataddr((match["name"] or "", match["address"] or match["alone"]))


def _attach(message: EmailMessage, output: Output) -> None:
    path = PurePosixPath(output.name)
    kind, subtype = _TYPES.get(path.suffix, ("application", "octet-stream"))
    message.add_attachment(output.data, maintype=kind, subtype=subtype, filename=path.name)


def _boundary(letter: Letter, attached: Iterable[Output]) -> str:
    """A line that stands in none of the parts, the same for the same letter."""
    digest = hashlib.sha256(letter.body.encode())
    for output in attached:
        digest.update(output.data)
    return f"=_boardpack_{digest.hexdigest()[:32]}"
