"""The command for what comes back from the leads: collect."""

from datetime import date
from pathlib import Path

import click

from boardpack.cli.group import (
    EXIT_FINDINGS,
    as_json_text,
    inputs_option,
    json_option,
    main,
    today_option,
)


@main.command()
@click.argument("board", required=False)
@inputs_option
@today_option("The day of collecting.")
@click.option("--dry-run", is_flag=True, help="Tell what would be done, and write nothing.")
@json_option
@click.pass_context
def collect(
    ctx: click.Context,
    board: str | None,
    inputs: Path,
    today: date,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Merge what the leads sent back into a meeting's plan.

    The files are those in the folder returns of the meeting. What cannot be decided is listed in
    cycle/conflicts.csv.
    """
    from boardpack.cycle.collect.collecting import collect as collected
    from boardpack.cycle.collect.report import collected_json, collected_text

    made = collected(inputs, board, today, dry_run=dry_run)
    click.echo(as_json_text(collected_json(made)) if as_json else collected_text(made))
    ctx.exit(EXIT_FINDINGS if made.needs_manager else 0)
