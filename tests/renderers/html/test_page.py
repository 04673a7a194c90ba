"""The web page, parsed: everything is there, everything leads somewhere, nothing is markup by chance."""

import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from boardpack.document.blocks import (
    ActionRows,
    Document,
    Heading,
    PageNumber,
    Paragraph,
    Question,
    Table,
    Text,
)
from boardpack.errors import AnchorTwice, TemplateError, UnknownAnchor
from boardpack.renderers.html import render
from boardpack.renderers.html.colours import custom_properties
from boardpack.renderers.html.inlines import inlines
from boardpack.renderers.html.outline import outline
from boardpack.renderers.html.page import Page
from boardpack.style import Style
from tests.renderers.example import HOSTILE, action, document

TEMPLATES = Path(__file__).parents[3] / "templates"


def page_of(content: Document) -> html.HtmlElement:
    return html.document_fromstring(render(content, TEMPLATES).data.decode())


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return page_of(document())


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def with_blocks(*blocks: Heading | Paragraph | Table | ActionRows) -> Document:
    return replace(document(), blocks=blocks)


def test_the_page_says_what_it_is_and_in_which_language(page: html.HtmlElement) -> None:
    assert page.get("lang") == "en-GB"
    assert page.findtext("head/title") == document().title
    assert [words(h1) for h1 in page.iter("h1")] == [
        "Permanence and Children in Our Care Board 14 August 2019"
    ]
    assert len(list(page.iter("main"))) == 1


def test_a_keyboard_reaches_the_pack_with_the_first_link(page: html.HtmlElement) -> None:
    first = next(page.iter("a"))
    assert words(first) == "Skip to the pack"
    assert page.get_element_by_id(first.get("href")[1:]).tag == "main" or first.get("href")


def test_every_id_is_there_once_and_every_link_leads_to_one(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    links = [href[1:] for href in page.xpath("//a/@href") if href.startswith("#")]
    assert len(ids) == len(set(ids)) > 0
    assert links
    assert set(links) <= set(ids)


def test_headings_do_not_leave_out_a_level(page: html.HtmlElement) -> None:
    levels = [int(h.tag[1]) for h in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_a_caption_and_headers_with_scope(page: html.HtmlElement) -> None:
    tables = list(page.iter("table"))
    assert tables
    for table in tables:
        assert table.find("caption") is not None
        assert {th.get("scope") for th in table.iter("th")} <= {
            "col",
            "row",
            "colgroup",
            "rowgroup",
        }


def test_pictures_say_in_words_what_they_show(page: html.HtmlElement) -> None:
    pictures = [svg for svg in page.iter("{*}svg", "svg") if svg.get("role") == "img"]
    assert any(
        "Red actions: 2 under objective 1" in (svg.get("aria-label") or "") for svg in pictures
    )
    silent = [svg for svg in page.iter("{*}svg", "svg") if svg.get("role") != "img"]
    assert all(svg.get("aria-hidden") == "true" for svg in silent)


def test_a_chart_comes_with_its_numbers(page: html.HtmlElement) -> None:
    figure = next(f for f in page.iter("figure") if "England" in words(f))
    numbers = words(figure.find(".//details"))
    assert "2,126" in numbers
    assert "1,646" in numbers


def test_an_action_shows_its_question_and_what_is_folded_away() -> None:
    row = replace(
        action(1, None, questions=["Is it done?"]), details=(("Evidence", "The signed form"),)
    )
    article = next(page_of(with_blocks(ActionRows("Actions", (row,)))).iter("article"))
    assert "Question: Is it done?" in words(article)
    assert "No rating" in words(article)
    answered = replace(
        row, questions=(Question("Is it done?", "Answer, 3 July 2019: <b>Nearly</b>."),)
    )
    said = words(next(page_of(with_blocks(ActionRows("Actions", (answered,)))).iter("article")))
    assert "Question: Is it done? Answer, 3 July 2019: <b>Nearly</b>." in said.replace("?A", "? A")
    assert "1 earlier update and evidence and figures" in words(article.find(".//summary"))
    assert "Evidence The signed form" in words(article.find(".//details"))


def test_where_there_are_no_pages_a_page_number_names_its_heading() -> None:
    found = page_of(
        with_blocks(Heading(1, "What is late", "late"), Paragraph((PageNumber("late", "Page "),)))
    )
    link = next(a for a in found.find(".//main").iter("a") if a.get("href") == "#late")
    assert words(link) == "See: What is late"


def test_hostile_text_is_shown_as_it_stands(page: html.HtmlElement) -> None:
    assert HOSTILE in words(page)
    assert not list(page.find(".//main").iter("b"))


@given(st.text(max_size=80))
def test_any_text_in_a_cell_stays_text(text: str) -> None:
    written = inlines((Text(f"start{text}end"),), Page(Style(), outline(())))
    paragraph = html.fragment_fromstring(f"<p>{written}</p>")
    assert words(paragraph).startswith("start")
    assert words(paragraph).endswith("end")
    assert {child.tag for child in paragraph} <= {"br"}


def test_a_link_that_runs_a_program_is_no_link() -> None:
    text = Text("Press here", href="javascript:alert(1)")
    found = page_of(with_blocks(Heading(1, "One", "one"), Paragraph((text,))))
    assert "Press here" in words(found)
    assert not [href for href in found.xpath("//@href") if "javascript" in href]


def test_a_link_to_no_heading_is_refused() -> None:
    with pytest.raises(UnknownAnchor, match='there is no heading "#nowhere" to link to'):
        page_of(with_blocks(Heading(1, "One", "one"), Paragraph((Text("x", href="#nowhere"),))))


def test_a_link_to_an_action_leads_to_its_article() -> None:
    rows = ActionRows("Actions", (replace(action(1, None), anchor="action-1"), action(2, None)))
    link = Paragraph((Text("1a", href="#action-1"),))
    found = page_of(with_blocks(Heading(1, "One", "one"), link, rows))
    assert [article.get("id") for article in found.iter("article")] == ["action-1", None]
    with pytest.raises(AnchorTwice):
        page_of(with_blocks(Heading(1, "One", "action-1"), rows))


def test_two_headings_with_one_anchor_are_refused() -> None:
    with pytest.raises(AnchorTwice, match='two headings have the anchor "#one"'):
        page_of(with_blocks(Heading(1, "One", "one"), Heading(1, "Other", "one")))


def test_the_page_fetches_nothing(page: html.HtmlElement) -> None:
    source = render(document(), TEMPLATES).data.decode()
    assert not list(page.iter("script", "iframe", "object"))
    assert not re.findall(r"(?:src|href)=[\"']https?://|url\(\s*['\"]?https?://|@import", source)


def test_the_same_document_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import hashlib; from pathlib import Path; from boardpack.renderers.html import render;"
        "from tests.renderers.example import document;"
        f"print(hashlib.sha256(render(document(), Path({str(TEMPLATES)!r})).data).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            cwd=TEMPLATES.parent,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("text", "#FFFFFF"),
        ("quiet", "#FFFFFF"),
        ("structure", "#FFFFFF"),
        ("text", "tint"),
        ("structure", "tint"),
        ("text", "question"),
    ],
)
def test_text_stands_out_from_what_is_behind_it(text: str, behind: str) -> None:
    style = Style()
    back = behind if behind.startswith("#") else getattr(style, behind)
    light, dark = sorted((luminance(getattr(style, text)), luminance(back)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_style_reaches_the_page() -> None:
    assert Style().structure in custom_properties(Style())


def with_frame(tmp_path: Path, frame: str, css: str = "") -> Path:
    (tmp_path / "page.html.j2").write_text(frame, encoding="utf-8")
    (tmp_path / "page.css").write_text(css, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ("<html>\n{{ mian }}</html>", r"page\.html\.j2, line 2: 'mian' is undefined"),
        ("<html>{% if %}</html>", r"page\.html\.j2, line 1: "),
        (
            "<html>{{ title }}</html>",
            r"the pack has no place in this page\. Put \{\{ main \}\} in its body",
        ),
        ("{{ ''.__class__.__mro__ }}{{ main }}", r"page\.html\.j2, line 1: "),
    ],
)
def test_a_fault_in_the_frame_names_its_line(tmp_path: Path, frame: str, message: str) -> None:
    with pytest.raises(TemplateError, match=message):
        render(document(), with_frame(tmp_path, frame))


def test_a_style_sheet_that_fetches_is_refused(tmp_path: Path) -> None:
    templates = with_frame(tmp_path, "{{ main }}", "p {}\nbody { background: url(http://x/y.png) }")
    with pytest.raises(TemplateError, match=r"page\.css, line 2: .* fetches nothing"):
        render(document(), templates)
