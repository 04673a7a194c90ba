"""Puts a folder of finished files into place, whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from boardpack.errors import OutputError


def replace_folder(target: Path, files: Mapping[str, bytes], keep: Iterable[str] = ()) -> None:
    """The folder holds these files and no others. Where that fails, it is as it was before.

    What other commands put into the folders inside it that are named by `keep` stays.

    The files are written beside the folder and put in its place by renaming, so that nobody sees
    half a pack. Names may have folders in them, such as `mail/pack.eml`.
    """
    with _fresh(target) as fresh:
        try:
            for name, data in files.items():
                _write(fresh / name, data)
            for name in keep:
                if (target / name).is_dir():
                    shutil.copytree(target / name, fresh / name, dirs_exist_ok=True)
            fresh.chmod(0o755)
            _swap(fresh, target)
        except OSError as fault:
            why = f"the pack could not be put in place ({fault.strerror}). The last one is untouched. "
            raise OutputError(
                target, why + "Close its files in other programs and build again."
            ) from None


def new_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """A folder that was not there holds these files. Where that fails, it is not there."""
    with _fresh(target) as fresh:
        try:
            for name, data in files.items():
                _write(fresh / name, data)
            fresh.chmod(0o755)
            # Renaming onto a folder that came in between fails, so that nothing in it is lost.
            fresh.rename(target)
        except OSError as fault:
            raise OutputError(target, f"the folder cannot be made ({fault.strerror}).") from None


@contextmanager
def _fresh(target: Path) -> Iterator[Path]:
    """An empty folder beside the target, which is gone afterwards unless it was renamed."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as fault:
        raise OutputError(target, f"the folder cannot be written ({fault.strerror}).") from None
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _swap(fresh: Path, target: Path) -> None:
    """Puts the new folder where the old one was; the old one comes back if that fails."""
    if not target.exists():
        fresh.rename(target)
        return
    aside = fresh.with_name(fresh.name + "-old")
    target.rename(aside)
    try:
        fresh.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)
