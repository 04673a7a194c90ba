"""Puts one finished file into place, whole or not at all."""

import glob
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from boardpack.errors import OutputError

_RANDOM = "[a-z0-9_]" * 8
"""What `tempfile` puts behind the name of a file that is being written."""


def replace_file(target: Path, data: bytes) -> None:
    """The file holds these bytes. Where that fails, it is as it was before.

    What a run that was killed left of the same file, half-written beside it, goes.
    """
    fresh: str | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for left in target.parent.glob(f".{glob.escape(target.name)}-{_RANDOM}"):
            with suppress(OSError):
                left.unlink()
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
