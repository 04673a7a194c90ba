"""Charts of the plan: ratings by objective and over time, and how much is late."""

from collections.abc import Sequence
from datetime import date

from boardpack.analysis.overview import Chapter, Overview
from boardpack.analysis.tally import Tally, Timeliness
from boardpack.charts.spec import Chart, ChartKind, Series
from boardpack.model.metrics import Unit
from boardpack.style import Role
from boardpack.words import in_words, join, long_date, plural, plural_words, sentence, short_date

_RATINGS: tuple[tuple[Role, str], ...] = (
    ("red", "Red"),
    ("amber", "Amber"),
    ("green", "Green"),
    ("unrated", "No rating"),
    ("blue", "Blue"),
)


def _rating_series(tallies: Sequence[Tally]) -> tuple[Series, ...]:
    """A series a rating; "No rating" only where there is one."""
    made = (
        Series(name, tuple(float(getattr(tally, role)) for tally in tallies), role)
        for role, name in _RATINGS
    )
    return tuple(series for series in made if series.role != "unrated" or any(series.values))


def counts_in_words(tally: Tally) -> str:
    """`5 red, 3 amber, 9 green and 6 blue`, without the ratings that no action has."""
    named = [(getattr(tally, role), name.lower()) for role, name in _RATINGS]
    return join(
        f"{count} {'unrated' if name == 'no rating' else name}" for count, name in named if count
    )


def _source(overview: Overview) -> str:
    return f"Source: {overview.meeting.plan.file}"


def rating_by_objective(overview: Overview) -> Chart:
    """Every objective's activities by rating."""
    chapters = [chapter for chapter in overview.chapters if chapter.activities]
    return Chart(
        name="rating-by-objective",
        kind=ChartKind.STACKED_BARS,
        headline=_worst_objective(chapters),
        subtitle=f"Actions by objective and rating, {long_date(overview.meeting.date)}",
        unit=Unit.COUNT,
        categories=tuple(label_of(chapter) for chapter in chapters),
        series=_rating_series([chapter.now for chapter in chapters]),
        source=_source(overview),
        alt=" ".join(
            f"{label_of(chapter)}: {counts_in_words(chapter.now) or 'no actions'}."
            for chapter in chapters
        ),
    )


def label_of(chapter: Chapter) -> str:
    """`2 Remaining safely at home`."""
    number = f"{chapter.objective.number} " if chapter.objective.number is not None else ""
    return number + chapter.objective.title


def _worst_objective(chapters: Sequence[Chapter]) -> str:
    """Where the most red actions are, or that there are none."""
    worst = max((chapter.now.red for chapter in chapters), default=0)
    if not worst:
        return "No action is red"
    named = [str(c.objective.number) for c in chapters if c.now.red == worst and c.objective.number]
    if not named:
        return f"{sentence(plural_words(worst, 'red action'))} without an objective"
    if len(named) == 1:
        return f"Objective {named[0]} has the most red actions: {in_words(worst)}"
    return f"Objectives {join(named)} have the most red actions, {in_words(worst)} each"


def rating_of(overview: Overview, argument: str) -> Chart | None:
    """One objective's activities by rating, at this board and the last."""
    chapter = next((c for c in overview.chapters if c.key == argument), None)
    if chapter is None:
        return None
    rows = [(overview.meeting.date, chapter.now)]
    if chapter.before is not None and overview.previous is not None:
        rows.append((overview.previous, chapter.before))
    return Chart(
        name=f"rating-of {argument}",
        kind=ChartKind.STACKED_BARS,
        headline=f"{sentence(plural_words(chapter.now.open, 'action'))} open, {in_words(chapter.now.blue) if chapter.now.blue else 'none'} closed",
        subtitle=f"Actions of {_of(chapter)} by rating",
        unit=Unit.COUNT,
        categories=tuple(short_date(day) for day, _ in rows),
        series=_rating_series([counts for _, counts in rows]),
        source=_source(overview),
        alt=" ".join(
            f"{long_date(day)}: {counts_in_words(counts) or 'no actions'}." for day, counts in rows
        ),
    )


def _of(chapter: Chapter) -> str:
    number = chapter.objective.number
    return "no objective" if number is None else f"objective {number}"


def rating_over_time(overview: Overview) -> Chart:
    """The whole plan by rating at every board that there are inputs for, the newest first."""
    return _over_time(overview, "rating-over-time", list(reversed(overview.tallies)))


def rating_at_last_boards(overview: Overview, argument: str) -> Chart | None:
    """The same at the newest boards alone, as many as are asked for."""
    if not argument.isdecimal() or not int(argument):
        return None
    rows = list(reversed(overview.tallies[-int(argument) :]))
    return _over_time(overview, f"rating-over-time {argument}", rows)


def _over_time(overview: Overview, name: str, rows: Sequence[tuple[date, Tally]]) -> Chart:
    return Chart(
        name=name,
        kind=ChartKind.STACKED_BARS,
        headline=_since_last(overview),
        subtitle="All actions of the plan by rating, at each board",
        unit=Unit.COUNT,
        categories=tuple(short_date(day) for day, _ in rows),
        series=_rating_series([counts for _, counts in rows]),
        source=_source(overview),
        alt=" ".join(f"{long_date(day)}: {counts_in_words(counts)}." for day, counts in rows),
    )


def _since_last(overview: Overview) -> str:
    now, before = overview.now, overview.before
    if before is None or overview.previous is None:
        return f"{now.red} of {plural(now.total, 'action')} are red"
    if now.red == before.red:
        return f"{sentence(plural_words(now.red, 'action'))} red, as many as on {long_date(overview.previous)}"
    verb = "rose" if now.red > before.red else "fell"
    return f"Red actions {verb} from {before.red} to {now.red} since {long_date(overview.previous)}"


_BUCKETS = (
    ("very_late", "More than 12 weeks late"),
    ("late", "Up to 12 weeks late"),
    ("soon", "Due before the next board"),
    ("later", "Due later"),
    ("undated", "Ongoing or no date"),
)


def timeliness(overview: Overview) -> Chart:
    """Open activities by when they are due, at this board and the last."""
    boards = [(overview.meeting.date, overview.timeliness)]
    if overview.timeliness_before is not None and overview.previous is not None:
        boards.insert(0, (overview.previous, overview.timeliness_before))
    roles: tuple[Role, ...] = ("third", "first") if len(boards) > 1 else ("first",)
    return Chart(
        name="timeliness",
        kind=ChartKind.BARS,
        headline=_lateness(overview.timeliness, overview.timeliness_before),
        subtitle="Open actions by when they are due",
        unit=Unit.COUNT,
        categories=tuple(words for _, words in _BUCKETS),
        series=tuple(
            Series(
                short_date(day), tuple(float(getattr(counts, name)) for name, _ in _BUCKETS), role
            )
            for (day, counts), role in zip(boards, roles, strict=True)
        ),
        source=_source(overview),
        alt=" ".join(
            f"{long_date(day)}: "
            + join(
                f"{getattr(counts, name)} {words[0].lower() + words[1:]}"
                for name, words in _BUCKETS
            )
            + "."
            for day, counts in boards
        ),
    )


def _lateness(now: Timeliness, before: Timeliness | None) -> str:
    late = now.late + now.very_late
    start = (
        f"{sentence(plural_words(late, 'open action is', 'open actions are'))} past the due date"
    )
    if before is None:
        return start
    difference = late - before.late - before.very_late
    if not difference:
        return f"{start}, as many as at the last board"
    more = "more" if difference > 0 else "fewer"
    return f"{start}, {in_words(abs(difference))} {more} than at the last board"
