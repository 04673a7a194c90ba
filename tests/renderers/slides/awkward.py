"""Decks as councils really have them: odd, old, half lost. Each is the change of a sound one."""

import io
import re
from collections.abc import Callable
from typing import Any

from PIL import Image
from pptx.util import Inches, Mm

from boardpack.renderers.slides.package import unzipped, zipped
from boardpack.renderers.slides.xml import NAMESPACES
from tests.renderers.slides.decks import ROOT, text_box
from tests.renderers.slides.odd import (
    DECK,
    LINKS,
    MASTER,
    SLIDE,
    TYPES,
    Change,
    Members,
    built,
    changed,
    drop,
    encoded,
    link,
    put,
    raw,
    rename,
    shape,
    sound,
    swap,
)

_P14 = NAMESPACES["p14"]
_PLAIN = 'xmlns:p="{p}" xmlns:a="{a}" xmlns:r="{r}" xmlns:mc="{mc}"'.format(**NAMESPACES)
_TYPE = "application/vnd.openxmlformats-officedocument"
_BOX = (
    '<p:spPr><a:xfrm><a:off x="1000000" y="4000000"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
)


def _many(deck: Any) -> None:
    for number in range(198):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text_frame.text = f"Slide of {number}"


def _untitled(deck: Any) -> None:
    for _ in range(2):
        text_box(deck.slides.add_slide(deck.slide_layouts[6]), "A section", "of a pack")


def _blank(deck: Any) -> None:
    deck.slides.add_slide(deck.slide_layouts[6])
    deck.slides.add_slide(deck.slide_layouts[1])


def _portrait(deck: Any) -> None:
    deck.slide_width, deck.slide_height = Mm(210), Mm(297)


def _hide(deck: Any) -> None:
    deck.slides[1]._element.set("show", "0")


def _huge(deck: Any) -> None:
    picture = io.BytesIO()
    Image.effect_noise((3000, 2000), 90).save(picture, "PNG")
    deck.slides[1].shapes.add_picture(picture, 0, 0, Inches(10))


def _grouped(deck: Any) -> None:
    group = deck.slides[1].shapes.add_group_shape()
    group.shapes.add_textbox(0, 0, Inches(2), Inches(1)).text_frame.text = "In a group"


def _two_masters(members: Members) -> None:
    """A second master with one layout, of the same name as one of the first."""
    layout = "ppt/slideLayouts/slideLayout99.xml"
    members[layout] = members["ppt/slideLayouts/slideLayout6.xml"]
    master = members[MASTER].decode()
    one = '<p:sldLayoutIdLst><p:sldLayoutId id="2147490001" r:id="rId1"/></p:sldLayoutIdLst>'
    master = re.sub(r"<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>", one, master, flags=re.DOTALL)
    members["ppt/slideMasters/slideMaster2.xml"] = master.encode()
    members["ppt/theme/theme9.xml"] = members["ppt/theme/theme1.xml"]
    empty = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        "</Relationships>"
    )
    for part, links in {
        "slideMasters/_rels/slideMaster2.xml": (
            ("rId1", "slideLayout", "/ppt/slideLayouts/slideLayout99.xml"),
            ("rId2", "theme", "/ppt/theme/theme9.xml"),
        ),
        "slideLayouts/_rels/slideLayout99.xml": (
            ("rId1", "slideMaster", "/ppt/slideMasters/slideMaster2.xml"),
        ),
    }.items():
        members[f"ppt/{part}.rels"] = empty.encode()
        for rid, kind, target in links:
            link(f"ppt/{part}.rels", rid, kind, target)(members)
    for part, kind in (
        ("slideMasters/slideMaster2.xml", f"{_TYPE}.presentationml.slideMaster+xml"),
        ("slideLayouts/slideLayout99.xml", f"{_TYPE}.presentationml.slideLayout+xml"),
        ("theme/theme9.xml", f"{_TYPE}.theme+xml"),
    ):
        put(f"ppt/{part}", members[f"ppt/{part}"], kind)(members)
    link(
        "ppt/_rels/presentation.xml.rels", "rId90", "slideMaster", "slideMasters/slideMaster2.xml"
    )(members)
    entry = '<p:sldMasterId id="2147490000" r:id="rId90"/></p:sldMasterIdLst>'
    swap(DECK, "</p:sldMasterIdLst>", entry)(members)
    swap(LINKS.replace("slide1", "slide2"), "slideLayout6", "slideLayout99")(members)


def sections(*numbers: str) -> Change:
    entries = "".join(f'<p14:sldId id="{number}"/>' for number in numbers)
    return swap(
        DECK,
        "</p:presentation>",
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        f'<p14:sectionLst xmlns:p14="{_P14}"><p14:section name="All" '
        'id="{6A3B5C10-1234-4321-8888-0123456789AB}"><p14:sldIdLst>'
        f"{entries}</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>",
    )


_FONT = (ROOT / "boardpack/fonts/OpenSans-Regular.ttf").read_bytes()
_SHOW = (
    '<p:custShowLst><p:custShow name="Short" id="0"><p:sldLst><p:sld r:id="{}"/></p:sldLst>'
    "</p:custShow></p:custShowLst>"
)
_COMMENTS = f'<p:cmLst {_PLAIN}><p:cm authorId="0" dt="2020-01-01T00:00:00.000" idx="1"><p:pos x="1" y="1"/><p:text>x</p:text></p:cm></p:cmLst>'
_AUTHORS = f'<p:cmAuthorLst {_PLAIN}><p:cmAuthor id="0" name="A" initials="A" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>'
_MODERN = '<p188:cmLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"></p188:cmLst>'
_CHOICE = (
    '<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice xmlns:p14="{p14}" Requires="p14"><p:sp><p:nvSpPr>'
    '<p:cNvPr id="70" name="Modern"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>{box}<p:txBody><a:bodyPr/><a:p>'
    "<a:r><a:t>New {{{{ board.date }}}}</a:t></a:r></a:p></p:txBody></p:sp></mc:Choice><mc:Fallback><p:sp>"
    '<p:nvSpPr><p:cNvPr id="70" name="Modern"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>{box}<p:txBody><a:bodyPr/>'
    "<a:p><a:r><a:t>Old</a:t></a:r></a:p></p:txBody></p:sp></mc:Fallback></mc:AlternateContent>"
).format(box=_BOX, **NAMESPACES)
_DIAGRAM = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="71" name="Diagram 5"/><p:cNvGraphicFramePr/><p:nvPr/>'
    '</p:nvGraphicFramePr><p:xfrm><a:off x="100" y="100"/><a:ext cx="900" cy="900"/></p:xfrm><a:graphic>'
    '<a:graphicData uri="{dgm}"><dgm:relIds xmlns:dgm="{dgm}" r:dm="rId71" r:lo="rId72" r:qs="rId73" '
    'r:cs="rId74"/></a:graphicData></a:graphic></p:graphicFrame>'
).format(**NAMESPACES)
_OLE = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="72" name="Object 6"/><p:cNvGraphicFramePr/><p:nvPr/>'
    '</p:nvGraphicFramePr><p:xfrm><a:off x="100" y="100"/><a:ext cx="900" cy="900"/></p:xfrm><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole"><p:oleObj name="W" '
    'r:id="rId75" imgW="10" imgH="10" progId="Word.Document.12"><p:embed/></p:oleObj></a:graphicData>'
    "</a:graphic></p:graphicFrame>"
)
_VIDEO = (
    '<p:pic><p:nvPicPr><p:cNvPr id="73" name="Film"/><p:cNvPicPr/><p:nvPr><a:videoFile r:link="rId76"/>'
    f'</p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="rId3"/><a:stretch/></p:blipFill>{_BOX}</p:pic>'
)
_INK = (
    '<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice xmlns:p14="{p14}" Requires="p14"><p:contentPart '
    'r:id="rId77"><p14:nvContentPartPr><p14:cNvPr id="74" name="Ink 1"/><p14:cNvContentPartPr/><p14:nvPr/>'
    '</p14:nvContentPartPr><p14:xfrm><a:off x="1" y="1"/><a:ext cx="9" cy="9"/></p14:xfrm></p:contentPart>'
    '</mc:Choice><mc:Fallback><p:pic><p:nvPicPr><p:cNvPr id="74" name="Ink 1"/><p:cNvPicPr/><p:nvPr/>'
    '</p:nvPicPr><p:blipFill><a:blip r:embed="rId3"/><a:stretch/></p:blipFill>{box}</p:pic></mc:Fallback>'
    "</mc:AlternateContent>"
).format(box=_BOX, **NAMESPACES)
_DATA = (
    '<dgm:dataModel xmlns:dgm="{dgm}" xmlns:a="{a}"><dgm:ptLst><dgm:pt modelId="1"><dgm:prSet/><dgm:spPr/>'
    "<dgm:t><a:bodyPr/><a:p><a:r><a:t>Plan, do, check</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"
    "<dgm:cxnLst/><dgm:bg/><dgm:whole/></dgm:dataModel>"
).format(**NAMESPACES)
_LAYOUT = f'<dgm:layoutDef xmlns:dgm="{NAMESPACES["dgm"]}"><dgm:layoutNode/></dgm:layoutDef>'
_STYLE = f'<dgm:styleDef xmlns:dgm="{NAMESPACES["dgm"]}" {_PLAIN}><dgm:styleLbl name="node1"><dgm:style><a:lnRef idx="0"/><a:fillRef idx="0"/><a:effectRef idx="0"/><a:fontRef idx="minor"/></dgm:style></dgm:styleLbl></dgm:styleDef>'
_COLOURS = f'<dgm:colorsDef xmlns:dgm="{NAMESPACES["dgm"]}"/>'
_DRAWING = f"{_TYPE}.drawingml"
_NAMED = (
    '<p:extLst><p:ext uri="{6950BFC3-D8DA-4A85-94F7-54DA5524770B}"><p188:commentRel xmlns:p188='
    '"http://schemas.microsoft.com/office/powerpoint/2018/8/main" r:id="rId80"/></p:ext></p:extLst></p:sld>'
)
SMARTART = (
    put("ppt/diagrams/data1.xml", _DATA.encode(), f"{_DRAWING}.diagramData+xml"),
    put("ppt/diagrams/layout1.xml", _LAYOUT.encode(), f"{_DRAWING}.diagramLayout+xml"),
    put("ppt/diagrams/quickStyle1.xml", _STYLE.encode(), f"{_DRAWING}.diagramStyle+xml"),
    put("ppt/diagrams/colors1.xml", _COLOURS.encode(), f"{_DRAWING}.diagramColors+xml"),
    link(LINKS, "rId71", "diagramData", "../diagrams/data1.xml"),
    link(LINKS, "rId72", "diagramLayout", "../diagrams/layout1.xml"),
    link(LINKS, "rId73", "diagramQuickStyle", "../diagrams/quickStyle1.xml"),
    link(LINKS, "rId74", "diagramColors", "../diagrams/colors1.xml"),
    shape(_DIAGRAM),
)
OLE = (
    put("ppt/embeddings/word1.docx", zipped({"a": b""}), f"{_TYPE}.wordprocessingml.document"),
    link(LINKS, "rId75", "package", "../embeddings/word1.docx"),
    shape(_OLE),
)
VIDEO = (
    put("ppt/media/film.mp4", b"film", "video/mp4"),
    link(LINKS, "rId76", "video", "../media/film.mp4"),
    shape(_VIDEO),
)
TAGS = (
    put(
        "ppt/tags/tag1.xml",
        f'<p:tagLst {_PLAIN}><p:tag name="A" val="b"/></p:tagLst>'.encode(),
        f"{_TYPE}.presentationml.tags+xml",
    ),
    link(LINKS, "rId78", "tags", "../tags/tag1.xml"),
    swap(SLIDE, "</p:cSld>", '<p:custDataLst><p:tags r:id="rId78"/></p:custDataLst></p:cSld>'),
)
COMMENTS = (
    put("ppt/comments/comment1.xml", _COMMENTS.encode(), f"{_TYPE}.presentationml.comments+xml"),
    put("ppt/commentAuthors.xml", _AUTHORS.encode(), f"{_TYPE}.presentationml.commentAuthors+xml"),
    link("ppt/_rels/presentation.xml.rels", "rId91", "commentAuthors", "commentAuthors.xml"),
    link(LINKS, "rId79", "comments", "../comments/comment1.xml"),
)
MODERN = (
    put(
        "ppt/comments/modernComment_1.xml",
        _MODERN.encode(),
        "application/vnd.ms-powerpoint.comments+xml",
    ),
    link(
        LINKS,
        "rId80",
        "http://schemas.microsoft.com/office/2018/10/relationships/comments",
        "../comments/modernComment_1.xml",
    ),
    swap(SLIDE, "</p:sld>", _NAMED),
)
SHOW = (
    swap(
        DECK,
        r'(<p:sldId id="256" r:id="([^"]+)"/>.*?<p:notesSz [^>]*/>)',
        r"\1" + _SHOW.format(r"\2"),
    ),
)
_PNG = "ppt/media/image1.png"

WORKS: dict[str, Callable[[], bytes]] = {
    "sound": sound,
    "no docProps": changed(drop("docProps/.*"), swap("_rels/.rels", r"<Relationship [^>]*docProps[^>]*/>", "", 0)),
    "core.xml gone but typed": changed(drop("docProps/core.xml")),
    "core.xml damaged": changed(put("docProps/core.xml", b"<cp")),
    "app.xml empty": changed(put("docProps/app.xml", b"")),
    "package relationships gone": changed(drop("_rels/.rels")),
    "picture gone": changed(drop(_PNG)),
    "picture of a named place gone": changed(drop(_PNG), swap(SLIDE, 'name="Picture 3"', 'name="logo: x"')),
    "chart gone": changed(drop(r"ppt/charts/chart.*\.xml")),
    "workbook of a chart gone": changed(drop(r"ppt/embeddings/.*\.xlsx")),
    "notes gone": changed(drop(r"ppt/notesSlides/notesSlide1\.xml")),
    "theme gone": changed(drop(r"ppt/theme/theme1\.xml")),
    "theme of the notes gone": changed(drop(r"ppt/theme/theme2\.xml")),
    "notes master gone": changed(drop(r"ppt/notesMasters/.*")),
    "printer settings gone": changed(drop(r"ppt/printerSettings/.*")),
    "custom XML gone": changed(link("ppt/_rels/presentation.xml.rels", "rId92", "customXml", "../customXml/item1.xml")),
    "layout of a slide gone": changed(drop(r"ppt/slideLayouts/(_rels/)?slideLayout6\.xml(\.rels)?")),
    "tags gone": changed(*TAGS, drop("ppt/tags/tag1.xml")),
    "a slide gone": changed(drop("ppt/slides/slide1.xml")),
    "relationships of a slide gone": changed(drop(LINKS)),
    "relationships of a layout gone": changed(drop(r"ppt/slideLayouts/_rels/slideLayout6\.xml\.rels")),
    "relationships of the master gone": changed(drop(r"ppt/slideMasters/_rels/.*")),
    "relationships of the notes gone": changed(drop(r"ppt/notesSlides/_rels/.*")),
    "relationships without a part": changed(put("ppt/slides/_rels/slide9.xml.rels", b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>')),
    "r:id without a relationship": changed(shape(_OLE)),
    "link without a relationship": changed(swap(SLIDE, r'(<a:hlinkClick [^>]*r:id=")[^"]+', r"\1rId55")),
    "relationship twice": changed(swap(LINKS, r"(<Relationship [^>]*/>)", r"\1\1")),
    "type of a slide gone": changed(swap(TYPES, r'<Override PartName="/ppt/slides/slide1.xml"[^>]*/>', "")),
    "type of a slide wrong": changed(swap(TYPES, r'(PartName="/ppt/slides/slide1.xml" ContentType=")[^"]*', r"\1application/xml")),
    "type of png gone": changed(swap(TYPES, r'<Default Extension="png"[^>]*/>', "")),
    "type of png wrong": changed(swap(TYPES, r'(Extension="png" ContentType=")[^"]*', r"\1application/octet-stream")),
    "type of a part that is not there": changed(swap(TYPES, "</Types>", f'<Override PartName="/ppt/slides/slide77.xml" ContentType="{_TYPE}.presentationml.slide+xml"/></Types>')),
    "absolute targets": changed(swap(LINKS, r'Target="\.\./', 'Target="/ppt/', 0)),
    "target with backslashes": changed(swap(LINKS, r'Target="\.\./media/', r'Target="..\\\\media\\\\')),
    "member with backslashes": changed(rename(_PNG, "ppt\\media\\image1.png")),
    "space written %20": changed(rename(_PNG, "ppt/media/my image.png"), swap(LINKS, "image1.png", "my%20image.png")),
    "name in other case": changed(rename(_PNG, "ppt/media/Image1.PNG")),
    "member twice": raw((SLIDE, unzipped(sound())[SLIDE])),
    "folders in the zip": raw(("ppt/", b""), ("ppt/slides/", b"")),
    "show (.ppsx)": changed(swap(TYPES, r"presentation\.main\+xml", "slideshow.main+xml")),
    "template (.potx)": changed(swap(TYPES, r"presentation\.main\+xml", "template.main+xml")),
    "two masters with the same layout names": changed(_two_masters),
    "embedded fonts": changed(
        put("ppt/fonts/font1.fntdata", _FONT, "application/x-fontdata"),
        link("ppt/_rels/presentation.xml.rels", "rId93", "font", "fonts/font1.fntdata"),
        swap(DECK, r"(<p:notesSz [^>]*/>)", r'\1<p:embeddedFontLst><p:embeddedFont><p:font typeface="X"/><p:regular r:id="rId93"/></p:embeddedFont></p:embeddedFontLst>'),
    ),
    "comments": changed(*COMMENTS),
    "modern comments": changed(*MODERN),
    "sections": changed(sections("256", "257")),
    "sections that name others": changed(sections("256", "999")),
    "custom show": changed(*SHOW),
    "SmartArt": changed(*SMARTART),
    "embedded Word document": changed(*OLE),
    "video": changed(*VIDEO),
    "ink": changed(put("ppt/ink/ink1.xml", b'<ink xmlns="http://www.w3.org/2003/InkML"/>', "application/inkml+xml"), link(LINKS, "rId77", "customXml", "../ink/ink1.xml"), shape(_INK)),
    "shapes of newer versions": changed(shape(_CHOICE)),
    "200 slides": built(_many),
    "huge picture": built(_huge),
    "A4 portrait": built(_portrait),
    "hidden slide": built(_hide),
    "slides without titles": built(_untitled),
    "blank and unfilled slides": built(_blank),
    "text in a group": built(_grouped),
    "shape numbers twice": changed(swap(SLIDE, r'<p:cNvPr id="\d+" name="TextBox', '<p:cNvPr id="2" name="TextBox')),
    "remarks in the XML": changed(swap(SLIDE, "<p:spTree>", "<p:spTree><!-- a remark --><?app x?>"), swap(TYPES, "<Default ", "<!-- x --><Default "), swap(LINKS, "<Relationship ", "<!-- x --><Relationship ")),
    "byte order mark": changed(encoded(SLIDE, "utf-8-sig"), encoded(LINKS, "utf-8-sig")),
    "UTF-16": changed(encoded(SLIDE, "utf-16"), encoded(DECK, "utf-16")),
    "slide that is not in the list and is jumped to": changed(swap(DECK, r'<p:sldId id="256"[^>]*/>', "")),
    "slide in the list without a relationship": changed(swap("ppt/_rels/presentation.xml.rels", r'<Relationship [^>]*slides/slide1\.xml"/>', "")),
    "content types gone": changed(drop(r"\[Content_Types\]\.xml")),
    "type of the deck gone": changed(swap(TYPES, r'<Override PartName="/ppt/presentation.xml"[^>]*/>', "")),
    "custom XML damaged": changed(put("customXml/item1.xml", b"<x", "application/xml"), link("ppt/_rels/presentation.xml.rels", "rId94", "customXml", "../customXml/item1.xml")),
}  # fmt: skip
"""Decks that are filled, mended where they have to be."""

_BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def _in_utf7(members: Members) -> None:
    """An encoding in which the declaration is not to be seen in the bytes."""
    text = members[SLIDE].decode().split("?>", 1)[1].strip()
    hidden = _BOMB.replace("<!", "+ADwAIQ-").encode()
    members[SLIDE] = b'<?xml version="1.0" encoding="UTF-7"?>' + hidden + text.encode("utf-7")


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "it is empty"),
    "a text": (lambda: b"hello", "not a PowerPoint file"),
    "truncated": (lambda: sound()[:9000], "was not copied whole"),
    "spoiled in the middle": (lambda: sound()[:4000] + b"\0" * 3000 + sound()[7000:], "damaged"),
    "password or .ppt": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protected by a password"),
    "another zip": (lambda: zipped({"a.txt": b""}), "not a PowerPoint file"),
    "OpenDocument": (lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.presentation"}), "an OpenDocument file"),
    "Word": (lambda: zipped({TYPES: f'<Types><Override ContentType="{_TYPE}.wordprocessingml.document.main+xml"/></Types>'.encode()}), "a Word document"),
    "macros": (changed(swap(TYPES, r"vnd.openxmlformats-officedocument.presentationml.presentation\.main\+xml", "vnd.ms-powerpoint.presentation.macroEnabled.main+xml")), "it holds macros"),
    "template with macros": (changed(swap(TYPES, r"vnd.openxmlformats-officedocument.presentationml.presentation\.main\+xml", "vnd.ms-powerpoint.template.macroEnabled.main+xml")), "it holds macros"),
    "Strict": (changed(swap("_rels/.rels", r"schemas\.openxmlformats\.org/officeDocument/2006/relationships", "purl.oclc.org/ooxml/x", 0)), "Strict"),
    "no list of slides": (changed(drop(DECK)), "no list of slides"),
    "no layouts": (changed(drop(r"ppt/slideLayouts/.*")), "no slide layouts"),
    "no theme at all": (changed(drop(r"ppt/theme/.*")), "no theme"),
    "entities": (changed(swap(SLIDE, "<p:sld ", f"{_BOMB}<p:sld ")), "its own XML entities"),
    "entities in UTF-16": (changed(swap(SLIDE, "<p:sld ", f"{_BOMB}<p:sld "), encoded(SLIDE, "utf-16")), "its own XML entities"),
    "entities in UTF-7": (changed(_in_utf7), "its own XML entities"),
    "unknown encoding": (changed(swap(SLIDE, "encoding='UTF-8'", "encoding='nonsense'")), "damaged and cannot be read"),
    "slide damaged": (changed(put(SLIDE, b"<p:sld")), "damaged and cannot be read"),
}  # fmt: skip
"""Decks that cannot be filled, and what is said of each."""
