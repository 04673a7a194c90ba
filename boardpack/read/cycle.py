"""What the cycle of a meeting remembers: what was asked of whom, and what came back."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from boardpack.errors import UnreadableCycle
from boardpack.model.cycle import Change, Commission
from boardpack.read.record import read_record

FOLDER = "cycle"
COMMISSIONED, COLLECTED, RETURNS = "commissioned.json", "collected.json", "returns"
RETURNED = "returned.json"
"""The leads of whom `boardpack collect` read a return, whatever the file was called."""
_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class Asking:
    """One round of asking: what was asked, what came back, and in which files.

    `files` are the names of the files that were saved, for a return without a change leaves
    nothing else behind. `leads` are those whose returns were read, by whatever name of the file.
    """

    commissions: tuple[Commission, ...] = ()
    changes: tuple[Change, ...] = ()
    files: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()


def read_commissioned(cycle: Path) -> tuple[Commission, ...]:
    """The rounds of asking in a meeting's folder `cycle`, oldest first; none where nobody was asked."""
    return _listed(cycle / COMMISSIONED, tuple[Commission, ...], "boardpack commission")


def read_asking(folder: Path) -> Asking:
    """The round of asking of a meeting; one with nothing in it where no lead was asked."""
    returns = folder / RETURNS
    files = sorted(path.name for path in returns.rglob("*")) if returns.is_dir() else []
    return Asking(
        read_commissioned(folder / FOLDER),
        _listed(folder / FOLDER / COLLECTED, tuple[Change, ...], "boardpack collect"),
        tuple(files),
        read_returned(folder / FOLDER),
    )


def read_returned(cycle: Path) -> tuple[str, ...]:
    """The leads who sent something back."""
    return _listed(cycle / RETURNED, tuple[str, ...], "boardpack collect")


def _listed(path: Path, kind: type[tuple[_Kind, ...]], command: str) -> tuple[_Kind, ...]:
    """The list of a file; an empty one where the file is not there."""
    return read_record(path, kind, UnreadableCycle(path, command)) if path.is_file() else ()
