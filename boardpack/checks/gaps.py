"""Questions about what is missing from a row, or stands twice."""

from collections import defaultdict
from collections.abc import Iterator

from boardpack.checks.registry import Case, Hit, rule
from boardpack.findings import Severity
from boardpack.model.plan import Action, SheetRole
from boardpack.read.ratings import says_how_it_stands
from boardpack.read.refs import ref_key


@rule(
    "P009",
    "no-rating",
    title="No rating",
    severity=Severity.WARNING,
    sentence="There is no rating: how does it stand?",
    remedy="Rate it Blue, Red, Amber or Green.",
)
def no_rating(case: Case) -> Iterator[Hit]:
    """Rows whose rating is empty or not a rating, on any sheet that has ratings."""
    for action in case.plan.actions:
        if (
            action.rating is None
            and not says_how_it_stands(action.rating_text)
            and "rating" in action.cells
        ):
            yield Hit(action, "rating")


@rule(
    "P010",
    "no-lead",
    title="No lead",
    severity=Severity.WARNING,
    sentence="Nobody is named as responsible: who leads on it?",
    remedy="Name a role or a service.",
)
def no_lead(case: Case) -> Iterator[Hit]:
    """Open rows with nobody in the responsible column."""
    for action in case.open:
        if not action.lead and "lead" in action.cells:
            yield Hit(action, "lead")


@rule(
    "P012",
    "no-activity",
    title="No activity",
    severity=Severity.WARNING,
    sentence="The row has no activity: what is to be done?",
    remedy="Say what the action is, or delete the row.",
)
def no_activity(case: Case) -> Iterator[Hit]:
    """Rows with other cells filled and no activity."""
    for action in case.plan.actions:
        if not action.activity:
            yield Hit(action, "activity")


@rule(
    "P013",
    "no-ref",
    title="No ref",
    severity=Severity.NOTE,
    sentence="The row has no ref, so that it cannot be followed from board to board with certainty.",
    remedy="Give it a ref that no other row of the objective has.",
)
def no_ref(case: Case) -> Iterator[Hit]:
    """Rows whose ref is empty."""
    for action in case.plan.actions:
        if action.ref is None and "ref" in action.cells:
            yield Hit(action, "ref")


@rule(
    "P014",
    "duplicate-ref",
    title="The same ref twice",
    severity=Severity.WARNING,
    sentence="The ref {twice} stands in row {first} as well, under the same objective.",
    remedy="Give one of the two rows another ref.",
)
def duplicate_ref(case: Case) -> Iterator[Hit]:
    """A ref that stands again in its sheet and objective; a measure of its own may repeat one.

    A ref that is merged down over several rows stands only once.
    """
    seen: dict[tuple[str, int | None, str], list[Action]] = defaultdict(list)
    for action in case.plan.actions:
        key = ref_key(action.ref)
        if key is None:
            continue
        before = seen[action.sheet, action.objective, key]
        is_merged = any(action.cells["ref"] == other.cells["ref"] for other in before)
        if before and not is_merged and not _is_another_measure(action, before):
            yield Hit(action, "ref", {"twice": action.ref, "first": before[0].row})
        before.append(action)


def _is_another_measure(action: Action, before: list[Action]) -> bool:
    """Whether a row of the metrics sheet repeats a ref to give one more measure of it."""
    return action.role is SheetRole.METRICS and all(
        action.metric != other.metric for other in before
    )
