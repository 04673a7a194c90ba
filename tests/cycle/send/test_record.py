"""The record of what was sent: it comes back as it was written, and nothing else passes for it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.cycle.send.record import NAME, Ledger, read_sent
from boardpack.errors import OutputError, UnreadableSent
from boardpack.model.sending import HAS_IT, Sent, SentFile, SentRecord, State

BOARD = "2019-08-14"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
LINES = st.lists(
    st.builds(
        Sent,
        list=TEXT,
        address=st.sampled_from(["a@b.uk", "A@b.uk", "c@d.uk"]) | TEXT,
        state=st.sampled_from(State),
        message_id=TEXT,
        content=st.sampled_from(["one", "two"]),
        attachments=st.tuples(st.builds(SentFile, TEXT, TEXT, st.integers(0, 10**9))),
        time=TEXT,
        code=st.none() | st.integers(200, 599),
        words=st.none() | TEXT,
    ),
    max_size=6,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["board", "sent", "address", "state", "content"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def meeting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs") / BOARD
    (folder / "cycle").mkdir(parents=True)
    return folder


@given(LINES)
def test_what_is_told_comes_back(meeting: Path, lines: list[Sent]) -> None:
    (meeting / NAME).unlink(missing_ok=True)
    ledger = Ledger(meeting)
    for line in lines:
        ledger.add([line])
    kept = read_sent(meeting)
    assert kept == ledger.record
    for line in lines:
        assert kept.latest(line.content, line.address) is not None
    for content, address in {(one.content, one.address) for one in lines}:
        same = [one for one in lines if (one.content, one.address) == (content, address)]
        if any(one.state in HAS_IT for one in same):
            assert any(one.state in HAS_IT for one in kept.sent if one.address == address)


@given(st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()))
def test_whatever_stands_in_the_file_is_a_record_or_refused(meeting: Path, data: bytes) -> None:
    (meeting / NAME).write_bytes(data)
    try:
        record = read_sent(meeting)
    except UnreadableSent:
        return
    assert record == SentRecord(BOARD, record.sent)


def test_without_a_file_nothing_was_sent(tmp_path: Path) -> None:
    assert read_sent(tmp_path / BOARD) == SentRecord(BOARD)


def test_a_record_that_cannot_be_written_stops_before_the_e_mail(tmp_path: Path) -> None:
    (tmp_path / "cycle").write_text("a file where the folder should be")
    ledger = Ledger(tmp_path)
    with pytest.raises(OutputError, match=r"sent\.json"):
        ledger.add([Sent("l", "a@b.uk", State.SENDING, "<i>", "c", (), "t")])
