"""The commands of the project manager: build, brief, check, read."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from boardpack.cli.group import (
    DAY,
    EXIT_FINDINGS,
    INPUTS,
    as_day,
    as_json_text,
    inputs_option,
    json_option,
    main,
    progress,
)

if TYPE_CHECKING:
    from boardpack.model.board import Secret

PACK_PASSWORD = "BOARDPACK_PASSWORD"  # noqa: S105 - the name of a variable
SHORTEST_PASSWORD = 8

outputs_option = click.option(
    "--outputs",
    type=INPUTS,
    default=Path("outputs"),
    show_default=True,
    help="Where the pack goes.",
)
protect_option = click.option(
    "--protect",
    is_flag=True,
    help=f"Lock the PDFs with the password in {PACK_PASSWORD}.",
)
templates_option = click.option(
    "--templates",
    type=INPUTS,
    default=Path("templates"),
    show_default=True,
    help="The council's templates.",
)
audience_option = click.option(
    "--audience",
    type=click.Choice(["members", "public"]),
    default="members",
    show_default=True,
    help="Who it is for: the public sees no small numbers and no exempt papers.",
)


@main.command()
@click.argument("board", required=False)
@inputs_option
@outputs_option
@templates_option
@click.option(
    "--formats",
    default="pdf,html,slides,highlight,brief,mail",
    show_default=True,
    help="Which files to make.",
)
@audience_option
@protect_option
@json_option
def build(
    board: str | None,
    inputs: Path,
    outputs: Path,
    templates: Path,
    formats: str,
    audience: str,
    *,
    protect: bool,
    as_json: bool,
) -> None:
    """Make the pack, deck, web page, highlight report, chair's briefing and e-mail draft of a meeting.

    BOARD is the meeting's date, such as 2026-12-09. Without it, the newest meeting in the inputs.
    """
    from boardpack.model.metrics import Audience
    from boardpack.pipeline import Request, build
    from boardpack.report import build_summary

    chosen = tuple(name.strip() for name in formats.split(",") if name.strip())
    secret = password() if protect else None
    request = Request(inputs, outputs, templates, board, chosen, Audience(audience), secret)
    made = build(request, progress())
    if as_json:
        click.echo((made.folder / "build.json").read_text(encoding="utf-8"), nl=False)
    else:
        click.echo(build_summary(made))
        if protect and (
            open_ := [o.name for o in made.outputs if o.name.endswith(("html", "pptx"))]
        ):
            click.echo(f"Not locked, for they cannot be: {', '.join(open_)}.")


@main.command()
@click.argument("board", required=False)
@inputs_option
@outputs_option
@templates_option
@protect_option
@json_option
def brief(
    board: str | None,
    inputs: Path,
    outputs: Path,
    templates: Path,
    *,
    protect: bool,
    as_json: bool,
) -> None:
    """Make the chair's briefing alone, and leave the meeting's other files as they are."""
    from boardpack.pipeline import Request, brief
    from boardpack.report import brief_json, brief_text

    secret = password() if protect else None
    made = brief(Request(inputs, outputs, templates, board, password=secret), progress())
    click.echo(as_json_text(brief_json(made)) if as_json else brief_text(made))


def password() -> "Secret":
    """The password from the environment, so that it is in no file and no list of commands."""
    from boardpack.errors import NoPassword
    from boardpack.model.board import Secret

    given = os.environ.get(PACK_PASSWORD, "")
    if len(given) < SHORTEST_PASSWORD:
        raise NoPassword(PACK_PASSWORD, SHORTEST_PASSWORD)
    return Secret(given)


@main.command()
@click.argument("board", required=False)
@inputs_option
@json_option
def check(board: str | None, inputs: Path, *, as_json: bool) -> NoReturn:
    """Read and question a meeting's inputs, and write nothing.

    Exits with 1 where a finding is an error.
    """
    from boardpack.findings import Severity
    from boardpack.pipeline import examine
    from boardpack.report import check_json, check_text

    seen = examine(inputs, board)
    click.echo(as_json_text(check_json(seen)) if as_json else check_text(seen))
    sys.exit(EXIT_FINDINGS if any(f.severity is Severity.ERROR for f in seen.findings) else 0)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--board-date", type=DAY, callback=as_day, help="Ask the questions of a board on this day."
)
@click.option(
    "--previous-board-date", type=DAY, callback=as_day, help="Ask what is stale since then."
)
@click.option(
    "--next-board-date",
    type=DAY,
    callback=as_day,
    help="The board after it: six weeks later if not told.",
)
@json_option
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
    from boardpack.single import read_one_file

    found = read_one_file(file, board_date, previous_board_date, next_board_date)
    if isinstance(found, tuple):
        click.echo(as_json_text(workbook_json(*found)) if as_json else workbook_text(*found))
    else:
        click.echo(as_json_text(csv_json(file, found)) if as_json else csv_text(file, found))
