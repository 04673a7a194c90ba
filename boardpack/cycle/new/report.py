"""What `boardpack new` says: what was made, and what is to be done by when."""

from boardpack.cycle.dates import round_lines
from boardpack.cycle.new.meeting import NewMeeting
from boardpack.words import join, plural


def new_text(made: NewMeeting) -> str:
    """The folder, its action log, what is to be mended, and the days of its cycle."""
    lines = [f"{made.folder}: made from {made.last}, {plural(len(made.files), 'file')}"]
    lines += [f"  {name}" for name in made.files]
    if made.log.added:
        lines.append(f"New in the action log: {join(made.log.added)}.")
    if made.log.left_out:
        lines.append(f"Closed and shown, so left out of it: {join(made.log.left_out)}.")
    lines += [f"{finding.severity.value}: {finding}" for finding in made.findings]
    board = made.folder.name
    return "\n".join(
        [
            *lines,
            "",
            *round_lines(made.round),
            "",
            "What is to be done next:",
            "  Put the new figures into metrics/, and write the minutes into minutes.md.",
            "  Go through agenda.toml: its items are those of the last meeting, without papers and asks.",
            f"  Ask the leads: boardpack commission {board}",
            f"  Look at the pack at any time: boardpack build {board}",
        ]
    )
