"""What deserves a chair's attention first: questions by weight, silent leads, measures that matter."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from boardpack.analysis.control.kinds import PointType
from boardpack.analysis.overview import Overview
from boardpack.analysis.scorecard import Line, Standing
from boardpack.analysis.stories import Story
from boardpack.findings import Finding
from boardpack.read.refs import ref_key

SILENT = "no-update-since-previous-board"
_WEIGHTS = {
    "overdue-but-green": 8,
    "blue-but-open-wording": 7,
    "far-from-target-but-green": 7,
    "moving-wrong-way-but-green": 6,
    "overdue": 6,
    "figures-do-not-add-up": 5,
    "possible-personal-data": 5,
    "rating-differs": 5,
    "no-lead": 4,
    "no-progress": 4,
    SILENT: 4,
    "due-differs": 3,
    "no-due-date": 3,
    "no-rating": 3,
    "says-closed-but-not-blue": 3,
}
"""How hard a question is: most where the plan contradicts its rating, least where a row is untidy."""
_LIGHTEST = 1


@dataclass(frozen=True, slots=True)
class HardQuestion:
    """The weightiest question of an action, and the weight of all that are asked of it."""

    story: Story
    question: Finding
    weight: int


def hardest(rows: Iterable[Story]) -> tuple[HardQuestion, ...]:
    """A question an action, the weightiest first; of those that weigh the same, the worst rated first.

    An action and its row on the metrics sheet are one: what weighs more of the two is asked.
    """
    asked = [_hardest_of(story) for story in rows if story.to_ask]
    first: dict[object, HardQuestion] = {}
    for hard in sorted(asked, key=lambda hard: (-hard.weight, hard.story.urgency)):
        first.setdefault(_place(hard.story), hard)
    return tuple(first.values())


def _place(story: Story) -> object:
    """What the board calls an action by: its objective and ref; its row where it has no ref."""
    action = story.action
    if action.ref is None:
        return action.sheet, action.row
    return action.objective, ref_key(action.ref)


def _hardest_of(story: Story) -> HardQuestion:
    weights = [_WEIGHTS.get(question.kind, _LIGHTEST) for question in story.to_ask]
    weightiest = story.to_ask[weights.index(max(weights))]
    return HardQuestion(story, weightiest, sum(weights))


@dataclass(frozen=True, slots=True)
class SilentLead:
    """A lead with the open actions of which nothing was heard; no name where none is given."""

    lead: str | None
    stories: tuple[Story, ...]


def silent_leads(overview: Overview) -> tuple[SilentLead, ...]:
    """Who gave no update since the last board, those with most actions first.

    An action with two leads stands under both.
    """
    found: dict[str | None, list[Story]] = defaultdict(list)
    for story in overview.asked(SILENT):
        for lead in story.action.lead or (None,):
            found[lead].append(story)
    told = [SilentLead(lead, tuple(stories)) for lead, stories in found.items()]
    return tuple(sorted(told, key=lambda one: (-len(one.stories), one.lead or "")))


def measures_that_matter(overview: Overview) -> tuple[Line, ...]:
    """The measures that miss their target or changed by more than chance, the worst news first."""
    found = [line for line in overview.scorecard if _matters(line)]
    return tuple(sorted(found, key=lambda line: (_goodness(line), -line.gap)))


def _matters(line: Line) -> bool:
    changed = line.control is not None and line.control.variation not in {
        None,
        PointType.COMMON_CAUSE,
    }
    return line.hidden is None and (line.standing is Standing.MISSED or changed)


def _goodness(line: Line) -> int:
    """0 where it misses its target and gets worse, 1 and 2 where one of them, more for the rest."""
    missed = line.standing is Standing.MISSED
    if is_worse(line):
        return 0 if missed else 2
    return 1 if missed else 3


def is_worse(line: Line) -> bool:
    """Whether it changed for the worse by more than chance."""
    return line.control is not None and line.control.variation is PointType.CONCERN
