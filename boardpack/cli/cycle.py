"""The commands around a meeting: its dates, the next meeting's folder, reminders."""

from datetime import date
from pathlib import Path

import click

from boardpack.cli.group import (
    DAY,
    as_day,
    as_json_text,
    inputs_option,
    json_option,
    main,
    today_option,
)
from boardpack.cli.pack import outputs_option, templates_option


@main.command()
@click.argument("board", required=False)
@inputs_option
@click.option(
    "--ics",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the dates as a calendar file, which Outlook imports.",
)
@click.option(
    "--meetings",
    type=click.IntRange(0, 52),
    default=4,
    show_default=True,
    help="How many meetings after this one.",
)
@json_option
def cycle(
    board: str | None, inputs: Path, ics: Path | None, meetings: int, *, as_json: bool
) -> None:
    """Tell by which days leads are asked, updates are back, the chair is briefed, the pack goes out.

    BOARD is a meeting's date, which need not have a folder yet. Without it, the newest meeting.
    """
    from boardpack.cycle.dates import diary, diary_json, diary_text
    from boardpack.deliver.file import replace_file

    told = diary(inputs, board, meetings)
    if ics is not None:
        replace_file(ics, told.calendar)
    click.echo(as_json_text(diary_json(told.rounds)) if as_json else diary_text(told.rounds))
    if ics is not None and not as_json:
        click.echo(f"\n{ics}: the dates as a calendar. Open it in Outlook to take them over.")


@main.command()
@click.argument("meeting", metavar="DATE", type=DAY, callback=as_day)
@inputs_option
@click.option("--from", "source", help="The meeting to begin from.  [default: the one before it]")
@json_option
def new(meeting: date, inputs: Path, source: str | None, *, as_json: bool) -> None:
    """Make the next meeting's folder from the last: plan, agenda, measures and open actions.

    DATE is the day of the next meeting. A folder that is there is left as it is.
    """
    from boardpack.cycle.new.meeting import make_meeting
    from boardpack.cycle.new.report import new_text

    made = make_meeting(inputs, meeting, source)
    click.echo(as_json_text(made.as_json()) if as_json else new_text(made))


@main.command()
@click.argument("board", required=False)
@inputs_option
@outputs_option
@templates_option
@today_option("The day on which they go out.")
@json_option
def remind(
    board: str | None,
    inputs: Path,
    outputs: Path,
    templates: Path,
    today: date,
    *,
    as_json: bool,
) -> None:
    """Draft a reminder to each lead who was asked and has not answered; nothing is sent.

    BOARD is the meeting's date. Without it, the newest meeting in the inputs.
    """
    from boardpack.cycle.remind.run import remind as make_reminders
    from boardpack.cycle.remind.run import remind_text

    made = make_reminders(inputs, outputs, templates, board, today)
    click.echo(as_json_text(made.as_json()) if as_json else remind_text(made))
