"""The program as its users run it: started from a shell, on the sample, once for all tests."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
INPUTS, TEMPLATES = ROOT / "inputs", ROOT / "templates"
NEWEST = "2019-08-14"
START = "import sys; from boardpack.cli import main; sys.argv[0] = 'boardpack'; main()"


@dataclass(frozen=True, slots=True)
class Ran:
    """How the program ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


def run(*words: object, seed: str = "0", **environment: str) -> Ran:
    """`boardpack` with these words, from the top folder of the project."""
    ended = subprocess.run(
        [sys.executable, "-c", START, *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
    )
    return Ran(ended.returncode, ended.stdout, ended.stderr)


def files_of(folder: Path) -> Mapping[str, bytes]:
    """Every file below a folder by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample's newest meeting, its PDF and its web page made."""
    outputs = tmp_path_factory.mktemp("built")
    ran = run("build", "--outputs", outputs, "--formats", "pdf,html")
    assert (ran.code, ran.err) == (0, "")
    return outputs / NEWEST


@pytest.fixture(scope="session")
def pdf_pages(built: Path) -> tuple[str, ...]:
    """The words of the PDF, a text a page."""
    if shutil.which("pdftotext") is None:
        wanted = "pdftotext (in poppler-utils) is not installed, and the pages of the PDF cannot be read"
        if os.environ.get("CI"):
            pytest.fail(wanted)
        pytest.skip(wanted)
    shown = subprocess.run(
        ["pdftotext", "-raw", built / "pack.pdf", "-"], capture_output=True, encoding="utf-8", check=True
    )
    return tuple(shown.stdout.split("\f"))


class _Words(HTMLParser):
    """Collects what a web page says, without its styles and scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._silent += tag in {"style", "script", "svg"}

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"style", "script", "svg"}

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data)


@pytest.fixture(scope="session")
def page_words(built: Path) -> str:
    """The words of the web page, a space between any two."""
    parser = _Words()
    parser.feed((built / "pack.html").read_text(encoding="utf-8"))
    return f" {' '.join(words(' '.join(parser.said)))} "


def words(text: str) -> list[str]:
    """The words and figures of a text, without stops."""
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text)  # noqa: RUF001
