"""Charts that stand in a template already: new data, the template's own look."""

import io
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openxml_audit import validate_pptx
from pptx.chart import data as chart_data
from pptx.dml import color
from pptx.enum.chart import XL_CHART_TYPE as KIND
from pptx.enum.chart import XL_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Inches

from boardpack.charts.spec import Chart, ChartKind, Mark, Series
from boardpack.errors import FaultyTag, UnfillableChart
from boardpack.renderers.slides.xml import NAMESPACES, children, every, name, read
from tests.renderers.example import BY_OBJECTIVE, HOSTILE, LOCALITIES, TREND
from tests.renderers.slides.decks import filled, template
from tests.renderers.slides.material import material

DATA: Any = chart_data
RGB: Any = color.RGBColor
COLUMN = KIND.COLUMN_CLUSTERED
THREE = ("A", "B", "C")
_C16 = "http://schemas.microsoft.com/office/drawing/2014/chart"
_UNIQUE = (
    f'<c:extLst><c:ext uri="{{C3380CC4-5D6E-409C-BE32-E72D297353CC}}" xmlns:c16="{_C16}">'
    '<c16:uniqueId val="{00000001-0000-0000-0000-000000000000}"/></c:ext></c:extLst>'
)


def parts(root: Any, *short: str) -> list[Any]:
    """The elements of these names."""
    return list(every(root, *short))


def chart_in(
    deck: Any,
    kind: Any = COLUMN,
    names: Sequence[str] = ("One", "Two"),
    categories: Sequence[str] = THREE,
) -> Any:
    """A chart with dummy data on the first slide, named `chart: it`."""
    data = DATA.CategoryChartData(number_format="0.00")
    data.categories = list(categories)
    for index, title in enumerate(names):
        data.add_series(title, [index + n + 1 for n, _ in enumerate(categories)])
    box = (Inches(1), Inches(2), Inches(8), Inches(4))
    frame = deck.slides[0].shapes.add_chart(kind, *box, data)
    frame.name = "chart: it"
    return frame.chart


def combined(deck: Any, names: Sequence[str] = ("Columns", "Line")) -> Any:
    """Columns and a line that has axes of its own."""
    chart = chart_in(deck, names=names)
    area = chart._chartSpace.find("c:chart/c:plotArea", NAMESPACES)
    columns = area.find("c:barChart", NAMESPACES)
    moved = columns.findall("c:ser", NAMESPACES)[-1]
    for unfit in children(moved, "c:invertIfNegative"):
        moved.remove(unfit)
    moved.append(read('<c:smooth val="0"/>'))
    plot = read(
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        '<c:marker val="1"/><c:axId val="31"/><c:axId val="32"/></c:lineChart>'
    )
    plot.insert(2, moved)
    columns.addnext(plot)
    for old, number, other in (("c:catAx", "31", "32"), ("c:valAx", "32", "31")):
        axis = deepcopy(area.find(old, NAMESPACES))
        axis.find("c:axId", NAMESPACES).set("val", number)
        axis.find("c:crossAx", NAMESPACES).set("val", other)
        area.findall("c:valAx", NAMESPACES)[-1].addnext(axis)
    return chart


def refilled(deck: Any, folder: Path, chart: Chart, **values: Any) -> Any:
    """The template's chart after the deck was filled, and valid."""
    given = material(values or None, charts={"it": chart})
    read_back = filled(deck, folder, given)
    path = folder / "filled.pptx"
    read_back.save(path)
    assert validate_pptx(str(path)).errors == []
    (frame,) = [shape for shape in read_back.slides[0].shapes if shape.has_chart]
    return frame.chart


def named(*names: str, values: Sequence[float | None] = (1.0, 2.0, 3.0)) -> Chart:
    """A chart with these series over three districts."""
    series = tuple(Series(one, tuple(values), "first") for one in names)
    areas = tuple(f"Area {n}" for n, _ in enumerate(values))
    return replace(LOCALITIES, categories=areas, series=series)


def sheet_of(chart: Any) -> list[tuple[Any, ...]]:
    """The rows of the workbook that Edit Data opens."""
    blob = chart.part.chart_workbook.xlsx_part.blob
    sheet = openpyxl.load_workbook(io.BytesIO(blob)).active
    assert sheet is not None
    return list(sheet.iter_rows(values_only=True))


def names_of(chart: Any) -> list[str]:
    return [one.name for plot in chart.plots for one in plot.series]


def test_data_and_workbook_are_new_and_the_look_is_the_templates(tmp_path: Path) -> None:
    deck = template()
    own = chart_in(deck)
    own.has_title = True
    own.chart_title.text_frame.text = "Our title"
    own.plots[0].gap_width = 37
    fill = own.series[0].format.fill
    fill.solid()
    fill.fore_color.rgb = RGB(1, 2, 3)
    made = refilled(deck, tmp_path, LOCALITIES)
    assert (made.chart_type, made.plots[0].gap_width) == (COLUMN, 37)
    assert made.chart_title.text_frame.text == "Our title"
    assert made.series[0].format.fill.fore_color.rgb == RGB(1, 2, 3)
    assert list(made.plots[0].categories) == ["North", "Central", "East"]
    assert [one.values for one in made.series] == [(61.0, 48.5, 70.2), (66.0, 52.5, 81.0)]
    assert sheet_of(made) == [
        (None, "Jul 2018", "Jul 2019"),
        ("North", 61, 66),
        ("Central", 48.5, 52.5),
        ("East", 70.2, 81),
    ]
    codes = {e.text for e in parts(made._chartSpace, "c:formatCode")}
    assert codes == {"0.00"}


def test_the_frame_says_what_the_chart_shows(tmp_path: Path) -> None:
    deck = template()
    chart_in(deck)
    read_back = filled(deck, tmp_path, material(charts={"it": LOCALITIES}))
    (frame,) = [shape for shape in read_back.slides[0].shapes if shape.has_chart]
    said = frame._element._nvXxPr.cNvPr.get("descr")
    assert said == f"{LOCALITIES.headline}. {LOCALITIES.alt}"


def test_a_series_finds_the_templates_series_of_its_name(tmp_path: Path) -> None:
    deck = template()
    own = combined(deck, ("Target", "County"))
    assert names_of(own) == ["Target", "County"]
    made = refilled(deck, tmp_path, named("County", "target"))
    bars, lines = made.plots
    assert [one.name for one in bars.series] == ["target"]
    assert [one.name for one in lines.series] == ["County"]
    numbers = {
        one.name: one._element.find("c:order", NAMESPACES).get("val")
        for plot in made.plots
        for one in plot.series
    }
    assert numbers == {"County": "0", "target": "1"}


def test_a_rating_finds_its_series_by_its_word_without_its_shape(tmp_path: Path) -> None:
    deck = template()
    own = chart_in(deck, KIND.BAR_STACKED, ("Blue", "Green", "Amber", "Red", "No rating"))
    fill = own.series[3].format.fill
    fill.solid()
    fill.fore_color.rgb = RGB(200, 0, 0)
    made = refilled(deck, tmp_path, BY_OBJECTIVE)
    red = made.series[0]
    assert (red.name, red.format.fill.fore_color.rgb) == ("■ Red", RGB(200, 0, 0))


def test_what_the_template_has_too_many_of_goes_with_its_plot_and_axes(tmp_path: Path) -> None:
    deck = template()
    combined(deck)
    made = refilled(deck, tmp_path, named("Columns"))
    root = made._chartSpace
    assert names_of(made) == ["Columns"]
    assert not (parts(root, "c:lineChart"))
    used = {e.get("val") for e in root.iterfind(".//c:barChart/c:axId", NAMESPACES)}
    assert {e.get("val") for e in root.iterfind(".//c:catAx/c:axId", NAMESPACES)} < used
    assert len(parts(root, "c:catAx", "c:valAx")) == 2


def test_further_series_are_like_the_last_in_other_accents(tmp_path: Path) -> None:
    deck = template()
    own = chart_in(deck)
    for index, one in enumerate(own.series):
        one.format.fill.solid()
        one.format.fill.fore_color.theme_color = (
            MSO_THEME_COLOR.ACCENT_1 if index == 0 else MSO_THEME_COLOR.ACCENT_2
        )
        one._element.append(read(_UNIQUE))
    made = refilled(deck, tmp_path, named("One", "Two", "Three", "Four"))
    colours = [one.format.fill.fore_color.theme_color for one in made.series]
    assert colours[:2] == [MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2]
    assert len(set(colours)) == 4
    ids = list(made._chartSpace.iter(f"{{{_C16}}}uniqueId"))
    assert len(ids) == 2  # of the two that the template had
    assert [c for c in sheet_of(made)[0] if c] == ["One", "Two", "Three", "Four"]


@pytest.mark.parametrize("count", [2, 3, 6])
def test_what_was_special_about_the_last_point_follows_it(tmp_path: Path, count: int) -> None:
    deck = template()
    own = chart_in(deck, KIND.LINE)
    point = own.series[0].points[2]
    point.format.fill.solid()
    point.data_label.position = XL_LABEL_POSITION.ABOVE
    own.series[0].points[0].format.fill.solid()
    made = refilled(deck, tmp_path, named("One", "Two", values=[1.0] * count))
    (first, _) = parts(made._chartSpace, "c:ser")
    places = [i.get("val") for i in first.iterfind("c:dPt/c:idx", NAMESPACES)]
    labels = [i.get("val") for i in first.iterfind("c:dLbls/c:dLbl/c:idx", NAMESPACES)]
    assert sorted(places) == ["0", str(count - 1)]
    assert labels == [str(count - 1)]


def test_a_label_at_the_end_alone_stays_alone(tmp_path: Path) -> None:
    deck = template()
    own = chart_in(deck, KIND.LINE, ("One",))
    hidden = "".join(f'<c:dLbl><c:idx val="{n}"/><c:delete val="1"/></c:dLbl>' for n in (0, 1))
    shown = (
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
    (series,) = parts(own._chartSpace, "c:ser")
    series.find("c:cat", NAMESPACES).addprevious(read(f"<c:dLbls>{hidden}{shown}</c:dLbls>"))
    made = refilled(deck, tmp_path, named("One", values=[1.0, 2.0, 3.0, 4.0, 5.0]))
    (filled_series,) = parts(made._chartSpace, "c:ser")
    gone = [i.get("val") for i in filled_series.iterfind("c:dLbls/c:dLbl/c:idx", NAMESPACES)]
    assert gone == ["0", "1", "2", "3"]


def test_percentages_fill_a_format_of_shares_as_shares(tmp_path: Path) -> None:
    deck = template()
    own = chart_in(deck)
    for code in parts(own._chartSpace, "c:formatCode"):
        code.text = "0%"
    made = refilled(deck, tmp_path, LOCALITIES)
    assert made.series[0].values == pytest.approx((0.61, 0.485, 0.702))
    assert sheet_of(made)[1][1] == pytest.approx(0.61)


def test_a_scale_that_the_data_outgrew_is_free_and_another_is_kept(tmp_path: Path) -> None:
    deck = template()
    own = chart_in(deck)
    own.value_axis.minimum_scale, own.value_axis.maximum_scale = 0, 5
    made = refilled(deck, tmp_path, LOCALITIES)
    assert (made.value_axis.minimum_scale, made.value_axis.maximum_scale) == (0, None)


def test_an_axis_of_dates_becomes_one_of_words(tmp_path: Path) -> None:
    from datetime import date

    deck = template()
    data = DATA.CategoryChartData()
    data.categories = [date(2019, 1, 1), date(2019, 2, 1)]
    data.add_series("One", [1, 2])
    box = (Inches(1), Inches(2), Inches(8), Inches(4))
    deck.slides[0].shapes.add_chart(KIND.LINE, *box, data).name = "chart: it"
    made = refilled(deck, tmp_path, TREND)
    assert not (parts(made._chartSpace, "c:dateAx"))
    assert list(made.plots[0].categories) == list(TREND.categories)
    blanks = made._chartSpace.find(".//c:dispBlanksAs", NAMESPACES)
    assert blanks.get("val") == "gap"


def test_points_that_are_more_than_chance_are_shapes_in_a_line_chart_too(tmp_path: Path) -> None:
    deck = template()
    chart_in(deck, KIND.LINE_MARKERS, ("County", "Target"))
    chart = replace(TREND, series=TREND.series[:2], marks=(Mark(3, "concern"),))
    made = refilled(deck, tmp_path, chart)
    concern = (parts(made._chartSpace, "c:ser"))[-1]
    assert concern.findtext("c:tx//c:v", "", NAMESPACES) == "Concern"
    assert concern.find("c:marker/c:symbol", NAMESPACES).get("val") == "diamond"
    assert concern.find("c:spPr/a:ln/a:noFill", NAMESPACES) is not None


def test_small_multiples_fill_a_chart_of_the_template_as_lines_in_it(tmp_path: Path) -> None:
    deck = template()
    chart_in(deck, KIND.LINE, ("One",))
    made = refilled(deck, tmp_path, replace(TREND, kind=ChartKind.SMALL_MULTIPLES))
    assert names_of(made) == ["County", "Target", "England"]


def test_tags_in_titles_are_filled_once_and_what_fills_them_is_no_tag(tmp_path: Path) -> None:
    deck = template()
    own = chart_in(deck)
    own.has_title = own.value_axis.has_title = True
    own.chart_title.text_frame.text = "For {{ word }}"
    own.value_axis.axis_title.text_frame.text = "In {{ word }}"
    made = refilled(deck, tmp_path, named(HOSTILE), word=HOSTILE)
    assert made.chart_title.text_frame.text == f"For {HOSTILE}"
    assert made.value_axis.axis_title.text_frame.text == f"In {HOSTILE}"
    assert sheet_of(made)[0][1] == HOSTILE


def test_a_wrong_tag_in_a_title_is_told_with_its_chart(tmp_path: Path) -> None:
    deck = template()
    own = chart_in(deck)
    own.has_title = True
    own.chart_title.text_frame.text = "{{ nothing }}"
    with pytest.raises(FaultyTag, match=r'slide 1, shape "chart: it", title'):
        refilled(deck, tmp_path, LOCALITIES)


def test_a_title_that_was_linked_to_a_cell_keeps_its_words(tmp_path: Path) -> None:
    deck = template()
    own = chart_in(deck)
    own.has_title = True
    text = own._chartSpace.find("c:chart/c:title", NAMESPACES)
    for old in list(text):
        text.remove(old)
    text.append(
        read(
            "<c:tx><c:strRef><c:f>Old!$A$1</c:f><c:strCache>"
            '<c:ptCount val="1"/><c:pt idx="0"><c:v>Linked</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        )
    )
    text.append(read('<c:overlay val="0"/>'))
    made = refilled(deck, tmp_path, LOCALITIES)
    assert made.chart_title.text_frame.text == "Linked"
    assert names_of(made) == ["Jul 2018", "Jul 2019"]
    formulas = {e.text.split("!")[0] for e in parts(made._chartSpace, "c:f")}
    assert formulas == {"Sheet1"}


def scatter(deck: Any) -> None:
    data = DATA.XyChartData()
    data.add_series("One").add_data_point(1, 2)
    box = (Inches(1), Inches(2), Inches(8), Inches(4))
    deck.slides[0].shapes.add_chart(KIND.XY_SCATTER, *box, data).name = "chart: it"


def bubbles(deck: Any) -> None:
    data = DATA.BubbleChartData()
    data.add_series("One").add_data_point(1, 2, 3)
    box = (Inches(1), Inches(2), Inches(8), Inches(4))
    deck.slides[0].shapes.add_chart(KIND.BUBBLE, *box, data).name = "chart: it"


def pie(deck: Any) -> None:
    chart_in(deck, KIND.PIE, ("One",))


def hollow(deck: Any) -> None:
    own = chart_in(deck, KIND.PIE, ("One",))
    for one in parts(own._chartSpace, "c:ser"):
        one.getparent().remove(one)


def waterfall(deck: Any) -> None:
    """A chart of Office 2016, which stands in a choice between it and a picture."""
    slide = deck.slides[0]
    frame = deepcopy(chart_in(deck) and slide.shapes[-1]._element)
    tree = slide.shapes._spTree
    tree.remove(slide.shapes[-1]._element)
    holder = frame.find("a:graphic/a:graphicData", NAMESPACES)
    holder.set("uri", "http://schemas.microsoft.com/office/drawing/2014/chartex")
    holder.remove(holder[0])
    choice = read(
        f'<mc:AlternateContent xmlns:mc="{NAMESPACES["mc"]}"><mc:Choice Requires="cx1" '
        'xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex"/>'
        "</mc:AlternateContent>"
    )
    choice[0].append(frame)
    tree.append(choice)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (scatter, "an XY .scatter. chart cannot show categories"),
        (bubbles, "a bubble chart cannot show categories"),
        (pie, "a pie shows one series"),
        (hollow, "the chart has no series"),
        (waterfall, "a chart of this kind cannot be given data"),
    ],
)
def test_a_chart_that_cannot_take_the_data_is_refused_with_what_to_do(
    tmp_path: Path, make: Any, said: str
) -> None:
    deck = template()
    make(deck)
    with pytest.raises(UnfillableChart, match=said) as caught:
        refilled(deck, tmp_path, LOCALITIES)
    assert 'slide 1, shape "chart: it"' in str(caught.value)
    assert "Chart Design" in str(caught.value) or "Edit Data" in str(caught.value)


@pytest.mark.parametrize(
    "kind",
    [KIND.AREA_STACKED, KIND.BAR_STACKED_100, KIND.DOUGHNUT, KIND.LINE_STACKED],
)
def test_every_kind_with_categories_is_refilled(tmp_path: Path, kind: Any) -> None:
    deck = template()
    chart_in(deck, kind, ("One", "Two", "Three", "Four"))
    made = refilled(deck, tmp_path, LOCALITIES)
    assert names_of(made) == ["Jul 2018", "Jul 2019"]
    assert made._chartSpace.tag == name("c:chartSpace")
