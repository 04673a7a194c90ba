"""What `template names` prints: everything that a slide may name, each with what it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from boardpack.analysis.overview import Overview
from boardpack.deckcheck.guide import FILTERS, NOTES, SHAPES
from boardpack.document.compose import material
from boardpack.document.schema import CALLS, Schema, fields_of, item_of, schema, schema_of, told
from boardpack.near import Named

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a tag, what it is, and what it holds at a meeting."""

    name: str
    told: str
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: how many items it has at a meeting, and what each has."""

    name: Name
    count: int | None
    fields: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart or a table, and the whole names of a meeting where something stands behind it."""

    name: Name
    whole: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """All that a slide may name."""

    board: str | None
    values: tuple[Name, ...]
    lists: tuple[Listed, ...]
    charts: tuple[Drawn, ...]
    tables: tuple[Drawn, ...]
    of_charts: tuple[Name, ...]
    of_tables: tuple[Name, ...]
    shapes: tuple[Name, ...]
    notes: tuple[Name, ...]
    filters: tuple[Name, ...]


def names_of(overview: Overview | None) -> Everything:
    """Everything that a slide may name, with examples where there is a meeting."""
    known = schema() if overview is None else schema_of(overview)
    values = {} if overview is None else material(overview).values
    return Everything(
        None if overview is None else overview.meeting.date.isoformat(),
        tuple(_values(known, values)),
        tuple(_lists(known, values)),
        tuple(_drawn(known, "chart", known.charts)),
        tuple(_drawn(known, "table", known.tables)),
        tuple(_described(CALLS["chart"])),
        tuple(_described(CALLS["table"])),
        tuple(Name(name, said) for name, said in SHAPES.items()),
        tuple(Name(name, said) for name, said in NOTES.items()),
        tuple(Name(name, said) for name, said in FILTERS.items()),
    )


def _values(known: Schema, values: Mapping[str, object]) -> Iterator[Name]:
    for name, hint in known.values.items():
        if item_of(hint) is not None:
            continue
        value = values.get(name)
        fields = fields_of(hint)
        if not fields:
            yield Name(name, told(hint), _example(value))
        for one, kind in fields.items():
            yield Name(f"{name}.{one}", told(kind), _example(getattr(value, one, None)))


def _lists(known: Schema, values: Mapping[str, object]) -> Iterator[Listed]:
    for name, hint in known.values.items():
        item = item_of(hint)
        if item is None:
            continue
        found = values.get(name)
        items: tuple[object, ...] = found if isinstance(found, tuple) else ()
        first = items[0] if items else None
        fields = tuple(
            Name(one, told(kind), _example(getattr(first, one, None)))
            for one, kind in fields_of(item).items()
        )
        count = len(items) if name in values else None
        yield Listed(Name(name, told(hint), None if fields else _example(first)), count, fields)


def _drawn(known: Schema, what: str, named: Iterable[Named]) -> Iterator[Drawn]:
    for one in named:
        whole = known.real.get((what, one.name), ()) if one.argument else ()
        yield Drawn(Name(str(one), one.told), whole)


def _described(kind: Any) -> Iterator[Name]:
    """The fields of a chart or a table that say something in a tag."""
    for one, hint in fields_of(kind).items():
        if told(hint):
            yield Name(one, told(hint))


def _example(value: object) -> str | None:
    if value is None or isinstance(value, tuple):
        return None
    said = " ".join(str(value).split())
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"


def names_json(listed: Everything) -> dict[str, Any]:
    """The public shape of `template names --json`."""
    return {
        "board": listed.board,
        "values": [_name(one) for one in listed.values],
        "lists": [
            {**_name(one.name), "count": one.count, "fields": [_name(f) for f in one.fields]}
            for one in listed.lists
        ],
        "charts": [{**_name(one.name), "names": list(one.whole)} for one in listed.charts],
        "tables": [{**_name(one.name), "names": list(one.whole)} for one in listed.tables],
        "chart_fields": [_name(one) for one in listed.of_charts],
        "table_fields": [_name(one) for one in listed.of_tables],
        "shapes": [_name(one) for one in listed.shapes],
        "notes": [_name(one) for one in listed.notes],
        "filters": [_name(one) for one in listed.filters],
    }


def _name(one: Name) -> dict[str, Any]:
    return {"name": one.name, "told": one.told, "example": one.example}


def names_text(listed: Everything) -> str:
    """What `template names` says, a name a line."""
    return "\n".join(_lines(listed)).strip()


def _lines(listed: Everything) -> Iterator[str]:
    of = f" (examples from {listed.board})" if listed.board else ""
    yield f"Values, as in {{{{ board.name }}}}{of}. Text templates of the pack use them too."
    yield from _rows(listed.values)
    yield "\nLists, for a notes line `for: objective in focus` or {% for line in moved %}."
    first: dict[tuple[str, ...], str] = {}
    for one in listed.lists:
        count = "" if one.count is None else f" ({one.count})"
        yield from _rows([Name(one.name.name + count, one.name.told, one.name.example)])
        fields = tuple(field.name for field in one.fields)
        like = first.setdefault(fields, one.name.name)
        if fields and like != one.name.name:
            yield f"    as {like}"
        else:
            yield from _rows(one.fields, "    .")
    yield "\nCharts, each put where a shape has its name: `chart: timeliness`."
    yield from _drawn_rows(listed.charts)
    yield '  In a tag, as in {{ chart("timeliness").headline }}:'
    yield from _rows(listed.of_charts, "    .")
    yield "\nTables, each put where a shape has its name: `table: decisions`."
    yield from _drawn_rows(listed.tables)
    yield '  In a tag, as in {{ table("decisions").caption }}:'
    yield from _rows(listed.of_tables, "    .")
    yield "\nNames of shapes, in the Selection Pane (Home, Arrange)."
    yield from _rows(listed.shapes)
    yield "\nLines in the notes of a slide, each a paragraph of its own."
    yield from _rows(listed.notes)
    yield "\nFilters, which change what is shown."
    yield from _rows(listed.filters)


def _rows(names: Iterable[Name], indent: str = "  ") -> Iterator[str]:
    for one in names:
        example = f' "{one.example}"' if one.example is not None else ""
        yield f"{indent}{one.name}: {one.told}{'.' * (not one.told.endswith('.'))}{example}"


def _drawn_rows(drawn: Iterable[Drawn]) -> Iterator[str]:
    for one in drawn:
        yield from _rows([one.name])
        if one.whole:
            yield f"    {', '.join(name.partition(' ')[2] for name in one.whole)}"
