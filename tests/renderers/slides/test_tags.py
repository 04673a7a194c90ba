from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.errors import FaultyTag
from boardpack.renderers.slides.expressions import Names
from boardpack.renderers.slides.tags import fill_body
from boardpack.renderers.slides.xml import Element, child, children, every, read
from tests.renderers.slides.decks import xml_of
from tests.renderers.slides.material import material

NAMES = Names(
    material(), {"word": "three", "lead": "R&D\nteam", "items": ["a", "b", "c"], "no": []}, "here"
)


def body(*paragraphs: str) -> Element:
    return read(f"<p:txBody><a:bodyPr/><a:lstStyle/>{''.join(paragraphs)}</p:txBody>")


def runs(*texts: str, properties: str = "") -> str:
    """A paragraph whose runs are told apart by their sizes: 1000, 1100 and so on."""
    inner = "".join(
        f'<a:r><a:rPr sz="{1000 + 100 * i}"/><a:t>{text}</a:t></a:r>'
        for i, text in enumerate(texts)
    )
    return f"<a:p>{properties}{inner}</a:p>"


def shown(element: Element) -> list[list[tuple[str, str]]]:
    """For each paragraph its runs: the text and the size."""
    return [
        [
            ("\n", "")
            if str(part.tag).endswith("br")
            else ("".join(t.text or "" for t in every(part, "a:t")), str(part[0].get("sz")))
            for part in children(paragraph, "*")
            if str(part.tag).rsplit("}", 1)[1] in {"r", "br"}
        ]
        for paragraph in children(element, "a:p")
    ]


def fill(*paragraphs: str) -> list[list[tuple[str, str]]]:
    element = body(*paragraphs)
    fill_body(element, NAMES)
    return shown(element)


def test_a_body_without_tags_is_not_touched() -> None:
    element = body(runs("plain", " text"), "<a:p><a:br/><a:endParaRPr/></a:p>", "<a:p/>")
    before = xml_of(element)
    fill_body(element, NAMES)
    assert xml_of(element) == before


def test_a_value_looks_like_the_first_letter_of_its_expression() -> None:
    assert fill(runs("We have {{ ", "word", " }} left")) == [
        [("We have ", "1000"), ("three", "1100"), (" left", "1200")]
    ]


def test_a_line_feed_in_a_value_becomes_a_line_break() -> None:
    assert fill(runs("{{ lead }}")) == [[("R&D", "1000"), ("\n", ""), ("team", "1000")]]


def test_a_loop_may_span_paragraphs_and_leaves_none_of_its_own() -> None:
    found = fill(runs("{% for x in items %}"), runs("- ", "{{ x }}"), runs("{% endfor %}"))
    assert found == [[("- ", "1000"), (one, "1100")] for one in "abc"]


def test_a_loop_that_begins_in_a_line_gives_a_paragraph_each_turn() -> None:
    found = fill(runs("{% for x in items %}{{ x }}"), runs("{% endfor %}"))
    assert found == [[("a", "1000")], [("b", "1000")], [("c", "1000")]]


def test_a_line_that_a_condition_leaves_empty_vanishes() -> None:
    assert fill(runs("{% if no %}x{% endif %}"), runs("kept")) == [[("kept", "1000")]]


def test_a_text_that_a_loop_leaves_empty_still_has_a_paragraph() -> None:
    assert fill(runs("{% for x in no %}"), runs("{{ x }}"), runs("{% endfor %}")) == [[]]


def test_an_empty_value_keeps_the_height_of_its_line() -> None:
    element = body(runs("{{ '' }}"))
    fill_body(element, NAMES)
    end = child(element, "a:p/a:endParaRPr")
    assert end is not None
    assert end.get("sz") == "1000"


def test_indents_and_levels_are_kept() -> None:
    element = body(runs("{{ word }}", properties='<a:pPr lvl="1"/>'))
    fill_body(element, NAMES)
    properties = child(element, "a:p/a:pPr")
    assert properties is not None
    assert properties.get("lvl") == "1"


def test_what_autocorrect_makes_of_a_tag_is_understood() -> None:
    assert fill(runs("{{ word.replace(“three”, ‘2023–24’)\xa0}}")) == [[("2023–24", "1000")]]
    assert fill(runs("{{ 3 – 1 }}")) == [[("2", "1000")]]


def test_quotes_in_plain_text_stay_curly() -> None:
    assert fill(runs("“so” – {{ word }}")) == [[("“so” – three", "1000")]]


def test_braces_in_a_quoted_text_do_not_end_a_tag() -> None:
    assert fill(runs("{{ 'a}}b' }}")) == [[("a}}b", "1000")]]


def test_a_value_that_looks_like_a_tag_is_not_filled_again() -> None:
    element = body(runs("{{ x }}"))
    fill_body(element, NAMES.having("x", "{{ word }}"))
    assert shown(element) == [[("{{ word }}", "1000")]]


def test_a_field_stands_where_it_stood() -> None:
    field = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:t>3</a:t></a:fld>'
    )
    element = body(f"<a:p><a:r><a:t>{{{{ word }}}}: </a:t></a:r>{field}</a:p>")
    fill_body(element, NAMES)
    assert [t.text for t in every(element, "a:t")] == ["three: ", "3"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{{ word", "not closed"),
        ("{{ 'word }}", "quotes do not pair"),
        ("{{ unknown }}", 'there is no "unknown"'),
        ("{{ word + 1 }}", "can only concatenate"),
        ("{% for x in items %}", "endfor"),
        ("{{ word.__class__ }}", "unsafe"),
        ("{{ items.append(1) }}", "unsafe"),
    ],
)
def test_a_faulty_tag_is_an_error_that_shows_the_text(text: str, why: str) -> None:
    with pytest.raises(FaultyTag) as caught:
        fill(runs(text))
    assert str(caught.value).startswith("here: ")
    assert text in str(caught.value)
    assert why in str(caught.value)


# What is typed, what comes of it, and which of the letters typed the result looks like.
SEGMENTS = (
    ("Of “", None, 0),
    ("{{\xa0word }}", "three", 3),
    ("” – ", None, 0),
    ("{% if items %}", "", 0),
    ("are\xa0", None, 0),
    ("{{ items | length – 1 }}", "2", 3),
    ("{% endif %}", "", 0),
    (" & ", None, 0),
    ("{{- lead.replace(“R”, ‘2023–24’) -}}", "2023–24&D\nteam", 4),
    ("{# a remark #}", "", 0),
    (" …", None, 0),
    ("{{ '}}' }}", "}}", 3),
)
SENTENCE = "".join(typed for typed, _, _ in SEGMENTS)


def letters_and_places() -> list[tuple[str, int]]:
    """Every letter that must come out, with the place of the one typed whose look it must have."""
    found: list[tuple[str, int]] = []
    at = 0
    for typed, value, first in SEGMENTS:
        for place, letter in enumerate(typed if value is None else value):
            found.append((letter, at + (place if value is None else first)))
        at += len(typed)
    return found


@given(st.sets(st.integers(1, len(SENTENCE) - 1), max_size=30))
def test_however_the_runs_are_split_every_letter_has_its_text_and_its_look(cuts: set[int]) -> None:
    places = [0, *sorted(cuts), len(SENTENCE)]
    split = [SENTENCE[a:b].replace("&", "&amp;") for a, b in pairwise(places)]
    (paragraph,) = fill(runs(*split))
    found = [(letter, size) for text, size in paragraph for letter in text]
    wanted = [
        (letter, "" if letter == "\n" else str(1000 + 100 * sum(cut <= place for cut in cuts)))
        for letter, place in letters_and_places()
    ]
    assert found == wanted


def a_format(lang: str, size: int, accent: int, face: str) -> str:
    return (
        f'<a:rPr lang="{lang}" sz="{size}" b="1" baseline="30000"><a:ln w="9525"/><a:solidFill>'
        f'<a:schemeClr val="accent{accent}"><a:lumMod val="75000"/></a:schemeClr></a:solidFill>'
        f'<a:latin typeface="{face}"/></a:rPr>'
    )


FORMATS = (
    a_format("en-GB", 1400, 1, "Arial"),
    a_format("cy-GB", 1800, 2, "+mj-lt"),
    a_format("en-GB", 1800, 2, "Georgia"),
    "",
)


@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from(FORMATS)), min_size=1, max_size=20))
def test_no_format_is_changed_and_none_is_made(pieces: list[tuple[int, str]]) -> None:
    parts: list[str] = []
    looks: list[str] = []  # one a letter
    at = 0
    while at < len(SENTENCE):
        length, look = pieces[len(parts) % len(pieces)]
        text = SENTENCE[at : at + length]
        parts.append(f"<a:r>{look}<a:t>{text.replace('&', '&amp;')}</a:t></a:r>")
        looks += [look] * len(text)
        at += length
    element = body(f"<a:p>{''.join(parts)}</a:p>")
    known = {look: xml_of(read(look)) if look else None for look in FORMATS}
    fill_body(element, NAMES)
    found: list[tuple[str, bytes | None]] = []
    for part in children(element, "a:p/*"):
        own = child(part, "a:rPr")
        text = "".join(t.text or "" for t in every(part, "a:t")) or "\n"
        found += [(letter, None if own is None else xml_of(own)) for letter in text]
    wanted = [(letter, known[looks[place]]) for letter, place in letters_and_places()]
    assert found == wanted
