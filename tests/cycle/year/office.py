"""Returns saved by LibreOffice in other formats: a whole round in one start of the program."""

import shutil
import subprocess
from pathlib import Path

_FILTERS = {"csv": "csv:Text - txt - csv (StarCalc):44,34,76"}
"""Commas, quotation marks, UTF-8."""


def office() -> str | None:
    """The program, where it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def converted(files: dict[str, bytes], ending: str, folder: Path) -> dict[str, bytes]:
    """Each file as LibreOffice saves it with this ending, by its new name."""
    program = office()
    assert program is not None
    source, out = folder / f"to-{ending}", folder / ending
    source.mkdir(parents=True)
    for name, data in files.items():
        (source / name).write_bytes(data)
    subprocess.run(
        [program, f"-env:UserInstallation=file://{folder.resolve()}/profile", "--headless", "--convert-to",
         _FILTERS.get(ending, ending), "--outdir", str(out), *(str(source / name) for name in files)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    made = {path.name: path.read_bytes() for path in sorted(out.iterdir())}
    assert len(made) == len(files), "LibreOffice did not save every file"
    return made
