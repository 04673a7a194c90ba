"""Small numbers: what an audience may not see, taken out before anything else looks at the figures.

Every output is made from what this module lets through, so that nothing that is suppressed can reach
a page, the data behind a chart, an alternative text or a slide.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from boardpack.checks.personal import sign_of_person
from boardpack.model.board import Meeting
from boardpack.model.metrics import Audience, Metrics, Observation, Unit
from boardpack.model.plan import Action, Plan, Reading, SmallTable
from boardpack.read.readings import without_periods
from boardpack.settings import Settings

_COUNTS = frozenset({Unit.COUNT, Unit.FTE})
_FIGURE = re.compile(r"(?<![\w.£])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?(?!\d|,\d{3}|\.\d|\s?%)")
"""A count among words, also one beside a stroke or a comma: `4/6`, `4,6`."""
_COUNT_FIRST = re.compile(r"(?P<count>\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?(?!\d|\.\d|\s?%|/\d\d)")
_SHARE_HEADING = re.compile(r"%|\bper ?cent|\brate\b|\bshare\b|\bproportion", re.IGNORECASE)
_SHARE = re.compile(r"\d+(?:\.\d+)?\s?%")
_TOTAL = re.compile(r"\b(?:totals?|overall|all|sum|county|borough|council|whole)\b", re.IGNORECASE)


_ALSO_EXEMPT = "it is the paper of an exempt item, too"


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

    @property
    def changes_nothing(self) -> bool:
        """Whether the audience sees everything as it was given."""
        return self.up_to <= 0 and self.nearest <= 1 and self.audience is Audience.MEMBERS


@dataclass(frozen=True, slots=True)
class Areas:
    """The sets of areas that each make up the whole, and those whose figures are published already."""

    partitions: tuple[tuple[str, ...], ...] = ()
    published: tuple[str, ...] = ()


def disclosure_of(settings: Settings, audience: Audience) -> Disclosure:
    """What the settings let an audience see."""
    told = settings.audiences.public if audience is Audience.PUBLIC else settings.audiences.members
    return Disclosure(audience, told.suppress_up_to, told.symbol, told.round_to)


def areas_of(settings: Settings) -> Areas:
    """The areas of the settings, as suppression needs to know them."""
    areas = settings.areas
    return Areas((areas.localities, areas.districts), areas.comparators)


def disclosed(meeting: Meeting, rule: Disclosure, areas: Areas) -> Meeting:
    """The meeting as an audience may see it."""
    if rule.changes_nothing:
        return meeting
    shown = replace(
        meeting,
        metrics=metrics_disclosed(meeting.metrics, rule, areas),
        plan=plan_disclosed(meeting.plan, rule),
        audience=rule.audience,
    )
    return _without_exempt(shown) if rule.audience is Audience.PUBLIC else shown


def _without_exempt(meeting: Meeting) -> Meeting:
    """The meeting without what is asked, the papers and the actions under exempt items.

    Their titles and the reason stay.
    """
    items = (
        replace(item, ask=None, paper=None, withheld=True) if item.exempt else item
        for item in meeting.agenda.items
    )
    gone = {paper.path for paper in meeting.papers if paper.item.exempt}
    shown = (paper for paper in meeting.papers if not paper.item.exempt)
    return replace(
        meeting,
        action_log=tuple(line for line in meeting.action_log if not line.exempt),
        agenda=replace(meeting.agenda, items=tuple(items)),
        papers=tuple(
            replace(paper, pages=(), missing=_ALSO_EXEMPT) if paper.path in gone else paper
            for paper in shown
        ),
        inputs=tuple(path for path in meeting.inputs if path not in gone),
    )


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


def metrics_disclosed(metrics: Metrics, rule: Disclosure, areas: Areas) -> Metrics:
    """The measures that an audience may see, with the small numbers among their values hidden."""
    others = frozenset(areas.published)
    shown = _of_audience(metrics, rule)
    units = {metric.id: metric.unit for metric in shown.definitions}
    hidden = _withheld(shown, rule, areas)
    return replace(
        shown,
        observations=tuple(
            _hidden(seen)
            if figure_key(seen) in hidden
            else _rounded(seen, units[seen.metric], rule)
            if seen.area not in others
            else seen
            for seen in shown.observations
        ),
    )


FigureKey = tuple[str, str, object, str]
"""Names one figure: its measure, its area, and the end and the kind of its period."""


def figure_key(seen: Observation) -> FigureKey:
    """What names the figure of an observation."""
    return seen.metric, seen.area, seen.period.end, seen.period.kind


def figures_hidden(metrics: Metrics, rule: Disclosure, areas: Areas) -> frozenset[FigureKey]:
    """The figures that an audience does not see: of measures kept from it, and small numbers."""
    shown = _of_audience(metrics, rule)
    kept = {metric.id for metric in shown.definitions}
    others = {figure_key(seen) for seen in metrics.observations if seen.metric not in kept}
    return frozenset(others | _withheld(shown, rule, areas))


def _of_audience(metrics: Metrics, rule: Disclosure) -> Metrics:
    shown = tuple(
        metric
        for metric in metrics.definitions
        if rule.audience is Audience.MEMBERS or metric.audience is Audience.PUBLIC
    )
    kept = {metric.id for metric in shown}
    return Metrics(shown, tuple(seen for seen in metrics.observations if seen.metric in kept))


def _withheld(shown: Metrics, rule: Disclosure, areas: Areas) -> set[FigureKey]:
    """The small numbers, and what would let a reader work one of them out."""
    others = frozenset(areas.published)
    units = {metric.id: metric.unit for metric in shown.definitions}
    hidden = {
        figure_key(seen)
        for seen in shown.observations
        if seen.area not in others and _is_small(seen, units[seen.metric], rule)
    }
    for parts in areas.partitions:
        hidden |= set(_complements(shown.observations, hidden, frozenset(parts), rule))
    return hidden


def _is_small(seen: Observation, unit: Unit, rule: Disclosure) -> bool:
    """A small count, or a share or a rate that is made of one."""
    numerator, denominator = seen.numerator, seen.denominator
    if numerator is None and unit is Unit.PERCENT and denominator and seen.value is not None:
        numerator = round(seen.value * denominator / 100)
    if rule.is_small(numerator) or rule.is_small(denominator):
        return True
    if unit is Unit.PERCENT and numerator is not None and denominator is not None:
        return rule.is_small(denominator - numerator)  # 39 of 40 tells of the one
    return unit in _COUNTS and rule.is_small(seen.value)


def _hidden(seen: Observation) -> Observation:
    return replace(seen, value=None, marker="c", numerator=None, denominator=None)


def _rounded(seen: Observation, unit: Unit, rule: Disclosure) -> Observation:
    if unit not in _COUNTS or seen.value is None:
        return seen
    return replace(seen, value=rule.rounded(seen.value))


def _complements(
    observations: Iterable[Observation],
    hidden: set[FigureKey],
    parts: frozenset[str],
    rule: Disclosure,
) -> Iterator[FigureKey]:
    """The next smallest part where one part alone is hidden: the whole less the others would give it away.

    So it is where the hidden ones together are small, for one each is what is left of two. And for a
    measure without values of the whole too, for the whole may be known elsewhere.
    """
    groups: dict[tuple[str, object, str], list[Observation]] = defaultdict(list)
    for seen in observations:
        if seen.area in parts:
            groups[seen.metric, seen.period.end, seen.period.kind].append(seen)
    for group in groups.values():
        gone = [seen for seen in group if figure_key(seen) in hidden]
        left = [seen for seen in group if figure_key(seen) not in hidden and seen.value]
        together = sum(_size(seen) for seen in gone)
        if gone and left and (len(gone) == 1 or together <= rule.up_to):
            yield figure_key(min(left, key=_size))


def _size(seen: Observation) -> float:
    return seen.numerator if seen.numerator is not None else abs(seen.value or 0.0)


WITHHELD = "Withheld: may hold personal data."
"""Stands in a published pack for words that may say who somebody is."""


def _without_persons(action: Action) -> Action:
    """The row with each text withheld that has a form of personal data; a person has to look at it first."""

    def safe(text: str) -> str:
        return WITHHELD if sign_of_person(text) else text

    return replace(
        action,
        activity=safe(action.activity),
        progress=safe(action.progress),
        evidence=safe(action.evidence),
        metric=safe(action.metric),
        current_text=safe(action.current_text),
        target_text=safe(action.target_text),
        updates=tuple(replace(update, text=safe(update.text)) for update in action.updates),
    )


def _action(action: Action, rule: Disclosure) -> Action:
    """The row with its current and target figures hidden where one of them is a small count.

    For the public, words that may be personal data are withheld as well.
    """
    if rule.audience is Audience.PUBLIC:
        action = _without_persons(action)
    current = _figures(action.current_text, action.current, rule)
    target = _figures(action.target_text, action.target, rule)
    return replace(
        action,
        current_text=current,
        target_text=target,
        current=action.current if current == action.current_text else (),
        target=action.target if target == action.target_text else (),
    )


def _figures(text: str, readings: Iterable[Reading], rule: Disclosure) -> str:
    """A cell of figures, or the symbol in its place where it holds a count that is too small.

    The whole cell goes: what is left of a breakdown would give away the part that is not. A number
    that looks like part of a date is a count where it was read as one: `1 Sept 2017 - 06.03.19`.
    """
    read = {reading.value for reading in readings if reading.unit is None}
    counts = {*_counts(without_periods(text)), *(read & {*_counts(text)})}
    return rule.symbol if any(rule.is_small(count) for count in counts) else text


def _counts(text: str) -> Iterator[float]:
    return (float(found.replace(",", "")) for found in _FIGURE.findall(text))


def table_disclosed(table: SmallTable, rule: Disclosure) -> SmallTable:
    """A table with its small counts hidden, and what would let a reader work one of them out.

    The first column names the rows. In a row or a column with a total, a single hidden count takes
    the next smallest with it; a row's percentages go with its counts.
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
    while more := {p for line in lines for p in _next_smallest(line, rows, gone, rule)} - gone:
        gone |= more
    with_counts = {r for r, _ in gone}
    gone |= {
        (r, c)
        for r in with_counts
        for c, cell in enumerate(rows[r])
        if c and (_SHARE.search(cell) or _SHARE_HEADING.search(table.header[c]))
    }
    for r, c in gone:
        rows[r][c] = rule.symbol
    return replace(table, rows=tuple(tuple(row) for row in rows))


_Place = tuple[int, int]


def _count(cell: str) -> float | None:
    """The count that opens a cell: that of `4 (40%)` and of `3*`, and none of `33.3` or `40%`."""
    found = _COUNT_FIRST.match(cell.strip())
    return float(found["count"].replace(",", "")) if found else None


def _lines_with_totals(table: SmallTable) -> Iterator[list[_Place]]:
    """The places of each row and column of counts that has a total in it."""
    has_total_row = any(_TOTAL.search(row[0]) for row in table.rows if row)
    if any(map(_TOTAL.search, table.header)):
        for r, row in enumerate(table.rows):
            yield [(r, c) for c, cell in enumerate(row) if c and _count(cell) is not None]
    if has_total_row:
        for c in range(1, len(table.header)):
            yield [(r, c) for r, row in enumerate(table.rows) if _count(row[c]) is not None]


def _next_smallest(
    line: Sequence[_Place], rows: Sequence[Sequence[str]], gone: set[_Place], rule: Disclosure
) -> Iterator[_Place]:
    """The smallest count that is left of a line in which one alone is hidden, or a small sum of several."""
    hidden = [place for place in line if place in gone]
    left = [(r, c) for r, c in line if (r, c) not in gone and _count(rows[r][c])]
    together = sum(_count(rows[r][c]) or 0.0 for r, c in hidden)
    if hidden and left and (len(hidden) == 1 or together <= rule.up_to):
        yield min(left, key=lambda place: _count(rows[place[0]][place[1]]) or 0.0)
