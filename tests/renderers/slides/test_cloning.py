import io
import itertools
from pathlib import Path
from typing import Any

import pptx
import pytest
from openxml_audit import validate_pptx
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Inches

from boardpack.renderers.slides import private
from boardpack.renderers.slides.cloning import Deck
from boardpack.renderers.slides.integrity import faults
from boardpack.renderers.slides.package import unzipped, zipped
from boardpack.renderers.slides.xml import NAMESPACES, child, every, name, read
from tests.renderers.slides.awkward import (
    COMMENTS,
    MODERN,
    OLE,
    SHOW,
    SMARTART,
    TAGS,
    VIDEO,
    sections,
)
from tests.renderers.slides.decks import template, text_box, titles
from tests.renderers.slides.odd import changed


def rich() -> Any:
    """A deck whose first slide has what hangs on slides: chart, picture, link, notes, a jump."""
    deck = template(titles=("One", "Two"))
    slide = deck.slides[0]
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["a", "b"]
    data.add_series("s", (1, 2))
    box = (Inches(1), Inches(2), Inches(3), Inches(2))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *box, data)
    picture = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(picture, "PNG")
    slide.shapes.add_picture(picture, Inches(5), Inches(2))
    run = text_box(slide, "link").text_frame.paragraphs[0].runs[0]
    run.hyperlink.address = "https://example.org"
    slide.notes_slide.notes_text_frame.text = "Notes"
    text_box(deck.slides[1], "jump").click_action.target_slide = slide
    return deck


FULL = changed(*SMARTART, *OLE, *VIDEO, *TAGS, *COMMENTS, *SHOW, sections("256", "257"))


def full() -> Deck:
    """A deck with everything that can hang on a slide, two slides long."""
    return Deck(pptx.Presentation(io.BytesIO(FULL())))


def complaints(folder: Path, data: bytes) -> set[str]:
    path = folder / "checked.pptx"
    path.write_bytes(data)
    return {error.description for error in validate_pptx(str(path)).errors}


def saved(deck: Deck) -> bytes:
    deck.name_parts()
    buffer = io.BytesIO()
    deck.presentation.save(buffer)
    return zipped(unzipped(buffer.getvalue()))


def new_faults(data: bytes) -> set[str]:
    """The rules that are broken, without those that python-pptx's own charts break."""
    buffer = io.BytesIO()
    rich().save(buffer)
    known = {fault.rule for fault in faults(zipped(unzipped(buffer.getvalue())))}
    return {fault.rule for fault in faults(data)} - known


def test_a_copy_has_its_own_chart_notes_and_workbook_and_shares_the_picture(tmp_path: Path) -> None:
    deck = Deck(rich())
    first = deck.copy_after(deck.slides[0])
    deck.copy_after(first)
    data = saved(deck)
    members = unzipped(data)
    assert len([m for m in members if m.startswith("ppt/charts/chart")]) == 3
    assert len([m for m in members if m.startswith("ppt/embeddings/")]) == 3
    assert len([m for m in members if m.startswith("ppt/notesSlides/notes")]) == 3
    assert len([m for m in members if m.startswith("ppt/media/")]) == 1
    assert titles(pptx.Presentation(io.BytesIO(data))) == ["One", "One", "One", "Two"]
    assert new_faults(data) == set()
    path = tmp_path / "out.pptx"
    path.write_bytes(data)
    kinds = {type(error) for error in validate_pptx(str(path)).errors}
    buffer = io.BytesIO()
    rich().save(buffer)
    path.write_bytes(buffer.getvalue())
    assert kinds <= {type(error) for error in validate_pptx(str(path)).errors}


def test_a_slide_that_is_left_out_takes_its_parts_and_the_jumps_to_it_along() -> None:
    deck = Deck(rich())
    deck.leave_out(deck.slides[0])
    data = saved(deck)
    members = unzipped(data)
    assert not [
        m for m in members if m.startswith(("ppt/charts/", "ppt/embeddings/", "ppt/media/"))
    ]
    assert [m for m in members if m.startswith("ppt/slides/slide")] == ["ppt/slides/slide1.xml"]
    assert b"hlinkClick" not in members["ppt/slides/slide1.xml"]
    assert new_faults(data) == set()


def test_sections_follow_their_slides() -> None:
    deck = Deck(rich())
    root = private.root(deck.presentation.part)
    assert root is not None
    numbers = [one.get("id") for one in every(root, "p:sldId")]
    entries = "".join(f'<p14:sldId id="{number}"/>' for number in numbers)
    root.append(
        read(
            f'<p:extLst xmlns:p14="{NAMESPACES["p14"]}"><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
            f'<p14:sectionLst><p14:section name="All" id="{{1}}"><p14:sldIdLst>{entries}</p14:sldIdLst>'
            "</p14:section></p14:sectionLst></p:ext></p:extLst>"
        )
    )
    deck.copy_after(deck.slides[0])
    deck.leave_out(deck.slides[0])
    listed = [one.get("id") for one in every(root, "p:sldId")]
    assert [one.get("id") for one in every(root, "p14:sldId")] == listed
    assert len(listed) == 2


def test_a_copy_gets_creation_ids_of_its_own_and_no_animation() -> None:
    deck = Deck(rich())
    root = private.root(deck.slides[0].part)
    assert root is not None
    root.append(read("<p:timing/>"))
    common = child(root, "p:cSld")
    assert common is not None
    common.append(
        read(
            f'<p:extLst xmlns:p14="{NAMESPACES["p14"]}"><p:ext uri="{{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}}">'
            '<p14:creationId val="7"/></p:ext></p:extLst>'
        )
    )
    copies = [deck.copy_after(deck.slides[0]), deck.copy_after(deck.slides[0])]
    made = [next(every(copy.element, "p14:creationId")).get("val") for copy in copies]
    assert len({"7", *made}) == 3
    assert all(child(copy.element, "p:timing") is None for copy in copies)


ORDERS = sorted(set(itertools.permutations(("copy", "copy", "again", "leave out", "last"))))


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_nothing_is_orphaned_or_shared_in_whatever_order_slides_are_copied_and_left_out(
    order: tuple[str, ...],
) -> None:
    deck = full()
    for step in order:
        slides = deck.slides
        if step == "leave out":
            deck.leave_out(slides[0])
        else:
            deck.copy_after({"copy": slides[0], "again": slides[-2:][0], "last": slides[-1]}[step])
    data = saved(deck)
    assert {fault.rule for fault in faults(data)} <= {fault.rule for fault in faults(FULL())}
    assert len(deck.slides) == 5


def test_the_validator_finds_nothing_new_in_copies_of_copies(tmp_path: Path) -> None:
    deck = full()
    last = deck.slides[0]
    for _ in range(3):
        last = deck.copy_after(last)
    deck.leave_out(deck.slides[1])
    assert complaints(tmp_path, saved(deck)) <= complaints(tmp_path, FULL())


def test_sixty_copies_have_ids_and_parts_of_their_own() -> None:
    deck = full()
    last = deck.slides[0]
    for _ in range(60):
        last = deck.copy_after(last)
    data = saved(deck)
    members = unzipped(data)
    for folder, each in (("charts/chart", 1), ("diagrams/data", 1), ("tags/tag", 1), ("media/", 0)):
        found = [member for member in members if member.startswith(f"ppt/{folder}")]
        assert len(found) == (61 if each else 2)
    assert {fault.rule for fault in faults(data)} <= {fault.rule for fault in faults(FULL())}


def test_the_comments_stay_with_the_slide_that_they_were_written_on() -> None:
    deck = Deck(pptx.Presentation(io.BytesIO(changed(*MODERN)())))
    copy = deck.copy_after(deck.slides[0])
    data = saved(deck)
    assert len([m for m in unzipped(data) if "modernComment" in m]) == 1
    assert b"commentRel" in unzipped(data)["ppt/slides/slide1.xml"]
    assert b"commentRel" not in unzipped(data)["ppt/slides/slide2.xml"]
    assert "used links exist" not in {fault.rule for fault in faults(data)}
    assert copy.slide_id != deck.slides[0].slide_id


def test_a_custom_show_shows_the_copies_too_and_forgets_what_is_left_out() -> None:
    deck = full()
    root = private.root(deck.presentation.part)
    assert root is not None
    deck.copy_after(deck.slides[0])
    shown = [entry.get(name("r:id")) for entry in every(root, "p:sld")]
    assert shown == [entry.get(name("r:id")) for entry in every(root, "p:sldId")][:2]
    deck.leave_out(deck.slides[0])
    assert [entry.get(name("r:id")) for entry in every(root, "p:sld")] == shown[1:]


def test_an_action_button_on_a_layout_forgets_the_slide_that_is_left_out() -> None:
    source = rich()
    button = source.slides[1].shapes[1].element
    layout = source.slide_layouts[5]
    rid = layout.part.relate_to(source.slides[0].part, RT.SLIDE)
    next(every(button, "a:hlinkClick")).set(name("r:id"), rid)
    layout.shapes._spTree.append(button)
    deck = Deck(source)
    deck.leave_out(deck.slides[0])
    data = saved(deck)
    assert b"hlinkClick" not in unzipped(data)["ppt/slideLayouts/slideLayout6.xml"]
    assert new_faults(data) == set()


def test_the_notes_of_a_copy_lead_back_to_the_copy() -> None:
    deck = Deck(rich())
    copy = deck.copy_after(deck.slides[0])
    assert copy.notes_slide.part.part_related_by(RT.SLIDE) is copy.part
    assert copy.notes_slide.part is not deck.slides[0].notes_slide.part


def test_the_private_names_of_python_pptx_are_still_there() -> None:
    part = rich().slides[0].part
    assert private.root(part) is part._element
    assert private.root(next(iter(part.rels.values())).target_part) is not None
    link = next(iter(part.rels.values()))
    assert part.rels._rels[link.rId] is link
    private.relate(part, "rId99", link.reltype, link.target_part, external=False)
    assert part.rels["rId99"].target_part is link.target_part
    assert private.package_links(rich().part.package)
    frame = rich().slides[0].notes_slide.notes_text_frame
    assert child(private.text_body(frame), "a:p") is not None
