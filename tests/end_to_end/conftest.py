"""The program as its users run it: started from a shell, on the sample, once for all tests."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.tools import text_of

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
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@dataclass(frozen=True, slots=True)
class Builds:
    """Two builds of the sample with all their formats, at another place, in another zone and order."""

    first: Ran
    second: Ran
    folder: Path
    again: Path


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    """Both builds, side by side, and once for all workers of a test run."""
    top = tmp_path_factory.getbasetemp()
    shared = (top.parent if os.environ.get("PYTEST_XDIST_WORKER") else top) / "builds"
    try:
        shared.mkdir()
    except FileExistsError:
        _wait_for(shared / "second.json")
    else:
        with ThreadPoolExecutor() as pool:
            first = pool.submit(run, "build", "--outputs", shared / "first")
            away = {"seed": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
            second = pool.submit(run, "build", NEWEST, "--outputs", shared / "second", **away)
        for name, ran in (("first", first.result()), ("second", second.result())):
            written = shared / f"{name}.part"
            written.write_text(json.dumps(astuple(ran)))
            written.rename(shared / f"{name}.json")
    return Builds(
        _told(shared / "first.json"),
        _told(shared / "second.json"),
        shared / "first" / NEWEST,
        shared / "second" / NEWEST,
    )


def _told(path: Path) -> Ran:
    return Ran(*json.loads(path.read_text()))


def _wait_for(path: Path) -> None:
    for _ in range(1200):
        if path.exists():
            return
        time.sleep(0.1)
    pytest.fail("the builds in the other worker did not end")


@pytest.fixture(scope="session")
def built(builds: Builds) -> Path:
    """The folder of the sample's newest meeting with everything in it."""
    assert (builds.first.code, builds.first.err) == (0, "")
    return builds.folder


@pytest.fixture(scope="session")
def pdf_pages(built: Path) -> tuple[str, ...]:
    """The words of the PDF, a text a page."""
    return tuple(text_of(built / "pack.pdf", "-raw").split("\f"))


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
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text)
