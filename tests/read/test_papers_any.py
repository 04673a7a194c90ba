"""Whatever bytes a paper holds, the build goes on: it is read in part, or it is told why not."""

import random
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardpack.findings import Severity
from boardpack.model.board import AgendaItem, Purpose
from boardpack.read.papers import opened_paper, read_papers
from tests.read.pdfs import write_paper
from tests.read.test_papers import acts, every, hidden_layer, links

ITEM = AgendaItem("1", "Home", "Head", 10, Purpose.DECISION, "a.pdf", None, None)
one_folder = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module", params=["disable", "generate"])
def real(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A paper with a bit of everything, its parts in the open or packed together."""
    path = write_paper(
        tmp_path_factory.mktemp("real") / "a.pdf", every(links, acts, hidden_layer), pages=3
    )
    packed = path.with_name("b.pdf")
    with pikepdf.open(path) as pdf:
        pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode[request.param])
    return packed.read_bytes()


def must_be_told(folder: Path, data: bytes) -> None:
    """The paper is read or said to be missing, and what is read can be opened and saved."""
    (folder / "a.pdf").write_bytes(data)
    (paper,), findings = read_papers(folder, "papers", (ITEM,))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    assert bool(paper.missing) == bool(errors) == (not paper.pages)
    if paper.pages:
        with opened_paper(paper) as pdf:
            assert len(pdf.pages) == len(paper.pages)
            pdf.save(folder / "out.pdf")


@one_folder
@given(data=st.binary(max_size=400))
def test_any_bytes_are_told(tmp_path: Path, data: bytes) -> None:
    must_be_told(tmp_path, data)
    must_be_told(tmp_path, b"%PDF-1.7\n" + data)


@one_folder
@given(share=st.floats(0, 1))
def test_a_paper_that_is_cut_off_anywhere_is_told(
    tmp_path: Path, real: bytes, share: float
) -> None:
    must_be_told(tmp_path, real[: int(len(real) * share)])


@one_folder
@given(seed=st.integers(0, 10**6), count=st.integers(1, 60))
def test_a_paper_with_bytes_changed_anywhere_is_told(
    tmp_path: Path, real: bytes, seed: int, count: int
) -> None:
    chance, data = random.Random(seed), bytearray(real)
    for _ in range(count):
        data[chance.randrange(len(data))] = chance.randrange(256)
    must_be_told(tmp_path, bytes(data))


@one_folder
@given(seed=st.integers(0, 10**6))
def test_a_paper_whose_parts_are_of_other_kinds_is_told(
    tmp_path: Path, real: bytes, seed: int
) -> None:
    words = [b"/Kids", b"/Annots", b"/Rect", b"/Contents", b"/Font", b"/OCGs", b"/S ", b" 0 R", b"/K ",
             b"/Dest", b"/Names", b"/AP", b"/MediaBox", b"/Resources", b"/OFF", b"[", b"<<"]  # fmt: skip
    others = [b"7", b"null", b"(x)", b"/X", b"[]", b"<<>>", b"1 0 R", b"3 0 R", b"-1e99"]
    chance, data = random.Random(seed), real
    for _ in range(chance.randrange(1, 6)):
        word = chance.choice(words)
        places = [n for n in range(len(data)) if data.startswith(word, n)]
        if places:
            place = chance.choice(places) + (len(word) if word.startswith(b"/") else 0)
            data = data[:place] + b" " + chance.choice(others) + b" " + data[place:]
    must_be_told(tmp_path, data)
