import re
from collections.abc import Callable
from pathlib import Path

import pytest

from boardpack.errors import BrokenDeck
from boardpack.renderers.slides import render
from boardpack.renderers.slides.integrity import faults, refuse_broken
from boardpack.renderers.slides.package import unzipped, zipped
from tests.renderers.slides.decks import TEMPLATE
from tests.renderers.slides.material import material

CHART, SLIDE, DECK = "ppt/charts/chart1.xml", "ppt/slides/slide4.xml", "ppt/presentation.xml"
TABLE_SLIDE, TYPES = "ppt/slides/slide5.xml", "[Content_Types].xml"
SLIDE_LINKS = "ppt/slides/_rels/slide4.xml.rels"
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
