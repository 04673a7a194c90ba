"""The commands for what goes out: issue, supplement."""

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
    progress,
)
from boardpack.cli.pack import audience_option, outputs_option, templates_option


@main.command()
@click.argument("board", required=False)
@inputs_option
@outputs_option
@templates_option
@click.option(
    "--supplement", is_flag=True, help="Record the supplement that was made, not the pack."
)
@click.option(
    "--date", "day", type=DAY, callback=as_day, help="The day on which it goes out, to be kept."
)
@json_option
def issue(
    board: str | None,
    inputs: Path,
    outputs: Path,
    templates: Path,
    day: date | None,
    *,
    supplement: bool,
    as_json: bool,
) -> None:
    """Record that a meeting's pack goes out, so that the next build tells what changed.

    The record is issued.json, in the meeting's folder of inputs.
    """
    from boardpack.issuing import issue, issue_supplement
    from boardpack.issuing_report import issued_json, issued_text
    from boardpack.pipeline import Request

    record = issue_supplement if supplement else issue
    told = day.isoformat() if day else None
    made = record(Request(inputs, outputs, templates, board), told, progress())
    click.echo(as_json_text(issued_json(made)) if as_json else issued_text(made))


@main.command()
@click.argument("board", required=False)
@inputs_option
@outputs_option
@templates_option
@audience_option
@json_option
def supplement(
    board: str | None,
    inputs: Path,
    outputs: Path,
    templates: Path,
    audience: str,
    *,
    as_json: bool,
) -> None:
    """Make a file of the papers that came after the pack was issued, and leave the pack as it is."""
    from boardpack.issuing import supplement
    from boardpack.issuing_report import supplement_json, supplement_text
    from boardpack.model.metrics import Audience
    from boardpack.pipeline import Request

    request = Request(inputs, outputs, templates, board, audience=Audience(audience))
    made = supplement(request, progress())
    click.echo(as_json_text(supplement_json(made)) if as_json else supplement_text(made))
