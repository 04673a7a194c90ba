"""The command of the analyst who has the tables of a statutory return."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

import click

from boardpack.cli.group import DAY, EXIT_FINDINGS, as_json_text, json_option, main

_FIRST_YEAR = 1990
"""Before the first return of its kind."""


def _period_end(_ctx: click.Context, _param: click.Parameter, value: datetime) -> date:
    if value.year < _FIRST_YEAR:
        raise click.BadParameter("there was no return in that year.")
    return value.date()


@main.group()
def metrics() -> None:
    """Compute measures from the tables of a statutory return."""


@metrics.command("903")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--period-end",
    type=DAY,
    required=True,
    callback=_period_end,
    help="The last day of the period; it begins on the 1 April before.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the figures into this CSV, in the form of the metrics folder.",
)
@json_option
def metrics_903(folder: Path, period_end: date, out: Path | None, *, as_json: bool) -> NoReturn:
    """Compute the indicators of children looked after from the SSDA903 tables in a folder.

    The tables are CSV files, told apart by their headings. Nothing of a child's record is ever
    shown. Exits with 1 where a finding is an error.
    """
    from boardpack.deliver.file import replace_file
    from boardpack.findings import Severity
    from boardpack.ssda903 import compute
    from boardpack.ssda903_report import computed_csv, computed_json, computed_text, written_text

    made = compute(folder, period_end)
    if out:
        replace_file(out, computed_csv(made).encode())
    if as_json:
        click.echo(as_json_text(computed_json(made)))
    else:
        from boardpack.report import findings_text

        shown = written_text(made, str(out)) if out else computed_text(made)
        click.echo(f"{shown}\n\n{findings_text(made.findings)}")
    sys.exit(EXIT_FINDINGS if any(f.severity is Severity.ERROR for f in made.findings) else 0)
