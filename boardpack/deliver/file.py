"""Puts one finished file into place, whole or not at all."""

import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

from boardpack.errors import OutputError

_LEFT = re.compile(r"\..+\.(xlsx|xlsm|json|csv)-[a-z0-9_]{8}")
"""What `replace_file` calls a file until it is whole."""


def replace_file(target: Path, data: bytes) -> None:
    """The file holds these bytes. Where that fails, it is as it was before."""
    fresh: str | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).chmod(0o644)
        Path(fresh).replace(target)
    except OSError as fault:
        if fresh:
            with suppress(OSError):
                Path(fresh).unlink()
        raise OutputError(target, f"the file cannot be written ({fault.strerror}).") from None


def clear_leftovers(*folders: Path) -> None:
    """Remove what a run that was killed left of the files that it was writing."""
    for folder in folders:
        for path in folder.glob(".*-*") if folder.is_dir() else ():
            if _LEFT.fullmatch(path.name) and path.is_file():
                with suppress(OSError):
                    path.unlink()
