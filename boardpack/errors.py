"""Refused operations: one class a condition, with the sentence that a person reads.

The exit code stands on the class: 2 is wrong use, 3 and up one for each class of failure.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from boardpack.near import did_you_mean


class BoardpackError(Exception):
    """The work cannot go on, and the message says why and what to do."""

    exit_code = 3


def _names(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"


class WrongUse(BoardpackError):
    """What was asked for does not exist or does not fit together."""

    exit_code = 2


class NoMeeting(WrongUse):
    """There is no folder for the meeting that was asked for."""

    def __init__(self, inputs: Path, board: str | None) -> None:
        if board is None:
            super().__init__(
                f"{inputs}: no meeting found. Make a folder named by the board's date, "
                f"such as {inputs}/2026-12-09, with plan.xlsx in it."
            )
        else:
            super().__init__(
                f"{inputs}/{board}: no such folder. Name a meeting by its date, such as 2026-12-09."
            )


class NoPassword(WrongUse):
    """The files are to be locked, and there is no password or one that is soon guessed."""

    def __init__(self, variable: str, shortest: int) -> None:
        super().__init__(
            f"To lock the PDFs, put a password of {shortest} letters or more into the environment "
            f"variable {variable}."
        )


class UnknownFormat(WrongUse):
    """An output was asked for that the tool does not make."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f'"{name}" is not an output. Choose from: {_names(known)}.')


class UnusableRules(WrongUse):
    """A control chart was asked for by rules that make none."""

    def __init__(self, what: str, needed: str) -> None:
        super().__init__(f"A control chart cannot be made with {what}. Choose {needed}.")


class RepeatedDate(WrongUse):
    """A series has two values for one date, and a control chart takes them one after another."""

    def __init__(self, day: date) -> None:
        super().__init__(f"There are two values for {day.isoformat()}. Keep one of them.")


class AlreadyThere(WrongUse):
    """A file is to be made that exists, and what somebody made of it would be lost."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: the file is there, and it is not overwritten. Name another.")


class MeetingThere(WrongUse):
    """A meeting's folder is to be made that exists, and what is in it would be lost."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: the folder is there, and it is left as it is. Delete it yourself to begin again."
        )


class NotAfter(WrongUse):
    """The next meeting is to be made from one that is not before it."""

    def __init__(self, meeting: date, last: str) -> None:
        super().__init__(
            f"The meeting of {meeting.isoformat()} cannot be made from that of {last}, which is not "
            "before it. Name an earlier one."
        )


class NothingAsked(WrongUse):
    """Leads are to be reminded, and none was asked."""

    def __init__(self, board: str) -> None:
        super().__init__(
            f"No lead was asked for updates to {board}, so that none can be reminded. "
            f"Ask first: boardpack commission {board}."
        )


class NotBuilt(WrongUse):
    """A file is to be recorded as issued that has not been made."""

    def __init__(self, path: Path, command: str) -> None:
        super().__init__(f"{path}: the file is not there. Make it first: boardpack {command}.")


class BuiltFromOther(WrongUse):
    """A file is to be recorded as issued that is not what the inputs give now."""

    def __init__(self, path: Path, why: str, command: str) -> None:
        super().__init__(f"{path}: {why} Make it again first: boardpack {command}.")


class NotIssued(WrongUse):
    """A supplement is asked for to a pack that has not gone out."""

    def __init__(self, board: str) -> None:
        super().__init__(
            f"No pack is recorded as issued for {board}, so that no paper is late. Put the papers into "
            f"the pack: boardpack build {board}. When it goes out, record it: boardpack issue {board}."
        )


class UnknownList(WrongUse):
    """A list of recipients was asked for that the settings do not have."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(
            f'board.toml has no list "{name}" under [send.lists]. Choose from: {_names(known)}.'
        )


class NotOnTheList(WrongUse):
    """Something was told of an address that the e-mails do not go to."""

    def __init__(self, address: str, name: str) -> None:
        super().__init__(
            f'{address} is not on the list "{name}". Write the address as board.toml has it.'
        )


class OtherAudience(WrongUse):
    """A pack for one audience would go to those of another."""

    def __init__(self, what: str, is_for: str, wanted: str, remedy: str) -> None:
        super().__init__(
            f"{what} is for {is_for}, and not for {wanted}. Nothing was sent. {remedy}"
        )


class NotTogether(WrongUse):
    """Two things were asked for that exclude each other."""

    def __init__(self, one: str, other: str, why: str) -> None:
        super().__init__(f"{one} and {other} do not go together: {why}.")


class NoSignIn(WrongUse):
    """The environment has half of a sign-in, or one that cannot be used."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The sign-in to the mail server cannot be used: {why}")


class InputError(BoardpackError):
    """An input is missing or cannot be read at all."""

    exit_code = 3


class MissingInput(InputError):
    """A file that the pack cannot do without is not there."""

    def __init__(self, path: Path, what: str, remedy: str) -> None:
        super().__init__(f"{path}: {what} is missing. {remedy}")


class VanishedInput(InputError):
    """A file that was read cannot be read again, for its hash."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path}: the file cannot be read any longer ({why}). Put it back, and build again."
        )


class UnreadableWorkbook(InputError):
    """A workbook cannot be opened."""

    def __init__(self, path: Path, why: str, remedy: str) -> None:
        super().__init__(f"{path}: {why} {remedy}")


class NoPlanSheet(InputError):
    """A workbook has no sheet that looks like a plan."""

    def __init__(self, path: Path, sheets: Iterable[str]) -> None:
        super().__init__(
            f"{path}: no plan found on its sheets ({', '.join(sheets)}). A plan sheet has a header row "
            "with at least an activity (or action) and two of: rating, due date, lead, progress."
        )


class EmptyPlan(InputError):
    """A workbook has the header of a plan and nothing below it."""

    def __init__(self, path: Path, headers: Mapping[str, int]) -> None:
        places = ", ".join(f'"{sheet}" in row {row}' for sheet, row in headers.items())
        super().__init__(
            f"{path}: a plan's header stands on sheet {places}, and no action below it. "
            "Add the actions, or name another workbook."
        )


class UnreadableText(InputError):
    """A text file is not text, or not in a form that can be read."""

    def __init__(self, path: Path, why: str, remedy: str) -> None:
        super().__init__(f"{path}: {why} {remedy}")


class NoReturnTables(InputError):
    """A folder has no table of the statutory return."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: no table of the SSDA903 return found. Export the tables as CSV into this "
            "folder, with the headings of the return, such as CHILD, DECOM and RNE."
        )


class RequiredPaper(InputError):
    """Papers that the board cannot meet without are missing, or cannot be used."""

    def __init__(self, papers: Iterable[tuple[str, Path, str]]) -> None:
        told = "; ".join(f"item {item} needs {path}, but {why}" for item, path, why in papers)
        super().__init__(
            f"The pack is not made without a paper that is required: {told}. "
            "Put it right, or take out required = true in agenda.toml."
        )


class UnreadablePaper(InputError):
    """A PDF paper is not any longer what it was when it was read."""

    def __init__(self, path: Path, why: str, remedy: str) -> None:
        super().__init__(f"{path}: {why} {remedy}")


class NothingCommissioned(WrongUse):
    """Answers are to be collected to a plan that nobody was asked about."""

    def __init__(self, board: str) -> None:
        super().__init__(
            f"Nothing was sent to the leads for {board}, so that nothing can be collected. "
            f"Ask them first: boardpack commission {board}."
        )


class PlanNotWritten(WrongUse):
    """Answers are to be put into a plan of a kind that is only read."""

    def __init__(self, plan: Path) -> None:
        super().__init__(
            f"{plan}: answers are put into Excel Workbooks alone. Save the plan as plan.xlsx, "
            "ask the leads anew, and collect again."
        )


class UnreadableRecord(InputError):
    """The record of what was issued cannot be used."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path}: {why} Put it back from a copy, or delete it to begin with version 1."
        )


class UnreadableSent(InputError):
    """The record of what was e-mailed cannot be used, and without it people would get it twice."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path}: {why} Nothing was sent. Put it back from a copy. If you delete it, everyone on "
            "the list counts as not having the pack."
        )


class UnreadableCycle(InputError):
    """The record of what was asked, or of what came back, cannot be used."""

    def __init__(self, path: Path, command: str) -> None:
        super().__init__(
            f"{path}: it is not as `{command}` wrote it. Put it back from a copy of the folder."
        )


class SettingsError(BoardpackError):
    """A settings file does not say what it should; every fault in it is listed."""

    exit_code = 4

    def __init__(self, path: Path, faults: Iterable[str]) -> None:
        super().__init__("\n".join(f"{path}: {fault}" for fault in faults))


class BadAddress(BoardpackError):
    """Something in the list of recipients is no e-mail address."""

    exit_code = 4

    def __init__(self, text: str, where: str = "[mail]") -> None:
        super().__init__(
            f"board.toml, {where}: {text!r} is not an e-mail address. "
            "Write it as role@council.gov.uk, or with a name before it: Board <role@council.gov.uk>."
        )


class TemplateError(BoardpackError):
    """A template asks for something that does not exist."""

    exit_code = 5

    def __init__(self, template: str, why: str, *more: str) -> None:
        super().__init__(" ".join(part for part in (f"{template}: {why}", *more) if part))
        self.why = why


def _all_at_once(place: str) -> str:
    """How to see every fault of a slide template in one run; nothing for a text template."""
    file, slide, _ = place.partition(", slide ")
    named = f'"{file}"' if " " in file else file
    return f"Every fault at once: boardpack template check {named}" if slide else ""


class UnknownChart(TemplateError):
    """A template names a chart that is not in the catalogue; `like` are names that it may have meant."""

    def __init__(
        self, template: str, name: str, known: Iterable[str], like: Iterable[str] = ()
    ) -> None:
        listed = [*known]
        why = f'there is no chart "{name}". Charts: {_names(listed)}.'
        meant = did_you_mean(name, [*like] or listed)
        super().__init__(template, why, meant, _all_at_once(template))


class UnknownTable(TemplateError):
    """A template names a table that is not in the catalogue; `like` are names that it may have meant."""

    def __init__(
        self, template: str, name: str, known: Iterable[str], like: Iterable[str] = ()
    ) -> None:
        listed = [*known]
        why = f'there is no table "{name}". Tables: {_names(listed)}.'
        meant = did_you_mean(name, [*like] or listed)
        super().__init__(template, why, meant, _all_at_once(template))


class UnknownAttachment(TemplateError):
    """A letter is to carry a file that is not made."""

    def __init__(self, letter: str, name: str, known: Iterable[str]) -> None:
        super().__init__(
            f"mail/{letter}", f'there is no file "{name}" to attach. Files: {_names(known)}.'
        )


class UnknownAnchor(TemplateError):
    """A link leads to a heading that is not in the document."""

    def __init__(self, anchor: str) -> None:
        super().__init__(
            "pack", f'there is no heading "#{anchor}" to link to. Name the anchor of a heading.'
        )


class AnchorTwice(TemplateError):
    """Two headings have the same anchor, so that a link could mean either."""

    def __init__(self, anchor: str) -> None:
        super().__init__(
            "pack", f'two headings have the anchor "#{anchor}". Give one of them another name.'
        )


class UnreadableDeck(TemplateError):
    """A slide template cannot be opened."""

    def __init__(self, path: Path, why: str, remedy: str) -> None:
        super().__init__(str(path), f"{why}. {remedy}")


class UnknownLayout(TemplateError):
    """The map of the standard deck names a layout that the slide template does not have."""

    def __init__(self, template: str, name: str, known: Iterable[str]) -> None:
        super().__init__(
            template,
            f'there is no layout "{name}", which board.toml names under [slides.layouts]. '
            f"Layouts: {_names(known)}.",
        )


class UnknownPlaceholder(TemplateError):
    """The map of the standard deck needs a placeholder that the layout does not have."""

    def __init__(self, template: str, layout: str, wanted: str, known: Iterable[str]) -> None:
        super().__init__(
            template,
            f'the layout "{layout}" has no placeholder "{wanted}". Choose another layout or '
            f"placeholder in board.toml, [slides.layouts]. Its placeholders: {_names(known)}.",
        )


class FaultyTag(TemplateError):
    """A tag in a template cannot be read or filled."""

    def __init__(self, where: str, text: str, why: str) -> None:
        super().__init__(
            where, f'"{text}" cannot be filled: {why.rstrip(".")}.', _all_at_once(where)
        )


class FaultyDirective(TemplateError):
    """A slide template's notes line or shape name says something that cannot be done."""

    def __init__(self, where: str, line: str, remedy: str) -> None:
        super().__init__(where, f'"{line}" cannot be followed: {remedy}.', _all_at_once(where))
        self.line, self.remedy = line, remedy


class UnfillableChart(TemplateError):
    """A chart of a slide template cannot take the data that it is to show."""

    def __init__(self, where: str, why: str, remedy: str) -> None:
        super().__init__(where, f"{why}. {remedy}", _all_at_once(where))


class OutputError(BoardpackError):
    """The pack was made and cannot be put in its place; the last good pack is untouched."""

    exit_code = 6

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")


class NotSent(BoardpackError):
    """The e-mails cannot go out: nobody was sent anything in this run."""

    exit_code = 7

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"Nothing was sent: {why} {remedy}")


class TooLarge(NotSent):
    """An e-mail is larger than the settings or the server allow."""

    def __init__(self, size: int, most: int, whose: str) -> None:
        super().__init__(
            f"the e-mail has {size / 1e6:.1f} MB with its attachments, and {whose} allows {most / 1e6:.1f} MB.",
            "Put the pack on the shared drive and send its link, attach less (attach under [send] in "
            "board.toml), or make the papers smaller and build again. If the mail server takes more, "
            "raise most_megabytes.",
        )


class AlreadySending(NotSent):
    """Another run is sending the papers of the same board."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"another run is sending for this board now ({path} is in use).", "Wait until it ends."
        )


class PlanInUse(OutputError):
    """The plan is open in another program, or must not be written."""

    def __init__(self, plan: Path, lock: str | None) -> None:
        told = f" If nobody has it open, delete the file {lock} beside it." if lock else ""
        super().__init__(
            plan,
            "the plan is open in another program, or must not be written. Nothing was changed. "
            f"Close it and collect again.{told}",
        )


class PlanChanged(OutputError):
    """The plan was saved by somebody while answers were being put into it."""

    def __init__(self, plan: Path) -> None:
        super().__init__(
            plan,
            "the plan was saved by somebody else in the meantime. Nothing was changed. Collect again.",
        )


class CannotPatch(BoardpackError):
    """Cells of a workbook cannot be set; `refused` holds each place, as Plan!F7, with its reason."""

    exit_code = 6

    def __init__(self, refused: Iterable[tuple[str, str]]) -> None:
        self.refused = tuple(refused)
        told = "\n".join(f"{place}: {why}" for place, why in self.refused)
        super().__init__(f"The workbook is not changed.\n{told}")


class DuplicateFindingKind(ValueError):
    """Two kinds of finding share a code or a name: a bug in the tool."""

    def __init__(self, code: str, kind: str) -> None:
        super().__init__(f"a finding {code} or {kind} is registered already")


class UnshownFault(RuntimeError):
    """A bug met while children's records were read: told by its kind and place, never by a record."""

    def __init__(self, kind: str, place: str) -> None:
        super().__init__(f"{kind} at {place}; what it says is not shown, it could hold a record")


class BrokenDeck(RuntimeError):
    """The deck that was made is not sound, and PowerPoint might offer to repair it: a bug."""

    def __init__(self, faults: Iterable[str]) -> None:
        super().__init__("the deck is not sound:\n" + "\n".join(faults))


class BrokenPatch(RuntimeError):
    """A patched workbook is not what it should be: a bug. It was not given back."""

    def __init__(self, faults: Iterable[str]) -> None:
        super().__init__("the patched workbook is not sound:\n" + "\n".join(faults))
