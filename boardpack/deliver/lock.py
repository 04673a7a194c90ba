"""Keeps two runs from doing the same thing at once."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from boardpack.errors import OutputError


@contextmanager
def locked(path: Path, taken: Exception) -> Iterator[None]:
    """Nobody else holds the lock while the block runs; where somebody does, `taken` is raised.

    The system lets go of it when the program ends, however it ends. The file stays.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as fault:
        raise OutputError(path, f"the file cannot be written ({fault.strerror}).") from None
    try:
        try:
            _take(handle)
        except OSError:
            raise taken from None
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _take(handle: int) -> None:
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _take(handle: int) -> None:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
