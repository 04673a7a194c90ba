"""Looks a table up by the name that a template or a slide gives it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from boardpack.analysis.overview import Overview
from boardpack.document.blocks import Table
from boardpack.document.tables import actions, board, brief, data, movement, objectives, short
from boardpack.document.tables.origins import origin
from boardpack.errors import UnknownTable
from boardpack.near import Named, nearest

_PLAIN: dict[str, Callable[[Overview], Table]] = {
    "action-log": board.action_log,
    "agenda": board.agenda,
    "data-quality": data.data_quality,
    "decisions": board.decisions,
    "decisions-in-short": short.decisions,
    "due-next": actions.due_next,
    "due-next-in-brief": brief.due_next,
    "due-next-in-short": short.watch,
    "escalated": short.escalated,
    "escalations": actions.escalations,
    "escalations-in-brief": brief.escalations,
    "hardest-questions": short.questions,
    "history": objectives.history,
    "late": actions.late,
    "matters-arising": board.matters_arising,
    "measures-missed": data.measures_missed,
    "measures-missed-in-brief": brief.measures_missed,
    "measures-that-matter": short.measures,
    "movements": movement.movements,
    "movements-in-brief": brief.movements,
    "next-dates": board.next_dates,
    "objectives-in-short": short.objectives,
    "off-track": short.off_track,
    "other-text": data.other_text,
    "over-time": movement.over_time,
    "papers": board.papers,
    "plan-on-a-page": objectives.plan_on_a_page,
    "questions": actions.questions,
    "recommendations": board.recommendations,
    "scorecard": data.scorecard,
    "outstanding-returns": short.outstanding_returns,
    "silent-leads": short.silent,
}
_OF: dict[str, tuple[str, Callable[[Overview, str], Table | None]]] = {
    "measures": ("OBJECTIVE", objectives.measures),
    "paper": ("ITEM", board.cover_sheet),
}
"""Tables of one thing, which stands behind the name, with the word for it: `measures 2`."""
_SOURCES = "sources"


def catalogue() -> tuple[Named, ...]:
    """Every table with what it shows; those of one thing with the word for what stands behind."""
    return (
        *(Named.of(name, make) for name, make in _PLAIN.items()),
        *(Named.of(name, make, argument) for name, (argument, make) in _OF.items()),
        Named.of(_SOURCES, data.sources),
    )


@dataclass(frozen=True, slots=True)
class TableBook:
    """The tables of a meeting by name; `sources` are the input files with their hashes."""

    overview: Overview
    sources: tuple[tuple[str, str], ...]
    more: Mapping[str, Table] = field(default_factory=dict)
    """Tables that are made for one document, by name."""

    def table(self, name: str, where: str) -> Table:
        """The table of this name; `where` is the template that asks, for the error."""
        kind, _, argument = " ".join(name.split()).partition(" ")
        if kind in self.more and not argument:
            return self.more[kind]
        made = self._made(kind, argument)
        if made is None:
            known = (*_PLAIN, *self.more, _SOURCES, *self.named(kind))
            raise UnknownTable(where, name, self.names(), known)
        return replace(made, source=origin(self.overview, kind))

    def _made(self, kind: str, argument: str) -> Table | None:
        if kind == _SOURCES:
            return data.sources(self.overview, self.sources)
        if kind in _OF and argument:
            return _OF[kind][1](self.overview, argument)
        return None if argument or kind not in _PLAIN else _PLAIN[kind](self.overview)

    def has(self, name: str) -> bool:
        """Whether there is a table of this name with at least one row."""
        try:
            return bool(self.table(name, "").rows)
        except UnknownTable:
            return False

    def names(self) -> tuple[str, ...]:
        """The names of all tables."""
        of_one = (f"{name} {argument}" for name, (argument, _) in _OF.items())
        return (*_PLAIN, *self.more, *of_one, _SOURCES)

    def named(self, kind: str) -> tuple[str, ...]:
        """The whole names of the tables of one thing that there are: `measures 2`.

        A kind that there is not has those that it is most like.
        """
        kind = kind if kind in _OF else nearest(kind, _OF) or ""
        behind = {
            "measures": [chapter.key for chapter in self.overview.chapters],
            "paper": [item.number for item in self.overview.meeting.agenda.items],
        }
        each = behind.get(kind, [])
        return tuple(name for one in each if self._of(name := f"{kind} {one}") is not None)

    def _of(self, name: str) -> Table | None:
        kind, _, argument = name.partition(" ")
        return _OF[kind][1](self.overview, argument)
