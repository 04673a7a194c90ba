"""Links whose addresses hold tags."""

from pathlib import Path
from typing import Any

import pytest

from boardpack.errors import FaultyTag
from tests.renderers.slides.decks import filled, rectangle, template, text_box
from tests.renderers.slides.material import material

AS_POWERPOINT_WRITES_IT = "https://marlshire.gov.uk/%7B%7B%20one.key%20%7D%7D?a=b%20c"
LISTED = [{"key": "1a", "name": "First"}, {"key": "2 b&c", "name": "Second"}]


def linked(folder: Path, address: str, *lines: str) -> list[tuple[str, str | None]]:
    """The runs of a text box whose second line has a link, each with where it leads."""
    deck = template()
    box = text_box(deck.slides[0], *lines)
    line = box.text_frame.paragraphs[len(lines) // 2]
    line.runs[0].hyperlink.address = address
    (slide,) = filled(deck, folder, material({"listed": LISTED})).slides
    runs = [
        r for s in slide.shapes if s.has_text_frame for p in s.text_frame.paragraphs for r in p.runs
    ]
    external = [link for link in slide.part.rels.values() if link.is_external]
    assert len(external) == len({run.hyperlink.address for run in runs} - {None})
    return [(run.text, run.hyperlink.address) for run in runs][1:]


def test_each_turn_of_a_loop_leads_to_its_own_address(tmp_path: Path) -> None:
    lines = ("{% for one in listed %}", "{{ one.name }}", "{% endfor %}")
    assert linked(tmp_path, AS_POWERPOINT_WRITES_IT, *lines) == [
        ("First", "https://marlshire.gov.uk/1a?a=b%20c"),
        ("Second", "https://marlshire.gov.uk/2%20b&c?a=b%20c"),
    ]


def test_a_link_without_tags_stays_as_it_is(tmp_path: Path) -> None:
    assert linked(tmp_path, "ftp://marlshire/%7Ba%7D", "{{ board.date }}") == [
        ("14 August 2019", "ftp://marlshire/%7Ba%7D")
    ]


def test_plain_words_may_lead_to_an_address_with_a_tag(tmp_path: Path) -> None:
    address = "mailto:{{ board.marking }}@marlshire.gov.uk"
    assert linked(tmp_path, address, "Write to us") == [
        ("Write to us", "mailto:OFFICIAL@marlshire.gov.uk")
    ]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:{{ board.date }}",
        "file:///{{ board.date }}",
        "{{ board.date }}",
        "https://{{ '' }}",
    ],
)
def test_an_address_may_lead_to_the_web_or_to_mail_only(tmp_path: Path, address: str) -> None:
    with pytest.raises(FaultyTag, match=r"slide 1, shape .* with https, http or mailto only"):
        linked(tmp_path, address, "Here")


def test_a_whole_shape_may_lead_to_an_address_with_a_tag(tmp_path: Path) -> None:
    deck = template()
    shape: Any = rectangle(deck.slides[0], "Button")
    shape.click_action.hyperlink.address = "https://marlshire.gov.uk/{{ board.marking }}"
    (slide,) = filled(deck, tmp_path).slides
    found = next(one for one in slide.shapes if one.name == "Button")
    assert found.click_action.hyperlink.address == "https://marlshire.gov.uk/OFFICIAL"
