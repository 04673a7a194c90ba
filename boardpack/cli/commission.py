"""The command that asks the leads: commission."""

from datetime import date
from pathlib import Path

import click

from boardpack.cli.group import as_json_text, inputs_option, json_option, main, today_option
from boardpack.cli.pack import outputs_option, templates_option


@main.command()
@click.argument("board", required=False)
@inputs_option
@outputs_option
@templates_option
@today_option("The day to be recorded.")
@json_option
def commission(
    board: str | None,
    inputs: Path,
    outputs: Path,
    templates: Path,
    today: date,
    *,
    as_json: bool,
) -> None:
    """Make a workbook and an e-mail draft for each lead, who is asked for updates to the plan.

    What was asked is recorded in the folder cycle of the meeting's inputs.
    """
    from boardpack.cycle.commission.report import commissioned_json, commissioned_text
    from boardpack.cycle.commission.run import commission

    made = commission(inputs, outputs, templates, board, today)
    click.echo(as_json_text(commissioned_json(made)) if as_json else commissioned_text(made))
