"""The shapes of the slide template's slides."""

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx.util import Pt

from boardpack.renderers.slides.xml import Element, child, every, read
from tests.sample.deck_design import (
    BLUE,
    FOOT_IDS,
    HAIRLINE,
    INK,
    LEAD,
    PAGE_FIELD,
    QUIET,
    Box,
)

ROW = 34


def add_foot(slide: Any, marking: str) -> None:
    """The marking and the number of the slide."""
    plain_text = f'<a:r><a:rPr lang="en-GB"/><a:t>{escape(marking)}</a:t></a:r>'
    for kind, index, called, text in (
        ("ftr", 10, "Marking", plain_text),
        ("sldNum", 11, "Slide number", PAGE_FIELD),
    ):
        slide.shapes.element.append(
            read(
                f'<p:sp><p:nvSpPr><p:cNvPr id="{FOOT_IDS[kind]}" name="{called}"/>'
                '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
                f'<p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr>'
                f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{text}</a:p></p:txBody></p:sp>"
            )
        )


def _next_number(slide: Any) -> int:
    numbers = (int(one.get("id", "0")) for one in every(slide.shapes.element, "p:cNvPr"))
    return max(number for number in numbers if number not in FOOT_IDS.values()) + 1


def _before_foot(slide: Any, shape: Element) -> None:
    """The foot is read last."""
    for one in every(slide.shapes.element, "p:sp"):
        number = child(one, "p:nvSpPr/p:cNvPr")
        if number is not None and number.get("id") == str(FOOT_IDS["ftr"]):
            one.addprevious(shape)
            return


def text_box(slide: Any, called: str, box: Box, *lines: tuple[str, int, str, bool]) -> None:
    """Lines of text, each with its size, its colour, and whether it is bold."""
    number = _next_number(slide)
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


def lead(slide: Any, text: str) -> None:
    """What the chart of a slide measures."""
    text_box(slide, "What is shown", LEAD, (text, 18, QUIET, False))


def space(slide: Any, called: str, box: Box) -> None:
    """A rectangle that says which chart will stand there."""
    number = _next_number(slide)
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


def add_table(slide: Any, called: str, box: Box) -> None:
    """A table whose first row shows how the header looks, the second how the rows look."""
    place = Box(box.x, box.y, box.width, 2 * ROW)
    number = _next_number(slide)
    rows = "".join(
        f'<a:tr h="{Pt(ROW)}">{_cell(text, ink=ink, bold=bold, rule=edge, width=width)}</a:tr>'
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
            f'{place.xml().replace("a:xfrm", "p:xfrm")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
            f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid><a:gridCol w="{Pt(box.width)}"/></a:tblGrid>{rows}</a:tbl>'
            "</a:graphicData></a:graphic></p:graphicFrame>"
        ),
    )


def _cell(text: str, *, ink: str, bold: bool, rule: str, width: int) -> str:
    sides = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB" sz="1800" b="{int(bold)}">'
        f'<a:solidFill><a:schemeClr val="{ink}"/></a:solidFill></a:rPr><a:t>{text}</a:t></a:r></a:p></a:txBody>'
        f'<a:tcPr marL="{Pt(6)}" marR="{Pt(16)}" marT="{Pt(5)}" marB="{Pt(5)}">{sides}<a:lnB w="{width}"><a:solidFill>'
        f'<a:schemeClr val="{rule}"/></a:solidFill></a:lnB><a:noFill/></a:tcPr></a:tc>'
    )


def set_lines(shape: Any, *lines: str) -> None:
    """Put these paragraphs into a placeholder."""
    shape.text_frame.text = "\n".join(lines)
    mark_english(shape.element)


def mark_english(shape: Element) -> None:
    """Say that every run is British English."""
    for run in every(shape, "a:r"):
        look = child(run, "a:rPr")
        if look is None:
            look = read("<a:rPr/>")
            run.insert(0, look)
        look.set("lang", "en-GB")


def note(slide: Any, *lines: str) -> None:
    """Put these lines into the notes."""
    frame = slide.notes_slide.notes_text_frame
    frame.text = "\n".join(lines)
    mark_english(slide.notes_slide.element)
