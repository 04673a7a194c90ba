"""Tags are filled wherever PowerPoint keeps text, and refused where they cannot be."""

from pathlib import Path
from typing import Any

import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Inches

from boardpack.errors import FaultyTag
from boardpack.renderers.slides.xml import DECLARED, NAMESPACES, every, read
from tests.renderers.slides.decks import filled, rectangle, template

TAG, SAID = "{{ board.date }}", "14 August 2019"


def all_text(element: Any) -> list[str]:
    return [t.text or "" for t in every(element, "a:t")]


def test_tags_in_groups_within_groups_are_filled(tmp_path: Path) -> None:
    deck = template()
    outer = deck.slides[0].shapes.add_group_shape()
    inner = outer.shapes.add_group_shape()
    box = inner.shapes.add_textbox(Inches(1), Inches(2), Inches(3), Inches(1))
    box.text_frame.text = TAG
    (slide,) = filled(deck, tmp_path).slides
    assert all_text(slide.element) == ["A title", SAID]


def test_both_forms_of_a_shape_that_older_programs_see_otherwise_are_filled(tmp_path: Path) -> None:
    deck = template()
    tree = deck.slides[0].shapes._spTree
    forms = "".join(
        f'<mc:{form} {needs}><p:sp><p:nvSpPr><p:cNvPr id="9" name="Box" descr="{TAG}"/><p:cNvSpPr/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{TAG}</a:t></a:r></a:p></p:txBody>"
        f"</p:sp></mc:{form}>"
        for form, needs in (("Choice", 'Requires="p14"'), ("Fallback", ""))
    )
    declared = f'xmlns:mc="{NAMESPACES["mc"]}" xmlns:p14="{NAMESPACES["p14"]}"'
    holder = read(f"<p:g {declared}><mc:AlternateContent>{forms}</mc:AlternateContent></p:g>")
    tree.append(holder[0])
    (slide,) = filled(deck, tmp_path).slides
    assert all_text(slide.element) == ["A title", SAID, SAID]
    assert [one.get("descr") for one in every(slide.element, "p:cNvPr")].count(SAID) == 2


def test_names_and_alternative_texts_are_filled_with_curly_quotes_too(tmp_path: Path) -> None:
    deck = template()
    shape = rectangle(deck.slides[0], "{{ board.date }} – “so”")
    shape._element.nvSpPr.cNvPr.set("descr", "{{ board[“marking”] }}")
    (slide,) = filled(deck, tmp_path).slides
    found = slide.shapes[1]
    assert found.name == "14 August 2019 – “so”"
    assert found._element.nvSpPr.cNvPr.get("descr") == "OFFICIAL"


def test_the_titles_of_a_charts_plot_and_axes_are_filled(tmp_path: Path) -> None:
    deck = template()
    make: Any = CategoryChartData
    data = make()
    data.categories = ["a", "b"]
    data.add_series("One", (1, 2))
    size = (Inches(1), Inches(2), Inches(6), Inches(4))
    frame = deck.slides[0].shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *size, data)
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = f"Until {TAG}"
    frame.chart.value_axis.has_title = True
    frame.chart.value_axis.axis_title.text_frame.text = TAG
    (slide,) = filled(deck, tmp_path).slides
    chart = next(one.chart for one in slide.shapes if one.has_chart)
    assert chart.chart_title.text_frame.text == f"Until {SAID}"
    assert chart.value_axis.axis_title.text_frame.text == SAID


def test_the_foot_of_slides_and_all_texts_of_the_notes_are_filled(tmp_path: Path) -> None:
    deck = template()
    slide = deck.slides[0]
    foot = next(
        one
        for one in slide.slide_layout.placeholders
        if one.placeholder_format.type == PP_PLACEHOLDER.FOOTER
    )
    slide.shapes.clone_placeholder(foot)
    slide.placeholders[foot.placeholder_format.idx].text_frame.text = TAG
    slide.notes_slide.notes_text_frame.text = f"Say: {TAG}"
    (read_back,) = filled(deck, tmp_path).slides
    assert SAID in all_text(read_back.element)
    assert read_back.notes_slide.notes_text_frame.text == f"Say: {SAID}"


def with_smart_art(deck: Any, text: str) -> None:
    """Give the deck's slide the data part of a SmartArt drawing."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    data = (
        f'<dgm:dataModel xmlns:dgm="{dgm}" {DECLARED}><dgm:ptLst><dgm:pt modelId="1"><dgm:t><a:bodyPr/>'
        f"<a:p><a:r><a:t>{text[:3]}</a:t></a:r><a:r><a:t>{text[3:]}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        "</dgm:ptLst></dgm:dataModel>"
    )
    part = Part(
        PackURI("/ppt/diagrams/data1.xml"),
        "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
        deck.part.package,
        data.encode(),
    )
    deck.slides[0].part.relate_to(part, kind)


def test_a_tag_in_smart_art_is_refused_with_its_slide(tmp_path: Path) -> None:
    deck = template()
    with_smart_art(deck, TAG)
    with pytest.raises(FaultyTag, match=r'slide 1: "\{\{ board.date \}\}" .* stands in SmartArt'):
        filled(deck, tmp_path)


def test_smart_art_without_tags_stays(tmp_path: Path) -> None:
    deck = template()
    with_smart_art(deck, "Plan, do, review")
    read_back = filled(deck, tmp_path)
    parts = {str(part.partname): part for part in read_back.part.package.iter_parts()}
    assert b"view" in parts["/ppt/diagrams/data1.xml"].blob
