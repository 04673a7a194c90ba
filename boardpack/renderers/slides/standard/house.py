"""A deck of plain looks to begin with: its colours and fonts, its master and its layouts."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import quoteattr

import pptx
from lxml import etree
from pptx.util import Pt

from boardpack.renderers.slides import private
from boardpack.renderers.slides.access import LANGUAGE
from boardpack.renderers.slides.package import unzipped, zipped
from boardpack.renderers.slides.private import root
from boardpack.renderers.slides.standard.writing import write_standard
from boardpack.renderers.slides.xml import Element, child, children, every, read, remove

FONT = "Open Sans"
BLUE, INK, QUIET = "tx2", "tx1", "bg2"
COLOURS = {
    "dk1": "222222",
    "lt1": "FFFFFF",
    "dk2": "12436D",
    "lt2": "595959",
    "accent1": "12436D",
    "accent2": "28A197",
    "accent3": "801650",
    "accent4": "F46A25",
    "accent5": "3D3D3D",
    "accent6": "C8CDD2",
    "hlink": "12436D",
    "folHlink": "801650",
}
PAGE_FIELD = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    '<a:rPr lang="en-GB"/><a:t>#</a:t></a:fld>'
)


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the slide, in points."""

    x: float
    y: float
    width: float
    height: float

    def xml(self) -> str:
        """The box as DrawingML writes it."""
        return (
            f'<a:xfrm><a:off x="{Pt(self.x)}" y="{Pt(self.y)}"/>'
            f'<a:ext cx="{Pt(self.width)}" cy="{Pt(self.height)}"/></a:xfrm>'
        )


PAGE = Box(0, 0, 960, 540)
TITLE = Box(48, 22, 864, 84)
RULE = Box(48, 112, 864, 0)
LEAD = Box(48, 120, 864, 34)
CONTENT = Box(48, 130, 864, 352)
BELOW_LEAD = Box(48, 160, 864, 316)
MARKING = Box(48, 498, 600, 26)
NUMBER = Box(812, 498, 100, 26)
_DAY = datetime(2019, 1, 1, tzinfo=UTC)
_LAYOUTS = ("Cover", "Title and text", "Title and chart", "Title and table", "Objective")


def new_deck() -> bytes:
    """The standard deck in plain looks, as a template to be edited in PowerPoint."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Pt(PAGE.width), Pt(PAGE.height)
    _lay_out(deck)
    write_standard(deck, {}, "the standard deck")
    _set_properties(deck)
    buffer = io.BytesIO()
    deck.save(buffer)
    members = unzipped(buffer.getvalue())
    themes = {name for name in members if name.startswith("ppt/theme/")}
    return zipped({name: _theme(m) if name in themes else m for name, m in members.items()})


def _lay_out(deck: Any) -> None:
    """The master and a layout for each kind of slide."""
    master = deck.slide_master
    for layout in list(deck.slide_layouts)[len(_LAYOUTS) :]:
        deck.slide_layouts.remove(layout)
    foot = [
        holder("ftr", 3, 10, MARKING, "Marking", size=14, colour=QUIET),
        holder("sldNum", 4, 11, NUMBER, "Slide number", size=14, colour=QUIET, align="r"),
    ]
    title = holder("title", 1, 0, TITLE, "Title", size=28, colour=BLUE, bold=True, anchor="b")
    _fill_tree(master, [title, holder("body", 2, 1, CONTENT, "Text", size=24), rule(5), *foot])
    _set_styles(root(master.part))
    lead = holder("body", 5, 13, LEAD, "What is shown", size=18, colour=QUIET, listed=False)
    contents = (
        ("title", [*_cover(), rule(5, Box(48, 280, 864, 0))]),
        ("obj", [title, holder("body", 2, 1, CONTENT, "Text", size=24)]),
        ("chart", [title, lead, holder("chart", 2, 1, BELOW_LEAD, "Chart", size=18)]),
        ("tbl", [title, holder("tbl", 2, 1, CONTENT, "Table", size=18)]),
        ("chartAndTx", [title, lead, *_objective()]),
    )
    for layout, name, (kind, shapes) in zip(deck.slide_layouts, _LAYOUTS, contents, strict=True):
        _fill_tree(layout, [*shapes, *foot])
        layout.name = name
        layout.element.set("type", kind)
    deck.slide_layouts[0].element.set("showMasterSp", "0")


def _cover() -> list[str]:
    """A title low in the upper half, and what is said of the meeting under a rule."""
    box = Box(48, 120, 864, 150)
    return [
        holder("ctrTitle", 1, 0, box, "Title", size=40, colour=BLUE, bold=True, anchor="b"),
        holder("subTitle", 2, 1, Box(48, 292, 864, 180), "Subtitle", size=24, listed=False),
    ]


def _objective() -> list[str]:
    """A chart over three facts."""
    boxes = (Box(48, 352, 200, 124), Box(272, 352, 200, 124), Box(496, 352, 416, 124))
    facts = [
        holder("body", 14 + n, 14 + n, box, f"Fact {n + 1}", size=20, listed=False)
        for n, box in enumerate(boxes)
    ]
    return [holder("chart", 2, 1, Box(48, 168, 864, 160), "Chart", size=18), *facts]


def holder(
    kind: str,
    number: int,
    index: int,
    box: Box,
    called: str,
    *,
    size: int,
    colour: str = INK,
    bold: bool = False,
    anchor: str = "t",
    align: str = "l",
    listed: bool = True,
) -> str:
    """A placeholder of the master or a layout."""
    plain_text = f'<a:r><a:rPr lang="en-GB"/><a:t>{called}</a:t></a:r>'
    text = PAGE_FIELD if kind == "sldNum" else plain_text
    idx = f' idx="{index}"' if index else ""
    # What takes after the master's text is a list, unless it says otherwise.
    plain, bare = ("", "") if listed else (' marL="0" indent="0"', "<a:buNone/>")
    if box is LEAD:
        bare = f'<a:spcBef><a:spcPts val="0"/></a:spcBef>{bare}'
    levels = "".join(
        f'<a:lvl{level}pPr algn="{align}"{plain}>{bare}<a:defRPr sz="{(size - 2 * (level - 1)) * 100}" b="{int(bold)}">'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:defRPr></a:lvl{level}pPr>'
        for level in ((1, 2) if kind == "body" else (1,))
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number + 1}" name={quoteattr(called)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}"{idx}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{box.xml()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" rIns="0" tIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{levels}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )


def rule(number: int, box: Box = RULE) -> str:
    """The one line of colour."""
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number + 1}" name="Rule"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvCxnSpPr><p:spPr>{box.xml()}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="19050"><a:solidFill><a:schemeClr val="{BLUE}"/></a:solidFill></a:ln></p:spPr></p:cxnSp>'
    )


def _fill_tree(page: Any, shapes: list[str]) -> None:
    tree = page.shapes.element
    for old in list(every(tree, "p:sp", "p:pic", "p:cxnSp")):
        remove(old)
    for shape in shapes:
        tree.append(read(shape))


def _set_properties(deck: Any) -> None:
    properties = deck.core_properties
    properties.title = "Template of the board's slides"
    properties.author = properties.last_modified_by = "boardpack"
    properties.created = properties.modified = _DAY
    properties.revision, properties.language = 1, LANGUAGE
    for rid in [r for r, link in deck.part.rels.items() if "printerSettings" in link.reltype]:
        deck.part.rels.pop(rid)
    package = deck.part.package
    for rid, link in private.package_links(package).items():
        if link.reltype.endswith(("/thumbnail", "/extended-properties")):
            package.drop_rel(rid)


def _set_styles(master: Element | None) -> None:
    """Text without bullets at the first level, a dash at the second; room between points."""
    styles = child(master, "p:txStyles")
    assert styles is not None
    said = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
    heading = said.replace("+mn", "+mj")
    ink = '<a:solidFill><a:schemeClr val="{}"/></a:solidFill>'
    title = f'<a:defRPr sz="2800" b="1" kern="1200">{ink.format(BLUE)}{heading}</a:defRPr>'
    points = ""
    for level, (margin, indent, bullet, size) in enumerate(
        ((342900, -342900, "•", 24), (685800, -285750, "–", 20)), 1
    ):
        points += (
            f'<a:lvl{level}pPr marL="{margin}" indent="{indent}" algn="l"><a:spcBef><a:spcPts val="1200"/></a:spcBef>'
            f'<a:buFont typeface="Arial"/><a:buChar char="{bullet}"/>'
            f'<a:defRPr sz="{size}00" kern="1200">{ink.format(INK)}{said}</a:defRPr></a:lvl{level}pPr>'
        )
    other = f'<a:defRPr sz="1800" kern="1200">{ink.format(INK)}{said}</a:defRPr>'
    new = (
        f'<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc>'
        f"<a:buNone/>{title}</a:lvl1pPr></p:titleStyle>"
        f"<p:bodyStyle>{points}</p:bodyStyle><p:otherStyle><a:lvl1pPr>{other}</a:lvl1pPr></p:otherStyle></p:txStyles>"
    )
    parent = styles.getparent()
    assert parent is not None
    parent.replace(styles, read(new))


def _theme(data: bytes) -> bytes:
    """A theme with the colours and the fonts of this deck."""
    tree = etree.fromstring(data)
    scheme = child(tree, "a:themeElements/a:clrScheme")
    assert scheme is not None
    for slot in scheme:
        colour = COLOURS[str(slot.tag).rsplit("}", 1)[1]]
        for old in list(slot):
            slot.remove(old)
        slot.append(read(f'<a:srgbClr val="{colour}"/>'))
    for which in ("majorFont", "minorFont"):
        for latin in children(tree, f".//a:{which}/a:latin"):
            latin.set("typeface", FONT)
    etree.cleanup_namespaces(tree)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
