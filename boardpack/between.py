"""What happened between two boards: what the last one agreed and nobody took up, who has not answered."""

from collections.abc import Collection
from pathlib import Path

from boardpack.analysis.arising import arising
from boardpack.analysis.calendar import cycle_dates
from boardpack.analysis.outstanding import Answered, Outstanding, outstanding
from boardpack.analysis.overview import Baseline
from boardpack.checks.board import of_lost
from boardpack.findings import Finding
from boardpack.model.board import Meeting
from boardpack.read.cycle import read_asking
from boardpack.read.meeting import MeetingFolder, meeting_folders, read_noted
from boardpack.settings import Settings


def of_the_last_board(
    meeting: Meeting, earlier: tuple[Baseline, ...], inputs: Path, off: Collection[str]
) -> tuple[Finding, ...]:
    """What could not be read of what was noted after the last board, and what was lost of it."""
    if not earlier:
        return ()
    last = earlier[-1]
    noted = read_noted(MeetingFolder(last.date, inputs / last.date.isoformat()), inputs)[1]
    told = arising(last.date, last.decisions, meeting.action_log)
    lost = ((one.ref, one.decision) for one in told if one.is_lost)
    return (*noted, *of_lost(lost, off))


def outstanding_leads(
    folder: MeetingFolder, inputs: Path, settings: Settings
) -> tuple[Outstanding, ...] | None:
    """The leads who have not answered this round; None where nobody was asked."""
    now = _answered(folder, settings)
    if not now.commissions:
        return None
    before = [other for other in meeting_folders(inputs) if other.date < folder.date]
    return outstanding(now, [_answered(other, settings) for other in before])


def _answered(folder: MeetingFolder, settings: Settings) -> Answered:
    asking = read_asking(folder.path)
    due = cycle_dates(folder.date, settings.cycle).returns
    return Answered(due, asking.commissions, asking.changes, asking.files, asking.leads)
