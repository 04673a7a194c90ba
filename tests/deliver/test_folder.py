"""A folder of outputs is replaced whole or not at all."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.deliver.folder import replace_folder
from boardpack.errors import OutputError

OLD = {"pack.pdf": b"old", "mail/pack.eml": b"old letter"}
NEW = {"pack.pdf": b"new", "build.json": b"{}"}


def held(path: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        file.relative_to(path).as_posix(): file.read_bytes()
        for file in path.rglob("*")
        if file.is_file()
    }


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "outputs" / "2019-08-14"


def test_a_folder_is_made_with_all_its_parents(target: Path) -> None:
    replace_folder(target, OLD)
    assert held(target) == OLD
    assert list(target.parent.iterdir()) == [target]


def test_what_was_in_the_folder_is_gone_afterwards(target: Path) -> None:
    replace_folder(target, OLD)
    replace_folder(target, NEW)
    assert held(target) == NEW
    assert list(target.parent.iterdir()) == [target]


def test_others_can_read_the_folder(target: Path) -> None:
    replace_folder(target, NEW)
    assert target.stat().st_mode & 0o777 == 0o755


def test_a_write_that_fails_leaves_the_old_folder_and_nothing_beside_it(target: Path) -> None:
    replace_folder(target, OLD)
    with pytest.raises(OutputError) as refused:
        replace_folder(target, {**NEW, "pack.pdf/inside-a-file": b"x"})
    assert str(refused.value).startswith(f"{target}: the pack could not be put in place (")
    assert "The last one is untouched. Close its files in other programs" in str(refused.value)
    assert refused.value.exit_code == 6
    assert held(target) == OLD
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(
    "failing", [1, 2], ids=["putting the old aside", "putting the new in place"]
)
def test_a_rename_that_fails_brings_the_old_folder_back(
    target: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    replace_folder(target, OLD)
    calls = 0
    rename = Path.rename

    def refuse(path: Path, to: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == failing:
            raise PermissionError(13, "Permission denied")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OutputError, match="Permission denied"):
        replace_folder(target, NEW)
    assert held(target) == OLD
    assert list(target.parent.iterdir()) == [target]


def test_a_build_that_is_broken_off_leaves_the_old_folder(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_folder(target, OLD)

    def broken_off(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", broken_off)
    with pytest.raises(KeyboardInterrupt):
        replace_folder(target, NEW)
    assert held(target) == OLD
    assert list(target.parent.iterdir()) == [target]


def test_a_place_where_no_folder_can_be_made_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "outputs").write_text("a file")
    target = tmp_path / "outputs" / "2019-08-14"
    with pytest.raises(OutputError) as refused:
        replace_folder(target, NEW)
    assert str(refused.value).startswith(f"{target}: the folder cannot be written (")
    assert (tmp_path / "outputs").read_text() == "a file"


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}(/[a-z]{1,4}\.txt)?", fullmatch=True), st.binary(max_size=50)
    )
)
def test_any_files_are_there_afterwards_or_none(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    target = tmp_path_factory.mktemp("out") / "board"
    replace_folder(target, OLD)
    try:
        replace_folder(target, files)
    except OutputError:
        assert held(target) == OLD
    else:
        assert held(target) == files
    assert list(target.parent.iterdir()) == [target]


def test_the_folders_of_other_commands_stay(target: Path) -> None:
    replace_folder(target, {**OLD, "reminders/a.eml": b"asked", "other/b.txt": b"b"})
    replace_folder(target, NEW, keep=("reminders", "commission"))
    assert held(target) == {**NEW, "reminders/a.eml": b"asked"}
