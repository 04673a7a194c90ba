"""Charts drawn: read from the paths and labels that every output paints."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardpack.charts.drawing.draw import draw
from boardpack.charts.drawing.lettering import width_of
from boardpack.charts.drawing.picture import Close, Curve, Label, Line, Move, Picture, Shape
from boardpack.charts.drawing.small_multiples import columns_for
from boardpack.charts.spec import Chart, ChartKind, Mark, Series
from boardpack.model.metrics import Unit
from boardpack.style import OPEN_SANS, Role, Style
from tests.renderers.example import AREAS, BY_OBJECTIVE, HOSTILE, LOCALITIES, TREND

WIDTH = 482.0
ALL = (BY_OBJECTIVE, TREND, LOCALITIES, AREAS)


def labels(picture: Picture) -> list[Label]:
    return [item for item in picture.items if isinstance(item, Label)]


def texts(picture: Picture) -> list[str]:
    return [label.text for label in labels(picture)]


def shapes(picture: Picture) -> list[Shape]:
    return [item for item in picture.items if isinstance(item, Shape)]


def points(shape: Shape) -> Iterator[tuple[float, float]]:
    for segment in shape.segments:
        match segment:
            case Move(to) | Line(to) | Curve(_, _, to):
                yield to
            case Close():
                pass


def extent(label: Label) -> tuple[float, float, float, float]:
    x, y = label.at
    return (
        x,
        y,
        x + width_of(label.text, label.size, label.weight),
        y + OPEN_SANS.cap_height * label.size,
    )


def overlapping(found: Sequence[Label]) -> list[tuple[str, str]]:
    def touch(one: Label, other: Label) -> bool:
        left, bottom, right, top = extent(one)
        left_2, bottom_2, right_2, top_2 = extent(other)
        return left < right_2 and left_2 < right and bottom < top_2 and bottom_2 < top

    return [
        (one.text, other.text)
        for i, one in enumerate(found)
        for other in found[i + 1 :]
        if touch(one, other)
    ]


def outside(picture: Picture) -> list[str]:
    slack = 0.6
    return [
        label.text
        for label in labels(picture)
        for left, bottom, right, top in [extent(label)]
        if left < -slack
        or bottom < -slack
        or right > picture.width + slack
        or top > picture.height + slack
    ]


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.kind)
@pytest.mark.parametrize("width", [235.0, WIDTH])
def test_labels_stay_on_the_sheet_and_apart(chart: Chart, width: float) -> None:
    picture = draw(chart, width)
    assert labels(picture)
    assert picture.width == width
    assert not outside(picture)
    assert not overlapping(labels(picture))


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.kind)
def test_the_same_chart_gives_the_same_picture(chart: Chart) -> None:
    assert draw(chart, WIDTH) == draw(chart, WIDTH)


def test_stacked_bars_are_as_long_as_their_counts() -> None:
    style = Style()
    picture = draw(BY_OBJECTIVE, WIDTH)
    colour = style.series("blue").fill
    across = [
        max(x for x, _ in found) - min(x for x, _ in found)
        for shape in shapes(picture)
        if shape.fill == colour and (found := list(points(shape)))
    ]
    bars = sorted(across)[-3:]
    assert bars[2] / bars[0] == pytest.approx(6 / 2, rel=0.03)
    assert bars[1] / bars[0] == pytest.approx(4 / 2, rel=0.03)


def test_stacked_bars_say_the_words_of_their_ratings_and_the_totals() -> None:
    said = texts(draw(BY_OBJECTIVE, WIDTH))
    assert {"Red", "Amber", "Green", "Blue", "No rating"} <= set(said)
    assert {"20", "24", "11"} <= set(said)


def test_a_segment_of_none_has_no_label() -> None:
    assert "0" not in texts(draw(BY_OBJECTIVE, WIDTH))


def test_a_line_is_labelled_at_its_last_point_and_its_target_is_dashed() -> None:
    picture = draw(TREND, WIDTH)
    assert "County 2,120" in texts(picture)
    assert "Target 1,646" in texts(picture)
    dashed = [shape for shape in shapes(picture) if shape.dash]
    assert {shape.stroke for shape in dashed} == {Style().target}


def test_a_gap_breaks_the_main_line_and_not_the_comparator() -> None:
    picture = draw(TREND, WIDTH)
    style = Style()
    drawn = [s for s in shapes(picture) if s.stroke == style.main and s.width > 2]
    corners = [
        len(list(points(s))) for s in shapes(picture) if s.stroke == style.comparator and not s.fill
    ]
    assert sorted(len(list(points(s))) for s in drawn) == [2, 5]
    assert [count for count in corners if count > 2] == [3]  # ticks are as grey, and shorter


def test_bars_show_each_value_and_a_dash_where_there_is_none() -> None:
    first, second = LOCALITIES.series
    chart = replace(LOCALITIES, series=(replace(first, values=(61.0, None, 70.2)), second))
    said = texts(draw(chart, WIDTH))
    assert {"61%", "70.2%", "66%", "52.5%", "81%", "–"} <= set(said)


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.kind)
def test_a_chart_without_values_says_so(chart: Chart) -> None:
    empty = replace(
        chart,
        series=tuple(replace(one, values=(None,) * len(one.values)) for one in chart.series),
    )
    assert "No data" in " ".join(texts(draw(empty, WIDTH)))


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: chart.kind)
def test_one_category_is_enough(chart: Chart) -> None:
    one = replace(
        chart,
        categories=chart.categories[:1],
        series=tuple(replace(series, values=series.values[:1]) for series in chart.series),
    )
    picture = draw(one, WIDTH)
    assert not outside(picture)
    assert not overlapping(labels(picture))


@pytest.mark.parametrize("name", ["$x_1$ and $y$", "a_b^c", "50% of \\frac{1}{2}", HOSTILE])
def test_a_name_is_never_read_as_a_formula(name: str) -> None:
    chart = replace(BY_OBJECTIVE, categories=(name, *BY_OBJECTIVE.categories[1:]))
    said = "".join(texts(draw(chart, WIDTH))).replace(" ", "")
    assert "".join(name.split())[:12] in said


@pytest.mark.parametrize("length", [12, 30])
def test_many_long_categories_stay_apart(length: int) -> None:
    names = tuple(
        f"Objective {n}: a long name of what is to be achieved by it" for n in range(length)
    )
    series = tuple(
        replace(s, values=tuple(float(n % 7) for n in range(length))) for s in BY_OBJECTIVE.series
    )
    picture = draw(replace(BY_OBJECTIVE, categories=names, series=series), WIDTH)
    assert not outside(picture)
    assert not overlapping(labels(picture))


values = st.one_of(st.none(), st.floats(-1e6, 1e6, allow_nan=False), st.integers(0, 400).map(float))
ROLES: tuple[Role, ...] = ("main", "target", "comparator")


@st.composite
def charts(draw_from: st.DrawFn) -> Chart:
    kind = draw_from(st.sampled_from(ChartKind))
    count = draw_from(st.integers(1, 14))
    whole = st.integers(0, 60).map(float) if kind is ChartKind.STACKED_BARS else values
    roles: tuple[Role, ...] = ROLES if kind is ChartKind.LINES else ("red", "amber", "green")
    if kind is ChartKind.BARS:
        roles = ("first", "second", "third")
        whole = st.one_of(st.none(), st.floats(0, 1e6, allow_nan=False))
    series = tuple(
        Series(role.title(), tuple(draw_from(whole) for _ in range(count)), role)
        for role in roles[: draw_from(st.integers(1, 3))]
    )
    names = draw_from(st.lists(st.text(max_size=60), min_size=count, max_size=count))
    unit = draw_from(st.sampled_from(Unit))
    return Chart("any", kind, "", "", unit, tuple(names), series, "", "")


@settings(max_examples=60)
@given(charts())
def test_any_chart_can_be_drawn_with_its_labels_on_the_sheet(chart: Chart) -> None:
    assert not outside(draw(chart, WIDTH))


def test_a_control_chart_marks_its_points_by_colour_and_dots_its_limits() -> None:
    style = Style()
    limit = Series("Limits", (2200.0,) * 8, "limit")
    marks = (Mark(1, "improvement"), Mark(3, "concern"), Mark(4, "neutral"))
    plain = replace(TREND, series=(TREND.series[0], limit))
    before = shapes(draw(plain, WIDTH, None, style))
    after = shapes(draw(replace(plain, marks=marks), WIDTH, None, style))
    added = [shape for shape in after if shape not in before and shape.fill]
    assert [shape.fill for shape in added] == list(style.marks)
    assert len({len(shape.segments) for shape in added[:2]}) == 2  # a circle and a diamond
    assert [shape.stroke for shape in before if shape.dash] == [style.quiet]


def test_panels_share_one_scale_and_each_has_its_name_its_last_value_and_the_target() -> None:
    picture = draw(AREAS, WIDTH)
    told = texts(picture)
    assert told.count("Target 70%") == 3
    assert [told.count(text) for text in ("North", "Central", "East")] == [1, 1, 1]
    assert {"66%", "52.5%", "81%"} <= set(told)
    targets = [shape for shape in shapes(picture) if shape.stroke == Style().target]
    tops = {
        round(y - next(point[1] for point in points(shape)), 2)
        for shape in targets
        for _, y in points(shape)
    }
    assert (len(targets), tops) == (3, {0.0})
    feet = [min(y for _, y in points(shape)) for shape in targets]
    assert feet[0] == feet[1]  # side by side, at one height


def test_names_of_panels_that_have_no_room_are_cut_and_cover_nothing() -> None:
    long = replace(
        AREAS,
        categories=tuple(f"{name} {HOSTILE}" for name in AREAS.categories),
        series=tuple(replace(one, name=one.name + " of a long name" * 9) for one in AREAS.series),
    )
    picture = draw(long, WIDTH)
    assert not outside(picture)
    assert not overlapping(labels(picture))
    assert sum(text.endswith("…") for text in texts(picture)) >= 6


@pytest.mark.parametrize(
    ("count", "height", "across"),
    [(1, None, 1), (3, None, 3), (4, None, 2), (4, 360.0, 2), (7, 360.0, 4)],
)
def test_panels_stand_in_a_grid_without_a_lonely_one(
    count: int, height: float | None, across: int
) -> None:
    assert columns_for(count, 864.0 if height else WIDTH, height) == across
