"""Which input files a table of the book is from, in the words of a chart's source."""

from collections.abc import Callable, Iterable

from boardpack.analysis.attention import measures_that_matter
from boardpack.analysis.overview import Overview
from boardpack.analysis.scorecard import Line, Standing
from boardpack.model.plan import SheetRole
from boardpack.words import join

_OF_MEASURES: dict[str, Callable[[Overview], Iterable[Line]]] = {
    "measures-missed": lambda overview: overview.measures(Standing.MISSED),
    "measures-missed-in-brief": lambda overview: overview.measures(Standing.MISSED),
    "measures-that-matter": measures_that_matter,
    "scorecard": lambda overview: overview.scorecard,
}
_OF_NO_INPUT = {"data-quality", "outstanding-returns", "sources"}
"""Tables that are about the files themselves, and name them, or about what was sent and came back."""
_OF_THE_AGENDA = {"agenda", "decisions", "decisions-in-short", "paper", "papers"}
_OF_THE_SETTINGS = {"next-dates"}
_ACTIVITIES = {SheetRole.OPEN, SheetRole.STANDING, SheetRole.COMPLETED}


def origin(overview: Overview, kind: str) -> str:
    """`Source: plan.xlsx, sheets Open and Closed`; nothing for a table about the files."""
    meeting = overview.meeting
    if kind in _OF_NO_INPUT:
        return ""
    if kind in _OF_THE_AGENDA:
        return _said(["agenda.toml"])
    if kind in _OF_THE_SETTINGS:
        return _said(["agenda.toml", "board.toml"])
    if kind in _OF_MEASURES:
        seen = (line.latest for line in _OF_MEASURES[kind](overview))
        return _said(one.source.file for one in seen if one is not None)
    if kind == "action-log":
        return _said(line.source.file for line in meeting.action_log)
    if kind == "matters-arising":
        return _said(one.decision.source.file for one in overview.arising)
    if kind == "recommendations":
        return _said(line.source.file for line in meeting.recommendations)
    if kind == "other-text":
        return _said([meeting.plan.file])
    roles = {SheetRole.METRICS} if kind == "measures" else _ACTIVITIES
    sheets = [sheet.name for sheet in meeting.plan.sheets if sheet.role in roles]
    return _said([f"{meeting.plan.file}, {_sheets(sheets)}" if sheets else meeting.plan.file])


def _sheets(names: list[str]) -> str:
    return f"{'sheet' if len(names) == 1 else 'sheets'} {join(names)}"


def _said(files: Iterable[str]) -> str:
    told = join(dict.fromkeys(files))
    return f"Source: {told}" if told else ""
