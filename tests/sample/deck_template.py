"""Writes templates/deck.pptx, the slide template that a council edits in PowerPoint.

Run `python -m tests.sample.deck_template` to make it anew; that undoes edits made by hand.
"""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pptx
from pptx.util import Pt

from boardpack.renderers.slides.package import unzipped, zipped
from boardpack.renderers.slides.private import root
from boardpack.renderers.slides.xml import Element, child, children, every, name, read, remove

WHERE = Path("templates/deck.pptx")
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
BELOW_LEAD = Box(48, 160, 864, 322)
MARKING = Box(48, 498, 600, 26)
NUMBER = Box(812, 498, 100, 26)


def main() -> None:
    """Write the template."""
    WHERE.parent.mkdir(exist_ok=True)
    WHERE.write_bytes(make())


def make() -> bytes:
    """The template as a file."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Pt(PAGE.width), Pt(PAGE.height)
    title_slide, text_slide, bare_slide = _layouts(deck)
    _write_slides(deck, title_slide, text_slide, bare_slide)
    _set_properties(deck)
    buffer = io.BytesIO()
    deck.save(buffer)
    return zipped(_in_house_style(unzipped(buffer.getvalue())))


def _layouts(deck: Any) -> tuple[Any, Any, Any]:
    master = deck.slide_master
    for layout in list(deck.slide_layouts):
        if layout.name not in {"Title Slide", "Title and Content", "Title Only"}:
            deck.slide_layouts.remove(layout)
    foot = [
        holder("ftr", 3, 10, MARKING, "Marking", size=14, colour=QUIET),
        holder("sldNum", 4, 11, NUMBER, "Slide number", size=14, colour=QUIET, align="r"),
    ]
    title = holder("title", 1, 0, TITLE, "Title", size=28, colour=BLUE, bold=True, anchor="b")
    body = holder("body", 2, 1, CONTENT, "Text", size=22)
    _fill_tree(master, [title, body, rule(5), *foot])
    _set_styles(root(master.part))
    first, text, bare = deck.slide_layouts
    cover = [
        holder("ctrTitle", 1, 0, Box(48, 120, 864, 150), "Title", size=40, colour=BLUE, bold=True, anchor="b"),
        holder("subTitle", 2, 1, Box(48, 292, 864, 180), "Subtitle", size=22),
    ]
    _fill_tree(first, [*cover, rule(5, Box(48, 280, 864, 0)), *foot])
    first.element.set("showMasterSp", "0")
    _fill_tree(text, [title, holder("body", 2, 1, CONTENT, "Text", size=22), *foot])
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
    field = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">' if kind == "sldNum" else ""
    text = f'{field or "<a:r>"}<a:rPr lang="en-GB"/><a:t>{"‹#›" if field else called}</a:t>{"</a:fld>" if field else "</a:r>"}'
    idx = f' idx="{index}"' if index else ""
    levels = "".join(
        f'<a:lvl{level}pPr algn="{align}"><a:defRPr sz="{(size - 2 * (level - 1)) * 100}" b="{int(bold)}">'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:defRPr></a:lvl{level}pPr>'
        for level in ((1, 2) if kind == "body" else (1,))
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number + 1}" name={quoteattr(called)}/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}"{idx}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{box.xml()}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>"
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
    for level, (margin, indent, bullet, size) in enumerate(((342900, -342900, "•", 22), (685800, -285750, "–", 20)), 1):
        points += (
            f'<a:lvl{level}pPr marL="{margin}" indent="{indent}" algn="l"><a:spcBef><a:spcPts val="1000"/></a:spcBef>'
            f'<a:buFont typeface="Arial"/><a:buChar char="{bullet}"/>'
            f'<a:defRPr sz="{size}00" kern="1200">{ink.format(INK)}{said}</a:defRPr></a:lvl{level}pPr>'
        )
    other = f'<a:defRPr sz="1800" kern="1200">{ink.format(INK)}{said}</a:defRPr>'
    new = (
        f'<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc>'
        f'<a:buNone/>{title}</a:lvl1pPr></p:titleStyle>'
        f"<p:bodyStyle>{points}</p:bodyStyle><p:otherStyle><a:lvl1pPr>{other}</a:lvl1pPr></p:otherStyle></p:txStyles>"
    )
    parent = styles.getparent()
    assert parent is not None
    parent.replace(styles, read(new))


def _write_slides(deck: Any, cover: Any, text: Any, bare: Any) -> None:
    slide = _slide(deck, cover, "{{ board.name }}")
    _set_lines(
        slide.placeholders[1],
        "{{ board.date }}",
        "{{ board.time }}, {{ board.place }}",
        "Chair: {{ board.chair }}",
        "{{ board.council }}",
    )
    slide = _slide(deck, text, "{{ ask }}")
    _set_lines(slide.placeholders[1], "{% for sentence in summary %}", "{{ sentence }}", "{% endfor %}")
    slide = _slide(deck, bare, '{{ chart("rating-by-objective").headline }}')
    _lead(slide, '{{ chart("rating-by-objective").subtitle }}')
    _space(slide, "chart: rating-by-objective", BELOW_LEAD)
    _note(slide, '{{ chart("rating-by-objective").source }}')
    for called in ("movements", "escalations"):
        _table_slide(deck, bare, called)
    _objective_slide(deck, bare)
    _table_slide(deck, bare, "measures-missed")
    slide = _slide(deck, bare, "{{ trend.headline }}")
    _lead(slide, '{{ chart("trend " ~ trend.id).subtitle }}')
    _space(slide, "chart: trend {{ trend.id }}", BELOW_LEAD)
    _note(slide, "for: trend in trends", '{{ chart("trend " ~ trend.id).source }}')
    _table_slide(deck, bare, "decisions")
    _table_slide(
        deck,
        bare,
        "due-next",
        title="{% if next_meeting %}The board next meets on {{ next_meeting }}{% else %}What is due next{% endif %}",
    )


def _objective_slide(deck: Any, layout: Any) -> None:
    slide = _slide(deck, layout, "{{ objective.headline }}")
    _lead(slide, "Objective {{ objective.number }}: {{ objective.title }}")
    _space(slide, "chart: rating-of {{ objective.number }}", Box(48, 172, 864, 112))
    facts = (
        ("{{ objective.late }}", "late", Box(48, 310, 200, 160)),
        ("{{ objective.questions }}", "to be answered by leads", Box(272, 310, 200, 160)),
    )
    for figure, words, box in facts:
        _text_box(slide, f"Fact: {words}", box, (figure, 44, BLUE, True), (words, 20, INK, False))
    _text_box(
        slide,
        "Fact: change",
        Box(496, 310, 416, 160),
        ("Since the last board", 20, BLUE, True),
        ("{{ objective.change }}", 20, INK, False),
    )
    _note(slide, "for: objective in objectives", '{{ chart("rating-of " ~ objective.number).source }}')


def _table_slide(deck: Any, layout: Any, called: str, title: str | None = None) -> None:
    slide = _slide(deck, layout, title or f'{{{{ table("{called}").caption }}}}')
    _add_table(slide, f"table: {called}", CONTENT)
    _note(slide, f'if: table("{called}").rows')


def _slide(deck: Any, layout: Any, title: str) -> Any:
    slide = deck.slides.add_slide(layout)
    slide.shapes.title.text_frame.text = title
    _marked_english(slide.shapes.title.element)
    for kind, number, index, text in (("ftr", 90, 10, "{{ board.marking }}"), ("sldNum", 91, 11, "")):
        slide.shapes.element.append(_foot(kind, number, index, text))
    return slide


def _foot(kind: str, number: int, index: int, text: str) -> Element:
    field = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
    inner = field if kind == "sldNum" else f'<a:r><a:rPr lang="en-GB"/><a:t>{escape(text)}</a:t></a:r>'
    called = "Slide number" if kind == "sldNum" else "Marking"
    return read(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{called}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inner}</a:p></p:txBody></p:sp>"
    )


def _before_foot(slide: Any, shape: Element) -> Element:
    """The foot is read last."""
    first = next(s for s in every(slide.shapes.element, "p:sp") if s.find(".//" + name("p:cNvPr")).get("id") == "90")
    first.addprevious(shape)
    return shape


def _text_box(slide: Any, called: str, box: Box, *lines: tuple[str, int, str, bool]) -> None:
    number = max(int(p.get("id", "0")) for p in every(slide.shapes.element, "p:cNvPr") if p.get("id") not in {"90", "91"}) + 1
    paragraphs = "".join(
        f'<a:p><a:r><a:rPr lang="en-GB" sz="{size * 100}" b="{int(bold)}"><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill></a:rPr><a:t>{escape(text)}</a:t></a:r></a:p>'
        for text, size, colour, bold in lines
    )
    _before_foot(
        slide,
        read(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(called)}/><p:cNvSpPr txBox="1"/><p:nvPr/>'
            f'</p:nvSpPr><p:spPr>{box.xml()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
            '<p:txBody><a:bodyPr wrap="square" lIns="0" rIns="0" tIns="0" bIns="0"><a:noAutofit/></a:bodyPr>'
            f"<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        ),
    )


def _lead(slide: Any, text: str) -> None:
    _text_box(slide, "What is shown", LEAD, (text, 18, QUIET, False))


def _space(slide: Any, called: str, box: Box) -> None:
    """A rectangle that says which chart will stand there."""
    number = max(int(p.get("id", "0")) for p in every(slide.shapes.element, "p:cNvPr") if p.get("id") not in {"90", "91"}) + 1
    _before_foot(
        slide,
        read(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(called)}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr>{box.xml()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f'<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="{HAIRLINE}"/></a:solidFill></a:ln></p:spPr>'
            '<p:txBody><a:bodyPr anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="en-GB" sz="1800">'
            f'<a:solidFill><a:schemeClr val="{QUIET}"/></a:solidFill></a:rPr><a:t>The chart named in the Selection Pane</a:t></a:r></a:p></p:txBody></p:sp>'
        ),
    )


def _add_table(slide: Any, called: str, box: Box) -> None:
    """A table whose first row shows how the header looks, the second how the rows look."""
    number = max(int(p.get("id", "0")) for p in every(slide.shapes.element, "p:cNvPr") if p.get("id") not in {"90", "91"}) + 1
    rows = "".join(
        f'<a:tr h="{Pt(34)}">{_cell(text, ink=ink, bold=bold, rule=edge, width=width)}</a:tr>'
        for text, ink, bold, edge, width in (
            ("Header", BLUE, True, BLUE, 19050),
            ("Rows", INK, False, HAIRLINE, 9525),
        )
    )
    _before_foot(
        slide,
        read(
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name={quoteattr(called)}/>'
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
            f'{box.xml().replace("a:xfrm", "p:xfrm")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
            f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid><a:gridCol w="{Pt(box.width)}"/></a:tblGrid>{rows}</a:tbl>'
            "</a:graphicData></a:graphic></p:graphicFrame>"
        ),
    )


def _cell(text: str, *, ink: str, bold: bool, rule: str, width: int) -> str:
    sides = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB" sz="1800" b="{int(bold)}">'
        f'<a:solidFill><a:schemeClr val="{ink}"/></a:solidFill></a:rPr><a:t>{text}</a:t></a:r></a:p></a:txBody>'
        f'<a:tcPr marL="{Pt(6)}" marR="{Pt(10)}" marT="{Pt(5)}" marB="{Pt(5)}">{sides}<a:lnB w="{width}"><a:solidFill>'
        f'<a:schemeClr val="{rule}"/></a:solidFill></a:lnB><a:noFill/></a:tcPr></a:tc>'
    )


def _set_lines(shape: Any, *lines: str) -> None:
    shape.text_frame.text = "\n".join(lines)
    _marked_english(shape.element)


def _marked_english(shape: Element) -> None:
    for run in every(shape, "a:r"):
        look = child(run, "a:rPr")
        if look is None:
            look = read("<a:rPr/>")
            run.insert(0, look)
        look.set("lang", "en-GB")


def _note(slide: Any, *lines: str) -> None:
    frame = slide.notes_slide.notes_text_frame
    frame.text = "\n".join(lines)
    _marked_english(slide.notes_slide.element)


def _set_properties(deck: Any) -> None:
    properties = deck.core_properties
    properties.title = "Template of the board's slides"
    properties.author = properties.last_modified_by = "boardpack"
    properties.created = properties.modified = datetime(2019, 1, 1, tzinfo=UTC)
    properties.revision, properties.language = 1, "en-GB"
    for rid in [r for r, link in deck.part.rels.items() if "printerSettings" in link.reltype]:
        deck.part.rels.pop(rid)
    package = deck.part.package
    for rid in [r for r, link in package._rels.items() if link.reltype.endswith(("/thumbnail", "/extended-properties"))]:
        package.drop_rel(rid)


def _in_house_style(members: dict[str, bytes]) -> dict[str, bytes]:
    """The theme's colours and fonts."""
    return {
        member: _theme(data) if member.startswith("ppt/theme/") else data
        for member, data in members.items()
    }


def _theme(data: bytes) -> bytes:
    from lxml import etree

    theme = etree.fromstring(data)
    scheme = child(theme, "a:themeElements/a:clrScheme")
    assert scheme is not None
    for slot in scheme:
        colour = COLOURS[str(slot.tag).rsplit("}", 1)[1]]
        for old in list(slot):
            slot.remove(old)
        slot.append(read(f'<a:srgbClr val="{colour}"/>'))
    for latin in children(theme, ".//a:majorFont/a:latin") + children(theme, ".//a:minorFont/a:latin"):
        latin.set("typeface", FONT)
    etree.cleanup_namespaces(theme)
    return etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


if __name__ == "__main__":
    main()
