"""Small multiples in a deck: a native chart a panel in the box of one shape."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openxml_audit import validate_pptx
from pptx.util import Inches

from boardpack.charts.spec import Chart, Series
from boardpack.renderers.slides.xml import NAMESPACES
from tests.renderers.example import AREAS
from tests.renderers.slides.decks import filled, rectangle, template, text_box
from tests.renderers.slides.material import material

BOX = (1.0, 2.0, 8.0, 4.0)


def panels_of(chart: Chart, folder: Path) -> list[Any]:
    """The frames of a filled slide on which a text stands behind the chart's shape."""
    deck = template()
    rectangle(deck.slides[0], "chart: it", BOX)
    text_box(deck.slides[0], "Behind", name="Behind", box=(1, 6.2, 8, 0.5))
    read_back = filled(deck, folder, material(charts={"it": chart}))
    path = folder / "out.pptx"
    read_back.save(path)
    assert validate_pptx(str(path)).errors == []
    names = [shape.name for shape in read_back.slides[0].shapes]
    assert names[-1] == "Behind"  # the panels are read where the shape was read
    numbers = [shape.shape_id for shape in read_back.slides[0].shapes]
    assert len(set(numbers)) == len(numbers)
    return [shape for shape in read_back.slides[0].shapes if shape.has_chart]


def scales(frame: Any) -> tuple[str, str]:
    bounds = frame.chart._chartSpace.find(".//c:valAx/c:scaling", NAMESPACES)
    low, high = (bounds.find(f"c:{end}", NAMESPACES).get("val") for end in ("min", "max"))
    return low, high


def test_each_area_has_a_chart_in_the_box_named_by_its_cell(tmp_path: Path) -> None:
    frames = panels_of(AREAS, tmp_path)
    titles = [f.chart._chartSpace.findtext("c:chart/c:title//c:v", "", NAMESPACES) for f in frames]
    assert titles == ["North", "Central", "East"]
    for frame in frames:
        assert Inches(BOX[0]) <= frame.left
        assert frame.left + frame.width <= Inches(BOX[0] + BOX[2])
        assert Inches(BOX[1]) <= frame.top
        assert frame.top + frame.height <= Inches(BOX[1] + BOX[3])
    for one in frames:
        for other in frames:
            apart = (
                one.left + one.width <= other.left
                or other.left + other.width <= one.left
                or one.top + one.height <= other.top
                or other.top + other.height <= one.top
            )
            assert apart or one is other


def test_all_panels_have_one_scale_and_the_first_of_a_row_tells_it(tmp_path: Path) -> None:
    frames = panels_of(AREAS, tmp_path)
    assert len({scales(frame) for frame in frames}) == 1
    for frame in frames:
        axis = frame.chart._chartSpace.find(".//c:valAx/c:tickLblPos", NAMESPACES)
        assert (axis.get("val") == "nextTo") == (frame.left == Inches(BOX[0]))


def test_each_panel_has_its_own_workbook_and_says_what_it_shows(tmp_path: Path) -> None:
    frames = panels_of(AREAS, tmp_path)
    books = [frame.chart.part.chart_workbook.xlsx_part for frame in frames]
    assert len({book.partname for book in books}) == 3
    sheet = openpyxl.load_workbook(io.BytesIO(books[1].blob)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == (None, "Central", "Target")
    assert rows[1] == ("Jan 2018", 48.5, 70)
    said = [frame._element._nvXxPr.cNvPr.get("descr") for frame in frames]
    assert said[0].startswith(AREAS.headline)
    assert said[1] == "Central: 48.5% in Jan 2018, 52.5% in Oct 2019. The target is 70%."


@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_any_number_of_areas_has_room(tmp_path: Path, count: int) -> None:
    areas = tuple(replace(AREAS.series[n % 3], name=f"Area {n}") for n in range(count))
    frames = panels_of(replace(AREAS, series=(*areas, AREAS.series[3])), tmp_path)
    assert len(frames) == count


def test_an_area_without_values_has_its_empty_panel(tmp_path: Path) -> None:
    gone = Series("North", (None,) * 8, "main")
    frames = panels_of(replace(AREAS, series=(gone, *AREAS.series[1:])), tmp_path)
    assert len(frames) == 3
    assert frames[0]._element._nvXxPr.cNvPr.get("descr").endswith("North: no values.")


def test_without_any_value_one_chart_says_so(tmp_path: Path) -> None:
    empty = tuple(replace(one, values=(None,) * 8) for one in AREAS.series)
    (frame,) = panels_of(replace(AREAS, series=empty), tmp_path)
    assert frame.chart.chart_title.text_frame.text == "No data"


def test_the_same_slide_gives_the_same_numbers_twice(tmp_path: Path) -> None:
    once = [frame.shape_id for frame in panels_of(AREAS, tmp_path)]
    assert once == [frame.shape_id for frame in panels_of(AREAS, tmp_path)]
