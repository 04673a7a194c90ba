"""The command line: parses, calls, prints, exits. A module for each user's commands."""

from boardpack.cli import (
    collect,
    commission,
    cycle,
    indicators,
    issue,
    pack,
    send,
    spc,
    template,
    trace,
)
from boardpack.cli.group import main

COMMANDS = (collect, commission, cycle, indicators, issue, pack, send, spc, template, trace)
"""Importing these adds their commands; naming them here keeps them from being left out."""

__all__ = ["main"]
