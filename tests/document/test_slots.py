"""Whatever a template prints comes out as exactly that text, wherever it stands."""

from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.sandbox import ImmutableSandboxedEnvironment

from boardpack.document.blocks import (
    Block,
    Columns,
    Content,
    Heading,
    ItemList,
    LineBreak,
    PageNumber,
    Paragraph,
    Table,
    Text,
)
from boardpack.document.markdown import Reader
from boardpack.document.slots import Slots, in_words, lines
from boardpack.document.templating import environment, render

HOSTILE = (
    "# not a heading",
    "- not an item",
    "1. not an item",
    "[not](https://a.link)",
    "![not](an-image.png)",
    "| not | a table |",
    "{{ x }} {% endif %} {# no #}",
    "<b>not bold</b> &amp; &copy; & <",
    "*stars* _lines_ `code` ~~~",
    "```\nfence\n```",
    "::: lead\nwords\n:::",
    "---",
    "    set in by four",
    "\ue0000\ue001 \ue0020\ue003 \ue000999\ue001",
    "%EE%80%800%EE%80%81",
    "tab\tbell\x07null\x00",
    "a line\nand another\r\nand a third",
    "https://example.gov.uk <https://example.gov.uk>",
    "back\\slash \\# \\*",
    "“quotes” – dash … é ✓ \U0001f600 \u202eright to left",
    "=cmd|' /C calc'!A0",
    " spaces around ",
)

PLACES = {
    "paragraph": "{{ v }}",
    "inside a sentence": "It says {{ v }} and goes on.",
    "strong": "**{{ v }}**",
    "emphasis": "*{{ v }}*",
    "code": "`{{ v }}`",
    "item": "- {{ v }}",
    "numbered item": "1. {{ v }}",
    "quotation": "> {{ v }}",
    "lead": "::: lead\n{{ v }}\n:::",
    "column": ":::: columns\n::: column\n{{ v }}\n:::\n::::",
    "cell": "| A | B |\n|---|---|\n| {{ v }} | b |",
    "table heading": "| A | {{ v }} |\n|---|---|\n| a | b |",
    "link": "[{{ v }}](https://example.gov.uk)",
    "set in by four": "    {{ v }}",
    "fence": "```\n{{ v }}\n```",
    "condition": "{% if v %}{{ v }}{% else %}{{ v }}{% endif %}",
    "loop": "{% for one in [v] %}{{ one }}{% endfor %}",
    "macro": "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(v) }}",
    "block set": "{% set kept %}{{ v }}{% endset %}{{ kept }}",
    "heading": "# {{ v }}",
}


def filled(template: str, **values: object) -> tuple[Block, ...]:
    """The blocks of a template, printed and read as the pack's are."""
    reader = Reader()
    made = environment(Path(), escape=True, finalize=reader.slots.finalize)
    made.loader = jinja2.DictLoader({"t.md.j2": template})
    return reader.blocks(render(made, "t.md.j2", values))


def contents(blocks: tuple[Block, ...]) -> Iterator[Content]:
    """Every run of inlines, in reading order."""
    for block in blocks:
        match block:
            case Paragraph(content):
                yield content
            case Heading(text=text):
                yield (Text(text),)
            case ItemList(items):
                yield from (content for item in items for content in contents(item))
            case Columns(columns):
                yield from (content for column in columns for content in contents(column))
            case Table(columns=columns, rows=rows):
                yield from ((Text(column.title),) for column in columns)
                yield from (cell for row in rows for cell in row.cells)
            case _:
                pytest.fail(f"a {type(block).__name__} was made of words")


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [
        inline.text
        for content in contents(blocks)
        for inline in content
        if isinstance(inline, Text)
    ]


def shapes(blocks: tuple[Block, ...]) -> list[str]:
    return [type(block).__name__ for block in blocks]


@pytest.mark.parametrize("place", [place for place in PLACES if place != "heading"])
@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_is_shown_as_it_stands(place: str, value: str) -> None:
    blocks = filled(PLACES[place], v=value)
    assert value in texts(blocks)
    assert shapes(blocks) == shapes(filled(PLACES[place], v="plain"))


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_in_a_heading_loses_only_the_spaces_round_it(value: str) -> None:
    (heading,) = filled(PLACES["heading"], v=value)
    assert isinstance(heading, Heading)
    assert heading.text == value.strip()


@given(st.text(min_size=1), st.sampled_from(sorted(set(PLACES) - {"heading"})))
def test_any_value_anywhere_comes_out_as_exactly_that_text(value: str, place: str) -> None:
    assert value in texts(filled(PLACES[place], v=value))


@given(st.lists(st.text(min_size=1), min_size=1, max_size=5))
def test_values_keep_their_order(values: list[str]) -> None:
    assert texts(filled("{% for v in vs %}\n- {{ v }}\n{% endfor %}", vs=values)) == values


@given(st.text())
def test_any_text_can_be_minutes(text: str) -> None:
    for content in contents(Reader(shift=1).blocks(text)):
        assert all(isinstance(inline, Text | LineBreak) for inline in content)


@given(st.text(alphabet="\ue000\ue001\ue002\ue0030159 a\n#-|`"))
def test_what_only_looks_like_a_slot_is_text(text: str) -> None:
    list(contents(Reader().blocks(text)))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "–"),
        (True, "yes"),
        (False, "no"),
        (2126, "2,126"),
        (0, "0"),
        ("a", "a"),
        (1.5, "1.5"),
    ],
)
def test_a_value_is_printed_in_words(value: object, said: str) -> None:
    assert in_words(value) == said
    assert texts(filled("{{ v }}", v=value)) == [said]


def test_a_value_takes_the_emphasis_and_the_link_of_its_place() -> None:
    (paragraph,) = filled("**a {{ v }}** [b {{ v }}](#late)", v="x")
    assert isinstance(paragraph, Paragraph)
    assert [
        inline for inline in paragraph.content if isinstance(inline, Text) and inline.text == "x"
    ] == [
        Text("x", strong=True),
        Text("x", href="#late"),
    ]


@pytest.mark.parametrize(
    ("address", "value", "leads"),
    [
        ("https://a.gov.uk/{{ v }}", "b", "https://a.gov.uk/b"),
        ("{{ v }}", "https://a.gov.uk/b c?d=%20", "https://a.gov.uk/b c?d=%20"),
        ("https://a.gov.uk/x%20y", "", "https://a.gov.uk/x%20y"),
        ("#{{ v }}", "late", "#late"),
        ("mailto:{{ v }}", "a@b.gov.uk", "mailto:a@b.gov.uk"),
        ("{{ v }}", "javascript:alert(1)", None),
        ("{{ v }}", "data:text/html,x", None),
        ("{{ v }}", "file:///etc/passwd", None),
        ("java{{ v }}", "script:alert(1)", None),
    ],
)
def test_a_link_leads_to_a_heading_or_the_web_and_nowhere_else(
    address: str, value: str, leads: str | None
) -> None:
    (paragraph,) = filled(f"[words]({address})", v=value)
    assert paragraph == Paragraph((Text("words", href=leads),))


def test_drawn_inlines_pass_through() -> None:
    slots = Slots()
    number = PageNumber("late", "Page ")
    assert list(slots.fill(str(slots.finalize(number)), Text(""))) == [number]
    made = slots.inline((Text("a"), number))
    assert slots.finalize(made) is made


def test_the_line_breaks_of_a_cell_are_kept() -> None:
    assert lines("a\nb\r\n\nc", strong=True) == (
        Text("a", strong=True), LineBreak(), Text("b", strong=True), LineBreak(), Text("", strong=True),
        LineBreak(), Text("c", strong=True),
    )  # fmt: skip
    assert lines("") == ()


def test_a_template_can_do_nothing_but_fill_itself() -> None:
    made = environment(Path(), escape=True)
    assert isinstance(made, ImmutableSandboxedEnvironment)
