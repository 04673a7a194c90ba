"""What stands on a page: whether it paints, whether it has words, and its code put in order."""

import warnings
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

import pikepdf

from boardpack.read.papers.opening import ODDITIES
from boardpack.read.papers.resources import entries

_CHUNK = 64
_PARSED = 2_000_000
"""Longer code is taken as it is: it paints, and looking into it would take too long."""
_SHOWS = {"Tj", "TJ", "'", '"'}
_PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"}
_PAIRS = {"q": "Q", "BT": "ET", "BMC": "EMC", "BDC": "EMC"}
_ENDS = set(_PAIRS.values())
_LOOKED_AT = " ".join([*_SHOWS, *_PAINTS, *_PAIRS, *sorted(_ENDS), "Do"])


@dataclass(slots=True)
class Content:
    """What the code of a page does, and its code where that has to be another."""

    whole: bool = True
    """Whether all of it could be read."""
    paints: bool = False
    words: bool = False
    drawn: set[str] = field(default_factory=set)
    """The names of the pictures and forms that it draws."""
    mended: bytes | None = None


def content_of(pdf: pikepdf.Pdf, page: pikepdf.Dictionary) -> Content:
    """The code of a page, decoded as far as it can be, closed where it was left open."""
    data, whole = _code(page)
    content = Content(whole)
    # Code in several pieces is put together: among them may be what is no code at all.
    as_it_stands = whole and isinstance(page.get("/Contents"), pikepdf.Stream)
    if len(data) > _PARSED:
        content.paints = content.words = True
        content.mended = None if as_it_stands else data
        return content
    pdf.get_warnings()  # what was told before is not of this page
    stream = pdf.make_stream(data)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        left_open = _look(stream, content)
        understood = not told and not pdf.get_warnings()
        if left_open is None or not understood:
            content.mended = _mended(stream)
    if content.mended is None and (left_open or not as_it_stands):
        content.mended = b"\n".join([data, *(end.encode() for end in left_open or ())])
    content.whole = whole and understood
    return content


def _code(page: pikepdf.Dictionary) -> tuple[bytes, bool]:
    """All code of a page, and whether nothing of it is missing."""
    told = page.get("/Contents")
    if told is None:
        # A page that names fonts or pictures and has no code has lost it; another is blank.
        return b"", not any(True for kind in ("/Font", "/XObject") for _ in entries(page, kind))
    parts = list(told) if isinstance(told, pikepdf.Array) else [told]
    streams = [part for part in parts if isinstance(part, pikepdf.Stream)]
    read = [decoded(stream) for stream in streams]
    whole = bool(streams or not parts) and all(complete for _, complete in read)
    return b"\n".join(data for data, _ in read), whole


def decoded(stream: pikepdf.Stream) -> tuple[bytes, bool]:
    """What a stream holds, as far as it can be unpacked, and whether that is all."""
    try:
        return stream.read_bytes(), True
    except ODDITIES:
        pass
    try:
        raw = stream.read_raw_bytes()
        if stream.get("/Filter") not in {pikepdf.Name.FlateDecode, pikepdf.Name.Fl}:
            return b"", False
    except ODDITIES:
        return b"", False
    return _unpacked(raw), False


def _unpacked(raw: bytes) -> bytes:
    """The start of damaged data: a little at a time, so that all before the damage is kept."""
    unpacker = zlib.decompressobj()
    found = bytearray()
    for place in range(0, len(raw), _CHUNK):
        try:
            found += unpacker.decompress(raw[place : place + _CHUNK], _PARSED)
        except zlib.error:
            break
        if len(found) > _PARSED:
            break
    return bytes(found)


def _look(stream: pikepdf.Stream, content: Content) -> list[str] | None:
    """What has to be closed at the end, the last first; None where something closes unopened."""
    still_open: list[str] = []
    sound = True
    for instruction in pikepdf.parse_content_stream(stream, _LOOKED_AT):
        name, operands = str(instruction.operator), instruction.operands
        if name in _PAIRS:
            still_open.append(_PAIRS[name])
        elif name in _ENDS:
            sound = sound and bool(still_open) and still_open.pop() == name
        elif name == "Do":
            content.paints = True
            content.drawn.update(str(operand) for operand in operands)
        elif name in _PAINTS:
            content.paints = True
        elif _says_something(operands):
            content.paints = content.words = True
    return still_open[::-1] if sound else None


def _says_something(operands: Iterable[object]) -> bool:
    """Whether a text is more than spaces."""
    for operand in operands:
        if isinstance(operand, pikepdf.String) and bytes(operand).strip():
            return True
        if isinstance(operand, pikepdf.Array) and _says_something(operand):
            return True
    return False


def _mended(stream: pikepdf.Stream) -> bytes:
    """The code with every part that opens closed, and nothing closed that was not open."""
    kept = []
    still_open: list[str] = []
    for instruction in pikepdf.parse_content_stream(stream):
        name = str(instruction.operator)
        if name in _PAIRS:
            still_open.append(_PAIRS[name])
        elif name in _ENDS:
            if name not in still_open:
                continue
            if still_open[-1] != name:  # EMC after ET, say: each takes the one that fits
                place = len(still_open) - 1 - still_open[::-1].index(name)
                del still_open[place]
            else:
                still_open.pop()
        kept.append(instruction)
    code = pikepdf.unparse_content_stream(kept)
    return code + b"\n" + b" ".join(end.encode() for end in still_open[::-1])
