import io
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx.oxml import parse_xml

from boardpack.errors import BrokenDeck
from boardpack.renderers.slides import render
from boardpack.renderers.slides.integrity import barriers, faults, refuse_broken
from boardpack.renderers.slides.package import unzipped, zipped
from boardpack.renderers.slides.xml import NAMESPACES
from tests.renderers.slides.decks import TEMPLATE
from tests.renderers.slides.material import material

CHART, SLIDE, DECK = "ppt/charts/chart1.xml", "ppt/slides/slide4.xml", "ppt/presentation.xml"
TABLE_SLIDE, TYPES = "ppt/slides/slide5.xml", "[Content_Types].xml"
SLIDE_LINKS = "ppt/slides/_rels/slide4.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"
MASTER_LINKS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
P14, A16 = NAMESPACES["p14"], NAMESPACES["a16"]
CHART_LINKS = "ppt/charts/_rels/chart1.xml.rels"


@pytest.fixture(scope="module")
def sound() -> bytes:
    return render(material(), TEMPLATE).data


def swap(member: str, old: str, new: str, count: int = 1) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        text = members[member].decode()
        changed = re.sub(old, new, text, count=count, flags=re.DOTALL)
        assert changed != text
        members[member] = changed.encode()

    return change


def drop(pattern: str) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        (name,) = [name for name in members if re.fullmatch(pattern, name)]
        del members[name]

    return change


def add(name: str) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        members[name] = b"<x/>"

    return change


WRONG = [
    ("used links exist", swap(SLIDE, r'(<c:chart [^>]*r:id=")[^"]+', r"\g<1>rId77")),
    ("links lead somewhere", drop("ppt/charts/chart1.xml")),
    ("one link an id", swap(SLIDE_LINKS, r"(<Relationship [^>]*/>)", r"\1\1")),
    ("every part has a type", swap(TYPES, r'<Override PartName="/ppt/charts/chart1.xml"[^>]*/>', "")),
    ("types of parts that exist", swap(TYPES, "/ppt/charts/chart1.xml", "/ppt/charts/chart999.xml")),
    ("every part is reached", add("ppt/slides/slide99.xml")),
    ("one owner", swap(CHART_LINKS, r"Sheet1\.xlsx", "Sheet2.xlsx")),
    ("slide ids", swap(DECK, r'(<p:sldId [^>]*id=")\d+', r"\g<1>1")),
    ("every slide is listed once", swap(DECK, r"<p:sldId .*?/>", "")),
    ("layout ids", swap("ppt/slideMasters/slideMaster1.xml", r'(<p:sldLayoutId [^>]*id=")\d+', r"\g<1>5")),
    ("one layout a slide", swap(SLIDE_LINKS, r"<Relationship [^>]*slideLayout1?[^>]*/>", "")),
    ("one shape an id", swap(SLIDE, r'<p:cNvPr id="\d+" name="Marking"', '<p:cNvPr id="2" name="M"')),
    ("no negative sizes", swap(SLIDE, r'cx="\d{3,}"', 'cx="-5"')),
    ("text has a paragraph", swap(SLIDE, r"(<a:lstStyle/>)<a:p>.*?</a:p>(</p:txBody>)", r"\1\2")),
    ("cells fill the grid", swap(TABLE_SLIDE, r'<a:gridCol w="\d+"/>', "")),
    ("tables have rows", swap(TABLE_SLIDE, r"<a:tr .*</a:tr>", "")),
    ("notes know their slide", swap("ppt/notesSlides/_rels/notesSlide1.xml.rels", "slide2.xml", "slide5.xml")),
    ("notes have a master", swap("ppt/notesSlides/_rels/notesSlide1.xml.rels", r"<Relationship [^>]*notesMaster[^>]*/>", "")),
    ("XML can be read", swap(SLIDE, r"</p:sld>", "")),
    ("XML can be read", swap(SLIDE, r"<a:t>", "<a:t>\x01")),
    ("members are files", add("ppt/")),
    ("members are files", add("ppt\\x.xml")),
    ("links of parts that exist", add("ppt/slides/_rels/slide99.xml.rels")),
    ("frames have a size", swap(SLIDE, r'(<p:graphicFrame[ >].*?<a:ext cx=")\d+', r"\g<1>0")),
    ("no negative sizes", swap(SLIDE, r'cx="\d{3,}"', 'cx="NaN"')),
    ("slide ids", swap(DECK, r'(<p:sldId [^>]*id=")\d+', r"\g<1>x")),
    ("no marks are left", swap(SLIDE, r"<a:t>", "<a:t>\ufdd0")),
    ("masters list their layouts", swap(MASTER, r"<p:sldLayoutId [^>]*/>", "")),
    ("one master a layout", swap("ppt/slideLayouts/_rels/slideLayout1.xml.rels", r"<Relationship [^>]*slideMaster[^>]*/>", "")),
    ("one theme a master", swap(MASTER_LINKS, r"<Relationship [^>]*theme[^>]*/>", "")),
    ("sections hold the slides", swap(DECK, "</p:presentation>", f"<p:extLst><p:ext uri='{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}'><p14:sectionLst xmlns:p14='{P14}'><p14:section name='A' id='{{1}}'><p14:sldIdLst><p14:sldId id='7'/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>")),
    ("animated shapes exist", swap(SLIDE, "</p:sld>", "<p:timing><p:spTgt spid='999'/></p:timing></p:sld>")),
    ("one creation id a shape", swap(SLIDE, "<p:nvPr/>", f"<p:nvPr><a16:creationId xmlns:a16='{A16}' id='1'/><a16:creationId xmlns:a16='{A16}' id='1'/></p:nvPr>")),
    ("one creation id a slide", swap(SLIDE, "</p:sld>", f"<p14:creationId xmlns:p14='{P14}' val='1'/><p14:creationId xmlns:p14='{P14}' val='1'/></p:sld>")),
    ("paragraph ends", swap(SLIDE, "<a:p>", '<a:p><a:endParaRPr lang="en-GB"/><a:r><a:t>x</a:t></a:r>')),
    ("axes pair", swap(CHART, r'<c:crossAx val="\d+"/>', '<c:crossAx val="7"/>')),
    ("axis ids", swap(CHART, "111111111", "-5", count=0)),
    ("series are numbered", swap(CHART, '<c:idx val="1"/><c:order val="1"/>', '<c:idx val="0"/><c:order val="0"/>')),
    ("points have places", swap(CHART, r'<c:pt idx="1">', '<c:pt idx="99">')),
    ("values are numbers", swap(CHART, r"(<c:numCache>.*?<c:v>)[^<]*", r"\1nan")),
    ("special points exist", swap(CHART, r'(<c:dLbl><c:idx val=")\d+', r"\g<1>99")),
    ("charts say what cells say", swap(CHART, r"(<c:numCache>.*?<c:v>)[^<]*", r"\g<1>77")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "change"), WRONG, ids=[rule for rule, _ in WRONG])
def test_a_fault_is_found(
    rule: str, change: Callable[[dict[str, bytes]], None], sound: bytes
) -> None:
    members = unzipped(sound)
    change(members)
    assert rule in {fault.rule for fault in faults(zipped(members))}


def test_a_sound_deck_has_no_fault(sound: bytes) -> None:
    assert faults(sound) == []


def test_a_broken_deck_is_refused_and_says_where(sound: bytes) -> None:
    members = unzipped(sound)
    members["ppt/slides/slide99.xml"] = b"<x/>"
    with pytest.raises(BrokenDeck, match=r"ppt/slides/slide99\.xml: nothing leads to it"):
        refuse_broken(zipped(members), TEMPLATE)


def test_a_fault_that_the_template_has_too_is_borne(sound: bytes, tmp_path: Path) -> None:
    members = unzipped(sound)
    swap(SLIDE, r'<p:cNvPr id="\d+" name="Marking"', '<p:cNvPr id="2" name="M"')(members)
    path = tmp_path / "template.pptx"
    path.write_bytes(zipped(members))
    refuse_broken(zipped(members), path)


def test_a_member_that_is_there_twice_and_types_that_are_not_first_are_found(sound: bytes) -> None:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), ZipFile(buffer, "w") as archive:
        warnings.simplefilter("ignore")
        for member, content in (*reversed(unzipped(sound).items()), (SLIDE, b"<x/>")):
            archive.writestr(member, content)
    rules = {fault.rule for fault in faults(buffer.getvalue())}
    assert {"one member a name", "content types first"} <= rules


def title_last(members: dict[str, bytes]) -> None:
    slide = parse_xml(members[SLIDE])
    top = slide.find("p:cSld/p:spTree", NAMESPACES)
    top.append(top.find("p:sp", NAMESPACES))
    members[SLIDE] = etree.tostring(slide)


EMPTY = (
    '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Empty"/><p:cNvSpPr/><p:nvPr><p:ph type="body" idx="9"/></p:nvPr>'
    "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p/></p:txBody></p:sp>"
)
UNREADABLE = [
    ("slides have titles", swap(SLIDE, r'<p:ph type="title"/>', "")),
    ("slides have titles", swap(SLIDE, r"(type=\"title\"/>.*?<a:t>)[^<]*", r"\1")),
    ("titles are read first", title_last),
    ("no empty placeholders", swap(SLIDE, "</p:spTree>", f"{EMPTY}</p:spTree>")),
    ("what is seen has words", swap(SLIDE, r'(<p:graphicFrame[ >].*?) descr="[^"]*"', r"\1")),
    ("tables have a header row", swap(TABLE_SLIDE, ' firstRow="1"', "")),
    ("text says its language", swap(SLIDE, ' lang="en-GB"', "")),
    ("text says its language", swap("ppt/notesSlides/notesSlide5.xml", ' lang="en-GB"', "")),
    ("no tags are left", swap(SLIDE, r"<a:t>", "<a:t>{{ x }}")),
    ("no tags are left", swap(SLIDE, r'name="', 'name="{% x %}')),
    ("the deck has a title", swap("docProps/core.xml", r"<dc:title>[^<]*</dc:title>", "")),
]


@pytest.mark.parametrize(("rule", "change"), UNREADABLE)
def test_what_keeps_people_from_reading_is_found(
    rule: str, change: Callable[[dict[str, bytes]], None], sound: bytes
) -> None:
    members = unzipped(sound)
    change(members)
    assert rule in {fault.rule for fault in barriers(zipped(members))}


def test_two_slides_of_one_title_are_found(sound: bytes) -> None:
    members = unzipped(sound)
    members[SLIDE] = members[TABLE_SLIDE]
    assert "titles differ" in {fault.rule for fault in barriers(zipped(members))}


def test_the_deck_of_the_sample_can_be_read_by_everyone(sound: bytes) -> None:
    assert barriers(sound) == []
