"""Every fault of a template is found in one run, and none is invented."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from boardpack.analysis.overview import Overview
from boardpack.deckcheck.check import Checked, check
from boardpack.findings import Finding, Severity
from boardpack.pipeline import examine
from boardpack.renderers.slides.standard.making import deck_from
from boardpack.settings import SlidesSection
from boardpack.template_report import check_json, check_text
from tests.deckcheck.planted import PLANTED, planted_deck
from tests.renderers.slides.decks import ROOT, TEMPLATE, rectangle, template, text_box


@pytest.fixture(scope="module")
def overview() -> Overview:
    return examine(ROOT / "inputs", "2019-08-14")


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planted_deck(tmp_path_factory.mktemp("planted") / "deck.pptx")


@pytest.fixture(scope="module")
def checked(planted: Path) -> Checked:
    return check(planted)


def of_slide(checked: Checked, number: int) -> list[Finding]:
    place = f"slide {number}"
    return [f for f in checked.findings if f.message.startswith((f"{place},", f"{place}:"))]


@pytest.mark.parametrize("number", range(1, len(PLANTED) + 1))
def test_each_planted_fault_is_found_and_nothing_else_on_its_slide(
    checked: Checked, number: int
) -> None:
    one = PLANTED[number - 1]
    found = of_slide(checked, number)
    assert [finding.kind for finding in found] == [one.kind], [str(f) for f in found]
    assert all(words in str(found[0]) for words in one.said), str(found[0])


def test_a_meeting_changes_nothing_about_faults_that_the_template_tells(
    planted: Path, checked: Checked, overview: Overview
) -> None:
    filled = check(planted, overview)
    before = {(f.kind, f.message) for f in checked.findings}
    after = {(f.kind, f.message) for f in filled.findings}
    assert before - after == set()
    assert {kind for kind, _ in after - before} <= {"left-out"}


def test_a_metric_that_there_is_not_is_told_where_there_is_a_meeting(
    tmp_path: Path, overview: Overview
) -> None:
    deck = template()
    rectangle(deck.slides[0], "chart: trend cla_rat")
    path = tmp_path / "deck.pptx"
    deck.save(path)
    (found,) = errors(check(path, overview))
    assert str(found) == (
        'deck.pptx: slide 1, "chart: trend cla_rat": there is no chart '
        '"trend cla_rat". Did you mean "trend cla_rate"?'
    )
    assert errors(check(path)) == []


def errors(checked: Checked) -> list[Finding]:
    return [one for one in checked.findings if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ ask + 1 }}", "can only concatenate"),
        ("{{ summary[99].text }}", "99"),
        ("{{ 1 / 0 }}", "division by zero"),
        ('{{ chart("trend " ~ ask).headline }}', 'there is no chart "trend '),
    ],
)
def test_what_only_real_values_tell_is_told_once_with_its_place(
    tmp_path: Path, overview: Overview, tag: str, said: str
) -> None:
    deck = template()
    text_box(deck.slides[0], "{{ objective.title }}", tag, name="Text 2")
    deck.slides[0].notes_slide.notes_text_frame.text = "for: objective in focus"
    path = tmp_path / "deck.pptx"
    deck.save(path)
    assert errors(check(path)) == []
    (found,) = errors(check(path, overview))
    assert found.message.startswith('slide 1, "Text 2": ')
    assert said in found.message


def test_a_slide_that_the_meeting_does_not_show_is_a_note(
    tmp_path: Path, overview: Overview
) -> None:
    deck = template(titles=("{{ board.name }}", "{{ trend.headline }}", "Nothing is late"))
    deck.slides[1].notes_slide.notes_text_frame.text = "for: trend in districts"
    deck.slides[2].notes_slide.notes_text_frame.text = "if: not late"
    path = tmp_path / "deck.pptx"
    deck.save(path)
    left_out = [f.message for f in check(path, overview).findings if f.kind == "left-out"]
    assert left_out == [
        "slide 2: the slide is not shown at the meeting of 2019-08-14.",
        "slide 3: the slide is not shown at the meeting of 2019-08-14.",
    ]


def test_the_deck_of_the_sample_has_no_fault(overview: Overview) -> None:
    assert check(TEMPLATE).findings == ()
    assert check(TEMPLATE, overview).findings == ()


CLEAN = (
    "{{ board.name|upper }}, {{ board.previous or 'the first board' }}",
    "{% for o in objectives if o.late %}{{ loop.index }} {{ o.title }}{% endfor %}",
    "{% for number, rows in objectives|groupby('late') %}{{ number }}{{ rows|length }}{% endfor %}",
    "{% set worst = focus|first %}{% if worst %}{{ worst.title }}{% endif %}",
    "{{ moved|join('; ') }} {{ decisions|map(attribute='ask')|join(', ') }}",
    "{{ nothing|default('–') }} {{ 'x' if nothing is defined }}",
    "{{ chart('trend ' ~ (trends|first).id).headline }} {{ table('late').rows|length }}",
    "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}{{ twice(ask) }}",
    "{% with short = ask[:20] %}{{ short }}{% endwith %} {# a remark: {{ no.name }} #}",
    "{{ summary[0].text.replace('a', 'b') }} {{ range(3)|list }} {{ changes.since if changes }}",
    "{% for group in groups %}{{ chart('group ' ~ group).source }}{% endfor %}",
    "{% for p in papers %}{{ p.key }}{% else %}No paper{% endfor %}",
    "100 % {of} }} nothing {",
)


def test_a_clean_deck_of_ones_own_has_no_fault(tmp_path: Path, overview: Overview) -> None:
    deck = template(titles=("{{ board.name }}", "{{ o.title }}", "Trends", "About"))
    for number, line in enumerate(CLEAN):
        text_box(deck.slides[0], line, box=(1, 1 + number * 0.2, 8, 0.2))
    deck.slides[
        1
    ].notes_slide.notes_text_frame.text = (
        "for: o in objectives\nif: o.late > 0\nIf asked, say that dates are in the plan."
    )
    rectangle(deck.slides[1], "chart: rating-of {{ o.key }}")
    deck.slides[2].notes_slide.notes_text_frame.text = "if: trends"
    rectangle(deck.slides[2], "Chart: trend cla_rate")
    rectangle(deck.slides[3], "Fact: late")
    path = tmp_path / "deck.pptx"
    deck.save(path)
    for found in (check(path), check(path, overview)):
        assert [str(f) for f in found.findings if f.kind != "not-shown"] == []


def test_a_faulty_tag_does_not_hide_the_others_of_its_text(tmp_path: Path) -> None:
    deck = template()
    lines = (
        "{{ ask",
        "{{ bord.name }}",
        "{% for x in moved %}{{ x.y }}",
        "{{ as }} {{ ask|lenght }}",
    )
    text_box(deck.slides[0], *lines, name="Text 2")
    deck.save(tmp_path / "deck.pptx")
    kinds = sorted(found.kind for found in errors(check(tmp_path / "deck.pptx")))
    assert kinds == [
        "broken-tag", "broken-tag", "no-such-filter", "no-such-name", "no-such-name", "no-such-name",
    ]  # fmt: skip


def test_tags_on_layouts_and_masters_are_told(tmp_path: Path) -> None:
    deck = template(titles=("{{ ask }}",))
    deck.slide_layouts[0].placeholders[0].text_frame.text = "{{ board.name }}"
    deck.slide_master.placeholders[0].text_frame.text = "{{ board.date }}"
    deck.save(tmp_path / "deck.pptx")
    found = [f.message for f in check(tmp_path / "deck.pptx").findings if f.kind == "not-filled"]
    assert len(found) == 2
    assert 'layout "Title Slide": {{ board.name }} will be shown as it stands' in found[1]


def test_two_slides_with_one_title_are_told_unless_one_stands_for_the_other(tmp_path: Path) -> None:
    deck = template(titles=("{{ ask }}", "{{ ask }}", "Late", "Late"))
    for number, line in ((2, "if: late"), (3, "if: not late")):
        deck.slides[number].notes_slide.notes_text_frame.text = line
    deck.save(tmp_path / "deck.pptx")
    found = [f.message for f in check(tmp_path / "deck.pptx").findings if f.kind == "same-title"]
    assert len(found) == 1
    assert found[0].startswith('slide 2: the title "{{ ask }}" is that of slide 1 too')


def test_a_picture_beside_the_template_is_found(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    for name in ("here.png", "pictures/there.png"):
        shutil.copy(ROOT / "docs" / "pack.png", tmp_path / name)
    deck = template(titles=("{{ ask }}",))
    for name in ("here.png", "there.png", "logo"):
        rectangle(deck.slides[0], f"picture: {name}")
    deck.save(tmp_path / "deck.pptx")
    assert errors(check(tmp_path / "deck.pptx")) == []


def test_a_deck_without_tags_says_so_and_lists_its_layouts(tmp_path: Path) -> None:
    template().save(tmp_path / "plain.pptx")
    found = check(tmp_path / "plain.pptx")
    assert [one.kind for one in found.findings] == ["no-tags"]
    layouts = check_json(found)["layouts"]
    assert [one["name"] for one in layouts] == [
        layout.name for layout in Presentation(str(tmp_path / "plain.pptx")).slide_layouts
    ]
    assert layouts[1]["placeholders"][1] == {
        "name": "Content Placeholder 2",
        "type": "object",
        "idx": 1,
    }
    assert '    1: "Content Placeholder 2", object' in check_text(found)


def test_content_that_no_slide_shows_is_a_note(tmp_path: Path) -> None:
    deck = template(titles=("{{ ask }}",))
    rectangle(deck.slides[0], "table: decisions")
    deck.save(tmp_path / "deck.pptx")
    found = check(tmp_path / "deck.pptx").findings
    told = {f.message for f in found if f.kind == "not-shown"}
    assert "No slide shows the summary." in told
    assert "No slide shows the decisions." not in told
    assert {f.severity for f in found} == {Severity.NOTE}


def test_the_words_name_slide_and_shape_and_the_shape_for_programs_has_no_cell(
    checked: Checked,
) -> None:
    said = check_text(checked)
    assert (
        'error: slide 3, "Text 2": {{ objective.hedline }}: there is no "hedline". '
        'Did you mean "headline"?' in said
    )
    one = next(f for f in check_json(checked)["findings"] if f["kind"] == "no-such-name")
    assert (one["file"], one["sheet"], one["cell"], one["line"]) == ("deck.pptx", None, None, None)


def test_a_map_of_layouts_is_tried_where_it_is_for_this_template(
    tmp_path: Path, overview: Overview
) -> None:
    path = tmp_path / "deck.pptx"
    template().save(path)
    assert "shown as they are" in check(path, overview).findings[0].message
    for layout, faults in (("Title Only", 0), ("Titel Only", 1)):
        chosen = SlidesSection.model_validate({"layouts": {"chart": layout}})
        settings = overview.settings.model_copy(update={"slides": chosen})
        found = check(path, replace(overview, settings=settings))
        assert "standard deck is made" in found.findings[0].message
        assert len(errors(found)) == faults
        assert all("Titel Only" in one.message for one in errors(found))


def test_a_deck_without_slides_lends_its_layouts(tmp_path: Path, overview: Overview) -> None:
    template(titles=()).save(tmp_path / "deck.pptx")
    found = check(tmp_path / "deck.pptx", overview)
    assert [one.kind for one in found.findings] == ["no-tags"]
    assert "standard deck is made" in found.findings[0].message


def test_the_standard_deck_given_out_as_a_template_has_no_fault(
    tmp_path: Path, overview: Overview
) -> None:
    template().save(tmp_path / "plain.pptx")
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_from(tmp_path / "plain.pptx"))
    for found in (check(path), check(path, overview)):
        assert [str(f) for f in found.findings if f.kind != "left-out"] == []


def test_tags_in_smartart_are_told(tmp_path: Path) -> None:
    deck = template(titles=("{{ ask }}",))
    main = "http://schemas.openxmlformats.org/drawingml/2006"
    data = (
        f'<dgm:dataModel xmlns:dgm="{main}/diagram" xmlns:a="{main}/main"><dgm:ptLst><dgm:pt modelId="1">'
        "<dgm:t><a:bodyPr/><a:p><a:r><a:t>{{ board.name }}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        "</dgm:ptLst></dgm:dataModel>"
    )
    kind = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    name = PackURI("/ppt/diagrams/data1.xml")
    slide = deck.slides[0].part
    slide.relate_to(Part(name, kind, slide.package, data.encode()), RT.DIAGRAM_DATA)
    deck.save(tmp_path / "deck.pptx")
    found = [f.message for f in check(tmp_path / "deck.pptx").findings if f.kind == "not-filled"]
    assert found == [
        "slide 1, SmartArt: {{ board.name }} will be shown as it stands: SmartArt is not filled."
    ]
