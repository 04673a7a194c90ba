import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.errors import UnreadableCycle
from boardpack.model.cycle import Change, Commission, SentRow
from boardpack.read.cycle import Asking, read_asking


def write(folder: Path, name: str, content: object) -> None:
    path = folder / "cycle" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


def test_a_meeting_in_which_nobody_was_asked_has_nothing(tmp_path: Path) -> None:
    assert read_asking(tmp_path) == Asking()


FIELDS = st.sampled_from(["progress", "rating", "due", "current"])
ROWS = st.builds(SentRow, values=st.dictionaries(FIELDS, st.text()))
ASKED = st.builds(Commission, rows=st.lists(ROWS, max_size=3).map(tuple))


@given(st.lists(ASKED, max_size=2), st.lists(st.from_type(Change), max_size=3))
def test_what_was_recorded_is_read_back(asked: list[Commission], changes: list[Change]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, "commissioned.json", [asdict(one) for one in asked])
        write(folder, "collected.json", [asdict(one) for one in changes])
        read = read_asking(folder)
    assert (read.commissions, read.changes) == (tuple(asked), tuple(changes))


def test_the_names_of_files_that_came_back_are_listed(tmp_path: Path) -> None:
    (tmp_path / "returns" / "late").mkdir(parents=True)
    (tmp_path / "returns" / "late" / "nurse.xlsx").write_bytes(b"")
    assert "nurse.xlsx" in read_asking(tmp_path).files


@pytest.mark.parametrize("content", [{}, [{"board": 1}], "words", [1]])
def test_a_record_that_somebody_changed_is_refused(tmp_path: Path, content: object) -> None:
    write(tmp_path, "collected.json", content)
    with pytest.raises(UnreadableCycle, match=r"collected\.json: it is not as `boardpack collect`"):
        read_asking(tmp_path)
