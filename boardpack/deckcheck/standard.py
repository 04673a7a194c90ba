"""What a board's deck shows as a rule, so that a template which leaves some of it out can say so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from boardpack.deckcheck import kinds
from boardpack.findings import Finding
from boardpack.model.source import Source


@dataclass(frozen=True, slots=True)
class Content:
    """Something that a board expects to see, and any of the names that show it."""

    what: str
    names: tuple[str, ...]
    behind: str = ""
    """What stands behind the first of its names, where that needs more."""

    @property
    def how(self) -> str:
        """The first of its names, as it stands in a template."""
        lead, _, name = self.names[0].partition(" ")
        return f"a shape named `{lead}: {name}{self.behind}`" if name else f"{{{{ {lead} }}}}"


STANDARD = (
    Content("the date of the meeting", ("board",)),
    Content("the agenda", ("agenda", "table agenda")),
    Content("what is asked of the board", ("ask",)),
    Content("the summary", ("summary",)),
    Content("the plan by rating", ("chart rating-by-objective", "chart rating-over-time")),
    Content("what moved", ("table movements-in-brief", "table movements", "moved")),
    Content("the escalations", ("table escalations-in-brief", "table escalations", "table escalated")),
    Content("any objective", ("focus", "objectives", "table objectives-in-short", "table plan-on-a-page")),
    Content(
        "the measures that miss their targets",
        ("table measures-missed-in-brief", "table measures-missed", "table measures-that-matter"),
    ),
    Content("any measure over time", ("chart trend", "chart control", "focus_trends", "trends"), " METRIC"),
    Content("the decisions", ("table decisions", "table decisions-in-short", "decisions")),
    Content("what comes next", ("table next-dates", "next_meeting", "table due-next-in-brief", "table due-next")),
)  # fmt: skip


def not_shown(file: str, asks: Iterable[str]) -> Iterator[Finding]:
    """What of the standard content none of these names shows."""
    asked = [" ".join(one.split()) for one in asks]
    for content in STANDARD:
        if not any(
            one == name or one.startswith(f"{name} ") for one in asked for name in content.names
        ):
            yield kinds.NOT_SHOWN.at(Source(file), what=content.what, how=content.how)
