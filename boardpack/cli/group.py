"""What the commands share: the group that they belong to, its options, how they print."""

import gc
import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from boardpack import __version__
from boardpack.errors import BoardpackError

INPUTS = click.Path(file_okay=False, path_type=Path)
EXIT_FINDINGS = 1
_SELDOM = 200_000


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
    # A command makes many small things and ends; looking for cycles among them takes a third of its time.
    gc.set_threshold(_SELDOM)


inputs_option = click.option(
    "--inputs",
    type=INPUTS,
    default=Path("inputs"),
    show_default=True,
    help="The folder of the meetings.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def as_day(_ctx: click.Context, _param: click.Parameter, value: datetime | None) -> date | None:
    """The day of an option of the type DAY, as its callback."""
    return value.date() if value else None


DAY = click.DateTime(["%Y-%m-%d"])


def _or_today(_ctx: click.Context, _param: click.Parameter, value: datetime | None) -> date:
    return value.date() if value else date.today()  # noqa: DTZ011 - the day at the manager's desk


def today_option(what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option `--today`, whose value is a day in any case: `what` says the day of what."""
    return click.option("--today", type=DAY, callback=_or_today, help=f"{what}  [default: today]")


def as_json_text(content: object) -> str:
    """JSON as every command prints it: with line breaks for people, without them for programs."""
    return json.dumps(content, indent=2 if sys.stdout.isatty() else None, ensure_ascii=False)


def progress() -> Any:
    """Tells the stages on standard error, and only to a terminal."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda stage: click.echo(f"{stage} ...", err=True)
