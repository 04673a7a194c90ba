"""Every name that slides and text templates may use: what kind of thing it is, and what it is.

The one place for names. The words come from where a name is defined: from beside the type of a
value (document/views.py), from the docstring of a chart or a table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from boardpack.analysis.overview import Overview
from boardpack.charts import catalogue as charts
from boardpack.charts.spec import Chart
from boardpack.document import tables
from boardpack.document.blocks import Table
from boardpack.document.views import Values
from boardpack.near import Named

CALLS: Mapping[str, Any] = {"chart": Chart, "table": Table}
"""What a tag may call, and what that gives: `{{ chart("timeliness").headline }}`."""


@dataclass(frozen=True, slots=True)
class Schema:
    """The types of all values, every chart and every table; `real` are whole names of a meeting.

    `real` has them by what they are and their kind: ("chart", "trend") -> ("trend cla_rate", ...).
    Without a meeting it is empty.
    """

    values: Mapping[str, Any]
    charts: tuple[Named, ...]
    tables: tuple[Named, ...]
    real: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def named(self, what: str) -> tuple[Named, ...]:
        """The charts, or the tables."""
        return self.charts if what == "chart" else self.tables


def schema(real: Mapping[tuple[str, str], tuple[str, ...]] | None = None) -> Schema:
    """The names that the code defines, and those of a meeting."""
    hints = get_type_hints(Values, include_extras=True)
    return Schema(hints, charts.catalogue(), tables.catalogue(), real or {})


def told(hint: Any) -> str:
    """The words that stand beside a type; nothing where there are none."""
    return str(hint.__metadata__[0]) if get_origin(hint) is Annotated else ""


def kinds_of(hint: Any) -> tuple[Any, ...]:
    """The types that a value may have, without the words beside them and without nothing."""
    if get_origin(hint) is Annotated:
        return kinds_of(get_args(hint)[0])
    if get_origin(hint) in {Union, UnionType}:
        return tuple(one for part in get_args(hint) for one in kinds_of(part))
    return () if hint is NoneType else (hint,)


def fields_of(hint: Any) -> dict[str, Any]:
    """The fields of a view by name with their types; nothing for words, figures and lists."""
    found: dict[str, Any] = {}
    for kind in kinds_of(hint):
        if hasattr(kind, "__dataclass_fields__"):
            found |= get_type_hints(kind, include_extras=True)
    return found


def item_of(hint: Any) -> Any | None:
    """The type of a list's items; None for what is no list."""
    for kind in kinds_of(hint):
        if get_origin(kind) is tuple:
            return get_args(kind)[0]
        if get_origin(kind) is list:
            return get_args(kind)[0]
    return None


def schema_of(overview: Overview) -> Schema:
    """The names that the code defines, with those of a meeting."""
    book, shelf = charts.ChartBook(overview), tables.TableBook(overview, ())
    made = {("chart", one.name): book.named(one.name) for one in charts.catalogue() if one.argument}
    made |= {
        ("table", one.name): shelf.named(one.name) for one in tables.catalogue() if one.argument
    }
    return schema(made)
