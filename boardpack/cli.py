"""The command line: parses, calls, prints, exits."""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

import click

from boardpack import __version__
from boardpack.errors import BoardpackError

INPUTS = click.Path(file_okay=False, path_type=Path)
EXIT_FINDINGS = 1


class _Refusing(click.Group):
    """A group whose refused operations end with their sentence and their exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """What the command gives back, or the exit of a refused operation."""
        try:
            return super().invoke(ctx)
        except BoardpackError as refusal:
            click.echo(str(refusal), err=True)
            ctx.exit(refusal.exit_code)


@click.group(cls=_Refusing, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="boardpack")
def main() -> None:
    """Make the pack of a Permanence and Children in Our Care Board."""


_inputs_option = click.option(
    "--inputs",
    type=INPUTS,
    default=Path("inputs"),
    show_default=True,
    help="The folder of the meetings.",
)
_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@main.command()
@click.argument("board", required=False)
@_inputs_option
@click.option(
    "--outputs",
    type=INPUTS,
    default=Path("outputs"),
    show_default=True,
    help="Where the pack goes.",
)
@click.option(
    "--templates",
    type=INPUTS,
    default=Path("templates"),
    show_default=True,
    help="The council's templates.",
)
@click.option(
    "--formats", default="pdf,html,slides,mail", show_default=True, help="Which files to make."
)
@_json_option
def build(
    board: str | None, inputs: Path, outputs: Path, templates: Path, formats: str, *, as_json: bool
) -> None:
    """Make the pack, deck, web page and e-mail draft of a meeting.

    BOARD is the meeting's date, such as 2026-12-09. Without it, the newest meeting in the inputs.
    """
    from boardpack.pipeline import Request, build
    from boardpack.report import build_summary

    chosen = tuple(name.strip() for name in formats.split(",") if name.strip())
    made = build(Request(inputs, outputs, templates, board, chosen), _progress())
    if as_json:
        click.echo((made.folder / "build.json").read_text(encoding="utf-8"), nl=False)
    else:
        click.echo(build_summary(made))


@main.command()
@click.argument("board", required=False)
@_inputs_option
@_json_option
def check(board: str | None, inputs: Path, *, as_json: bool) -> NoReturn:
    """Read and question a meeting's inputs, and write nothing.

    Exits with 1 where a finding is an error.
    """
    from boardpack.findings import Severity
    from boardpack.pipeline import examine
    from boardpack.report import check_json, check_text

    seen = examine(inputs, board)
    click.echo(_json(check_json(seen)) if as_json else check_text(seen))
    sys.exit(EXIT_FINDINGS if any(f.severity is Severity.ERROR for f in seen.findings) else 0)


def _day(_ctx: click.Context, _param: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


_DAY = click.DateTime(["%Y-%m-%d"])


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--board-date", type=_DAY, callback=_day, help="Ask the questions of a board on this day."
)
@click.option(
    "--previous-board-date", type=_DAY, callback=_day, help="Ask what is stale since then."
)
@click.option(
    "--next-board-date",
    type=_DAY,
    callback=_day,
    help="The board after it: six weeks later if not told.",
)
@_json_option
def read(
    file: Path,
    board_date: date | None,
    previous_board_date: date | None,
    next_board_date: date | None,
    *,
    as_json: bool,
) -> None:
    """Show what is understood of a workbook or a CSV, row by row."""
    from boardpack.report import csv_json, csv_text, workbook_json, workbook_text
    from boardpack.single import is_observations, read_one_csv, read_one_workbook

    if is_observations(file):
        observed = read_one_csv(file)
        click.echo(_json(csv_json(file, observed)) if as_json else csv_text(file, observed))
        return
    plan, findings = read_one_workbook(file, board_date, previous_board_date, next_board_date)
    click.echo(_json(workbook_json(plan, findings)) if as_json else workbook_text(plan, findings))


def _json(content: object) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False)


def _progress() -> Any:
    """Tells the stages on standard error, and only to a terminal."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda stage: click.echo(f"{stage} ...", err=True)
