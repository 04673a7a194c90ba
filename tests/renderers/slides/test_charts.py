import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import validate_pptx
from pptx.oxml import parse_xml
from pptx.util import Inches

from boardpack.charts.spec import Chart, ChartKind, Mark, Series
from boardpack.model.metrics import Unit
from boardpack.renderers.slides.charts.palette import Palette
from boardpack.renderers.slides.charts.parts import number_format
from boardpack.renderers.slides.charts.workbook import column, workbook
from boardpack.renderers.slides.charts.writing import canvas_for, chart_xml
from boardpack.renderers.slides.xml import NAMESPACES, every
from boardpack.style import Role, Style
from tests.renderers.example import BY_OBJECTIVE, HOSTILE, LOCALITIES, TREND
from tests.renderers.slides.decks import filled, rectangle, template
from tests.renderers.slides.material import material

PALETTE = Palette.of(template().slides[0], Style())
HOLLOW = replace(TREND, series=(Series("County", (None,) * 8, "main"),))
SHARP = replace(
    BY_OBJECTIVE,
    headline=HOSTILE,
    alt=HOSTILE,
    categories=(HOSTILE, "=1+1", "http://x"),
    series=(
        Series(HOSTILE, (1, None, float("nan")), "red"),
        Series("@SUM(A1)", (0, -2, 3), "unrated"),
    ),
)
ALL = (BY_OBJECTIVE, TREND, LOCALITIES, HOLLOW, SHARP)


def placed(chart: Chart, folder: Path) -> Any:
    """The frame of the chart on a slide."""
    deck = template()
    rectangle(deck.slides[0], "chart: it", (1, 2, 8, 4))
    read_back = filled(deck, folder, material(charts={"it": chart}))
    (frame,) = [shape for shape in read_back.slides[0].shapes if shape.has_chart]
    return frame


@pytest.mark.parametrize("chart", ALL, ids=["stacked", "lines", "bars", "hollow", "sharp"])
def test_a_chart_stands_natively_where_its_shape_stood(chart: Chart, tmp_path: Path) -> None:
    frame = placed(chart, tmp_path)
    assert (frame.left, frame.top) == (Inches(1), Inches(2))
    assert (frame.width, frame.height) == (Inches(8), Inches(4))
    assert frame.name == "chart: it"
    assert frame._element._nvXxPr.cNvPr.get("descr") == f"{chart.headline}. {chart.alt}"
    assert [str(one) for one in frame.chart.plots[0].categories] == list(chart.categories)


@pytest.mark.parametrize("chart", ALL, ids=["stacked", "lines", "bars", "hollow", "sharp"])
def test_edit_data_finds_the_figures_of_the_chart(chart: Chart, tmp_path: Path) -> None:
    blob = placed(chart, tmp_path).chart.part.chart_workbook.xlsx_part.blob
    sheet = openpyxl.load_workbook(io.BytesIO(blob)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == list(chart.categories)
    for index, series in enumerate(chart.series, start=1):
        finite = [v if v is not None and v == v else None for v in series.values]  # noqa: PLR0124 - NaN
        assert [row[index] if index < len(row) else None for row in rows[1:]] == finite


def test_words_that_look_like_formulas_or_links_stay_words() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(SHARP))).active
    assert sheet is not None
    kinds = {
        cell.data_type for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)
    }
    assert kinds == {"s"}
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)


def test_two_workbooks_of_one_chart_are_the_same_bytes() -> None:
    assert workbook(TREND) == workbook(TREND)


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_are_named_as_excel_names_them(index: int, letters: str) -> None:
    assert column(index) == letters


def test_ratings_have_their_colours_words_and_shapes(tmp_path: Path) -> None:
    plot = placed(BY_OBJECTIVE, tmp_path).chart.plots[0]
    assert [series.name for series in plot.series] == [
        "■ Red",
        "▲ Amber",
        "● Green",
        "✓ Blue",
        "No rating",
    ]
    colours = [str(series.format.fill.fore_color.rgb) for series in plot.series]
    assert colours == ["8B0A1A", "FFBF3F", "7CC99A", "1F4E9E", "FFFFFF"]


def test_the_last_point_of_each_line_has_its_label_and_a_gap_has_no_point(tmp_path: Path) -> None:
    root = placed(TREND, tmp_path).chart._chartSpace
    labels = [
        (
            series.findtext("c:tx//c:v", "", NAMESPACES),
            [i.get("val") for i in series.iterfind("c:dLbls/c:dLbl/c:idx", NAMESPACES)],
        )
        for series in every(root, "c:ser")
    ]
    assert labels == [("County", ["7"]), ("Target", ["7"]), ("England", ["7"])]
    places = [pt.get("idx") for pt in root.iterfind(".//c:ser[1]/c:val//c:pt", NAMESPACES)]
    assert places == ["0", "1", "2", "3", "4", "6", "7"]


CONTROL = replace(
    TREND,
    series=(
        TREND.series[0],
        Series("Average", (2000.0,) * 4 + (2100.0,) * 4, "mean"),
        Series("Limit", (2200.0,) * 8, "limit"),
    ),
    marks=(Mark(1, "improvement"), Mark(3, "concern"), Mark(7, "neutral")),
)


def by_name(root: Any) -> dict[str, Any]:
    """The series of a chart by their names."""
    return {one.findtext("c:tx//c:v", "", NAMESPACES): one for one in every(root, "c:ser")}


def test_points_that_are_more_than_chance_are_series_of_shapes_without_a_line(
    tmp_path: Path,
) -> None:
    series = by_name(placed(CONTROL, tmp_path).chart._chartSpace)
    found = {}
    for name in ("Improvement", "Concern", "Other change"):
        one = series[name]
        assert one.find("c:spPr/a:ln/a:noFill", NAMESPACES) is not None
        places = [point.get("idx") for point in one.iterfind("c:val//c:pt", NAMESPACES)]
        symbol = one.find("c:marker/c:symbol", NAMESPACES)
        colour = one.find("c:marker/c:spPr/a:solidFill/*", NAMESPACES)
        found[symbol.get("val")] = (places, colour.get("val"))
    assert found == {
        "circle": (["1"], "1D70B8"),
        "diamond": (["3"], "C2410C"),
        "square": (["7"], "5A3E85"),
    }
    assert not list(every(series["County"], "c:dPt"))  # its last point is marked otherwise


def test_a_legend_explains_the_shapes_and_leaves_out_what_is_named_at_its_end(
    tmp_path: Path,
) -> None:
    root = placed(CONTROL, tmp_path).chart._chartSpace
    gone = [i.get("val") for i in root.iterfind(".//c:legendEntry/c:idx", NAMESPACES)]
    shown = [name for index, name in enumerate(by_name(root)) if str(index) not in gone]
    assert shown == ["Improvement", "Concern", "Other change"]


def test_a_mean_that_begins_anew_steps_and_only_the_one_that_holds_is_labelled(
    tmp_path: Path,
) -> None:
    series = by_name(placed(CONTROL, tmp_path).chart._chartSpace)
    old, new = series["Average until Oct 2018"], series["Average"]
    assert [p.get("idx") for p in old.iterfind("c:val//c:pt", NAMESPACES)] == list("0123")
    assert [p.get("idx") for p in new.iterfind("c:val//c:pt", NAMESPACES)] == list("4567")
    assert not list(every(old, "c:dLbl"))
    assert len(list(every(new, "c:dLbl"))) == 1
    dashes = [d.get("val") for d in series["Limit"].iterfind("c:spPr//a:prstDash", NAMESPACES)]
    assert dashes == ["sysDot"]


def test_a_chart_without_figures_says_so(tmp_path: Path) -> None:
    chart = placed(HOLLOW, tmp_path).chart
    assert chart.chart_title.text_frame.text == "No data"


def test_a_placeholder_becomes_a_chart_at_the_layouts_place(tmp_path: Path) -> None:
    deck = template(layout=1)
    holder = deck.slides[0].placeholders[1]
    holder.name = "Chart: trend  cla_count"
    read_back = filled(deck, tmp_path)
    (frame,) = [shape for shape in read_back.slides[0].shapes if shape.has_chart]
    assert (frame.left, frame.width) == (holder.left, holder.width)
    assert frame.is_placeholder  # so that another layout moves it
    assert frame.placeholder_format.idx == 1


@pytest.mark.parametrize(
    ("unit", "value", "code"),
    [
        (Unit.COUNT, 2126, "#,##0"),
        (Unit.PERCENT, 59.3, '#,##0.0"%"'),
        (Unit.PERCENT, 60.0, '#,##0"%"'),
        (Unit.DAYS, 458, '#,##0" days"'),
    ],
)
def test_figures_are_written_as_on_the_pages(unit: Unit, value: float, code: str) -> None:
    assert number_format(unit, value).split(";")[0] == code


def test_names_that_have_no_room_are_smaller_and_at_last_cut_short() -> None:
    def sized(name: str, count: int) -> tuple[int, str]:
        columns = tuple(replace(one, values=(1,) * count) for one in BY_OBJECTIVE.series)
        chart = replace(BY_OBJECTIVE, categories=(name,) * count, series=columns)
        canvas = canvas_for(chart, 648.0, 360.0, PALETTE)
        return canvas.size, canvas.chart.categories[0]

    assert sized("Short", 9) == (18, "Short")
    size, name = sized("A title that needs some more room", 12)
    assert (12 <= size < 18, name) == (True, "A title that needs some more room")
    assert sized("Many words " * 20, 12)[1].endswith("…")


ROLES: tuple[Role, ...] = ("red", "amber", "unrated", "main", "target", "comparator", "first")
VALUES = st.one_of(st.none(), st.integers(0, 5000), st.floats(-1e6, 1e6), st.just(float("nan")))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    count = draw(st.integers(1, 12))
    words = st.text(max_size=30)
    return Chart(
        "any",
        draw(st.sampled_from(ChartKind)),
        "Headline",
        "Subtitle",
        draw(st.sampled_from(Unit)),
        tuple(draw(st.lists(words, min_size=count, max_size=count))),
        tuple(
            Series(
                draw(words),
                tuple(draw(st.lists(VALUES, min_size=count, max_size=count))),
                draw(st.sampled_from(ROLES)),
            )
            for _ in range(draw(st.integers(1, 4)))
        ),
        "Source",
        "Alt",
    )


@settings(max_examples=60, deadline=None)
@given(charts())
def test_any_chart_can_be_written(chart: Chart) -> None:
    root = parse_xml(chart_xml(canvas_for(chart, 648.0, 360.0, PALETTE)))
    assert len(list(every(root, "c:ser"))) >= len(chart.series)
    assert workbook(chart)


def test_every_kind_of_chart_on_one_slide_is_valid(tmp_path: Path) -> None:
    deck = template()
    for index in range(len(ALL)):
        rectangle(deck.slides[0], f"chart: c{index}", (1, 1 + index, 6, 1))
    result = filled(deck, tmp_path, material(charts={f"c{i}": one for i, one in enumerate(ALL)}))
    path = tmp_path / "out.pptx"
    result.save(path)
    assert len([shape for shape in result.slides[0].shapes if shape.has_chart]) == len(ALL)
    assert validate_pptx(str(path)).errors == []
