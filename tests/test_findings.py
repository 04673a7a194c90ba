"""Findings know their place, and each kind is registered once."""

import string
from datetime import date

import pytest

from boardpack.checks import run  # noqa: F401 - registers the rules
from boardpack.errors import DuplicateFindingKind
from boardpack.findings import FindingKind, Severity, register, registered
from boardpack.model.source import Source
from boardpack.read import faults  # noqa: F401 - registers the faults of reading
from tests.analysis.making import action

KIND = FindingKind(
    "X001",
    "test-kind",
    "A title",
    Severity.WARNING,
    'Due {day}: is "{text}" done?',
    "Rate it {word}.",
)

PUBLIC_KINDS = {
    "overdue", "overdue-but-green", "due-before-next-board", "no-update-since-previous-board",
    "undated-progress", "no-progress", "says-closed-but-not-blue", "blue-but-open-wording", "no-rating",
    "no-lead", "no-due-date", "no-activity", "no-ref", "duplicate-ref", "due-differs", "rating-differs",
    "impossible-date", "malformed-date", "several-dates", "far-from-target-but-green",
    "moving-wrong-way-but-green", "figures-do-not-add-up", "stale-data", "closed-row-on-open-sheet",
    "possible-personal-data",
}  # fmt: skip
"""The kinds that the README promises to scripts."""


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (Source("plan.xlsx", "Action Plan", "J31"), "plan.xlsx, Action Plan!J31"),
        (Source("plan.xlsx", "Action Plan"), "plan.xlsx, sheet Action Plan"),
        (Source("placements.csv", line=12), "placements.csv, line 12"),
        (Source("placements.csv"), "placements.csv"),
    ],
)
def test_a_place_is_named_as_excel_and_editors_name_it(source: Source, said: str) -> None:
    assert str(source) == said


def test_a_finding_says_where_what_and_what_to_do() -> None:
    found = KIND.at(Source("plan.xlsx", "Plan", "J31"), day="3 May", text="it", word="Blue")
    assert str(found) == 'plan.xlsx, Plan!J31: Due 3 May: is "it" done? Rate it Blue.'


def test_facts_are_text_and_never_format_strings() -> None:
    found = KIND.at(Source("f"), day="{text}", text="{0} {x!r} {{", word="%s")
    assert found.message == 'Due {text}: is "{0} {x!r} {{" done?'


def test_a_finding_of_an_action_stands_at_the_cell_of_its_column() -> None:
    row = action("14a", row=31, objective=2, due=date(2019, 5, 3), cells={"due": "J31"})
    found = KIND.of(row, "due", day="", text="", word="")
    assert (found.source.cell, found.objective, found.ref) == ("J31", 2, "14a")
    without_column = KIND.of(row, "rating", day="", text="", word="")
    assert without_column.source.cell == "A31"


def test_the_public_shape_has_every_field_and_null_for_what_is_not_known() -> None:
    shape = KIND.at(Source("f.csv", line=3), day="", text="", word="").as_json()
    assert list(shape) == [
        "code", "severity", "file", "sheet", "cell", "line", "objective", "ref", "kind", "message",
        "remedy",
    ]  # fmt: skip
    assert shape["line"] == 3
    assert shape["severity"] == "warning"
    assert [name for name, value in shape.items() if value is None] == [
        "sheet",
        "cell",
        "objective",
        "ref",
    ]


def test_a_code_or_a_name_that_is_taken_is_refused() -> None:
    known = registered()[0]
    for code, kind in ((known.code, "a-new-kind"), ("X999", known.kind)):
        with pytest.raises(DuplicateFindingKind, match="is registered already"):
            register(code, kind, "t", Severity.NOTE, "s", "r")
    assert "X999" not in {kind.code for kind in registered()}


def test_every_kind_has_a_sentence_a_title_and_a_remedy_that_end_well() -> None:
    kinds = registered()
    assert len(kinds) > 30
    for kind in kinds:
        assert kind.title, kind.code
        assert kind.sentence.endswith((".", "?", "}")), kind.sentence
        assert kind.remedy.endswith((".", "?")), kind.remedy
        assert all(
            name is None or name.isidentifier()
            for _, name, _, _ in string.Formatter().parse(kind.sentence)
        )


def test_every_kind_that_scripts_rely_on_is_there() -> None:
    assert PUBLIC_KINDS - {kind.kind for kind in registered()} == set()
