"""The command of everyone who doubts a figure."""

import sys
from pathlib import Path

import click

from boardpack.cli.group import as_json_text, inputs_option, json_option, main

EXIT_UNKNOWN = 2


@main.command()
@click.argument("figure")
@click.argument("board", required=False)
@click.option("--area", help="Only the figures of this area.")
@click.option(
    "--period", help="Only the figure of this period, as it is written or by its last day."
)
@inputs_option
@json_option
def trace(
    figure: str,
    board: str | None,
    area: str | None,
    period: str | None,
    inputs: Path,
    *,
    as_json: bool,
) -> None:
    """Tell where a figure comes from, and what was done to it.

    FIGURE is a measure, by its short name or its title, or the ref of an action.
    """
    from boardpack.analysis.trace import traces
    from boardpack.pipeline import examine
    from boardpack.report import trace_text

    found = traces(examine(inputs, board), figure, area, period)
    if as_json:
        click.echo(as_json_text({"figures": [one.as_json() for one in found]}))
    elif found:
        click.echo(trace_text(found))
    if not found:
        click.echo(
            f'There is no figure of "{figure}". Give the short name of a measure, or a ref.',
            err=True,
        )
        sys.exit(EXIT_UNKNOWN)
