"""`python -m tests.cycle.year.kill TOP BOARD DAY`: ends collect at each of its writes, one after the
other, and prints what differs from the undisturbed run once it was run again."""

import contextlib
import io
import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

from boardpack.cli import main
from tests.cycle.year.simulation import files_of

_EVENTS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_MOST = 500
_fsync = os.fsync


class _Axe:
    """Ends this process at its nth write below a folder; 0 ends it never, and counts."""

    def __init__(self, folder: Path, at: int) -> None:
        self.folder, self.at, self.seen = str(folder), at, 0

    def strike(self) -> None:
        self.seen += 1
        if self.seen == self.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def hook(self, event: str, words: tuple[Any, ...]) -> None:
        if event == "open":
            writes = isinstance(words[2], int) and words[2] & _WRITING
        else:
            writes = event in _EVENTS
        if (
            writes
            and isinstance(words[0], str | os.PathLike)
            and self.folder in os.fspath(words[0])
        ):
            self.strike()

    def fsync(self, file: int) -> None:
        """A power cut: half of what was written never reached the disk."""
        if self.seen + 1 == self.at:
            with contextlib.suppress(OSError):
                os.ftruncate(file, os.fstat(file).st_size // 2)
        self.strike()
        _fsync(file)


def _collect(top: Path, board: str, day: str, at: int) -> bool:
    """Collecting in a process of its own; whether it came to its end."""
    child = os.fork()
    if child == 0:
        axe = _Axe(top / "inputs", at)
        sys.addaudithook(axe.hook)
        os.fsync = axe.fsync  # type: ignore[assignment]
        with contextlib.redirect_stdout(io.StringIO()):
            try:
                main(["collect", board, "--inputs", str(top / "inputs"), "--today", day])
            except SystemExit as ended:
                os._exit(0 if ended.code in {0, 1, None} else 3)
            os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return False
    if os.WEXITSTATUS(status) != 0:
        raise SystemExit(f"collect ended with {os.WEXITSTATUS(status)} at write {at}")
    return True


def killed(top: Path, board: str, day: str) -> dict[str, Any]:
    """How many writes there are, and after which of them a second run did not put all right."""
    calm = top / "calm"
    shutil.copytree(top / "inputs", calm / "inputs")
    _collect(calm, board, day, 0)
    expected = files_of(calm / "inputs")
    begun = files_of(top / "inputs")
    wrong: list[Any] = []
    torn: list[int] = []
    litter: list[str] = []
    for at in range(1, _MOST):
        run = top / "run"
        shutil.copytree(top / "inputs", run / "inputs")
        ended = _collect(run, board, day, at)
        plan = files_of(run / "inputs")[f"{board}/plan.xlsx"]
        if plan not in {begun[f"{board}/plan.xlsx"], expected[f"{board}/plan.xlsx"]}:
            torn.append(at)
        _collect(run, board, day, 0)
        found = files_of(run / "inputs")
        left = {name for name in found if Path(name).name.startswith(".")}
        litter += left
        found = {name: data for name, data in found.items() if name not in left}
        if found != expected:
            names = {
                name for name in found.keys() | expected if found.get(name) != expected.get(name)
            }
            wrong.append([at, sorted(names)])
        shutil.rmtree(run)
        if ended:
            return {
                "writes": at - 1,
                "wrong": wrong,
                "torn": torn,
                "litter": litter,
                "changed": expected != begun,
            }
    raise SystemExit("collect does not come to an end")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(killed(Path(sys.argv[1]), sys.argv[2], sys.argv[3])))
