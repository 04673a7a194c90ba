"""The pack's own sentences, with one, with several and with nothing to count."""

from datetime import date, timedelta

import pytest

from boardpack.analysis.movement import Moved
from boardpack.analysis.overview import Chapter, Overview
from boardpack.analysis.scorecard import scorecard
from boardpack.document import names, summary, wording
from boardpack.findings import Finding, Severity
from boardpack.model.metrics import Metrics
from boardpack.model.plan import Action, Due, Rating, SheetRole
from tests.analysis.making import BOARD, PREVIOUS, action, analysed, due, item, metric, plan, seen

LATE = BOARD - timedelta(days=5)
ACTIVITIES = (
    "Open a crisis home", "Write to every carer", "Train the panel", "Visit each child", "Map the court's dates",
    "Hire two advisers", "Sign the protocol", "Buy a proper case",
)  # fmt: skip


def rows(*ratings: Rating | None, when: date | Due | None = None) -> list[Action]:
    """An action a rating, each with a wording of its own."""
    return [
        action(str(n), ACTIVITIES[n], rating=rating, due=when, row=n + 1)
        for n, rating in enumerate(ratings)
    ]


def said(overview: Overview, anchor: str) -> list[str]:
    return [sentence.text for sentence in summary.summary(overview) if sentence.anchor == anchor]


R, A, G, B = Rating.RED, Rating.AMBER, Rating.GREEN, Rating.BLUE


@pytest.mark.parametrize(
    ("ratings", "sentence"),
    [
        ((), "No action is past its due date."),
        ((R,), "One action is past the due date."),
        ((G,), "One action is past the due date and still rated Green."),
        ((R, G), "Two actions are past the due date, and one of them is still rated Green."),
        ((G, G), "Two actions are past the due date, and two of them are still rated Green."),
    ],
)
def test_the_late_are_counted_and_the_green_among_them(
    ratings: tuple[Rating, ...], sentence: str
) -> None:
    overview = analysed(plan(*rows(*ratings, when=LATE), action("9", "Keep going")))
    assert said(overview, "late") == [sentence]


@pytest.mark.parametrize(
    ("before", "now", "moved", "closed"),
    [
        (
            (G,),
            (G,),
            "No action got worse and no date slipped since the last board.",
            "No actions closed and none got better since the last board.",
        ),
        (
            (G, A),
            (A, B),
            "One action got worse.",
            "One action closed and none got better since the last board.",
        ),
        (
            (G, G, A, A, A),
            (R, A, B, B, G),
            "Two actions got worse.",
            "Two actions closed and one got better since the last board.",
        ),
    ],
)
def test_what_moved_is_counted_in_words(
    before: tuple[Rating, ...], now: tuple[Rating, ...], moved: str, closed: str
) -> None:
    overview = analysed(plan(*rows(*now)), plan(*rows(*before)))
    assert said(overview, "movement") == [moved, closed]


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ((30,), "No actions got worse and one date slipped, by 30 days."),
        ((1,), "No actions got worse and one date slipped, by 1 day."),
        ((30, 90), "No actions got worse and two dates slipped, by up to 90 days."),
    ],
)
def test_slips_are_told_with_the_longest(days: tuple[int, ...], sentence: str) -> None:
    before = [action(str(n), ACTIVITIES[n], due=BOARD, row=n + 1) for n, _ in enumerate(days)]
    now = [
        action(str(n), ACTIVITIES[n], due=BOARD + timedelta(days=d), row=n + 1)
        for n, d in enumerate(days)
    ]
    assert said(analysed(plan(*now), plan(*before)), "movement")[0] == sentence


def test_without_an_earlier_board_nothing_is_said_of_movement() -> None:
    assert said(analysed(plan(action())), "movement") == []


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, []),
        (1, ["One open action has had no update since the board of 3 July 2019."]),
        (2, ["Two open actions have had no update since the board of 3 July 2019."]),
    ],
)
def test_the_silent_are_counted(count: int, sentence: list[str]) -> None:
    made = rows(G, G, G)
    findings = tuple(
        Finding("P004", "no-update-since-previous-board", Severity.WARNING, row.source(), "?", ".")
        for row in made[:count]
    )
    assert said(analysed(plan(*made), plan(*made), findings=findings), "questions") == sentence


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ((), []),
        ((60.0,), ["The one measure with a target is on it or close."]),
        ((60.0, 61.0), ["All 2 measures with a target are on it or close."]),
        (
            (50.0, 60.0),
            [
                "One of two measures with a target misses it; furthest off is “Measure 0”, 50% against 60%."
            ],
        ),
        (
            (50.0, 40.5),
            [
                "Two of two measures with a target miss it; furthest off is “Measure 1”, 40.5% against 60%."
            ],
        ),
    ],
)
def test_the_measures_that_miss_are_counted(values: tuple[float, ...], sentence: list[str]) -> None:
    metrics = Metrics(
        tuple(metric(str(n), target=60.0) for n, _ in enumerate(values)),
        tuple(seen(value, date(2019, 7, 31), name=str(n)) for n, value in enumerate(values)),
    )
    assert said(analysed(plan(action()), metrics=metrics), "scorecard") == sentence


@pytest.mark.parametrize(
    ("decisions", "escalations", "sentence"),
    [
        (0, 0, "No decision and no escalation"),
        (1, 0, "1 decision"),
        (2, 1, "2 decisions and 1 escalation"),
        (0, 2, "2 escalations"),
    ],
)
def test_the_pack_says_what_it_asks(decisions: int, escalations: int, sentence: str) -> None:
    late = rows(*[R] * escalations, when=LATE)
    made = plan(*late, action("9", "Keep going"))
    overview = analysed(made, items=[item(str(n)) for n in range(decisions)])
    assert summary.ask(overview) == sentence


@pytest.mark.parametrize(
    ("ratings", "when", "sentence"),
    [
        ((G,), None, "The one open action is not red."),
        ((R,), LATE, "The one open action is red and late."),
        ((G, None), None, "Two actions are open and none is red."),
        ((G, G), LATE, "Two actions are open, none is red and two are late."),
        ((R, G, B), None, "One of two open actions is red."),
        ((R, R, R), LATE, "Three of three open actions are red and three are late."),
        ((B,), None, "The one action is closed."),
        ((B, B), None, "All 2 actions are closed."),
    ],
)
def test_an_objective_is_told_in_one_sentence(
    ratings: tuple[Rating | None, ...], when: date | None, sentence: str
) -> None:
    (chapter,) = analysed(plan(*rows(*ratings, when=when))).chapters
    assert wording.chapter_headline(chapter) == sentence


def _chapter(now: tuple[Rating, ...], before: tuple[Rating, ...]) -> Chapter:
    (chapter,) = analysed(plan(*rows(*now)), plan(*rows(*before))).chapters
    return chapter


def test_the_change_of_an_objective_is_told_in_one_sentence() -> None:
    assert (
        wording.chapter_change(_chapter((G,), (G,)), PREVIOUS) == "Nothing moved since 3 July 2019."
    )
    changed = _chapter((R, B, G), (G, A, A))
    told = "Since 3 July 2019: one got worse, one got better and one closed."
    assert wording.chapter_change(changed, PREVIOUS) == told
    assert (
        wording.chapter_change(changed, None)
        == "This is the first board that there are inputs for."
    )


def test_the_change_of_an_objective_names_what_is_gone() -> None:
    gone = _chapter((G,), (G, G))
    told = "Since 3 July 2019: one gone without being closed."
    assert wording.chapter_change(gone, PREVIOUS) == told


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (due(date(2019, 5, 31)), "31 May 2019"),
        (due(date(2019, 5, 31), "month", "May 19"), "May 2019"),
        (due(date(2019, 5, 31), "ongoing", "May 19, then ongoing"), "May 19, then ongoing"),
        (due(None, "text", "tbc"), "tbc"),
        (due(None), "No date"),
    ],
)
def test_a_due_date_is_a_date_or_the_cells_own_words(when: Due, words: str) -> None:
    assert wording.due(when) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (due(date(2019, 5, 31)), "Due 31 May 2019"),
        (due(date(2019, 5, 31), "month", "May 19"), "Due May 2019"),
        (due(date(2019, 5, 31), "ongoing", "May 19, then ongoing"), "May 19, then ongoing"),
        (due(None, "text", "Quarterly Monitoring"), "Quarterly Monitoring"),
        (due(None, "ongoing", "Ongoing"), "Ongoing"),
        (due(None), "No due date"),
    ],
)
def test_only_a_date_or_a_month_is_called_due(when: Due, words: str) -> None:
    assert wording.due_said(when) == words


@pytest.mark.parametrize(
    ("days", "words"), [(0, ""), (1, "1 day late"), (2, "2 days late"), (1200, "1,200 days late")]
)
def test_lateness_is_told_in_days(days: int, words: str) -> None:
    (story,) = analysed(plan(action(due=BOARD - timedelta(days=days)))).stories
    assert wording.lateness(story) == words


@pytest.mark.parametrize(
    ("ref", "objective", "words"),
    [
        ("14a", 2, "Objective 2, 14a"),
        (None, 2, "Objective 2, row 10"),
        ("14a", None, "Open Actions, 14a"),
        (None, None, "Open Actions, row 10"),
    ],
)
def test_an_action_is_called_as_the_board_calls_it(
    ref: str | None, objective: int | None, words: str
) -> None:
    (story,) = analysed(plan(action(ref, objective=objective))).stories
    assert names.where(story) == words


@pytest.mark.parametrize(
    ("role", "objective", "words"),
    [
        (SheetRole.OPEN, 6, "Objective 6, 6"),
        (SheetRole.METRICS, 6, "Objective 6, 6 (Metrics)"),
        (SheetRole.METRICS, None, "Metrics, 6"),
    ],
)
def test_a_row_that_is_no_open_action_is_called_with_its_sheet(
    role: SheetRole, objective: int | None, words: str
) -> None:
    row = action("6", objective=objective, sheet="Metrics", role=role)
    (story,) = analysed(plan(row)).stories
    assert names.where_on_sheet(story) == words


@pytest.mark.parametrize(
    ("now", "before", "direction", "tone", "words"),
    [
        ({"rating": R}, {"rating": G}, "down", "worse", "Worse: was Green"),
        ({"rating": G}, {"rating": R}, "up", "better", "Better: was Red"),
        ({"rating": B}, {"rating": None}, "up", "better", "Closed: was not rated"),
        ({"rating": G}, {"rating": B}, "down", "worse", "Reopened: was Blue"),
        ({"due": BOARD}, {"due": BOARD - timedelta(days=1)}, "level", "worse", "Slipped 1 day"),
        ({"lead": ("A",)}, {"lead": ("B",)}, "level", "neutral", "Lead changed"),
        (
            {"activity": "Train all the staff"},
            {"activity": "Train the staff"},
            "level",
            "neutral",
            "Reworded",
        ),
    ],
)
def test_a_movement_is_an_arrow_with_words(
    now: dict[str, object], before: dict[str, object], direction: str, tone: str, words: str
) -> None:
    overview = analysed(plan(action(**now)), plan(action(**before)))  # type: ignore[arg-type]  # as action takes
    (movement,) = overview.movements
    arrow = wording.arrow(movement)
    assert (arrow.direction, arrow.tone, arrow.words) == (direction, tone, words)


def test_every_kind_of_movement_has_an_arrow() -> None:
    overview = analysed(plan(action("1", rating=R)), plan(action("1", rating=G)))
    (movement,) = overview.movements
    for kind in Moved:
        changed = type(movement)(kind, movement.action, movement.was, movement.now, 3, "ref")
        assert wording.arrow(changed).words


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (0, None),
        (1, "5 days late, green"),
        (5, "5 days late, green"),
        (6, "and 2 more"),
        (8, "and 4 more"),
    ],
)
def test_a_short_list_ends_with_what_it_leaves_out(count: int, last: str | None) -> None:
    lines = summary.late_lines(
        analysed(plan(*rows(*[G] * count, when=LATE), action("99", "Keep going")))
    )
    assert len(lines) == min(count, 5)
    if last:
        assert lines[-1].endswith(last)


def test_what_moved_is_listed_a_line_a_kind_the_worst_first() -> None:
    overview = analysed(
        plan(*rows(A, R, B, G), action("50", "Buy a boat for the county")),
        plan(*rows(G, G, G, B), action("60", "Ask young people what they think")),
    )
    assert summary.moved_lines(overview) == (
        "2 actions got worse",
        "1 action gone without being closed",
        "1 action reopened",
        "1 action new",
        "1 action closed",
    )
    assert summary.moved_lines(analysed(plan(action()))) == ()


@pytest.mark.parametrize(
    ("value", "until", "words"),
    [
        (60.0, None, "Met"),
        (59.0, None, "Close"),
        (40.0, None, "Missed"),
        (60.0, date(2019, 7, 31), "Met"),
        (60.0, date(2019, 8, 31), "On course: 55% expected by now"),
        (54.0, date(2019, 8, 31), "Close: 55% expected by now"),
        (40.0, date(2019, 8, 31), "Behind: 55% expected by now"),
    ],
)
def test_a_standing_says_what_is_expected_where_the_target_lies_ahead(
    value: float, until: date | None, words: str
) -> None:
    of = metric(target=60.0, target_date=until, tolerance=2.0)
    given = (seen(50.0, date(2019, 6, 30)), seen(value, date(2019, 7, 31)))
    (line,) = scorecard(Metrics((of,), given), "County", ())
    assert wording.standing_words(line) == words


def test_a_measure_without_a_target_says_so() -> None:
    (line,) = scorecard(Metrics((metric(),), (seen(1.0, BOARD),)), "County", ())
    assert wording.standing_words(line) == "No target"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((60.0, 60.0), "all 2 measures with a target are on it, on course or close"),
        ((40.0, 60.0), "one of two measures with a target misses it"),
        ((60.0, 40.0), "one of two measures with a target is behind"),
        ((40.0, 40.0), "two of two measures with a target miss it or are behind"),
    ],
)
def test_a_target_that_lies_ahead_is_not_missed_yet(
    values: tuple[float, float], words: str
) -> None:
    definitions = (
        metric("0", target=60.0),
        metric("1", target=60.0, target_date=date(2020, 3, 31), tolerance=2.0),
    )
    ends = date(2019, 6, 30), date(2019, 7, 31)
    given = [
        seen(told, end, name=str(n))
        for n, value in enumerate(values)
        for told, end in zip((50.0, value), ends, strict=True)
    ]
    made = scorecard(Metrics(definitions, tuple(given)), "County", ())
    assert wording.falling_short(made).lower() == words
