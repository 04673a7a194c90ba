"""What `boardpack collect` prints: the state of each lead, what was changed, what is to be decided."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from boardpack.cycle.collect.collecting import Collected
from boardpack.cycle.collect.given import NAMES
from boardpack.cycle.collect.making import Outcome, What
from boardpack.findings import Severity
from boardpack.words import join, plural

_TOLD: tuple[tuple[What, str], ...] = (
    ("accepted", "accepted"),
    ("accepted before", "accepted before"),
    ("decided", "decided by you"),
    ("in the plan", "in the plan already"),
    ("unchanged", "as it was sent"),
    ("superseded", "superseded by a later file"),
    ("conflict", "in conflict"),
    ("refused", "not accepted"),
)


@dataclass(frozen=True, slots=True)
class LeadState:
    """A lead, what came back, and what became of the answers. `rows` were asked of the lead."""

    lead: str
    rows: int
    files: tuple[dict[str, str | None], ...]
    answers: dict[str, int]

    @property
    def state(self) -> str:
        """`outstanding`, `returned without an answer`, or `returned`."""
        if not self.files:
            return "outstanding"
        return "returned" if self.answers else "returned without an answer"


def lead_states(made: Collected) -> tuple[LeadState, ...]:
    """The leads that were asked, in the order of asking, then others whose files came back."""
    newest = {sent.lead: len(sent.keys) for one in made.rounds for sent in one.returns}
    files: dict[str, dict[str, str | None]] = {}
    for file in made.returned:
        lead = file.taken.lead
        if lead and (file.taken.rows or file.taken.given):
            files.setdefault(lead, {})[file.file] = file.taken.modified
    counts: dict[str, Counter[str]] = {}
    for outcome in made.merge.outcomes:
        counts.setdefault(outcome.given.lead, Counter())[outcome.what] += 1
    leads = dict.fromkeys((*newest, *sorted(files), *sorted(counts)))
    return tuple(
        LeadState(
            lead,
            newest.get(lead, 0),
            tuple({"file": name, "saved": saved} for name, saved in files.get(lead, {}).items()),
            {what: counts[lead][what] for what, _ in _TOLD if counts.get(lead, Counter())[what]},
        )
        for lead in leads
    )


def collected_json(made: Collected) -> dict[str, Any]:
    """The public shape of `collect --json`."""
    states = lead_states(made)
    return {
        "board": made.board,
        "plan": made.plan,
        "dry_run": made.is_dry,
        "backup": made.backup,
        "leads": [
            {
                "lead": one.lead,
                "state": one.state,
                "rows": one.rows,
                "files": list(one.files),
                "answers": one.answers,
            }
            for one in states
        ],
        "outstanding": [one.lead for one in states if not one.files],
        "changes": [asdict(entry.change) for entry in made.patch.entries],
        "answers": [_answer(outcome) for outcome in made.merge.outcomes],
        "conflicts": [
            {
                "conflict": one.id,
                "sheet": one.sheet,
                "cell": one.cell,
                "ref": one.ref,
                "activity": one.activity,
                "field": one.field,
                "sent": one.sent,
                "now": one.now,
                "why": one.why,
                "options": [{"value": o.value, "by": list(o.by)} for o in one.options],
            }
            for one in made.merge.conflicts
        ],
        "findings": [finding.as_json() for finding in made.findings],
    }


def _answer(outcome: Outcome) -> dict[str, Any]:
    given = outcome.given
    return {
        "key": given.row.key,
        "field": given.field,
        "text": given.text,
        "lead": given.lead,
        "file": given.file,
        "cell": given.cell,
        "what": outcome.what,
    }


def collected_text(made: Collected) -> str:
    """The report for the manager."""
    lines = [f"{made.board}: answers for {made.plan}", ""]
    lines += _leads(lead_states(made))
    lines += _changes(made)
    lines += _conflicts(made)
    lines += _findings(made)
    return "\n".join(lines)


def _leads(states: Iterable[LeadState]) -> list[str]:
    lines = []
    waiting = [one.lead for one in states if not one.files]
    for one in states:
        if not one.files:
            continue
        files = join(_saved(file) for file in one.files)
        told = [f"{one.answers[what]} {words}" for what, words in _TOLD if what in one.answers]
        lines.append(f"{one.lead}: {join(told) if told else 'no answers'}; {files}")
    lines.append("")
    if waiting:
        lines += [f"Outstanding ({len(waiting)}): {join(waiting)}", ""]
    else:
        lines += ["Every lead has answered.", ""]
    return lines


def _saved(file: Mapping[str, str | None]) -> str:
    saved = file["saved"]
    return f"{file['file']} (saved {saved[:10]})" if saved else f"{file['file']}"


def _changes(made: Collected) -> list[str]:
    entries = made.patch.entries
    if not entries:
        return ["Nothing new was put into the plan.", ""]
    head = "would be put into" if made.is_dry else "put into"
    lines = [f"{plural(len(entries), 'answer')} {head} {made.plan}:"]
    for entry in entries:
        change = entry.change
        said = " ".join(entry.answer.split())
        lines.append(
            f"  {change.sheet}!{change.cell} {NAMES[change.field]}: {said[:90]} ({change.lead})"
        )
    if made.backup:
        lines.append(f"The plan as it was before: {made.backup}")
    return [*lines, ""]


def _conflicts(made: Collected) -> list[str]:
    if not made.merge.conflicts:
        return []
    count = plural(len(made.merge.conflicts), "conflict")
    lines = [f"{count} for you to decide, in cycle/conflicts.csv:"]
    for one in made.merge.conflicts:
        ref = f"{one.ref} " if one.ref else ""
        lines.append(
            f"  {one.id} {one.sheet}!{one.cell} {ref}{NAMES[one.field]}: {one.why}. "
            f'Sent "{one.sent}", now "{one.now}".'
        )
        lines += [f"    {line}" for line in one.answers.splitlines()]
    return [*lines, "Write a letter, or plan, into the column decision, and collect again.", ""]


def _findings(made: Collected) -> list[str]:
    order = list(Severity)
    found = sorted(made.findings, key=lambda one: order.index(one.severity))
    return [f"{one.severity.value}: {one}" for one in found]
