"""The programs that tests look at files with: found, or skipped aloud; in CI a missing one fails."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def program(*names: str) -> str:
    """The path of the first of these programs that is installed."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is not None:
        return found
    why = f"{names[0]} is not installed; `make test` installs it where it may"
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


def text_of(pdf: Path, *options: str) -> str:
    """The text of a PDF as pdftotext reads it."""
    command = [program("pdftotext"), *options, str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def browser() -> str:
    """A Chromium."""
    return program("chromium", "chromium-browser", "google-chrome")
