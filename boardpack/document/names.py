"""What the pack calls things, and the places that links lead to."""

import re
from collections.abc import Mapping

from boardpack.analysis.overview import Chapter, Overview
from boardpack.analysis.stories import Story
from boardpack.model.board import AgendaItem, Paper
from boardpack.model.plan import Action, SheetRole


def objective_anchor(number: int | None) -> str:
    """The heading of an objective's chapter."""
    return f"objective-{number}" if number is not None else "objective-none"


def action_anchor(action: Action) -> str:
    """The row of an action, by its sheet and row; what is no letter or digit has its number in it."""
    sheet = re.sub("[^a-z0-9 ]", lambda odd: f"_{ord(odd[0]):x}_", action.sheet.lower())
    return f"action-{sheet.replace(' ', '-')}-{action.row}"


def other_places(overview: Overview) -> Mapping[str, str | None]:
    """Where a link leads whose place is not shown: an action's to its chapter, the agenda's nowhere."""
    meeting = overview.meeting
    items = meeting.agenda.items
    chapters = {item.chapter: None for item in items if item.chapter}
    withheld = {paper_anchor(item): None for item in items if item.withheld}
    actions = {action_anchor(one): objective_anchor(one.objective) for one in meeting.plan.actions}
    return {**chapters, **withheld, **actions}


def of_objective(number: int | None) -> str:
    """`objective 2`, for the caption of what stands under it."""
    return f"objective {number}" if number is not None else "no objective"


def paper_anchor(item: AgendaItem) -> str:
    """The heading under which an item's paper is appended."""
    return f"paper-{item.number}"


NOT_HERE = "not in this pack"
NOT_PUBLIC = "not for publication"


def not_there(paper: Paper) -> str:
    """What stands in the place of a paper that cannot be appended."""
    item = paper.item
    return f"The paper of item {item.number}, {item.title}, is not in this pack. {paper.name}: {paper.missing}."


def chapter_name(chapter: Chapter) -> str:
    """`Objective 2: Remaining safely at home`."""
    number = (
        f"Objective {chapter.objective.number}: " if chapter.objective.number is not None else ""
    )
    return number + chapter.objective.title


def where(story: Story) -> str:
    """`Objective 2, 14a`: how the board calls an action."""
    number, ref = story.action.objective, story.action.ref
    objective = f"Objective {number}" if number is not None else story.action.sheet
    return f"{objective}, {ref}" if ref else f"{objective}, row {story.action.row}"


def where_on_sheet(story: Story) -> str:
    """The same, with the sheet where it is not one of open actions: `Objective 6, 6 (Metrics)`."""
    action, place = story.action, where(story)
    is_named = action.role is SheetRole.OPEN or action.objective is None
    return place if is_named else f"{place} ({action.sheet})"
