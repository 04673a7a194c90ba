"""What a council chooses of the look reaches the PDF, the web page and the charts."""

import re
import shutil
from base64 import b64encode
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from boardpack.charts.drawing.draw import draw
from boardpack.charts.drawing.lettering import width_of
from boardpack.charts.drawing.picture import Label, Picture
from boardpack.charts.spec import Chart
from boardpack.document.blocks import Text
from boardpack.model.plan import Rating
from boardpack.renderers import html, pdf
from boardpack.renderers.pdf.fonts import font_name
from boardpack.renderers.pdf.lines import Run, Setting, set_lines
from boardpack.renderers.pdf.typography import (
    ACTIVITY,
    BODY,
    CELL,
    CELL_HEAD,
    HEADINGS,
    RUNNING,
    SMALLEST,
)
from boardpack.style import RatingColours, Sizes, Style
from boardpack.styling.file import load_style
from tests.renderers.example import BY_OBJECTIVE, LOCALITIES, TREND, document
from tests.styling.making import OTHER_FACE, logo, picture

TEMPLATES = Path(__file__).parents[2] / "templates"
GREEN = "#0B5D3B"
STYLE = Style(
    structure=GREEN,
    main="#0B5D3C",
    groups=("#0B5D3D", "#C8701A", "#8C7BC6"),
    ratings={**Style().ratings, Rating.GREEN: RatingColours("#8FD3AA", "#000000")},
)


def contents(data: bytes) -> bytes:
    """What the pages of a PDF draw."""
    with pikepdf.open(BytesIO(data)) as pack:
        return b"\n".join(page.Contents.read_bytes() for page in pack.pages)


def operator(colour: str) -> bytes:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{share:.4g}" for share in shares).encode()


def lettering(drawn: Picture) -> list[Label]:
    return [item for item in drawn.items if isinstance(item, Label)]


@pytest.mark.parametrize("colour", [GREEN, "#0B5D3C", "#0B5D3D", "#C8701A", "#8FD3AA"])
def test_colours_reach_the_pdf_and_its_charts(colour: str) -> None:
    assert operator(colour) in contents(pdf.render(document(), STYLE).data)
    assert operator(colour) not in contents(pdf.render(document()).data)


@pytest.mark.parametrize("colour", [GREEN, "#0B5D3C", "#0B5D3D", "#C8701A", "#8FD3AA"])
def test_colours_reach_the_web_page_and_its_charts(colour: str) -> None:
    assert colour in html.render(document(), TEMPLATES, STYLE).data.decode()
    assert colour not in html.render(document(), TEMPLATES).data.decode()


def test_the_usual_colours_are_gone_where_others_are_chosen() -> None:
    usual = Style()
    assert operator(usual.structure) not in contents(pdf.render(document(), STYLE).data)
    assert usual.structure not in html.render(document(), TEMPLATES, STYLE).data.decode()


def test_a_label_whose_line_is_too_light_for_words_has_the_colour_of_text() -> None:
    light = replace(Style(), comparator="#8A8A8A")
    (england,) = (one for one in lettering(draw(TREND, 480, style=light)) if "England" in one.text)
    assert england.colour == light.text


def test_another_typeface_is_the_only_one_in_the_pdf() -> None:
    data = pdf.render(document(), Style(typeface=OTHER_FACE)).data
    with pikepdf.open(BytesIO(data)) as pack:
        names = {str(font.BaseFont).partition("+")[2] for font in fonts_of(pack)}
    assert {"DejaVuSans", "DejaVuSans-Bold"} <= names
    assert not [name for name in names if "OpenSans" in name]


def fonts_of(pack: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [
        one
        for one in pack.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
    ]


def test_text_is_set_in_the_widths_of_its_typeface() -> None:
    words = "The quick brown fox jumps over the lazy dog"
    (line,) = set_lines((Text(words),), BODY, 1000, Setting(Style(typeface=OTHER_FACE)))
    (run,) = (atom for _, atom in line.atoms)
    assert isinstance(run, Run)
    assert run.look.font == font_name("regular", OTHER_FACE)
    assert line.width == pytest.approx(stringWidth(words, run.look.font, BODY.size))
    (usual,) = set_lines((Text(words),), BODY, 1000, Setting(Style()))
    assert line.width > usual.width * 1.05


@pytest.mark.parametrize("chart", [BY_OBJECTIVE, TREND, LOCALITIES], ids=lambda chart: chart.kind)
def test_the_lettering_of_a_chart_is_measured_in_its_typeface(chart: Chart) -> None:
    drawn = draw(chart, 480, style=Style(typeface=OTHER_FACE))
    ends = [
        label.at[0] + width_of(label.text, label.size, label.weight, OTHER_FACE)
        for label in lettering(drawn)
    ]
    assert max(ends) <= drawn.width + 0.6
    assert lettering(drawn) != lettering(draw(chart, 480))


def test_another_typeface_reaches_the_web_page_and_its_charts() -> None:
    page = html.render(document(), TEMPLATES, Style(typeface=replace(OTHER_FACE, family="Council")))
    text = page.data.decode()
    assert '--family:"Council","DejaVu Sans"' in text
    assert "@font-face{font-family:'Council';font-weight:700" in text
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in text
    assert 'font-family="&quot;Council&quot;, sans-serif"' in text
    assert "Open Sans" not in text


def test_running_text_and_tables_follow_their_sizes() -> None:
    large = Sizes(14.0, 11.0)
    assert (BODY.sized(large).size, CELL.sized(large).size) == (14.0, 11.0)
    assert HEADINGS[1].sized(large).size > HEADINGS[1].size
    assert ACTIVITY.sized(large).size > ACTIVITY.size
    assert RUNNING.sized(large) == RUNNING
    for style in (BODY, CELL, ACTIVITY):
        sized = style.sized(large)
        assert sized.leading / sized.size == pytest.approx(style.leading / style.size, abs=0.01)


def test_nothing_gets_smaller_than_text_may_be() -> None:
    assert CELL_HEAD.sized(Sizes(10.0, 9.0)).size == SMALLEST


def test_usual_sizes_are_twelve_points_for_text_and_nine_or_more_for_tables() -> None:
    assert BODY.sized(Sizes()).size == 12
    assert CELL.sized(Sizes()).size == 9.5


def test_sizes_reach_the_pdf() -> None:
    drawn = contents(pdf.render(document(), Style(sizes=Sizes(13.5, 10.75))).data)
    assert b" 13.5 Tf" in drawn
    assert b" 10.75 Tf" in drawn
    assert b" 12 Tf" not in drawn


def test_the_logo_stands_on_the_cover_of_the_pdf_with_its_words() -> None:
    data = pdf.render(document(), Style(logo=logo())).data
    with pikepdf.open(BytesIO(data)) as pack:
        (image,) = pack.pages[0].Resources.XObject.values()
        assert str(image.ColorSpace) == "/DeviceRGB"
        assert "/SMask" not in image
        assert "/XObject" not in pack.pages[1].Resources
        (figure,) = (
            one
            for one in pack.objects
            if isinstance(one, pikepdf.Dictionary)
            and str(one.get("/Alt", "")) == "Marlshire & its County Council"
        )
        assert figure.S == "/Figure"
        assert figure.Pg.objgen == pack.pages[0].objgen
        left, bottom, right, top = (float(corner) for corner in figure.A.BBox)
        assert right - left == pytest.approx(40 * 72 / 25.4, abs=0.1)
        assert top - bottom == pytest.approx(20 * 72 / 25.4, abs=0.1)


def test_a_logo_of_any_kind_is_written_alike_each_time() -> None:
    for kind, mode in (("PNG", "P"), ("PNG", "LA"), ("PNG", "1"), ("JPEG", "CMYK"), ("JPEG", "L")):
        style = Style(logo=replace(logo(), data=picture(kind, (3000, 1500), mode)))
        once, again = (pdf.render(document(), style).data for _ in range(2))
        assert once == again
        with pikepdf.open(BytesIO(once)) as pack:
            (image,) = pack.pages[0].Resources.XObject.values()
            assert image.Width == round(40 / 25.4 * 600), "no more pixels than a printer shows"


def test_the_logo_stands_on_the_cover_of_the_web_page_with_its_words() -> None:
    chosen = logo()
    text = html.render(document(), TEMPLATES, Style(logo=chosen)).data.decode()
    (image,) = re.findall(r"<img [^>]+>", text)
    assert 'alt="Marlshire &amp; its County Council"' in image
    assert f'src="data:image/png;base64,{b64encode(chosen.data).decode()}"' in image
    assert 'width="151" height="76"' in image
    assert text.index(image) < text.index("<h1>")


def test_without_a_logo_there_is_none() -> None:
    assert "<img" not in html.render(document(), TEMPLATES).data.decode()


def test_the_style_file_that_comes_with_the_tool_changes_no_byte(tmp_path: Path) -> None:
    bare = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    (bare / "style.toml").unlink()
    with_file, without = load_style(TEMPLATES), load_style(bare)
    assert pdf.render(document(), with_file).data == pdf.render(document(), without).data
    assert (
        html.render(document(), TEMPLATES, with_file).data
        == html.render(document(), bare, without).data
    )
