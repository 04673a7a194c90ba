"""A deck with a fault on each slide, and what has to be said of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.renderers.slides.decks import TITLE_ONLY, rectangle, template, text_box

PLACE = tuple(Inches(part) for part in (1, 2, 4, 3))


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault: how it gets on to its slide, its kind, and words of the finding."""

    plant: Callable[[Any], object]
    kind: str
    said: tuple[str, ...]


def text(*lines: str, notes: str = "") -> Callable[[Any], None]:
    def plant(slide: Any) -> None:
        text_box(slide, *lines, name="Text 2")
        if notes:
            slide.notes_slide.notes_text_frame.text = notes

    return plant


def notes(*lines: str) -> Callable[[Any], None]:
    return text("{{ ask }}", notes="\n".join(lines))


def shape(name: str) -> Callable[[Any], object]:
    return lambda slide: rectangle(slide, name)


def alternative_text(said: str) -> Callable[[Any], None]:
    def plant(slide: Any) -> None:
        rectangle(slide, "Mark")._element.nvSpPr.cNvPr.set("descr", said)

    return plant


def cell(said: str) -> Callable[[Any], None]:
    def plant(slide: Any) -> None:
        slide.shapes.add_table(2, 2, *PLACE).table.cell(1, 1).text = said

    return plant


def group(name: str, said: str = "") -> Callable[[Any], None]:
    def plant(slide: Any) -> None:
        inner = slide.shapes.add_group_shape().shapes.add_shape(1, *PLACE)
        inner.name, inner.text_frame.text = name, said

    return plant


def own_chart(title: str) -> Callable[[Any], None]:
    def plant(slide: Any) -> None:
        data = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = ["a"]
        data.add_series("s", [1])  # type: ignore[no-untyped-call]
        chart = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *PLACE, data).chart
        chart.has_title = True
        chart.chart_title.text_frame.text = title

    return plant


def no_title(slide: Any) -> None:
    title = slide.shapes.title._element
    title.getparent().remove(title)


NAME, THING, FILTER = "no-such-name", "no-such-chart-or-table", "no-such-filter"
TAG, LINE = "broken-tag", "broken-notes-line"
PLANTED = (
    Planted(text("{{ bord.name }}"), NAME, ("{{ bord.name }}", '"bord"', '"board.name"')),
    Planted(text("{{ board.nam }}"), NAME, ('"nam"', 'mean "name"')),
    Planted(
        text("{{ objective.hedline }}", notes="for: objective in focus"),
        NAME,
        ('"Text 2": {{ objective.hedline }}: there is no "hedline"', 'Did you mean "headline"?'),
    ),
    Planted(
        text("{% for d in decisions %}", "{{ d.aks }}", "{% endfor %}"), NAME, ('"aks"', '"ask"')
    ),
    Planted(text("{% if ask %}{{ ask }}{% else %}{{ nxt_meeting }}{% endif %}"), NAME, ('"nxt_meeting"',)),
    Planted(text("{{ objectives|map(attribute='lat')|join }}"), NAME, ('"lat"', '"late"')),
    Planted(text("{{ objectives[0].titel }}"), NAME, ('"titel"', '"title"')),
    Planted(text("{{ trends.0.idd }}"), NAME, ('"idd"', '"id"')),
    Planted(text("{{ chart(“timeliness”).hedline }}"), NAME, ("chart(“timeliness”)", '"headline"')),
    Planted(text("{{ table('late').rowz }}"), NAME, ('"rowz"', '"rows"')),
    Planted(text("{% for x in moved %}{{ x }}{% endfor %}{{ x }}"), NAME, ('"x"',)),
    Planted(text("{% for x in moved %}{{ loop.indx }}{% endfor %}"), NAME, ('"indx"', '"index"')),
    Planted(cell("{{ bord.date }}"), NAME, ('"board.date"',)),
    Planted(group("Inner", "{{ boad.chair }}"), NAME, ('"Inner"', '"board.chair"')),
    Planted(alternative_text("Of {{ bord.chair }}"), NAME, ("its alternative text", '"bord"')),
    Planted(notes("{{ board.nme }}"), NAME, ("notes", '"nme"')),
    Planted(notes("for: o in focuss"), NAME, ('"for: o in focuss"', '"focus"')),
    Planted(notes("if: decisons"), NAME, ('"if: decisons"', '"decisions"')),
    Planted(notes("for objective in focus"), LINE, ("no colon",)),
    Planted(notes("for: objective focus"), LINE, ("for: objective focus",)),
    Planted(notes("if: ask and"), LINE, ("if: ask and", "something is missing")),
    Planted(
        text("{{ o.title }}", notes="for: o in focus\nfor: p in focus"), LINE, ("only one such line",)
    ),
    Planted(notes("for: o in board.name"), "not-a-list", ('"board.name" is not a list',)),
    Planted(text("{% for x in late_count %}{{ x }}{% endfor %}"), "not-a-list", ('"late_count"',)),
    Planted(notes("for: o in focus"), "identical-slides", ('each "o"',)),
    Planted(shape("chart: trend"), THING, ('no chart "trend"', '"trend METRIC"')),
    Planted(shape("chart: rating-by-objectiv"), THING, ('"rating-by-objective"',)),
    Planted(shape("chart: trnd {{ trends[0].id }}"), THING, ('"trnd"', '"trend"')),
    Planted(shape("table: decision"), THING, ('no table "decision"', '"decisions"')),
    Planted(text("{{ chart('timelines').headline }}"), THING, ('"timeliness"',)),
    Planted(text("{{ ask|uper }}"), FILTER, ('no filter "uper"', '"upper"')),
    Planted(text("{{ 1 if ask is srting }}"), FILTER, ('no test "srting"', '"string"')),
    Planted(text("{{ ask"), TAG, ("opened and not closed",)),
    Planted(text('{{ "ask }}'), TAG, ("quotes do not pair",)),
    Planted(text("{{ ask ask }}"), TAG, ('"ask" does not belong there',)),
    Planted(text("{% for x in moved %}", "{{ x }}"), TAG, ("{% endfor %} is missing",)),
    Planted(text("{% if ask %}{% for x in moved %}{{ x }}{% endif %}"), TAG, ("{% endfor %} is",)),
    Planted(text("{{ ask }}{% endif %}"), TAG, ("no {% if %} stands before it",)),
    Planted(text("{% iff ask %}"), TAG, ('there is no "iff"', '"if"')),
    Planted(text("{% include 'x' %}"), TAG, ("cannot take in another file",)),
    Planted(shape("chart:"), "shape-without-name", ('"chart:"',)),
    Planted(shape("chrt: timeliness"), "misspelt-shape", ('"chrt:"', '"chart:"')),
    Planted(group("chart: timeliness"), "shape-in-group", ('"chart: timeliness"',)),
    Planted(shape("picture: nothing.png"), "no-picture", ("nothing.png",)),
    Planted(own_chart("{{ ask }}"), "not-filled", ("{{ ask }}", "a chart of your own")),
    Planted(no_title, "no-title", ("no title",)),
)  # fmt: skip


def planted_deck(path: Path) -> Path:
    """The deck with every fault, a slide each, under titles that differ."""
    deck = template(titles=tuple(f"Title {n}" for n, _ in enumerate(PLANTED)), layout=TITLE_ONLY)
    for slide, one in zip(deck.slides, PLANTED, strict=True):
        one.plant(slide)
    deck.save(path)
    return path
