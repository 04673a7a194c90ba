"""The commands of the person who makes the slide template: new, names, check."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from boardpack.cli.group import EXIT_FINDINGS, INPUTS, as_json_text, json_option, main

if TYPE_CHECKING:
    from boardpack.analysis.overview import Overview

_USUAL = Path("inputs")

meeting_option = click.option(
    "--inputs",
    type=INPUTS,
    help="The folder of the meetings.  [default: inputs, where it has a meeting]",
)


@main.group()
def template() -> None:
    """Help with the slide template: what it may name, and what is wrong in it."""


@template.command()
@click.argument("deck", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    help="Your council's own template, .pptx or .potx, whose layouts the slides are made on.",
)
@meeting_option
def new(deck: Path, source: Path | None, inputs: Path | None) -> None:
    """Make a start: a slide template with all slides and tags of the standard deck.

    DECK is the PowerPoint file to write; one that is there is not overwritten. Layouts are chosen
    as [slides.layouts] in board.toml says, else as they suit.
    """
    from boardpack.template_making import make_template

    click.echo(f"{make_template(deck, source, inputs or _USUAL)}: the standard deck with its tags")


@template.command()
@click.argument("board", required=False)
@meeting_option
@json_option
def names(board: str | None, inputs: Path | None, *, as_json: bool) -> None:
    """List everything that a slide template may name, with examples from a meeting.

    BOARD is the meeting's date. Without it, the newest meeting in the inputs; without any inputs,
    no examples.
    """
    from boardpack.template_names import names_json, names_of, names_text

    listed = names_of(_meeting(inputs, board))
    click.echo(as_json_text(names_json(listed)) if as_json else names_text(listed))


@template.command()
@click.argument("deck", type=click.Path(path_type=Path))
@click.argument("board", required=False)
@meeting_option
@json_option
def check(deck: Path, board: str | None, inputs: Path | None, *, as_json: bool) -> NoReturn:
    """Tell every fault of a slide template at once, and write nothing.

    DECK is a PowerPoint file. It is filled for BOARD, a meeting's date, or for the newest meeting;
    without any inputs it is checked by itself. Exits with 1 where a finding is an error.
    """
    from boardpack.deckcheck.check import check as checked_deck
    from boardpack.findings import Severity
    from boardpack.template_report import check_json, check_text

    checked = checked_deck(deck, _meeting(inputs, board))
    click.echo(as_json_text(check_json(checked)) if as_json else check_text(checked))
    sys.exit(EXIT_FINDINGS if any(f.severity is Severity.ERROR for f in checked.findings) else 0)


def _meeting(inputs: Path | None, board: str | None) -> "Overview | None":
    """The meeting that was asked for, else the newest one, else nothing where there is none."""
    from boardpack.pipeline import examine, has_meetings

    if inputs is None and board is None and not has_meetings(_USUAL):
        return None
    return examine(inputs or _USUAL, board)
