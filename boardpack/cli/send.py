"""The command that e-mails a pack."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from boardpack.cli.group import (
    DAY,
    EXIT_FINDINGS,
    as_day,
    as_json_text,
    inputs_option,
    json_option,
    main,
    progress,
)
from boardpack.cli.pack import outputs_option, templates_option

USER, PASSWORD = "BOARDPACK_SMTP_USER", "BOARDPACK_SMTP_PASSWORD"


@main.command()
@click.argument("board", required=False)
@inputs_option
@outputs_option
@templates_option
@click.option(
    "--audience",
    type=click.Choice(["members", "public"]),
    help="Refuse a list that is not for them.  [default: whom the list is for]",
)
@click.option("--list", "list_", help="A list of board.toml.  [default: that of [mail]]")
@click.option("--yes", is_flag=True, help="Send. Without it, only tell what would be sent.")
@click.option("--drafts", is_flag=True, help="Write drafts for a mail program, and send nothing.")
@click.option("--check-connection", is_flag=True, help="Try the mail server, and send nothing.")
@click.option(
    "--again",
    multiple=True,
    metavar="ADDRESS",
    help="Send it to this address once more, or to all.",
)
@click.option(
    "--arrived", multiple=True, metavar="ADDRESS", help="This address, or all, has it after all."
)
@click.option("--today", type=DAY, callback=as_day, help="The day of sending, if not today.")
@json_option
def send(
    board: str | None,
    inputs: Path,
    outputs: Path,
    templates: Path,
    audience: str | None,
    list_: str | None,
    again: tuple[str, ...],
    arrived: tuple[str, ...],
    today: date | None,
    *,
    yes: bool,
    drafts: bool,
    check_connection: bool,
    as_json: bool,
) -> NoReturn:
    """E-mail the pack that was built, or write drafts of the e-mails.

    Tells to whom what would go, and sends with --yes. Who has it already is not sent it again. Exits
    with 1 where, after sending, somebody on the list does not have it.
    """
    from boardpack.cycle.send.prepare import Asked, prepare
    from boardpack.cycle.send.report import done_json, done_text
    from boardpack.cycle.send.run import rehearse, write_drafts
    from boardpack.cycle.send.run import send as send_now
    from boardpack.cycle.send.server import sign_in
    from boardpack.errors import NotTogether
    from boardpack.model.metrics import Audience
    from boardpack.pipeline import Request

    if yes and drafts:
        raise NotTogether("--yes", "--drafts", "drafts are sent by you")
    if set(again) & set(arrived):
        raise NotTogether("--again", "--arrived", "an address has the e-mail or has it not")
    asked = Asked(
        Request(inputs, outputs, templates, board),
        list_,
        Audience(audience) if audience else None,
        again,
        arrived,
        today,
        None if drafts else sign_in(os.environ.get(USER, ""), os.environ.get(PASSWORD, "")),
    )
    ready = prepare(asked, progress())
    if yes:
        done = send_now(asked, ready, progress())
    elif drafts:
        done = write_drafts(ready)
    else:
        done = rehearse(asked, ready, check_connection=check_connection)
    click.echo(as_json_text(done_json(done)) if as_json else done_text(done))
    sys.exit(0 if done.rehearsal or done.is_complete else EXIT_FINDINGS)
