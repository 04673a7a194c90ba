"""What the file says of itself in XMP (ISO 16684-1), and to which standards it claims to conform."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from boardpack.document.blocks import Document
from boardpack.renderers.pdf.conformance import Claim

_PACKET = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
{claims}</rdf:Description>
{schemas}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""

_CLAIMS: dict[Claim, str] = {
    "PDF/UA-1": "<pdfuaid:part>1</pdfuaid:part>\n",
    "PDF/A-2a": "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n",
}

# PDF/A wants to be told of every property that it does not know itself (ISO 19005-2, 6.6.2.3.3).
_SCHEMAS = """<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


CREATOR = "boardpack"
PRODUCER = "ReportLab, pikepdf"


def subject_of(document: Document) -> str:
    """What the document is about: the board and its date."""
    return f"{document.board}, {document.date}"


def description(document: Document, claims: Iterable[Claim]) -> bytes:
    """The XMP packet of a document, with the standards that it claims to conform to."""
    return _PACKET.format(
        title=escape(document.title),
        author=escape(document.author),
        subject=escape(subject_of(document)),
        language=escape(document.language),
        creator=CREATOR,
        producer=PRODUCER,
        claims="".join(_CLAIMS[claim] for claim in claims),
        schemas=_SCHEMAS,
    ).encode()


def without_archiving(packet: bytes) -> bytes:
    """The XMP packet without the claim to be PDF/A, which no locked file can be."""
    return packet.replace(_CLAIMS["PDF/A-2a"].encode(), b"")
