"""What the pack calls things, and the headings that links lead to."""

from boardpack.analysis.overview import Chapter
from boardpack.analysis.stories import Story
from boardpack.model.board import AgendaItem, Paper
from boardpack.model.plan import SheetRole


def objective_anchor(number: int | None) -> str:
    """The heading of an objective's chapter."""
    return f"objective-{number}" if number is not None else "objective-none"


def of_objective(number: int | None) -> str:
    """`objective 2`, for the caption of what stands under it."""
    return f"objective {number}" if number is not None else "no objective"


def paper_anchor(item: AgendaItem) -> str:
    """The heading under which an item's paper is appended."""
    return f"paper-{item.number}"


NOT_HERE = "not in this pack"


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
