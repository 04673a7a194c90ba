"""The slides of the standard deck as data: what stands on each, whatever layout takes it."""

from dataclasses import dataclass
from typing import Literal

from boardpack.model.deck import DeckPart

FieldKind = Literal["lead", "text", "chart", "table"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with tags; `figure` is what stands large before it. A tight one is of a long list."""

    text: str
    figure: str = ""
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One thing on a slide, with tags: lines of text, or the name of a chart or a table.

    `called` is what its shape is called, for those who move it. A lead is one quiet line above.
    """

    kind: FieldKind
    called: str
    lines: tuple[Line, ...] = ()
    share: float = 1.0
    """How much of a common room it takes, by the shares of all that stand in it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A slide of the standard deck; `notes` are the lines that repeat it or leave it out."""

    part: DeckPart
    like: DeckPart
    title: str
    fields: tuple[Field, ...]
    notes: tuple[str, ...] = ()


def _text(called: str, *lines: str) -> Field:
    return Field("text", called, tuple(Line(line) for line in lines))


def _lead(line: str) -> Field:
    return Field("lead", "What is shown", (Line(line),))


def _table(part: DeckPart, name: str, title: str | None = None) -> Page:
    return Page(
        part,
        "table",
        title or f'{{{{ table("{name}").caption }}}}',
        (Field("table", f"table: {name}"),),
        (f'if: table("{name}").rows',),
    )


_COVER = Page(
    "cover",
    "cover",
    "{{ board.name }}",
    (
        _text(
            "Date, place and chair",
            "{{ board.date }}",
            '{{ [board.time, board.place] | select | join(", ") }}',
            "Chair: {{ board.chair }}",
            "{{ board.council }}",
        ),
    ),
)
_AGENDA = Page(
    "agenda",
    "text",
    '{{ agenda | length }} items in {{ agenda | sum(attribute="minutes") }} minutes',
    (
        Field(
            "text",
            "Agenda",
            (
                Line("{% for item in agenda %}", tight=True),
                Line(
                    "{{ item.number }}  {{ item.title }}"
                    "{% if item.is_decision %} (decision){% endif %}",
                    tight=True,
                ),
                Line("{% endfor %}", tight=True),
            ),
        ),
    ),
    ("if: agenda",),
)
_SUMMARY = Page(
    "summary",
    "text",
    "{{ ask }}",
    (_text("Summary", "{% for sentence in summary %}", "{{ sentence }}", "{% endfor %}"),),
    ("if: summary",),
)
_PLAN = Page(
    "plan-on-a-page",
    "chart",
    '{{ chart("rating-by-objective").headline }}',
    (
        _lead('{{ chart("rating-by-objective").subtitle }}'),
        Field("chart", "chart: rating-by-objective"),
    ),
)
_OBJECTIVE = Page(
    "objective",
    "objective",
    "Objective {{ objective.key }}: {{ objective.headline }}",
    (
        _lead("{{ objective.title }}"),
        Field("chart", "chart: rating-of {{ objective.key }}", share=2.0),
        Field(
            "text",
            "Late",
            (Line('action{{ "s" if objective.late != 1 }} late', "{{ objective.late }}"),),
        ),
        Field(
            "text",
            "Questions",
            (
                Line(
                    'question{{ "s" if objective.questions != 1 }} to leads',
                    "{{ objective.questions }}",
                ),
            ),
        ),
        _text("Change", "{{ objective.change }}"),
    ),
    ("for: objective in objectives", "if: objective.red and objective.late"),
)
_CONTROL = Page(
    "control-charts",
    "chart",
    "{{ trend.headline }}",
    (
        _lead('{{ chart(("control " if trend.has_limits else "trend ") ~ trend.id).subtitle }}'),
        Field("chart", 'chart: {{ "control" if trend.has_limits else "trend" }} {{ trend.id }}'),
    ),
    ("for: trend in focus_trends[:2]",),
)

PAGES = (
    _COVER,
    _AGENDA,
    _SUMMARY,
    _PLAN,
    _table("movements", "movements-in-brief"),
    _table("escalations", "escalations-in-brief"),
    _OBJECTIVE,
    _table("scorecard", "measures-missed-in-brief"),
    _CONTROL,
    _table("decisions", "decisions"),
    _table("next-dates", "next-dates", "The board next meets on {{ next_meeting }}"),
)
"""The standard deck, in its order."""
