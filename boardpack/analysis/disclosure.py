"""Small numbers: what an audience may not see, taken out before anything else looks at the figures.

Every output is made from what this module lets through, so that nothing that is suppressed can reach
a page, the data behind a chart, an alternative text or a slide.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from boardpack.model.board import Agenda, Meeting
from boardpack.model.metrics import Audience, Metrics, Observation, Unit
from boardpack.model.plan import Action, Plan, SmallTable
from boardpack.read.readings import without_periods

_COUNTS = frozenset({Unit.COUNT, Unit.FTE})
_FIGURE = re.compile(r"(?<![\w.,/%£-])\d+(?![\w.,/]*\d|\s?%|[a-z])", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_SHARE = re.compile(r"\d+(?:\.\d+)?\s?%")
_TOTAL = re.compile(r"\b(?:total|all|sum)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What an audience may see. Counts from 1 to `up_to` become `symbol`; others are rounded.

    `up_to` of 0 suppresses nothing, `nearest` of 1 rounds nothing.
    """

    audience: Audience = Audience.MEMBERS
    up_to: int = 0
    symbol: str = "c"
    nearest: int = 1

    def is_small(self, count: float | None) -> bool:
        """Whether a count is too small to be shown; nought is not."""
        return count is not None and 0 < count <= self.up_to

    def rounded(self, count: float) -> float:
        """A count as it may be shown: to the nearest so many, halves up."""
        if self.nearest <= 1:
            return count
        return float(int(count / self.nearest + 0.5) * self.nearest)


def disclosed(
    meeting: Meeting, rule: Disclosure, whole: str, parts: Sequence[str], others: Sequence[str]
) -> Meeting:
    """The meeting as an audience may see it.

    `whole` is the area that the `parts` make up; `others` are comparators, whose figures are published.
    """
    if rule.up_to <= 0 and rule.nearest <= 1 and rule.audience is Audience.MEMBERS:
        return meeting
    return replace(
        meeting,
        metrics=_metrics(meeting.metrics, rule, (whole, *parts), frozenset(others)),
        plan=plan_disclosed(meeting.plan, rule),
        agenda=_agenda(meeting.agenda) if rule.audience is Audience.PUBLIC else meeting.agenda,
    )


def _agenda(agenda: Agenda) -> Agenda:
    """The agenda with what is asked under an exempt item taken out: its title and the reason stay."""
    items = (replace(item, ask=None) if item.exempt else item for item in agenda.items)
    return replace(agenda, items=tuple(items))


def plan_disclosed(plan: Plan, rule: Disclosure) -> Plan:
    """The plan with the small counts of its figures and its small tables taken out.

    Cells that belong to no column are for those who keep the workbook, and are not published.
    """
    return replace(
        plan,
        actions=tuple(_action(action, rule) for action in plan.actions),
        tables=tuple(table_disclosed(table, rule) for table in plan.tables),
        notes=plan.notes if rule.audience is Audience.MEMBERS else (),
    )


def _metrics(
    metrics: Metrics, rule: Disclosure, areas: Sequence[str], others: frozenset[str]
) -> Metrics:
    shown = [
        metric
        for metric in metrics.definitions
        if rule.audience is Audience.MEMBERS or metric.audience is Audience.PUBLIC
    ]
    units = {metric.id: metric.unit for metric in shown}
    observations = [seen for seen in metrics.observations if seen.metric in units]
    hidden = {
        _key(seen)
        for seen in observations
        if seen.area not in others and _is_small(seen, units[seen.metric], rule)
    }
    hidden |= set(_complements(observations, hidden, areas))
    return Metrics(
        tuple(shown),
        tuple(
            _hidden(seen)
            if _key(seen) in hidden
            else _rounded(seen, units[seen.metric], rule)
            if seen.area not in others
            else seen
            for seen in observations
        ),
    )


_Key = tuple[str, str, object, str]


def _key(seen: Observation) -> _Key:
    return seen.metric, seen.area, seen.period.end, seen.period.kind


def _is_small(seen: Observation, unit: Unit, rule: Disclosure) -> bool:
    """A small count, or a share or a rate that is made of one."""
    if rule.is_small(seen.numerator) or rule.is_small(seen.denominator):
        return True
    return unit in _COUNTS and rule.is_small(seen.value)


def _hidden(seen: Observation) -> Observation:
    return replace(seen, value=None, marker="c", numerator=None, denominator=None)


def _rounded(seen: Observation, unit: Unit, rule: Disclosure) -> Observation:
    if unit not in _COUNTS or seen.value is None:
        return seen
    return replace(seen, value=rule.rounded(seen.value))


def _complements(
    observations: Iterable[Observation], hidden: set[_Key], areas: Sequence[str]
) -> Iterator[_Key]:
    """The next smallest part where one part alone is hidden: the whole less the others would give it away.

    So it is for a measure without values of the whole too, for the whole may be known elsewhere.
    """
    _, *parts = areas
    groups: dict[tuple[str, object, str], list[Observation]] = defaultdict(list)
    for seen in observations:
        if seen.area in parts:
            groups[seen.metric, seen.period.end, seen.period.kind].append(seen)
    for group in groups.values():
        gone = [seen for seen in group if _key(seen) in hidden]
        left = [seen for seen in group if _key(seen) not in hidden and seen.value]
        if len(gone) == 1 and left:
            yield _key(min(left, key=_size))


def _size(seen: Observation) -> float:
    return seen.numerator if seen.numerator is not None else abs(seen.value or 0.0)


def _action(action: Action, rule: Disclosure) -> Action:
    """The row with its current and target figures hidden where one of them is a small count."""
    current, target = (_figures(text, rule) for text in (action.current_text, action.target_text))
    return replace(
        action,
        current_text=current,
        target_text=target,
        current=action.current if current == action.current_text else (),
        target=action.target if target == action.target_text else (),
    )


def _figures(text: str, rule: Disclosure) -> str:
    """A cell of figures, or the symbol in its place where it holds a count that is too small.

    The whole cell goes: what is left of a breakdown would give away the part that is not.
    """
    counts = (float(found) for found in _FIGURE.findall(without_periods(text)))
    return rule.symbol if any(rule.is_small(count) for count in counts) else text


def table_disclosed(table: SmallTable, rule: Disclosure) -> SmallTable:
    """A table with its small counts hidden, and what would let a reader work one of them out.

    The first column names the rows. In a row or a column with a total, a single hidden count takes the next smallest with it; a row's
    percentages go with its counts.
    """
    if rule.up_to <= 0:
        return table
    rows = [list(row) for row in table.rows]
    gone = {
        (r, c)
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
        if c and rule.is_small(_count(cell))
    }
    lines = list(_lines_with_totals(table))
    while more := {place for line in lines for place in _next_smallest(line, rows, gone)} - gone:
        gone |= more
    with_counts = {r for r, _ in gone}
    gone |= {
        (r, c)
        for r in with_counts
        for c, cell in enumerate(rows[r])
        if _SHARE.fullmatch(cell.strip())
    }
    for r, c in gone:
        rows[r][c] = rule.symbol
    return replace(table, rows=tuple(tuple(row) for row in rows))


_Place = tuple[int, int]


def _count(cell: str) -> float | None:
    plain = cell.strip()
    return float(plain.replace(",", "")) if _WHOLE_NUMBER.fullmatch(plain) else None


def _lines_with_totals(table: SmallTable) -> Iterator[list[_Place]]:
    """The places of each row and column of counts that has a total in it."""
    has_total_row = any(_TOTAL.search(row[0]) for row in table.rows if row)
    if any(map(_TOTAL.search, table.header)):
        for r, row in enumerate(table.rows):
            yield [(r, c) for c, cell in enumerate(row) if c and _count(cell) is not None]
    if has_total_row:
        for c in range(1, len(table.header)):
            column = [(r, c) for r, row in enumerate(table.rows) if _count(row[c]) is not None]
            yield column


def _next_smallest(
    line: Sequence[_Place], rows: Sequence[Sequence[str]], gone: set[_Place]
) -> Iterator[_Place]:
    """The smallest count that is left of a line in which one alone is hidden."""
    hidden = [place for place in line if place in gone]
    left = [(r, c) for r, c in line if (r, c) not in gone and _count(rows[r][c])]
    if len(hidden) == 1 and left:
        yield min(left, key=lambda place: _count(rows[place[0]][place[1]]) or 0.0)
