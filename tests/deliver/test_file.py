from pathlib import Path

import pytest

from boardpack.deliver.file import replace_file
from boardpack.errors import OutputError


def test_a_file_is_put_in_place_with_its_folder(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.csv"
    replace_file(target, b"one")
    replace_file(target, b"two")
    assert (target.read_bytes(), [path.name for path in target.parent.iterdir()]) == (
        b"two",
        ["a.csv"],
    )


def test_what_fails_leaves_the_last_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"last")

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match=r"a\.csv: the file cannot be written \(No space left"):
        replace_file(target, b"new")
    assert (target.read_bytes(), [path.name for path in tmp_path.iterdir()]) == (b"last", ["a.csv"])


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError):
        replace_file(tmp_path / "file" / "a.csv", b"")


def test_what_a_killed_run_left_of_the_file_goes_and_nothing_else(tmp_path: Path) -> None:
    left, others = (
        tmp_path / ".plan.xlsx-ab_d3fgh",
        (".plan.xlsx-ab", ".plan.xlsx", ".other.xlsx-ab_d3fgh"),
    )
    for path in (left, *(tmp_path / name for name in others)):
        path.write_bytes(b"half")
    replace_file(tmp_path / "plan.xlsx", b"whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((*others, "plan.xlsx"))
