"""Reads an e-mail address as it stands in a settings file."""

import re
from dataclasses import dataclass
from email.utils import formataddr

from boardpack.errors import BadAddress

_ATOM = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+"
_NAMED = re.compile(
    rf'"?(?P<name>[^<>"]*?)"?\s*<(?P<address>{_ATOM}@{_ATOM})>|(?P<alone>{_ATOM}@{_ATOM})'
)
"""`Board <board@council.gov.uk>`, the name in quotation marks or not, or the address alone."""
_WIDE_ATOM = _ATOM.replace("A-Za-z0-9", "A-Za-z0-9\x80-\U0010ffff")
_WIDE = re.compile(_NAMED.pattern.replace(_ATOM, _WIDE_ATOM))
"""The same with letters beyond ASCII, which few servers take."""
_ENCODED = "=?"
"""What begins an encoded word: a mail program would show another name than the one that is written."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address, and the name before it, which may be empty."""

    name: str
    address: str

    def __str__(self) -> str:
        """As a mail program writes it."""
        # Of a name with letters beyond ASCII `formataddr` leaves a comma or a bracket unquoted, and
        # what stands before a comma would be a recipient.
        if self.address.isascii() and self.name.isascii():
            return formataddr((self.name, self.address))
        quoted = self.name.replace("\\", r"\\").replace('"', r"\"")
        return f'"{quoted}" <{self.address}>' if self.name else self.address


def parse_address(text: str, where: str = "[mail]", *, wide: bool = False) -> Address:
    """An address with or without a name; `wide` allows letters beyond ASCII in the address."""
    match = (_WIDE if wide else _NAMED).fullmatch(text.strip())
    if match is None or not text.isprintable() or _ENCODED in text:
        raise BadAddress(text, where)
    return Address((match["name"] or "").strip(), match["address"] or match["alone"])
