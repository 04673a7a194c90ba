"""The schema has every name that templates may use, each with what it is, and no other."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

import pytest

from boardpack.analysis.overview import Overview
from boardpack.charts.catalogue import ChartBook
from boardpack.document.compose import material
from boardpack.document.schema import (
    CALLS,
    Schema,
    fields_of,
    item_of,
    kinds_of,
    schema,
    schema_of,
    told,
)
from boardpack.document.tables import TableBook


@pytest.fixture(scope="module")
def known(sample: Overview) -> Schema:
    return schema_of(sample)


def test_the_schema_has_the_names_of_the_values_and_no_other(sample: Overview) -> None:
    assert list(schema().values) == list(material(sample).values)


def test_each_value_is_of_the_type_that_the_schema_says(sample: Overview) -> None:
    for name, value in material(sample).values.items():
        assert _fits(value, schema().values[name]), name


def _fits(value: Any, hint: Any) -> bool:
    item = item_of(hint)
    if item is not None:
        return isinstance(value, tuple) and all(_fits(one, item) for one in value)
    if value is None:
        return len(kinds_of(hint)) == 1
    if not any(isinstance(value, kind) for kind in kinds_of(hint)):
        return False
    inner = fields_of(hint)
    named = {one.name for one in fields(value)} if inner else set()
    return set(inner) == named and all(_fits(getattr(value, n), h) for n, h in inner.items())


def test_every_value_and_every_field_of_a_view_says_what_it_is() -> None:
    said = dict(_words("", schema().values.items()))
    assert len(said) > 80
    assert [name for name, words in said.items() if len(words) < 5] == []


def _words(before: str, hints: Iterable[tuple[str, Any]]) -> Iterable[tuple[str, str]]:
    for name, hint in hints:
        yield before + name, told(hint)
        kind = item_of(hint) or hint
        if not before:
            yield from _words(f"{name}.", fields_of(kind).items())


def test_every_chart_and_every_table_says_what_it_shows(known: Schema) -> None:
    for one in (*known.charts, *known.tables):
        assert one.told.endswith("."), str(one)


def test_the_schema_has_the_charts_and_tables_of_the_books(known: Schema, sample: Overview) -> None:
    book, shelf = ChartBook(sample), TableBook(sample, ())
    assert [one.name for one in known.charts] == [name.partition(" ")[0] for name in book.names()]
    assert {one.name for one in known.tables} == {name.partition(" ")[0] for name in shelf.names()}


def test_every_name_of_a_meeting_has_its_chart_or_table(known: Schema, sample: Overview) -> None:
    given = material(sample)
    count = 0
    for (what, kind), names in known.real.items():
        for name in names:
            assert name.startswith(f"{kind} ")
            assert (given.chart if what == "chart" else given.table)(name, "") is not None
            count += 1
    assert count > 100


def test_every_measure_that_the_settings_chart_is_among_the_names(
    known: Schema, sample: Overview
) -> None:
    charted = {f"trend {metric}" for metric in sample.settings.charts.trends}
    assert charted <= set(known.real["chart", "trend"])


@pytest.mark.parametrize("what", sorted(CALLS))
def test_what_a_tag_may_call_has_fields_that_say_what_they_are(what: str) -> None:
    assert sum(bool(told(hint)) for hint in fields_of(CALLS[what]).values()) >= 2
