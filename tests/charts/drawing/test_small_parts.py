"""Sparklines, icons, lettering, SVG, and what of matplotlib they stand on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from matplotlib.backend_bases import RendererBase

from boardpack.charts.drawing import icons
from boardpack.charts.drawing.lettering import shortened, visible, width_of, wrapped
from boardpack.charts.drawing.picture import Label, Line, Move, Picture, Shape
from boardpack.charts.drawing.sparkline import draw_spark
from boardpack.charts.drawing.svg import to_svg
from boardpack.model.plan import Rating

SVG = "{http://www.w3.org/2000/svg}"


def ends(shape: Shape) -> list[tuple[float, float]]:
    return [segment.to for segment in shape.segments if isinstance(segment, Move | Line)]


def test_a_sparkline_goes_up_where_the_values_do_and_marks_the_last() -> None:
    line, dot = draw_spark((1.0, 2.0, 4.0), None, 90, 18).items
    assert isinstance(line, Shape)
    assert isinstance(dot, Shape)
    heights = [y for _, y in ends(line)]
    assert heights == sorted(heights)
    assert dot.fill is not None


def test_a_sparkline_breaks_at_a_gap_and_shows_the_target_dashed() -> None:
    picture = draw_spark((1.0, 2.0, None, 3.0, 4.0), 2.5, 90, 18)
    lines = [item for item in picture.items if isinstance(item, Shape) and item.stroke]
    assert len(lines) == 3
    assert [bool(line.dash) for line in lines] == [True, False, False]


@given(
    st.lists(st.one_of(st.none(), st.floats(-1e9, 1e9, allow_nan=False)), max_size=24),
    st.one_of(st.none(), st.floats(-1e9, 1e9, allow_nan=False)),
)
def test_any_sparkline_stays_in_its_box(values: list[float | None], target: float | None) -> None:
    picture = draw_spark(values, target, 90, 18)
    for item in picture.items:
        assert isinstance(item, Shape)
        assert all(-0.01 <= x <= 90.01 and -0.01 <= y <= 18.01 for x, y in ends(item))


def test_every_rating_has_a_shape_of_its_own() -> None:
    drawn = {icons.rating_icon(rating, "#000000") for rating in Rating}
    assert len(drawn) == len(Rating)


def test_what_is_met_close_missed_and_without_target_looks_different() -> None:
    drawn = {icons.status_icon(status, "#000000") for status in ("met", "close", "missed", "none")}
    assert len(drawn) == 4


def test_variation_and_assurance_look_different() -> None:
    statuses: tuple[icons.StatusShape, ...] = (
        *("improvement", "concern", "neutral", "common-cause"),
        *("pass", "fail", "hit-or-miss"),
    )
    assert len({icons.status_icon(status, "#000000") for status in statuses}) == len(statuses)


def test_the_four_movements_look_different() -> None:
    drawn = {icons.arrow(direction, "#000000") for direction in ("up", "down", "level", "new")}
    assert len(drawn) == 4


@given(st.text(max_size=120), st.floats(20, 300))
def test_wrapped_lines_fit_and_lose_nothing_but_what_an_ellipsis_stands_for(
    text: str, width: float
) -> None:
    shown = visible(text)
    lines = wrapped(shown, 9, width)
    assert 1 <= len(lines) <= 3
    assert all(width_of(line, 9) <= width + 0.01 or len(line) <= 1 for line in lines)
    if not lines[-1].endswith("…"):
        assert "".join(lines).replace(" ", "") == shown.replace(" ", "")


def test_what_fits_is_not_shortened() -> None:
    assert shortened("Two words", 9, 200) == "Two words"
    assert shortened("Two words that do not fit", 9, 40).endswith("…")


def test_svg_is_real_text_and_says_what_it_shows() -> None:
    label = Label((1.0, 2.0), 'A & B <b> "c"', 9.0, "#222222", "bold")
    svg = to_svg(Picture(100, 50, (label,)), title="Rising & falling", css_class="chart")
    root = etree.fromstring(svg)
    assert root.get("role") == "img"
    assert root.get("aria-label") == root.findtext(f"{SVG}title") == "Rising & falling"
    assert [text.text for text in root.iter(f"{SVG}text")] == ['A & B <b> "c"']
    assert not root.xpath("//@id")


def test_svg_without_a_title_is_decoration() -> None:
    root = etree.fromstring(to_svg(Picture(10, 10, ()), title="", css_class="icon"))
    assert root.get("aria-hidden") == "true"
    assert root.get("role") is None


@given(st.text(max_size=60))
def test_any_label_makes_sound_svg(text: str) -> None:
    label = Label((0.0, 0.0), visible(text), 9.0, "#222222")
    etree.fromstring(to_svg(Picture(10, 10, (label,)), title=text, css_class="chart"))


@pytest.mark.parametrize(
    "method",
    [
        "draw_path",
        "draw_text",
        "get_text_width_height_descent",
        "get_canvas_width_height",
        "flipy",
        "points_to_pixels",
    ],
)
def test_matplotlib_still_asks_its_renderer_what_ours_answers(method: str) -> None:
    assert callable(getattr(RendererBase, method))
