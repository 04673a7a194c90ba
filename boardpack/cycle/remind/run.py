"""Writes a draft for each lead who has not answered, into the meeting's folder of outputs."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from boardpack.analysis.outstanding import Outstanding
from boardpack.cycle.remind.letters import letters
from boardpack.deliver.folder import replace_folder
from boardpack.errors import NothingAsked
from boardpack.pipeline import REMINDERS, examine
from boardpack.renderers.mail import build as mail
from boardpack.words import plural


@dataclass(frozen=True, slots=True)
class Reminders:
    """The folder of the drafts, and each draft with the lead that it goes to."""

    board: str
    folder: Path
    drafts: tuple[tuple[str, Outstanding], ...]

    def as_json(self) -> dict[str, Any]:
        """The public shape of `remind --json`."""
        return {
            "board": self.board,
            "folder": str(self.folder),
            "reminders": [
                {
                    "lead": one.lead,
                    "address": one.sent.address,
                    "file": file,
                    "rows": len(one.rows),
                    "late": one.late,
                    "asked": one.asked,
                }
                for file, one in self.drafts
            ],
        }


def remind(
    inputs: Path, outputs: Path, templates: Path, board: str | None, today: date
) -> Reminders:
    """The drafts of a meeting. The folder holds these alone: who has answered since has none."""
    overview = examine(inputs, board)
    name = overview.meeting.date.isoformat()
    if overview.outstanding is None:
        raise NothingAsked(name)
    silent = overview.outstanding
    written = letters(overview, silent, templates / "mail", today)
    drafts = {f"{letter.name}.eml": mail.render(letter, ()).data for letter in written}
    target = outputs / name / REMINDERS
    replace_folder(target, drafts)
    return Reminders(name, target, tuple(zip(drafts, silent, strict=True)))


def remind_text(made: Reminders) -> str:
    """What `remind` says: a line a draft, and who has no address."""
    if not made.drafts:
        return "Every lead who was asked has answered. No reminder is needed."
    lines = [_line(made.folder / file, one) for file, one in made.drafts]
    return "\n".join([*lines, f"{plural(len(lines), 'draft')}. Open each in Outlook to send it."])


def _line(path: Path, one: Outstanding) -> str:
    before = f", late {one.late} of {one.asked} times before" if one.asked else ""
    to = "" if one.sent.address else " (no address is known: write it in)"
    return f"{path}: {one.lead}, {plural(len(one.sent.keys), 'action')}{before}{to}"
