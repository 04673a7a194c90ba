"""The colours of charts follow the theme of the council's template, and can be read on it."""

import re
from pathlib import Path
from typing import Any

import pytest
from pptx.dml import color
from pptx.enum.dml import MSO_THEME_COLOR

from boardpack.colours import contrast
from boardpack.renderers.slides.charts.palette import Palette, looks
from boardpack.renderers.slides.charts.theme import Theme
from boardpack.renderers.slides.xml import NAMESPACES, read
from boardpack.style import Role, Style
from tests.renderers.example import AREAS, BY_OBJECTIVE, LOCALITIES, TREND
from tests.renderers.slides.decks import TITLE_ONLY, filled, rectangle, template
from tests.renderers.slides.material import material

RGB: Any = color.RGBColor
LINES: tuple[Role, ...] = (
    "main",
    "target",
    "comparator",
    "mean",
    "limit",
    "first",
    "second",
    "third",
)


def themed(**colours: str) -> Any:
    """A deck whose theme has these colours instead of Office's."""
    deck = template()
    for link in deck.slide_master.part.rels.values():
        if link.reltype.endswith("/theme"):
            part = link.target_part
            text = part.blob.decode()
            for slot, value in colours.items():
                text = re.sub(
                    rf"<a:{slot}>.*?</a:{slot}>",
                    f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>',
                    text,
                )
            part._blob = text.encode()
    return deck


def behind(deck: Any, rgb: str) -> Any:
    """The deck, its slide on a background of this colour."""
    fill = deck.slides[0].background.fill
    fill.solid()
    fill.fore_color.rgb = RGB.from_string(rgb)
    return deck


def palette(deck: Any) -> Palette:
    return Palette.of(deck.slides[0], Style())


def chart_of(deck: Any, folder: Path, chart: Any) -> str:
    rectangle(deck.slides[0], "chart: it")
    read_back = filled(deck, folder, material(charts={"it": chart}))
    frames = [shape for shape in read_back.slides[0].shapes if shape.has_chart]
    return "".join(frame.chart.part.blob.decode() for frame in frames)


@pytest.mark.parametrize("chart", [TREND, LOCALITIES, AREAS], ids=["lines", "bars", "panels"])
def test_a_chart_of_measures_has_no_colour_of_its_own(tmp_path: Path, chart: Any) -> None:
    xml = chart_of(template(), tmp_path, chart)
    assert "srgbClr" not in xml
    assert '<a:schemeClr val="accent1"/>' in xml
    assert '<a:schemeClr val="tx1"' in xml


def test_ratings_look_the_same_in_every_template(tmp_path: Path) -> None:
    xml = chart_of(themed(accent1="FF00FF"), tmp_path, BY_OBJECTIVE)
    for colour in ("8B0A1A", "FFBF3F", "7CC99A", "1F4E9E"):
        assert f'<a:srgbClr val="{colour}"/>' in xml
    assert "accent" not in xml


THEMES: dict[str, Any] = {
    "Office": template,
    "dark slide": lambda: behind(template(), "1B1B3A"),
    "middle grey slide": lambda: behind(template(), "808080"),
    "pale accents": lambda: themed(**{f"accent{n}": "FFF2CC" for n in range(1, 7)}),
    "one accent seen": lambda: themed(
        accent1="FFFFAA", accent2="EEEEFF", accent3="7F6000", accent4="FFFFFF"
    ),
    "text that is not black": lambda: themed(dk1="5A5A5A"),
}


@pytest.mark.parametrize("make", THEMES.values(), ids=THEMES)
def test_text_is_read_and_lines_are_seen_whatever_the_theme(make: Any) -> None:
    found = palette(make())
    best = max(contrast(one, found.behind) for one in ("#FFFFFF", "#000000"))
    least = min(4.5, best * 0.95)  # on a middle grey nothing is read much better
    assert contrast(looks(found.text), found.behind) >= least
    assert contrast(looks(found.quiet), found.behind) >= least
    for role in LINES:
        fill = found.series(role)
        assert contrast(looks(fill.fill), found.behind) >= 3.0, role
        assert contrast(looks(fill.label), found.behind) >= least, role
        assert contrast(looks(fill.on), looks(fill.fill)) >= 4.5, role
    for kind in ("improvement", "concern", "neutral"):
        assert contrast(looks(found.mark(kind)), found.behind) >= 3.0


def test_an_accent_that_is_not_seen_gives_way_to_the_next() -> None:
    found = palette(THEMES["one accent seen"]())
    assert looks(found.accents[0]) == "#7F6000"


def test_now_and_then_are_shades_of_one_colour_and_the_target_is_another() -> None:
    found = palette(template())
    now, then, target = (found.series(role).fill for role in ("first", "third", "target"))
    assert getattr(now, "slot", "") == getattr(then, "slot", "") == "accent1"
    assert contrast(looks(now), looks(then)) >= 1.3
    assert getattr(target, "slot", "") != "accent1"


def test_the_map_of_colours_of_a_slide_comes_before_its_masters() -> None:
    deck = template()
    root = deck.slides[0].part._element
    for old in root.findall("p:clrMapOvr", NAMESPACES):
        root.remove(old)
    names = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
    names |= {f"accent{n}": f"accent{n}" for n in range(1, 7)}
    names |= {"hlink": "hlink", "folHlink": "folHlink"}
    mapped = " ".join(f'{key}="{value}"' for key, value in names.items())
    root.append(read(f"<p:clrMapOvr><a:overrideClrMapping {mapped}/></p:clrMapOvr>"))
    theme = Theme.of(deck.slides[0])
    assert (theme.inks["tx1"].looks, theme.behind) == ("#FFFFFF", "#000000")
    assert looks(palette(deck).text) == "#FFFFFF"


def test_a_background_may_be_a_shade_of_the_themes_colours() -> None:
    deck = themed(dk2="1F497D")
    fill = deck.slides[0].background.fill
    fill.solid()
    fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_2
    fill.fore_color.brightness = 0.8
    assert Theme.of(deck.slides[0]).behind == "#C6D9F1"


def test_the_background_of_the_layout_holds_where_the_slide_has_none() -> None:
    deck = template()
    fill = deck.slide_layouts[TITLE_ONLY].background.fill
    fill.solid()
    fill.fore_color.rgb = RGB.from_string("102030")
    assert Theme.of(deck.slides[0]).behind == "#102030"
    assert looks(palette(deck).text) == "#FFFFFF"
