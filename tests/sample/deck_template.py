"""Writes templates/deck.pptx, the slide template that a council edits in PowerPoint.

Run `python -m tests.sample.deck_template` to make it anew; that undoes edits made by hand.
"""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pptx
from pptx.util import Pt

from boardpack.renderers.slides.package import unzipped, zipped
from tests.sample.deck_design import BELOW_LEAD, BLUE, CONTENT, INK, PAGE, Box, layouts, theme
from tests.sample.deck_shapes import (
    add_foot,
    add_table,
    lead,
    mark_english,
    note,
    set_lines,
    space,
    text_box,
)

WHERE = Path(__file__).parents[2] / "templates" / "deck.pptx"


def main() -> None:
    """Write the template."""
    WHERE.parent.mkdir(exist_ok=True)
    WHERE.write_bytes(make())


def make() -> bytes:
    """The template as a file."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Pt(PAGE.width), Pt(PAGE.height)
    title_slide, text_slide, bare_slide = layouts(deck)
    _write_slides(deck, title_slide, text_slide, bare_slide)
    _set_properties(deck)
    buffer = io.BytesIO()
    deck.save(buffer)
    return zipped(_in_house_style(unzipped(buffer.getvalue())))


def _write_slides(deck: Any, cover: Any, text: Any, bare: Any) -> None:
    slide = _slide(deck, cover, "{{ board.name }}")
    set_lines(
        slide.placeholders[1],
        "{{ board.date }}",
        "{{ board.time }}, {{ board.place }}",
        "Chair: {{ board.chair }}",
        "{{ board.council }}",
    )
    slide = _slide(deck, text, "{{ ask }}")
    set_lines(
        slide.placeholders[1], "{% for sentence in summary %}", "{{ sentence }}", "{% endfor %}"
    )
    slide = _slide(deck, bare, '{{ chart("rating-by-objective").headline }}')
    lead(slide, '{{ chart("rating-by-objective").subtitle }}')
    space(slide, "chart: rating-by-objective", BELOW_LEAD)
    note(slide, '{{ chart("rating-by-objective").source }}')
    for called in ("movements-in-brief", "escalations-in-brief"):
        _table_slide(deck, bare, called)
    _objective_slide(deck, bare)
    _table_slide(deck, bare, "measures-missed-in-brief")
    slide = _slide(deck, bare, "{{ trend.headline }}")
    lead(slide, '{{ chart("trend " ~ trend.id).subtitle }}')
    space(slide, "chart: trend {{ trend.id }}", BELOW_LEAD)
    note(slide, "for: trend in focus_trends", '{{ chart("trend " ~ trend.id).source }}')
    _table_slide(deck, bare, "decisions")
    _table_slide(
        deck,
        bare,
        "due-next-in-brief",
        title="{% if next_meeting %}The board next meets on {{ next_meeting }}{% else %}What is due next{% endif %}",
    )


def _objective_slide(deck: Any, layout: Any) -> None:
    slide = _slide(deck, layout, "Objective {{ objective.key }}: {{ objective.headline }}")
    lead(slide, "{{ objective.title }}")
    space(slide, "chart: rating-of {{ objective.key }}", Box(48, 172, 864, 112))
    facts = (
        ("late", 'action{{ "s" if objective.late != 1 }} late', Box(48, 310, 200, 160)),
        (
            "questions",
            'question{{ "s" if objective.questions != 1 }} to leads',
            Box(272, 310, 200, 160),
        ),
    )
    for key, words, box in facts:
        figure = f"{{{{ objective.{key} }}}}"
        text_box(slide, f"Fact: {key}", box, (figure, 44, BLUE, True), (words, 20, INK, False))
    text_box(
        slide,
        "Fact: change",
        Box(496, 310, 416, 160),
        ("Since the last board", 20, BLUE, True),
        ("{{ objective.change }}", 20, INK, False),
    )
    note(slide, "for: objective in focus", '{{ chart("rating-of " ~ objective.key).source }}')


def _table_slide(deck: Any, layout: Any, called: str, title: str | None = None) -> None:
    slide = _slide(deck, layout, title or f'{{{{ table("{called}").caption }}}}')
    add_table(slide, f"table: {called}", CONTENT)
    note(slide, f'if: table("{called}").rows')


def _slide(deck: Any, layout: Any, title: str) -> Any:
    slide = deck.slides.add_slide(layout)
    slide.shapes.title.text_frame.text = title
    mark_english(slide.shapes.title.element)
    add_foot(slide, "{{ board.marking }}")
    return slide


def _set_properties(deck: Any) -> None:
    properties = deck.core_properties
    properties.title = "Template of the board's slides"
    properties.author = properties.last_modified_by = "boardpack"
    properties.created = properties.modified = datetime(2019, 1, 1, tzinfo=UTC)
    properties.revision, properties.language = 1, "en-GB"
    for rid in [r for r, link in deck.part.rels.items() if "printerSettings" in link.reltype]:
        deck.part.rels.pop(rid)
    package = deck.part.package
    for rid in [
        r
        for r, link in package._rels.items()
        if link.reltype.endswith(("/thumbnail", "/extended-properties"))
    ]:
        package.drop_rel(rid)


def _in_house_style(members: dict[str, bytes]) -> dict[str, bytes]:
    """The theme's colours and fonts."""
    return {
        member: theme(data) if member.startswith("ppt/theme/") else data
        for member, data in members.items()
    }


if __name__ == "__main__":
    main()
