"""The second half of a file: papers are put in, what ReportLab leaves out is added, all is packed.

Conformance is to ISO 14289-1 (PDF/UA-1) and ISO 19005-2, level A (PDF/A-2a).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from boardpack.document.blocks import Document
from boardpack.renderers.pdf.conformance import Claim, claims_of
from boardpack.renderers.pdf.metadata import CREATOR, PRODUCER, description, subject_of
from boardpack.renderers.pdf.paging import Page
from boardpack.renderers.pdf.papers import place_papers

_PAIR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
_MOST_PAIRS = 100
"""A CMap lists at most so many characters in one go (ISO 32000-1, 9.7.5.4)."""


def finished(
    data: bytes, document: Document, pages: Sequence[Page]
) -> tuple[bytes, tuple[Claim, ...]]:
    """The file with its papers and its description, and what it may claim to conform to.

    The bytes are the same for the same pages and papers.
    """
    with pikepdf.open(BytesIO(data)) as pack:
        for place, page in enumerate(pack.pages):
            page.obj.StructParents = place
            page.obj.Tabs = Name.S
        for cmap in _character_maps(pack):
            cmap.write(_only_used(cmap.read_bytes()))
        place_papers(pack, pages)
        pack.Root.PageLabels = _page_labels(pages, document.numbering.prefix)
        _describe(pack, document)

        def saved(claims: Sequence[Claim]) -> bytes:
            pack.Root.Metadata = pack.make_stream(
                description(document, claims), Type=Name.Metadata, Subtype=Name.XML
            )
            return _saved(pack)

        # No validator sees that a paper without a structure reads as one long paragraph a page.
        papers = [page.sheet.paper for page in pages if page.sheet]
        all_tagged = all(paper.tagged for paper in papers)
        return claims_of(saved, may_claim=all_tagged, has_papers=bool(papers))


def _saved(pack: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pack.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        recompress_flate=True,
    )
    return out.getvalue()


def _page_labels(pages: Sequence[Page], begin: str) -> pikepdf.Object:
    """What a reader's program calls each page: its number, or `3.12` for the twelfth of item 3."""
    listed = Array()
    expected: tuple[str, int] | None = None
    for place, page in enumerate(pages):
        own, number = (f"{page.label[0]}.", page.label[1]) if page.label else ("", place + 1)
        prefix = begin + own
        if (prefix, number) != expected:
            label = Dictionary(S=Name.D, St=number)
            if prefix:
                label.P = String(prefix)
            listed.append(place)
            listed.append(label)
        expected = prefix, number + 1
    return Dictionary(Nums=listed)


def _describe(pack: pikepdf.Pdf, document: Document) -> None:
    """Say in the file what it is, and how its colours are meant."""
    told = Dictionary(
        Title=String(document.title),
        Author=String(document.author),
        Subject=String(subject_of(document)),
        Creator=String(CREATOR),
        Producer=String(PRODUCER),
    )
    pack.trailer.Info = pack.make_indirect(told)
    profile = pack.make_stream(_srgb(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pack.Root.OutputIntents = Array([intent])


@cache
def _srgb() -> bytes:
    """The colour profile of sRGB, without the moment at which it was made."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07D00001000100000000 0000")
    profile[84:100] = bytes(16)
    return bytes(profile)


def _character_maps(pack: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The maps from the codes of each font to the characters that a reader copies or hears."""
    fonts = pack.pages[0].obj.Resources.Font if pack.pages else Dictionary()
    for font in fonts.values():
        if "/ToUnicode" in font:
            yield font.ToUnicode


def _only_used(cmap: bytes) -> bytes:
    """The map without the codes that stand for nothing, which ReportLab maps to U+0000.

    Characters are in UTF-16, as they have to be; ReportLab writes the number of each.
    """
    found = ((code, int(number, 16)) for code, number in _PAIR.findall(cmap))
    pairs = [
        b"<%s> <%s>" % (code, chr(number).encode("utf-16-be").hex().upper().encode())
        for code, number in found
        if number
    ]
    head, _, rest = cmap.partition(b"endcodespacerange\n")
    tail = rest.partition(b"endbfchar\n")[2]
    parts = [pairs[at : at + _MOST_PAIRS] for at in range(0, len(pairs), _MOST_PAIRS)]
    listed = b"".join(
        b"%d beginbfchar\n%s\nendbfchar\n" % (len(part), b"\n".join(part)) for part in parts
    )
    return head + b"endcodespacerange\n" + listed + tail
