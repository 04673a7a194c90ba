"""The sample's newest meeting, analysed once, and its pack."""

import shutil
from pathlib import Path

import pytest

from boardpack.analysis.overview import Overview
from boardpack.document.compose import compose
from boardpack.document.pack import Pack
from boardpack.pipeline import examine

ROOT = Path(__file__).parents[2]
INPUTS, TEMPLATES = ROOT / "inputs", ROOT / "templates"
SOURCES = (("inputs/board.toml", "0123456789abcdef" * 4),)


@pytest.fixture(scope="session")
def sample() -> Overview:
    return examine(INPUTS, "2019-08-14")


@pytest.fixture(scope="session")
def pack(sample: Overview) -> Pack:
    return compose(sample, TEMPLATES, SOURCES)


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """The council's templates, to be edited."""
    return Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
