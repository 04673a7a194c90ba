"""Tables of figures: where one begins, and what each of its columns is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from boardpack.model.metrics import Period
from boardpack.read.figures.labels import Role, is_area, is_period, is_total, one_line, role_of
from boardpack.read.figures.rows import Row
from boardpack.read.figures.values import is_figure, is_number
from boardpack.read.periods import PartOfYear, part_of_year, read_period, year_in

_WHEN = frozenset({Role.PERIOD, Role.YEAR, Role.END})
_PARTS = {Role.VALUE: "value", Role.NUMERATOR: "numerator", Role.DENOMINATOR: "denominator"}
_MOST_PARENTS = 2
_MOST_TITLES = 30
_SAMPLE = 40
"""Rows by which a column is known to hold figures or words."""
TITLE = re.compile(r"(?:table|figure|chart)\s+\d+\w?\s*[:.–-]\s*", re.IGNORECASE)
_NAMED = re.compile(r"(?:indicator|measure|metric|kpi)\s*:\s*(?P<name>.+)", re.IGNORECASE)
_OF_PIVOT = frozenset({"column labels", "sum of value", "values", "row labels", "sum of values"})


@dataclass(frozen=True, slots=True)
class Series:
    """A column of figures: what its labels tell of measure, area and period, and which part it is."""

    place: int
    metric: str | None = None
    area: str | None = None
    period: Period | PartOfYear | None = None
    part: str = "value"

    @property
    def key(self) -> tuple[str | None, str | None, Period | PartOfYear | None]:
        """What the value, the numerator and the denominator of one figure have in common."""
        return self.metric, self.area, self.period


@dataclass(frozen=True)
class Table:
    """The columns of one table and what stands above it. `labels` are the places of each role."""

    header: Row
    labels: dict[Role, tuple[int, ...]]
    extras: tuple[int, ...]
    """Columns of words without a role: they tell observations of one measure apart."""
    series: tuple[tuple[Series, Series | None, Series | None], ...]
    """Value, numerator and denominator."""
    title: str | None = None
    year: str | None = None
    totals: tuple[str, ...] = ()
    """The headings of columns that sum up others, which are left out."""

    @cached_property
    def is_long(self) -> bool:
        """Whether a line is one observation."""
        return len(self.series) == 1 and self.series[0][0].period is None

    @cached_property
    def when(self) -> tuple[int, ...]:
        """The places of the columns that tell a period together, beside that of the year."""
        return self.labels.get(Role.PERIOD, ()) + self.labels.get(Role.PART_OF_YEAR, ())

    def text(self, row: Row, role: Role) -> str:
        """What a row says in the first column of a role; nothing where the table has none."""
        places = self.labels.get(role)
        return row.cell(places[0]) if places else ""


def header_roles(row: Row) -> dict[int, Role | None]:
    """The role of each filled cell of a row, as if it were a heading."""
    return {
        place: None if is_period(row.cells[place]) else role_of(row.cells[place])
        for place in row.filled
    }


def is_header(row: Row, above: Row | None) -> bool:
    """Whether a row names the columns of a table of figures."""
    if len(row.filled) <= 1:  # one cell is a title
        return False
    cells = [row.cells[place] for place in row.filled]
    periods = sum(map(is_period, cells))
    if any(is_number(cell) and not is_period(cell) for cell in cells):
        return False
    roles = set(header_roles(row).values()) - {None}
    labels = {Role.METRIC, Role.AREA}
    if roles & _WHEN:
        return len(row.filled) > len(roles & _WHEN) and (len(roles) > 1 or periods == 0)
    if periods >= 2 or (periods and roles & labels):  # noqa: PLR2004  # a single one may be a date beside a title
        return True
    return bool(roles & labels and above and any(map(is_period, above.cells)))


def table_at(rows: Sequence[Row], index: int, above: Sequence[Row]) -> Table | None:
    """The table whose header is this row; `above` are the rows between it and the table before.

    A row is not the header where the next one is: it holds the labels above that one.
    """
    row, before = rows[index], above[-1] if above else None
    if before and _goes_on(before, row):
        row, before = _joined(before, row)
        above = [*above[:-1], before]
    elif not is_header(row, before) or stands_above_header(rows, index):
        return None
    above = above[-_MOST_TITLES:]
    parents = _parents(above, row)
    titles = [r for r in above if r not in parents]
    return _table(row, parents, titles, rows[index + 1 : index + 1 + _SAMPLE])


def stands_above_header(rows: Sequence[Row], index: int) -> bool:
    """Whether a row labels groups of the columns that the next row names, or names some of them for it."""
    row, below = rows[index], rows[index + 1] if index + 1 < len(rows) else None
    if below is None or has_figure(row):
        return False
    names = {Role.METRIC, Role.AREA, Role.VALUE} & set(header_roles(row).values())
    another = is_header(below, row) and below.cells != row.cells and not names
    return another or _goes_on(row, below)


def table_again(table: Table, rows: Sequence[Row], index: int, above: Sequence[Row]) -> Table:
    """The table whose heading stands here again: on another page, of another year, below other labels."""
    found = table_at(rows, index, above)
    if found is None:
        return table
    labels = above[-1].cells if above else ()
    is_labelled = not any(labels[:1]) and any(
        is_period(label) or is_area(label) for label in labels
    )
    series = found.series if is_labelled else table.series
    return replace(table, series=series, year=found.year or table.year)


def _label_places(row: Row) -> set[int]:
    """The columns of a heading that name a row, and hold no figures."""
    return {p for p, role in header_roles(row).items() if role is not None and role not in _PARTS}


def _goes_on(row: Row, below: Row) -> bool:
    """Whether a heading is of two rows, and the names of its rows stand in the upper one, merged down."""
    named = _label_places(row)
    return (
        0 < len(named) < row.count
        and not _pair(row)
        and below.count > 1
        and named.isdisjoint(below.filled)
        and not set(below.filled) <= set(row.filled)
        and not has_figure(row)
        and not has_figure(below)
    )


def has_figure(row: Row) -> bool:
    """Whether a row holds a figure; 2018 is a number, and the label of a year."""
    return any(is_figure(cell) and not is_period(cell) for cell in row.cells)


def _joined(row: Row, below: Row) -> tuple[Row, Row]:
    """A heading of two rows as one with every name, and the labels above it."""
    named = _label_places(row)
    width = range(max(len(row.cells), len(below.cells)))
    heading = tuple(row.cell(place) if place in named else below.cell(place) for place in width)
    labels = tuple("" if place in named else row.cell(place) for place in width)
    return Row(below.line, heading), Row(row.line, labels)


def _parents(above: Sequence[Row], header: Row) -> list[Row]:
    """The rows above a header that label groups of its columns, the outermost first."""
    found: list[Row] = []
    for row in reversed(above[-_MOST_PARENTS:]):
        filled = row.filled
        labels = {row.cells[place].casefold() for place in filled} - _OF_PIVOT
        if (
            filled == [0]
            or _pair(row)
            or _is_title(row, header)
            or (len(filled) == 1 and year_in(row.cells[filled[0]]) is None)
        ):
            break
        if labels:
            found.insert(0, row)
    return found


def _is_title(row: Row, header: Row) -> bool:
    """Whether a row of several cells is words above the table: it begins on the left, and labels no groups."""
    labels = [row.cells[place] for place in row.filled if place]
    headings = [cell for cell in header.cells if cell]
    are_groups = len(set(headings)) < len(headings) or all(
        is_period(n) or is_area(n) for n in labels
    )
    return bool(row.cells[0]) and not are_groups


def _pair(row: Row) -> bool:
    """Whether a row says a name and its value, as the filters above a pivot table do."""
    return (
        len(row.filled) == len(("name", "value"))
        and row.filled[0] == 0
        and role_of(row.cells[0]) is not None
        and (not is_period(row.cells[row.filled[1]]))
    )


def _table(
    row: Row, parents: Sequence[Row], titles: Sequence[Row], data: Sequence[Row]
) -> Table | None:
    width = max(len(row.cells), *(len(p.cells) for p in parents)) if parents else len(row.cells)
    filled = [_spread(parent, width) for parent in parents]
    roles = _roles(row, width, data)
    title, year = _title(titles)
    labels: dict[Role, list[int]] = {}
    extras: list[int] = []
    totals: list[str] = []
    columns: list[Series] = []
    is_wide = any(map(is_period, row.cells))
    is_flat = Role.LEVEL in roles.values()
    for place in range(width):
        role = roles.get(place)
        heading = row.cells[place] if place < len(row.cells) else ""
        stack = [spread[place] for spread in filled if spread[place]] + (
            [heading] if heading else []
        )
        if role in _PARTS and is_wide and is_total(heading):
            totals.append(heading)
        elif role in _PARTS and not is_flat:
            columns.append(_series(place, stack[:-1], _PARTS[role]))
        elif role is not None and not (is_flat and role in _PARTS):
            labels.setdefault(role, []).append(place)
        elif any(map(is_total, stack)):
            totals.append(" ".join(stack))
        elif not stack:
            continue
        elif _holds_figures(place, data) or any(map(is_period, stack)):
            columns.append(_series(place, stack, "value"))
        else:
            extras.append(place)
    known = Role.METRIC in labels or (title is not None and _NAMED_MARK in title)
    if any(column.metric for column in columns):
        columns = list(_by_heading(columns, row, totals, is_metric_known=known))
    series = _grouped(_with_names(columns, is_metric_known=known))
    is_named = title is not None and _NAMED_MARK in title
    if is_named and Role.METRIC in labels and Role.AREA not in labels:
        labels[Role.AREA] = labels.pop(Role.METRIC)
    title = title.removeprefix(_NAMED_MARK) if title else None
    places = {role: tuple(found) for role, found in labels.items()}
    table = Table(row, places, tuple(extras), series, title, year, tuple(totals))
    return table if series and _has_period(table) else None


def _by_heading(
    columns: Sequence[Series], row: Row, totals: list[str], *, is_metric_known: bool
) -> Iterator[Series]:
    """Beside columns named by a measure or an area, `Total` sums them up, and `Rate` is a measure."""
    for column in columns:
        heading = row.cell(column.place)
        if column.metric or column.period or column.part != "value":
            yield column
        elif is_total(heading):
            totals.append(heading)
        else:
            yield column if is_metric_known else replace(column, metric=one_line(heading))


_NAMED_MARK = "\0"


def _has_period(table: Table) -> bool:
    when = _WHEN | {Role.PART_OF_YEAR}
    return bool(when & table.labels.keys()) or any(value.period for value, _, _ in table.series)


def _spread(row: Row, width: int) -> list[str]:
    """The labels of a row that each stand for the columns to their right as well."""
    spread, current = [], ""
    for place in range(width):
        current = (row.cells[place] if place < len(row.cells) else "") or current
        spread.append("" if current.casefold() in _OF_PIVOT else current)
    return spread


def _roles(row: Row, width: int, data: Sequence[Row]) -> dict[int, Role]:
    """The role of each column by its heading, put right by what the other headings are."""
    roles = {place: role for place, role in header_roles(row).items() if role is not None}
    found = set(roles.values())
    if Role.END in found and Role.START not in found:
        roles = {p: Role.PERIOD if r is Role.END else r for p, r in roles.items()}
    if Role.NUMERATOR in found and not found & {Role.VALUE, Role.DENOMINATOR}:
        roles = {p: Role.VALUE if r is Role.NUMERATOR else r for p, r in roles.items()}
    if Role.DENOMINATOR in found and not found & {Role.VALUE, Role.NUMERATOR}:
        roles = {p: r for p, r in roles.items() if r is not Role.DENOMINATOR}
    if Role.METRIC not in found and Role.AREA not in found and 0 not in roles and width > 1:
        first = row.cells[0] if row.cells else ""
        if not is_period(first) and not _holds_figures(0, data):
            roles[0] = Role.AREA if _mostly_areas(0, data) else Role.METRIC
    return roles


def _mostly_areas(place: int, data: Sequence[Row]) -> bool:
    texts = [row.cells[place] for row in data if place < len(row.cells) and row.cells[place]]
    return bool(texts) and sum(map(is_area, texts)) * 2 > len(texts)


def _holds_figures(place: int, data: Sequence[Row]) -> bool:
    texts = [row.cells[place] for row in data if place < len(row.cells) and row.cells[place]]
    return bool(texts) and sum(map(is_figure, texts)) * 2 >= len(texts)


def _series(place: int, stack: Sequence[str], part: str) -> Series:
    """A column by its labels: the periods among them, the parts of a share, and names."""
    period: Period | PartOfYear | None = None
    year: str | None = None
    names = []
    for label in stack:
        plain = " ".join(label.split())
        inner = _PARTS.get(role_of(label)) if role_of(label) else None  # type: ignore[arg-type]  # a role
        if found := read_period(plain):
            period, year = found, plain
        elif piece := part_of_year(plain):
            period = (piece.of(year) if year else None) or piece
        elif inner and len(stack) > 1:
            part = inner
        else:
            names.append(plain)
    return Series(place, " / ".join(names) or None, None, period, part)


def _with_names(columns: Sequence[Series], *, is_metric_known: bool) -> Iterator[Series]:
    """The columns with their names told apart: a measure, an area, or one of each."""
    names = [column.metric for column in columns if column.metric and " / " not in column.metric]
    areas = is_metric_known or (bool(names) and sum(map(is_area, names)) * 2 > len(names))
    for column in columns:
        if column.metric is None:
            yield column
        elif " / " in column.metric:
            outer, inner = column.metric.split(" / ", 1)
            if is_area(inner) and not is_area(outer):
                yield replace(column, metric=outer, area=inner)
            else:
                yield (
                    replace(column, metric=inner, area=outer)
                    if is_area(outer)
                    else replace(column, metric=f"{outer} {inner}")
                )
        else:
            yield replace(column, metric=None, area=column.metric) if areas else column


def _grouped(
    columns: Iterator[Series],
) -> tuple[tuple[Series, Series | None, Series | None], ...]:
    """The value of each figure with its numerator and its denominator."""
    found: dict[object, dict[str, Series]] = {}
    groups: list[dict[str, Series]] = []
    for column in columns:
        group = found.get(column.key)
        if group is None or column.part in group:
            group = found[column.key] = {}
            groups.append(group)
        group[column.part] = column
    return tuple(
        (group["value"], group.get("numerator"), group.get("denominator"))
        for group in groups
        if "value" in group
    )


def _title(titles: Sequence[Row]) -> tuple[str | None, str | None]:
    """The name of the measure that the words above a table give, and the year."""
    name: str | None = None
    year: str | None = None
    for row in titles:
        words = " ".join(cell for cell in row.cells if cell)
        year = year_in(words) or year
        if _pair(row) and role_of(row.cells[0]) is Role.METRIC:
            name = _NAMED_MARK + row.cells[row.filled[1]]
        elif match := _NAMED.fullmatch(words):
            name = _NAMED_MARK + match["name"]
        elif len(row.filled) == 1 and not (name or "").startswith(_NAMED_MARK):
            name = TITLE.sub("", words, count=1)
    return name, year
