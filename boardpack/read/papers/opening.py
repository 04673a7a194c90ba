"""Opening a paper, whatever it is: a PDF, or why there is none."""

import logging
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import settings

from boardpack.findings import Finding, FindingKind
from boardpack.model.board import Secret
from boardpack.model.source import Source
from boardpack.read.papers.faults import BEYOND_REPAIR, NO_PASSWORD, NOT_A_PDF, WRONG_PASSWORD

MEGABYTE = 1_000_000
_LARGEST = 400 * MEGABYTE
_DECODED = 256 * MEGABYTE
"""The most that one stream may become when it is unpacked: a small file can hold a huge one."""
_ENDS = 65_536
ODDITIES = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    pikepdf.PikepdfError,
    zlib.error,
)
"""What reading a damaged file can raise: nothing in it has to be of the type that it should be."""

COPY = "Copy it again from where it is kept, or export it as PDF again"
PRINT = "Open it, print it to PDF, and put that file in its place"
_REALLY: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"\xd0\xcf\x11\xe0", "a document of an old Word, Excel or Outlook"),
    (b"{\\rtf", "a Word document (RTF)"),
)
_IN_ZIP = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"opendocument", "an OpenDocument file"),
)

# What is wrong with a paper is told by findings, not on the terminal.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())
settings.set_qpdf_limits(flate_max_memory=_DECODED, run_length_max_memory=_DECODED)


class Unusable(Exception):
    """A paper that cannot be appended: why, as the end of a sentence, and what is told of it."""

    def __init__(self, why: str, kind: FindingKind = BEYOND_REPAIR, **facts: str) -> None:
        super().__init__(why)
        self.why = why
        self.kind = kind
        self.facts = {"why": why, "remedy": COPY, **facts}

    def finding(self, source: Source) -> Finding:
        """What is told of the paper."""
        facts: dict[str, Any] = {**self.facts}
        return self.kind.at(source, **facts)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open paper, and what was needed to open it."""

    pdf: pikepdf.Pdf
    password: Secret | None
    warnings: tuple[str, ...]

    @property
    def repaired(self) -> bool:
        """Whether the file had to be put together again."""
        return any("file is damaged" in warning for warning in self.warnings)


def opened(path: Path, passwords: Iterable[Secret]) -> Opened:
    """The paper, open; Unusable where it cannot be opened."""
    size = path.stat().st_size
    if size > _LARGEST:
        raise Unusable(
            f"it has {size // MEGABYTE} megabytes", remedy="Save it with smaller pictures"
        )
    given = tuple(passwords)
    for secret in (None, *given):
        for text in _spellings(secret):
            try:
                pdf = pikepdf.open(path, password=text)
            except pikepdf.PasswordError:
                continue
            except ODDITIES as fault:
                raise _unusable(path, str(fault)) from None
            return _complete(path, text, Opened(pdf, secret, tuple(pdf.get_warnings())))
    if given:
        raise Unusable("the password that is given does not open it", WRONG_PASSWORD)
    raise Unusable("it is protected with a password", NO_PASSWORD)


def _complete(path: Path, password: str | bytes, paper: Opened) -> Opened:
    """The paper with its last part, which is passed over where a file ends right behind it."""
    if not any("EOF after endobj" in warning for warning in paper.warnings):
        return paper
    paper.pdf.close()
    pdf = pikepdf.open(BytesIO(path.read_bytes() + b"\n%%EOF\n"), password=password)
    return Opened(pdf, paper.password, tuple(pdf.get_warnings()))


def _spellings(secret: Secret | None) -> tuple[str | bytes, ...]:
    """A password as old and new files take it: they differ where it has letters such as é."""
    text = secret.value if secret else ""
    if text.isascii():
        return (text,)
    return (text, text.encode("latin-1", errors="replace"))


def _unusable(path: Path, fault: str) -> Unusable:
    what = _really(path)
    if what is not None:
        comma = "," if "," in what else ""
        return Unusable(f"the file is {what}{comma} and not a PDF", NOT_A_PDF, what=what)
    if "unsupported encryption" in fault:
        return Unusable("it is protected with a certificate, which no password opens", remedy=PRINT)
    if "Loop detected" in fault:
        return Unusable("its list of pages goes round in a circle")
    if "deeply nested" in fault:
        return Unusable("its list of pages is tangled", remedy=PRINT)
    return Unusable("the file is damaged, or was cut off, beyond repair")


def _really(path: Path) -> str | None:
    """What a file is that is no PDF; None where it is one, or meant to be."""
    with path.open("rb") as file:
        start = file.read(_ENDS)
        file.seek(max(0, path.stat().st_size - _ENDS))
        end = file.read(_ENDS)
    if not start.strip(b"\0\t\n\r \xef\xbb\xbf"):
        return "empty"
    if start.startswith(b"PK\x03\x04"):
        held = start + end
        return next((what for mark, what in _IN_ZIP if mark in held), "a compressed folder (ZIP)")
    for mark, what in _REALLY:
        if start.startswith(mark):
            return what
    if b"%PDF-" in start:
        return None
    words = start[:2000].lower()
    if b"<html" in words or b"<!doctype html" in words:
        return "a web page, perhaps one that asks to log in"
    if b"\nsubject:" in words or words.startswith((b"received:", b"from:", b"subject:")):
        return "an e-mail"
    return "text" if start.isascii() and b"\0" not in start else "a file of another kind"
