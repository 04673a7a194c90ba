"""The command that asks the leads: commission."""

from datetime import date
from pathlib import Path

import click

from boardpack.cli.group import DAY, as_day, as_json_text, inputs_option, json_option, main
from boardpack.cli.pack import outputs_option, templates_option


@main.command()
@click.argument("board", required=False)
@inputs_option
@outputs_option
@templates_option
@click.option(
    "--today", type=DAY, callback=as_day, help="The day to be recorded, if it is not today."
)
@json_option
def commission(
    board: str | None,
    inputs: Path,
    outputs: Path,
    templates: Path,
    today: date | None,
    *,
    as_json: bool,
) -> None:
    """Make a workbook and an e-mail draft for each lead, who is asked for updates to the plan.

    What was asked is recorded in the folder cycle of the meeting's inputs.
    """
    from boardpack.cycle.commission.report import commissioned_json, commissioned_text
    from boardpack.cycle.commission.run import commission

    day = today or date.today()  # noqa: DTZ011 - the day on the manager's own calendar
    made = commission(inputs, outputs, templates, board, day)
    click.echo(as_json_text(commissioned_json(made)) if as_json else commissioned_text(made))
