"""The look of the slide template: its colours and fonts, its master and its three layouts."""

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree
from pptx.util import Pt

from boardpack.renderers.slides.private import root
from boardpack.renderers.slides.xml import Element, child, children, every, read, remove

FONT = "Open Sans"
BLUE, INK, QUIET, HAIRLINE = "tx2", "tx1", "bg2", "accent6"
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
FOOT_IDS = {"ftr": 90, "sldNum": 91}
"""The numbers that the shapes at the foot of every slide have."""
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


def layouts(deck: Any) -> tuple[Any, Any, Any]:
    """The three layouts: a cover, a title with text, a title alone."""
    master = deck.slide_master
    for layout in list(deck.slide_layouts):
        if layout.name not in {"Title Slide", "Title and Content", "Title Only"}:
            deck.slide_layouts.remove(layout)
    foot = [
        holder("ftr", 3, 10, MARKING, "Marking", size=14, colour=QUIET),
        holder("sldNum", 4, 11, NUMBER, "Slide number", size=14, colour=QUIET, align="r"),
    ]
    title = holder("title", 1, 0, TITLE, "Title", size=28, colour=BLUE, bold=True, anchor="b")
    body = holder("body", 2, 1, CONTENT, "Text", size=24)
    _fill_tree(master, [title, body, rule(5), *foot])
    _set_styles(root(master.part))
    first, text, bare = deck.slide_layouts
    cover = [
        holder(
            "ctrTitle",
            1,
            0,
            Box(48, 120, 864, 150),
            "Title",
            size=40,
            colour=BLUE,
            bold=True,
            anchor="b",
        ),
        holder("subTitle", 2, 1, Box(48, 292, 864, 180), "Subtitle", size=24),
    ]
    _fill_tree(first, [*cover, rule(5, Box(48, 280, 864, 0)), *foot])
    first.element.set("showMasterSp", "0")
    _fill_tree(text, [title, holder("body", 2, 1, CONTENT, "Text", size=24), *foot])
    _fill_tree(bare, [title, *foot])
    for layout, called in ((first, "Cover"), (text, "Title and text"), (bare, "Title alone")):
        layout.name = called
    return first, text, bare


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
) -> str:
    """A placeholder of the master or a layout."""
    plain_text = f'<a:r><a:rPr lang="en-GB"/><a:t>{called}</a:t></a:r>'
    text = PAGE_FIELD if kind == "sldNum" else plain_text
    idx = f' idx="{index}"' if index else ""
    # A subtitle takes after the master's text, and is no list.
    plain, bare = (' marL="0" indent="0"', "<a:buNone/>") if kind == "subTitle" else ("", "")
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


def theme(data: bytes) -> bytes:
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
