"""The README and the pages in docs/ name only what exists, and their commands work as shown."""

import re
import shlex
from pathlib import Path

import click
import pytest

from boardpack.cli import main

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("outputs/*.md")])
COMMANDS = [
    (page, line.strip())
    for page in PAGES
    for line in page.read_text(encoding="utf-8").splitlines()
    if re.match(r" {4}(?:make|\.venv/bin/boardpack) ", line)
]
NOT_YET = re.compile(r"inputs/20(?:2[6-9]|[3-9]\d)-|<")
"""Folders that the reader is told to make, and placeholders."""


def test_there_are_pages_and_commands_to_look_at() -> None:
    assert {page.name for page in PAGES} >= {"README.md", "CHANGELOG.md", "architecture.md"}
    assert len(COMMANDS) >= 8


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = [
        *re.findall(r"`([\w.-]+/[\w./-]*)`", text),
        *re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text),
    ]
    in_outputs = {"mail/pack.eml", "outputs/"}
    missing = [
        path
        for path in named
        if not NOT_YET.search(path)
        and not re.fullmatch(r"[\d/]+", path)  # a date or a year
        and path not in in_outputs
        and not (ROOT / path).exists()
        and not any(ROOT.glob(f"inputs/*/{path}"))
    ]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    targets = re.findall(
        r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    named = re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8"))
    assert set(named) <= set(targets)


@pytest.mark.parametrize(("page", "line"), COMMANDS, ids=lambda value: str(value)[-60:])
def test_every_command_that_a_page_shows_can_be_typed(page: Path, line: str) -> None:
    words = shlex.split(line)
    if words[0] == "make":
        assert words[1] in (ROOT / "Makefile").read_text(encoding="utf-8")
        return
    command = main.get_command(click.Context(main), words[1])
    assert command is not None, f"{page.name}: boardpack {words[1]} does not exist"
    rest = words[2:]
    while isinstance(command, click.Group):
        command = command.commands[rest.pop(0)]
    with command.make_context(words[1], rest) as context:
        assert context.params
    for word in words[2:]:
        if "/" in word and not word.startswith(
            "outputs/"
        ):  # what a command makes is not there before
            assert (ROOT / word).exists(), word


def test_the_exit_codes_of_the_readme_are_those_of_the_errors() -> None:
    from boardpack import errors

    codes = {
        kind.exit_code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.BoardpackError)
    }
    table = re.findall(
        r"^\| (\d) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert {0, 1, *codes} == {int(code) for code in table}
