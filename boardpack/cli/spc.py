"""The command of the analyst who checks a control chart."""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import NoReturn

import click

from boardpack.cli.group import DAY, EXIT_FINDINGS, as_json_text, json_option, main


def _days(
    _ctx: click.Context, _param: click.Parameter, values: Sequence[datetime]
) -> tuple[date, ...]:
    return tuple(value.date() for value in values)


def _number(_ctx: click.Context, _param: click.Parameter, value: float | None) -> float | None:
    if value is not None and not isfinite(value):
        raise click.BadParameter(f"{value} is not a number that can be reached.")
    return value


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--direction",
    type=click.Choice(["increase", "decrease", "neutral"]),
    default="increase",
    show_default=True,
    help="Which way is better.",
)
@click.option("--target", type=float, callback=_number, help="What the series should reach.")
@click.option(
    "--rebase",
    "rebases",
    type=DAY,
    multiple=True,
    callback=_days,
    help="The first point of new limits; may be given again.",
)
@click.option("--baseline", type=int, help="Limits from the first N points, 12 or more.")
@click.option("--screen", is_flag=True, help="Leave out the largest moving ranges once.")
@click.option(
    "--near",
    type=click.Choice(["nhsr", "mdc"]),
    default="mdc",
    show_default=True,
    help="As the R package NHSRplotthedots has it, or as Making data count.",
)
@click.option(
    "--min-points",
    type=int,
    default=13,
    show_default=True,
    help="The fewest values that have limits.",
)
@json_option
def spc(
    file: Path,
    direction: str,
    target: float | None,
    rebases: tuple[date, ...],
    baseline: int | None,
    near: str,
    min_points: int,
    *,
    screen: bool,
    as_json: bool,
) -> NoReturn:
    """Make the control chart (XmR) of each series of a CSV, as figures.

    FILE has the columns date and value and, for several series, series. Exits with 1 where a
    finding is an error.
    """
    from boardpack.analysis.control.kinds import Direction
    from boardpack.analysis.control.rules import Near, Rules
    from boardpack.findings import Severity
    from boardpack.spc import charts_of
    from boardpack.spc_report import charts_json, charts_text

    rules = Rules(near=Near(near), screen=screen, min_points=min_points, baseline=baseline)
    made = charts_of(file, rules, Direction(direction), target, rebases)
    if as_json:
        click.echo(as_json_text(charts_json(made)))
    else:
        from boardpack.report import findings_text

        click.echo(f"{charts_text(made)}\n\n{findings_text(made.findings)}")
    sys.exit(EXIT_FINDINGS if any(f.severity is Severity.ERROR for f in made.findings) else 0)
