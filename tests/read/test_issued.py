"""The record of what was issued, as it is written and read again."""

from pathlib import Path

import pytest

from boardpack.deliver.record import record_bytes
from boardpack.errors import UnreadableRecord
from boardpack.model.issue import (
    Issue,
    IssuedChapter,
    IssuedPaper,
    IssuedSupplement,
    Record,
    Said,
)
from boardpack.read.issued import NAME, read_issued

PAPER = IssuedPaper("5", "Homes", "homes.pdf", "a1", 3)
FULL = Record(
    "2019-08-14",
    (
        Issue(
            1,
            "f00",
            101,
            Said((PAPER,), (IssuedChapter("summary", "Siân’s summary", "ab"),)),
            (IssuedSupplement(1, "f01", (PAPER,), "2019-08-12"),),
            "2019-08-07",
        ),
    ),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2019-08-14").mkdir()
    return tmp_path / "2019-08-14"


def test_a_meeting_without_a_record_has_an_empty_one(folder: Path) -> None:
    assert read_issued(folder) == Record("2019-08-14")


def test_what_is_written_is_read_again(folder: Path) -> None:
    (folder / NAME).write_bytes(record_bytes(FULL))
    assert read_issued(folder) == FULL


def test_the_record_holds_no_time_unless_it_is_told() -> None:
    assert b'"date": null' in record_bytes(Record("2019-08-14", (Issue(1, "", 1, Said((), ())),)))


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"[]", b'{"board": 3}', b'{"issues": [{"version": "one"}]}']
)
def test_a_damaged_record_is_refused_in_words(folder: Path, data: bytes) -> None:
    (folder / NAME).write_bytes(data)
    with pytest.raises(UnreadableRecord, match=r"issued\.json: it is not as .* wrote it\. Put it"):
        read_issued(folder)


def test_the_record_of_another_meeting_is_refused(folder: Path) -> None:
    (folder / NAME).write_bytes(record_bytes(Record("2019-07-03")))
    with pytest.raises(UnreadableRecord, match=r"another meeting \(2019-07-03\)"):
        read_issued(folder)
